//! Values of options in the words that the tables show, and in English: both mean the same.

use crate::office::Office;

/// A command line with one value in English and in Chinese.
const VALUES: &[(&str, &str, &[&str])] = &[
    ("quota set --at-least 2 --for members --class", "retired", &["离退休党员"]),
    ("quota set --at-least 2 --for orgs --class", "enterprise", &["两新组织"]),
    ("quota set --at-least 2 --for", "members", &["党员"]),
    ("quota set --for members --counts", "completed", &["办结才计"]),
    ("quota set --for members --joint", "lead", &["只计牵头者"]),
    ("quota set --for members --kind", "project", &["微项目"]),
    ("report quota --by", "community", &["社区", "村社区"]),
    ("report quota --by", "class", &["类别"]),
    ("report quota --for", "orgs", &["党组织"]),
    ("report quota --list", "unmet", &["未达标"]),
    ("report progress --by", "programme", &["品牌", "党建品牌"]),
    ("report ageing --kind", "wish", &["微心愿"]),
    ("report overdue --by", "street", &["街道", "镇街"]),
    ("report supply --by", "community", &["社区"]),
    ("report participation --by", "class", &["类别"]),
    ("report satisfaction --by", "theme", &["心愿类别"]),
    ("list wishes --state", "in_progress", &["办理中", "\"in progress\""]),
    ("list wishes --sort", "deadline", &["时限"]),
    ("list", "outsiders", &["社会力量"]),
    ("list", "wishes", &["微心愿"]),
    ("export", "claims", &["认领"]),
    ("claim suggest --for", "orgs", &["党组织"]),
    ("claim take 3号 --outsider 木棉超市 --outsider-type", "firm", &["企业"]),
    ("claim milestone 9号 --dry-run", "letter", &["意向书"]),
    ("publish --to 墙 --only", "list,cards", &["公开清单,心愿卡"]),
    ("publish --to 墙 --only cards --state", "claimed", &["已认领"]),
    ("collect members members.csv --delimiter", "comma", &["逗号"]),
];

#[test]
fn option_values_are_taken_in_both_languages() {
    for (line, english, chinese) in VALUES {
        let answer = |value: &str| {
            let office = Office::published();
            office.ok("claim take 9号 --by O1");
            let run = office.ok(&format!("{line} {value}"));
            // The log's head is each office's own.
            let out: Vec<String> =
                run.out.lines().filter(|line| !line.contains("存档校验码")).map(str::to_owned).collect();
            (out, office.records().len(), office.json("quota list")["quotas"].to_string())
        };
        let wanted = answer(english);
        for value in *chinese {
            assert!(answer(value) == wanted, "{line} {value}");
        }
    }
}

#[test]
fn unknown_value_names_both_words_of_each() {
    let office = Office::published();
    for (line, words) in [
        ("quota set --for members --class 群众", "在职党员 in_service"),
        ("quota set --for members --counts 认领", "认领即计 claimed"),
        ("report progress --kind 心愿项目", "微心愿 wish"),
        ("claim take 3号 --outsider 木棉超市 --outsider-type 商户", "企业 firm"),
        ("claim milestone 9号 签字", "意向书 letter"),
        ("publish --only 墙", "心愿树 tree"),
    ] {
        office.refuses(line, 2).reports(&[words]);
        let english = office.refuses(&format!("{line} --lang en"), 2).err;
        assert!(!english.contains(words.split(' ').next().unwrap()), "{english}");
    }
}

#[test]
fn settings_without_anything_to_set_name_the_options() {
    let office = Office::published();
    office.refuses("campaign set", 2).reports(&["--stale-after", "--pool-after"]);
    office.refuses("campaign set 2021", 2).reports(&["--stale-after"]);
    for whose in ["members", "orgs"] {
        office.refuses(&format!("quota set --for {whose}"), 2).reports(&["--at-least", "--counts", "--joint"]);
    }
    office.ok("quota set --for members --at-least 1").reports(&["没有改动"]);
    office.ok("quota set --for members --class retired");
}
