# Shared steps of ./run, ./test and ./bench. To be sourced; needs bash, a .NET 10 SDK and Node.js 20, nothing else.
# shellcheck shell=bash

LIANXIN_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
LIANXIN_ARTIFACTS="$LIANXIN_ROOT/.artifacts"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# fail <status> <Chinese> <English>
fail() {
  printf '! %s · %s\n' "$2" "$3" >&2
  exit "$1"
}

note() {
  printf '%s · %s\n' "$1" "$2"
}

check_tools() {
  command -v dotnet >/dev/null 2>&1 ||
    fail 1 '找不到 dotnet，请安装 .NET 10 SDK' 'dotnet is not there; install the .NET 10 SDK (https://dot.net)'
  local sdk
  sdk="$(cd "$LIANXIN_ROOT" && dotnet --version 2>/dev/null)" ||
    fail 1 '没有合用的 .NET SDK，需要 10.0.100 以上' 'no usable .NET SDK; 10.0.100 or later is needed (see global.json)'
  [[ "${sdk%%.*}" -ge 10 ]] ||
    fail 1 ".NET SDK ${sdk} 太旧，需要 10" ".NET SDK ${sdk} is too old, 10 is needed"
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    fail 1 '找不到 node 或 npm，请安装 Node.js 20' 'node or npm is not there; install Node.js 20'
  local node
  node="$(node --version)"
  node="${node#v}"
  [[ "${node%%.*}" -ge 20 ]] ||
    fail 1 "Node.js ${node} 太旧，需要 20" "Node.js ${node} is too old, 20 is needed"
}

# Only one setup at a time: two builds in one tree would trip over each other.
lock_setup() {
  mkdir -p "$LIANXIN_ARTIFACTS"
  exec 8>"$LIANXIN_ARTIFACTS/lock"
  flock -n 8 || {
    note '等待另一个准备过程' 'waiting for another setup'
    flock 8
  }
}

unlock_setup() {
  exec 8>&-
}

# quietly <what> <command...>: output goes to a log that is shown only when the command fails. The lock stays behind: compilers
# leave servers running that would hold it for as long as they live.
quietly() {
  local log="$LIANXIN_ARTIFACTS/$1.log"
  shift
  "$@" >"$log" 2>&1 8>&- || {
    tail -n 60 "$log" >&2
    fail 1 "失败：$*" "failed; the whole output is in $log"
  }
}

# npm writes .package-lock.json last, so a broken installation is newer than nothing.
install_emulator() {
  local home="$LIANXIN_ROOT/build/emulator"
  local stamp="$home/node_modules/.package-lock.json"
  if [[ ! -f "$stamp" || "$home/package-lock.json" -nt "$stamp" ]]; then
    note '安装存储模拟器 Azurite' 'installing the storage emulator Azurite'
    quietly emulator npm --prefix "$home" ci --no-audit --no-fund --loglevel=error
    touch "$stamp"
  fi
}

fetch_fonts() {
  if [[ -x "$LIANXIN_ROOT/build/fetch-fonts" ]]; then
    "$LIANXIN_ROOT/build/fetch-fonts" || fail 1 '字体下载失败' 'the fonts could not be fetched'
  fi
}

# Sets LIANXIN_BROWSER to a Chromium for the tests that need one; as root it is installed where it is missing, in any other case
# its tests are skipped and say so.
find_browser() {
  LIANXIN_BROWSER="${LIANXIN_BROWSER:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
  if [[ -z "$LIANXIN_BROWSER" && "$(id -u)" = 0 ]] && command -v apt-get >/dev/null 2>&1; then
    note '安装浏览器 Chromium（测试用）' 'installing Chromium for the browser tests'
    if (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium) >"$LIANXIN_ARTIFACTS/browser.log" 2>&1 8>&-; then
      LIANXIN_BROWSER="$(command -v chromium || true)"
    fi
  fi
  [[ -n "$LIANXIN_BROWSER" ]] ||
    note '没有浏览器，浏览器测试将跳过；可用 apt-get install chromium 安装' 'no browser: its tests are skipped; apt-get install chromium brings one'
}

# A name for the sources as they are now; whatever a build reads is in it.
source_mark() {
  (
    cd "$LIANXIN_ROOT" || exit 1
    find src build ./*.json ./*.props \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

# Publishes the function app and its host into .artifacts/<mark>/{app,host}, once per state of the sources, and keeps what a
# running host still uses. Sets LIANXIN_PUBLISHED and holds it in use until this process (or what it execs) ends.
publish_app() {
  local mark work
  mark="$(source_mark)"
  LIANXIN_PUBLISHED="$LIANXIN_ARTIFACTS/$mark"
  if [[ ! -d "$LIANXIN_PUBLISHED" ]]; then
    note '编译并发布' 'building and publishing'
    work="$LIANXIN_ARTIFACTS/unfinished"
    rm -rf "$work"
    quietly publish-app dotnet publish "$LIANXIN_ROOT/src/Functions" -c Release -o "$work/app"
    quietly publish-host dotnet publish "$LIANXIN_ROOT/src/LocalHost" -c Release -o "$work/host"
    : >"$work/in-use"
    mv "$work" "$LIANXIN_PUBLISHED"
  fi
  exec 9<"$LIANXIN_PUBLISHED/in-use"
  flock -s 9
  local old
  for old in "$LIANXIN_ARTIFACTS"/*/in-use; do
    [[ "$old" == "$LIANXIN_PUBLISHED/in-use" ]] || flock -n "$old" rm -rf "$(dirname "$old")" || true
  done
}

# Everything from a fresh clone to a published app.
setup_all() {
  check_tools
  lock_setup
  install_emulator
  fetch_fonts
  publish_app
  unlock_setup
}
