#!/bin/sh
# xml-files.sh ROOT: one TAP point for each XML file of the tree, well formed or not.
set -eu
cd "$1"
n=0
failed=0
for file in ui/*.ui ui/*/*.ui ui/*.xml data/*.xml data/*.xml.in data/icons/*.svg; do
  [ -e "$file" ] || continue
  n=$((n + 1))
  if xmllint --noout --nonet "$file"; then
    echo "ok $n - $file"
  else
    echo "not ok $n - $file"
    failed=1
  fi
done
echo "1..$n"
exit $failed
