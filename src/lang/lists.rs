//! What is said of a list that cannot be read at all: what happened, to which file, and the way out.

use super::texts;

texts! {
    no_such_file(path) zh "没有这个文件：{path}；请检查路径和文件名" en "no such file: {path}; check the path and the name";
    may_not_read(path) zh "没有权限读取 {path}；请检查文件权限，或是否正被其他程序占用" en "{path} may not be read; check its permissions, or whether another program holds it";
    cannot_read(path) zh "无法读取 {path}" en "cannot read {path}";
    cannot_spool() zh "无法暂存标准输入；请检查临时文件夹的空间和权限" en "cannot keep standard input in a temporary file; check the space and permissions of the temporary folder";
    is_a_folder(path) zh "{path} 是文件夹；请写出其中表格文件的名字" en "{path} is a folder; name the list inside it";
    empty_file(path) zh "{path} 是空文件；请确认导出是否成功" en "{path} is empty; check that it was exported";
    is_a_workbook(path, what) zh "{path} 是 {what} 表格，暂不能直接读取；请用 Excel 或 WPS 另存为 CSV 后再导入" en "{path} is a workbook ({what}), which cannot be read yet; save it as CSV and import that";
    is_no_list(path, what) zh "{path} 是 {what} 文件，不是表格；请把表格另存为 CSV 后再导入" en "{path} is a {what} file, not a list; save the list as CSV and import that";
    not_text(path) zh "{path} 不是文本表格；请另存为 CSV 后再导入" en "{path} is not a text list; save it as CSV and import that";
    encoding_unsure(path) zh "无法确定 {path} 的编码；请另存为 UTF-8，或用 --encoding 指明（utf-8、gb18030、utf-16le、utf-16be）" en "cannot tell the encoding of {path}; save it as UTF-8, or name it with --encoding (utf-8, gb18030, utf-16le, utf-16be)";
    bytes_broken(path, row, encoding) zh "{path} 第 {row} 行有不是 {encoding} 的字节；请修正该行，或用 --encoding 指明编码" en "{path} row {row} has bytes that are not {encoding}; mend the row, or name the encoding with --encoding";
    unclosed_quote(path, row) zh "{path} 第 {row} 行的引号没有结束；请在该行补上或去掉引号" en "{path} row {row} opens a quote that never closes; close or remove it in that row";
    text_after_quote(path, row) zh "{path} 第 {row} 行的引号后面还有文字；请把单元格里的引号写成两个，或去掉" en "{path} row {row} has text behind a closing quote; double the quotes inside the cell, or remove them";
    row_too_large(path, row) zh "{path} 第 {row} 行超过 16 MB；请检查分隔和换行" en "{path} row {row} is larger than 16 MB; check its delimiters and line breaks";
    too_many_columns(path, row, most) zh "{path} 第 {row} 行超过 {most} 列；请检查分隔符" en "{path} row {row} has more than {most} columns; check the delimiter";
    no_rows(path, row) zh "{path} 只有表头（第 {row} 行），下面没有内容；请确认导出是否完整" en "{path} has only a header (row {row}) and no rows below it; check that the export is whole";
    no_header(path, kind, needed, rows) zh "{path} 前 20 行里找不到{kind}表的表头（需要：{needed}）；开头是：{rows}；请补上表头，或用 --delimiter、--encoding 指明格式" en "no header of a {kind} list in the first 20 rows of {path} (needed: {needed}); it begins with: {rows}; add a header, or name the format with --delimiter or --encoding";
    missing_column(path, missing, row, heads) zh "{path} 缺少必需的列：{missing}；第 {row} 行的表头是：{heads}；请补上该列，或改用上述列名" en "{path} lacks a required column: {missing}; the heads in row {row} are: {heads}; add the column, or rename its head";
    wrong_kind(path, asked, fits, heads, command) zh "{path} 不像{asked}表，而像{fits}表（表头：{heads}）；请改用 {command}，或换一个文件" en "{path} does not look like a {asked} list but like a {fits} list (heads: {heads}); use {command}, or another file";
    need_or_content() zh "心愿编号（或 微心愿内容 和 许愿人）" en "need (or content and wisher)";
}
