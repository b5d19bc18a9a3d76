//! Headers that only their office understands: a map assigns them to fields.

use crate::office::Office;

const LIST: &str = "流水,申请群众,想要的东西,具体要求,打电话,何时来的,片区\n1,甲一,一张书桌,红色的,19900001001,03/04/2021,蟠虬社区\n2,乙二,一把轮椅,,,5/4/2021,锦龙社区\n";

const MAP: &str = "# 本街道的清单\n[columns]\nwisher = \"申请群众\"\ncontent = [\"想要的东西\", \"具体要求\"]\nphone = \"打电话\"\ncollected_on = \"何时来的\"\ncommunity = \"片区\"\n[constants]\nchannel = \"穗好办\"\nconsent = \"是\"\n[dates]\norder = \"dmy\"\n";

#[test]
fn map_sets_headers_shared_values_and_date_order() {
    let office = Office::new();
    office.write("a.csv", LIST);
    office.refuses("collect wishes a.csv", 3);
    office.write("m.toml", MAP);
    let answer = office.json("collect wishes a.csv --map m.toml");
    assert_eq!(answer["files"][0]["new"], 2);
    let needs = office.export("wishes --reveal 测试");
    let first = &needs[0];
    assert_eq!((first["许愿人"].as_str(), first["微心愿内容"].as_str()), ("甲一", "一张书桌\n红色的"));
    assert_eq!((first["联系电话"].as_str(), first["征集时间"].as_str()), ("19900001001", "2021-04-03"));
    assert_eq!((first["征集渠道"].as_str(), first["同意公开"].as_str()), ("穗好办", "是"));
    assert_eq!((needs[1]["属地"].as_str(), first["流水"].as_str()), ("荔湾区/金花街道/锦龙社区", "1"));
    assert_eq!(office.json("collect wishes a.csv --map m.toml")["files"][0]["unchanged"], 2);
}

#[test]
fn refused_list_prints_a_map_to_fill_in() {
    let office = Office::new();
    office.write("a.csv", "姓名,社区,想要啥\n甲一,蟠虬社区,一张书桌\n");
    let run = office.refuses("collect wishes a.csv", 3);
    let (_, draft) = run.err.split_once("\n\n").unwrap();
    assert!(draft.contains("content = \"\"") && draft.contains("\"想要啥\""), "{draft}");
    office.write("m.toml", draft.replace("content = \"\"", "content = \"想要啥\""));
    office.ok("collect wishes a.csv --map m.toml");
    assert_eq!(office.export("wishes")[0]["微心愿内容"], "一张书桌");
}

#[test]
fn faulty_map_is_reported_and_changes_nothing() {
    let office = Office::new();
    office.write("a.csv", LIST);
    for (map, words) in [
        ("[columns]\nwisher = \"申请人名\"\n", "没有表头“申请人名”"),
        ("[columns]\nwhisper = \"申请群众\"\n", "没有字段 whisper"),
        ("[columns]\nwisher = \"申请群众\"\nproposer = \"申请群众\"\n", "对应了两个字段"),
        ("[columns\n", "第 1 行"),
        ("[columns]\nwisher = \"申请群众\"\n[constants]\nconsent = \"也许\"\n", "[constants] consent：不认识“也许”"),
        ("[columns]\nwisher = \"申请群众\"\n[constants]\ncollected_on = \"四月\"\n", "不是日期"),
    ] {
        office.write("m.toml", map);
        office.refuses("collect wishes a.csv --map m.toml", 3).reports(&["m.toml", words]);
    }
    office.refuses("collect wishes a.csv --map 没有.toml", 3).reports(&["没有这个文件"]);
}

#[test]
fn repeated_header_row_is_skipped_with_a_map() {
    let office = Office::new();
    office.write("m.toml", MAP);
    let again = LIST.lines().next().unwrap();
    office.write("a.csv", format!("{LIST}{again}\n3,丙三,一盏灯,,,,蟠虬社区\n"));
    let answer = office.json("collect wishes a.csv --map m.toml");
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["skipped"]), (&3.into(), &1.into()));
}
