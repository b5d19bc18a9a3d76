//! One record by hand: by flags, and by questions on a terminal.

use serde_json::Value;

use crate::office::Office;

#[test]
fn record_set_by_flags_is_imported_like_a_list() {
    let office = Office::new();
    let line =
        "collect wishes --set 许愿人=甲一 --set community=蟠虬社区 --set 微心愿内容=一张书桌 --set phone=19900001001";
    let answer = office.json(line);
    assert_eq!((&answer["files"][0]["new"], &answer["new_places"][0]), (&1.into(), &"荔湾区/金花街道/蟠虬社区".into()));
    let needs = office.export("wishes --reveal 测试");
    assert_eq!((needs[0]["许愿人"].as_str(), needs[0]["联系电话"].as_str()), ("甲一", "19900001001"));
    assert_eq!(office.json(line)["entry"], Value::Null, "the same again changes nothing");
    office.ok("collect members --set 姓名=戊五 --set 党员类型=在职");
    office.ok("collect orgs --set 党组织名称=某某支部 --set 组织类别=单位");
    office.ok("collect projects --set 项目名称=加装扶手 --set 属地=蟠虬社区");
    assert_eq!(office.names(), ["shuangwei.db"]);
}

#[test]
fn faulty_record_is_reported_and_changes_nothing() {
    let office = Office::new();
    let before = office.file();
    let run = office.ends("collect wishes --set 许愿人=甲一 --set 社区=蟠虬社区 --set 手机=1.9E10", 1);
    run.reports(&["联系电话", "内容：必填项为空"]);
    assert!(office.file() == before);
    assert_eq!(office.names(), ["shuangwei.db"]);
    office.ends("collect wishes --set 许愿人", 2).reports(&["字段=值"]);
    office.ends("collect wishes --set 血型=A", 2).reports(&["没有这个字段", "许愿人"]);
    office.ends("collect wishes --set 手机=1 --set phone=2", 2).reports(&["给了两次"]);
    office.write("a.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\n");
    office.ends("collect wishes a.csv --set 许愿人=甲一", 2);
    office.ends("collect wishes", 2);
    office.ends("collect wishes --ask", 2).reports(&["--set"]);
    assert!(office.file() == before);
}

#[test]
fn what_is_typed_is_a_record_whatever_it_looks_like() {
    let office = Office::new();
    let run = office.ok("collect wishes --set 许愿人=甲一 --set 社区=蟠虬社区 --set 微心愿内容=共2条 --set 备注=合计");
    run.reports(&["新增 1 条"]);
    for note in ["合计", "示例", "填表人：李敏", "二、其他"] {
        office.ok(&format!("edit JH-W000001 --set 许愿理由={note}"));
        assert_eq!(office.export("wishes --reveal 测试")[0]["许愿理由"], note);
    }
    // A place is no phone number, though alone in a row of a list it would be a heading.
    office
        .ends("collect wishes --set 许愿人=乙二 --set 社区=蟠虬社区 --set 微心愿内容=书桌 --set 联系电话=龙津社区", 1);
}

#[cfg(unix)]
mod asked {
    use crate::office::Office;
    use crate::terminal::{Session, typed};

    #[test]
    fn record_is_prompted_field_by_field_and_checked_when_typed() {
        let office = Office::new();
        // What is required comes first: wisher, community and content, each left out once; then two bad phones and a good one.
        let keys = "\n甲一\n\n蟠虬社区\n\n一张书桌\n123\n龙津社区\n19900001001\n\n\n\n\n\n\n\n\n\n\n\n\n是\n";
        let (output, code) = typed(&office, "collect wishes --ask", keys);
        assert_eq!(code, 0, "{output}");
        for words in ["必须填写", "不是电话号码", "将要保存", "新增 1 条"] {
            assert!(output.contains(words), "{words}: {output}");
        }
        assert_eq!(output.matches("不是电话号码").count(), 2, "{output}");
        let needs = office.export("wishes --reveal 测试");
        assert_eq!((needs[0]["许愿人"].as_str(), needs[0]["联系电话"].as_str()), ("甲一", "19900001001"));
    }

    #[test]
    fn answering_no_or_ending_input_changes_nothing() {
        let office = Office::new();
        let before = office.file();
        let set = "--set 微心愿内容=书桌 --set 社区=蟠虬社区";
        for keys in ["甲一\n\n\n\n\n\n\n\n\n\n\n\n\n\n否\n", "甲一\n\x04"] {
            let (output, code) = typed(&office, &format!("collect wishes --ask {set}"), keys);
            assert_eq!(code, 3, "{output}");
            assert!(output.contains("没有保存"), "{output}");
            assert!(office.file() == before);
        }
    }

    #[test]
    fn what_was_typed_and_not_saved_is_offered_again() {
        let office = Office::new();
        let mut session = Session::new(&office, "collect wishes --ask", (80, 40));
        session.sees(&["许愿人（必填）"]);
        session.types("甲一\n");
        session.sees(&["社区（必填）"]);
        session.types("蟠虬社区\n");
        session.sees(&["微心愿内容（必填）"]);
        session.types("\x03");
        session.end();
        assert!(office.has("shuangwei.db.typed"));
        let mut session = Session::new(&office, "collect wishes --ask", (80, 40));
        session.sees(&["上次没有保存的内容", "甲一", "蟠虬社区", "接着用吗"]);
        session.types("是\n");
        session.sees(&["微心愿内容（必填）"]);
        session.types("一张书桌\n");
        session.sees(&["联系电话"]);
        session.types(&"\n".repeat(13));
        session.sees(&["保存吗"]);
        session.types("否\n");
        assert_eq!(session.end().1, 3);
        let (output, code) = typed(&office, "collect wishes --ask", &format!("是\n{}是\n", "\n".repeat(13)));
        assert_eq!((code, output.contains("新增 1 条")), (0, true), "{output}");
        assert_eq!(office.export("wishes")[0]["微心愿内容"], "一张书桌");
        assert!(!office.has("shuangwei.db.typed"), "nothing is left once it is saved");
        // Of another kind, or no longer wanted, nothing is offered.
        let (output, _) = typed(&office, "collect wishes --ask", "乙二\n\x04");
        assert!(!output.contains("上次"), "{output}");
        let (output, _) = typed(&office, "collect wishes --ask", "否\n\x04");
        assert!(output.contains("乙二") && !office.has("shuangwei.db.typed"), "{output}");
    }
}
