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
fn text_with_masks_that_is_not_the_stored_one_is_told_and_left() {
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
