//! What is asked where a name on the command line may mean several, and how prompts look on a terminal.

use unicode_width::UnicodeWidthStr;

use crate::office::Office;
use crate::terminal::{DOWN, ESC, Session, UP, answered, shows_cursor};

const PLACES: &str = "属地\n荔湾区/龙津街道/文机社区\n荔湾区/沙面街道/文机社区\n";

/// Two members of one name, and a published wish.
fn namesakes() -> Office {
    let office = Office::new();
    office.write(
        "orgs.csv",
        "组织编码,单位党组织名称,组织类别\nO008,荔湾区税务局党委,单位\nO009,荔湾区图书馆党支部,单位\n",
    );
    office.write(
        "members.csv",
        "姓名,手机号,党员类型,所在党组织\n甲一,19900001001,在职,荔湾区税务局党委\n甲一,19900001002,在职,荔湾区图书馆党支部\n",
    );
    office.write("wishes.csv", "姓名,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,一张书桌,是\n");
    for line in [
        "collect orgs orgs.csv",
        "collect members members.csv",
        "collect wishes wishes.csv",
        "verify --all --pass",
        "publish",
    ] {
        office.ok(line);
    }
    office
}

#[test]
fn claim_by_namesake_asks_which_one_with_unit_and_masked_phone() {
    let office = namesakes();
    let before = office.file();
    office.refuses("claim take JH-W000001 --by 甲一", 3).reports(&["叫 甲一 的不止一位"]);
    let question = "甲一 有几个可能，是哪一个：";
    for keys in [ESC.to_owned(), format!("{UP}\n")] {
        let (output, code) = answered(&office, "claim take JH-W000001 --by 甲一", &[(question, &keys)]);
        assert_eq!((code, output.contains("请在姓名后加上单位或电话")), (3, true), "{output}");
        assert!(office.file() == before);
    }
    let keys = format!("{DOWN}\n");
    let (output, code) = answered(&office, "claim take JH-W000001 --by 甲一", &[(question, &keys)]);
    assert_eq!(code, 0, "{output}");
    for words in ["荔湾区税务局党委", "荔湾区图书馆党支部", "199****1001", "199****1002", "都不是"]
    {
        assert!(output.contains(words), "{words}: {output}");
    }
    assert!(!output.contains("19900001002"), "{output}");
    // The second: the first has claimed nothing.
    office.refuses("claim start JH-W000001 --by JH-M000001", 3);
    let (output, code) = answered(&office, "claim start JH-W000001 --by 甲一", &[(question, &keys)]);
    assert_eq!(code, 0, "{output}");
    office.ok("check");
}

#[test]
fn ambiguous_place_asks_which_one() {
    let office = Office::bare();
    office.ok("init --office 荔湾区 --code LW --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    office.write("places.csv", PLACES);
    office.ok("collect places places.csv");
    office.write("wishes.csv", "姓名,社区,微心愿内容\n甲一,龙津街道/文机社区,书桌\n乙二,沙面街道/文机社区,轮椅\n");
    office.ok("collect wishes wishes.csv");
    let before = office.file();
    let question = "文机社区 不止一处，是哪一处：";
    let second = format!("{DOWN}\n");
    // A command that reads, and one that changes.
    for line in ["verify --near-duplicates --place 文机社区", "collect wishes more.csv --under 文机社区"] {
        office.write("more.csv", "姓名,社区,微心愿内容\n丙三,文机社区,书包\n");
        office.refuses(line, 3).reports(&["龙津街道/文机社区"]);
        for keys in [ESC.to_owned(), format!("{UP}\n")] {
            let (output, code) = answered(&office, line, &[(question, &keys)]);
            assert_eq!((code, output.contains("请写出上级")), (3, true), "{output}");
        }
        assert!(office.file() == before);
        let (output, code) = answered(&office, line, &[(question, &second)]);
        assert_eq!(code, 0, "{output}");
    }
    let placed = office.export("wishes").iter().filter(|wish| wish["属地"] == "荔湾区/沙面街道/文机社区").count();
    assert_eq!(placed, 2);
    office.ok("check");
}

#[test]
fn long_choices_stay_within_the_terminal() {
    let office = Office::new();
    let long = "国家税务总局广州市荔湾区税务局第一税务所机关委员会第一联合党支部委员会";
    let orgs: String = (1..=30).map(|at| format!("O{at:03},{long}{at},单位\n")).collect();
    office.write("orgs.csv", format!("组织编码,单位党组织名称,组织类别\n{orgs}"));
    office.write("roster.csv", format!("姓名,手机号,党员类型,所在党组织\n甲一,19900001001,在职,{long}\n"));
    office.ok("collect orgs orgs.csv");
    office.ends("collect members roster.csv", 1);
    for columns in [60, 80] {
        let mut session = Session::new(&office, "alias pending --pick", (columns, 24));
        let drawn = session.sees(&["以后再说", "O001", "O009"]);
        // One key after the other: those that come before the program reads its terminal are written by that itself.
        for (key, chosen) in [(DOWN, "> O001"), (DOWN, "> O002"), (UP, "> O001")] {
            session.types(key);
            session.sees(&[chosen]);
        }
        session.types("税务");
        session.sees(&["税务|"]);
        session.types(ESC);
        let (output, code) = session.end();
        assert_eq!(code, 0, "{output}");
        assert!(shows_cursor(&output), "{output:?}");
        let prompt = output.split_once("是哪个组织？").unwrap().1.split_once("在终端用").unwrap().0;
        // As it was drawn first: a terminal writes keys by itself that come between two that the program reads.
        let rows = without_escapes(drawn.split_once("是哪个组织？").unwrap().1);
        let widest = rows.lines().skip(1).map(UnicodeWidthStr::width).max().unwrap();
        assert!(widest < usize::from(columns), "{widest}: {rows}");
        // Rows are cleared that were written before, and no others: each time a question, and ten choices at most.
        let up: usize = prompt
            .match_indices("\x1b[")
            .filter_map(|(at, _)| prompt[at + 2..].split_once('A')?.0.parse::<usize>().ok())
            .max()
            .unwrap();
        assert_eq!(up, 11, "{prompt:?}");
    }
}

/// A terminal's text without what moves its cursor or changes its looks.
fn without_escapes(written: &str) -> String {
    let written = written.replace('\r', "");
    let mut parts = written.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.trim_start_matches(|c: char| c.is_ascii_digit() || "?;".contains(c)).get(1..).unwrap_or_default()
    })
}

#[test]
fn number_of_no_need_is_refused_before_any_question() {
    let office = Office::published();
    for line in
        ["claim take 99号", "claim join 99号", "claim take 1号 99号", "claim release 99号 --reason 甲 --by 张伟"]
    {
        let (output, code) = answered(&office, line, &[]);
        assert_eq!(code, 3, "{output}");
        assert!(
            output.contains("99号") && !output.contains("谁来认领") && !output.contains("哪一个"),
            "{line}: {output}"
        );
    }
    // Negative control: what is there is asked about.
    let (output, code) = answered(&office, "claim take 1号", &[("谁来认领", "李梅\n")]);
    assert_eq!(code, 0, "{output}");
}
