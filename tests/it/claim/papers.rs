//! The papers of claims: letters of intent, and what a claimant has done so far.

use crate::office::Office;
use crate::workbook::parts_of;

/// The text of a document's body.
fn body(office: &Office, name: &str) -> String {
    let parts = parts_of(&std::fs::read(office.path(name)).unwrap());
    let (_, bytes) = parts.into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The office, 1号 claimed by a member and the project by two organisations.
fn claimed() -> Office {
    claimed_of(Office::published())
}

fn claimed_of(office: Office) -> Office {
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 9号 --by 区税务局,区图书馆 --on 2021-05-02 --deadline 2021-11-30");
    office
}

#[test]
fn letter_has_both_parties_on_the_page_and_in_the_document() {
    let office = claimed();
    office.refuses("claim letter 9号 -o letter.html", 0).reports(&["1 份", "letter.html"]);
    office.ok("claim letter 9号 -o letter.docx");
    for text in [office.read("letter.html"), body(&office, "letter.docx")] {
        for printed in [
            "编号：JH-C000002",
            "甲方（需求方）：金花街道蟠虬社区",
            "乙方（认领方）：区税务局党委、区图书馆党支部",
            "扶您上下楼",
            "为没有电梯的居民楼加装楼梯扶手",
            "50000元",
            "2021年5月2日",
            "2021年11月30日",
            "联系人：谢红",
            "199****2001",
            "乙方（盖章）：",
        ] {
            assert!(text.contains(printed), "{printed}: {text}");
        }
        assert!(!text.contains("19900002001"), "{text}");
    }
    let page = office.read("letter.html");
    assert!(page.contains("Content-Security-Policy") && !page.contains("<script"), "{page}");
    assert_eq!(office.ok("claim letter 9号 -o - --quiet").out, page);
    office.refuses("claim letter 9号 -o letter.html", 3).reports(&["letter.html", "--force"]);
    office.ok("claim letter 9号 -o letter.html --force");
    office.ok("claim milestone 9号 letter --on 2021-05-03 --exchanged 2021-05-04");
    office.ok("claim letter 9号 -o letter.html --force");
    for printed in ["日期：2021年5月3日", "<th scope=\"row\">交换日期</th><td>2021年5月4日"] {
        assert!(office.read("letter.html").contains(printed), "{printed}");
    }
}

#[test]
fn wisher_of_a_letter_is_called_as_on_the_wall_unless_revealed() {
    let office = claimed();
    // The wall shows no surname of which there is only one in the community; nor does the letter.
    office.ok("claim letter 1号 -o hidden.html");
    let (page, wall) = (office.read("hidden.html"), office.read("publish/list.csv"));
    assert!(!wall.contains("伍**") && !page.contains("伍") && page.contains("李梅（区税务局）"), "{page}");
    office.ok("publish --k 1");
    office.ok("claim letter 1号 -o letter.html");
    let (page, wall) = (office.read("letter.html"), office.read("publish/list.csv"));
    assert!(wall.contains("伍**") && page.contains("伍**") && page.contains("李梅（区税务局）"), "{page}");
    for private in ["伍峰", "19900003001", "光明路", "19900001003"] {
        assert!(!page.contains(private), "{private}: {page}");
    }
    let entries = office.entries();
    office.refuses("claim letter 1号 -o revealed.html --reveal \" \"", 2).reports(&["--reveal"]);
    office.ok("claim letter 1号 -o revealed.html --reveal 上门联系");
    let page = office.read("revealed.html");
    for printed in ["伍峰", "19900003001", "光明路12号301房", "19900001003"] {
        assert!(page.contains(printed), "{printed}: {page}");
    }
    assert_eq!(office.entries(), entries + 1);
    office.ok("log --limit 1").answers(&["写认领意向书（含电话住址）"]);
    office.ends("undo", 3);
}

#[test]
fn letters_of_a_ceremony_are_those_that_nobody_has_signed() {
    let office = claimed();
    office.ok("claim take 2号 --by 陈刚 --on 2021-05-01");
    office.ok("claim take 3号 --by 何静 --on 2021-05-01");
    office.ok("claim complete 3号 --on 2021-05-20");
    let codes = |line: &str| -> Vec<String> {
        let page = office.ok(&format!("claim letter {line} -o - --quiet")).out;
        let codes = page.split("<p class=\"subtitle\">编号：").skip(1);
        codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    };
    assert_eq!(codes("--all"), ["JH-C000001", "JH-C000002", "JH-C000003"]);
    assert_eq!(codes("--place 蟠虬社区"), ["JH-C000001", "JH-C000002"]);
    assert_eq!(codes("--place 蟠虬社区 --kind project"), ["JH-C000002"]);
    assert_eq!(codes("--by 陈刚"), ["JH-C000003"]);
    assert_eq!(codes("3号 1号"), ["JH-C000004", "JH-C000001"]);
    office.ok("claim milestone 9号 letter --on 2021-05-03");
    office.refuses("claim letter --all -o all.html", 0).reports(&["2 份", "1 份已签意向书"]);
    office.refuses("claim letter --place 龙源社区 -o none.html", 0).reports(&["没有待签"]);
    assert!(!office.has("none.html"));
    office.ok("claim release 1号 --reason 病");
    office.refuses("claim letter JH-C000001 -o x.html", 3).reports(&["JH-C000001", "主动退领"]);
    office.refuses("claim letter 1号 -o x.pdf", 2).reports(&[".docx"]);
    office.refuses("claim letter 1号", 2).reports(&["--output"]);
    office.refuses("claim letter -o x.html", 2);
    office.refuses("claim letter 9号 --all -o x.html", 2);
    office.refuses("claim letter 99号 -o x.html", 3);
    office.refuses("claim letter 9号 -o shuangwei.db --force", 2);
    office.refuses("claim card 李梅 -o shuangwei.db.backups/x.html", 3);
}

#[test]
fn card_has_every_claim_and_what_came_of_it() {
    let office = claimed();
    office.ok("claim complete 1号 --on 2021-05-20 --note 书桌已送到家，找19900003001 --cost 300");
    office.ok("claim confirm 1号 --satisfaction 5 --note 很喜欢");
    office.ok("claim take 2号 --by 李梅,陈刚 --on 2021-05-04");
    office.ok("claim release 2号 --by 李梅 --reason 住院 --on 2021-05-06");
    office.ok("claim take 3号 --by 李梅 --on 2021-05-05");
    office.ok("claim release 3号 --reason 没有时间 --on 2021-05-07");
    office.ok("claim take 4号 --by 李梅,何静 --on 2021-05-08");
    office.ok("claim card 李梅 -o card.html");
    let page = office.read("card.html");
    let row = |number: &str| page.lines().find(|line| line.contains(&format!("<td>{number}"))).unwrap().to_owned();
    for (number, printed) in [
        ("1号", ["2021-05-01", "牵头", "已确认", "2021-05-20 办结；书桌已送到家，找199****3001；满意度 5；很喜欢"]),
        ("2号", ["2021-05-04", "牵头", "退出", "2021-05-06 退出；住院"]),
        ("3号", ["2021-05-05", "牵头", "主动退领", "2021-05-07 退出；没有时间"]),
        ("4号", ["2021-05-08", "牵头", "认领中", "<td></td>"]),
    ] {
        printed.iter().for_each(|printed| assert!(row(number).contains(printed), "{printed}: {}", row(number)));
    }
    for printed in ["认领 4 件，已办成 1 件，在办 1 件", "区税务局", "蟠虬社区", "199****1003", "在职"]
    {
        assert!(page.contains(printed), "{printed}: {page}");
    }
    office.ok("claim card 李梅,区税务局,O3 -o cards.docx");
    let text = body(&office, "cards.docx");
    assert_eq!(text.matches("服务记录").count(), 3);
    assert!(text.contains("认领 1 件，已办成 0 件，在办 1 件") && text.contains("还没有认领记录"), "{text}");
    office.ok("claim card 李梅 -o revealed.html --reveal 核对");
    assert!(
        office.read("revealed.html").contains("19900001003") && office.read("revealed.html").contains("找19900003001")
    );
    office.refuses("claim card 张伟 -o x.html", 3).reports(&["JH-M000001"]);
    office.refuses("claim card 没有这人 -o x.html", 3);
    office.refuses("claim card -o x.html", 2);
}

#[test]
fn papers_of_an_english_office_are_english() {
    let office = Office::speaking("en").filled();
    office.ok("publish --today 2021-04-15");
    let office = claimed_of(office);
    office.ok("claim letter 9号 -o letter.html");
    for printed in ["Letter of intent", "Party A, who needs it: 蟠虬社区, 金花街道", "2 May 2021", "Party B (seal):"]
    {
        assert!(office.read("letter.html").contains(printed), "{printed}: {}", office.read("letter.html"));
    }
    office.ok("claim card 李梅 -o card.html");
    assert!(office.read("card.html").contains("1 claimed, 0 done, 1 being done"));
}

#[test]
fn office_puts_its_own_words_on_the_papers_of_claims() {
    let office = claimed();
    office.ok("publish --templates templates");
    assert!(office.read("templates/claim-letter.zh.txt").contains("{{ names }}"));
    office.write("templates/claim-letter.zh.txt", "# 结对书\n{{ names }}认领<b>{{ number }}</b>。\n");
    office.ok("claim letter 9号 -o letter.html");
    assert!(office.read("letter.html").contains("<p>区税务局党委、区图书馆党支部认领&lt;b&gt;9号&lt;"));
    office.write("templates/claim-letter.zh.txt", "# 结对书\n{{ name }}认领。\n");
    office.ends("claim letter 9号 -o letter.html --force", 1).reports(&["claim-letter.zh.txt", "第 2 行"]);
    assert!(office.read("letter.html").contains("认领意向书"));
}
