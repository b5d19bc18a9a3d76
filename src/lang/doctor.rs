//! Texts of `doctor`.

use super::texts;
use crate::model::access::Reach;

texts! {
    sound() zh "这台机器没有问题" en "nothing is wrong with this machine";
    problems(count) zh "发现 {count} 个问题" en "problems found: {count}";
    program(version, system, folder, file) zh "shuangwei {version}，{system}，文件夹 {folder}，工作文件 {file}" en "shuangwei {version}, {system}, folder {folder}, office file {file}";
    way_restore(path) zh "运行 restore \"{path}\" 从备份恢复" en "run restore \"{path}\"";
    may_write() zh "文件夹都能写入" en "this user may write to every folder that is needed";
    no_writing(folder, cause) zh "{folder} 不能写入：{cause}" en "{folder} cannot be written to: {cause}";
    way_writing() zh "换到自己的文件夹（如“文档”）里运行，或请管理员放开写入权限" en "run in a folder of your own, or ask an administrator for the right to write there";
    backed_up(day) zh "最近一次自动备份 {day}" en "newest automatic backup: {day}";
    not_backed_up() zh "还没有自动备份" en "no automatic backup yet";
    wide(columns, asks) zh "宽 {columns} 列；{asks}" en "{columns} columns wide; {asks}";
    narrow(columns, wanted) zh "窗口只有 {columns} 列宽，表格会折行，至少要 {wanted} 列" en "only {columns} columns wide: tables need {wanted}";
    way_window() zh "把窗口拉宽，或把字号调小" en "make the window wider, or the font smaller";
    asks() zh "可以回答提问" en "questions can be answered";
    asks_nothing() zh "不是终端，不会提问" en "no terminal: nothing is asked";
    local_disk() zh "在本机磁盘上" en "on a local disk";
    way_place() zh "把工作文件移到本机磁盘，用 --db 指定" en "move the office file to a local disk, and name it with --db";
    opens(path) zh "{path} 打得开" en "{path} opens";
    way_check() zh "用 check 查看，必要时用 restore 从备份恢复" en "run check, and restore a backup if need be";
    read_only() zh "工作文件是只读的" en "the office file is read-only";
    nothing_unfinished() zh "没有做到一半的清除" en "none was cut off";
    erasing_finished() zh "有一次清除没有做完，已经补完" en "one had been cut off, and was finished";
    erasing_unfinished() zh "有一次清除没有做完，磁盘上可能还有残余" en "one was cut off, and something may be left on the disk";
    way_fix() zh "运行 doctor --fix" en "run doctor --fix";
    clock_behind(today, day) zh "系统日期 {today} 早于最近一次操作 {day}" en "the system's day {today} is before the newest entry's, {day}";
    clock_fits(today) zh "系统日期 {today}" en "the system's day is {today}";
    way_clock() zh "校正系统时钟" en "set the clock";
    owner_only() zh "只有自己能读写" en "only the owner can access the files";
    to_read() zh "读" en "read";
    to_write() zh "写" en "write";
    to_read_and_write() zh "读写" en "read and write";
    open(path, may, reach) zh "{path}：其他用户也能{may}（{reach}）" en "{path}: others may {may} it ({reach})";
    closed(path) zh "{path}：已收紧" en "{path}: closed";
    not_closed(path, reach) zh "{path}：收不紧（{reach}）" en "{path}: could not be closed ({reach})";
    common(path, reach) zh "{path}：大家共用的文件夹（{reach}）" en "{path}: a folder that everybody may write to ({reach})";
    mode(mode) zh "权限 {mode}" en "mode {mode}";
    accounts(names) zh "可访问者 {names}" en "open to {names}";
    way_own_folder() zh "把工作文件移到自己的文件夹" en "move the office file to a folder of your own";
    way_owner() zh "请文件的所有者或管理员收紧" en "ask the owner or an administrator to close it";
    room(room) zh "还有 {room} MB" en "{room} MB left";
    little_room(room, wanted) zh "只剩 {room} MB，备份和清除要用 {wanted} MB" en "{room} MB left, a backup and an erasing take {wanted} MB";
    not_asked() zh "这个系统没有告知" en "the system does not say";
    way_disk() zh "腾出空间" en "make room";
    letters_fit() zh "终端的编码没有问题" en "the terminal shows Chinese characters";
    other_letters(locale) zh "终端不是 UTF-8（{locale}），汉字会显示成别的" en "the terminal is not in UTF-8 ({locale}), Chinese will look like something else";
    way_letters() zh "把终端和 LANG 设为 UTF-8，例如 zh_CN.UTF-8" en "set the terminal and LANG to UTF-8, such as zh_CN.UTF-8";
}

super::headers! {
    headers zh ["检查", "正常", "结果", "办法"] en ["what", "fine", "found", "way out"];
}

/// How others get at a file.
pub fn reach(reach: &Reach) -> String {
    match reach {
        Reach::Mode(mode) => self::mode(format!("{mode:03o}")),
        Reach::Accounts(names) => accounts(names.join(super::comma())),
    }
}

/// What others may do with a file.
pub fn may(reach: &Reach) -> String {
    match reach {
        Reach::Mode(mode) if mode & 0o006 == 0o004 => to_read(),
        Reach::Mode(mode) if mode & 0o006 == 0o002 => to_write(),
        Reach::Mode(_) | Reach::Accounts(_) => to_read_and_write(),
    }
}

/// What was looked at, in the user's words.
pub fn what(code: &str) -> String {
    let (zh, en) = match code {
        "program" => ("程序", "program"),
        "settings" => ("设置", "settings"),
        "writing" => ("写入", "writing"),
        "backup" => ("备份", "backup"),
        "window" => ("窗口", "window"),
        "place" => ("位置", "place"),
        "file" => ("工作文件", "office file"),
        "erasing" => ("清除", "erasing"),
        "clock" => ("时钟", "clock"),
        "rights" => ("权限", "rights"),
        "disk" => ("磁盘", "disk"),
        "letters" => ("文字", "letters"),
        other => (other, other),
    };
    super::pick(zh, en).to_owned()
}
