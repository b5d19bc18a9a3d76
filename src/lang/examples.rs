//! What a clerk would type, by the path of its page of help. The lines are the same in both languages, since what they
//! name is Chinese; a test runs every one of them.

use super::pick;

/// The examples of a page as its help shows them below everything else; none where the page has no examples.
pub fn paragraph(path: &str) -> Option<String> {
    let lines: Vec<String> = of(path).iter().map(|line| format!("  shuangwei {line}")).collect();
    let heading = pick("例：", "Examples:");
    (!lines.is_empty()).then(|| format!("{heading}\n{}", lines.join("\n")))
}

/// The command lines of a page, without the program's name.
pub fn of(path: &str) -> &'static [&'static str] {
    let verb = path.split(' ').next().unwrap_or_default();
    match verb {
        "claim" => of_claim(path),
        "report" => of_report(path),
        "" | "init" | "campaign" | "quota" | "collect" | "verify" | "rules" | "publish" => of_preparation(path),
        _ => of_the_rest(path),
    }
}

fn of_preparation(path: &str) -> &'static [&'static str] {
    match path {
        "" => &["status", "collect wishes 心愿.xlsx --dry-run", "help claim take"],
        "init" => &["init --office 荔湾区/金花街道 --code JH", "init --office 荔湾区/金花街道/蟠虬社区 --dry-run"],
        "campaign" => &["campaign list", "campaign add 2027 --from 2027-01-01 --until 2027-12-31"],
        "campaign add" => &["campaign add 2027 --from 2027-01-01 --until 2027-12-31"],
        "campaign list" => &["campaign list", "campaign list --output 活动期.xlsx"],
        "campaign set" => &["campaign set --stale-after 14d --pool-after 30d", "campaign set --stale-after off"],
        "campaign use" => &["campaign use 2026"],
        "quota" => &["quota list", "quota set --for members --at-least 1"],
        "quota list" => &["quota list", "quota list --format json"],
        "quota set" => {
            &["quota set --for members --at-least 2", "quota set --for orgs --joint lead --counts completed"]
        }
        "collect" => &["collect wishes 心愿.xlsx --dry-run", "collect members 花名册.xlsx"],
        "collect wishes" => &[
            "collect wishes 心愿.xlsx --dry-run",
            "collect wishes 心愿.xlsx --under 荔湾区/金花街道 --strict",
            "collect wishes 心愿.xlsx --rejects 要改的.csv",
        ],
        "collect projects" => &["collect projects 项目.xlsx", "collect projects 项目.xlsx --campaign 2026"],
        "collect members" => &["collect members 花名册.xlsx", "collect members 花名册.xlsx --new-orgs --dry-run"],
        "collect orgs" => &["collect orgs 党组织.xlsx", "collect orgs 党组织.xlsx --under 荔湾区"],
        "collect places" => &["collect places 属地.csv", "collect places 属地.csv --under 荔湾区 --dry-run"],
        "verify" => &[
            "verify JH-W000018 --pass",
            "verify JH-W000019 --needs-info 请补充联系电话",
            "verify --export 待核实.xlsx",
            "verify --rules 规则.toml --dry-run",
        ],
        "rules" => &["rules fields", "rules test 规则.toml"],
        "rules test" => &["rules test 规则.toml", "rules test 规则.toml --place 蟠虬社区"],
        "rules fields" => &["rules fields"],
        "publish" => &[
            "publish",
            "publish --only tree,cards --to 发布材料",
            "publish --review",
            "publish 4号 --take-down --reason 重新核实",
        ],
        _ => &[],
    }
}

fn of_claim(path: &str) -> &'static [&'static str] {
    match path {
        "claim" => &["claim take 3号 --by 何静", "claim complete 6号", "claim remind"],
        "claim take" => &[
            "claim take 3号 --by 何静",
            "claim take 3号 4号 --by \"李梅 区税务局,陈刚\" --deadline 2026-12-31",
            "claim take 8号 --outsider 木棉花超市 --outsider-type firm",
        ],
        "claim import" => &["claim import 认领登记表.csv --dry-run", "claim import 认领登记表.csv --outsiders"],
        "claim wechat" => &["claim wechat 接龙.txt", "claim wechat 接龙.txt --take-sure --dry-run"],
        "claim suggest" => &["claim suggest --place 蟠虬社区", "claim suggest --output 建议.xlsx"],
        "claim pending" => &["claim pending", "claim pending --take 1 --by 何静 --need 4号", "claim pending --drop 1"],
        "claim join" => &["claim join 5号 --by 何静"],
        "claim start" => &["claim start 5号"],
        "claim milestone" => &["claim milestone 18号 letter --file 意向书.docx --signed-by 谢红"],
        "claim letter" => &["claim letter 5号 --output 意向书.html", "claim letter --all --output 意向书全部.docx"],
        "claim card" => &["claim card 李梅 --output 服务记录.docx"],
        "claim remind" => &["claim remind", "claim remind --due-within 7", "claim remind 5号"],
        "claim extend" => &["claim extend 5号 --deadline 2026-12-31"],
        "claim pass" => &["claim pass 9号 --to 何静 --reason 调离"],
        "claim complete" => &["claim complete 6号", "claim complete 6号 --note 已上门清理 --cost 80"],
        "claim confirm" => &["claim confirm 7号 --satisfaction 5 --note 很满意"],
        "claim release" => &["claim release 9号 --reason 出差", "claim release 5号 --by 陈刚 --reason 出差"],
        "claim revoke" => &["claim revoke 9号 --reason 长期未办理"],
        "claim expire" => &["claim expire --older-than 14d --dry-run", "claim expire --older-than 30d"],
        _ => &[],
    }
}

fn of_report(path: &str) -> &'static [&'static str] {
    match path {
        "report" => &["report quota", "report overview --output 总览.html"],
        "report quota" => &[
            "report quota --for members --by org",
            "report quota --list unmet --output 未达标.xlsx",
            "report quota --why 李梅",
        ],
        "report progress" => &["report progress", "report progress --kind wish --since 2026-06-01"],
        "report supply" => &["report supply", "report supply --pool --pool-after 30"],
        "report participation" => &["report participation", "report participation --output 参与情况.xlsx"],
        "report ageing" => &["report ageing --most 10"],
        "report overdue" => &["report overdue", "report overdue --output 逾期.xlsx"],
        "report activity" => &["report activity", "report activity --from 2026-06-01 --until 2026-06-30"],
        "report satisfaction" => &["report satisfaction --low 3"],
        "report programme" => &["report programme"],
        "report overview" => &["report overview", "report overview --output 总览.html"],
        "report verify" => &["report verify 达标情况.json"],
        _ => &[],
    }
}

fn of_the_rest(path: &str) -> &'static [&'static str] {
    match path {
        "close" => &["close 8号 --reason 居民已自行解决"],
        "reopen" => &["reopen 10号 --reason 问题又出现"],
        "withdraw" => &["withdraw 8号 --reason 居民本人撤回"],
        "unfulfilled" => &["unfulfilled 8号 --reason 条件不允许"],
        "status" => &["status", "status --format json"],
        "list" => &[
            "list wishes --state 待认领 --place 蟠虬社区",
            "list members --unclaimed --output 未认领.xlsx",
            "list claims --by 黄建国",
        ],
        "find" => &["find 陈阿婆", "find 0302", "find 轮椅 蟠虬"],
        "show" => &["show 3号", "show 陈阿婆", "show 0302", "show 书桌 蟠虬社区"],
        "edit" => &[
            "edit JH-W000017 --set 联系电话=19900000017 --set 备注=",
            "edit 黄建国 --set 所在支部=区图书馆党支部 --dry-run",
            "edit 木棉花超市 --set 电话=19900000018",
        ],
        "export" => &["export wishes --output 微心愿.xlsx", "export wishes --like 心愿.xlsx --output 上报.xlsx"],
        "alias" | "alias list" => &["alias list"],
        "alias add" => &["alias add 区图 区图书馆党支部"],
        "alias remove" => &["alias remove 区税"],
        "alias pending" => &["alias pending"],
        "log" => &["log", "log 3", "log --of 5号", "log --verify"],
        "undo" => &["undo --dry-run", "undo"],
        "check" => &["check"],
        "doctor" => &["doctor", "doctor --fix"],
        "backup" => &["backup 备份.db", "backup --auto"],
        "restore" => &["restore 上周.db --dry-run", "restore 上周.db"],
        "erase" => &["erase 陈阿婆 --reason 本人要求 --dry-run", "erase 陈阿婆 --reason 本人要求"],
        "retention" => &["retention --due", "retention --apply --months 36"],
        "completions" => &["completions bash --live", "completions powershell --live"],
        "man" => &["man man1"],
        "help" => &["help", "help claim take"],
        _ => &[],
    }
}
