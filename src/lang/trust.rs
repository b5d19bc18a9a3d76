//! Texts of what an office can trust: the log, undoing, checking.

use super::{Lang, current, headers, texts};

texts! {
    no_such_entry(entry, last)
        zh "没有操作 {entry}；最后一条是操作 {last}，见 log"
        en "no entry {entry}; the newest is {last}, see log";
    reason_line(reason)
        zh "理由：{reason}"
        en "reason: {reason}";
    log_fits(entries)
        zh "日志完好：{entries} 条操作逐条相符，每条记录与日志一致"
        en "the log is intact: {entries} entries follow one another, and every record matches it";
    log_fits_witness(witness)
        zh "与报表上的 {witness} 相符"
        en "and it still contains {witness}";
    expect_wants_verify()
        zh "--expect 要与 --verify 一起用"
        en "--expect goes with --verify";
    // Undo.
    would_undo(entry, records, command)
        zh "将撤销操作 {entry}（{command}），{records} 条记录将复原"
        en "entry {entry} ({command}) would be taken back, {records} records would be as they were";
    undone(entry, records, command)
        zh "已撤销操作 {entry}（{command}），{records} 条记录复原"
        en "entry {entry} ({command}) was taken back, {records} records are as they were";
    sums(what)
        zh "其中{what}"
        en "of them {what}";
    see_verbose()
        zh "逐条看加 --verbose"
        en "--verbose lists them one by one";
    undone_already(entry, by)
        zh "操作 {entry} 此前已由操作 {by} 撤销，没有改动；要再往前撤，写明 undo 序号"
        en "entry {entry} was taken back by entry {by} before, nothing was changed; to go on back, name the entry";
    undo_init()
        zh "操作 1 建立了工作文件，不能撤销；不用它就把文件收好另建"
        en "entry 1 made the office file and cannot be taken back; put the file away and make another";
    undo_erased(entry)
        zh "操作 {entry} 涉及已清除的个人信息，不能撤销：清除的取不回"
        en "entry {entry} touches what was erased and cannot be taken back: nobody can get that back";
    undo_revealed(entry)
        zh "操作 {entry} 已写出电话和住址，撤销不能收回；这条记录保留"
        en "entry {entry} wrote phones and addresses out, which cannot be taken back; its record stays";
    no_such_command(words, all)
        zh "日志里没有叫 {words} 的命令；可用：{all}"
        en "the log has no command called {words}; there are: {all}";
    undo_before(why, before)
        zh "{why}；要撤销它之前的：undo {before}"
        en "{why}; to take back the one before it: undo {before}";
    undo_published(entry, codes, by)
        zh "不能撤销操作 {entry}：操作 {by} 已把 {codes} 公开，看过的收不回；用 publish --take-down 撤下，或用 publish --wording 改写"
        en "entry {entry} cannot be taken back: entry {by} has made {codes} public, and what was seen cannot be unseen; use publish --take-down, or publish --wording";
    undo_later(entry, later, records, newest)
        zh "不能撤销操作 {entry}：之后的操作 {later} 以它为基础（{records}）；先撤销后面的：undo {newest}"
        en "entry {entry} cannot be taken back: later entries {later} depend on it ({records}); take those back first: undo {newest}";
    undo_breaks(entry, message)
        zh "不能撤销操作 {entry}：撤销后 {message}；先处理这些事项，或用 show 查看"
        en "entry {entry} cannot be taken back: without it {message}; settle these needs first, or see show";
    // Backup and restore.
    backup_exists(path)
        zh "{path} 已经存在，没有覆盖；换一个文件名，或加 --force"
        en "{path} exists already and was left alone; choose another name, or add --force";
    backup_missing(path, folder)
        zh "没有这个备份：{path}；自动备份在 {folder} 里"
        en "no such backup: {path}; automatic ones are in {folder}";
    backup_no_file(path)
        zh "{path} 不是普通文件；请写出备份的文件名"
        en "{path} is not a file; name the file of the backup";
    backup_no_folder(path)
        zh "没有这个文件夹：{path}；请先建立"
        en "no such folder: {path}; make it first";
    backup_failed(path)
        zh "无法写出 {path}，没有改动；请检查能否写入"
        en "cannot write {path}, nothing was changed; check that it may be written";
    backup_disk_full(path)
        zh "{path}：磁盘已满，写不下备份，没有改动；腾出空间后再试"
        en "{path}: the disk is full and has no room for the backup, nothing was changed; make room and try again";
    backup_unreadable(path)
        zh "{path}：写出的备份读不回来，没有留下；请换个磁盘"
        en "{path}: the backup cannot be read back and was not kept; use another disk";
    backup_differs(path)
        zh "{path}：写出的备份与工作文件不同，没有留下；请换个磁盘再试"
        en "{path}: the backup is not the same as the office file and was not kept; try another disk";
    backup_damaged(path)
        zh "{path}：备份已损坏，没有恢复；请换一份更早的备份"
        en "{path}: the backup is damaged and was not restored; use an older one";
    backup_not_removed(path)
        zh "{path} 删不掉；请手工删除"
        en "{path} cannot be removed; remove it by hand";
    backed_up(path, head)
        zh "已备份到 {path}，已核对无误（存档校验码 {head}）"
        en "backed up to {path}, the same byte by byte (log head {head})";
    would_back_up(path, head)
        zh "将备份到 {path}（存档校验码 {head}）"
        en "would be backed up to {path} (log head {head})";
    backup_not_piped(command, example)
        zh "{command} 要的是文件，不能用标准输入输出（-）；请写文件名，如 {example}"
        en "{command} needs a file, not standard input or output (-); name one, such as {example}";
    backup_had(path)
        zh "没有新的改动，最近的备份 {path} 已是最新"
        en "nothing has changed since the newest backup, {path}";
    backup_empty()
        zh "工作文件里还没有内容，不必备份"
        en "there is nothing in the office file yet, and nothing to back up";
    backup_where()
        zh "请写出备份的文件名，或用 --auto"
        en "name the file of the backup, or use --auto";
    would_restore(backup, path, head)
        zh "将从 {backup} 恢复为 {path}（存档校验码 {head}）"
        en "{backup} would be restored as {path} (log head {head})";
    restored(backup, path, head)
        zh "已从 {backup} 恢复为 {path}（存档校验码 {head}）"
        en "{backup} was restored as {path} (log head {head})";
    restored_with_problems(backup, count)
        zh "注意：备份 {backup} 本身有 {count} 个问题（见上），有人绕过本程序改动过它，里面的记录和数字不能直接相信；有别的备份就换一份，没有就先用 check 逐个核对，改正后再用"
        en "careful: the backup {backup} has {count} problems of its own (see above); somebody changed it behind the program's back, and its records and figures are not to be trusted as they are: use another backup, or go through them with check and correct them first";
    restored_elsewhere(wanted, path)
        zh "{wanted} 没有动。要改用恢复的文件：先把它移走，再把 {path} 改成它的名字；或用 --db {path}"
        en "{wanted} was left alone. To use the restored file, move that one away and give {path} its name, or use --db {path}";
    // Erasing.
    unknown_person(name)
        zh "没有叫 {name} 的党员、许愿人、联系人或社会力量，也没有这个编号"
        en "nobody on record is called {name}, and there is no such code";
    several_persons(name, message)
        zh "叫 {name} 的可能不止一人：{message}；请写出要清除的编号，可以写几个"
        en "{name} may be several people: {message}; name the codes that are meant, one or more";
    erasing_nobody(code)
        zh "{code} 里没有要清除的个人信息"
        en "there is nobody to erase in {code}";
    person(code, name, phone)
        zh "{code} {name} {phone}"
        en "{code} {name} {phone}";
    no_code()
        zh "（社会力量）"
        en "(outsider)";
    would_erase(own, others)
        zh "将清除 {own} 条个人记录，另有 {others} 条记录里的姓名电话；历史一并清除，计数不变，清除后不能撤销"
        en "would erase {own} records of the person, and the name or number in {others} others, with their history; counts would stay, and nobody could undo it";
    erased(own, others)
        zh "已清除 {own} 条个人记录，另有 {others} 条记录里的姓名电话；历史一并清除，计数不变，不能撤销"
        en "erased {own} records of the person, and the name or number in {others} others, with their history; counts stay, and nobody can undo it";
    erased_already()
        zh "此前已清除，没有改动"
        en "erased before; nothing was changed";
    erasing_taken_up()
        zh "上一次清除没有做完，现已补完：工作文件和日志文件已重新整理，清除之前的自动备份已删去并另存一份新的"
        en "an earlier erasing had been cut off and was finished now: the file and its journal were written anew, automatic backups from before it removed and a new one taken";
    erased_not_scrubbed(cause)
        zh "个人信息已从记录和历史中清除，但磁盘上的残余还没有清理完（{cause}）；排除原因后运行 doctor --fix 补完"
        en "the person was erased from records and history, but what is left on the disk was not written over ({cause}); see to that, then run doctor --fix to finish";
    no_room_to_erase(path, wanted, room)
        zh "{path}：磁盘只剩 {room} MB，清除要重写整个工作文件，需要 {wanted} MB；没有改动，腾出空间后再试"
        en "{path}: the disk has {room} MB left, and erasing writes the whole office file anew, which takes {wanted} MB; nothing was changed, make room and try again";
    takes(place, column, what)
        zh "{place} {column}：{what}"
        en "{place} {column}: {what}";
    becomes(before, after)
        zh "{before} → {after}"
        en "{before} → {after}";
    searched_for(count, words)
        zh "查找了 {count} 种写法：{words}"
        en "searched for {count} spellings: {words}";
    digest_of_id()
        zh "身份证号摘要"
        en "the digest of the ID number";
    proved(files)
        zh "已查找 {files} 个文件（工作文件、自动备份），没有留下"
        en "searched {files} files byte by byte (the office file, automatic backups): nothing is left";
    still_left(path, count)
        zh "{path} 里还有 {count} 处；请再运行一次 erase，或联系维护者"
        en "{count} traces are left in {path}; run erase again";
    stays_with_others(count, words)
        zh "有 {count} 个姓名、电话、住址或字词别人也在用，在别人的记录里保留：{words}"
        en "{count} names, phones, addresses or words are also others', and stay in their records: {words}";
    stays_with(word, who)
        zh "{word}（{who}）"
        en "{word} ({who})";
    operator_has()
        zh "操作记录里的经手人"
        en "an operator in the log";
    backups_removed(count)
        zh "删去含有此人的自动备份 {count} 份，已另存一份新的"
        en "removed {count} automatic backups that had the person, and took a new one";
    not_reached()
        zh "够不到的请自行处理：别处的备份、导出的清单、原来的清单和 .rejects.csv、已发布的材料（再运行一次 publish 即更新）"
        en "out of reach, and yours to see to: backups elsewhere, exported lists, the lists they came from and their .rejects.csv, what was published (publish again renews it)";
    journal_not_scrubbed(path)
        zh "{path} 没能覆盖；请再运行一次 erase"
        en "{path} could not be overwritten; run erase again";
    open_to_others(path, may, reach)
        zh "{path}：本机的其他用户也能{may}（{reach}）；运行 doctor --fix 收紧"
        en "{path}: other users of this machine may {may} it ({reach}); doctor --fix closes it";
    common_folder(path, reach)
        zh "{path}：这是大家共用的文件夹（{reach}），其他用户能在里面放东西；请把工作文件移到自己的文件夹"
        en "{path}: a folder that everybody may write to ({reach}); move the office file to one of your own";
    // Retention.
    nothing_due(day)
        zh "没有 {day} 以前了结、还留着个人信息的记录"
        en "nothing that ended before {day} still identifies anybody";
    due(count, day)
        zh "{day} 以前了结、还留着个人信息的有 {count} 条；用 retention --apply 清除"
        en "{count} records ended before {day} and still identify a person; retention --apply erases that";
    retained(count)
        zh "已清除 {count} 条记录的个人信息和历史，计数不变，不能撤销"
        en "erased the personal data of {count} records with their history; counts stay, and nobody can undo it";
    // Check.
    sound()
        zh "没有发现问题"
        en "no problem was found";
    problem(place, what)
        zh "{place}：{what}"
        en "{place}: {what}";
    problems(count)
        zh "发现 {count} 个问题"
        en "problems found: {count}";
    way_restore()
        zh "停止使用，用 restore 从备份恢复"
        en "stop using the file and restore a backup";
    way_log()
        zh "有人绕过本程序改动了文件：与报表页脚的校验码核对（log --verify --expect），必要时用 restore 从备份恢复"
        en "someone changed the file behind the program's back: compare the head on an earlier report (log --verify --expect), and restore a backup if need be";
    way_show(code)
        zh "用 show {code} 查看；可以改正，或用 undo 撤销引起它的操作"
        en "see show {code}; set it right, or undo the entry that led to it";
    in_file()
        zh "工作文件"
        en "the office file";
    in_entry(entry)
        zh "操作 {entry}"
        en "entry {entry}";
    in_record(kind, record)
        zh "{kind} 第 {record} 条"
        en "{kind} {record}";
    sqlite_says(reason)
        zh "文件内容损坏：{reason}"
        en "the file is damaged: {reason}";
    unreadable(cause)
        zh "读不下去：{cause}"
        en "it cannot be read any further: {cause}";
    schema_differs(name)
        zh "表结构被改动：{name}"
        en "not as this program makes it: {name}";
    leads_nowhere(to)
        zh "指向不存在的{to}"
        en "it refers to a {to} that does not exist";
    setting_missing()
        zh "缺少单位、编号前缀或活动期设置"
        en "the office's place, prefix or campaign is missing";
    entry_number()
        zh "序号不连续：之前有操作被删除或插入"
        en "its number is out of sequence: an entry before it was deleted or inserted";
    entry_chain()
        zh "接不上前一条操作：操作被删除、插入或调换"
        en "it does not follow the entry before it: entries were deleted, inserted or swapped";
    entry_changed()
        zh "内容被改动过"
        en "it was changed";
    entry_orphan()
        zh "变更还在，操作本身不见了"
        en "its revisions are there, the entry itself is gone";
    before_differs(kind, record)
        zh "所记的原值与之前的日志不符（{kind} 第 {record} 条）"
        en "the old value that it records is not what the log had led to ({kind} {record})";
    erased_by_none(kind, record)
        zh "标为已清除，却没有清除它的操作（{kind} 第 {record} 条）"
        en "marked as erased, but no entry erased it ({kind} {record})";
    erased_history_differs()
        zh "清除之后留下的历史被改动过"
        en "what is left of erased histories was changed";
    org_above_itself()
        zh "它的上级党组织一级级上去又回到它自己"
        en "going up from one superior to the next leads back to it";
    way_parent(code)
        zh "用 edit {code} --set 上级党组织= 清空，或写上正确的上级"
        en "clear it with edit {code} --set parent=, or give the right superior";
    place_above_itself()
        zh "属地的上级不对：上级不在它之前，层级会成圈"
        en "the place above it does not come before it, so that places may lie in a circle";
    record_differs()
        zh "绕过日志被改动、添加或删除"
        en "changed, added or removed behind the log's back";
    unknown_kind(kind)
        zh "提到不存在的表 {kind}"
        en "it refers to an unknown table: {kind}";
    cut_off(last)
        zh "日志里没有这条操作，最后一条是操作 {last}：尾部被截去，或文件被换成了旧的"
        en "the log does not have it, its newest is {last}: the tail was cut off, or an older file put in place";
    recomputed()
        zh "校验码与报表上的不同：日志被整个重新计算过"
        en "its hash is not the one on the report: the chain was computed anew";
    rule_quantity()
        zh "认领的份数超过需要的"
        en "more is claimed than it asks for";
    rule_no_running_claim()
        zh "已了结或退出，却还有未办结的认领"
        en "it is settled or has left, and a claim still runs";
    rule_one_lead()
        zh "有认领没有牵头者，或不止一个"
        en "one of its claims has no lead, or several";
    rule_on_the_wall()
        zh "在墙上却缺墙号、公开编号或发布日期"
        en "it is on the wall without a number, a public code or a day";
    rule_way_back()
        zh "退出的来路不对"
        en "where it came from does not fit its state";
    rule_original()
        zh "重复事项与保留的一条对不上"
        en "a duplicate does not match the need that is kept";
    rule_identity()
        zh "查重用的标识与内容不符"
        en "its identity does not match its content";
    breach(code, rule)
        zh "{code} {rule}"
        en "{code}: {rule}";
}

headers! {
    problem_headers zh ["何处", "问题", "办法"] en ["where", "what", "way out"];
    backup_headers zh ["备份", "存档校验码"] en ["backup", "log head"];
    restore_headers zh ["恢复为", "存档校验码"] en ["restored as", "log head"];
    erase_headers zh ["个人记录", "其他记录", "查找的文件", "留下"] en ["records", "others", "files searched", "left"];
    taken_headers zh ["记录", "项目", "现在", "清除后"] en ["record", "field", "now", "after"];
    taken_sum_headers zh ["类别", "条数", "处数"] en ["kind", "records", "cells"];
    due_sum_headers zh ["类别", "条数"] en ["kind", "records"];
    due_headers zh ["类别", "编号", "了结于"] en ["kind", "code", "since"];
    undo_headers zh ["撤销的操作", "命令", "复原记录"] en ["entry", "command", "records"];
}

/// So many records of a table: 57 个心愿; a need's by its own kind.
pub fn of_kind(table: &str, count: usize) -> String {
    if current() == Lang::En {
        return format!("{count} {}", kind(table));
    }
    let measure = match table {
        "wish" | "project" | "org" | "campaign" | "outsider" | "org_alias" | "programme" => "个",
        "place" => "处",
        "member" => "名",
        "setting" | "quota" => "项",
        _ => "条",
    };
    format!("{count} {measure}{}", kind(table))
}

/// The Chinese word of a table, or of a need's kind; its name in English.
pub fn kind(kind: &str) -> String {
    let zh = match kind {
        "setting" => "设置",
        "place" => "属地",
        "programme" => "党建品牌",
        "campaign" => "活动期",
        "quota" => "指标",
        "org" => "党组织",
        "org_alias" => "别名",
        "unknown_org" => "待对应名称",
        "pending_claim" => "待定认领",
        "head_map" => "表头对应",
        "member" => "党员",
        "outsider" => "社会力量",
        "registration" => "报到",
        "need" => "双微事项",
        "wish" => "心愿",
        "project" => "项目",
        "claim" => "认领",
        "claim_party" => "认领人",
        "former_party" => "原认领人",
        "publication" => "发布记录",
        "import" => "导入",
        other => other,
    };
    if current() == Lang::Zh { zh.to_owned() } else { kind.replace('_', " ") }
}

/// A record without a name of its own, by its table's word: 指标 1. Others are called by their names.
pub fn record(name: &str) -> String {
    match name.split_once(' ') {
        Some((table, id)) if id.bytes().all(|byte| byte.is_ascii_digit()) => format!("{} {id}", kind(table)),
        _ => name.to_owned(),
    }
}

/// Entries' numbers in a sentence: `7、9、12`, the first few of many.
pub fn entries(entries: &[i64]) -> String {
    const NAMED: usize = 8;
    let mut listed: Vec<String> = entries.iter().take(NAMED).map(i64::to_string).collect();
    if entries.len() > NAMED {
        listed.push("…".to_owned());
    }
    listed.join(super::comma())
}
