//! Texts of the commands: what they answer, and what they refuse.

use super::{Lang, current, headers, texts};

texts! {
    // Shared.
    already_done(code)
        zh "{code}：此前已办理，没有改动"
        en "{code}: already done, nothing changed";
    dry_run()
        zh "试运行：没有改动"
        en "dry run: nothing was changed";
    nothing_changed()
        zh "没有改动"
        en "nothing changed";
    reason_empty(what)
        zh "{what}：理由不能为空"
        en "{what}: the reason must not be empty";
    day_in_future(day)
        zh "日期 {day} 在今天之后；请核对"
        en "the day {day} lies in the future; check it";
    pack_before_wall(on, first)
        zh "发布日期 {on} 太早：上一次发布，或墙上内容的核实、发布，到 {first} 才有；请写 {first} 或以后的日期"
        en "the day of publishing, {on}, is too early: the last publication, or what is on the wall, is of {first}; give {first} or a later day";
    clock_before_wall(today, first)
        zh "电脑日期是 {today}，而上一次发布，或墙上内容的核实、发布，到 {first} 才有；请先校准电脑日期，再发布"
        en "the computer's day is {today}, but the last publication, or what is on the wall, is of {first}; set the clock, then publish";
    unknown_code(code, near)
        zh "没有编号 {code}{near}；请核对，编号可用 find 查到"
        en "no such code: {code}{near}; check it, find looks codes up";
    place_near(name, near)
        zh "没有这个属地：{name}；是不是 {near}？确是新的属地就加 --new-place"
        en "no such place: {name}; is it {near}? If it is new, add --new-place";
    place_unknown(place, near)
        zh "没有这个属地：{place}{near}；已有的用 list places 查看"
        en "no such place: {place}{near}; list places shows those there are";
    place_ambiguous(place, places)
        zh "属地 {place} 不止一处：{places}；请写出上级"
        en "{place} is the name of several places: {places}; name the one above it too";
    unknown_person(name, near)
        zh "没有叫 {name} 的党员、党组织或社会力量{near}；请核对，或用 find 查找"
        en "no member, organisation or outsider is called {name}{near}; check the name, or look for it with find";
    unknown_claimant(name, near)
        zh "没有叫 {name} 的党员或党组织{near}；名册之外的认领人用 --outsider"
        en "no member or organisation is called {name}{near}; for a claimant on no roster use --outsider";
    several_people(name, people)
        zh "叫 {name} 的不止一位：{people}；请在姓名后加上单位或电话（如 {name} 区图书馆），或改用编号"
        en "{name} is the name of several: {people}; add the unit or phone behind the name, or use the code";
    person_elsewhere(words, people)
        zh "没有 {words}；同名的有：{people}；请核对单位，或改用编号"
        en "nobody matches {words}; of that name there are: {people}; check the unit, or use the code";
    no_name(name)
        zh "{name} 不是名字；请写姓名或单位名称"
        en "{name} is not a name; write that of a person or an organisation";
    nobody_claims()
        zh "没有写明认领人；用 --by 或 --outsider"
        en "no claimant is named; use --by or --outsider";
    period_upside_down(from, until)
        zh "起止日期颠倒：{from} 至 {until}"
        en "the period ends before it begins: from {from} until {until}";
    like_unframed(file)
        zh "{file} 的标题行、表头、列的顺序和表尾照写，列宽、边框、合并的单元格没有照搬；要照搬，先用 Excel、WPS 把它另存为 xlsx"
        en "the title rows, headers, order and footer of {file} are kept, its widths, borders and merged cells are not; for those, save it as xlsx in a spreadsheet first";
    like_of_other_form(file, ending)
        zh "照 {file} 写出的是 {ending}，--output 的文件名要以 .{ending} 结尾；要别的格式就去掉 --like"
        en "a list like {file} is written as {ending}: end the name of --output with .{ending}, or leave --like out";
    like_below()
        zh "表尾（填表人、审核人、合计等）照写；合计行里的数字没有写，请重新求和"
        en "what is below the rows is written as it is, but without the figures of totals: add them up again";
    written(file)
        zh "已写入 {file}"
        en "wrote {file}";
    rows_written(file, rows)
        zh "已写入 {file}（{rows} 行）"
        en "wrote {file} ({rows} rows)";
    head_line(head)
        zh "存档校验码 {head}"
        en "log head {head}";
    join_key_line(fingerprint)
        zh "全市密钥指纹 {fingerprint}"
        en "join key {fingerprint}";
    total()
        zh "合计"
        en "total";
    number(number)
        zh "{number}号"
        en "#{number}";
    // init.
    would_init(path, office)
        zh "试运行：将为 {office} 建立 {path}"
        en "dry run: would make {path} for {office}";
    bad_prefix(code)
        zh "编号前缀 {code} 只能是 1 至 8 个字母或数字"
        en "the prefix {code} must be 1 to 8 letters or digits";
    office_begins_with_district(path)
        zh "单位 {path} 请从区写起，如 荔湾区/金花街道"
        en "write the office {path} from its district down, such as 荔湾区/金花街道";
    office_of_no_level(path)
        zh "单位 {path} 的层级不对；依次写 区/镇街/村社区/驿站，每级一处，最多四级，如 荔湾区/金花街道/蟠虬社区"
        en "the office {path} does not have the levels of a place; write district/street/community/station, one of each, four at most, such as 荔湾区/金花街道/蟠虬社区";
    join_key_unreadable(path)
        zh "读不出全市密钥文件 {path}"
        en "cannot read the join key {path}";
    bad_join_key(path, fault)
        zh "全市密钥文件 {path} 不能用：{fault}；没有建立工作文件"
        en "{path} is not a join key: {fault}; no office file was made";
    join_key_empty()
        zh "文件是空的"
        en "the file is empty";
    join_key_too_short(bytes, shortest)
        zh "只有 {bytes} 字节，至少要 {shortest} 字节"
        en "it has {bytes} bytes and needs at least {shortest}";
    join_key_too_long(longest)
        zh "超过 {longest} 字节，是不是指错了文件"
        en "it has over {longest} bytes; is it the right file?";
    join_key_not_hex()
        zh "是文字，却不是成对的十六进制数字；请用市里发的密钥文件，不要用口令"
        en "it is text, but not pairs of hexadecimal digits; use the key file that the city gave, not a pass phrase";
    join_key_not_random()
        zh "不是随机生成的，重复的字节太多"
        en "it is not random: too many bytes are the same";
    id_key_of_city(fingerprint)
        zh "身份证号的校验值用全市密钥计算，密钥指纹 {fingerprint}；各单位的指纹应当一致，以后不能更换"
        en "ID numbers are digested with the city's join key {fingerprint}; it must be the same in every office, and cannot be changed";
    // Campaigns and quotas.
    campaign_private(words)
        zh "活动期的名称会印在报表上，含有不能公开的内容：{words}；请改写"
        en "the campaign's name is printed on reports and contains private information: {words}; write it without";
    campaign_exists(name)
        zh "活动期 {name} 已存在，起止日期不同；换一个名称"
        en "the campaign {name} exists with other days; choose another name";
    unknown_campaign(name, known)
        zh "没有活动期 {name}；现有：{known}"
        en "no campaign {name}; there are: {known}";
    no_campaign()
        zh "还没有活动期；先运行 campaign add"
        en "no campaign yet; run campaign add first";
    in_use()
        zh "使用中"
        en "in use";
    nothing_to_set(options)
        zh "没有写要改什么；加 {options}"
        en "nothing to set; add one of {options}";
    unknown_class(class, known)
        zh "没有类别 {class}；可用：{known}"
        en "no class {class}; there are: {known}";
    campaign_period(name, from, until)
        zh "活动期 {name}（{from} 至 {until}）"
        en "campaign {name} ({from} to {until})";
    // Lists.
    stdin_once()
        zh "标准输入（-）只能写一次"
        en "standard input (-) can be named only once";
    stdin_wants_rejects()
        zh "从标准输入读取时，请用 --rejects 指定问题行的去处"
        en "standard input needs --rejects FILE: where its faulty rows go";
    rejects_ending(path)
        zh "{path}：问题行是清单，只写成 CSV 或工作簿；文件名以 .csv 或 .xlsx 结尾，要 JSON 用 --format json（faults 里有每一条）"
        en "{path}: faulty rows are a list, written as CSV or as a workbook; name it .csv or .xlsx, and for JSON use --format json (its faults have them all)";
    rejects_for_one()
        zh "几份清单的问题行不能写进一个文件：--rejects 请给一个已有的文件夹"
        en "the faulty rows of several lists do not go into one file: give --rejects a folder that is there";
    list_left_out(file, why)
        zh "{file} 读不了，略过：{why}"
        en "{file} cannot be read and is left out: {why}";
    list_left_out_alone(why)
        zh "{why}（单独导入这份清单时给出列名对照表）"
        en "{why} (imported by itself the list is given a map of its columns)";
    no_list_is_readable(count)
        zh "{count} 份清单一份也读不了，什么也没有导入"
        en "none of {count} lists can be read; nothing was imported";
    no_code_in_line(file, line)
        zh "{file} 第 {line} 行不是编号；每行一个编号、公开编号或墙号"
        en "{file}, line {line}: not a code; a line holds one code, public code or wall number";
    no_codes_in(file)
        zh "{file} 里没有编号，什么也没有做；请每行写一个编号或墙号"
        en "{file} has no code, and nothing was done; write a code or a wall number on each line";
    row(row)
        zh "第{row}行"
        en "row {row}";
    of_field(field, problem)
        zh "{field}：{problem}"
        en "{field}: {problem}";
    problem(place, message)
        zh "{place} {message}"
        en "{place} {message}";
    fault_line(file, place, message)
        zh "{file} {place} {message}"
        en "{file} {place} {message}";
    faults_line(file, message, count, places)
        zh "{file} {message}：{count} 处（{places}）"
        en "{file} {message}: {count} times ({places})";
    unread_lines(file, message, count, places)
        zh "{file} {message}：{count} 处（{places}），所在的行已在册，只有这些格留空"
        en "{file} {message}: {count} times ({places}); their rows are in, but for these cells";
    warning_line(file, place, message)
        zh "提醒 {file} {place} {message}"
        en "warning: {file} {place} {message}";
    warnings_line(file, what, count, places)
        zh "提醒 {file} {what}：{count} 处（{places}）"
        en "warning: {file} {what}: {count} times ({places})";
    more_faults(file, more)
        zh "{file} 还有 {more} 个问题，见问题行文件或 --format json"
        en "{file}: {more} more faults, see the rejects file or --format json";
    more_warnings(more)
        zh "还有 {more} 条提醒，见 --format json"
        en "{more} more warnings, see --format json";
    counts(new, updated, unchanged, duplicates, rejected)
        zh "新增 {new} 条，更新 {updated} 条，未变 {unchanged} 条，重复 {duplicates} 条，问题 {rejected} 条"
        en "{new} new, {updated} updated, {unchanged} unchanged, {duplicates} duplicates, {rejected} rejected";
    rejects_at(path, rows)
        zh "问题行已写入 {path}（{rows} 行），改好后可再次导入"
        en "wrote the faulty rows to {path} ({rows} rows): correct them and import it again";
    unread_line(file, place, message, code)
        zh "{file} {place}（{code} 已在册，只有这一格留空）{message}"
        en "{file} {place} ({code} is in, but for this cell) {message}";
    more_unread(file, more)
        zh "{file} 还有 {more} 格没有读出，见问题行文件或 --format json"
        en "{file}: {more} more cells could not be read, see the rejects file or --format json";
    unread_count(cells)
        zh "没有读出 {cells} 格：所在的行已导入，只有这些格留空；改好这些格再导入即可"
        en "{cells} cells could not be read: their rows are in, the cells are left blank; correct them and import again";
    of_what(what, counts)
        zh "{what} {counts}"
        en "{what}: {counts}";
    only_the_cell(problems)
        zh "{problems}（本行已导入，只改这里列出的格，再导入即可）"
        en "{problems} (the row is in: correct the cells named here and import it again)";
    to_mend_at(path, rows)
        zh "待改的行已写入 {path}（{rows} 行），改好后可再次导入"
        en "{rows} rows to correct are in {path}: correct them and import it again";
    strict_changed_nothing()
        zh "--strict：有问题行，没有改动"
        en "--strict: there are faulty rows, nothing was changed";
    new_places(count, places)
        zh "新增属地 {count} 处：{places}"
        en "{count} new places: {places}";
    // verify.
    no_outcome()
        zh "请写明结果：--pass、--reject、--needs-info 或 --duplicate-of"
        en "give the outcome: --pass, --reject, --needs-info or --duplicate-of";
    nothing_waits()
        zh "没有待核实的事项"
        en "nothing waits for verification";
    already_decided()
        zh "此前已核实，没有改动"
        en "already decided so, nothing changed";
    // publish.
    wording_wants_one()
        zh "--wording 只能配一个编号"
        en "--wording goes with one CODE";
    man_pages(count, folder)
        zh "已写入 {folder}（{count} 页手册）"
        en "wrote {folder} ({count} man pages)";
    nothing_to_decide()
        zh "没有写核实哪些；请写上编号，或用 --all 表示全部待核实的"
        en "no needs are named; give their codes, or --all for all that wait";
    not_a_list_ending(ending)
        zh "清单只能写成 csv 或 xlsx，不能写成 {ending}；请改文件名的结尾"
        en "a list is written as csv or xlsx, not as {ending}; change the end of the file's name";
    consent_refused()
        zh "本人不同意公开"
        en "the wisher does not consent";
    child_wants_consent()
        zh "未成年人的心愿须逐条取得同意（同意公开 填 是）"
        en "a child's wish needs a yes of its own in the consent column";
    consent_blank()
        zh "未填是否同意公开；表格征询过的用 --consent 说明依据"
        en "consent is blank; if the form asked for it, say so with --consent WHY";
    private_in_text(kinds, marked, code)
        zh "文字里可能有隐私（{kinds}）：{marked}；用 publish {code} --wording 改写，或核对后用 --as-is"
        en "the text may contain private information ({kinds}): {marked}; reword with publish {code} --wording, or confirm with --as-is";
    private_in_place(place, kinds)
        zh "属地“{place}”里可能有隐私（{kinds}）；请在名单里只写社区名，再导入一次"
        en "the place \"{place}\" may contain private information ({kinds}); give the community alone in the list and import it again";
    withheld(code, reason)
        zh "暂缓 {code}：{reason}"
        en "withheld {code}: {reason}";
    more_withheld(count)
        zh "另有 {count} 条暂缓或不上墙没有列出；逐条看加 --verbose，或用 publish --review"
        en "{count} more that are withheld or stay down are not listed; --verbose or publish --review lists them";
    already_published(code)
        zh "{code} 已在墙上"
        en "{code} is on the wall already";
    reworded(code)
        zh "{code} 已在墙上，公开措辞已改"
        en "{code} is on the wall, its wording was changed";
    would_come_down(number, shown)
        zh "{number}号 将不再在墙上；办理后请运行 publish 重写发布材料，并撤下贴出去、发出去的清单和卡片（先前发布到：{shown}）"
        en "{number}号 would not be on the wall any longer; then run publish to write the pack anew, and take down what went out (published to: {shown})";
    came_down(number, shown)
        zh "{number}号 不再在墙上；请运行 publish 重写发布材料，并撤下贴出去、发出去的清单和卡片（先前发布到：{shown}）"
        en "{number}号 is not on the wall any longer; run publish to write the pack anew, and take down what went out (published to: {shown})";
    not_to_be_shown(code, why)
        zh "{why}，未列入发布材料；用 publish {code} --take-down --reason 撤下"
        en "{why}: it was left out of the pack; take it down with publish {code} --take-down --reason";
    held_and_not_shown(why)
        zh "{why}，未列入发布材料；已有人认领，认领照旧，不必撤下"
        en "{why}: it was left out of the pack; somebody has claimed it, the claim goes on, and it need not be taken down";
    stays_down(code, number, why)
        zh "{number}号（{code}）先前已撤下（{why}），不再自动发布；要重新发布请运行 publish {code}"
        en "{number}号 ({code}) was taken down ({why}) and stays down; publish {code} puts it up again";
    not_verified(code, state)
        zh "{code} 现为“{state}”，还不能发布；先运行 verify"
        en "{code} is {state}, not verified; run verify first";
    not_verified_but_over(code, state)
        zh "{code} 现为“{state}”，不能发布；先用 reopen 恢复"
        en "{code} is {state} and cannot be published; reopen it first";
    not_on_the_wall(code, state)
        zh "{code} 现为“{state}”，不在墙上"
        en "{code} is {state}, not on the wall";
    held_on_the_wall(code, who, since)
        zh "{code} 已由 {who} 于 {since} 认领，不能撤下；先运行 claim release"
        en "{code} has been held by {who} since {since} and stays on the wall; run claim release first";
    held_wish_on_the_wall(code, who, since)
        zh "{code} 已由 {who} 于 {since} 认领，不能撤下；居民不想公开了用 edit {code} --set 同意公开=否（认领照旧），认领人不办了先运行 claim release"
        en "{code} has been held by {who} since {since} and stays on the wall; where the resident wants it off the wall, edit {code} --set consent=no (the claim goes on); where the claimant gives up, run claim release first";
    published(count, withheld, wall, waiting)
        zh "新发布 {count} 条，暂缓 {withheld} 条；墙上共 {wall} 条，待认领 {waiting} 条"
        en "{count} newly published, {withheld} withheld; {wall} on the wall, {waiting} waiting";
    published_of_place(count, withheld, place, wall, waiting)
        zh "新发布 {count} 条，暂缓 {withheld} 条；{place}在墙上的共 {wall} 条，待认领 {waiting} 条"
        en "{count} newly published, {withheld} withheld; {wall} of {place} on the wall, {waiting} waiting";
    pack_not_written(count, cause)
        zh "已发布 {count} 条，但发布材料没有写成（{cause}）；解决后再运行 publish"
        en "{count} published, but the pack was not written ({cause}); solve that and run publish again";
    // claim.
    no_claim(code)
        zh "{code} 没有进行中的认领；先运行 claim take"
        en "{code} has no live claim; run claim take first";
    no_claim_of_those(code, names)
        zh "{code} 由 {names} 认领，--by 写的人没有认领；请核对"
        en "{code} is claimed by {names}, and not by those whom --by names; check them";
    several_needs(words, count, needs)
        zh "{words} 可能是 {count} 个事项：{needs}；请写墙号，如 6号"
        en "{words} may mean {count} needs: {needs}; give the number on the wall, such as #6";
    name_a_need()
        zh "没有写明是哪个事项；请写墙号（如 6号）、编号或心愿里的几个字"
        en "no need is named; give its number on the wall (#6), its code, or words of it";
    of_need(need, message)
        zh "{need}：{message}"
        en "{need}: {message}";
    no_such_paper(path)
        zh "没有文件 {path}，或读不出来"
        en "no file {path}, or it cannot be read";
    no_longer_named(what)
        zh "{what}：新加入的人没有说明是否同意署名，公开材料上不再署名"
        en "{what}: whoever comes in has not agreed to be named, so nobody is named on what is published any more";
    takes_part_already(what, name)
        zh "{what}：{name} 此前已参加，没有改动"
        en "{what}: {name} takes part already, nothing changed";
    no_more_claimants(what, state)
        zh "{what} 现为“{state}”，不能再增加共同认领人"
        en "{what} is {state}; nobody can join it";
    nobody_leaves(what, state)
        zh "{what} 现为“{state}”，不能再退出"
        en "{what} is {state}; nobody can leave it";
    not_handed_over(what, state)
        zh "{what} 现为“{state}”，不能移交"
        en "{what} is {state} and cannot be handed over";
    not_extended(what, state)
        zh "{what} 现为“{state}”，不能延期"
        en "{what} is {state} and needs no more time";
    cannot_lead(what, name)
        zh "{name} 不在 {what} 留下的认领人中，不能牵头；请核对 --lead"
        en "{name} is not among those who stay in {what} and cannot lead; check --lead";
    whose_of_joint(what, names)
        zh "{what} 由 {names} 共同认领；请用 --by 写明是谁，全部都是就用 --all"
        en "{what} is a joint claim of {names}; say whose with --by, or --all for everyone";
    deadline_has_passed(day)
        zh "{day} 已过，不能作为新的期限"
        en "{day} has passed and cannot be the new deadline";
    only_of_letters()
        zh "--signed-by 和 --exchanged 只用于意向书（letter）"
        en "--signed-by and --exchanged go with letter only";
    signed_before_claimed(what, day, claimed)
        zh "提醒 {what}：意向书签订日期 {day} 早于认领日期 {claimed}；请核对"
        en "warning: {what}: the letter was signed on {day}, before the claim of {claimed}; check the days";
    no_file_of(milestone)
        zh "“{milestone}”没有附件；--file 用于意向书、实施方案和完成"
        en "{milestone} has no file; --file goes with letter, plan and completed";
    not_begun_within(days)
        zh "认领后超过 {days} 天未开始办理"
        en "not begun within {days} days";
    nothing_stale(days)
        zh "没有超过 {days} 天未开始办理的认领"
        en "no claim has waited for more than {days} days";
    no_stale_limit()
        zh "没有写明几天：用 --older-than 14d，或先用 campaign set --stale-after 14 定下"
        en "for how long? use --older-than 14d, or set it with campaign set --stale-after 14";
    claim_of_need(claim, need)
        zh "{claim}（{need}）"
        en "{claim} ({need})";
    several_claims(code, claims)
        zh "{code} 有几份认领：{claims}；请用认领编号或 --by 指明"
        en "{code} has several claims: {claims}; name the claim's code or use --by";
    said_again(what, changes) zh "{what}：{changes}" en "{what}: {changes}";
    was_and_is(field, old, new) zh "{field} {old} → {new}" en "{field} {old} → {new}";
    blank_value() zh "空" en "blank";
    held_otherwise(need, claim, changes, ways)
        zh "{need}：同一认领人此前已认领（{claim}），这次写的不同：{changes}；没有改动。{ways}"
        en "{need}: these claimants hold it already ({claim}), otherwise than given now: {changes}; nothing changed. {ways}";
    way_to_extend(claim, day)
        zh "完成时限用 claim extend {claim} --deadline {day}"
        en "for the deadline use claim extend {claim} --deadline {day}";
    way_to_take_again(claim)
        zh "数量、认领日期要改，先 claim release {claim} --reason 理由，再重新认领"
        en "for another quantity or day, claim release {claim} --reason WHY and take it again";
    way_by_list()
        zh "备注、同意署名、提前的完成时限：用 export claims 导出，改好后 claim import"
        en "for a note, the consent to be named or an earlier deadline, export claims, change them there and claim import";
    shorter_deadline(what, old, new)
        zh "{what} 的完成时限是 {old}，改为 {new} 是提前，不是延期；确要提前，用 export claims 导出，改完成时限后 claim import"
        en "{what} is due by {old}, and {new} is earlier, which gives no more time; to shorten it, export claims, change the deadline there and claim import";
    already_claimed(code)
        zh "{code}：同一认领人此前已认领，没有改动"
        en "{code}: these claimants hold it already, nothing changed";
    claimed_before_published(code, day, published)
        zh "提醒 {code}：认领日期 {day} 早于发布日期 {published}"
        en "warning: {code} claimed on {day}, before it was published on {published}";
    close_with_live(code, claims)
        zh "{code} 还有未办结的认领（{claims}）；先运行 claim complete 或 claim release"
        en "{code} has claims that still run ({claims}); run claim complete or claim release first";
    // report.
    quota_title(campaign, as_of)
        zh "{campaign} 认领达标情况（截至 {as_of}）"
        en "{campaign}: who has met the quota, as of {as_of}";
    as_of_line(campaign, from, until, as_of)
        zh "活动期 {campaign}（{from} 至 {until}），截至 {as_of}"
        en "campaign {campaign} ({from} to {until}), as of {as_of}";
    campaign_to_come(campaign, from)
        zh "活动期 {campaign} 从 {from} 才开始，还没有可计的认领"
        en "the campaign {campaign} begins on {from}: no claim counts yet";
    as_of_before_campaign(day, campaign, from)
        zh "截至日期 {day} 早于活动期 {campaign} 的开始日期 {from}；--as-of 写 {from} 或以后的日期，看更早的活动期用 --campaign 指明（campaign list 列出全部）"
        en "as-of day {day} lies before the campaign {campaign} begins ({from}); give --as-of a day from {from} on, or name an earlier campaign with --campaign (campaign list has them all)";
    whose_quota(who, what)
        zh "{who}认领{what}"
        en "{who}: {what}";
    counts_claimed()
        zh "认领即计"
        en "a live or finished claim counts";
    counts_completed()
        zh "办结才计"
        en "only a completed claim counts";
    joint_each()
        zh "共同认领各计一次"
        en "a joint claim counts for each claimant";
    joint_lead()
        zh "共同认领只计牵头者"
        en "a joint claim counts for its lead only";
    unknown_class_members(count)
        zh "提醒：{count} 名党员未填类别，不计入指标；export members 可查"
        en "warning: {count} members have no class and owe nothing; see export members";
    member(code, name)
        zh "{code} {name}"
        en "{code} {name}";
    progress_title(day)
        zh "双微事项进展（{day}）"
        en "progress of needs, {day}";
    progress_rule()
        zh "口径：按事项计；已确认含已销号；“不采纳、撤回等”含不予采纳、重复、已撤回、未能办理"
        en "rule: needs are counted; confirmed has closed in it; out is rejected, duplicate, withdrawn, unfulfilled";
    // show.
    history_label(entry)
        zh "记录 {entry}"
        en "entry {entry}";
    log_goes_on(before)
        zh "还有更早的操作：log --before {before}"
        en "there are older entries: log --before {before}";
    pinned_time(at)
        zh "{at}（--today）"
        en "{at} (--today)";
    history_line(at, operator, change, command)
        zh "{at} {operator} {change}（{command}）"
        en "{at} {operator} {change} ({command})";
    unnamed(count)
        zh "（另有 {count} 人未具名）"
        en " (and {count} unnamed)";
    with_unnamed(names, all)
        zh "{names}等{all}人"
        en "{names}等{all}人";
    claim_line(code, who, unnamed, on, state, quantity)
        zh "{code} {who}{unnamed} {on} {state} 数量 {quantity}"
        en "{code} {who}{unnamed} {on} {state}, quantity {quantity}";
    cost_of(cost)
        zh "花费 {cost} 元"
        en "cost {cost} yuan";
    promised_by(day) zh "完成时限 {day}" en "promised by {day}";
    confirmed_on(day) zh "确认日期 {day}" en "confirmed on {day}";
    confirmed_by(who) zh "确认人 {who}" en "confirmed by {who}";
    satisfaction_of(stars) zh "满意度 {stars}" en "satisfaction {stars}";
    reopened_on(day)
        zh "{day} 事项重新开放，可再认领；此认领仍计数"
        en "the need was reopened on {day} and may be claimed again; this claim still counts";
    ended_on(day, reason) zh "终止日期 {day}：{reason}" en "ended on {day}: {reason}";
    left_line(name, day, how, reason)
        zh "{name} {day} {how}：{reason}"
        en "{name} {how} on {day}: {reason}";
    unread_of(cells) zh "未读出的单元格：{cells}" en "unread cells: {cells}";
    f_claim() zh "认领" en "claim";
    f_claims() zh "认领数" en "claims";
    f_claimants() zh "认领人" en "claimants";
    f_state() zh "状态" en "state";
    f_place() zh "属地" en "place";
    f_words() zh "内容" en "content";
    record_line(kind, code, what, more)
        zh "{kind} {code}{what}（{more}）"
        en "{kind} {code}{what} ({more})";
    edited() zh "修改" en "edited";
    claimant_with_role(name, role) zh "{name}（{role}）" en "{name} ({role})";
}

/// `；相近的有：…`, or nothing.
pub fn near(names: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    match current() {
        Lang::Zh => format!("；相近的有：{names}"),
        Lang::En => format!("; near ones: {names}"),
    }
}

pub fn yes_no(yes: bool) -> String {
    match (current(), yes) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
    .to_owned()
}

headers! {
    init_headers zh ["工作文件", "单位", "编号前缀", "活动期"] en ["office file", "office", "prefix", "campaign"];
    campaign_headers
        zh ["活动期", "开始", "结束", "状态", "几天未开始算搁置", "几天未认领进领办大厅"]
        en ["campaign", "from", "until", "state", "stale after days", "pool after days"];
    quota_list_headers
        zh ["对象", "类别", "事项", "至少", "计数", "共同认领"]
        en ["who", "class", "need", "at least", "counting", "joint"];
    summary_headers zh ["结果", "种类", "条数"] en ["what", "kind", "records"];
    preview_headers zh ["结果", "编号", "字段", "原值", "新值"] en ["what", "code", "field", "old", "new"];
    alias_headers zh ["别名", "组织编码", "党组织"] en ["alias", "code", "organisation"];
    pending_headers zh ["名称", "行数", "清单", "相近的组织"] en ["name", "rows", "list", "near organisations"];
    collect_headers
        zh ["清单", "行数", "新增", "更新", "未变", "重复", "问题", "略过", "问题行文件", "未读"]
        en ["list", "rows", "new", "updated", "unchanged", "duplicates", "rejected", "skipped", "rejects file", "unread"];
    verify_headers
        zh ["核实", "通过", "不予采纳", "退回补充", "重复"]
        en ["checked", "verified", "rejected", "needs info", "duplicate"];
    moved_headers zh ["编号", "原状态", "现状态", "退领"] en ["code", "from", "to", "released"];
    claim_headers
        zh ["认领编号", "心愿/项目编号", "牵头", "共同", "数量", "状态", "事项"]
        en ["claim", "need", "lead", "joint", "quantity", "state", "what"];
    publish_headers zh ["墙号", "编号", "结果"] en ["number", "code", "outcome"];
    found_headers zh ["类别", "编号", "墙号", "内容或名称", "许愿人或单位", "电话", "属地", "状态", "所在栏"] en ["kind", "code", "number", "what", "of", "phone", "place", "state", "found in"];
    show_headers zh ["项目", "内容"] en ["field", "value"];
    log_headers zh ["序号", "时间", "操作人", "命令", "变更数"] en ["entry", "at", "operator", "command", "changes"];
}
