//! Messages about a list that cannot be read at all: what happened, to which file, and the way out.

use super::texts;

texts! {
    no_list_in(word, endings)
        zh "{word} 里没有清单；清单的扩展名是 {endings}，问题行文件和隐藏文件不算；下级文件夹加 --recursive"
        en "{word}: no list was found; the names of lists end with {endings}, rejects and hidden files do not count; --recursive looks into folders below";
    recursive_wants_folder()
        zh "--recursive 要配文件夹或 *.xlsx 这样的写法"
        en "--recursive goes with a folder, or a pattern such as *.xlsx";
    no_such_file(path) zh "没有这个文件：{path}；请检查路径和文件名" en "no such file: {path}; check the path and the name";
    held(path) zh "{path} 正被其他程序打开，读不了；先在 Excel/WPS 里关闭它，再试一次" en "{path} is open in another program and cannot be read; close it in Excel/WPS first, and try again";
    may_not_read(path) zh "没有权限读取 {path}；请检查文件权限，或是否正被其他程序占用" en "{path} may not be read; check its permissions, or whether another program holds it";
    cannot_read(path) zh "无法读取 {path}" en "cannot read {path}";
    folder_wanted() zh "这里要的是文件夹，不能用标准输出（-）；请写文件夹名" en "a folder is wanted here, not standard output (-); name one";
    cannot_spool() zh "无法暂存标准输入；请检查临时文件夹的空间和权限" en "cannot keep standard input in a temporary file; check the space and permissions of the temporary folder";
    is_a_folder(path) zh "{path} 是文件夹；请写出其中表格文件的名字" en "{path} is a folder; name the list inside it";
    empty_file(path) zh "{path} 是空文件；请确认导出是否成功" en "{path} is empty; check that it was exported";
    workbook_damaged(path) zh "{path} 不完整或已损坏，无法打开；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{path} is cut off or damaged; fetch it again, or open it in a spreadsheet and save it as xlsx";
    workbook_password(path) zh "{path} 有密码保护；请在 Excel 或 WPS 里输入密码打开，另存为没有密码的 xlsx 后再导入" en "{path} is protected by a password; open it in a spreadsheet, save it as xlsx without one, and import that";
    part_missing(path, part) zh "{path} 缺少内部文件 {part}，已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{path} lacks its part {part}; fetch it again, or open it in a spreadsheet and save it as xlsx";
    part_damaged(path, part) zh "{path} 的内部文件 {part} 已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "the part {part} of {path} is damaged; fetch it again, or open it in a spreadsheet and save it as xlsx";
    sheet_damaged(path, part, row) zh "{path} 的 {part} 在第 {row} 行之后已损坏；请重新下载，或用 Excel、WPS 打开后另存为 xlsx" en "{part} of {path} is damaged after row {row}; fetch it again, or open it in a spreadsheet and save it as xlsx";
    unpacks_too_large(path, part) zh "{path} 的 {part} 解压后异常巨大，不像办公表格；请核对来源，或另存为 CSV 后再导入" en "{part} of {path} unpacks to far more than a list has; check where it came from, or save it as CSV and import that";
    code_page_unknown(path, page) zh "{path} 里的文字用了无法识别的代码页（{page}）；请用 Excel、WPS 打开后另存为 xlsx，或用 --encoding 指明" en "the texts of {path} are in a code page that is not known ({page}); open it in a spreadsheet and save it as xlsx, or name it with --encoding";
    is_no_workbook(path) zh "{path} 里没有表格；请用原来的软件打开，另存为 xlsx 或 CSV 后再导入" en "{path} holds no workbook; open it in the program that made it, and save it as xlsx or CSV";
    no_sheets(path) zh "{path} 里没有工作表；请确认文件" en "{path} has no sheet; check the file";
    no_tables(path) zh "{path} 是网页，里面没有表格；请另存为 xlsx 或 CSV 后再导入" en "{path} is a web page without a table; save the list as xlsx or CSV and import that";
    table_name(number) zh "表{number}" en "table {number}";
    sheet_of(path, sheet) zh "{path}〔{sheet}〕" en "{path} [{sheet}]";
    no_such_sheet(path, sheet, sheets) zh "{path} 里没有工作表“{sheet}”；有：{sheets}" en "{path} has no sheet “{sheet}”; there are: {sheets}";
    all_hidden(path, sheets) zh "{path} 的工作表都是隐藏的：{sheets}；请用 --sheet 指明要读哪一张" en "every sheet of {path} is hidden: {sheets}; name the one to read with --sheet";
    sheets_alike(path, kind, sheets) zh "{path} 有几张工作表都像{kind}表：{sheets}；请用 --sheet 名称 选一张，或 --sheet all 全部导入" en "several sheets of {path} fit a {kind} list: {sheets}; choose one with --sheet NAME, or take all with --sheet all";
    sheets_alike_for_one(path, kind, sheets) zh "{path} 有几张工作表都像{kind}表：{sheets}；请用 --sheet 名称 选一张，几张要分几次写" en "several sheets of {path} fit a {kind} list: {sheets}; choose one with --sheet NAME, and write one after the other";
    sheets_for_like(path) zh "{path} 有几张工作表；--like 只照一张，请用 --sheet 指明" en "{path} has several sheets; --like follows one: name it with --sheet";
    each_is_a_record(list, headers) zh "{list} 一行有几个心愿（{headers}）：每个各登记为一条" en "{list} has several wishes in a row ({headers}): each is a record of its own";
    several_in_row(list, headers)
        zh "{list} 一行有几个心愿，数量、预算等也各有一列（{headers}），分不清是哪一个的；请每个心愿写一行，姓名、电话等照抄，再导入"
        en "{list} has several wishes in a row, and columns for each of them besides ({headers}); give each wish a row of its own, with the name and the phone, and import it again";
    header_twice(name, row, headers)
        zh "{name} 第 {row} 行的表头左右重复，是并排的两张表（{headers}）；请把右边的表剪到左边的下面，再导入"
        en "{name} row {row}: two lists stand side by side under one header ({headers}); put the right one below the left one and import it again";
    map_not_utf8(file) zh "{file} 不是 UTF-8 文本；请另存为 UTF-8" en "{file} is not UTF-8 text; save it as UTF-8";
    map_too_large(file) zh "{file} 太大，不是对照表；请检查文件名" en "{file} is too large for a map; check the name";
    list_too_large(path, most) zh "{path} 超过 {most} MB，不像办公表格；请核对来源，或分成几个文件" en "{path} is larger than {most} MB, which no list of an office is; check where it comes from, or split it";
    too_many_sheets(path, count) zh "{path} 有 {count} 张工作表，逐张找要太久；请用 --sheet 指明要读哪一张，或把清单另存为 xlsx" en "{path} has {count} sheets, which takes too long to look through; name the one to read with --sheet, or save the list by itself as xlsx";
    too_spread(path) zh "{path} 的单元格散得太开，读不了；请用 Excel、WPS 打开后另存为 xlsx" en "the cells of {path} are spread too far to be read; open it in a spreadsheet and save it as xlsx";
    map_broken(file, line, why) zh "{file} 第 {line} 行不是对照表的写法：{why}；请照 [columns] 字段 = \"表头\" 修改" en "{file} line {line} is not a map: {why}; write [columns] field = \"header\"";
    map_field_unknown(file, name, known) zh "{file}：没有字段 {name}；有：{known}" en "{file}: there is no field {name}; there are: {known}";
    map_header_twice(file, header) zh "{file}：表头“{header}”对应了两个字段；请只留一个" en "{file}: the header “{header}” is given to two fields; keep one";
    map_head_missing(file, header, list, headers) zh "{file}：{list} 没有表头“{header}”；它的表头是：{headers}" en "{file}: {list} has no header “{header}”; its headers are: {headers}";
    word_in_rows(word, rows) zh "{word}（{rows} 行）" en "{word} ({rows} rows)";
    perhaps(word) zh "可能是 {word}" en "perhaps {word}";
    map_values(words) zh "右边填：{words}" en "to the right: {words}";
    unknown_words(list, field, words, draft) zh "{list} 的{field}有不认识的词：{words}；没有导入。请把下面存为 map.toml，填好后加 --map map.toml：\n\n{draft}" en "{list}: words of {field} that are not recognised: {words}; nothing was imported. Save this as map.toml, fill it in, and add --map map.toml:\n\n{draft}";
    map_value_wrong(file, word, ours, known) zh "{file} 的 [values]：“{word}”对应的“{ours}”不是可用的词；有：{known}" en "{file}, [values]: “{ours}” for “{word}” is none of the words; there are: {known}";
    map_ignored() zh "不要的列：不读取，也不保存" en "columns to drop: neither read nor stored";
    map_kept_columns() zh "只存档、不参与统计的列" en "columns to keep as they are";
    column_like(header, field) zh "{header}（像 {field}）" en "{header} (like {field})";
    column_of_ids(header) zh "{header}（身份证号，这类清单不保存）" en "{header} (identity numbers, which such lists do not store)";
    column_of_claims(header) zh "{header}（认领的事另用 claim import 登记）" en "{header} (claims are imported by claim import)";
    column_as(header, field) zh "{header}＝{field}" en "{header} = {field}";
    column_in_unit(header, field, unit) zh "{header}＝{field}（{unit}）" en "{header} = {field} ({unit})";
    unused_columns(list, columns) zh "{list} 未识别的列：{columns}（只存档，不参与统计；不要就加 --ignore 列名）" en "{list}: columns that are not recognised: {columns} (kept as they are; --ignore NAME drops one)";
    unread_columns(list, columns) zh "{list} 未用到的列：{columns}" en "{list}: columns that are not used: {columns}";
    and_more_columns(columns, count) zh "{columns} 等 {count} 列" en "{columns} and more, {count} in all";
    by_words(list, columns) zh "{list} 按表头里的字认出：{columns}；不对就用 --map 指明" en "{list}: known by words in the headers: {columns}; say otherwise with --map";
    no_such_column(column, headers) zh "--ignore：没有“{column}”这一列；表头是：{headers}" en "--ignore: there is no column “{column}”; the headers are: {headers}";
    sensitive_columns(list, columns, flags, draft) zh "{list} 有几列关系重大，不能只存档：{columns}；没有导入。不要这些列就加 {flags}；要用就把下面存为 map.toml，填好后加 --map map.toml：\n\n{draft}" en "{list} has columns that matter too much to be merely kept: {columns}; nothing was imported. To drop them, add {flags}; to use them, save this as map.toml, fill it in, and add --map map.toml:\n\n{draft}";
    map_constant_wrong(file, field, why) zh "{file} 的 [constants] {field}：{why}" en "{file}, [constants] {field}: {why}";
    place_of_sheet(list, place) zh "{list} 没有属地列，按工作表名取 {place}" en "{list} has no column for the place; the sheet's name says {place}";
    comments_left(list, count, cells) zh "{list} 有 {count} 条批注没有读取（{cells}）；批注里写了已撤回之类的，请自己处理那一行" en "{list} has {count} comments that were not read ({cells}); where one says that a row no longer holds, see to that row";
    place_of_title(list, place) zh "{list} 的标题里有“{place}”：全表都是这里的就加 --under {place}" en "{list} names {place} above its header: add --under {place} if the whole list is of it";
    map_draft(free) zh "字段 = \"表头\"，或 [\"表头一\", \"表头二\"]；还没用到的表头：{free}" en "field = \"header\", or [\"one header\", \"another\"]; headers that are still free: {free}";
    missing_column_map(message, draft) zh "{message}\n也可把下面存为 map.toml，填好后加 --map map.toml：\n\n{draft}" en "{message}\nor save this as map.toml, fill it in, and add --map map.toml:\n\n{draft}";
    corrects(list) zh "{list} 只有编号和要改的列：按更正清单读取，只改动已有的记录，没有的列和空格都保持原样" en "{list} has codes and the columns that change: it is read as corrections of known records; columns that are not there, and blank cells, change nothing";
    none_fits(path, kind) zh "{path} 没有一张工作表像{kind}表" en "no sheet of {path} fits a {kind} list";
    sheet_hidden(path, sheet) zh "{path} 的隐藏工作表“{sheet}”未读取；需要时用 --sheet 指明" en "the hidden sheet “{sheet}” of {path} was left out; --sheet names it where it is wanted";
    sheet_left(path, sheet) zh "{path} 的工作表“{sheet}”不像这类表格，未读取" en "the sheet “{sheet}” of {path} does not fit and was left out";
    sheet_for_text(path) zh "{path} 是文本表格，没有工作表；请去掉 --sheet" en "{path} is delimited text and has no sheets; leave out --sheet";
    is_no_list(path, what) zh "{path} 是 {what} 文件，不是能读取的表格；请另存为 xlsx 或 CSV 后再导入" en "{path} is a {what} file, not a list that can be read; save the list as xlsx or CSV and import that";
    is_a_picture(path, what) zh "{path} 是 {what}，里面的文字读不出来；请向提供的人要原来的表格（xlsx 或 CSV）" en "{path} is a {what}, whose words cannot be read; ask whoever sent it for the list itself (xlsx or CSV)";
    is_a_lock_file(path, name) zh "{path} 是表格软件打开“{name}”时的临时文件，里面没有内容；请关闭表格软件，改用 {name}" en "{path} is what a spreadsheet program keeps while “{name}” is open, and holds no list; close it, and give {name}";
    is_too_old(path, what) zh "{path} 是 {what} 的旧格式，无法读取；请用 Excel 或 LibreOffice 打开后另存为 xlsx" en "{path} is a sheet of {what}, which cannot be read; open it in Excel or LibreOffice and save it as xlsx";
    is_numbers(path) zh "{path} 是苹果 Numbers 的文件；请在 Numbers 里“导出为 Excel”后再导入" en "{path} is a Numbers file; export it from Numbers as Excel, and import that";
    not_text(path) zh "{path} 不是文本表格；请另存为 CSV 后再导入" en "{path} is not a text list; save it as CSV and import that";
    encoding_unsure(path) zh "无法确定 {path} 的编码；请另存为 UTF-8，或用 --encoding 指明（utf-8、gb18030、utf-16le、utf-16be）" en "cannot tell the encoding of {path}; save it as UTF-8, or name it with --encoding (utf-8, gb18030, utf-16le, utf-16be)";
    bytes_broken(path, row, encoding) zh "{path} 第 {row} 行有不是 {encoding} 的字节；请修正该行，或用 --encoding 指明编码" en "{path} row {row} has bytes that are not {encoding}; mend the row, or name the encoding with --encoding";
    unclosed_quote(path, row) zh "{path} 第 {row} 行的引号没有结束；请在该行补上或去掉引号；引号都只是文字时加 --quotes literal" en "{path} row {row} opens a quote that never closes; close or remove it in that row; where quotes are only characters, add --quotes literal";
    text_after_quote(path, row) zh "{path} 第 {row} 行的引号后面还有文字；请把单元格里的引号写成两个，或去掉；引号都只是文字时加 --quotes literal" en "{path} row {row} has text after a closing quote; double the quotes inside the cell, or remove them; where quotes are only characters, add --quotes literal";
    rows_in_quotes(path, row) zh "{path} 第 {row} 行有引号括住了像是好几行的内容，其中的行可能会丢；引号只是文字时加 --quotes literal，确实是一格里的多行文字时加 --quotes strict" en "{path} row {row} has quotes around what looks like several rows, which would be lost; where quotes are only characters, add --quotes literal; where it really is one cell of several lines, --quotes strict";
    second_header(path, row, headers) zh "{path} 第 {row} 行又是表头，而且有前面没有的列：{headers}；请从这一行起另存为一个文件，再一起导入" en "{path} row {row} is a header again, with columns that the first one lacks: {headers}; save the list from that row on as a file of its own, and import both";
    row_too_large(path, row) zh "{path} 第 {row} 行超过 16 MB；请检查分隔和换行" en "{path} row {row} is larger than 16 MB; check its delimiters and line breaks";
    too_many_columns(path, row, most) zh "{path} 第 {row} 行超过 {most} 列；请检查分隔符" en "{path} row {row} has more than {most} columns; check the delimiter";
    no_rows(path, row) zh "{path} 只有表头（第 {row} 行），下面没有内容；请确认导出是否完整" en "{path} has only a header (row {row}) and no rows below it; check that the export is whole";
    is_form(path, labels, command) zh "{path} 是竖着填的表：一列里有 {labels}；这里读的是一行一条的清单，请把这一列放到第一行（表格软件里复制后“选择性粘贴”勾“转置”），一条一行，或用 {command} --ask 逐条录入" en "{path} is a form filled in from top to bottom: one column has {labels}; a list has one record in each row, so turn that column into the first row (paste special, transpose), or type the records with {command} --ask";
    no_header(path, kind, needed, rows) zh "{path} 前 20 行里找不到{kind}表的表头（需要：{needed}）；开头是：{rows}；请补上表头，或用 --delimiter、--encoding 指明格式" en "no header of a {kind} list in the first 20 rows of {path} (needed: {needed}); it begins with: {rows}; add a header, or name the format with --delimiter or --encoding";
    missing_column(path, missing, row, headers) zh "{path} 缺少必需的列：{missing}；第 {row} 行的表头是：{headers}；请补上该列，或改用上述列名" en "{path} lacks a required column: {missing}; the headers in row {row} are: {headers}; add the column, or rename its header";
    wrong_kind(path, asked, fits, headers, command) zh "{path} 不像{asked}表，而像{fits}表（表头：{headers}）；请改用 {command}，或换一个文件" en "{path} does not look like a {asked} list but like a {fits} list (headers: {headers}); use {command}, or another file";
    need_or_content() zh "心愿编号（或 微心愿内容 和 许愿人）" en "need (or content and wisher)";
}
