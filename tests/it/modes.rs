//! Commands that do one of several things: each option is used by what is done, or refused. The table names the modes of a
//! command and the options that fit each; it is checked complete against the command tree, every pair that is not in it
//! ends with 2, and every pair that is does not.

use clap::CommandFactory;
use shuangwei::cli::Cli;

use crate::office::Office;

/// One thing that a command does: the words that ask for it, and the options that fit.
struct Mode {
    words: &'static str,
    fits: &'static [&'static str],
}

const fn mode(words: &'static str, fits: &'static [&'static str]) -> Mode {
    Mode { words, fits }
}

/// What a decision by hand or by a list says of itself.
const DECIDING: &[&str] = &["--by", "--how", "--on", "--dry-run"];

const MODES: &[(&str, &[Mode])] = &[
    (
        "verify",
        &[
            mode("1号 --pass", DECIDING),
            mode("--all --pass", DECIDING),
            mode("1号 --reject 理由", DECIDING),
            mode("1号 --needs-info 理由", DECIDING),
            mode("1号 --duplicate-of 2号", DECIDING),
            mode("--from-file codes.txt --pass", &["--null", "--by", "--how", "--on", "--dry-run"]),
            mode(
                "--rules r.toml",
                &["--by", "--how", "--on", "--dry-run", "--place", "--only", "--limit", "--fail-on", "--time-limit"],
            ),
            mode(
                "--decisions d.csv",
                &[
                    "--by",
                    "--how",
                    "--on",
                    "--dry-run",
                    "--encoding",
                    "--sheet",
                    "--quotes",
                    "--visible-only",
                    "--strict",
                    "--rejects",
                ],
            ),
            mode("--export e.xlsx", &["--place", "--reveal"]),
            mode("--near-duplicates", &["--place", "--everywhere", "--at-least"]),
        ],
    ),
    (
        "publish",
        &[
            mode("--to a", PACK),
            mode(
                "1号",
                &[
                    "--only",
                    "--to",
                    "--place",
                    "--title",
                    "--claim-url",
                    "--submit-url",
                    "--state",
                    "--on",
                    "--k",
                    "--consent",
                    "--verbose",
                    "--dry-run",
                    "--wording",
                    "--as-is",
                ],
            ),
            mode(
                "--from-file codes.txt",
                &[
                    "--null",
                    "--only",
                    "--to",
                    "--place",
                    "--title",
                    "--claim-url",
                    "--submit-url",
                    "--state",
                    "--on",
                    "--k",
                    "--consent",
                    "--verbose",
                    "--dry-run",
                    "--as-is",
                ],
            ),
            mode(
                "1号 --take-down --reason 错",
                &[
                    "--only",
                    "--to",
                    "--place",
                    "--title",
                    "--claim-url",
                    "--submit-url",
                    "--state",
                    "--on",
                    "--k",
                    "--verbose",
                    "--dry-run",
                ],
            ),
            mode("--review", &["--export"]),
            mode("--review --export e.xlsx", &[]),
            mode("--decisions d.csv", &["--dry-run"]),
            mode("--check a", &[]),
            mode("--templates t", &[]),
        ],
    ),
    (
        "log",
        &[
            mode("--limit 5", &["--by", "--command", "--of", "--since", "--until", "--before"]),
            mode("3", &[]),
            mode("--verify", &["--expect"]),
        ],
    ),
    (
        "report quota",
        &[
            mode(
                "--for members",
                &[
                    "--by",
                    "--ranked",
                    "--counts",
                    "--joint",
                    "--check",
                    "--at-least",
                    "--each",
                    "--strict",
                    "--split-by",
                    "--to",
                    "--list",
                    "--why",
                    "--as-of",
                    "--since",
                    "--campaign",
                    "--place",
                ],
            ),
            mode(
                "--list unmet",
                &[
                    "--for",
                    "--counts",
                    "--joint",
                    "--check",
                    "--at-least",
                    "--each",
                    "--strict",
                    "--split-by",
                    "--to",
                    "--as-of",
                    "--since",
                    "--campaign",
                    "--place",
                ],
            ),
            // The groups are those that are judged.
            mode(
                "--list unmet --check --at-least 0.5 --each",
                &[
                    "--by",
                    "--for",
                    "--counts",
                    "--joint",
                    "--split-by",
                    "--to",
                    "--as-of",
                    "--since",
                    "--campaign",
                    "--place",
                ],
            ),
            mode("--why 李梅", &["--for", "--counts", "--joint", "--as-of", "--campaign"]),
        ],
    ),
    (
        "report supply",
        &[
            mode("", &["--by", "--pace-days", "--pool-after", "--as-of", "--since", "--campaign", "--place"]),
            mode("--pool --pool-after 30", &["--as-of", "--since", "--campaign", "--place"]),
        ],
    ),
    (
        "claim release",
        &[
            mode("1号 --reason 甲", &["--by", "--on", "--dry-run", "--all"]),
            mode("1号 --reason 甲 --all", &["--by", "--on", "--dry-run"]),
            mode("1号 --reason 甲 --by 李梅", &["--on", "--dry-run", "--lead", "--all"]),
            mode("--from-file codes.txt --reason 甲", &["--null", "--by", "--on", "--dry-run", "--all"]),
        ],
    ),
    (
        "collect wishes",
        &[
            mode("wishes.csv", LISTS),
            mode(
                "--set 许愿人=甲 --set 社区=蟠虬社区 --set 微心愿内容=一盏灯",
                &["--map", "--save-map", "--dry-run", "--verbose", "--under", "--new-place", "--consent", "--campaign"],
            ),
            // Nobody can be asked here, and a folder has no one list.
            mode("--ask --set 许愿人=甲", &["--map", "--save-map"]),
            mode("out --recursive", LISTS),
        ],
    ),
    (
        "claim letter",
        &[
            mode("1号 --output l.html", &["--by", "--reveal"]),
            mode("--from-file codes.txt --output l.html", &["--null", "--by", "--reveal"]),
            mode("--all --output l.html", &["--by", "--kind", "--reveal"]),
            mode("--place 蟠虬社区 --output l.html", &["--by", "--kind", "--reveal"]),
        ],
    ),
    (
        "claim pending",
        &[
            mode("", &["--take", "--drop", "--all"]),
            mode("--all", &[]),
            mode("--take 1 --by 李梅", &["--need", "--outsider", "--dry-run"]),
            mode("--take 1 --outsider 邻居", &["--need", "--by", "--outsider-type", "--dry-run"]),
            mode("--drop 1", &["--dry-run"]),
        ],
    ),
    ("backup", &[mode("b.db", &["--dry-run"]), mode("--auto", &["--dry-run"])]),
    (
        "retention",
        &[mode("--due", &["--months", "--verbose"]), mode("--apply", &["--months", "--verbose", "--dry-run"])],
    ),
];

/// What lists are read with.
const LISTS: &[&str] = &[
    "--skip-unreadable",
    "--encoding",
    "--delimiter",
    "--sheet",
    "--quotes",
    "--visible-only",
    "--map",
    "--save-map",
    "--no-map",
    "--ignore",
    "--strict",
    "--strict-cells",
    "--rejects",
    "--dry-run",
    "--verbose",
    "--under",
    "--new-place",
    "--consent",
    "--campaign",
    "--complete",
];

const PACK: &[&str] = &[
    "--from-file",
    "--null",
    "--verbose",
    "--only",
    "--place",
    "--title",
    "--claim-url",
    "--submit-url",
    "--state",
    "--on",
    "--k",
    "--consent",
    "--dry-run",
];

/// Those of every answer, and of every run. `--force` says what may be replaced, also where nothing is.
const COMMON: &[&str] = &[
    "--force",
    "--color",
    "--no-pager",
    "--config",
    "--explain",
    "--log-file",
    "--format",
    "--output",
    "--no-bom",
    "--lf",
    "--with-notes",
    "--filled-by",
    "--phone",
    "--db",
    "--lang",
    "--operator",
    "--quiet",
    "--today",
    "--help",
];

/// An option as a command line has it, with what it needs to mean anything.
fn sample(command: &str, option: &clap::Arg) -> String {
    let name = format!("--{}", option.get_long().unwrap());
    let with = match (command, name.as_str()) {
        (_, "--null") => return "--null --from-file codes.txt".to_owned(),
        ("report supply", "--pool-after") => return "--pool --pool-after 30".to_owned(),
        ("report quota", "--check" | "--at-least") => return "--check --at-least 0.5".to_owned(),
        ("report quota", "--each" | "--strict") => return format!("--check --at-least 0.5 {name}"),
        ("report quota", "--split-by" | "--to") => return "--split-by org --to out".to_owned(),
        ("report quota" | "report supply", "--as-of" | "--since") => "2021-12-01",
        ("collect wishes", "--save-map") => return "--save-map --map f.csv".to_owned(),
        ("collect wishes", "--verbose") => return "--verbose --dry-run".to_owned(),
        ("collect wishes", "--sheet") => "all",
        ("verify", "--how") => "电话",
        // Nothing on the wall is newer.
        ("publish", "--on") => "2021-12-31",
        ("log", "--command") => "collect",
        ("claim pending", "--take") => return "--take 1 --by 李梅".to_owned(),
        _ => value(option),
    };
    if option.get_action().takes_values() { format!("{name} {with}") } else { name }
}

fn value(option: &clap::Arg) -> &'static str {
    let name = option.get_value_names().and_then(|names| names.first()).map(|name| name.as_str());
    match name.unwrap_or_default() {
        "DAY" => "2021-05-01",
        "N" | "ITEM" | "DAYS" => "1",
        "DELIMITER" => "comma",
        "FIELD=VALUE" => "备注=甲",
        "ENTRY" => "2",
        "ENTRY:HASH" => "3:0000000000000000",
        "PLACE" => "蟠虬社区",
        "CODE" => "1号",
        "WHO" if option.get_long() == Some("for") => "members",
        "WHO" => "李梅",
        "FOLDER" => "out",
        "FILE" if option.get_long() == Some("export") => "f.xlsx",
        "FILE" => "f.csv",
        "SHARE" | "RATE" => "0.5",
        "SECONDS" => "5",
        "OUTCOME" => "reject",
        "ENCODING" => "utf-8",
        "NAME|all" => "all",
        "HOW" => "strict",
        "PRODUCT" => "tree",
        "STATE" => "open",
        "URL" if option.get_long() == Some("submit-url") => "https://example.org",
        "URL" => "https://example.org/{code}",
        "GROUP" if option.get_help().is_some_and(|help| help.to_string().contains("level of places")) => "street",
        "GROUP" => "org",
        "WHAT" => "claimed",
        "WHOM" => "lead",
        "WHICH" => "unmet",
        "KIND" => "wish",
        "TYPE" => "resident",
        "NAME" if option.get_long() == Some("campaign") => "2021",
        _ => "甲",
    }
}

fn command(path: &str) -> clap::Command {
    let whole = Cli::command();
    let found = path.split(' ').fold(&whole, |command, word| command.find_subcommand(word).unwrap());
    found.clone()
}

/// The options of a command that are its own.
fn options(command: &clap::Command) -> Vec<clap::Arg> {
    let is_own =
        |option: &&clap::Arg| option.get_long().is_some_and(|long| !COMMON.contains(&format!("--{long}").as_str()));
    command.get_arguments().filter(is_own).cloned().collect()
}

fn has(words: &str, option: &str) -> bool {
    words.split(' ').any(|word| word == option)
}

#[test]
fn option_is_used_by_what_is_done_or_refused() {
    let mut wrong = Vec::new();
    for (path, modes) in MODES {
        let office = Office::published();
        office.ok("claim take 1号 --by 李梅");
        office.write("codes.txt", "1号\n");
        office.write("r.toml", "[[rule]]\nname = \"全部\"\nwhen = \"quantity = 1\"\nthen = \"pass\"\n");
        office.write("d.csv", "编号,结果,理由\nJH-W000001,通过,\n");
        std::fs::create_dir(office.path("out")).unwrap();
        for option in options(&command(path)) {
            let name = format!("--{}", option.get_long().unwrap());
            let sample = sample(path, &option);
            for Mode { words, fits } in modes.iter().filter(|mode| !has(mode.words, &name)) {
                // What is refused for want of another word is refused.
                let line = if has(words, "--from-file") {
                    sample.replace(" --from-file codes.txt", "")
                } else {
                    sample.clone()
                };
                let line = format!("{path} {words} {line}").replace("  ", " ");
                let run = office.run(&line);
                if (run.code == 2) == fits.contains(&name.as_str()) {
                    wrong.push(format!("{line}: {} {}", run.code, run.err.lines().next().unwrap_or_default()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn table_of_modes_has_every_option_of_its_commands() {
    for (path, modes) in MODES {
        for option in options(&command(path)) {
            let name = format!("--{}", option.get_long().unwrap());
            let is_there = modes.iter().any(|mode| has(mode.words, &name) || mode.fits.contains(&name.as_str()));
            assert!(is_there, "{path} {name} is in no mode");
        }
        for mode in *modes {
            for name in mode.fits {
                let is_there =
                    options(&command(path)).iter().any(|one| *name == format!("--{}", one.get_long().unwrap()));
                assert!(is_there, "{path} has no {name}");
            }
        }
    }
}
