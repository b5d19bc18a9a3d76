//! `claim wechat`: words that look like a clear claim and are none, and clear ones that look like something else.

use crate::office::Office;

/// An office with 税务局, two members of it, one of 图书馆, and eight wishes on the wall.
fn office() -> Office {
    let office = Office::new();
    office.write(
        "orgs.csv",
        "单位党组织名称,简称,组织类别\n税务局机关党委,税务局,单位党组织\n图书馆党支部,图书馆,单位党组织\n",
    );
    office.ok("collect orgs orgs.csv --under 荔湾区");
    office.write(
        "members.csv",
        "姓名,党员类别,所在党组织\n李梅,在职党员,税务局机关党委\n伍艳,在职党员,税务局机关党委\n陆双喜,在职党员,图书馆党支部\n\
         阿依古丽·买买提,在职党员,图书馆党支部\n",
    );
    office.ok("collect members members.csv");
    let wishes: String = (1..=40).map(|at| format!("希望有书桌{at},陈{at}阿伯,蟠虬社区,1,是\n")).collect();
    office.write("wishes.csv", format!("微心愿内容,许愿人,社区,数量,是否同意公开\n{wishes}"));
    office.ok("collect wishes wishes.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office
}

/// Number, certainty and quantity of each proposal.
fn proposed(office: &Office, chat: &str) -> Vec<(u64, String, Option<u64>)> {
    office.write("chat.txt", chat);
    let document = office.json("claim wechat chat.txt");
    let one = |one: &serde_json::Value| {
        let certainty = one["certainty"].as_str().unwrap().to_owned();
        (one["number"].as_u64().unwrap_or(0), certainty, one["quantity"].as_u64())
    };
    document["proposals"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn clear_claims_in_other_words_are_sure() {
    let office = office();
    for (chat, numbers) in [
        ("伍艳：我和李梅合领9号", &[9][..]),
        ("李梅：贰拾壹号", &[21]),
        ("伍艳：伍号、拾贰号", &[5, 12]),
        ("李梅：叁至伍号", &[3, 4, 5]),
        ("陆双喜 陆号", &[6]),
        ("李梅：谢谢街坊，17号交给我", &[17]),
        ("李梅：24号。祝大家劳动节快乐！", &[24]),
        ("李梅：各位早，5号留给我", &[5]),
        ("李梅：一八号", &[18]),
        ("阿依古丽•买买提 8号", &[8]),
    ] {
        let sure: Vec<u64> =
            proposed(&office, chat).into_iter().filter(|(_, word, _)| word == "sure").map(|(one, ..)| one).collect();
        assert_eq!(sure, numbers, "{chat}");
    }
    assert_eq!(proposed(&office, "李梅：算我一个，7号"), [(7, "sure".to_owned(), None)]);
}

#[test]
fn words_with_another_reading_are_asked_about() {
    let office = office();
    for chat in [
        "李梅：税务局认领19号",
        "陆双喜：图书馆党支部认领19号",
        "18号 李梅 18号 伍艳",
        "李梅：税务支部认领19号",
        "陆双喜：本馆工会认领19号",
        "李梅：5号6号都可以",
        "李梅：7号收到，8号也收到",
        "谢谢伍艳认领9号",
    ] {
        let found = proposed(&office, chat);
        assert!(found.iter().all(|(_, word, _)| word == "doubtful"), "{chat}: {found:?}");
    }
}
