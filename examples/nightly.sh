#!/bin/sh
# A nightly batch: takes in the lists that lie in a folder, then verifies what waits by rules.
#
#   nightly.sh OFFICE_FILE RULES INBOX
#
# Lists that were taken go to INBOX/done, their faulty rows lie beside them; what was decided is told in
# INBOX/decisions-DATE.jsonl, one line each. One batch at a time: a lock stands beside the office file.
# Exit codes: 0 all done, 1 done, and somebody should look at rows or at needs that are held, 5 another batch is at work,
# else what stopped it. SHUANGWEI names the program.
set -eu

[ $# -eq 3 ] || { echo "usage: nightly.sh OFFICE_FILE RULES INBOX" >&2; exit 2; }
office=$1 rules=$2 inbox=$3
shuangwei=${SHUANGWEI:-shuangwei}
lock=$office.nightly

# A folder is made by one only. One whose batch is gone, after a power cut, is taken over.
if ! mkdir "$lock" 2>/dev/null; then
  owner=$(cat "$lock/pid" 2>/dev/null || echo)
  if [ -z "$owner" ] || kill -0 "$owner" 2>/dev/null; then
    echo "nightly: another batch is at work ($lock); if none is, remove that folder" >&2
    exit 5
  fi
fi
echo $$ > "$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM

worst=0
# Runs a step; rows or needs to look at (1) do not end the batch, all else does.
step() {
  code=0
  "$shuangwei" --db "$office" "$@" || code=$?
  [ "$code" -le 1 ] || exit "$code"
  [ "$code" -eq 0 ] || worst=1
}

mkdir -p "$inbox/done"
for list in "$inbox"/*.csv "$inbox"/*.xlsx; do
  case $list in *.rejects.csv | *.rejects.xlsx) continue ;; esac
  [ -f "$list" ] || continue
  step collect wishes "$list"
  mv "$list" "$inbox/done/"
done

told=$inbox/decisions-$(date +%Y-%m-%d).jsonl
step verify --rules "$rules" --format jsonl --fail-on reject,hold >> "$told"
exit "$worst"
