//! Texts of the program's own end.

use super::texts;

texts! {
    error(message)
        zh "错误：{message}"
        en "error: {message}";
    changed_all_the_same(message)
        zh "改动已经保存，但结果没有写出：{message}；用 log 或 show 查看，不必重做"
        en "the change was made, but its answer was not written: {message}; see log or show, and do not repeat it";
    went_wrong(place, version)
        zh "程序自己出了错（{place}，版本 {version}），没有改动。请把这一行和所用的命令发给提供本程序的单位，不要发工作文件和名单"
        en "the program itself went wrong ({place}, version {version}), nothing was changed. Send this line and the command to whoever gave you the program, and neither the office file nor a list";
    went_wrong_later(place, version)
        zh "程序自己出了错（{place}，版本 {version}），改动此前已经保存，用 log 查看。请把这一行和所用的命令发给提供本程序的单位，不要发工作文件和名单"
        en "the program itself went wrong ({place}, version {version}); the change had been saved before, see log. Send this line and the command to whoever gave you the program, and neither the office file nor a list";
    not_spoken(word)
        zh "SHUANGWEI_LANG={word}：没有这种语言，用中文；可写 zh 或 en"
        en "SHUANGWEI_LANG={word}: no such language, English is used; write zh or en";
    details(version, commit, sqlite, schema, target, profile, features)
        zh "shuangwei {version}\n提交：{commit}\nSQLite：{sqlite}\n工作文件格式：{schema}\n平台：{target}\n构建：{profile}\n附加功能：{features}"
        en "shuangwei {version}\ncommit: {commit}\nSQLite: {sqlite}\nschema: {schema}\ntarget: {target}\nbuild: {profile}\nfeatures: {features}";
    clock_is_off(day)
        zh "系统日期 {day} 不对，请校正时钟"
        en "the system's day {day} is off; set the clock";
    today_is_for_tests(variable)
        zh "--today 只供测试：操作记录里的日期会不真实；事情发生在别的日子，用 --on；测试时先设环境变量 {variable}=1"
        en "--today is for tests: the log would have a day that is not true; for what happened on another day there is --on; tests set {variable}=1 in the environment";
    office_file()
        zh "工作文件"
        en "the office file";
}

/// An error's two parts: what happened, and the way out behind the semicolon or on the next line, if it has one.
pub fn what_and_way_out(message: &str) -> (&str, Option<String>) {
    let ends = [("；", '；'.len_utf8()), ("; ", 2), ("\n", 1)];
    let first = ends.iter().filter_map(|(end, length)| Some((message.find(end)?, *length))).min();
    let Some((at, length)) = first else { return (message, None) };
    let (what, way_out) = (message[..at].trim_end(), message[at + length..].trim());
    // Behind a blank line is a file to save as it is: a map to fill in.
    if way_out.contains("\n\n") {
        return (what, Some(way_out.to_owned()));
    }
    let lines: Vec<&str> = way_out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (what, Some(lines.join(super::semicolon())))
}

texts! {
    not_there() zh "没有这个文件或文件夹" en "no such file or folder";
    not_allowed() zh "没有权限" en "permission denied";
    a_folder() zh "这是文件夹，不是文件" en "a folder, not a file";
    no_folder() zh "路径里有一段不是文件夹" en "a part of the path is not a folder";
    disk_full() zh "磁盘已满" en "the disk is full";
    disk_read_only() zh "磁盘是只读的" en "the disk is read-only";
    not_utf8() zh "不是 UTF-8 文本，请另存为 UTF-8" en "not UTF-8 text, save it as UTF-8";
    too_large() zh "文件太大" en "the file is too large";
    there_already() zh "已经存在" en "it exists already";
}

/// What the system says of a file, as people would; what has no words here, in its own.
pub fn system_says(cause: &std::io::Error) -> String {
    use std::io::ErrorKind;
    if super::current() == super::Lang::En {
        return cause.to_string();
    }
    // An error of ours that only travels as one of the system's has its own words; so does one with a path behind it, which
    // whoever reports it names.
    let is_ours = cause.get_ref().is_some() && matches!(cause.kind(), ErrorKind::InvalidData | ErrorKind::Other);
    match cause.kind() {
        _ if is_ours => cause.to_string(),
        ErrorKind::NotFound => not_there(),
        ErrorKind::PermissionDenied => not_allowed(),
        ErrorKind::IsADirectory => a_folder(),
        ErrorKind::NotADirectory => no_folder(),
        ErrorKind::StorageFull => disk_full(),
        ErrorKind::ReadOnlyFilesystem => disk_read_only(),
        ErrorKind::InvalidData => not_utf8(),
        ErrorKind::FileTooLarge => too_large(),
        ErrorKind::AlreadyExists => there_already(),
        _ => cause.to_string(),
    }
}
