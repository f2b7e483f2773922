#!/bin/sh
# check-purity.sh core|nogtk ARCHIVE: what may a room's archive call that it does not hold itself?
# core: its own functions, memcpy and its kin, and what a compiler adds by itself. nogtk: anything but GTK.
set -eu

kind=$1
archive=$2
test -s "$archive" || { echo "$archive: no such archive" >&2; exit 2; }
called=$(nm -u "$archive" | sed -n 's/^ *[Uw] //p' | sort -u)

case $kind in
  core)
    allowed='^(ming_.*|mem(cpy|set|cmp|move)|_*(stack_chk|asan|ubsan|sanitizer|tsan|gcov|llvm|profc).*|_GLOBAL_.*)$'
    wrong=$(printf '%s\n' "$called" | grep -vE "$allowed" | grep . || true) ;;
  nogtk)
    wrong=$(printf '%s\n' "$called" | grep -E '^(gtk|gdk|gsk|adw)_' || true) ;;
  *)
    echo "usage: check-purity.sh core|nogtk ARCHIVE" >&2
    exit 2 ;;
esac

if [ -n "$wrong" ]; then
  echo "$archive calls what its room may not use:" >&2
  printf '%s\n' "$wrong" >&2
  exit 1
fi
