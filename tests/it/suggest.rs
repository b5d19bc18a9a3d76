//! `claim suggest`: who could take on what, as an office sees it. That the answer is the best there is, is tested next to
//! `matching`.

use serde_json::{Value, json};

use crate::office::Office;

/// Two communities of one street and one of another, with people and wishes in each; nobody has claimed yet.
fn office() -> Office {
    let mut office = Office::bare();
    office.day = "2021-05-01";
    office.ok("init --office 荔湾区 --code LW --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    office.write(
        "orgs.csv",
        "组织编码,单位党组织名称,组织类别,报到镇街\nO1,区税务局党委,单位党组织,金花街道\nO2,区图书馆党支部,单位党组织,龙津街道\n",
    );
    office.write(
        "members.csv",
        "编号,姓名,党员类别,所在党组织,社区,特长\n\
         M1,何静,在职党员,区税务局党委,金花街道/蟠虬社区,电工\n\
         M2,林森,在职党员,区税务局党委,金花街道/蟠虬社区,\n\
         M3,郑军,在职党员,区图书馆党支部,金花街道/桃源社区,\n\
         M4,伍艳,在职党员,区图书馆党支部,龙津街道/华林社区,\n\
         M5,梁咏,离退休党员,区图书馆党支部,龙津街道/华林社区,\n",
    );
    office.write(
        "wishes.csv",
        "编号,微心愿内容,许愿人,社区,数量,是否同意公开,征集时间\n\
         W1,希望更换灯泡,伍阿婆,金花街道/蟠虬社区,1,是,2021-04-20\n\
         W2,想要一床棉被,何阿伯,金花街道/蟠虬社区,1,是,2021-04-21\n\
         W3,想要一台收音机,区阿婆,龙津街道/华林社区,1,是,2021-04-22\n",
    );
    office.ok("collect orgs orgs.csv");
    office.ok("collect members members.csv");
    office.ok("collect wishes wishes.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office
}

/// The needs, each with the codes of its people.
fn offered(document: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let suggestions = document["suggestions"].as_array().unwrap().iter();
    let mut offered: Vec<(String, Vec<String>)> = suggestions
        .map(|one| {
            let people = one["claimants"].as_array().unwrap().iter().map(|who| text(&who["code"])).collect();
            (text(&one["need"]), people)
        })
        .collect();
    offered.sort();
    offered
}

fn pairs(pairs: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    pairs
        .iter()
        .map(|(need, people)| ((*need).to_owned(), people.iter().map(|one| (*one).to_owned()).collect()))
        .collect()
}

#[test]
fn nearest_needs_go_to_people_who_fit_and_the_answer_says_that_nothing_is_better() {
    let office = office();
    let document = office.json("claim suggest");
    assert_eq!(offered(&document), pairs(&[("W1", &["M1"]), ("W2", &["M2"]), ("W3", &["M4"])]));
    assert_eq!(document["people"], 4);
    assert_eq!(document["met"], 3);
    assert_eq!(document["proved"], true);
    assert_eq!(document["cost"], document["bound"]);
    assert_eq!(document["cost"]["distance"], 0);
    assert_eq!(document["left_out"], json!([{"reason": "scarce", "count": 1}]));
    let file = office.file();
    let table = office.ok("claim suggest");
    assert!(table.out.contains("同社区") && table.out.contains("维修"), "{}", table.out);
    assert!(table.err.contains("待认领的不够"), "{}", table.err);
    assert_eq!(office.file(), file);
}

#[test]
fn fewer_needs_than_people_make_fair_groups() {
    let document = office().json("claim suggest --max-group 2");
    assert_eq!(document["met"], 4);
    let mut sizes: Vec<usize> = offered(&document).iter().map(|(_, people)| people.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 2]);
    assert_eq!(document["left_out"], json!([]));
}

#[test]
fn place_bounds_people_and_needs() {
    let document = office().json("claim suggest --place 龙津街道");
    assert_eq!(offered(&document), pairs(&[("W3", &["M4"])]));
    office().refuses("claim suggest --place 某某街道", 3);
}

#[test]
fn need_that_asks_for_a_trade_may_be_kept_for_those_who_have_it() {
    let office = office();
    office.ok("claim take W2 --by M1");
    let any = office.json("claim suggest --place 金花街道");
    assert_eq!(offered(&any), pairs(&[("W1", &["M2"])]));
    let fitting = office.json("claim suggest --place 金花街道 --must-fit");
    assert_eq!(offered(&fitting), Vec::new());
    assert_eq!(fitting["left_out"], json!([{"reason": "no_fit", "count": 2}]));
    office.write("trades.toml", "[[trade]]\nname = \"棉被\"\nskills = [\"裁缝\"]\nneeds = [\"灯泡\"]\n");
    office.ok("claim suggest --must-fit --trades trades.toml");
    office.write("trades.toml", "[[trade]]\nnam = 1\n");
    office.refuses("claim suggest --trades trades.toml", 3);
    office.refuses("claim suggest --trades missing.toml", 3);
}

#[test]
fn what_somebody_gave_back_is_not_suggested_again() {
    let office = office();
    office.ok("claim take W3 --by M4");
    office.ok("claim release W3 --reason 出差");
    let document = office.json("claim suggest --place 龙津街道");
    assert_eq!(offered(&document), Vec::new());
    assert_eq!(document["left_out"], json!([{"reason": "given_back", "count": 1}]));
}

#[test]
fn what_somebody_gave_back_goes_to_who_has_nothing_yet() {
    let office = office();
    let before = office.json("claim suggest");
    let first = before["suggestions"][0].clone();
    let (need, who) = (first["need"].as_str().unwrap(), first["claimants"][0]["code"].as_str().unwrap());
    office.ok(&format!("claim take {need} --by {who}"));
    office.ok(&format!("claim release {need} --reason 出差"));
    let after = office.json("claim suggest");
    assert_eq!([&after["offered"], &after["left_out"]], [&before["offered"], &before["left_out"]], "{after}");
    let of_need = after["suggestions"].as_array().unwrap().iter().find(|one| one["need"] == need).unwrap();
    assert_ne!(of_need["claimants"][0]["code"], who);
    let is_proved = after["cost"] == after["bound"];
    assert_eq!(after["proved"], is_proved);
}

#[test]
fn suggestions_are_taken_in_one_entry_or_come_back_as_a_list() {
    let office = office();
    office.ok("claim suggest --output offer.csv");
    let entries = office.entries();
    let taken = office.json("claim suggest --take --dry-run");
    assert_eq!(taken["claims"].as_array().unwrap().len(), 3);
    assert_eq!(office.entries(), entries);
    let offer = office.read("offer.csv");
    let decided: String = offer
        .lines()
        .enumerate()
        .map(|(at, line)| if at == 1 { format!("{line}认领\r\n") } else { format!("{line}\r\n") })
        .collect();
    office.write("decided.csv", decided);
    office.ok("claim import decided.csv");
    assert_eq!(office.export("claims").len(), 1);
    let taken = office.json("claim suggest --take");
    assert_eq!(taken["claims"].as_array().unwrap().len(), 2);
    assert_eq!(office.entries(), entries + 2);
    assert_eq!(office.json("claim suggest --take")["entry"], Value::Null);
}

#[test]
fn organisations_are_matched_with_projects_and_without_a_quota_nothing_is() {
    let office = office();
    office
        .write("projects.csv", "编号,项目名称,社区\nP1,加装扶手,金花街道/蟠虬社区\nP2,旧楼宇外墙,龙津街道/华林社区\n");
    office.ok("collect projects projects.csv");
    office.ok("verify --all --pass");
    office.ok("publish --consent 项目公开");
    let document = office.json("claim suggest --for orgs");
    assert_eq!(offered(&document), pairs(&[("P1", &["O1"]), ("P2", &["O2"])]));
    let bare = Office::bare();
    bare.ok("init --office 荔湾区 --code LW");
    bare.refuses("claim suggest", 3);
}
