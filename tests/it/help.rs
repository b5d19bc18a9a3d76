//! Help: every page has examples, and every example does what it says over an office file.

use std::fs;

use clap::CommandFactory;
use shuangwei::cli::Cli;

use crate::office::{self, Office, Run};

/// Every page of help that is listed: the path of its command, the program's own first.
fn pages() -> Vec<String> {
    fn gather(command: &clap::Command, path: &str, pages: &mut Vec<String>) {
        pages.push(path.to_owned());
        for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
            gather(inner, format!("{path} {}", inner.get_name()).trim(), pages);
        }
    }
    let mut pages = Vec::new();
    gather(&Cli::command(), "", &mut pages);
    assert!(pages.len() > 60);
    pages
}

/// The examples that stand at the end of a page of help.
fn examples(help: &Run, heading: &str) -> Vec<String> {
    let (_, below) = help.out.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no examples: {help:?}"));
    let lines =
        below.lines().map(|line| line.strip_prefix("  shuangwei ").unwrap_or_else(|| panic!("{line}: {help:?}")));
    lines.map(str::to_owned).collect()
}

/// An office in the middle of its campaign: 1号 to 17号 are wishes, 18号 and 19号 projects; three wishes wait.
fn busy_office() -> Office {
    let mut office = Office::bare();
    office.day = "2026-06-30";
    office.ok("init --office 荔湾区/金花街道 --code JH --campaign 2026 --from 2026-01-01 --until 2026-12-31");
    office.write("党组织.csv", office::ORGS);
    let more = "黄建国,,在职党员,区税务局,19900001009,蟠虬社区,2020-01-09\n";
    office.write("花名册.csv", office::members() + more);
    office.write("项目.csv", office::PROJECTS);
    office.write("心愿.csv", wishes());
    for line in ["orgs 党组织.csv --under 荔湾区", "members 花名册.csv", "wishes 心愿.csv", "projects 项目.csv"]
    {
        office.ok(&format!("collect {line}"));
    }
    let published: Vec<String> = (1..=17).map(|at| format!("JH-W{at:06}")).collect();
    office.ok(&format!("verify {} XM01 XM02 --pass --on 2026-05-01", published.join(" ")));
    office.ok("publish --on 2026-05-02");
    for claim in [
        "take 5号 --by 李梅,陈刚 --on 2026-05-05",
        "take 6号 --by 何静 --on 2026-05-06",
        "start 6号 --on 2026-05-10",
        "take 7号 --by 周明 --on 2026-05-06",
        "complete 7号 --on 2026-06-01",
        "take 9号 --by 黄建国 --on 2026-05-07 --deadline 2026-06-15",
        "take 11号 --outsider 木棉花超市 --outsider-type firm --on 2026-05-08",
        "take 18号 --by O1 --on 2026-05-09",
    ] {
        office.ok(&format!("claim {claim}"));
    }
    office.ok("close 10号 --reason 已解决");
    office.ok("alias add 区税 O1");
    files(&office);
    office
}

/// Twenty wishes, the seventeenth of 陈阿婆.
fn wishes() -> String {
    const MORE: [(&str, &str); 12] = [
        ("曾丽", "厨房的水龙头"),
        ("叶芳", "大门的门锁"),
        ("韩英", "客厅的电灯"),
        ("田玉", "阳台的晾衣架"),
        ("柏松", "卫生间的扶手"),
        ("文竹", "卧室的窗户"),
        ("方红", "家里的电视机"),
        ("唐明", "用了多年的风扇"),
        ("陈阿婆", "漏水的屋顶"),
        ("许强", "家里的洗衣机"),
        ("邓丽", "坏了的热水器"),
        ("冯娟", "松动的楼梯扶手"),
    ];
    let row = |(at, (name, thing)): (usize, &(&str, &str))| {
        let phone = if at == 8 { "19900000302".to_owned() } else { format!("199000040{at:02}") };
        format!("{name},蟠虬社区,{phone},低保,70,光明路,服务,请人修理{thing},1,,2026-03-01,是,\n")
    };
    office::WISHES.to_owned() + &MORE.iter().enumerate().map(row).collect::<String>()
}

/// The files that the examples name.
fn files(office: &Office) {
    for (kind, name) in [("wishes", "心愿"), ("projects", "项目"), ("members", "花名册"), ("orgs", "党组织")]
    {
        office.ok(&format!("export {kind} --output {name}.xlsx"));
    }
    office.write("属地.csv", "街道,社区\n金花街道,西村社区\n");
    office.write("规则.toml", "[[rule]]\nname = \"缺电话\"\nwhen = \"missing('phone')\"\nthen = \"needs_info\"\nreason = \"请补充联系电话\"\n");
    office.write("认领登记表.csv", "心愿编号,认领人,认领时间\nJH-W000003,何静,2026-05-20\n");
    office.write("接龙.txt", "4号 何静\n");
    office.write("意向书.docx", "letter");
    office.write("上次.txt", "4号 王五\n");
    office.ok("claim wechat 上次.txt --take-sure");
    office.ok("report quota --output 达标情况.json");
    office.ok("backup 上周.db");
}

/// A folder with the same files.
fn copy(of: &Office) -> Office {
    let mut copy = Office::bare();
    copy.day = of.day;
    for name in of.names().iter().filter(|name| of.path(name).is_file()) {
        fs::copy(of.path(name), copy.path(name)).unwrap();
    }
    copy
}

#[test]
fn every_example_of_every_page_of_help_runs() {
    let busy = busy_office();
    let mut run = 0;
    for page in pages() {
        let chinese = examples(&busy.ok(&format!("{page} --help")), "例：");
        assert_eq!(examples(&busy.ok(&format!("{page} --help --lang en")), "Examples:"), chinese, "{page}");
        for line in chinese {
            let is_of_page = page.is_empty() || line == page || line.starts_with(&format!("{page} "));
            assert!(is_of_page || page == "alias", "{line} is no example of {page}");
            let office = if line.starts_with("init ") { Office::bare() } else { copy(&busy) };
            office.ok(&line);
            run += 1;
        }
    }
    assert!(run > 100);
}

#[test]
fn short_help_has_no_examples_and_is_shorter() {
    let office = Office::bare();
    for page in pages() {
        for lang in ["zh", "en"] {
            let [short, long] = ["-h", "--help"].map(|flag| office.ok(&format!("{page} {flag} --lang {lang}")).out);
            assert!(!short.contains("  shuangwei "), "{short}");
            assert!(short.lines().count() < long.lines().count(), "{page} {lang}");
        }
    }
}

#[test]
fn help_names_a_command_and_shows_its_page() {
    let office = Office::bare();
    for (line, same) in [("help", "--help"), ("help claim", "claim --help"), ("help claim take", "claim take --help")] {
        for lang in ["zh", "en"] {
            let [help, flag] = [line, same].map(|line| office.ok(&format!("{line} --lang {lang}")).out);
            assert_eq!(help, flag, "{line}");
        }
    }
    office.ends("help claim tak", 2).reports(&["tak", "take"]);
    office.ends("help colect --lang en", 2).reports(&["colect", "collect"]);
}

#[test]
fn hidden_words_are_suggested_for_nothing() {
    let office = Office::published();
    for line in [
        "claim extend 7号 --to 2026-06-01",
        "publish --tod 2021-01-01",
        "list wishes --toda x",
        "manua columns",
        "manul",
    ] {
        for lang in ["zh", "en"] {
            let message = office.refuses(&format!("{line} --lang {lang}"), 2).err;
            assert!(
                !message.contains("--today") && !message.contains("'manual'") && !message.contains("想写 manual"),
                "{message}"
            );
        }
    }
    office.refuses("list wishes --stat 已发布", 2).reports(&["--state"]);
    office.refuses("colect wishes", 2).reports(&["collect"]);
}
