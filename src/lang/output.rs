//! Texts of what is written: files in the way, formats, charts.

use super::texts;

texts! {
    csv_only(option)
        zh "{option} 只用于 UTF-8 的 CSV：--format csv，或 --output 以 .csv 结尾"
        en "{option} is for CSV in UTF-8 only: --format csv, or an --output that ends with .csv";
    notes_in_csv_only()
        zh "--with-notes 只用于 CSV，别的形式本来就有页脚"
        en "--with-notes is for CSV only: every other format has its footer";
    letterhead_only(option)
        zh "{option} 写在工作簿和网页的表头里，别的形式没有；请加 --output 报表.xlsx 或 .html"
        en "{option} is printed above the tables of workbooks and pages only; add --output REPORT.xlsx or .html";
    heading(name) zh "【{name}】" en "{name}";
    no_rows() zh "（没有）" en "(none)";
    unknown_extension(path) zh "看不出 {path} 是什么格式；扩展名请用 .txt、.csv、.json、.md、.xlsx 或 .html，或加 --format" en "cannot tell the format of {path}; name it .txt, .csv, .json, .md, .xlsx or .html, or give --format";
    other_extension(format, path) zh "--format {format} 和 {path} 的扩展名不一致；去掉 --format，或换扩展名" en "--format {format} contradicts the ending of {path}; leave out --format, or change the ending";
    already_exists(path) zh "文件已存在：{path}；要替换它请加 --force" en "already exists: {path}; give --force to replace it";
    office_file_in_the_way(path) zh "{path} 是工作文件（或它的日志、备份），不能覆盖；请换一个文件名" en "{path} is an office file, or its journal or backup, and is never replaced; choose another name";
    not_of_a_pack(path) zh "{path} 不是以前发布时写出的文件，没有替换；请移走它，或用 --to 换一个文件夹" en "{path} was not written by an earlier publish and was left alone; move it away, or choose another folder with --to";
    no_such_folder(folder, path) zh "没有这个文件夹：{folder}；请先建好，再写 {path}" en "no such folder: {folder}; make it first, then write {path}";
    not_a_file(path) zh "{path} 不是普通文件，不能替换；请换一个文件名" en "{path} is not a regular file and cannot be replaced; name another one";
    not_a_folder(path) zh "{path} 不是文件夹；请换一个名字" en "{path} is not a folder; name another one";
    disk_full(path) zh "磁盘已满，没有写出 {path}；请腾出空间再试" en "the disk is full, {path} was not written; free some space and try again";
    held(path) zh "{path} 正被其他程序打开，没有替换；先在 Excel/WPS 里关闭它，再试一次" en "{path} is open in another program and was not replaced; close it in Excel/WPS first, and try again";
    not_permitted(path) zh "没有权限写 {path}；请换一个文件夹，或请管理员授权" en "no permission to write {path}; choose another folder, or ask for permission";
    cannot_write(path) zh "写不出 {path}" en "cannot write {path}";
    cannot_make_folder(path) zh "建不了文件夹 {path}" en "cannot make the folder {path}";
    cannot_read_back(path) zh "读不回 {path}" en "cannot read back {path}";
    cannot_remove(path) zh "删不掉 {path}" en "cannot remove {path}";
    cannot_print() zh "写不到屏幕" en "cannot write to the standard output";
    too_many_rejects(path) zh "{path} 及其后编号的文件太多；请移走旧的再试" en "too many files named like {path}; move the old ones away and try again";
    needs_file() zh "xlsx 不能显示在屏幕上；请加 --output 文件.xlsx" en "xlsx cannot be shown on a terminal; give --output FILE.xlsx";
    sheet() zh "表" en "table";
    labelled(label, value) zh "{label}：{value}" en "{label}: {value}";
    page_of(page, pages) zh "第 {page} 页，共 {pages} 页" en "page {page} of {pages}";
    drawn_first(rows) zh "图中只画前 {rows} 行" en "the chart shows the first {rows} rows only";
}
