//! A masked export that was changed by hand never puts masks over what is stored.

use crate::office::Office;

const ORGS: &str = "党组织名称,组织类别,联系人,联系电话,备注,微信号\n\
    区第一中学党委,单位党组织,陈一,19900002001,联系人陈一手机19900002001，门牌12号,wx19900002001\n\
    区人民医院党支部,单位党组织,陈二,19900002002,材料已交,\n";

fn notes(office: &Office) -> Vec<String> {
    office.ok("export orgs --output all.csv --reveal 核对 --force");
    let read = office.read("all.csv");
    read.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn masked_list_comes_back_without_changing_anything() {
    let office = Office::new();
    office.write("o.csv", ORGS);
    office.ok("collect orgs o.csv");
    let before = notes(&office);
    office.ok("export orgs --output masked.csv");
    assert!(office.read("masked.csv").contains("***"), "{}", office.read("masked.csv"));
    let file = office.json("collect orgs masked.csv")["files"][0].clone();
    assert_eq!((&file["unchanged"], &file["updated"]), (&2.into(), &0.into()));
    assert_eq!(notes(&office), before);
}

#[test]
fn masked_text_unlike_the_stored_one_is_reported_and_ignored() {
    for (was, is) in [("***号,", "***号；已更新,"), ("陈一", "陈*"), ("陈二", "陈＊＊"), ("***\r\n", "***（新号）\r\n")]
    {
        let office = Office::new();
        office.write("o.csv", ORGS);
        office.ok("collect orgs o.csv");
        let before = notes(&office);
        office.ok("export orgs --output masked.csv");
        let masked = office.read("masked.csv");
        assert!(masked.contains(was), "{was}: {masked}");
        office.write("masked.csv", masked.replacen(was, is, 1));
        let run = office.ok("collect orgs masked.csv --format json");
        assert_eq!(run.json()["warnings"][0]["code"], "masked_text", "{is}: {}", run.out);
        assert_eq!(notes(&office), before, "{is}");
    }
    let office = Office::new();
    office.write("o.csv", ORGS);
    office.ok("collect orgs o.csv");
    office.ok("export orgs --output masked.csv");
    office.write("masked.csv", office.read("masked.csv").replace("材料已交", "材料已交，展板 80*30"));
    office.ok("collect orgs masked.csv");
    assert!(notes(&office)[1].contains("展板 80*30"), "a text of no masks is taken");
}

/// A list that another office has exported without `--reveal`: what it masks is nobody's phone, door or name here.
#[test]
fn mask_of_an_unknown_value_is_no_value_and_is_reported() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,社区,住址,微心愿内容,备注,房号,同意公开\n\
         谢婉婷,蟠虬社区,西华路***,想要电风扇，请找***,***,***,是\n\
         谢**,蟠虬社区,,想要一张1.5*2米的床,80*30,12,是\n\
         谢婉莹,蟠虬社区,,***,,,是\n\
         ***,蟠虬社区,,想要一把椅子,,,是\n",
    );
    let run = office.ends("collect wishes w.csv --format json", 1);
    let file = run.json()["files"][0].clone();
    assert_eq!((&file["new"], &file["rejected"]), (&2.into(), &2.into()), "{}", run.out);
    let printed: Vec<String> = run.json()["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["code"] == "hidden_by_mask")
        .map(|one| one["row"].to_string())
        .collect();
    assert_eq!(printed, ["2", "2", "2", "2", "3"], "{}", run.out);
    office.ok("export wishes --output all.csv --reveal 核对");
    let kept = office.read("all.csv");
    assert!(kept.contains("想要电风扇，请找***") && kept.contains("谢**") && kept.contains("80*30"), "{kept}");
    assert!(!kept.contains("西华路") && kept.matches("***").count() == 1, "{kept}");

    office.write("m.csv", "姓名,所在党组织,特长,微信号\n伍峰峰,甲支部,***,***\n***,甲支部,,\n");
    let run = office.ends("collect members m.csv --new-orgs --format json", 1);
    assert_eq!(run.json()["files"][0]["new"], 1, "{}", run.out);
    office.write("o.csv", "党组织名称,组织类别,联系人,备注\n区图书馆党支部,单位党组织,***,***\n***,单位党组织,,\n");
    let run = office.ends("collect orgs o.csv --format json", 1);
    assert_eq!(run.json()["files"][0]["new"], 1, "{}", run.out);
    office.ok("export members --output m-all.csv --reveal 核对");
    office.ok("export orgs --output o-all.csv --reveal 核对");
    let kept = office.read("m-all.csv") + &office.read("o-all.csv");
    assert!(!kept.contains('*'), "{kept}");
}
