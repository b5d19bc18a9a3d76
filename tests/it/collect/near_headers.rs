//! Columns whose headers are near a field's: known by their words, named where they are not used, and never merely kept
//! where they may be consent, an ID number, money or claimants.

use serde_json::json;

use crate::office::{Office, id_number};

#[test]
fn consent_is_known_by_the_words_of_its_header() {
    for header in ["是否公开", "是否公示", "3、您是否同意将心愿在网上公布？（单选）"] {
        let office = Office::new();
        office.write(
            "a.csv",
            format!("社区,姓名,微心愿内容,{header}\n蟠虬社区,甲一,电饭煲,是\n蟠虬社区,乙二,助听器,否\n"),
        );
        office.ok("collect wishes a.csv").reports(&["按表头里的字认出", "＝同意公开"]);
        office.ok("verify --all --pass");
        let run = office.ok("publish --format json");
        let published = run.json();
        assert_eq!(published["published"].as_array().unwrap().len(), 1, "{header}: {run:?}");
        assert_eq!(published["withheld"][0]["code"], "JH-W000002", "{header}");
    }
}

#[test]
fn header_about_something_else_is_kept_and_named() {
    let office = Office::new();
    office.write("a.csv", "项目名称,社区,是否公开招标,IP,楼长电话\n楼道扶手,蟠虬社区,是,10.0.0.1,\n");
    let run = office.ok("collect projects a.csv --format json");
    run.reports(&["未识别的列：是否公开招标、IP", "只存档，不参与统计", "--ignore"]);
    let file = &run.json()["files"][0];
    assert_eq!(file["unused"][0], json!({"column": "C", "header": "是否公开招标", "field": null}));
    assert_eq!(file["unused"].as_array().unwrap().len(), 3);
    assert_eq!(office.export("projects --reveal 测试")[0]["是否公开招标"], "是");
}

#[test]
fn sensitive_column_is_never_merely_kept() {
    for (kind, list, column) in [
        ("wishes", "社区,姓名,微心愿内容,身份证号\n蟠虬社区,甲一,电饭煲,\n", "身份证号"),
        ("wishes", "社区,姓名,微心愿内容,不同意公开\n蟠虬社区,甲一,电饭煲,是\n", "不同意公开"),
        ("wishes", "社区,姓名,微心愿内容,实际花费（元）\n蟠虬社区,甲一,电饭煲,20\n", "实际花费（元）"),
        ("wishes", "社区,姓名,微心愿内容,认领人\n蟠虬社区,甲一,电饭煲,丙三\n", "认领人"),
        ("projects", "项目名称,社区,是否公开姓名\n楼道扶手,蟠虬社区,是\n", "是否公开姓名"),
    ] {
        let office = Office::new();
        office.write("a.csv", list);
        let run = office.refuses(&format!("collect {kind} a.csv"), 3);
        run.reports(&["不能只存档", column, "没有导入", "--ignore", "[ignored]"]);
        assert_eq!(office.names(), ["a.csv", "shuangwei.db"], "{column}");
        office.ok(&format!("collect {kind} a.csv --ignore {column}"));
        assert!(!office.export(kind)[0].contains_key(column), "{column} was stored");
        assert!(!office.records().join("\n").contains(&format!("\"{column}\",")), "{column} was stored");
    }
}

#[test]
fn map_of_the_refusal_says_what_becomes_of_a_sensitive_column() {
    let office = Office::new();
    office.write("a.csv", "社区,姓名,微心愿内容,大概值多少钱呀\n蟠虬社区,甲一,电饭煲,150\n");
    let run = office.refuses("collect wishes a.csv", 3);
    let (_, draft) = run.err.split_once("\n\n").unwrap();
    assert!(draft.contains("# budget = \"大概值多少钱呀\""), "{draft}");
    // As it is printed, the column is dropped; it may be kept, or be the budget.
    office.write("m.toml", draft);
    office.ok("collect wishes a.csv --map m.toml");
    assert!(!office.export("wishes")[0].contains_key("大概值多少钱呀"));
    let kept = draft.replace("columns = [\"大概值多少钱呀\"]", "columns = []");
    let kept = kept.trim_end().strip_suffix("columns = []").unwrap().to_owned() + "columns = [\"大概值多少钱呀\"]\n";
    office.write("k.toml", kept);
    office.ok("collect wishes a.csv --map k.toml").reports(&["未识别的列：大概值多少钱呀"]);
    assert_eq!(office.export("wishes --reveal 测试")[0]["大概值多少钱呀"], "150");
    office.write("b.toml", "[columns]\nbudget = \"大概值多少钱呀\"\n[ignored]\ncolumns = \"姓名一\"\n");
    office.ok("collect wishes a.csv --map b.toml");
    assert_eq!(office.export("wishes")[0]["预计金额"], "150.00");
    office.write("x.toml", "[columns]\nbudget = \"大概值多少钱呀\"\n[ignored]\ncolumns = [\"大概值多少钱呀\"]\n");
    office.refuses("collect wishes a.csv --map x.toml", 3).reports(&["对应了两个字段"]);
}

#[test]
fn dropped_column_is_not_compared_and_must_be_there() {
    let office = Office::new();
    office.write("a.csv", "社区,姓名,微心愿内容,IP\n蟠虬社区,甲一,电饭煲,10.0.0.1\n蟠虬社区,甲一,电饭煲,10.0.0.2\n");
    let answer = office.json("collect wishes a.csv --ignore IP");
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["duplicates"]), (&json!(1), &json!(1)));
    assert_eq!(answer["files"][0]["unused"], json!([]));
    office.refuses("collect wishes a.csv --ignore 地址栏", 3).reports(&["没有“地址栏”这一列", "IP"]);
    office.refuses("collect wishes a.csv --ignore 姓名", 3).reports(&["缺少必需的列"]);
}

#[test]
fn unit_of_money_counts() {
    for (list, budget) in [
        ("社区,项目名称,预算（万元）\n蟠虬社区,楼道扶手,2.5\n", "25000.00"),
        ("社区,项目名称,投入资金 千元\n蟠虬社区,楼道扶手,2.5\n", "2500.00"),
        ("社区,项目名称,所需经费（单位：万元）\n蟠虬社区,楼道扶手,约3\n", "30000.00"),
        ("项目清单,,单位：万元\n社区,项目名称,预算\n蟠虬社区,楼道扶手,2.5\n", "25000.00"),
        ("社区,项目名称,预算（万元）\n蟠虬社区,楼道扶手,25000元\n", "25000.00"),
        ("社区,项目名称,预算（元）\n蟠虬社区,楼道扶手,2.5\n", "2.50"),
    ] {
        let office = Office::new();
        office.write("a.csv", list);
        office.ok("collect projects a.csv");
        assert_eq!(office.export("projects")[0]["投入资金"], budget, "{list}");
        // Written like the list, it is in its unit, and comes back the same.
        office.ok("export projects --like a.csv --output b.csv");
        assert_eq!(office.json("collect projects b.csv")["files"][0]["unchanged"], 1, "{}", office.read("b.csv"));
    }
}

#[test]
fn further_claimants_states_and_classes_are_known_by_their_words() {
    let office = Office::published();
    office.write(
        "c.csv",
        "心愿编号,认领人,所在单位,协办党支部,办理进度,认领时间\n9号,区图书馆,,市一院,进行中,2021-04-20\n",
    );
    office.write("o.csv", "单位党组织名称,单位性质,报到社区\n某某局党支部,单位党组织,蟠虬社区\n");
    let run = office.run("claim import c.csv");
    run.reports(&["协办党支部＝认领人", "办理进度＝完成情况"]);
    office.ok("collect orgs o.csv --under 荔湾区/金花街道").reports(&["单位性质＝组织类别"]);
    assert!(
        office
            .export("orgs")
            .iter()
            .any(|org| org["单位党组织名称"] == "某某局党支部" && org["组织类别"] == "单位党组织")
    );
}

#[test]
fn identity_number_is_known_by_its_words_and_is_never_stored() {
    let office = Office::new();
    let id = id_number("44999919750217781");
    office.write("m.csv", format!("姓名,居民身份证号,党员类型\n甲一,{id},在职党员\n"));
    office.ok("collect members m.csv").reports(&["居民身份证号＝身份证号"]);
    let members = office.export("members --reveal 测试");
    assert!(members[0]["身份证号"].starts_with("449***"), "{members:?}");
    assert!(!office.records().join("\n").contains(&id));
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use crate::terminal::{DOWN, ESC, answered};

    #[test]
    fn sensitive_column_is_asked_about_and_not_kept_by_a_mere_enter() {
        let office = Office::new();
        office.write("a.csv", "社区,姓名,微心愿内容,证件号,楼长\n蟠虬社区,甲一,电饭煲,,乙\n");
        let answers = [("“证件号”是：", "\n"), ("“楼长”是：", "\n"), ("照此读取？", "是\n")];
        let (output, code) = answered(&office, "collect wishes a.csv", &answers);
        assert_eq!(code, 0, "{output}");
        assert!(output.contains("> 不要这一列"), "{output}");
        assert!(!office.export("wishes")[0].contains_key("证件号"));
        assert_eq!(office.export("wishes --reveal 测试")[0]["楼长"], "乙");
        // The answer is remembered, without a terminal too.
        office.write("b.csv", "社区,姓名,微心愿内容,证件号,楼长\n蟠虬社区,乙二,收音机,X,乙\n");
        office.ok("collect wishes b.csv").reports(&["已按上次的表头对照读取"]);
        assert!(!office.export("wishes")[1].contains_key("证件号"));
    }

    #[test]
    fn sensitive_column_that_is_like_a_field_is_that_field_first() {
        let office = Office::new();
        office.write("a.csv", "社区,姓名,微心愿内容,大概值多少钱呀\n蟠虬社区,甲一,电饭煲,150\n");
        let (output, code) = answered(&office, "collect wishes a.csv", &[("“大概值多少钱呀”是：", ESC)]);
        assert_eq!(code, 3, "{output}");
        let answers = [("“大概值多少钱呀”是：", "\n"), ("照此读取？", "否\n")];
        let (output, code) = answered(&office, "collect wishes a.csv", &answers);
        assert_eq!(code, 0, "{output}");
        assert_eq!(office.export("wishes")[0]["预计金额"], "150.00");
    }

    #[test]
    fn class_words_are_asked_once_for_the_whole_list_and_remembered() {
        let office = Office::new();
        office.write("o.csv", "单位党组织名称,组织类别,报到社区\n甲局党支部,机关,蟠虬社区\n乙局党支部,机关,蟠虬社区\n丙店支部,老字号,蟠虬社区\n");
        let answers =
            [("“机关”（2 行）是：", "\n"), ("“老字号”（1 行）是：", &format!("{DOWN}\n")), ("照此读取？", "是\n")];
        let (output, code) = answered(&office, "collect orgs o.csv", &answers);
        assert_eq!(code, 0, "{output}");
        let classes: Vec<String> = office.export("orgs").iter().map(|org| org["组织类别"].clone()).collect();
        assert_eq!(classes, ["单位党组织", "单位党组织", "两新组织"]);
        office.write("p.csv", "单位党组织名称,组织类别,报到社区\n丁局党支部,机关,蟠虬社区\n");
        office.ok("collect orgs p.csv");
        assert_eq!(office.export("orgs")[3]["组织类别"], "单位党组织");
    }
}

#[test]
fn class_words_that_nobody_knows_refuse_the_list_with_the_map_to_fill_in() {
    let office = Office::new();
    office.write("o.csv", "单位党组织名称,组织类别,报到社区\n甲局党支部,机关,蟠虬社区\n乙校党支部,学校,蟠虬社区\n丙局党支部,机关,蟠虬社区\n");
    let run = office.refuses("collect orgs o.csv", 3);
    run.reports(&["不认识的词：机关（2 行）、学校（1 行）", "没有导入", "[values.class]", "可能是 单位党组织"]);
    let (_, draft) = run.err.split_once("\n\n").unwrap();
    office.write("m.toml", draft);
    office.refuses("collect orgs o.csv --map m.toml", 3).reports(&["[values]", "对应的“”"]);
    office.write("m.toml", draft.replace("= \"\"", "= \"单位党组织\""));
    office.ok("collect orgs o.csv --map m.toml --save-map");
    assert!(office.export("orgs").iter().all(|org| org["组织类别"] == "单位党组织"));
    office.write("p.csv", "单位党组织名称,组织类别,报到社区\n丁局党支部,机关,蟠虬社区\n");
    office.ok("collect orgs p.csv");
    // Words of any field, and a word of ours that is none.
    office.write("n.toml", "[values]\n机关 = \"单位党组织\"\n\"学校\" = \"单位\"\n");
    office.ok("collect orgs o.csv --map n.toml");
    office.write("x.toml", "[values]\n机关 = \"行政机关\"\n");
    office.refuses("collect orgs o.csv --map x.toml", 3).reports(&["“机关”对应的“行政机关”", "两新组织"]);
}

#[test]
fn office_s_own_words_are_understood_in_every_closed_set() {
    let office = Office::new();
    office.write("a.csv", "社区,姓名,微心愿内容,同意公开\n蟠虬社区,甲一,电饭煲,OK的\n");
    office.write("m.toml", "[values.consent]\n\"OK的\" = \"是\"\n");
    office.ok("collect wishes a.csv --map m.toml");
    assert_eq!(office.export("wishes")[0]["同意公开"], "是");
    office.write("r.csv", "姓名,党员类型\n甲一,在册\n");
    office.write("n.toml", "[values]\n在册 = \"在职\"\n");
    office.ok("collect members r.csv --map n.toml");
    assert_eq!(office.export("members")[0]["党员类型"], "在职党员");
}

#[test]
fn organisations_without_a_class_are_reported_as_owing_nothing() {
    let office = Office::new();
    office.write("o.csv", "单位党组织名称,报到社区\n甲局党支部,蟠虬社区\n乙局党支部,蟠虬社区\n");
    office.ok("collect orgs o.csv").reports(&["不计指标", "--class unit", "2 处"]);
    let other = Office::new();
    other.write("o.csv", "单位党组织名称,报到社区\n甲局党支部,蟠虬社区\n");
    let run = other.ok("collect orgs o.csv --class unit");
    assert!(!run.err.contains("不计指标"), "{run:?}");
    assert_eq!(other.export("orgs")[0]["组织类别"], "单位党组织");
}

#[test]
fn day_by_which_a_wish_is_to_be_done_is_known_by_the_words_of_its_header() {
    for header in
        ["希望完成时间", "7.希望完成时间（必填）", "截止日期", "您希望什么时候完成？", "办结期限", "完成时间要求"]
    {
        let office = Office::new();
        office.write("a.csv", format!("社区,姓名,微心愿内容,{header}\n蟠虬社区,甲一,电饭煲,2021-06-30\n"));
        office.ok("collect wishes a.csv").reports(&["按表头里的字认出", "＝完成时限"]);
        assert_eq!(office.export("wishes")[0]["完成时限"], "2021-06-30", "{header}");
    }
    for header in ["报名截止时间", "希望得到的帮助"] {
        let office = Office::new();
        office.write("a.csv", format!("社区,姓名,微心愿内容,{header}\n蟠虬社区,甲一,电饭煲,2021-06-30\n"));
        office.ok("collect wishes a.csv").reports(&["未识别的列", header]);
        assert_eq!(office.export("wishes")[0]["完成时限"], "", "{header}");
    }
}

#[test]
fn residents_with_id_numbers_are_no_claimants() {
    let office = Office::speaking("zh");
    office.write("a.csv", "许愿人,身份证号,联系电话,微心愿内容,备注\n甲一,,19900001001,电饭煲,急\n");
    let run = office.refuses("collect wishes a.csv --under 蟠虬社区", 3);
    run.reports(&["身份证号，这类清单不保存", "--ignore"]);
    assert!(!run.err.contains("claim import"), "{}", run.err);
    office.ok("collect wishes a.csv --under 蟠虬社区 --ignore 身份证号");
}

#[test]
fn numbers_of_questions_in_front_of_headers_do_not_matter() {
    for headers in [
        "Q1.姓名,Q2_所在社区,Q3、微心愿内容",
        "第1题：姓名,第二题、您所在的社区,第3题 请描述您的心愿",
        "1、姓名,2、社区,3.您的心愿是什么？",
    ] {
        let office = Office::new();
        office.write("a.csv", format!("{headers}\n甲一,蟠虬社区,电饭煲\n"));
        office.ok("collect wishes a.csv");
        assert_eq!(office.export("wishes")[0]["微心愿内容"], "电饭煲", "{headers}");
    }
}
