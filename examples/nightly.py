#!/usr/bin/env python3
"""A nightly batch, as nightly.sh, for where Python is at hand: takes in the lists of a folder, then verifies by rules.

  nightly.py OFFICE_FILE RULES INBOX

Lists that were taken go to INBOX/done, those that cannot be read to INBOX/failed, and the night goes on; faulty rows lie in
INBOX as NAME.rejects.csv. What was decided is in INBOX/decisions-DATE.jsonl, one line each; what the night did, for whoever
comes in the morning, in INBOX/report-DATE.txt. Nothing that lies there is overwritten, and only its owner can read it.
One batch at a time: a lock lies beside the office file, the same as that of nightly.sh.
Exit codes: 0 all done; 1 done, and somebody should look at lists, at rows or at needs that are held; 2 the command line;
5 the office file or another batch is busy; else what stopped the night: 3 refused, 4 the office file is damaged, 70 the
program itself. SHUANGWEI names the program. Nothing but Python 3.8 is needed.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ENDINGS = {".csv", ".xlsx", ".xls", ".ods"}
REJECTS = re.compile(r"\.rejects(-\d+)?\.(csv|xlsx)$", re.IGNORECASE)


class Stopped(Exception):
    """What ends the night: its exit code."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def began(pid):
    """When a process began: a number alone may have been given to another one since. Blank where there is none."""
    try:
        shown = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
        if shown.stdout.strip():
            return shown.stdout.strip()
    except OSError:
        pass
    try:
        # The fields behind the name, which is in brackets and may have blanks.
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[19]
    except (OSError, IndexError):
        return ""


def read(path):
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def lock(folder):
    """A folder is made by one only. One whose batch is gone, after a power cut, is taken over."""
    try:
        folder.mkdir()
    except FileExistsError:
        owner, since = read(folder / "pid"), read(folder / "began")
        now = began(owner) if owner else ""
        if not owner or (now and (not since or now == since)):
            print(f"nightly: another batch is at work ({folder}); if none is, remove that folder", file=sys.stderr)
            raise Stopped(5) from None
    (folder / "began").write_text(began(os.getpid()) + "\n")
    (folder / "pid").write_text(f"{os.getpid()}\n")


def put_away(path, folder):
    """Moves a file into a folder under a name that is free there."""
    folder.mkdir(exist_ok=True)
    to, number = folder / path.name, 2
    while to.exists():
        to = folder / f"{path.stem}-{number}{path.suffix}"
        number += 1
    path.rename(to)


def lists(inbox):
    """The lists of the inbox: no files of rejects, no lock files of a spreadsheet, nothing hidden."""
    return sorted(
        path
        for path in inbox.iterdir()
        if path.is_file()
        and path.suffix.lower() in ENDINGS
        and not REJECTS.search(path.name)
        and not path.name.startswith((".", "~$"))
    )


def run(arguments, out, err):
    program = os.environ.get("SHUANGWEI") or "shuangwei"
    out.flush()
    err.flush()
    return subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err, check=False).returncode


def night(office, rules, inbox):
    day = time.strftime("%Y-%m-%d")
    worst, unread = 0, []
    with open(inbox / f"report-{day}.txt", "a", encoding="utf-8") as report:

        def say(*lines):
            report.write("".join(line + "\n" for line in lines))

        say(f"{time.strftime('%Y-%m-%d %H:%M')} {office}")
        for path in lists(inbox):
            say("", path.name)
            code = run(["--db", office, "collect", "wishes", str(path)], report, report)
            if code == 0:
                put_away(path, inbox / "done")
            elif code == 1:
                worst = 1
                put_away(path, inbox / "done")
            elif code in (2, 3):
                # This list cannot be read, or is of another kind: the others can. Or nothing can, which the end of the night
                # shows.
                worst = 1
                unread.append(path)
            else:
                say(f"stopped with {code}")
                raise Stopped(code)
        say("", "verify --rules")
        decide = ["--db", office, "verify", "--rules", rules, "--format", "jsonl", "--fail-on", "reject,hold"]
        with open(inbox / f"decisions-{day}.jsonl", "a", encoding="utf-8") as decisions:
            code = run(decide, decisions, report)
        if code not in (0, 1):
            say(f"stopped with {code}")
            raise Stopped(code)
        worst = max(worst, code)
        for path in unread:
            put_away(path, inbox / "failed")
        say(f"ended with {worst}")
    return worst


def main():
    if len(sys.argv) != 4:
        print("usage: nightly.py OFFICE_FILE RULES INBOX", file=sys.stderr)
        return 2
    os.umask(0o077)
    office, rules, inbox = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    folder = Path(office + ".nightly")
    try:
        lock(folder)
        try:
            return night(office, rules, inbox)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except Stopped as stopped:
        return stopped.code


if __name__ == "__main__":
    sys.exit(main())
