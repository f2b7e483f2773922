# Shared by the scripts beside it: where things are, how they speak, how they install and build.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
logs=$build/logs
export python=/usr/bin/python3

say() {
  printf '%s\n' "$*"
}

# die SENTENCE…: one sentence a line, then out.
die() {
  printf '%s\n' "$@" >&2
  exit 1
}

make_build_folder() {
  mkdir -p "$logs" 2>/dev/null || true
  [ -w "$build" ] && [ -w "$logs" ] && return 0
  die "不能写入 $build：它可能属于另一个用户（例如先前用 root 运行过）。请删除它或改回所有者。" \
    "Cannot write to $build: it may belong to another user, such as root. Remove it or give it back."
}

# show_log FILE: the end of a log, then where the whole of it is.
show_log() {
  tail -n 25 "$1" >&2
  printf '完整日志 · whole log: %s\n' "$1" >&2
}

# packages_of SECTION…: the names in packages.txt.
packages_of() {
  local section
  for section in "$@"; do
    sed -n "/^\[$section\]/,/^\[/{/^[a-z0-9]/p}" "$root/scripts/packages.txt"
  done | sort -u
}

# is_installed PACKAGE
is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Root, or sudo that either asks for nothing or has somebody to ask.
can_be_root() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }
}

# need SECTION…: installs what is missing of these sections; touches no network when nothing is.
need() {
  local missing=() package log
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600)

  if ! command -v dpkg-query >/dev/null; then
    command -v meson >/dev/null && command -v ninja >/dev/null && command -v msgfmt >/dev/null && return 0
    die "这里没有 apt。脚本会在 Debian 12 及其衍生系统上自动安装所需软件包；在其他系统上请按 scripts/packages.txt 自行安装后再运行。" \
      "There is no apt here. On Debian 12 and its relatives this script installs what it needs;" \
      "elsewhere install what scripts/packages.txt names, then run it again."
  fi
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null || die \
    "缺少软件包，而这里没有 apt-get，请自行安装 · Missing, and no apt-get here to install them:" "${missing[*]}"
  if ! can_be_root; then
    die "需要安装软件包，但当前用户不是 root，也不能使用 sudo。请让管理员运行：" \
      "Packages are missing, and you are neither root nor able to use sudo. Ask an administrator to run:" \
      "  apt-get install --no-install-recommends ${missing[*]}"
  fi

  make_build_folder
  log=$logs/packages.log
  say "正在安装 ${#missing[@]} 个软件包 · installing ${#missing[@]} packages: ${missing[*]}"
  as_root "${apt[@]}" update >"$log" 2>&1 </dev/null || true
  if ! as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    show_log "$log"
    if grep -qE 'Could not (resolve|connect)|Failed to fetch|Temporary failure|Unable to connect' "$log"; then
      die "下载失败：请检查网络或 apt 软件源，然后重试。" \
        "Not everything could be downloaded: check the network or apt's sources, then run this again."
    elif grep -qE 'Unable to locate package|has no installation candidate' "$log"; then
      die "软件源里没有上列软件包：本程序需要 Debian 12 (bookworm) 或更新的系统。" \
        "The package sources do not have them: this needs Debian 12 (bookworm) or newer."
    fi
    die "安装失败，原因见上面的日志。" "apt could not install them; the log above says why."
  fi
}

# run_meson ARGUMENT…: quiet unless it fails.
run_meson() {
  local log=$logs/setup.log
  if ! meson "$@" >"$log" 2>&1 </dev/null; then
    show_log "$log"
    die "配置失败，原因见上面的日志；需要 Meson 1.0 和 GTK 4.8 或更新版本（Debian 12 自带）。" \
      "Meson could not set the build up; the log above says why. It takes Meson 1.0 and GTK 4.8 or newer," \
      "which Debian 12 has."
  fi
}

# configure FOLDER OPTION…: meson setup, once.
configure() {
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] || run_meson setup "$folder" "$root" "$@"
}

# enable_tests FOLDER: a folder that scripts/run set up does without the tests and what they need.
enable_tests() {
  [ -d "$1/tests" ] || run_meson configure "$1" -Dtests=true
}

# compile FOLDER: quiet when there is nothing to do.
compile() {
  local folder=$1 log=$logs/compile.log
  if ! ninja -C "$folder" -n 2>/dev/null | grep -q 'no work to do'; then
    say "正在编译 · building"
  fi
  if ! ninja -C "$folder" >"$log" 2>&1 </dev/null; then
    show_log "$log"
    die "编译失败。" "The build failed."
  fi
}
