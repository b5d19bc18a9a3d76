//! Texts of reports: titles, rules, refusals and Chinese help; the headers of their columns are in `column`.

use super::texts;

texts! {
    day_to_come(day, today)
        zh "截至日期 {day} 还没到；今天是 {today}"
        en "as-of day {day} is still to come; today is {today}";
    period_cut(until, last)
        zh "{until} 还没到，只计到 {last}"
        en "{until} is still to come: counted up to {last} only";
    since_to_come(day, today)
        zh "--since 的日期 {day} 还没到；今天是 {today}"
        en "the day of --since, {day}, is still to come; today is {today}";
    no_such_entry(entry, first, day, last)
        zh "没有操作 {entry}；日志从操作 {first}（{day}）到操作 {last}，见 log"
        en "no entry {entry}; the log goes from entry {first} ({day}) to entry {last}, see log";
    as_known(entry)
        zh "按操作 {entry} 之后工作文件所知统计"
        en "counted from what the file contained after entry {entry}";
    sealed_line(at, head)
        zh "统计时间 {at}，存档校验码 {head}"
        en "made at {at}, log head {head}";
    label_office() zh "填报单位" en "office";
    label_filled_by() zh "填报人" en "filled in by";
    label_phone() zh "联系电话" en "phone";
    label_day() zh "日期" en "date";
    check_above(what, left, other, right)
        zh "{what} {left} 大于 {other} {right}"
        en "{what} {left} is above {other} {right}";
    check_differs(what, left, other, right)
        zh "{what} {left} 不等于 {other} {right}"
        en "{what} {left} is not {other} {right}";
    checks_failed(failed)
        zh "报表没有写出：数字互相矛盾；先运行 check\n{failed}"
        en "the report was not written: its figures contradict each other; run check\n{failed}";
    no_report(file, line)
        zh "{file} 不是 JSON 报表：第 {line} 行读不懂；请用 report … --format json 写出的文件"
        en "{file} is not a JSON report: line {line} cannot be read; take one that report … --format json wrote";
    no_seal(file)
        zh "{file} 没有校验信息，或校验信息不完整；请用 report … --format json 写出的文件"
        en "{file} has no complete seal to be run from; take one that report … --format json wrote";
    why_nobody(word, near)
        zh "没有叫 {word} 的党员或党组织{near}；编码见 export members、export orgs"
        en "no member or organisation is called {word}{near}; export members and export orgs list their codes";
    no_report_again() zh "校验信息里没有报表" en "the seal names no report";
    same(file) zh "一致：{file} 按原参数重算，结果相同" en "same: {file}, run again from its seal, gives the same figures";
    different(file, count)
        zh "不一致：{file} 有 {count} 处与重算结果不同"
        en "different: {file} differs in {count} places from the figures of now";
    changed_since(since) zh "{since} 以来的变化" en "changed since {since}";
    moved_since(since) zh "{since} 以来达标情况变动的名单" en "who moved since {since}";
    owed_nothing() zh "（不在指标内）" en "(not in the quota)";
    // quota.
    rate_wanted() zh "0 到 1 之间的数，如 0.95 或 95%" en "a number from 0 to 1, like 0.95 or 95%";
    sum_of_parts() zh "各组之和" en "sum of the groups";
    no_org() zh "未填写所在党组织" en "no organisation given";
    no_programme() zh "（无品牌）" en "(no programme)";
    unmet_of(quota) zh "{quota} 未达标名单" en "{quota}, unmet";
    met_of(quota) zh "{quota} 已达标名单" en "{quota}, met";
    rate_below(quota, rate, wanted)
        zh "{quota} 达标率 {rate}，低于 {wanted}；未达标名单：report quota --list unmet"
        en "{quota}: the rate {rate} is below {wanted}; to see whom to chase: report quota --list unmet";
    group_below(quota, group, rate, wanted)
        zh "{quota} {group} 达标率 {rate}，低于 {wanted}"
        en "{quota}, {group}: the rate {rate} is below {wanted}";
    more_below(quota, count)
        zh "{quota} 还有 {count} 组低于要求；--format json 列出全部"
        en "{quota}: {count} more groups are below it; --format json names all";
    programmes_owe_nothing()
        zh "--each 不能与 --by programme 同用：指标不落到品牌上；请改用别的分组"
        en "--each does not go with --by programme: nobody owes a programme anything; take another group";
    rate_of_nobody(quota)
        zh "{quota} 没有应认领的人，算不出达标率；先 collect members、collect orgs；这也要算不合格，加 --strict"
        en "{quota}: nobody is required, so there is no rate; collect members and orgs first; --strict makes that a failure";
    no_rate_strict(quota)
        zh "{quota} 没有应认领的人，算不出达标率，按 --strict 算不合格；请核对 --place，或先 collect members、collect orgs"
        en "{quota}: nobody is required, so there is no rate, which --strict makes a failure; check --place, or collect members and orgs first";
    quota_rule(who, what, least, counting, joint, counted)
        zh "口径：{who}至少认领 {least} 个{what}；{counting}；{joint}；{counted}；截至日前退领、撤销的不计"
        en "rule: each {who} claims at least {least} {what}; {counting}; {joint}; {counted}; claims released or revoked by then do not count";
    each_member(class) zh "每名{class}" en "{class} member";
    each_org(class) zh "每个{class}" en "{class} organisation";
    people_not_claims() zh "按人数统计，不按人次" en "people are counted, not claims";
    orgs_not_claims() zh "按党组织个数统计，不按次数" en "organisations are counted, not claims";
    volunteer_members(quota, claimants, claims)
        zh "{quota}，不在考核范围的自愿认领：{claimants} 人（{claims} 次），不计入"
        en "{quota}, volunteers without a quota: {claimants} ({claims} claims), not in the figures";
    volunteer_orgs(quota, claimants, claims)
        zh "{quota}，不在考核范围的自愿认领：{claimants} 个（{claims} 次），不计入"
        en "{quota}, volunteers without a quota: {claimants} ({claims} claims), not in the figures";
    unregistered_members(quota, count)
        zh "{quota}，应认领但未到社区报到：{count} 人，不计入"
        en "{quota}, owing but registered nowhere: {count}, not in the figures";
    unregistered_orgs(quota, count)
        zh "{quota}，应认领但未报到：{count} 个，不计入"
        en "{quota}, owing but registered nowhere: {count}, not in the figures";
    programmes_overlap()
        zh "品牌没有应认领数；一人可认领几个品牌的事项，各行相加不等于合计"
        en "nobody owes a programme anything; one claimant may be in several, so the rows do not add up to the total";
    no_folder(folder)
        zh "没有这个文件夹：{folder}；请先建好，再用 --to"
        en "no such folder: {folder}; make it first, then give --to";
    split_written(files, folder) zh "已写入 {folder}（{files} 个工作簿）" en "wrote {folder} ({files} workbooks)";
    list_has_no_groups()
        zh "--list 列出的是名单，不分组，--by 不起作用；要分组的数字去掉 --list，要分开的名单用 --split-by"
        en "--list lists people, not groups, so that --by would do nothing; leave --list out for figures by group, or use --split-by for lists apart";
    why_title(who, campaign, as_of)
        zh "{who} 在 {campaign} 的认领（截至 {as_of}）"
        en "claims of {who} in {campaign}, as of {as_of}";
    why_who(quota, code, name, reason) zh "{quota}  {code} {name}：{reason}" en "{quota}  {code} {name}: {reason}";
    registrations_of(name) zh "{name} 的报到" en "registrations of {name}";
    why_exempt() zh "免考核，不在指标内" en "exempt, owes nothing";
    why_class(class) zh "类别是{class}，不在指标内" en "is {class}, owes nothing";
    why_unregistered(day) zh "{day} 没有报到，不计入" en "registered nowhere on {day}, not counted";
    why_met(counted, least) zh "已达标：{counted} 次计入，至少 {least} 次" en "met: {counted} count, {least} wanted";
    why_unmet(counted, least) zh "未达标：{counted} 次计入，至少 {least} 次" en "unmet: {counted} count, {least} wanted";
    against_kind(kind) zh "认领的是{kind}" en "is of a {kind}";
    against_state(state) zh "{state}，不计入" en "{state}, does not count";
    against_left(day, how, names)
        zh "{day} {how}，现由 {names} 认领，不再计入"
        en "{how} on {day}, {names} hold it now, counts for them";
    against_not_done(state) zh "{state}，办结才计" en "{state}, only a completed claim counts";
    against_early(day, from) zh "{day} 早于活动期开始 {from}" en "{day} lies before the campaign begins ({from})";
    against_late(day, last) zh "{day} 晚于 {last}" en "{day} is after {last}";
    against_done_late(day, last) zh "办结日期 {day}，晚于 {last}" en "completed {day}, after {last}";
    against_joint() zh "共同认领只计牵头者" en "a joint claim counts for its lead only";
    // overview.
    overview_title(day) zh "双微活动总览（{day}）" en "overview of the campaign, {day}";
    title_of(place, title) zh "{place} {title}" en "{place}, {title}";
    quotas() zh "指标数" en "quotas";
    unmet_in(report) zh "report {report} 的未达标" en "unmet in report {report}";
    // supply.
    supply_title(campaign, as_of)
        zh "{campaign} 供需情况（截至 {as_of}）"
        en "{campaign}: needs against those who still owe one, as of {as_of}";
    supply_of(quota) zh "{quota} 供需" en "{quota}: supply";
    period_from(from) zh "{from} 起" en "from {from}";
    of_all_campaigns(day) zh "全部活动期，{day}" en "all campaigns, {day}";
    of_campaign(campaign, when) zh "{campaign}，{when}" en "{campaign}, {when}";
    overview_of_campaigns(campaign)
        zh "达标、供需按活动期 {campaign} 计；各项事项按全部活动期计；只看一个活动期加 --campaign"
        en "quotas and supply are of the campaign {campaign}, needs of all campaigns; for one alone add --campaign";
    supply_rule(days)
        zh "口径：还需认领＝未达标者还应认领的次数；待认领、待发布按数量计；缺口＝还需认领减待认领，不小于 0，各组分别计，合计为各组之和；报到在上一级的（如街道的党组织）也可认领下级各组余下的；按最近 {days} 天新达标的人数推算预计达成日"
        en "rule: owed is the claims that the unmet still owe; open and coming count quantities; missing is owed less open, never below 0, of each group alone, and the total is their sum; who is registered with a wider place (an organisation with its street) may also take what is left over below; the day is reckoned from who met it in the last {days} days";
    reached_already() zh "已达成" en "reached";
    reached_never() zh "近期无人新达标" en "nobody of late";
    // ageing, overdue.
    ageing_title(day) zh "双微事项等待时长（{day}）" en "how long needs wait, {day}";
    ageing_name() zh "等待时长" en "waiting";
    ageing_rule()
        zh "口径：待核实从征集日起，待发布从核实日起，待认领从发布日起，待办结从首次认领日起，待确认从最后办结日起"
        en "rule: to verify is counted from collecting, to publish from verifying, to claim from publishing, to do from the first claim, to confirm from the last completion";
    longest_waits() zh "等待最久" en "longest waits";
    sum_of_bands() zh "各时段之和" en "sum of the bands";
    overdue_title(day) zh "逾期事项（{day}）" en "overdue needs, {day}";
    overdue() zh "逾期" en "overdue";
    running() zh "有期限未办结" en "with a day and not done";
    furthest_beyond() zh "逾期最久" en "furthest overdue";
    overdue_rule()
        zh "口径：过了期限还没有全部办结；期限取在办认领的期限，没有时取事项的完成时限；期限当天不算逾期"
        en "rule: not done whole when its day has passed; the day is the running claim's own, else the need's; the day itself is not overdue";
    // progress.
    no_theme() zh "（未分类）" en "(no theme)";
    sum_of_stages() zh "各状态之和" en "sum of the states";
    stages_name() zh "进展" en "states";
    funnel_name() zh "各环节完成情况" en "funnel";
    funnels_name() zh "各组各环节完成情况" en "funnels of the groups";
    funnel_rule()
        zh "各环节完成情况：到过这一步的事项；转化率对上一步，占比对全部；一般用时是从上一步到这一步的天数（取中间一件），缺日期的不计"
        en "funnel: needs that came so far; conversion is of the step before, share of all; days are the median from the step before, where both days are known";
    closed_otherwise_rule(count)
        zh "已确认与已销号中有 {count} 件是没有全部经认领确认就销号的（如自行解决），不算到过已确认；认领和办结只按它的认领计"
        en "{count} of those confirmed or closed were closed without a claim's confirmation of all of it, as what settled itself: they have not come as far as confirmed, and as far as claimed and completed only by their claims";
    reopened_rule(count)
        zh "到过已确认的有 {count} 件后来重新开放，现按新一轮的进展计"
        en "{count} that had come as far as confirmed were reopened since: their state is that of the new round";
    confirmed_and_closed_otherwise()
        zh "经认领确认与其他销号之和，减去后来重新开放的"
        en "confirmed and otherwise closed, less those reopened since";
    period(from, until) zh "{from} 至 {until}" en "{from} to {until}";
    period_until(until) zh "至 {until}" en "up to {until}";
    // participation.
    participation_title(period) zh "参与情况（{period}）" en "participation, {period}";
    participation_name() zh "参与情况" en "participation";
    participation_groups_name() zh "分组参与情况" en "participation by group";
    participants_name() zh "参与名单" en "participants";
    participation_rule(day)
        zh "口径：认领日期在期内、{day} 时未退领未撤销的认领；按人数（个数）统计时同一人只计一次，人次按每次认领计；“等…人”里未具名的另列一行，不计入人数"
        en "rule: claims made in the period and neither released nor revoked on {day}; claimants are distinct, claims taken part in count once for each who is in them; the unnamed of 等…人 stand in a line of their own, never among distinct people";
    participation_overlap()
        zh "同一认领人可在几组里，各组人数（个数）相加不等于合计；认领件数、人次、未具名人数相加等于合计"
        en "one claimant may be in several groups, so distinct claimants do not add up to the total; claims, claims taken part in and the unnamed do";
    unnamed_people() zh "未具名（等…人）" en "unnamed (等…人)";
    // satisfaction.
    satisfaction_title(day) zh "满意度（{day}）" en "satisfaction, {day}";
    satisfaction_name() zh "满意度" en "satisfaction";
    satisfaction_rule(day)
        zh "口径：{day} 时已确认的认领；平均分、满意率只算已评分的，满意为 4–5 分，没有评分的为 —"
        en "rule: claims confirmed on {day}; mean and rate are of those with a score, content is 4 or 5; — where nothing has a score";
    sum_of_scores() zh "各分之和" en "sum of the scores";
    scores_name() zh "已确认的认领" en "claims confirmed";
    low_name(score) zh "{score} 分及以下" en "score {score} or lower";
    // activity.
    activity_title(period) zh "工作动态（{period}）" en "activity, {period}";
    by_day_name() zh "按日" en "by day";
    by_month_name() zh "按月" en "by month";
    work_name() zh "按操作人" en "by operator";
    entries_name() zh "操作记录" en "entries";
    events_name() zh "逐件" en "events";
    too_many_events(count, most)
        zh "逐件明细有 {count} 行，超过 {most} 行，没有列出；用 --from、--until 或 --place 缩小范围"
        en "{count} events are more than the {most} that a workbook lists; narrow them with --from, --until or --place";
    activity_rule()
        zh "口径：按记录上的日期，征集、核实、发布、销号按事项计，其余按认领计；核实含不予采纳等各种结果；没有日期的不计"
        en "rule: by the dates on the records; collected, verified, published and closed are needs, the others claims; verified is any decision; what has no date is left out";
    activity_by_month(days)
        zh "超过 {days} 天，按月列出；首末两月只含期内的日子"
        en "more than {days} days, listed by month; the first and the last month hold only days of the period";
    activity_log_rule()
        zh "按操作人：期内的操作记录，不分属地、活动期"
        en "by operator: the log's entries of the period, whatever the place or campaign";
    unknown_operator(name, known)
        zh "日志里没有操作人 {name}；有：{known}"
        en "the log names no operator {name}; it names {known}";
}

/// A step of the funnel, by its place.
pub fn step_name(step: usize) -> String {
    let zh = ["征集", "核实", "发布", "认领", "办结", "确认"];
    let en = ["collected", "verified", "published", "claimed", "completed", "confirmed"];
    super::pick(zh, en).get(step).copied().unwrap_or_default().to_owned()
}

/// The last day of each band of waiting but the last, which has no end.
pub fn band(last: Option<i64>, before: Option<i64>) -> String {
    match (before, last) {
        (None, Some(last)) => column::first_band(last),
        (Some(before), Some(last)) => column::later_band(before + 1, last),
        (Some(before), None) => column::last_band(before),
        (None, None) => String::new(),
    }
}

/// The Chinese help of the reports and their arguments, by path: see `help`.
pub fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        "report" => "报表：每个数字都能查到明细",
        "report quota" => "达标情况：应认领、已达标、未达标、达标率",
        "report progress" => "进展情况：从待核实到已确认",
        "report participation" => "参与情况：多少党员、党组织、社会力量认领，人数与人次分开",
        "report activity" => "工作动态：一段时间里每天做了什么，谁做的",
        "report satisfaction" => "满意度：已确认的认领，居民怎么评",
        "report quota --by"
        | "report progress --by"
        | "report ageing --by"
        | "report overdue --by"
        | "report satisfaction --by" => "按什么分组；默认本单位的下一级",
        "report quota --ranked" => "达标率高的排在前面",
        "report quota --counts" => "什么才计，代替指标的规定：claimed 认领即计，completed 办结才计",
        "report quota --joint" => "共同认领计给谁，代替指标的规定：each 各计一次，lead 只计牵头者",
        "report quota --why" => "这名党员或这个党组织的认领，哪些计入、哪些不计、为什么",
        "report quota --check" => "总达标率低于 --at-least 时以退出码 1 结束；没有应认领的人则说明",
        "report quota --each" => "--check 看每一组的达标率，不只看合计",
        "report quota --strict" => "--check 时没有应认领的人也以退出码 1 结束",
        "report quota --at-least" => "--check 要求的达标率，0 到 1，或 95%",
        "report quota --split-by" => "每组的名单各写一个工作簿，写到 --to 的文件夹",
        "report quota --to" => "--split-by 写到的文件夹，须已存在",
        "report supply" => "供需情况：待认领的够不够还没认领的人认领，照现在的进度何时全部达成",
        "report supply --pace-days" => "按截至日前多少天的进度推算",
        "report overview" => "总览：一页看全部报表",
        "report ageing" => "等待时长：按时段统计，最久的在前",
        "report ageing --most" => "列出等待最久的多少件",
        "report overdue" => "逾期：过了期限还没办结的事项，最久的在前",
        "report overdue --most" => "列出逾期最久的多少件",
        "report supply --by" => "按哪一级属地分组；默认本单位的下一级",
        "report verify" => {
            "按报表的校验信息重算，看是否一致\n\n‹文件› 是 --format json 写出的报表。用它自己的参数，在它所载日志位置上工作文件所知的范围内重算；数字或日志被改过时逐处列出，退出码 1。"
        }
        "report verify <FILE>" => "JSON 报表",
        "report quota --for" => "谁的指标：members 党员认领微心愿，orgs 党组织认领微项目；默认都列",
        "report supply --campaign" | "report quota --campaign" => "哪个活动期，代替选用的",
        "report quota --list" => "列出名单：unmet 未达标，met 已达标",
        "report progress --kind"
        | "report ageing --kind"
        | "report overdue --kind"
        | "report participation --kind"
        | "report satisfaction --kind" => "只看微心愿 wish 或微项目 project",
        "report participation --by" => "另按品牌或事项属地分组；类别总是列出",
        "report participation --from" => "只看这一天起的认领；默认活动期第一天",
        "report participation --until" => "只看到这一天的认领；默认活动期最后一天",
        "report participation --campaign" => "只看这个活动期的事项和日期；默认选用的活动期的日期、全部事项",
        "report activity --from" => "第一天；默认列最近七天",
        "report activity --until" => "最后一天；默认报表截至的那天",
        "report activity --by-operator" => "操作记录只列这些操作人的",
        "report satisfaction --low" => "列出几分及以下的；默认 2",
        key if key.starts_with("report ") && key.ends_with(" --since") => {
            "另列从这一天起（含当天），或这条操作（entry:N）以后的变化"
        }
        key if key.starts_with("report ") && key.ends_with(" --place") => "只看这个属地",
        "report overview --campaign" => "哪个活动期；不写则达标、供需按选用的，事项按全部",
        key if key.starts_with("report ") && key.ends_with(" --campaign") => "只看这个活动期；默认全部",
        _ => return None,
    })
}

/// The headers of columns.
pub mod column {
    use super::super::texts;

    texts! {
        at() zh "时间" en "at";
        as_lead() zh "其中牵头" en "as lead";
        before() zh "之前" en "before";
        claim() zh "认领编号" en "claim";
        claimant() zh "认领方" en "claimant";
        claimants() zh "认领人" en "claimants";
        claimed() zh "已认领" en "claimed";
        claimed_on() zh "认领日期" en "claimed";
        claims() zh "认领次数" en "claims";
        claims_made() zh "认领件数" en "claims";
        class() zh "类别" en "class";
        code() zh "编号" en "code";
        column() zh "栏" en "column";
        coming() zh "待发布" en "coming";
        command() zh "命令" en "command";
        confirmed() zh "已确认" en "confirmed";
        confirmed_on() zh "确认日期" en "confirmed";
        content() zh "内容" en "content";
        content_rate() zh "满意率" en "rate";
        content_scores() zh "满意" en "content";
        conversion() zh "转化率" en "conversion";
        counts() zh "计入" en "counts";
        day() zh "日期" en "day";
        days() zh "天数" en "days";
        days_over() zh "逾期天数" en "days over";
        deregistered_on() zh "撤销日期" en "until";
        distinct() zh "人数/个数" en "distinct";
        due() zh "期限" en "due";
        entries() zh "操作次数" en "entries";
        entry() zh "序号" en "entry";
        event() zh "事件" en "event";
        first_band(last) zh "{last}天内" en "to {last} days";
        fulfilled() zh "待确认" en "fulfilled";
        group() zh "属地/分组" en "group";
        happened_claimed() zh "认领" en "claimed";
        happened_closed() zh "销号" en "closed";
        happened_collected() zh "征集" en "collected";
        happened_completed() zh "办结" en "completed";
        happened_confirmed() zh "确认" en "confirmed";
        happened_published() zh "发布" en "published";
        happened_released() zh "退领" en "released";
        happened_revoked() zh "撤销" en "revoked";
        happened_verified() zh "核实" en "verified";
        in_progress() zh "办理中" en "in progress";
        in_report() zh "报表所载" en "in the report";
        in_time() zh "活动期内" en "in time";
        kind() zh "类别" en "kind";
        last_band(before) zh "{before}天以上" en "over {before}";
        later_band(first, last) zh "{first}-{last}天" en "{first}-{last}";
        location() zh "位置" en "place";
        longest() zh "最久" en "longest";
        longest_days() zh "最久天数" en "longest days";
        mean() zh "平均分" en "mean";
        median() zh "一般用时（天）" en "median";
        median_days() zh "一般用时（天）" en "median days";
        members() zh "党员人数" en "members";
        met() zh "已达标" en "met";
        met_before() zh "之前达标" en "met before";
        met_lately() zh "近期达标" en "met lately";
        met_now() zh "现在达标" en "met now";
        missing() zh "缺口" en "missing";
        name() zh "姓名/名称" en "name";
        need() zh "事项编号" en "need";
        needs() zh "件数" en "needs";
        needs_info() zh "退回" en "needs info";
        note() zh "居民的话" en "note";
        now() zh "现在" en "now";
        of_all() zh "占全部" en "of all";
        open() zh "待认领" en "open";
        operator() zh "操作人" en "operator";
        org() zh "所在党组织" en "organisation";
        orgs() zh "党组织个数" en "orgs";
        out() zh "不采纳、撤回等" en "out";
        outsiders() zh "社会力量个数" en "outsiders";
        overdue() zh "逾期" en "overdue";
        owed() zh "还需认领" en "owed";
        partly_claimed() zh "部分认领" en "partly";
        phone() zh "联系电话" en "phone";
        place() zh "属地" en "place";
        quota() zh "指标" en "quota";
        rank() zh "名次" en "rank";
        rate() zh "达标率" en "rate";
        reached() zh "件数" en "reached";
        reached_on() zh "预计达成" en "reached on";
        reason() zh "为什么不计" en "why not";
        records() zh "改动记录数" en "records";
        registered() zh "报到" en "registered";
        registered_at() zh "报到地" en "place";
        registered_on() zh "报到日期" en "from";
        required() zh "应认领" en "required";
        role() zh "角色" en "role";
        row() zh "行" en "row";
        run_again() zh "重算结果" en "run again";
        satisfaction() zh "满意度" en "score";
        score(score) zh "{score}分" en "{score}";
        scored() zh "已评分" en "scored";
        since() zh "起算日" en "since";
        state() zh "状态" en "state";
        step() zh "环节" en "step";
        table() zh "表" en "table";
        taken_part() zh "人次" en "taken part";
        to_claim() zh "待认领" en "to claim";
        to_do() zh "待办结" en "to do";
        to_verify() zh "待核实" en "collected";
        total() zh "合计" en "total";
        undated() zh "无日期" en "no date";
        unmet() zh "未达标" en "unmet";
        unnamed() zh "未具名人数" en "unnamed";
        unpublished() zh "未上墙" en "unpublished";
        verified() zh "已核实" en "verified";
        waiting() zh "等待" en "waiting";
    }
}
