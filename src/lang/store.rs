//! Texts of the office file: opening it, and what it refuses.

use super::texts;

texts! {
    decisions_contradict(code, row)
        zh "{code} 在第{row}行另有不同的结果，两行都没有采用；请核对后改成一行"
        en "row {row} decides otherwise on {code}; neither was taken: find out which is right";
    decided_twice(code, row)
        zh "{code} 在第{row}行已有结果；一件只写一行"
        en "row {row} decides on {code} already; write one row for each";
    decision_of_other(code, text)
        zh "{code} 在这里是“{text}”，与清单不符；是不是别的单位的清单，或内容后来改过？请核对后重新导出"
        en "{code} is “{text}” here, not what the list says; is it another office's list, or was the need changed since? Check, and export the list anew";
    verifies_own(code)
        zh "{code} 由许愿人本人核实；最好换一个人"
        en "{code} is verified by its own wisher; somebody else should";
    no_office_file(path)
        zh "{path}：这里没有工作文件；先运行 init 建立，或用 --db 指定"
        en "{path}: no office file here; run init, or name one with --db";
    not_a_file(path)
        zh "{path}：不是文件；用 --db 指定工作文件"
        en "{path}: not a file; name the office file with --db";
    cannot_open(path)
        zh "打不开工作文件 {path}"
        en "cannot open the office file {path}";
    on_a_share(path, kind)
        zh "{path}：在网络共享或虚拟磁盘上（{kind}），那里的文件锁不可靠，两个人会同时认领成功；请把工作文件放到本机磁盘，用 --db 指定，共享盘上只放 backup 写出的备份"
        en "{path}: on a network share or another program's file system ({kind}), where locks cannot be trusted and two people would win one wish; keep the office file on a local disk, name it with --db, and put only what backup writes on the share";
    in_a_sync_folder(path, name)
        zh "{path}：在同步文件夹“{name}”里，同步会在写入中途复制文件而损坏它；请把工作文件放到别处，用 --db 指定，同步文件夹里只放 backup 写出的备份"
        en "{path}: in the sync folder {name}, whose program copies the file while it is written and damages it; keep the office file elsewhere, name it with --db, and put only what backup writes there";
    copy_has_journal(path)
        zh "{path}：旁边有没做完的改动（-journal），不是完整的备份；请换一份备份"
        en "{path}: a change that was cut off lies next to it (-journal), so it is not a whole backup; use another";
    journal_without_file(path)
        zh "{path}：这里有别的工作文件没做完的改动；请先移走它，或换个位置"
        en "{path}: a change of another office file that was cut off lies here; move it away, or choose another place";
    cannot_create(path)
        zh "无法建立工作文件 {path}；请检查文件夹是否存在、能否写入"
        en "cannot make the office file {path}; check that the folder exists and may be written";
    office_file_exists(path)
        zh "{path} 已经存在，没有改动；换一个文件名，或用 --db 指定别处"
        en "{path} exists already and was left alone; choose another name with --db";
    office_file_empty(path)
        zh "{path}：文件是空的，不是工作文件；请从备份恢复，或换个位置运行 init"
        en "{path}: the file is empty, not an office file; bring back a backup, or run init elsewhere";
    not_an_office_file(path)
        zh "{path}：不是双微工作文件；用 --db 指定正确的文件"
        en "{path}: not an office file of this program; name the right one with --db";
    office_file_truncated(path, wanted, size)
        zh "{path}：工作文件不完整（应有 {wanted} 字节，只有 {size} 字节）；请从备份恢复"
        en "{path}: the office file is cut short ({size} of {wanted} bytes); bring back a backup";
    newer_office_file(path, version, known)
        zh "{path}：由更新版本的程序建立（第 {version} 版，本程序只认到第 {known} 版）；请升级程序"
        en "{path}: made by a newer program (version {version}, this one knows {known}); update the program";
    older_and_read_only(path)
        zh "{path}：由较早版本的程序建立，升级要写入文件，而它是只读的；请解除只读后再试，或用 restore 还原到可写的文件夹"
        en "{path}: made by an earlier program; bringing it up to date writes to it, and it is read-only: make it writable and try again, or restore it to a folder that can be written";
    log_ends_badly(path)
        zh "{path}：日志的最后一条对不上，文件可能被改动过；用 check 查看，必要时用 restore 从备份恢复"
        en "{path}: the log does not end as it should, someone may have changed the file; run check, and restore a backup if need be";
    places_in_circle(path)
        zh "{path}：属地的上下级成了圈，文件可能被人动过手脚，没有使用；用 check 查看，用 restore 从备份恢复"
        en "{path}: its places lie in a circle, someone may have tampered with it, and it was not used; run check, and restore a backup";
    not_ours(path, names)
        zh "{path}：里面的表、视图、触发器或索引不全是本程序建立的（{names}），可能被人动过手脚，没有使用；用 check 查看，用 restore 从备份恢复"
        en "{path}: some of its tables, views, triggers or indexes are not as this program makes them ({names}), someone may have tampered with it, and it was not used; run check, and restore a backup";
    read_only(path)
        zh "{path}：工作文件是只读的，没有改动；请解除只读后再试"
        en "{path}: the office file is read-only, nothing was changed; make it writable and try again";
    folder_read_only(path)
        zh "{path}：它所在的文件夹是只读的，没有改动；请让自己能写这个文件夹，或把工作文件移到能写的文件夹"
        en "{path}: the folder that it lies in is read-only, nothing was changed; make the folder writable, or move the office file to one that is";
    damaged(path)
        zh "{path}：工作文件已损坏；请勿继续使用，从备份恢复"
        en "{path}: the office file is damaged; stop using it and bring back a backup";
    busy(path)
        zh "{path}：其他命令正在使用工作文件，等候超时，没有改动；稍后再试"
        en "{path}: another command holds the office file and the wait ran out, nothing was changed; try again later";
    io_failed(path)
        zh "{path}：读写磁盘出错，没有改动；请检查磁盘是否已满、文件夹能否写入"
        en "{path}: the disk failed to read or write, nothing was changed; check that it has room and that the folder may be written";
    disk_full(path)
        zh "{path}：磁盘已满，没有改动；腾出空间后再试"
        en "{path}: the disk is full, nothing was changed; make room and try again";
    committing()
        zh "保存改动时失败，没有改动"
        en "saving the change failed, nothing was changed";
    unconfirmed()
        zh "改动已经保存，但磁盘没有确认，断电可能丢失；请检查磁盘，用 log 核对后再做一次备份"
        en "the change is saved, but the disk did not confirm it and a power cut may lose it; look to the disk, check the log, and take a backup";
    claim_has_ended(claim, state)
        zh "{claim} 现为“{state}”，不能再登记"
        en "{claim} is {state}; nothing more is recorded of it";
    milestone_of_projects(claim, milestone)
        zh "{claim} 是微心愿的认领，没有“{milestone}”；微心愿只有意向书"
        en "{claim} is the claim of a wish, which has no {milestone}; wishes have a letter only";
    milestone_missing(claim, milestone, before, word)
        zh "{claim} 还没有登记“{before}”，不能登记“{milestone}”；先运行 claim milestone {claim} {word} --on 日期"
        en "{claim} has no {before} yet, so no {milestone}; run claim milestone {claim} {word} --on DAY first";
    milestone_out_of_order(claim, milestone, on, other, day)
        zh "{claim} 的“{milestone}”（{on}）与“{other}”（{day}）先后颠倒；请核对日期"
        en "{claim}: {milestone} on {on} and {other} on {day} are in the wrong order; check the days";
    no_such_move(what, code, from, to)
        zh "{what} 现为“{from}”，不能变为“{to}”；用 show {code} 查看"
        en "{what} is {from} and cannot become {to}; see show {code}";
    step_too_early(code, day, before)
        zh "{code}：日期 {day} 早于上一步的 {before}；请核对日期"
        en "{code}: {day} is before the step before it ({before}); check the day";
    step_too_late(code, day, after)
        zh "{code}：日期 {day} 晚于后一步的 {after}；请核对日期"
        en "{code}: {day} is after the step after it ({after}); check the day";
    moved_meanwhile(code)
        zh "{code} 刚被其他命令改动，没有改动；请再试一次"
        en "{code} was changed by another command meanwhile, nothing was changed; try again";
    code_of_other_kind(code, kind)
        zh "编号 {code} 已是{kind}的编号"
        en "the code {code} belongs to a need of the other kind ({kind})";
    unclaimed(need)
        zh "{need} 还没有人认领；请加上认领人一列，或先用 claim take 登记"
        en "nobody has claimed {need}; add a column of claimants, or record the claim with claim take first";
    code_of_another(code, whose)
        zh "编号 {code} 已经是“{whose}”的，这一行写的是另一条；这一列只是序号就加 --ignore 列名，确要改成这样就用 edit {code}"
        en "the code {code} belongs to \"{whose}\", and this row is of another; drop the column with --ignore if it merely counts the rows, or use edit {code} if the record is to become this";
    mask_needs_code()
        zh "电话已遮盖，只能凭本工作文件里的编号对应；请保留编号列，别的单位的清单请其用 export --reveal 导出"
        en "a masked phone fits only by a code of this office file; keep the code column, or ask another office for a list of export --reveal";
    mask_of_nobody()
        zh "已遮盖，又没有对应的记录；请填写完整号码，或请原单位用 export --reveal 导出，不知道就留空"
        en "masked, and no record has it; give the whole number (from a list of export --reveal), or leave the cell blank";
    mask_unfit()
        zh "遮盖的号码与已有的对不上；要改就填写完整号码，不改就留空"
        en "this masked number is not the one that is stored; give the whole number to change it, or leave the cell blank";
    id_held(code, name)
        zh "{name}（{code}）已用这个身份证号；请核对，是同一人就改用 {code}"
        en "this identity number is that of {code} {name}; compare them, and use {code} if it is the same person";
    name_held(name, code)
        zh "“{name}”已是 {code} 的名称、简称或别名；请核对，是同一个组织就改用 {code}，不是就写出区别"
        en "\"{name}\" is already a name, short name or alias of {code}; use {code} if it is the same organisation, else make the names differ";
    parent_circle(parent)
        zh "“{parent}”是它自己或它的下级，不能作上级；请核对上级党组织"
        en "\"{parent}\" is itself or below it, and cannot be above it; check the superior organisation";
    deregistered_before(day, registered)
        zh "撤销日期 {day} 早于报到日期 {registered}；请核对"
        en "deregistered on {day}, before the registration on {registered}; check the days";
    candidate(code, name, phone)
        zh "{code} {name} {phone}"
        en "{code} {name} {phone}";
    namesake(code, name, unit, phone)
        zh "{code} {name}（{unit} {phone}）"
        en "{code} {name} ({unit} {phone})";
    not_published_but_over(code, state)
        zh "{code} 现为“{state}”，不能认领；确要补记认领，先用 reopen {code} 重新开放，登记后再退出"
        en "{code} is {state} and cannot be claimed; to record a claim all the same, reopen {code} first, and let it leave again afterwards";
    not_published(code, state)
        zh "{code} 现为“{state}”，没有发布，不能认领；先运行 publish，或用 show {code} 查看"
        en "{code} is {state}, not published, and cannot be claimed; run publish first, or see show {code}";
    unshown(code, why)
        zh "{code} 现在不公开（{why}），不能认领"
        en "{code} is not public ({why}) and cannot be claimed";
    claimed_by(code, names, since)
        zh "{code} 已由 {names} 于 {since} 认领"
        en "{code} has been claimed by {names} since {since}";
    closed_by(code, names, since)
        zh "{code} 已由 {names} 于 {since} 认领并办结销号"
        en "{code} was claimed by {names} on {since} and is closed";
    deadline_before_claim(code, deadline, day)
        zh "{code}：期限 {deadline} 早于认领日期 {day}；请核对"
        en "{code}: the deadline {deadline} is before the day of the claim, {day}; check them";
    letter_before_collected(code, day, collected)
        zh "{code}：意向书签订日期 {day} 早于征集日期 {collected}；请核对 --on"
        en "{code}: the letter was signed on {day}, before the need was collected on {collected}; check --on";
    letter_before_published(code, day, first)
        zh "{code}：意向书签订日期 {day} 早于发布和认领（{first}）；请核对 --on"
        en "{code}: the letter was signed on {day}, before the need was published or claimed ({first}); check --on";
    exchanged_before(code, exchanged, day)
        zh "{code}：意向书的交换日期 {exchanged} 早于签署日期 {day}；请核对"
        en "{code}: the letter is exchanged on {exchanged}, before it was signed on {day}; check the days";
    claimed_in_future(code, day)
        zh "{code}：认领日期 {day} 在今天之后"
        en "{code}: the day of the claim {day} lies in the future";
    claimed_before_collected(code, day, collected)
        zh "{code}：认领日期 {day} 早于征集日期 {collected}"
        en "{code}: claimed on {day}, before it was collected on {collected}";
    gone_then(code, on, state, from, until)
        zh "{code} 从 {from} 起是“{state}”，{until} 才重新开放，其间不能有 {on} 的认领；请核对认领日期"
        en "{code} was {state} from {from} until it was reopened on {until}, and could not be claimed on {on}; check the day of the claim";
    too_early(code, on, what, day)
        zh "{code}：{on} 早于{what}日期 {day}；请核对，改为 {day} 或以后的日期"
        en "{code}: {on} is before it was {what}, on {day}; check the days, and give {day} or a later one";
    collected_after(day, what, other)
        zh "征集日期 {day} 晚于{what}日期 {other}；请核对"
        en "collected on {day}, after it was {what} on {other}; check the days";
    too_many(code, asked, left)
        zh "{code} 只剩 {left} 份可认领，要认领的是 {asked} 份"
        en "{code} has {left} left, {asked} were asked";
    as_listed()
        zh "按清单登记"
        en "as the list says";
    cannot_decide_unless_reopened(code, now, to)
        zh "{code} 现为“{now}”，不能改为“{to}”；先用 reopen 恢复"
        en "{code} is {now} and cannot become {to}; reopen it first";
    cannot_decide_unless_down(code, now, to)
        zh "{code} 现为“{now}”，不能改为“{to}”；先用 publish --take-down 撤下"
        en "{code} is {now} and cannot become {to}; take it down first with publish --take-down";
    kept_unknown(code)
        zh "没有要保留的编号 {code}"
        en "no such code to keep: {code}";
    kept_of_other_kind(code)
        zh "{code} 不是同一类事项"
        en "{code} is a need of the other kind";
    kept_has_left(code, state)
        zh "{code} 现为“{state}”，不能作为保留的一条；先用 reopen 恢复它，或保留另一条"
        en "{code} is {state} and cannot be the one that is kept; reopen it first, or keep another";
    duplicate_of_this(code, kept)
        zh "{kept} 已标为 {code} 的重复，不能反过来；先用 reopen 恢复 {kept}，或保留 {code}"
        en "{kept} is marked as a duplicate of {code}, so {code} cannot be one of it; reopen {kept} first, or keep {code}";
    duplicate_of_itself(code)
        zh "{code} 不能与自己重复"
        en "{code} cannot be a duplicate of itself";
}
