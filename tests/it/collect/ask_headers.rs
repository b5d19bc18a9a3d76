//! Unknown headers, asked about on a terminal and remembered.

use crate::office::Office;
use crate::terminal::{DOWN, ESC, answered, shows_cursor, typed};

const LIST: &str =
    "姓名,社区,想要啥,老人手机号,楼长\n甲一,蟠虬社区,一张书桌,19900001001,乙\n丙三,蟠虬社区,一盏灯,,乙\n";

#[test]
fn unknown_header_is_asked_once_and_the_answer_reused() {
    let office = Office::new();
    office.write("a.csv", LIST);
    // The content is searched for; the phone, which the header is like, is the second choice; the third column stays.
    let answers = [
        ("“想要啥”是：", "微心愿内容\n"),
        ("“老人手机号”是：", &format!("{DOWN}\n")),
        ("“楼长”是：", "\n"),
        ("照此读取？", "是\n"),
    ];
    let (output, code) = answered(&office, "collect wishes a.csv", &answers);
    assert_eq!(code, 0, "{output}");
    for words in [
        "3 个表头认不出来",
        "> 只存档，不参与统计",
        "  微心愿内容（必填）",
        "“想要啥”（一张书桌、一盏灯）是",
        "像 联系电话",
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
    run.reports(&["b.csv 已按上次的表头对照读取：想要啥=微心愿内容、老人手机号=联系电话", "--no-map"]);
    assert_eq!(office.export("wishes")[2]["微心愿内容"], "一个书包");
    // And on one: nothing is asked any more.
    let (output, code) = typed(&office, "collect wishes b.csv", "");
    assert_eq!((code, output.contains("认不出来")), (0, false), "{output}");
    office.refuses("collect wishes b.csv --no-map", 3).reports(&["微心愿内容"]);
    // Exported in that layout, it is the list again.
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
    let (output, code) = answered(&office, "collect wishes a.csv", &[("“楼长”是：", "\n"), ("照此读取？", "否\n")]);
    assert_eq!((code, output.contains("已记住")), (0, false), "{output}");
    assert_eq!(office.export("wishes")[0]["楼长"], "乙");
    let (output, code) = answered(&office, "collect wishes a.csv", &[("“楼长”是：", "\n"), ("照此读取？", "是\n")]);
    assert_eq!((code, output.contains("已记住")), (0, true), "{output}");
    office.ok("collect wishes a.csv").reports(&["其余列只存档，不参与统计"]);
    let (output, code) = typed(&office, "collect wishes a.csv", "");
    assert_eq!((code, output.contains("认不出来")), (0, false), "{output}");
}

#[test]
fn cancelling_the_questions_changes_nothing() {
    let office = Office::new();
    office.write("a.csv", LIST);
    let before = office.file();
    let content = ("“想要啥”是：", "微心愿内容\n");
    let others = [content, ("“老人手机号”是：", "\n"), ("“楼长”是：", "\n")];
    let at_a_list = |key| vec![content, ("“老人手机号”是：", key)];
    let at_the_end = |key| [&others[..], &[("照此读取？", key)]].concat();
    for (answers, code) in [
        (at_a_list(ESC), 3),
        (at_a_list("\x03"), -1),
        (at_the_end("\x04"), 3),
        ([at_the_end("也许\n"), vec![("请回答", "\x04")]].concat(), 3),
        (at_the_end("\x03"), -1),
    ] {
        let (output, ended) = answered(&office, "collect wishes a.csv", &answers);
        assert_eq!((ended, output.contains("没有保存")), (code, code == 3), "{output}");
        assert!(shows_cursor(&output), "{output:?}");
        assert!(office.file() == before);
        assert_eq!(office.names(), ["a.csv", "shuangwei.db"]);
    }
    // Without the content it is not a list of wishes, whatever was answered.
    let none = [("“想要啥”是：", "\n"), ("“老人手机号”是：", "\n"), ("“楼长”是：", "\n"), ("照此读取？", "否\n")];
    let (output, code) = answered(&office, "collect wishes a.csv", &none);
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
    let content = ("“想要啥”是：", "微心愿内容\n");
    let answers = [content, ("“老人手机号”是：", "\n"), ("“楼长”是：", "\n"), ("照此读取？", "否\n")];
    let (output, code) = answered(&office, "collect wishes a.csv b.csv", &answers);
    assert_eq!((code, output.matches("认不出来").count()), (0, 1), "{output}");
    let table = |name: &str| {
        format!(
            "<table><tr><td>姓名</td><td>社区</td><td>想要啥</td></tr>\
             <tr><td>{name}</td><td>蟠虬社区</td><td>一个书包</td></tr></table>"
        )
    };
    office.write("c.xls", format!("<html><meta charset=utf-8>{}{}</html>", table("戊五"), table("己六")));
    let (output, code) = answered(&office, "collect wishes c.xls --sheet all", &[content, ("照此读取？", "是\n")]);
    assert_eq!((code, output.matches("认不出来").count()), (0, 1), "{output}");
    let wishers: Vec<String> =
        office.export("wishes --reveal 测试").iter().map(|wish| wish["许愿人"].clone()).collect();
    assert_eq!(wishers, ["甲一", "丙三", "丁四", "戊五", "己六"]);
}
