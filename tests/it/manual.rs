//! The generated parts of `docs/`: what the program defines itself is written by it (`shuangwei manual`), the keys of its
//! JSON are those that a campaign's commands really print. `SHUANGWEI_WRITE_DOCS=1 cargo test --locked --test it manual`
//! writes them again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use clap::CommandFactory;
use serde_json::Value;
use shuangwei::cli::Cli;

use crate::office::{self, Office};
use crate::schema::Shape;

/// Compares the generated part of a page with what it should be, or writes it.
fn page_has(page: &str, generated: &str) {
    const END: &str = "<!-- end -->";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(page);
    let text = fs::read_to_string(&path).unwrap();
    let begin = text.find(": begin -->\n").expect("the page marks its generated part") + ": begin -->\n".len();
    let end = begin + text[begin..].find(END).expect("the generated part has an end");
    let wanted = format!("\n{}\n\n", generated.trim());
    if std::env::var_os("SHUANGWEI_WRITE_DOCS").is_some() {
        fs::write(&path, format!("{}{wanted}{}", &text[..begin], &text[end..])).unwrap();
    } else {
        let is_same = text[begin..end] == wanted;
        assert!(is_same, "docs/{page} is out of date: SHUANGWEI_WRITE_DOCS=1 cargo test --locked --test it manual");
    }
}

fn manual(part: &str) -> String {
    Office::bare().ok(&format!("manual {part} --lang en")).out
}

#[test]
fn columns_page_lists_the_columns_of_the_program() {
    page_has("columns.md", &manual("columns"));
}

#[test]
fn commands_page_lists_the_commands_of_the_program() {
    page_has("commands.md", &manual("commands"));
}

#[test]
fn exit_codes_page_lists_the_exit_codes_of_the_program() {
    page_has("exit-codes.md", &manual("exit-codes"));
}

/// What every command prints, run once for all tests.
pub fn keys() -> &'static Keys {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| said_in("zh"))
}

/// The same by a program that speaks `lang`, of the same campaign.
pub fn said_in(lang: &'static str) -> Keys {
    let mut keys = Keys { lang, ..Keys::default() };
    preparation(&mut keys);
    wall_and_claims(&mut keys);
    reports(&mut keys);
    upkeep(&mut keys);
    keys
}

#[test]
fn json_page_lists_the_keys_that_commands_print() {
    let mut keys = keys().clone();
    let documented: BTreeSet<&str> = keys.of.iter().map(|(label, _)| command_of(label)).collect();
    for command in answering() {
        assert!(documented.contains(command.as_str()), "no document of `{command}` is shown in docs/json.md");
    }
    page_has("json.md", &keys.page());
}

#[test]
fn every_link_between_pages_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    for page in pages.chain([root.join("README.md"), root.join("SECURITY.md")]) {
        let text = fs::read_to_string(&page).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.contains("://")) {
            let target = page.parent().unwrap().join(link.split('#').next().unwrap());
            assert!(target.exists(), "{} links to {link}", page.display());
        }
    }
}

#[test]
fn readme_stays_within_160_lines() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    assert!(readme.lines().count() <= 160);
}

/// The commands that write an answer, in the order of help.
fn answering() -> Vec<String> {
    fn gather(command: &clap::Command, path: &str, found: &mut Vec<String>) {
        for inner in command.get_subcommands() {
            let path = format!("{path} {}", inner.get_name()).trim().to_owned();
            if inner.get_arguments().any(|arg| arg.get_long() == Some("format")) {
                found.push(path.clone());
            }
            gather(inner, &path, found);
        }
    }
    let mut found = Vec::new();
    gather(&Cli::command(), "", &mut found);
    found
}

/// The command at the beginning of a label: without flags and words in capitals.
fn command_of(label: &str) -> &str {
    let is_command = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let words = label.split(' ').take_while(|word| is_command(word));
    &label[..words.map(|word| word.len() + 1).sum::<usize>() - 1]
}

/// The objects of a document: where each is (`claims[].claimants[]`), and its keys in their order.
type Objects = Vec<(String, Vec<String>)>;

/// By label: the objects of a command's documents.
#[derive(Clone, Default)]
pub struct Keys {
    of: Vec<(String, Objects)>,
    pub shapes: BTreeMap<String, Shape>,
    /// Each line with its document, in the order in which they were run.
    pub documents: Vec<(String, Value)>,
    lang: &'static str,
}

impl Keys {
    /// Runs a command, and takes down the keys of what it prints.
    #[track_caller]
    fn note(&mut self, office: &Office, label: &str, line: &str) {
        // The language of `init` is the office's own, and so of its data.
        let lang = if label == "init" { "zh" } else { self.lang };
        let run = office.run(&format!("{line} --format json --lang {lang}"));
        let at = self.of.iter().position(|(known, _)| known == label).unwrap_or_else(|| {
            self.of.push((label.to_owned(), Vec::new()));
            self.of.len() - 1
        });
        let document = run.json();
        gather(&document, "", &mut self.of[at].1);
        self.shapes.entry(label.to_owned()).or_default().note(&document);
        self.documents.push((line.to_owned(), document));
    }

    fn page(&mut self) -> String {
        let order = answering();
        let place = |label: &String| order.iter().position(|command| command == command_of(label));
        self.of.sort_by_key(|(label, _)| place(label));
        // By the lines of their objects: the commands whose documents are alike.
        let mut blocks: Vec<(Vec<&str>, String)> = Vec::new();
        let reports: Vec<String> = self.of.iter().map(|(label, _)| label.replace("report ", "")).collect();
        for (label, objects) in &self.of {
            let mut lines = String::new();
            for (path, keys) in objects.iter().filter(|(path, keys)| !is_shared(path, keys)) {
                // Every report's own document, under its name.
                let part = path.split(['.', '[']).next().unwrap_or_default();
                if label == "report overview" && reports.iter().any(|report| report == part) {
                    continue;
                }
                let before = if path.is_empty() { String::new() } else { format!("{path}: ") };
                lines.push_str(&format!("  {before}{}\n", keys.join(", ")));
            }
            match blocks.last_mut() {
                Some((labels, last)) if *last == lines => labels.push(label),
                _ => blocks.push((vec![label], lines)),
            }
        }
        let blocks: String = blocks.iter().map(|(labels, lines)| format!("{}\n{lines}", labels.join(" | "))).collect();
        format!("```\n{blocks}```\n")
    }
}

/// Objects that have the same keys wherever they occur; the page names them once.
const SHARED: &[(&str, &[&str])] = &[
    ("entry", &["id", "hash"]),
    ("head", &["entry", "hash"]),
    ("sealed", &["report", "lang", "today", "at", "entry", "hash"]),
];

fn is_shared(path: &str, keys: &[String]) -> bool {
    SHARED.iter().any(|(shared, fixed)| path == *shared && keys == *fixed) || path.starts_with("sealed.")
}

/// Adds the keys of a document to those already found.
fn gather(value: &Value, path: &str, objects: &mut Objects) {
    match value {
        Value::Object(map) => {
            let at = objects.iter().position(|(known, _)| known == path).unwrap_or_else(|| {
                objects.push((path.to_owned(), Vec::new()));
                objects.len() - 1
            });
            for key in map.keys() {
                if !objects[at].1.contains(key) {
                    objects[at].1.push(key.clone());
                }
            }
            let dot = if path.is_empty() { "" } else { "." };
            map.iter().for_each(|(key, inner)| gather(inner, &format!("{path}{dot}{key}"), objects));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, &format!("{path}[]"), objects)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const RULES: &str = "\
default = \"hold\"
[[rule]]
name = \"缺电话\"
when = \"missing('phone')\"
then = \"needs_info\"
reason = \"请补充联系电话\"
";

/// Campaigns, lists and verification.
fn preparation(keys: &mut Keys) {
    let office = Office::bare();
    keys.note(
        &office,
        "init",
        "init --office 荔湾区/金花街道 --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31",
    );
    keys.note(&office, "campaign add", "campaign add 2022 --from 2022-01-01 --until 2022-12-31");
    keys.note(&office, "campaign use", "campaign use 2021");
    keys.note(&office, "campaign list", "campaign list");
    keys.note(&office, "quota set", "quota set --for members --at-least 1");
    keys.note(&office, "quota list", "quota list");
    office.write("orgs.csv", office::ORGS);
    let faulty = "钱敏,123,在职党员,区税务局,1.38E+10,蟠虬社区,2020-01-01\n";
    let unknown = "孙丽,,在职党员,区某某局,19900001011,蟠虬社区,2020-01-01\n";
    let without_class = "冯燕,,,区税务局,19900001012,蟠虬社区,2020-01-01\n";
    office.write("members.csv", office::members() + faulty + unknown + without_class);
    office.write("wishes.csv", office::WISHES);
    office.write("projects.csv", office::PROJECTS);
    office.write("places.csv", "街道,社区\n金花街道,西村社区\n");
    keys.note(&office, "collect places", "collect places places.csv");
    keys.note(&office, "collect orgs", "collect orgs orgs.csv --under 荔湾区");
    keys.note(&office, "collect members", "collect members members.csv");
    keys.note(&office, "collect wishes --dry-run", "collect wishes wishes.csv --dry-run");
    keys.note(&office, "collect wishes", "collect wishes wishes.csv");
    office.write("changed.csv", office::WISHES.replace("儿子在外地", "儿子在本地"));
    keys.note(&office, "collect wishes --dry-run", "collect wishes changed.csv --dry-run");
    office.write("broken.xlsx", [0u8; 64]);
    keys.note(&office, "collect --skip-unreadable", "collect wishes changed.csv broken.xlsx --skip-unreadable");
    keys.note(&office, "collect projects", "collect projects projects.csv");
    office.write("fewer.csv", "许愿人,社区,微心愿内容,数量\n伍峰,蟠虬社区,盼望有一张新书桌给孙女写作业,两三个\n");
    keys.note(&office, "collect wishes --complete", "collect wishes fewer.csv --complete --under 蟠虬社区");
    keys.note(&office, "alias pending", "alias pending");
    keys.note(&office, "alias add", "alias add 区税 O1");
    keys.note(&office, "alias list", "alias list");
    keys.note(&office, "alias remove", "alias remove 区税");
    office.write("rules.toml", RULES);
    keys.note(&office, "rules test", "rules test rules.toml");
    keys.note(&office, "rules fields", "rules fields");
    keys.note(&office, "verify --rules FILE", "verify --rules rules.toml");
    office.write(
        "again.csv",
        "许愿人,社区,联系电话,微心愿内容\n伍峰,蟠虬社区,19900003001,盼望有张新书桌给孙女写作业用\n",
    );
    office.ok("collect wishes again.csv");
    keys.note(&office, "verify --near-duplicates", "verify --near-duplicates");
    keys.note(&office, "verify --export FILE", "verify --export out.xlsx");
    office.write("decisions.csv", "编号,结果,理由\nJH-W000001,通过,\nJH-W000002,再看看,\n");
    keys.note(&office, "verify --decisions FILE", "verify --decisions decisions.csv");
    keys.note(&office, "verify CODE", "verify JH-W000003 --pass");
    keys.note(&office, "verify CODE", "verify JH-W000003 --duplicate-of JH-W000003");
}

/// Publishing, claims, and the ways out.
fn wall_and_claims(keys: &mut Keys) {
    let office = Office::verified();
    office.write("child.csv", "许愿人,社区,年龄,微心愿内容\n小明,蟠虬社区,9,想要一套图书\n");
    office.ok("collect wishes child.csv");
    office.ok("verify --all --pass");
    keys.note(&office, "publish", "publish --today 2021-04-15");
    keys.note(&office, "publish --review", "publish --review");
    office.write("review.csv", "编号,结果,征询结果\nJH-W000009,通过,是\nJH-W000099,通过,\n");
    keys.note(&office, "publish --decisions FILE", "publish --decisions review.csv");
    office.write("publish/note.txt", "电话19900001001");
    keys.note(&office, "publish --check FOLDER", "publish --check publish");
    keys.note(&office, "publish --templates FOLDER", "publish --templates own");
    keys.note(&office, "publish --take-down", "publish 8号 --take-down --reason 重新核实");
    office.ok("withdraw 8号 --reason 搬家");
    keys.note(&office, "publish", "publish 8号 --dry-run");
    keys.note(&office, "withdraw", "withdraw 8号 10号 --reason 搬家 --dry-run");
    office.ok("reopen 8号 --reason 回来了");
    keys.note(&office, "claim take", "claim take 1号 --by 李梅,陈刚 --on 2021-05-01");
    keys.note(&office, "publish --take-down", "publish 1号 --take-down --reason 重新核实");
    keys.note(&office, "close", "close 1号 --reason 已办 --dry-run");
    keys.note(&office, "claim take", "claim take 1号 2号 --by 何静");
    office
        .write("claims.csv", "心愿编号,认领人,认领时间\nJH-W000003,何静,2021-05-02\nJH-W000004,没有此人,2021-05-02\n");
    keys.note(&office, "claim import", "claim import claims.csv");
    keys.note(&office, "claim join", "claim join 1号 --by 周明");
    keys.note(&office, "claim pass", "claim pass 1号 --by 周明 --to 何静 --reason 调离");
    keys.note(&office, "claim extend", "claim extend 1号 --deadline 2022-01-31");
    keys.note(&office, "claim milestone", "claim milestone 1号 letter --on 2021-05-02");
    keys.note(&office, "campaign set", "campaign set --stale-after 14d --pool-after 30d");
    keys.note(&office, "claim expire", "claim expire --dry-run");
    keys.note(&office, "claim remind", "claim remind");
    office.write("chat.txt", "2号 王五\n7号 何静\n");
    keys.note(&office, "claim wechat", "claim wechat chat.txt --take-sure --dry-run");
    office.ok("claim wechat chat.txt --take-sure");
    keys.note(&office, "claim pending", "claim pending");
    keys.note(&office, "claim suggest", "claim suggest --take --dry-run");
    keys.note(&office, "claim start", "claim start 1号");
    keys.note(&office, "claim complete", "claim complete 1号");
    keys.note(&office, "claim confirm", "claim confirm 1号 --satisfaction 5 --note 很好");
    keys.note(&office, "claim release", "claim release 2号 --reason 出差");
    keys.note(&office, "claim revoke", "claim revoke 3号 --reason 调离");
    keys.note(&office, "close", "close 5号 --reason 已解决");
    keys.note(&office, "withdraw", "withdraw 5号 --reason 本人撤回");
    keys.note(&office, "unfulfilled", "unfulfilled 5号 --reason 无法办理");
    keys.note(&office, "reopen", "reopen 5号 --reason 未解决");
    keys.note(&office, "withdraw", "withdraw 6号 --reason 本人撤回");
    keys.note(&office, "unfulfilled", "unfulfilled 7号 --reason 无法办理");
    keys.note(&office, "show", "show 1号");
}

/// Reports of a campaign in which something has happened.
fn reports(keys: &mut Keys) {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅,陈刚 --on 2021-05-01 --deadline 2021-06-01");
    office.ok("claim take 2号 --outsider 周叔 --outsider-type resident --on 2021-05-02");
    office.ok("claim take 3号 --by 吴芳 --on 2021-05-03");
    office.ok("claim take 9号 --by O1 --on 2021-05-03");
    office.ok("claim confirm 2号 --satisfaction 1 --note 太慢 --on 2021-06-01");
    keys.note(&office, "report quota", "report quota");
    keys.note(&office, "report quota --for WHO", "report quota --for members");
    keys.note(&office, "report quota --list WHICH", "report quota --list unmet");
    keys.note(&office, "report quota --why WHO", "report quota --why 李梅");
    keys.note(&office, "report quota --check", "report quota --check --at-least 0.9");
    keys.note(&office, "report quota --since WHEN", "report quota --since entry:7");
    keys.note(&office, "report progress", "report progress");
    keys.note(&office, "report progress --since WHEN", "report progress --since 2021-05-02");
    keys.note(&office, "report supply", "report supply");
    keys.note(&office, "report supply", "report supply --as-of 2021-05-10");
    keys.note(&office, "report supply --pool", "report supply --pool --pool-after 30");
    let programme = Office::new();
    programme.write("w.csv", "许愿人,社区,微心愿内容,同意公开,党建品牌\n伍艳,蟠虬社区,想要一把轮椅,是,圆梦光塔\n");
    programme.ok("collect wishes w.csv");
    keys.note(&programme, "report programme", "report programme");
    keys.note(&office, "report participation", "report participation --by street");
    keys.note(&office, "report ageing", "report ageing");
    office.ok("campaign set --stale-after 14d");
    keys.note(&office, "report overdue", "report overdue");
    keys.note(&office, "report activity", "report activity --from 2021-04-01");
    keys.note(&office, "report satisfaction", "report satisfaction");
    keys.note(&office, "report overview", "report overview");
    office.ok("report quota --output quota.json");
    keys.note(&office, "report verify", "report verify quota.json");
    office.ok("claim take 4号 --by 何静 --on 2021-05-04");
    let edited = office.read("quota.json").replacen("\"met\": 2", "\"met\": 3", 1);
    office.write("edited.json", edited);
    keys.note(&office, "report verify", "report verify edited.json");
}

/// The log, backups and privacy.
fn upkeep(keys: &mut Keys) {
    let office = Office::published();
    keys.note(&office, "status", "status");
    office.ok("claim take 3号 --by 李梅");
    office.ok("claim take 4号 --outsider 木棉花超市 --quantity 1");
    for kind in ["wishes", "projects", "members", "orgs", "outsiders", "claims", "places"] {
        keys.note(&office, &format!("list {}", kind.to_uppercase()), &format!("list {kind}"));
    }
    keys.note(&office, "find", "find 张伟");
    keys.note(&office, "show MEMBER", "show 李梅");
    keys.note(&office, "show ORG", "show 区税务局党委");
    keys.note(&office, "show OUTSIDER", "show 木棉花超市");
    keys.note(&office, "show CLAIM", "show JH-C000001");
    keys.note(&office, "show PLACE", "show 蟠虬社区");
    keys.note(&office, "edit", "edit 李梅 --set 备注=会修电脑");
    office.ok("undo");
    keys.note(&office, "log", "log");
    keys.note(&office, "log ENTRY", "log 6");
    keys.note(&office, "log --verify", "log --verify --expect 3:0000000000000000");
    keys.note(&office, "check", "check");
    keys.note(&office, "doctor", "doctor");
    keys.note(&office, "backup", "backup copy.db");
    keys.note(&office, "restore", "restore copy.db --dry-run");
    office.ok("withdraw 6号 --reason 搬走");
    keys.note(&office, "retention", "retention --due --today 2027-01-01");
    keys.note(&office, "retention", "retention --apply --today 2027-01-01");
    // What stays does so with a record, or with whoever was at work here.
    let rows = "文员,蟠虬社区,光明路88号,想要一把伞\n温婉珊,蟠虬社区,光明路88号,想要一盏灯\n";
    office.write("same.csv", format!("许愿人,社区,家庭住址,微心愿内容\n{rows}"));
    office.ok("collect wishes same.csv");
    keys.note(&office, "erase --dry-run", "erase 温婉珊 --reason 本人要求 --dry-run");
    keys.note(&office, "erase", "erase 文员 --reason 本人要求");
    keys.note(&office, "erase --dry-run", "erase JH-W000003 --reason 本人要求 --dry-run");
    keys.note(&office, "erase", "erase JH-W000003 --reason 本人要求");
    let office = Office::verified();
    keys.note(&office, "undo --dry-run", "undo --dry-run");
    keys.note(&office, "undo", "undo");
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute("UPDATE need SET content = '别的' WHERE id = 1", []).unwrap();
    drop(conn);
    keys.note(&office, "check", "check");
}
