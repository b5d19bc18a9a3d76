"""The peer that workbooks are measured against: openpyxl writes a list as xlsx, and reads it row by row.

    python sheets.py write LIST.csv ROWS BOOK.xlsx
    python sheets.py read BOOK.xlsx
"""

import csv
import itertools
import sys

import openpyxl


def write(source, rows, target):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("汇总")
    with open(source, encoding="utf-8-sig", newline="") as lines:
        for row in itertools.islice(csv.reader(lines), rows):
            sheet.append([cell or None for cell in row])
    book.save(target)


def read(source):
    book = openpyxl.load_workbook(source, read_only=True)
    print(sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True)))


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        read(sys.argv[2])
