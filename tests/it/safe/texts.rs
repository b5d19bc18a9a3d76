//! What texts give away: children by what they tell, buildings, names, and where one rule holds for several commands.

use serde_json::{Value, json};

use crate::office::Office;

/// The office with these wishes, of different people, verified; the form asked for consent where the last cell is blank.
fn wishes(texts: &[&str], consent: &str) -> Office {
    let office = Office::new();
    let rows: String = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            format!("潘苑{},蟠虬社区,1990000{:04},{text},{consent}\n", ["楠", "莹", "珩"][at % 3], 2000 + at)
        })
        .collect();
    office.write("w.csv", format!("许愿人,社区,联系电话,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv --consent 征集表上写明公开");
    office.ok("verify --all --pass");
    office
}

/// The texts that publishing withholds, with why.
fn withheld<'t>(office: &Office, texts: &[&'t str]) -> Vec<(&'t str, Value)> {
    let answer = office.json("publish --k 1");
    let refused = answer["withheld"].as_array().unwrap().iter();
    let at = |code: &Value| code.as_str().unwrap()["JH-W".len()..].parse::<usize>().unwrap() - 1;
    refused.map(|one| (texts[at(&one["code"])], one["why"].clone())).collect()
}

#[test]
fn wish_that_a_child_tells_wants_a_yes_of_its_own_and_a_grown_ups_does_not() {
    let children = [
        "我的校服小了，想要一套新的",
        "我想过六一儿童节有一份礼物",
        "妈妈说我考得好就买滑板",
        "我上学路远，想要一把雨伞",
        "我跟外婆住，没人教我做功课",
        "我快小升初了，想要一套练习册",
        "我今年8岁，想要一本画册",
        "我女儿今年8岁，想要一块画板",
        "我女儿上三年级，想要一张书桌",
        "我个女读中三，想要一盏台灯",
        "我长大后想当医生，想要一本人体图册",
    ];
    let grown_ups = [
        "六一儿童节想给社区的孩子办一场游园会",
        "我只读过三年级，想学认字",
        "我住在小学旁边，上课铃太吵",
        "我晚上学唱歌，想要一支话筒",
        "作为家长，希望有人辅导作业",
        "我当了三十年班主任，想和同学们聚一聚",
        "我爸爸今年82岁，想要一张护理床",
    ];
    let texts: Vec<&str> = children.into_iter().chain(grown_ups).collect();
    let office = wishes(&texts, "");
    let expected: Vec<(&str, Value)> = children.iter().map(|text| (*text, json!("child_wants_consent"))).collect();
    assert_eq!(withheld(&office, &texts), expected);
}

#[test]
fn building_alone_is_asked_about_as_a_home_and_not_as_everybodys() {
    let homes = ["住12栋，想要一把椅子", "家在8栋，求一盏台灯", "我们12栋的电梯坏了", "我屋企喺C座，要个风扇"];
    let public = ["12栋楼下的路灯坏了", "3号楼门禁坏了", "5座电梯口的灯不亮", "12栋需要加装电梯", "6栋楼道灯不亮"];
    let accounts = ["想找人下棋，VX幺九九同手机"];
    let texts: Vec<&str> = homes.into_iter().chain(public).chain(accounts).collect();
    let office = wishes(&texts, "是");
    let expected: Vec<(&str, Value)> =
        homes.iter().chain(&accounts).map(|text| (*text, json!("private_text"))).collect();
    assert_eq!(withheld(&office, &texts), expected);
}

/// Who takes something in is named behind a kinship, whatever the characters of the name.
#[test]
fn name_of_whoever_takes_something_in_is_masked_in_what_claims_tell() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    let answer = "送到家，女儿谭咏珈收，孙子罗梓珈转交";
    let done = office.ok(&format!("claim complete 1号 --on 2021-05-02 --note {answer} --format json")).out;
    let shown = office.ok("show 1号 --format json").out;
    let log = office.ok("log 9 --format json").out + &office.ok("export claims").out;
    for (of, answer) in [("complete", done), ("show", shown), ("log", log)] {
        for name in ["谭咏珈", "罗梓珈"] {
            assert!(!answer.contains(name), "{of}: {answer}");
        }
    }
    assert!(office.ok("export claims --reveal 核对").out.contains(answer));
}

/// A name of two characters counts where it stands alone, for the pack as for its check.
#[test]
fn pack_that_was_just_published_passes_its_check_whoever_the_file_knows() {
    let texts = ["想要说明符书写的本子", "想要一本高能课本", "梁丹想要的伞", "想要一把椅子，谢谢梁丹"];
    let office = Office::new();
    office.write("m.csv", "姓名,所在党组织\n符书,甲支部\n高能,甲支部\n能课,甲支部\n梁丹,甲支部\n");
    office.ok("collect members m.csv --new-orgs");
    let rows: String = texts.iter().map(|text| format!("潘苑楠,蟠虬社区,19900002000,{text},是\n")).collect();
    office.write("w.csv", format!("许愿人,社区,联系电话,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert!(answer["published"].as_array().is_some_and(|shown| shown.len() >= 2), "{answer:#}");
    assert!(answer["withheld"].as_array().is_some_and(|held| !held.is_empty()), "{answer:#}");
    assert_eq!(office.json("publish --check publish")["findings"], json!([]));
    // By hand: the check still knows the name.
    let page = office.read("publish/wechat.txt");
    office.write("publish/wechat.txt", page + "\n请交给：符书\n");
    let found = office.json_of("publish --check publish", 1);
    assert!(found["findings"].as_array().unwrap().iter().any(|one| one["what"] == "person_name"), "{found:#}");
}

/// Whoever stands in an unknown column is looked for in every text, by publishing and by the check of its pack.
#[test]
fn name_of_an_unknown_column_is_looked_for_by_publishing_and_by_the_check() {
    let office = Office::new();
    let rows = "潘苑楠,蟠虬社区,19900002000,想要一把椅子,是,展翼舟\n潘苑莹,蟠虬社区,19900002001,想请展翼舟教书法,是,常年在外\n\
                潘苑珩,蟠虬社区,19900002002,子女常年在外想有人陪,是,\n";
    office.write("w.csv", format!("许愿人,社区,联系电话,微心愿内容,同意公开,家属\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let held = office.json("publish")["withheld"].clone();
    assert_eq!(held.as_array().map(Vec::len), Some(1), "{held:#}");
    assert_eq!((&held[0]["code"], &held[0]["why"]), (&json!("JH-W000002"), &json!("private_text")));
    assert_eq!(office.json("publish --check publish")["findings"], json!([]));
    // By hand: a list says later who 展翼帆 is.
    let page = office.read("publish/wechat.txt");
    office.write("publish/wechat.txt", page + "\n多谢展翼帆帮忙\n");
    let of_people =
        |found: &Value| found["findings"].as_array().unwrap().iter().filter(|one| one["what"] == "person_name").count();
    let before = of_people(&office.json_of("publish --check publish", 1));
    office.write(
        "w2.csv",
        "许愿人,社区,联系电话,微心愿内容,同意公开,户主\n潘苑琴,蟠虬社区,19900002009,想要一盏灯,是,展翼帆\n",
    );
    office.ok("collect wishes w2.csv");
    assert_eq!(of_people(&office.json_of("publish --check publish", 1)), before + 1);
}

#[test]
fn names_of_offices_campaigns_and_titles_tell_no_number_and_no_door() {
    let office = Office::bare();
    let days = "--from 2021-01-01 --until 2021-12-31";
    for path in ["荔湾区/金花街道3栋501", "荔湾区/金花19900003915街道"] {
        let run = office.ends(&format!("init --office {path} --code JH"), 3);
        assert!(!run.err.contains("19900003915") && !office.has("shuangwei.db"), "{run:#?}");
    }
    for name in ["找我19900003915", "蟠虬里12号301房行动", "加微信abc_12345"] {
        let run = office.ends(&format!("init --office 荔湾区/金花街道 --code JH --campaign {name} {days}"), 2);
        assert!(run.err.contains("活动期的名称") && !run.err.contains("19900003915"), "{run:#?}");
    }
    office.ok(&format!("init --office 荔湾区/金花街道 --code JH --campaign 2021年第3期 {days}"));
    let run = office.refuses("campaign add 找我19900003915 --from 2022-01-01 --until 2022-12-31", 2);
    assert!(run.err.contains("活动期的名称") && !run.err.contains("19900003915"), "{run:#?}");
    office.ok("campaign add 2022下半年（二） --from 2022-07-01 --until 2022-12-31");
    // A title is looked through for the names that the file knows, as a text is.
    office.write("m.csv", "姓名,所在党组织\n梁丹彤,甲支部\n");
    office.ok("collect members m.csv --new-orgs");
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n潘苑楠,蟠虬社区,一把伞,是\n");
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.refuses("publish --title 我们梁丹彤书记的心愿墙", 2).reports(&["--title"]);
    office.write("publish.toml", "title = \"我们梁丹彤书记的心愿墙\"\n");
    office.refuses("publish", 3).reports(&["publish.toml"]);
    office.write("publish.toml", "title = \"金花街道心愿墙\"\n");
    office.ok("publish");
}

/// A list of thousands says of each refusal what still hangs, as a list of one row does.
#[test]
fn refusals_in_a_list_of_thousands_name_what_still_hangs_on_the_wall() {
    let office = Office::new();
    let header = "许愿人,社区,联系电话,微心愿内容,同意公开\n";
    office.write("w.csv", format!("{header}谢婉婷,蟠虬社区,19900003915,想要一盆花,是\n"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    let others: String = (0..6000).map(|at| format!("潘苑楠,蟠虬社区,1991{at:07},想要第{at}本书,否\n")).collect();
    office.write("n.csv", format!("{header}{others}谢婉婷,蟠虬社区,19900003915,想要一大盆花,否\n"));
    let printed = office.ok("collect wishes n.csv").err;
    let still: Vec<&str> = printed.lines().filter(|line| line.contains("还在墙上")).collect();
    assert!(still.len() == 1 && still[0].contains("E6002") && still[0].contains("JH-W000001"), "{still:#?}");
}

#[test]
fn names_in_columns_of_relatives_and_carers_are_no_words_for_the_wall() {
    let office = Office::new();
    let headers = [
        "家属",
        "家人",
        "老伴",
        "儿子",
        "孙女",
        "户主",
        "紧急联系",
        "联络人",
        "同住人",
        "网格员",
        "帮扶人",
        "志愿者",
        "受益人",
    ];
    let rows = headers.iter().enumerate().map(|(at, _)| {
        let cells: Vec<&str> = (0..headers.len()).map(|column| if column == at { "展翼舟" } else { "" }).collect();
        format!("A{at},梁炳坤,蟠虬社区,70,想要展翼舟学的那种琴{at},是,{}\n", cells.join(","))
    });
    let rows: String = rows.collect();
    let header = format!("编号,许愿人,社区,年龄,微心愿内容,同意公开,{},护理\n", headers.join(","));
    let harmless = format!("B1,梁炳坤,蟠虬社区,70,一级护理床一张,是,{}一级护理\n", ",".repeat(headers.len()));
    office.write("w.csv", header + &rows.replace('\n', ",\n") + &harmless);
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert_eq!(answer["published"], json!([{"code": "B1", "number": 1}]), "{answer}");
    assert!(answer["withheld"].as_array().unwrap().iter().all(|one| one["found"][0]["what"] == "person_name"));
}
