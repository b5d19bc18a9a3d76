//! Texts of verifying beyond a single decision: lists sent out, and the walk through what waits.

use super::texts;

texts! {
    exported(rows, file)
        zh "已写入 {file}（待核实 {rows} 件）；填好“结果”后用 verify --decisions 导入"
        en "wrote {file} ({rows} that wait); fill in 结果 and take it back with verify --decisions";
    form_title(office, day)
        zh "{office} 双微事项核实表（{day}）"
        en "{office}: needs to verify ({day})";
    form_note(rows)
        zh "共 {rows} 件。请逐件问清：是否本人、情况是否属实、东西或服务是否合适、数量和期限对不对、是否同意公开。“结果”填 通过、不通过、退回 或 重复；不是通过的写明理由，重复的写上与哪个编号重复。填好后用 verify --decisions 导入。"
        en "{rows} needs. Ask of each: is it the person, is it true, is this what is wanted, how many and until when, may it be published. 结果 is 通过, 不通过, 退回 or 重复, with the reason where it is not 通过, and the code that it repeats. Take the list back with verify --decisions.";
    xlsx_or_csv(file)
        zh "{file}：清单写成 .xlsx 或 .csv，请换一个文件名"
        en "{file}: lists are written as .xlsx or .csv; choose such a name";
    near(codes)
        zh "与 {codes} 相近"
        en "near {codes}";
    may_be_private(kinds)
        zh "文字里可能有隐私：{kinds}"
        en "the text may contain private information: {kinds}";
    walk_title(at, all, code, state)
        zh "核实 {at}/{all}  {code}  {state}"
        en "Verify {at} of {all}  {code}  {state}";
    decided(kind, state, reason)
        zh "{kind}  刚才：{state} {reason}"
        en "{kind}  just now: {state} {reason}";
    walk_ended(decided, left)
        zh "这次核实 {decided} 件，都已保存；还有 {left} 件待核实"
        en "{decided} decided, all saved; {left} still wait";
    cannot_take_back(entry)
        zh "操作 {entry} 之后已有别的改动，不能在这里撤销；见 undo {entry}"
        en "entry {entry} cannot be taken back here, later changes depend on it; see undo {entry}";
    reworded_after(entry)
        zh "公开措辞已改；操作 {entry} 的结果不能再在这里撤销"
        en "reworded; what entry {entry} decided can no longer be taken back here";
    which_reason()
        zh "理由："
        en "reason: ";
    other_reason()
        zh "其他理由，自己写"
        en "another reason, in your own words";
    type_reason()
        zh "理由（回车返回）："
        en "reason (Enter to go back): ";
    which_kept()
        zh "与哪一件重复："
        en "a duplicate of which: ";
    other_kept()
        zh "其他，写编号"
        en "another one, by its code";
    type_kept()
        zh "与哪一件重复（写编号，回车返回）："
        en "a duplicate of which (a code; Enter to go back): ";
    go_back()
        zh "返回"
        en "go back";
    new_wording()
        zh "公开措辞（回车返回）："
        en "words for the wall (Enter to go back): ";
    keys_decide()
        zh "p 通过  r 不予采纳  n 退回补充  d 重复  w 改公开措辞"
        en "p pass  r reject  n send back  d duplicate  w wording";
    keys_move(how)
        zh "h 核实方式（{how}）  s 跳过  b 返回  q 结束"
        en "h how ({how})  s skip  b back  q quit";
    keys_take_back()
        zh "u 撤销刚才的结果"
        en "u take back what was decided";
    label_proposer() zh "申报单位" en "proposer";
    label_near() zh "相近" en "near";
    label_private() zh "隐私" en "private";
    years(age) zh "{age} 岁" en "{age} years";
    yuan(budget) zh "预计 {budget} 元" en "budget {budget} yuan";
    near_line(number, code, share, who, place, state, text)
        zh "{number} {code} {share}% {who} {place} {state}：{text}"
        en "{number} {code} {share}% {who} {place} {state}: {text}";
}

/// How far a deadline lies ahead.
pub fn in_days(days: i64) -> String {
    match days {
        ..0 => super::pick(format!("（已过 {} 天）", -days), format!(" ({} days past)", -days)),
        0.. => super::pick(format!("（还有 {days} 天）"), format!(" (in {days} days)")),
    }
}

/// How long ago a day was.
pub fn days_ago(days: i64) -> String {
    super::pick(format!("（{} 天前）", -days), format!(" ({} days ago)", -days))
}

pub fn consent(consent: Option<bool>) -> String {
    let (zh, en) = match consent {
        Some(true) => ("是", "yes"),
        Some(false) => ("否", "no"),
        None => ("未填", "blank"),
    };
    super::pick(zh, en).to_owned()
}

/// The keys of a walk.
pub fn keys(how: Option<&str>, decided: bool) -> Vec<String> {
    let how = how.unwrap_or(super::pick("未填", "not given"));
    let mut keys = vec![keys_decide(), keys_move(how)];
    if decided {
        keys.push(keys_take_back());
    }
    keys
}

/// Why needs are mostly not taken up.
pub fn why_reject() -> Vec<String> {
    let zh = ["不属于微心愿", "金额过高", "情况不属实", "已由其他渠道解决", "本人已不需要"];
    let en = ["not a micro-wish", "too costly", "not true", "solved elsewhere", "no longer wanted"];
    super::pick(zh, en).map(str::to_owned).to_vec()
}

/// What needs mostly lack.
pub fn why_needs_info() -> Vec<String> {
    let zh = ["缺联系电话", "内容不清楚", "缺规格或尺寸", "缺预计金额", "未取得同意公开"];
    let en = ["no phone", "unclear", "no size or model", "no budget", "no consent"];
    super::pick(zh, en).map(str::to_owned).to_vec()
}

/// What a text may give away, as a sentence; nothing where that is nothing.
pub fn private_in(kinds: &[String]) -> Option<String> {
    (!kinds.is_empty()).then(|| may_be_private(kinds.join(super::comma())))
}
