//! Texts that go to the wall or leave otherwise: how well the scan sees, on the texts of the bench `scan`, and what commands
//! make of what it finds.

use serde_json::{Value, json};
use shuangwei::privacy;

use crate::office::{self, Office};

// The bench prints the kinds.
#[allow(dead_code)]
#[path = "../../benches/scan/generator.rs"]
mod generator;

const HARMLESS: &str = include_str!("../../benches/scan/harmless.txt");
const LEAKING: &str = include_str!("../../benches/scan/leaking.txt");

fn is_found(text: &str) -> bool {
    !privacy::scan(text, &[]).is_empty()
}

fn at_least(percent: usize, found: usize, all: usize, of: &str) {
    assert!(found * 100 >= percent * all, "{found} of {all} {of}");
}

#[test]
fn scan_finds_97_of_100_leaks_also_of_the_spellings_held_back() {
    let (held, open): (Vec<_>, Vec<_>) = generator::leaks(7).into_iter().partition(generator::Leak::is_held_back);
    for (some, of) in [(held, "held back"), (open, "that rules were written with")] {
        let missed: Vec<&str> = some.iter().filter(|leak| !is_found(&leak.text)).map(|leak| leak.kind).collect();
        at_least(97, some.len() - missed.len(), some.len(), &format!("{of}, missed: {missed:?}"));
    }
    let written: Vec<&str> = LEAKING.lines().collect();
    at_least(97, written.iter().filter(|text| is_found(text)).count(), written.len(), "written by hand");
}

#[test]
fn scan_asks_about_at_most_one_harmless_text_in_100() {
    let written: Vec<&str> = HARMLESS.lines().collect();
    let asked: Vec<&&str> = written.iter().filter(|text| is_found(text)).collect();
    assert!(asked.len() * 100 <= written.len(), "{} of {}: {asked:?}", asked.len(), written.len());
    // The rate says something only about texts that are many, and not all alike.
    assert!(
        written.len() > 500 && written.iter().filter(|text| text.contains(|c: char| c.is_ascii_digit())).count() > 150
    );
}

/// The office with this list of wishes, verified. Headers: 许愿人, 社区, 年龄, 微心愿内容, 同意公开.
fn wishes(rows: &str) -> Office {
    let office = Office::new();
    office.write("w.csv", format!("许愿人,社区,年龄,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office
}

fn withheld(answer: &Value) -> Vec<&str> {
    answer["withheld"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn publish_reads_the_text_as_it_is_printed() {
    let office = wishes(
        "谢婉婷,榕荫社区,66,\"想要书桌，电话\n199\n0000\n3915\",是\n李四,榕荫社区,66,\"19900\n003915\",是\n\
         王五,榕荫社区,66,\"身份证449999\n19870312\n4518\",是\n赵六,榕荫社区,66,打199\u{E0001}0000\u{E0001}3915,是\n\
         钱七,榕荫社区,66,打199\u{FFF9}00003\u{2060}915,是\n孙八,榕荫社区,66,\"想要轮椅\n周末方便\",是\n",
    );
    let answer = office.json("publish");
    assert_eq!(withheld(&answer).len(), 5);
    let found = &answer["withheld"][1]["found"][0];
    assert_eq!((&found["what"], &found["words"]), (&json!("phone"), &json!("199****3915")));
    assert!(found["text"].as_str().unwrap().contains("【199****3915】"), "{found}");
    let public = office.read("publish/list.csv");
    assert!(public.contains("想要轮椅 周末方便") && !public.contains("3915"), "{public}");
    let wording = office.json_of("publish JH-W000006 --wording \"想要轮椅，打199\n0000\n3915\"", 1);
    assert_eq!(withheld(&wording), ["JH-W000006"], "other words are read likewise");
}

#[test]
fn place_that_tells_a_door_a_phone_or_a_person_is_refused_at_collecting() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,社区,年龄,微心愿内容,同意公开\n谢婉婷,榕荫社区3栋501,66,想要书桌,是\n李四,榕荫社区19900003915,66,想要米,是\n\
         王五,榕荫社区（王五家）,66,想要面,是\n赵六,榕荫社区,66,想要油,是\n",
    );
    let run = office.run("collect wishes w.csv --format json");
    let answer: Value = serde_json::from_str(&run.out).unwrap();
    let faults = answer["files"][0]["faults"].as_array().unwrap();
    let found: Vec<(&Value, &Value)> = faults.iter().map(|fault| (&fault["row"], &fault["code"])).collect();
    assert_eq!(
        found,
        [2, 3, 4].map(|row| (json!(row), json!("private_place"))).each_ref().map(|(row, code)| (row, code))
    );
    assert_eq!((&faults[0]["column"], answer["files"][0]["new"].as_u64()), (&json!("B"), Some(1)));
    assert!(!run.err.contains("19900003915"), "{run:#?}");
    office.ok("verify --all --pass");
    office.ok("publish");
    let public = office.read("publish/list.csv");
    assert!(public.contains("榕荫社区") && !public.contains("501") && !public.contains("王五家"), "{public}");
    // 三元里社区 and 五羊社区 are places, whatever their characters count.
    office.write(
        "x.csv",
        "许愿人,社区,微心愿内容\n甲一,三元里社区,一把伞\n乙二,五羊社区,一盏灯\n丙三,冼家庄社区,一张床\n",
    );
    assert_eq!(office.json("collect wishes x.csv")["files"][0]["new"], 3);
    // The place that --under makes is printed as well.
    office.write("y.csv", "许愿人,微心愿内容\n丁四,一把椅子\n");
    let refused = office.refuses("collect wishes y.csv --under 金花街道/榕荫19900003915社区", 3);
    refused.reports(&["199****3915", "只写到社区"]);
    assert_eq!(office.json("collect wishes y.csv --under 金花街道/新榕社区")["files"][0]["new"], 1);
}

#[test]
fn every_name_of_the_cell_is_looked_for_and_a_bare_double_surname_shows_one_character() {
    let office = wishes(
        "欧阳,榕荫社区,66,想要书一,是\n东方,榕荫社区,66,想要书二,是\n单于婷,榕荫社区,66,想要书三,是\n\
         谢婉婷、李子轩,榕荫社区,66,给李子轩买书桌,是\n李子轩（谢婉婷代）,榕荫社区,66,李子轩想要书包,是\n\
         ---,榕荫社区,66,想要 轮椅,是\n欧阳静,榕荫社区,66,想要书四,是\n\
         谢婉婷 李子轩,榕荫社区,66,子轩的书包旧了,是\n",
    );
    let answer = office.json("publish --k 1");
    assert_eq!(withheld(&answer), ["JH-W000004", "JH-W000005", "JH-W000008"]);
    let rows = office::table(&office.read("publish/list.csv"));
    let wishers: Vec<&str> = rows.iter().map(|row| row["许愿人"].as_str()).collect();
    assert_eq!(wishers, ["欧**", "东**", "单**", "", "欧阳**"]);
}

#[test]
fn names_that_the_file_knows_are_looked_for_and_everyday_words_are_not() {
    let office = Office::new();
    office.write("m.csv", "姓名,所在党组织\n梁丹彤,甲支部\n方便,甲支部\n高兴,甲支部\n");
    office.ok("collect members m.csv --new-orgs");
    office.write(
        "w.csv",
        "许愿人,社区,家庭住址,监护人姓名,年龄,微心愿内容,同意公开\n谢一,榕荫社区,中山路1号,,66,我们梁丹彤书记知道的,是\n\
         李二,榕荫社区,中山路2号,,66,周末方便，很高兴,是\n\
         冯三,榕荫社区,中山路3号,古丽娅,66,古丽娅说要一盏灯,是\n\
         莫四,榕荫社区,中山路4号,,66,想要一张床,是\n莫灵五,榕荫社区,中山路4号,,66,一把伞给莫四和我,是\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert_eq!(withheld(&answer), ["JH-W000001", "JH-W000003", "JH-W000005"]);
    assert_eq!(answer["withheld"][0]["found"][0]["words"], "梁丹彤");
}

#[test]
fn each_part_of_a_name_and_whoever_the_note_or_an_unknown_column_names_is_looked_for() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,社区,年龄,陪诊人,备注,微心愿内容,同意公开\n\
         阿珍（梁惠珍）,榕荫社区,66,,,惠珍想要老花镜,是\n\
         买买提·艾力,榕荫社区,66,,,艾力想学普通话,是\n\
         Amy Chan,榕荫社区,66,,,Amy 想学粤语,是\n\
         区三,榕荫社区,66,植秋雁,,希望植秋雁继续陪诊,是\n\
         莫四,榕荫社区,66,,联系人：谷展鹏,等展鹏放假装窗帘,是\n\
         冯五,榕荫社区,66,,,想要一张床,是\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert_eq!(withheld(&answer), ["JH-W000001", "JH-W000002", "JH-W000003", "JH-W000004", "JH-W000005"]);
    let exported = office.ok("export wishes").out;
    assert!(!exported.contains("植秋雁,") && exported.contains("想要一张床"), "{exported}");
}

#[test]
fn surname_that_few_wishes_of_a_community_have_is_not_shown() {
    let rows: String = (0..3).map(|at| format!("陈{at}一,榕荫社区,66,想要书桌{at},是\n")).collect();
    let office = wishes(&format!("{rows}陈四一,华林社区,66,想要雨伞,是\n司徒美,榕荫社区,66,想要台灯,是\n"));
    office.ok("publish");
    let wishers = |office: &Office| -> Vec<String> {
        office::table(&office.read("publish/list.csv")).iter().map(|row| row["许愿人"].clone()).collect()
    };
    assert_eq!(wishers(&office), ["陈**", "陈**", "陈**", "", ""]);
    assert!(office.read("publish/data.json").contains("\"k\":3"));
    office.ok("publish --k 4");
    assert_eq!(wishers(&office), [""; 5]);
    office.ok("publish --k 1");
    assert_eq!(wishers(&office), ["陈**", "陈**", "陈**", "陈**", "司徒**"]);
    office.refuses("publish --k 0", 2);
}

#[test]
fn content_cannot_pretend_a_state_in_the_wechat_list() {
    let office = wishes("谢一,榕荫社区,66,想要轮椅 | 已认领,是\n");
    office.ok("publish");
    let wechat = office.read("publish/wechat.txt");
    assert!(wechat.contains("想要轮椅 / 已认领") && !wechat.contains("| 已认领"), "{wechat}");
}

#[test]
fn export_and_show_mask_what_texts_tell_and_take_the_masks_back() {
    let office = Office::new();
    let content = "想要书桌打19900003915身份证449999198703124518住3栋501找陈秀兰阿姨";
    office.write(
        "w.csv",
        format!("许愿人,社区,年龄,联系电话,微心愿内容,备注,家属电话,同意公开\n谢婉婷,榕荫社区,66,19900003916,{content},家属19900000017,19900000018,是\n"),
    );
    office.ok("collect wishes w.csv");
    office.ok("export wishes --output e.csv");
    let exported = office.read("e.csv");
    office.ok("verify --export v.csv");
    let verified = office.read("v.csv");
    let shown = office.ok("show JH-W000001").out;
    for (of, text) in [("export", &exported), ("verify", &verified), ("show", &shown)] {
        for secret in ["19900003915", "19900000017", "19900000018", "449999198703124518", "3栋501", "陈秀兰"] {
            assert!(!text.contains(secret), "{of} tells {secret}: {text}");
        }
        assert!(text.contains("想要书桌打199****3915"), "{of}: {text}");
    }
    let again = office.json("collect wishes e.csv");
    assert_eq!(again["files"][0]["unchanged"], 1, "a mask stands for what is stored: {again}");
    office.ok("verify --all --pass");
    let revealed = office.ok("export wishes --reveal 核对").out;
    assert!(revealed.contains("想要书桌打19900003915") && revealed.contains("住3栋501找陈秀兰阿姨"), "{revealed}");
    assert!(revealed.contains("家属19900000017") && !revealed.contains("449999198703124518"), "{revealed}");
}

/// Form sites put the address of the machine behind each answer: it leaves masked, with nothing else taken for one.
#[test]
fn export_masks_addresses_of_the_network() {
    let office = Office::new();
    let head = "许愿人,社区,微心愿内容,同意公开,提交IP,备注";
    let rows = "伍艳,蟠虬社区,想要一把轮椅,是,113.66.12.34(广东广州),来自2408:8456:3010::1f\n\
                王刚,蟠虬社区,想要一张书桌,是,,12:30:45 送到，见第1.2.3节\n";
    office.write("w.csv", format!("{head}\n{rows}"));
    office.ok("collect wishes w.csv");
    let out = office.ok("export wishes").out;
    assert!(!out.contains("113.66") && !out.contains("8456"), "{out}");
    assert!(out.contains("12:30:45 送到，见第1.2.3节"), "{out}");
    assert!(office.ok("export wishes --reveal 核对").out.contains("113.66.12.34"));
}
