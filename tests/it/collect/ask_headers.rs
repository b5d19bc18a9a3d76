//! Heads that nobody knows, asked about on a terminal and remembered.

use crate::office::Office;
use crate::terminal::typed;

const LIST: &str =
    "姓名,社区,想要啥,老人手机号,楼长\n甲一,蟠虬社区,一张书桌,19900001001,乙\n丙三,蟠虬社区,一盏灯,,乙\n";

#[test]
fn unknown_header_is_asked_once_and_the_answer_reused() {
    let office = Office::new();
    office.write("a.csv", LIST);
    // What is asked for the content (first wrongly), by number; for the phone by name; the third column stays.
    let (output, code) = typed(&office, "collect wishes a.csv", "99\n1\n联系电话\n\n是\n");
    assert_eq!(code, 0, "{output}");
    for words in [
        "3 个表头认不出来",
        "1 微心愿内容（必填）",
        "“想要啥”（一张书桌、一盏灯）是",
        "像 联系电话",
        "没有这一项",
        "已记住",
        "新增 2 条",
    ] {
        assert!(output.contains(words), "{words}: {output}");
    }
    assert!(!output.contains("19900001001"), "{output}");
    let needs = office.export("wishes --reveal 测试");
    let first = &needs[0];
    assert_eq!((first["微心愿内容"].as_str(), first["联系电话"].as_str()), ("一张书桌", "19900001001"));
    assert_eq!(first["楼长"], "乙");
    // Another list, in another order and with stars, without a terminal: read as remembered.
    office.write("b.csv", "楼长,想要啥★,姓名,老人手机号,社区\n乙,一个书包,丁四,19900001002,蟠虬社区\n");
    let run = office.ok("collect wishes b.csv");
    run.reports(&["b.csv 照记住的对应读取：想要啥=微心愿内容、老人手机号=联系电话", "--no-map"]);
    assert_eq!(office.export("wishes")[2]["微心愿内容"], "一个书包");
    // And on one: nothing is asked any more.
    let (output, code) = typed(&office, "collect wishes b.csv", "");
    assert_eq!((code, output.contains("认不出来")), (0, false), "{output}");
    office.refuses("collect wishes b.csv --no-map", 3).reports(&["微心愿内容"]);
    // What comes back in that layout is the list.
    office.ok("export wishes --like b.csv --output c.csv --reveal 测试");
    let back = office.read("c.csv");
    assert!(back.contains("\n乙,一张书桌,甲一,19900001001,蟠虬社区,JH-W000001"), "{back}");
    let answer = office.json("collect wishes c.csv");
    assert_eq!((&answer["files"][0]["unchanged"], &answer["files"][0]["rows"]), (&3.into(), &3.into()));
}

#[test]
fn unanswered_header_keeps_its_column() {
    let office = Office::new();
    office.write("a.csv", "姓名,社区,微心愿内容,楼长\n甲一,蟠虬社区,一张书桌,乙\n");
    let (output, code) = typed(&office, "collect wishes a.csv", "\n否\n");
    assert_eq!((code, output.contains("已记住")), (0, false), "{output}");
    assert_eq!(office.export("wishes")[0]["楼长"], "乙");
    let (output, code) = typed(&office, "collect wishes a.csv", "\n是\n");
    assert_eq!((code, output.contains("已记住")), (0, true), "{output}");
    office.ok("collect wishes a.csv").reports(&["其余列原样保留"]);
    let (output, code) = typed(&office, "collect wishes a.csv", "");
    assert_eq!((code, output.contains("认不出来")), (0, false), "{output}");
}

#[test]
fn cancelling_the_questions_changes_nothing() {
    let office = Office::new();
    office.write("a.csv", LIST);
    let before = office.file();
    for (keys, code) in [("1\n\x04", 3), ("1\n\x03", -1)] {
        let (output, ended) = typed(&office, "collect wishes a.csv", keys);
        assert_eq!(ended, code, "{output}");
        assert!(office.file() == before);
        assert_eq!(office.names(), ["a.csv", "shuangwei.db"]);
    }
    // Without the content it is no list of wishes, whatever was said.
    let (output, code) = typed(&office, "collect wishes a.csv", "\n\n\n否\n");
    assert_eq!((code, output.contains("缺少必需的列")), (3, true), "{output}");
    assert!(office.file() == before);
    let (output, code) = typed(&office, "collect wishes a.csv --no-map", "");
    assert_eq!((code, output.contains("认不出来")), (3, false), "{output}");
}

#[test]
fn map_flag_stores_a_map_and_replaces_it() {
    let office = Office::new();
    office.write("a.csv", LIST);
    office.write("m.toml", "[columns]\ncontent = \"想要啥\"\n[constants]\nchannel = \"入户\"\n");
    office.ok("collect wishes a.csv --map m.toml --dry-run --save-map");
    office.refuses("collect wishes a.csv", 3);
    office.ok("collect wishes a.csv --map m.toml --save-map").reports(&["已记住"]);
    office.ok("collect wishes a.csv").reports(&["想要啥=微心愿内容", "征集渠道:入户"]);
    office.write("n.toml", "[columns]\ncontent = \"想要啥\"\nnote = \"楼长\"\n");
    office.ok("collect wishes a.csv --map n.toml --save-map");
    office.ok("collect wishes a.csv").reports(&["楼长=备注"]);
    assert_eq!(office.export("wishes")[0]["备注"], "乙");
    office.ends("collect wishes a.csv --save-map", 2);
    office.ends("collect wishes a.csv --map m.toml --no-map", 2);
}

#[test]
fn same_header_in_several_lists_is_asked_once() {
    let office = Office::new();
    office.write("a.csv", LIST);
    office.write("b.csv", LIST.replace("甲一", "丁四"));
    let (output, code) = typed(&office, "collect wishes a.csv b.csv", "1\n\n\n否\n");
    assert_eq!((code, output.matches("认不出来").count()), (0, 1), "{output}");
    let table = |name: &str| {
        format!(
            "<table><tr><td>姓名</td><td>社区</td><td>想要啥</td></tr>\
             <tr><td>{name}</td><td>蟠虬社区</td><td>一个书包</td></tr></table>"
        )
    };
    office.write("c.xls", format!("<html><meta charset=utf-8>{}{}</html>", table("戊五"), table("己六")));
    let (output, code) = typed(&office, "collect wishes c.xls --sheet all", "1\n是\n");
    assert_eq!((code, output.matches("认不出来").count()), (0, 1), "{output}");
    let wishers: Vec<String> =
        office.export("wishes --reveal 测试").iter().map(|wish| wish["许愿人"].clone()).collect();
    assert_eq!(wishers, ["甲一", "丙三", "丁四", "戊五", "己六"]);
}
