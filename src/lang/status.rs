//! Texts of `status` and of the menu of steps.

use super::texts;

texts! {
    title(office, campaign, today) zh "{office}　{campaign}　今天 {today}" en "{office}  {campaign}  today {today}";
    campaign(name, from, until) zh "{name}（{from} 至 {until}）" en "{name} ({from} until {until})";
    of_all_campaigns(campaign)
        zh "各环节按全部活动期的事项计，不只 {campaign}；只看一个活动期：report progress --campaign 名称"
        en "the stages count the needs of all campaigns, not of {campaign} alone; of one: report progress --campaign NAME";
    open_rejects(file) zh "还有没改完的问题行：{file}" en "faulty rows that are still to be corrected: {file}";
    pending_claims(count) zh "对不上的认领：{count} 条" en "claims that nobody could match: {count}";
    unknown_orgs(count) zh "清单里认不出的党组织名称：{count} 个" en "names of organisations that match none: {count}";
    stale_claims(count) zh "认领后长期未开始办理：{count} 份" en "claims that nobody has begun for too long: {count}";
    backed_up(day, ago) zh "最近一次自动备份：{day}（{ago} 天前）" en "newest automatic backup: {day} ({ago} days ago)";
    not_backed_up() zh "还没有备份；导入、核实、发布之前会自动备份，也可用 backup 文件" en "no backup yet; one is taken before each import, batch decision and publication, or by backup FILE";
    several_open_rejects(file, more) zh "还有没改完的问题行：{file}，另有 {more} 个文件，见 status" en "faulty rows that are still to be corrected: {file}, and {more} more files; see status";
    next_is(command) zh "接下来：{command}" en "next: {command}";
    next_heading() zh "接下来可以输入：" en "what to type next:";
    next_campaign() zh "shuangwei campaign add 名称 --from 日期 --until 日期" en "shuangwei campaign add NAME --from DAY --until DAY";
    next_orgs() zh "shuangwei collect orgs 党组织名单.xlsx" en "shuangwei collect orgs orgs.xlsx";
    next_members() zh "shuangwei collect members 党员花名册.xlsx" en "shuangwei collect members members.xlsx";
    next_wishes() zh "shuangwei collect wishes 微心愿清单.xlsx" en "shuangwei collect wishes wishes.xlsx";
    begin(db)
        zh "这里没有工作文件（{db}）\n第一次使用：shuangwei init --office 荔湾区/金花街道 --campaign 2026 --from 2026-03-01 --until 2026-12-31\n已有工作文件：到它所在的文件夹里运行，或用 --db 文件 指明；全部命令见 shuangwei --help"
        en "there is no office file here ({db})\nto begin: shuangwei init --office 荔湾区/金花街道 --campaign 2026 --from 2026-03-01 --until 2026-12-31\nif there is one elsewhere: run in its folder, or name it with --db FILE; all commands: shuangwei --help";
    restore_first(db, day, backup)
        zh "工作文件不见了（{db}），但有 {day} 的备份\n从备份恢复：shuangwei restore \"{backup}\""
        en "the office file is gone ({db}), and there is a backup of {day}\nto restore it: shuangwei restore \"{backup}\"";
    what_list(file) zh "{file} 是哪一种清单：" en "what {file} is a list of: ";
    what_now() zh "要做什么：" en "what is to be done: ";
    which_one() zh "哪一样：" en "which: ";
    which_file() zh "哪个文件：" en "which file: ";
    other_file() zh "别处的文件（写路径，或把文件拖进来）" en "a file elsewhere (type its path, or drop it here)";
    type_file() zh "文件：" en "file: ";
    find_what() zh "找什么（姓名、电话后四位、编号或内容里的词）：" en "look for (a name, the last four digits of a phone, a code, words): ";
    go_on() zh "回车继续：" en "Enter goes on: ";
    leave() zh "退出" en "leave";
    back() zh "返回" en "back";
    step_collect() zh "一、征集：导入清单，或录入一条" en "1 collect: import a list, or add one record";
    step_verify() zh "二、核实" en "2 verify";
    step_publish() zh "三、发布上墙" en "3 publish";
    step_claim() zh "四、认领" en "4 claim";
    step_report() zh "五、汇报" en "5 report";
    step_find() zh "找人、找心愿" en "find a person or a wish";
    list_wishes() zh "导入微心愿清单" en "import a list of wishes";
    list_projects() zh "导入微项目清单" en "import a list of projects";
    list_members() zh "导入党员花名册" en "import a members' roster";
    list_orgs() zh "导入党组织名单" en "import a list of organisations";
    list_places() zh "导入属地名单" en "import a list of places";
    one_wish() zh "录入一个微心愿" en "add one wish by hand";
    verify_walk() zh "逐件核实" en "go through what waits, one by one";
    verify_all() zh "待核实的全部通过" en "pass all that waits";
    verify_export(file) zh "写出核实清单（{file}），带去走访" en "write a list to carry from door to door ({file})";
    verify_import() zh "导入填好的核实清单" en "import the list that came back";
    publish_all() zh "发布全部已核实的" en "publish all that is verified";
    review() zh "逐件审看暂缓发布的" en "review what is withheld";
    claim_one() zh "登记一份认领" en "record one claim";
    claim_list() zh "导入认领登记表" en "import a list of claims";
    claim_chat() zh "读取微信接龙" en "read a sign-up from a chat";
    claim_done() zh "登记办结" en "record that one is completed";
    claim_confirmed() zh "登记居民已确认" en "record that the resident confirmed";
    claim_suggest() zh "看看谁可以认领哪件" en "suggest who could claim what";
    report_quota() zh "达标情况" en "who has met the quota";
    report_progress() zh "进展" en "how far everything has come";
    report_overdue() zh "逾期的" en "what is overdue";
    report_overview(file) zh "总览（写入 {file}）" en "an overview (written to {file})";
    pass_so_many(count) zh "待核实的 {count} 件全部记为核实通过，没有逐件看过的也在内。确定吗？（是/否）" en "pass all {count} that wait, those nobody has looked at among them? (y/n) ";
    publish_so_many(count) zh "已核实的 {count} 件将发布上墙，发布后撤销不了，只能撤下。确定吗？（是/否）" en "put {count} verified ones on the wall? This cannot be undone, only taken down (y/n) ";
}

super::headers! {
    headers zh ["环节", "微心愿", "微项目", "已逾期", "下一步"] en ["stage", "wishes", "projects", "overdue", "next"];
}
