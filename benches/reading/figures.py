"""Measures the reading of large lists against the usual packages: an xlsx of 100,000 rows with openpyxl (read-only), an xls and an ods of
60,000 rows with xlrd and odfpy. Makes the files in FOLDER where they are missing; LibreOffice (`soffice`) makes the xls and the ods.

    pip install openpyxl xlrd odfpy
    cargo build --release --bench cells
    python3 benches/reading/figures.py CELLS FOLDER

CELLS is the program that the build printed (target/release/deps/cells-...). It writes every cell as JSON; the packages only count
theirs. Times are of the processor (user and system), which other programs change less than a clock; medians of three runs, of one for
a package that takes over twenty seconds. Memory is the largest peak."""

import datetime
import os
import random
import resource
import statistics
import subprocess
import sys

# Name, rows, the most of the package's time, and the most memory in MiB.
LISTS = [("list.xlsx", 100_000, 0.06, 64), ("list.xls", 60_000, 0.2, 128), ("list.ods", 60_000, 0.2, 128)]
HEADERS = ["编号", "许愿人", "联系电话", "社区", "微心愿内容", "数量", "预计金额", "完成时限", "同意公开", "年龄", "家庭住址", "备注"]
TIMES = 3
SLOW = 20.0


def write(path, count):
    import openpyxl

    chance = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("微心愿")
    sheet.append(HEADERS)
    for number in range(count):
        wish = chance.choice(["收音机", "电风扇", "轮椅", "台灯"])
        sheet.append([
            f"XY-{number:06}",
            chance.choice("王李张刘陈杨黄周吴徐") + chance.choice("一二三四五") + chance.choice("明红花国"),
            f"1990000{number % 10000:04}",
            chance.choice(["蟠虬社区", "西关社区", "榕荫社区", "龙津社区"]),
            f"想要一台{wish}，第{number}号，希望能尽快送到家里",
            chance.randint(1, 20),
            round(chance.random() * 2000, 2),
            datetime.date(2026, 1, 1) + datetime.timedelta(days=number % 300),
            chance.choice(["是", "否"]),
            chance.randint(6, 95),
            f"{chance.randint(1, 99)}街{chance.randint(1, 300)}号{chance.randint(101, 909)}房",
            "晚上在家" if number % 3 else None,
        ])
    book.save(path)


def make(folder):
    for name, count, _, _ in LISTS:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            continue
        ending = name.rsplit(".", 1)[1]
        if ending == "xlsx":
            write(path, count)
            continue
        short = os.path.join(folder, "short", "list.xlsx")
        if not os.path.exists(short):
            os.makedirs(os.path.dirname(short), exist_ok=True)
            write(short, count)
        subprocess.run(["soffice", "--headless", "--convert-to", ending, "--outdir", folder, short],
                       check=True, capture_output=True)


def count_cells(path):
    """What a package takes for every cell of a list."""
    if path.endswith(".xlsx"):
        import openpyxl

        book = openpyxl.load_workbook(path, read_only=True)
        return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    if path.endswith(".xls"):
        import xlrd

        return sum(len(sheet.row_values(row)) for sheet in xlrd.open_workbook(path).sheets() for row in range(sheet.nrows))
    from odf import opendocument, table, teletype

    rows = opendocument.load(path).spreadsheet.getElementsByType(table.TableRow)
    return sum(1 for row in rows for cell in row.childNodes if teletype.extractText(cell) is not None)


def cost(command):
    """Seconds of the processor, and the peak in MiB."""
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def costs(command):
    runs = [cost(command)]
    while len(runs) < TIMES and runs[0][0] < SLOW:
        runs.append(cost(command))
    return statistics.median(seconds for seconds, _ in runs), max(peak for _, peak in runs)


def main():
    if sys.argv[1] == "--count":
        return print(count_cells(sys.argv[2]))
    if sys.argv[1] == "--make":
        return make(sys.argv[2])
    cells, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    # By itself: a child has at least the peak of the process that it is forked from.
    subprocess.run([sys.executable, __file__, "--make", folder], check=True)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for name, _, most, memory in LISTS:
        path = os.path.join(folder, name)
        ours, peak = costs([cells, path])
        theirs, their_peak = costs([sys.executable, __file__, "--count", path])
        print(f"{name}: {ours:.2f} s, {peak:.0f} MiB; package {theirs:.2f} s, {their_peak:.0f} MiB; "
              f"{ours / theirs:.3f} x (at most {most} x and {memory} MiB)")
    print(f"the script itself: {own:.0f} MiB, which no peak is below")


if __name__ == "__main__":
    main()
