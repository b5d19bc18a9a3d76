//! A roster takes another path into an empty office file than into one with members: the result is the same.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::office::Office;

/// Valid ID numbers that belong to no person.
const IDS: [&str; 4] = ["449999199001010019", "449999199001010035", "449999199001010051", "449999199001010078"];
const NAMES: [&str; 5] = ["甲一", "乙二", "丙三", "丁四", "戊五"];

/// A small generator with a seed, so that failures are reproducible.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    /// One of these, or a blank.
    fn some(&mut self, of: &[String]) -> String {
        of.get(self.below(of.len() * 2)).cloned().unwrap_or_default()
    }
}

/// A roster in which rows share names, numbers, codes and organisations in every way.
fn roster(dice: &mut Dice, rows: usize) -> String {
    let ids: Vec<String> = IDS.iter().map(|id| (*id).to_owned()).collect();
    let phones: Vec<String> = (1..9).map(|number| format!("1990000100{number}")).collect();
    let codes = ["D1", "D2", "D3"].map(str::to_owned);
    let mut list = "党员编号,姓名,身份证号,手机号,党员类型,所在党组织,社区,备注\n".to_owned();
    for row in 0..rows {
        let code = if dice.below(6) == 0 { dice.some(&codes) } else { String::new() };
        let name = NAMES[dice.below(NAMES.len())];
        let (id, phone) = (dice.some(&ids), dice.some(&phones));
        let org = ["一支部", "二支部", ""][dice.below(3)];
        let community = ["蟠虬社区", "锦龙社区", "华林街道/某社区"][dice.below(3)];
        writeln!(list, "{code},{name},{id},{phone},在职,{org},{community},第{row}行").unwrap();
    }
    list
}

/// The result of a roster: the counts, the faulty rows with their reasons, and the members without our codes.
fn comes_to(office: &Office) -> (Vec<u64>, Vec<(u64, String)>, BTreeSet<String>) {
    office.write("orgs.csv", "单位党组织名称,组织类别\n一支部,单位\n二支部,单位\n");
    office.ok("collect orgs orgs.csv");
    let run = office.run("collect members roster.csv --format json");
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let file = &answer["files"][0];
    let count = |key: &str| file[key].as_u64().unwrap();
    let counts = ["rows", "new", "updated", "unchanged", "duplicates", "rejected"].map(count).to_vec();
    let faults = file["faults"].as_array().unwrap().iter();
    // Candidates are named by their codes, which depend on the order of creation.
    let faults = faults.map(|fault| (fault["row"].as_u64().unwrap(), fault["code"].as_str().unwrap().to_owned()));
    let members = office.export("members --reveal 测试").into_iter().filter(|member| member["姓名"] != "已有");
    let members = members.map(|member| {
        let cells = ["姓名", "身份证号", "手机号", "所在支部", "报到社区", "备注"];
        cells.map(|header| member[header].clone()).join("|")
    });
    (counts, faults.collect(), members.collect())
}

#[test]
fn roster_gives_the_same_members_with_or_without_existing_ones() {
    let mut dice = Dice(2021);
    for round in 0..40 {
        let list = roster(&mut dice, 30);
        let (empty, filled) = (Office::new(), Office::new());
        filled.ok("collect members --set 姓名=已有 --set 社区=蟠虬社区");
        for office in [&empty, &filled] {
            office.write("roster.csv", &list);
        }
        assert_eq!(comes_to(&empty), comes_to(&filled), "round {round}:\n{list}");
    }
}

#[test]
fn second_roster_finds_members_by_every_key() {
    let office = Office::new();
    let rows: String = (0..3000).fold(String::new(), |mut rows, row| {
        writeln!(rows, "人{row},{},19900{row:06},在职,蟠虬社区", if row == 7 { IDS[0] } else { "" }).unwrap();
        rows
    });
    let headers = "姓名,身份证号,手机号,党员类型,社区";
    office.write("roster.csv", format!("{headers}\n{rows}人5,,,在职,蟠虬社区\n改名,{},,在职,蟠虬社区\n", IDS[0]));
    let answer = office.json_of("collect members roster.csv", 1);
    let file = &answer["files"][0];
    assert_eq!((&file["new"], &file["rejected"]), (&3000.into(), &2.into()), "{file:#}");
    assert_eq!((&file["faults"][0]["row"], &file["faults"][0]["code"]), (&3002.into(), &"differs_from_row".into()));
    let again = office.json_of("collect members roster.csv", 1);
    assert_eq!((&again["files"][0]["unchanged"], &again["entry"]), (&3000.into(), &serde_json::Value::Null));
}

#[test]
fn generated_code_never_repeats_a_code_of_the_list() {
    let office = Office::new();
    let wishes =
        "心愿编号,姓名,社区,微心愿内容\nJH-W000002,甲一,蟠虬社区,书桌\n,乙二,蟠虬社区,书包\n,丙三,蟠虬社区,台灯\n";
    office.write("wishes.csv", wishes);
    let answer = office.json("collect wishes wishes.csv");
    assert_eq!(answer["files"][0]["new"], 3, "{answer:#}");
    let members = "党员编号,姓名,社区\nJH-M000002,甲一,蟠虬社区\n,乙二,蟠虬社区\n,丙三,蟠虬社区\n";
    office.write("members.csv", members);
    let answer = office.json("collect members members.csv");
    assert_eq!(answer["files"][0]["new"], 3, "{answer:#}");
}

#[test]
fn what_is_no_class_changes_none_and_a_class_that_stays_is_not_missed() {
    for (header, word, class, warns) in [
        ("党员类别", "正式党员", "在职党员", false),
        ("党员类别", "预备党员", "在职党员", false),
        ("党员类别", "", "在职党员", false),
        ("特长", "电工", "在职党员", false),
        ("是否在职党员", "否", "", true),
        ("党员类别", "退休党员", "离退休党员", false),
    ] {
        let office = Office::new();
        office.write("m.csv", "姓名,手机号,党员类别\n甲一,19900001001,在职党员\n");
        office.ok("collect members m.csv");
        office.write("n.csv", format!("姓名,手机号,{header}\n甲一,19900001001,{word}\n乙二,19900001002,{word}\n"));
        let warnings = office.json("collect members n.csv")["warnings"].clone();
        let of_known = warnings.as_array().unwrap().iter().any(|one| one["code"] == "no_class" && one["row"] == 2);
        assert_eq!(of_known, warns, "{header} {word}: {warnings:#}");
        assert_eq!(office.export("members")[0]["党员类型"], class, "{header} {word}");
        // A new one owes nothing, with a warning.
        let of_new = warnings.as_array().unwrap().iter().any(|one| one["code"] == "no_class" && one["row"] == 3);
        assert_eq!(of_new, word != "退休党员", "{header} {word}: {warnings:#}");
    }
}
