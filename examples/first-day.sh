#!/bin/sh
# The first day of an office: the whole campaign on the small lists beside this script, in a temporary folder.
# SHUANGWEI names the program; without it the one on the PATH is taken, and where there is none it is built first. Each step
# prints its command and its answer. The days of the story are given by --today, which only tests may: SHUANGWEI_TESTING=1 says
# that this is one.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SHUANGWEI:-}" ] && command -v shuangwei >/dev/null; then
  SHUANGWEI=shuangwei
elif [ -z "${SHUANGWEI:-}" ]; then
  if [ ! -f "$here/../Cargo.toml" ]; then
    echo "first-day: no program here; put shuangwei on the PATH, or name it with SHUANGWEI" >&2
    exit 2
  fi
  # Cargo says where the program lies, whatever folder its settings choose.
  SHUANGWEI=$(cd "$here/.." && cargo build --release --locked --quiet --message-format=json-render-diagnostics |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
  [ -n "$SHUANGWEI" ] || exit 2
fi
day=$(mktemp -d)
trap 'rm -rf "$day"' EXIT
cp "$here"/*.csv "$day"
cd "$day"

# Runs a step. Exit code 1 says that some rows or claims were refused, and is part of the story; any other stops.
step() {
  printf '\n$ shuangwei'
  for word in "$@"; do
    case $word in *[[:space:]]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  code=0
  SHUANGWEI_TESTING=1 "$SHUANGWEI" --today "$today" --operator 林和 "$@" 2>&1 || code=$?
  [ "$code" -le 1 ] || exit "$code"
}

echo "first-day: $("$SHUANGWEI" --version) ($SHUANGWEI)" >&2
today=2026-03-15
step init --office 青棠区/青棠街道 --code QT --campaign 2026 --from 2026-03-01 --until 2026-12-31
step collect orgs orgs.csv --under 青棠区
step collect members members.csv
step collect wishes wishes.csv
step collect projects projects.csv
today=2026-03-20
step verify --decisions decisions.csv
step publish
step publish QT-W000006 --wording "想学用手机和家人视频"
printf '\n$ cat publish/wechat.txt\n'
cat publish/wechat.txt
today=2026-03-31
step claim import claims.csv
step claim take 2号 --by QT-M000003
step claim take 2号 --by 黄建国
step claim take QT-W000003 --by 黄建国 --on 2026-03-28
step claim complete QT-W000003 --on 2026-03-30
step claim confirm QT-W000003 --satisfaction 5 --note "扶手装得很牢"
step report quota
step report quota --for members --list unmet
step report quota --why QT-M000004
step report progress
step report overview --output overview.xlsx
step report quota --output quota.json
step report verify quota.json
step show QT-W000003
step find 陈阿婆
step status
step log --limit 5
