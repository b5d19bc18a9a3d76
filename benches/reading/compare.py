"""Compares every cell of a folder of files with what other readers make of it: xlsx with openpyxl, xls with xlrd, ods with
odfpy, CSV with Python's csv, and, with --soffice, any workbook, also fods, XML of 2003 and HTML, with what LibreOffice shows
(its conversion to CSV). Prints what differs.

    pip install openpyxl xlrd odfpy
    cargo build --release --bench cells
    python3 benches/reading/compare.py [--soffice] CELLS FOLDER

CELLS is the program that the build printed (target/release/deps/cells-...). Numbers are compared as numbers, days by their
day, other cells as texts without blanks at the ends."""

import collections
import csv
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

MOST_SHOWN = int(os.environ.get("MOST_SHOWN", 5))


def ours(cells, path):
    """The sheets as the program reads them: name -> row -> cells; and why it refused."""
    sheets, refused = collections.OrderedDict(), None
    done = subprocess.run([cells, path], capture_output=True, timeout=120)
    for line in done.stdout.decode("utf-8").splitlines():
        row = json.loads(line)
        if row.get("end"):
            return sheets, row["refused"]
        sheets.setdefault(row["sheet"], {})[row["row"]] = row["cells"]
    return sheets, f"ended with {done.returncode}: {done.stderr.decode()[:200]}"


def shown(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return value if isinstance(value, (int, float)) else str(value)


def of_openpyxl(path):
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        rows = {}
        # Not `iter_rows`, which makes a cell for every place up to the far corner.
        for (row, column), cell in sheet._cells.items():
            if cell.value is not None:
                rows.setdefault(row, {})[column - 1] = shown(cell.value)
        yield sheet.title, rows


def of_xlrd(path):
    import xlrd

    book = xlrd.open_workbook(path, logfile=open(os.devnull, "w"), formatting_info=True)
    for sheet in book.sheets():
        rows = {}
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                cell = sheet.cell(row, column)
                value = cell.value
                if cell.ctype == xlrd.XL_CELL_DATE:
                    try:
                        value = xlrd.xldate_as_datetime(value, book.datemode)
                    except Exception:
                        pass
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    value = xlrd.error_text_from_code.get(value, "#UNKNOWN!")
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    value = bool(value)
                elif cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                rows.setdefault(row + 1, {})[column] = shown(value)
        yield sheet.name, rows


def of_odfpy(path):
    from odf import opendocument, table, text, teletype

    book = opendocument.load(path)
    for sheet in book.spreadsheet.getElementsByType(table.Table):
        rows, number = {}, 0
        for row in sheet.getElementsByType(table.TableRow):
            times = int(row.getAttribute("numberrowsrepeated") or 1)
            column, found = 0, {}
            for cell in row.childNodes:
                if cell.qname[1] not in ("table-cell", "covered-table-cell"):
                    continue
                repeated = int(cell.getAttribute("numbercolumnsrepeated") or 1)
                paragraphs = [child for child in cell.childNodes if child.qname == (text.P().qname)]
                value = "\n".join(teletype.extractText(one) for one in paragraphs)
                kind = cell.getAttribute("valuetype")
                if kind in ("float", "percentage", "currency") and cell.getAttribute("value") is not None:
                    value = float(cell.getAttribute("value"))
                elif kind == "date" and cell.getAttribute("datevalue"):
                    value = datetime.datetime.fromisoformat(cell.getAttribute("datevalue").split(".")[0])
                elif kind == "boolean":
                    value = (cell.getAttribute("booleanvalue") or "").upper()
                if value != "" and repeated < 1000:
                    for offset in range(repeated):
                        found[column + offset] = value
                column += repeated
            if found and times < 10000:
                for offset in range(times):
                    rows[number + offset + 1] = found
            number += times
        yield sheet.getAttribute("name"), rows


def of_csv(path):
    raw = open(path, "rb").read()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            decoded = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise ValueError("no encoding")
    rows = {}
    csv.field_size_limit(1 << 30)
    for number, row in enumerate(csv.reader(decoded.splitlines(keepends=True)), 1):
        rows[number] = dict(enumerate(row))
    yield "", rows


def of_soffice(path):
    """As LibreOffice shows the cells. Formulas are computed anew, days before March 1900 are a day earlier than in Excel, and XML of
    2003 has styles of columns where its cells have others."""
    with tempfile.TemporaryDirectory() as folder:
        options = 'csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,true,false,false,-1'
        subprocess.run(["soffice", "--headless", "--convert-to", options, "--outdir", folder, path],
                       capture_output=True, timeout=120)
        stem = os.path.splitext(os.path.basename(path))[0]
        names = sorted(os.listdir(folder))
        if not names:
            raise ValueError("not read")
        for name in names:
            for _, rows in of_csv(os.path.join(folder, name)):
                yield name[len(stem) + 1:-4], rows


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def digits(text):
    """The number in a cell that is shown with a unit, grouping or per cent."""
    found = re.sub(r"[^0-9.\-]", "", text)
    value = number(found)
    return value / 100 if value is not None and text.endswith("%") else value


def same(own, other):
    if isinstance(other, (datetime.datetime, datetime.date)):
        day = other.strftime("%Y-%m-%d")
        month = f"{other.year}年{other.month}月"
        clock = other.strftime("%H:%M")
        return own[:10] == day or own in (month, str(other.year)) or (other.year < 1901 and clock in own)
    if isinstance(other, datetime.time):
        return other.strftime("%H:%M") in own or own.startswith("1899-12-3") or own in ("0", "1900-01-00")
    if isinstance(other, datetime.timedelta):
        hours = int(other.total_seconds()) // 3600
        return re.match(rf"0*{hours}:", own) is not None
    if isinstance(other, (int, float)) and not isinstance(other, bool):
        for value in (number(own), digits(own)):
            if value is None:
                continue
            places = (len(own.split(".")[1].rstrip("%")) if "." in own else 0) + 2 * own.endswith("%")
            if abs(value - other) <= max(1e-9 * abs(other), 0.5000001 * 10 ** -places if places or own.isdigit() else 0):
                return True
        return False
    own, other = (re.sub(r"\s+", " ", str(one)).strip() for one in (own, other))
    if own == other or own.replace("\r", "") == other.replace("_x000D_", ""):
        return True
    left, right = number(own), number(other)
    return left is not None and left == right


def same_shown(own, other):
    """Whether a cell shows the same, where what is shown is written otherwise here: numbers without grouping, currency and fills, days
    and months in one order, truth values in words."""
    if same(own, other) or {own, other} in ({"TRUE", "1"}, {"FALSE", "0"}):
        return True
    day = re.match(r"(\d{4})(?:-|年)(\d\d?)(?:-(\d\d))?", own)
    if day:
        year, month, day = (int(part or 0) for part in day.groups())
        numbers = [int(part) for part in re.findall(r"\d+", other)]
        has_month = month in numbers or MONTHS[month - 1] in other.lower()
        has_year = year in numbers or year % 100 in numbers
        return ":" in other or has_month and (has_year or day in numbers) or numbers == [day] or numbers == [month]
    if re.fullmatch(r"\d+:\d\d:\d\d", own):
        return other.split(":")[0].lstrip("0") == own.split(":")[0].lstrip("0")
    digits_of = [re.sub(r"[^0-9.%]", "", text) for text in (own, other)]
    return digits_of[0] == digits_of[1] != ""


MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
READERS = {
    "xlsx": of_openpyxl, "xlsm": of_openpyxl, "xltx": of_openpyxl, "xls": of_xlrd, "xlt": of_xlrd, "ods": of_odfpy,
    "csv": of_csv,
}
# What only LibreOffice reads.
OFFICE_ONLY = ("fods", "xml", "html", "htm")


def compare(cells, path, reader, counts):
    own, refused = ours(cells, path)
    try:
        others = list(reader(path))
    except Exception as error:
        counts["only we read" if refused is None else "neither reads"] += 1
        return
    if refused is not None:
        counts["refused"] += 1
        print(f"REFUSED {path}: {refused}")
        return
    is_same = same_shown if reader is of_soffice else same
    for name, rows in others:
        mine = own.get(name, {})
        counts["sheets"] += 1
        wrong = []
        for row in sorted(set(rows) | set(mine)):
            theirs = rows.get(row, {})
            line = mine.get(row, [])
            for column in sorted(set(theirs) | set(range(len(line)))):
                one = line[column] if column < len(line) else ""
                other = theirs.get(column, "")
                counts["cells"] += 1
                if not is_same(one, other):
                    wrong.append(f"  {name} row {row} column {column + 1}: ours {one!r}, theirs {other!r}")
        if wrong:
            counts["sheets that differ"] += 1
            counts["cells that differ"] += len(wrong)
            print(f"DIFFERS {path} ({len(wrong)} cells)")
            print("\n".join(wrong[:MOST_SHOWN]))


def main():
    arguments = [one for one in sys.argv[1:] if one != "--soffice"]
    by_office = "--soffice" in sys.argv
    cells, folder = arguments
    counts = collections.Counter()
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            ending = name.rsplit(".", 1)[-1].lower()
            reader = READERS.get(ending, of_soffice if by_office and ending in OFFICE_ONLY else None)
            path = os.path.join(base, name)
            if reader is None or os.path.getsize(path) > 20_000_000:
                continue
            counts["files"] += 1
            try:
                compare(cells, path, of_soffice if by_office and reader is not of_csv else reader, counts)
            except subprocess.TimeoutExpired:
                print(f"SLOW {path}")
                counts["slow"] += 1
    print("; ".join(f"{what}: {count}" for what, count in counts.items()))


if __name__ == "__main__":
    main()
