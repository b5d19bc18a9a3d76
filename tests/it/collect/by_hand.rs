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

#[cfg(unix)]
mod asked {
    use crate::office::Office;
    use crate::terminal::typed;

    #[test]
    fn record_is_prompted_field_by_field_and_checked_when_typed() {
        let office = Office::new();
        // Wisher, left out once; community; a bad phone and a good one; the rest is skipped up to the content.
        let keys = "\n甲一\n蟠虬社区\n123\n19900001001\n\n\n\n\n\n一张书桌\n\n\n\n\n\n\n\n是\n";
        let (output, code) = typed(&office, "collect wishes --ask", keys);
        assert_eq!(code, 0, "{output}");
        for words in ["必须填写", "不是电话号码", "将要保存", "新增 1 条"] {
            assert!(output.contains(words), "{words}: {output}");
        }
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
}
