//! Messages about a list that cannot be read at all: what happened, to which file, and the way out.

use super::texts;

texts! {
    no_such_file(path) zh "没有这个文件：{path}；请检查路径和文件名" en "no such file: {path}; check the path and the name";
    may_not_read(path) zh "没有权限读取 {path}；请检查文件权限，或是否正被其他程序占用" en "{path} may not be read; check its permissions, or whether another program holds it";
    cannot_read(path) zh "无法读取 {path}" en "cannot read {path}";
    cannot_spool() zh "无法暂存标准输入；请检查临时文件夹的空间和权限" en "cannot keep standard input in a temporary file; check the space and permissions of the temporary folder";
    is_a_folder(path) zh "{path} 是文件夹；请写出其中表格文件的名字" en "{path} is a folder; name the list inside it";
    empty_file(path) zh "{path} 是空文件；请确认导出是否成功" en "{path} is empty; check that it was exported";
    workbook_damaged(path) zh "{path} 不完整或已损坏，无法打开；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{path} is cut off or damaged; fetch it again, or open it in a spreadsheet and save it as xlsx";
    workbook_password(path) zh "{path} 有密码保护；请在 Excel 或 WPS 里输入密码打开，另存为没有密码的 xlsx 后再导入" en "{path} is protected by a password; open it in a spreadsheet, save it as xlsx without one, and import that";
    part_missing(path, part) zh "{path} 缺少内部文件 {part}，已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{path} lacks its part {part}; fetch it again, or open it in a spreadsheet and save it as xlsx";
    part_damaged(path, part) zh "{path} 的内部文件 {part} 已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "the part {part} of {path} is damaged; fetch it again, or open it in a spreadsheet and save it as xlsx";
    sheet_damaged(path, part, row) zh "{path} 的 {part} 在第 {row} 行之后已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{part} of {path} is damaged after row {row}; fetch it again, or open it in a spreadsheet and save it as xlsx";
    unpacks_too_large(path, part) zh "{path} 的 {part} 解压后异常巨大，不像办公表格；请核对来源，或另存为 CSV 后再导入" en "{part} of {path} unpacks to far more than a list has; check where it came from, or save it as CSV and import that";
    no_sheets(path) zh "{path} 里没有工作表；请确认文件" en "{path} has no sheet; check the file";
    no_tables(path) zh "{path} 是网页，里面没有表格；请另存为 xlsx 或 CSV 后再导入" en "{path} is a web page without a table; save the list as xlsx or CSV and import that";
    table_name(number) zh "表{number}" en "table {number}";
    sheet_of(path, sheet) zh "{path}〔{sheet}〕" en "{path} [{sheet}]";
    no_such_sheet(path, sheet, sheets) zh "{path} 里没有工作表“{sheet}”；有：{sheets}" en "{path} has no sheet “{sheet}”; there are: {sheets}";
    all_hidden(path, sheets) zh "{path} 的工作表都是隐藏的：{sheets}；请用 --sheet 指明要读哪一张" en "every sheet of {path} is hidden: {sheets}; name the one to read with --sheet";
    sheets_alike(path, kind, sheets) zh "{path} 有几张工作表都像{kind}表：{sheets}；请用 --sheet 名称 选一张，或 --sheet all 全部导入" en "several sheets of {path} fit a {kind} list: {sheets}; choose one with --sheet NAME, or take all with --sheet all";
    sheets_for_like(path) zh "{path} 有几张工作表；--like 只照一张，请用 --sheet 指明" en "{path} has several sheets; --like follows one: name it with --sheet";
    map_not_utf8(file) zh "{file} 不是 UTF-8 文本；请另存为 UTF-8" en "{file} is not UTF-8 text; save it as UTF-8";
    map_too_large(file) zh "{file} 太大，不是对照表；请检查文件名" en "{file} is too large for a map; check the name";
    list_too_large(path, most) zh "{path} 超过 {most} MB，不像办公表格；请核对来源，或分成几个文件" en "{path} is larger than {most} MB, which no list of an office is; check where it comes from, or split it";
    too_many_sheets(path, count) zh "{path} 有 {count} 张工作表，逐张找要太久；请用 --sheet 指明要读哪一张，或把清单另存为 xlsx" en "{path} has {count} sheets, which takes too long to look through; name the one to read with --sheet, or save the list by itself as xlsx";
    too_spread(path) zh "{path} 的单元格散得太开，读不了；请用 Excel、WPS 打开后另存为 xlsx" en "the cells of {path} are spread too far to be read; open it in a spreadsheet and save it as xlsx";
    map_broken(file, line, why) zh "{file} 第 {line} 行不是对照表的写法：{why}；请照 [columns] 字段 = \"表头\" 修改" en "{file} line {line} is not a map: {why}; write [columns] field = \"header\"";
    map_field_unknown(file, name, known) zh "{file}：没有字段 {name}；有：{known}" en "{file}: there is no field {name}; there are: {known}";
    map_head_twice(file, header) zh "{file}：表头“{header}”对应了两个字段；请只留一个" en "{file}: the header “{header}” is given to two fields; keep one";
    map_head_missing(file, header, list, headers) zh "{file}：{list} 没有表头“{header}”；它的表头是：{headers}" en "{file}: {list} has no header “{header}”; its headers are: {headers}";
    map_constant_wrong(file, field, why) zh "{file} 的 [constants] {field}：{why}" en "{file}, [constants] {field}: {why}";
    place_of_sheet(list, place) zh "{list} 没有属地列，按工作表名取 {place}" en "{list} has no column for the place; the sheet's name says {place}";
    map_draft(free) zh "字段 = \"表头\"，或 [\"表头一\", \"表头二\"]；还没用到的表头：{free}" en "field = \"header\", or [\"one header\", \"another\"]; headers that are still free: {free}";
    missing_column_map(message, draft) zh "{message}\n也可把下面存为 map.toml，填好后加 --map map.toml：\n\n{draft}" en "{message}\nor save this as map.toml, fill it in, and add --map map.toml:\n\n{draft}";
    none_fits(path, kind) zh "{path} 没有一张工作表像{kind}表" en "no sheet of {path} fits a {kind} list";
    sheet_hidden(path, sheet) zh "{path} 的隐藏工作表“{sheet}”未读取；需要时用 --sheet 指明" en "the hidden sheet “{sheet}” of {path} was left out; --sheet names it where it is wanted";
    sheet_left(path, sheet) zh "{path} 的工作表“{sheet}”不像这类表格，未读取" en "the sheet “{sheet}” of {path} does not fit and was left out";
    sheet_for_text(path) zh "{path} 是文本表格，没有工作表；请去掉 --sheet" en "{path} is delimited text and has no sheets; leave out --sheet";
    is_no_list(path, what) zh "{path} 是 {what} 文件，不是能读取的表格；请另存为 xlsx 或 CSV 后再导入" en "{path} is a {what} file, not a list that can be read; save the list as xlsx or CSV and import that";
    not_text(path) zh "{path} 不是文本表格；请另存为 CSV 后再导入" en "{path} is not a text list; save it as CSV and import that";
    encoding_unsure(path) zh "无法确定 {path} 的编码；请另存为 UTF-8，或用 --encoding 指明（utf-8、gb18030、utf-16le、utf-16be）" en "cannot tell the encoding of {path}; save it as UTF-8, or name it with --encoding (utf-8, gb18030, utf-16le, utf-16be)";
    bytes_broken(path, row, encoding) zh "{path} 第 {row} 行有不是 {encoding} 的字节；请修正该行，或用 --encoding 指明编码" en "{path} row {row} has bytes that are not {encoding}; mend the row, or name the encoding with --encoding";
    unclosed_quote(path, row) zh "{path} 第 {row} 行的引号没有结束；请在该行补上或去掉引号" en "{path} row {row} opens a quote that never closes; close or remove it in that row";
    text_after_quote(path, row) zh "{path} 第 {row} 行的引号后面还有文字；请把单元格里的引号写成两个，或去掉" en "{path} row {row} has text after a closing quote; double the quotes inside the cell, or remove them";
    row_too_large(path, row) zh "{path} 第 {row} 行超过 16 MB；请检查分隔和换行" en "{path} row {row} is larger than 16 MB; check its delimiters and line breaks";
    too_many_columns(path, row, most) zh "{path} 第 {row} 行超过 {most} 列；请检查分隔符" en "{path} row {row} has more than {most} columns; check the delimiter";
    no_rows(path, row) zh "{path} 只有表头（第 {row} 行），下面没有内容；请确认导出是否完整" en "{path} has only a header (row {row}) and no rows below it; check that the export is whole";
    no_header(path, kind, needed, rows) zh "{path} 前 20 行里找不到{kind}表的表头（需要：{needed}）；开头是：{rows}；请补上表头，或用 --delimiter、--encoding 指明格式" en "no header of a {kind} list in the first 20 rows of {path} (needed: {needed}); it begins with: {rows}; add a header, or name the format with --delimiter or --encoding";
    missing_column(path, missing, row, headers) zh "{path} 缺少必需的列：{missing}；第 {row} 行的表头是：{headers}；请补上该列，或改用上述列名" en "{path} lacks a required column: {missing}; the headers in row {row} are: {headers}; add the column, or rename its header";
    wrong_kind(path, asked, fits, headers, command) zh "{path} 不像{asked}表，而像{fits}表（表头：{headers}）；请改用 {command}，或换一个文件" en "{path} does not look like a {asked} list but like a {fits} list (headers: {headers}); use {command}, or another file";
    need_or_content() zh "心愿编号（或 微心愿内容 和 许愿人）" en "need (or content and wisher)";
}
