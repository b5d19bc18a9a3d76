//! Texts of following claims to their end: reminders, stale claims, the pool, milestones, programmes.

use super::{comma, texts};

/// Numbers of days, where campaigns have limits of their own: `14、30`.
pub fn list_of_days(days: &[u32]) -> String {
    days.iter().map(u32::to_string).collect::<Vec<_>>().join(comma())
}

texts! {
    // claim remind.
    hello(name) zh "{name}，您好！您认领的下列事项请跟进：" en "{name}, please follow up what you have claimed:";
    hello_unit(unit) zh "{unit}：贵单位认领的下列事项请跟进：" en "{unit}, please follow up what your unit has claimed:";
    need_line(at, need, how) zh "{at}. {need}：{how}" en "{at}. {need}: {how}";
    of_person(need, name) zh "{need}（{name}）" en "{need} ({name})";
    claimed_on(day) zh "{day} 认领" en "claimed on {day}";
    not_begun(days) zh "已 {days} 天，还未开始办理" en "{days} days ago and not begun";
    not_begun_yet() zh "还未开始办理" en "not begun yet";
    due_today() zh "今天到期" en "due today";
    being_done() zh "办理中" en "being done";
    due_on(day) zh "应于 {day} 前完成" en "due by {day}";
    overdue_by(days) zh "已逾期 {days} 天" en "overdue by {days} days";
    due_in(days) zh "还有 {days} 天" en "{days} days left";
    goodbye(office) zh "办好了请告诉我们；有困难也请早些说，我们一起想办法。{office}" en "Please tell us when it is done, or early if it is hard. {office}";
    nobody_to_remind() zh "没有需要提醒的认领" en "nobody needs a reminder";
    no_stale_limit() zh "没有写明几天未开始算搁置：先用 campaign set --stale-after 14 定下" en "after how many days is a claim stale? set it with campaign set --stale-after 14";
    // report overdue.
    stale_claims() zh "搁置的认领" en "stale claims";
    stale_rule(days) zh "搁置：认领、签意向书、立项或定方案后超过 {days} 天未开始办理" en "stale: not begun more than {days} days after it was claimed, or passed its last milestone";
    overdue_claims() zh "逾期的认领" en "overdue claims";
    // report supply --pool.
    pool_title(day) zh "领办大厅（{day}）" en "the pool, {day}";
    pool() zh "可供领办的心愿" en "wishes offered to everyone";
    pool_rule(days) zh "口径：发布满 {days} 天还没有认领完的微心愿，等得最久的在前" en "rule: wishes that are not wholly claimed {days} days after they were published, the longest waits first";
    no_pool_limit() zh "没有写明几天：用 --pool-after 30，或先用 campaign set --pool-after 30 定下" en "after how many days? use --pool-after 30, or set it with campaign set --pool-after 30";
    // report progress.
    milestones() zh "微项目节点" en "milestones of projects";
    milestones_rule() zh "微项目节点：已认领的微项目，各计在最后到达的一步" en "milestones: projects that are claimed, each at the last one it has reached";
    sum_of_milestones() zh "各节点之和" en "sum of the milestones";
    // report programme.
    programme_title(day) zh "党建品牌（{day}）" en "programmes, {day}";
    programmes() zh "品牌" en "programmes";
    campaigns() zh "各品牌各活动期" en "campaigns of the programmes";
    programme_rule() zh "口径：各活动期的项目和心愿合在一起；已办成是已办结、已确认和已销号且有人办的；参与者按人数、按党组织个数，跨活动期只计一次" en "rule: projects and wishes of all campaigns together; fulfilled is completed, confirmed or closed by a claim; participants are counted once, whatever the campaign";
    no_campaign() zh "（无活动期）" en "(no campaign)";
    // Columns.
    c_number() zh "墙号" en "number";
    c_unit() zh "单位" en "unit";
    c_left() zh "还缺" en "left";
    c_waited() zh "已等天数" en "days";
    c_published() zh "发布日期" en "published";
    c_claimed_on() zh "认领日期" en "claimed on";
    c_claimed_projects() zh "已认领项目" en "claimed";
    c_no_letter() zh "尚无意向书" en "no letter yet";
    c_programme() zh "品牌" en "programme";
    c_campaigns() zh "活动期" en "campaigns";
    c_campaign() zh "活动期" en "campaign";
    c_projects() zh "项目" en "projects";
    c_wishes() zh "心愿" en "wishes";
    c_claimed() zh "已认领" en "claimed";
    c_fulfilled_projects() zh "办成项目" en "projects fulfilled";
    c_fulfilled_wishes() zh "办成心愿" en "wishes fulfilled";
    c_members() zh "参与党员" en "members";
    c_orgs() zh "参与党组织" en "organisations";
    c_outsiders() zh "参与社会力量" en "outsiders";
    c_to() zh "收信" en "to";
    c_claims() zh "认领数" en "claims";
    c_message() zh "消息" en "message";
}

/// The Chinese help of what follows claims, by path: see `help`.
pub fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        "claim remind" => "写好提醒的话：每位认领人或每个单位一段，可直接粘贴",
        "claim remind --by-unit" => "按单位写：党员的归到所在党组织",
        "claim remind --overdue" => "只提醒已逾期的",
        "claim remind --stale" => "只提醒搁置的：认领后长期未开始办理",
        "claim remind --due-within" => "只提醒几天内到期的，含已逾期",
        "report overdue --split-by" => "逾期的认领按党组织各写一个工作簿，写到 --to 的文件夹",
        "report overdue --to" => "--split-by 写到的文件夹，须已存在",
        "report supply --pool" => "只列领办大厅：久无人认领、可供大家领办的心愿",
        "report supply --pool-after" => "发布满几天算久无人认领；不写则按活动期所定",
        "report programme" => "党建品牌：几个活动期的项目和心愿合在一起，参与者不重复计，各办成多少",
        _ => return None,
    })
}
