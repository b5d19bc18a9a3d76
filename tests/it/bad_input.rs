//! Bad input, in both languages: what happened, to what, and what to do; nothing is changed. The messages are stored in
//! `tests/transcripts/bad-input-*.txt`, which are read in review. `UPDATE_TRANSCRIPTS=1` rewrites them.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::office::{self, Office};

/// Lists that cannot be read, or whose rows cannot.
fn lists(office: &Office) {
    fs::create_dir(office.path("文件夹")).unwrap();
    office.write("空.csv", "");
    office.write("只有表头.csv", "姓名,社区,微心愿内容\n");
    office.write("只有合计.csv", "姓名,社区,微心愿内容\n合计,,\n注：无,,\n");
    office.write("没有表头.csv", "甲一,蟠虬社区,一张书桌\n乙二,锦龙社区,一把轮椅\n");
    office.write("缺列.csv", "姓名,社区,联系电话\n甲一,蟠虬社区,19900003001\n");
    for list in ["members-roster.xlsx", "wishes-longjin.xls"] {
        office.take_list(list);
        let bytes = fs::read(office.path(list)).unwrap();
        office.write(&format!("半截-{list}"), &bytes[..bytes.len() / 2]);
    }
    office.write("压缩.csv", b"PK\x03\x04\x14\0\0\0\x08\0whatever");
    office.write("乱码.csv", (0..=255u8).cycle().take(900).map(|byte| byte.wrapping_mul(73)).collect::<Vec<_>>());
    office.write("latin1.csv", b"name,content\ncaf\xE9 au lait,ni\xF1o\nSe\xF1or,\xE0 la carte\n");
    office.write(
        "引号.csv",
        "姓名,社区,微心愿内容\n甲一,蟠虬社区,一张书桌\n乙二,蟠虬社区,\"一把轮椅\n丙三,蟠虬社区,书\n",
    );
    office.write("短长.csv", "姓名,社区,微心愿内容,联系电话\n甲一,蟠虬社区\n乙二,蟠虬社区,一把轮椅,,多,余\n");
    office.write("空字节.csv", b"\xE5\xA7\x93\xE5\x90\x8D,content,community\n\xE7\x94\xB2\0\xE4\xB8\x80,desk,\xE8\x9F\xA0\xE8\x99\xAC\xE7\xA4\xBE\xE5\x8C\xBA\n");
    office.write("花名册.csv", office::members());
    office.write("重名.csv", "姓名,属地,微心愿内容\n甲一,同名社区,一张书桌\n");
    office.write("电话.csv", "姓名,社区,联系电话,微心愿内容,数量\n甲一,蟠虬社区,1.38E+10,书桌,13812345678\n");
    office.write("身份证.csv", "姓名,身份证号\n甲一,4.40103E+17\n乙二,449999198001010019\n");
}

/// Files that are not office files.
fn files(office: &Office) {
    let whole = office.file();
    office.write("文本.db", "这不是工作文件\n".repeat(20));
    office.write("空.db", "");
    office.write("断.db", &whole[..whole.len() / 2]);
    office.write("新.db", &whole);
    Connection::open(office.path("新.db")).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let foreign = Connection::open(office.path("别家.db")).unwrap();
    foreign.execute_batch("CREATE TABLE t (a)").unwrap();
    let mut broken = whole.clone();
    broken[4096..].fill(0x5A);
    office.write("坏.db", broken);
    office.write("只读.db", &whole);
    let mut permissions = office.path("只读.db").metadata().unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(office.path("只读.db"), permissions).unwrap();
}

/// Invalid rules, and a list of decisions with faults.
fn rules_and_decisions(office: &Office) {
    let rule = |when: &str, then: &str| format!("[[rule]]\nname = \"甲\"\nwhen = '''{when}'''\nthen = \"{then}\"\n");
    let letters = "a".repeat(40);
    let large = format!(
        "length(replace(replace(replace('{letters}', 'a', '{letters}'), 'a', '{letters}'), 'a', content || '{letters}')) > 1"
    );
    for (name, when) in [
        ("没有的列", "fone IS NULL"),
        ("近的字段", "missing('fone')"),
        ("两句", "1); drop table need"),
        ("括号", "budget>3) OR (1"),
        ("随机", "length(randomblob(1e9)) > 1"),
        ("递归", "(WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM x) SELECT count(*) FROM x)"),
        ("子查询", "wisher IN (SELECT name FROM member)"),
        ("别的表", "wisher IN member"),
        ("没写完", "budget >"),
        ("读不懂", "budget > > 3"),
        ("引号", "content = '轮椅"),
        ("空的", " "),
        ("太大", &large),
        ("好", "budget > 100"),
    ] {
        office.write(&format!("规则-{name}.toml"), rule(when, "hold"));
    }
    office.write("规则-重名.toml", [rule("1", "hold"), rule("2", "hold")].concat());
    office.write("规则-无理由.toml", rule("1", "reject"));
    office.write("规则-结果.toml", rule("1", "也许"));
    office.write("规则-不合格式.toml", "name = ");
    office.write("规则-多余.toml", rule("1", "hold") + "colour = 3\n");
    office.write("规则-gbk.toml", encoding_rs::GB18030.encode(&rule("1", "hold")).0);
    office.write(
        "决定.csv",
        "编号,姓名,微心愿内容,结果,理由\nJH-W000011,,,通过,\nJH-W000011,,,通过,\nJH-W000010,何兰,一台电视机,通过,\n\
         JH-W000001,,,通过,\nJH-W000001,,,不通过,不属实\nLW-W000001,,,通过,\nJH-W000002,,,也许,\nJH-W000003,,,不通过,\n",
    );
}

/// The command lines, and their exit codes.
const CASES: &[(&str, i32)] = &[
    ("collect wishes 没有.csv", 3),
    ("collect wishes 文件夹", 3),
    ("collect wishes 空.csv", 3),
    ("collect wishes 只有表头.csv", 3),
    ("collect wishes 只有合计.csv", 3),
    ("collect wishes 没有表头.csv", 3),
    ("collect wishes 缺列.csv", 3),
    ("collect members 半截-members-roster.xlsx", 3),
    ("collect wishes 半截-wishes-longjin.xls", 3),
    ("collect wishes members-roster.xlsx", 3),
    ("collect members members-roster.xlsx --sheet 没有", 3),
    ("collect wishes 压缩.csv", 3),
    ("collect wishes 乱码.csv", 3),
    ("collect wishes latin1.csv", 3),
    ("collect wishes 引号.csv", 3),
    ("collect wishes 短长.csv --strict", 1),
    ("collect wishes 空字节.csv --strict", 1),
    ("collect wishes 花名册.csv", 3),
    ("collect members wishes.csv", 3),
    ("collect wishes 重名.csv --under 荔湾区 --strict", 1),
    ("collect wishes 电话.csv --strict", 1),
    ("collect members 身份证.csv --strict", 1),
    ("collect wishes wishes.csv --encoding 拉丁", 2),
    ("collect wishes wishes.csv --under /", 2),
    ("collect wishes wishes.csv --under 蟠虬社", 3),
    ("collect wishes wishes.csv --under 荔湾区/金花街道/蟠虬社", 3),
    ("collect wishes wishes.csv --campaign 2020", 3),
    ("collect wishes", 2),
    ("log --db 没有.db", 3),
    ("log --db 文件夹", 3),
    ("log --db 文本.db", 4),
    ("log --db 空.db", 4),
    ("log --db 断.db", 4),
    ("log --db 新.db", 4),
    ("log --db 别家.db", 4),
    ("log --db 坏.db", 4),
    ("verify --all --pass --db 只读.db", 3),
    ("show JH-W00001", 3),
    ("show 99号", 3),
    ("show 13812345678", 3),
    ("show 449999199002020032", 3),
    ("claim take 1号 --by 李梅梅", 3),
    ("claim take 1号 --by 13812345678", 3),
    ("claim take 1号 --by 张伟", 3),
    ("claim take 1号 --by 陈刚", 1),
    ("claim take JH-W000011 --by 陈刚", 1),
    ("claim take 2号 --by 陈刚 --on 2022-02-02", 2),
    ("claim take 2号 --by 陈刚 --on 13812345678", 2),
    ("claim take 2号 --by 陈刚 --quantity 9", 1),
    ("claim complete 2号", 3),
    ("claim confirm 1号 --satisfaction 9", 2),
    ("claim release 1号", 2),
    ("claim take 2号 --by \"陈刚 没有的单位\"", 3),
    ("claim take 2号 --outsider 🙂", 2),
    ("claim take 2号", 2),
    ("claim take 没有这几个字 --by 陈刚", 3),
    ("claim join 2号 --by 陈刚", 3),
    ("claim pass 1号 --to 陈刚", 2),
    ("claim pass 1号 --to 没有此人 --reason 调离", 3),
    ("claim extend 1号 --deadline 2020-01-01", 2),
    ("claim complete 1号 --evidence 没有.jpg", 3),
    ("claim complete 1号 --cost 很多", 2),
    ("claim milestone 1号 approved", 1),
    ("claim milestone 1号 别的", 2),
    ("claim milestone 1号 letter --file 没有.docx", 3),
    ("claim expire", 2),
    ("claim expire --older-than 两周", 2),
    ("claim remind --stale", 2),
    ("campaign set --stale-after 两周", 2),
    ("report supply --pool", 2),
    ("report overdue --split-by org --to 没有", 3),
    ("close 1号 --reason 好", 1),
    ("verify 1号", 2),
    ("verify JH-W000011 --duplicate-of 没有", 3),
    ("verify --rules 没有.toml", 3),
    ("verify --rules 文件夹", 3),
    ("verify --rules 空.csv", 3),
    ("verify --rules 规则-没有的列.toml", 3),
    ("verify --rules 规则-近的字段.toml", 3),
    ("verify --rules 规则-两句.toml", 3),
    ("verify --rules 规则-括号.toml", 3),
    ("verify --rules 规则-随机.toml", 3),
    ("verify --rules 规则-递归.toml", 3),
    ("verify --rules 规则-子查询.toml", 3),
    ("verify --rules 规则-别的表.toml", 3),
    ("verify --rules 规则-没写完.toml", 3),
    ("rules test 规则-读不懂.toml", 3),
    ("rules test 规则-引号.toml", 3),
    ("rules test 规则-空的.toml", 3),
    ("rules test 规则-太大.toml", 3),
    ("verify --rules 规则-重名.toml", 3),
    ("verify --rules 规则-无理由.toml", 3),
    ("verify --rules 规则-结果.toml", 3),
    ("verify --rules 规则-不合格式.toml", 3),
    ("verify --rules 规则-多余.toml", 3),
    ("verify --rules 规则-gbk.toml", 3),
    ("verify --rules 规则-好.toml --only JH-W000099", 3),
    ("verify --rules 规则-好.toml --place 火星", 3),
    ("verify --rules 规则-好.toml --limit 0", 2),
    ("verify --rules 规则-好.toml --time-limit 0", 2),
    ("verify --rules 规则-好.toml --fail-on 全部", 2),
    ("verify --rules 规则-好.toml --pass", 2),
    ("verify --decisions 决定.csv --strict", 1),
    ("verify --decisions wishes.csv", 3),
    ("verify --export wishes.csv", 3),
    ("verify --export 名单.pdf", 2),
    ("verify --export 名单.csv --reveal \"\"", 2),
    ("verify --near-duplicates --at-least 7", 2),
    ("verify --near-duplicates --place 火星", 3),
    ("publish JH-W000011", 1),
    ("publish --take-down 1号 --reason 错", 1),
    ("publish --to 空.csv/发布", 3),
    ("report quota --by 楼栋", 2),
    ("report quota --as-of 明天", 2),
    ("report quota --campaign 2020", 3),
    ("report quota --as-of entry:甲", 2),
    ("report quota --as-of entry:9999", 3),
    ("report quota --as-of 2022-06-01", 2),
    ("report progress --since entry:9999", 3),
    ("report progress --place 火星", 3),
    ("report quota --why 火星人", 3),
    ("report quota --check", 2),
    ("report quota --check --at-least 2", 2),
    ("report quota --check --at-least 99%", 1),
    ("report quota --split-by org --to 没有的文件夹", 3),
    ("report quota --split-by class --to 文件夹", 2),
    ("report quota --output 没有的文件夹/达标.xlsx", 3),
    ("report supply --pace-days 0", 2),
    ("report participation --from 2021-05-02 --until 2021-05-01", 2),
    ("report ageing --by 火星", 2),
    ("report ageing --most 很多", 2),
    ("report activity --from 2021-05-02 --until 2021-05-01", 2),
    ("report activity --by-operator 无名", 3),
    ("report satisfaction --low 9", 2),
    ("report verify 没有.json", 3),
    ("report verify 空.csv", 3),
    ("report verify 只有表头.csv", 3),
    ("quota set --for members --class 在职", 2),
    ("quota set --for members --counts 全部", 2),
    ("campaign use 2020", 3),
    ("export wishes --output 文件夹/没有/x.csv", 3),
    ("export wishes --encoding 拉丁", 2),
    ("log 99", 3),
    ("log --of 没有", 3),
    ("log --expect 1:0011223344556677", 2),
    ("log --verify --expect 1:00", 2),
    ("log --verify --expect 99:0011223344556677", 1),
    ("log --verify --expect 1:0011223344556677", 1),
    ("undo 1", 3),
    ("undo 3", 3),
    ("undo 4", 3),
    ("undo 99", 3),
    ("undo 昨天", 2),
    ("check --db 坏.db", 4),
    ("check --db 文本.db", 4),
    ("backup", 2),
    ("backup wishes.csv", 3),
    ("backup 文件夹", 3),
    ("backup 没有/备份.db", 3),
    ("backup shuangwei.db --force", 3),
    ("restore 没有.db", 3),
    ("restore 文本.db", 4),
    ("restore 断.db", 4),
    ("restore 新.db", 4),
    ("erase 李梅", 2),
    ("erase 没有 --reason 本人要求", 3),
    ("erase 张伟 --reason 本人要求", 3),
    ("erase 李梅 --reason \"\"", 2),
    ("retention --months 0", 2),
    ("retention --due --apply", 2),
    ("collekt wishes x.csv", 2),
    ("collect wishs x.csv", 2),
    ("show 1号 --by 13812345678", 2),
    ("13812345678", 2),
];

fn transcript(lang: &'static str) -> String {
    let mut office = Office::published();
    office.lang = lang;
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.write("more.csv", "姓名,社区,微心愿内容\n何花,同名社区,一台收音机\n");
    office.ok("collect wishes more.csv");
    office.write("more.csv", "姓名,属地,微心愿内容\n何兰,龙津街道/同名社区,一台收音机\n");
    office.ok("collect wishes more.csv --under 荔湾区");
    lists(&office);
    files(&office);
    rules_and_decisions(&office);
    let (before, names) = (office.file(), office.names());
    let mut transcript = String::new();
    for (line, code) in CASES {
        let run = office.ends(line, *code);
        assert!(office.file() == before, "the office file has changed: {run:#?}");
        assert_eq!(office.names(), names, "{run:#?}");
        let answer = run.err.trim_end();
        assert!(!answer.is_empty(), "{run:#?}");
        for private in [
            "13812345678",
            "449999198001010014",
            "449999199002020032",
            "449999198001010019",
            "19900001001",
            "19900003001",
        ] {
            assert!(!run.err.contains(private) && !run.out.contains(private), "{private} is printed: {run:#?}");
        }
        for ours in ["backtrace", "panicked", "src/", "os error", "constraint", "SQL"] {
            assert!(!answer.contains(ours), "{ours} is printed: {run:#?}");
        }
        transcript.push_str(&format!("$ shuangwei {line}\n{answer}\nexit {code}\n\n"));
    }
    transcript
}

fn compare(lang: &'static str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/transcripts/bad-input-{lang}.txt"));
    let answer = transcript(lang);
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&golden, &answer).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    for (answer, expected) in answer.split("\n\n").zip(expected.split("\n\n")) {
        assert_eq!(answer, expected, "run with UPDATE_TRANSCRIPTS=1 and read the difference in review");
    }
    assert_eq!(answer, expected);
}

#[test]
fn bad_input_in_chinese_matches_the_transcript() {
    compare("zh");
}

#[test]
fn bad_input_in_english_matches_the_transcript() {
    compare("en");
}

/// English words are allowed in a Chinese message only as commands, flags, codes and formats.
#[test]
fn chinese_messages_contain_no_english_sentence() {
    for answer in transcript("zh").lines().filter(|line| !line.starts_with("$ ") && !line.starts_with("exit ")) {
        let words: Vec<&str> = answer
            .split(|c: char| !c.is_ascii_alphabetic() && c != '-' && c != '_')
            .filter(|word| !word.is_empty())
            .collect();
        for english in ["is", "not", "the", "no", "of", "a", "invalid", "expected", "error", "file", "value"] {
            assert!(!words.contains(&english), "{english} in: {answer}");
        }
    }
}
