//! A dry run does what the command does and takes it back: the same checks, the same exit code, the same messages; and
//! nothing of it stays, neither in the office file nor next to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::office::{Office, Run};

/// What a dry run says besides.
const NOTE: &str = "试运行：没有改动";

/// What a dry run would do, and how the run tells what it has done.
pub const WOULD: [(&str, &str); 12] = [
    ("已认领或将认领 ", "已认领 "),
    ("将备份到", "已备份到"),
    ("条记录将复原", "条记录复原"),
    ("将撤销操作", "已撤销操作"),
    ("清除后不能撤销", "计数不变，不能撤销"),
    ("将清除", "已清除"),
    ("将记入", "已记入"),
    ("：将修改", "：已修改；改错了可用 undo 撤销"),
    ("将从", "已从"),
    ("号 将不再在墙上；办理后请", "号 不再在墙上；请"),
    ("”将不再是别名", "”不再是别名"),
    ("发布材料将写入", "发布材料已写入"),
];

/// A message of a dry run as the run has it.
pub fn as_done(line: &str) -> String {
    // Only what is there can be compared.
    let line = line.replace("计数不变，清除后不能撤销", "清除后不能撤销").replace("，已核对无误", "");
    WOULD.iter().fold(line, |line, (would, done)| line.replace(would, done))
}

/// Every file below the office's folder with its bytes.
fn files(office: &Office) -> BTreeMap<PathBuf, Vec<u8>> {
    fn below(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.insert(path.clone(), Vec::new());
                below(&path, found);
            } else {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    below(&office.path("."), &mut found);
    found
}

/// Runs a command dry, then for good; the dry run leaves no trace and ends alike.
fn both(office: &Office, line: &str) -> (Run, Run) {
    let before = files(office);
    let dry = office.run(&format!("{line} --dry-run"));
    assert!(files(office) == before, "something is left of the dry run: {dry:#?}");
    let run = office.run(line);
    assert_eq!(dry.code, run.code, "{dry:#?}\n{run:#?}");
    (dry, run)
}

/// The same, and every message but those of what is written only then.
fn alike(office: &Office, line: &str) -> Run {
    let (dry, run) = both(office, line);
    let messages = |run: &Run| -> Vec<String> {
        let own =
            |line: &&str| *line != NOTE && !line.contains("已写入") && !line.contains("将写入") && *line != "没有改动";
        // The name of a file in the making is drawn by lot.
        let drawn = |line: &str| line.split_once(" (os error").map_or(line, |(before, _)| before).to_owned();
        run.err.lines().filter(own).map(drawn).map(|line| as_done(&line)).collect()
    };
    let claimed: Vec<&str> = WOULD.iter().map(|(_, done)| *done).filter(|done| dry.err.contains(*done)).collect();
    assert_eq!(claimed, [""; 0], "a dry run tells what it would do, not what is done: {dry:#?}");
    assert_eq!(messages(&dry), messages(&run), "{line}");
    run
}

const FAULTY: &str = "姓名,社区,联系电话,微心愿内容,数量,同意公开\n\
    伍峰,蟠虬社区,1.99E+10,一张书桌,1,是\n\
    龚浩,锦龙社区,19900003004,一副眼镜,许多,是\n\
    苏伟,锦龙社区,19900003003,一盏台灯,2,是\n";

#[test]
fn init_is_checked_as_it_is_made() {
    let office = Office::bare();
    let campaign = "--campaign 2021 --from 2021-04-01 --until 2021-12-31";
    for (path, code) in [("荔湾区荔香街道", 2), ("荔香街道", 2), ("荔湾区/荔香街道", 0), ("荔湾区/荔香街道", 3)]
    {
        let run = alike(&office, &format!("init --office {path} {campaign}"));
        assert_eq!(run.code, code, "{run:#?}");
    }
    let run = alike(&office, "--db 没有/o.db init --office 荔湾区/荔香街道");
    assert_eq!(run.code, 3);
}

#[test]
fn imports_end_alike_and_tell_each_problem_once() {
    let office = Office::new();
    office.write("w.csv", FAULTY);
    let (dry, run) = both(&office, "collect wishes w.csv");
    assert_eq!(run.code, 1);
    for problem in ["科学计数", "“许多”不是数量"] {
        let answer = format!("{}{}", dry.out, dry.err);
        assert_eq!(answer.matches(problem).count(), 1, "{dry:#?}");
    }
    office.write("m.csv", "姓名,党员类型,所在支部,报到社区\n甲子,在职,没有的支部,蟠虬社区\n甲丑,在职,,锦龙社区\n");
    office.write("o.csv", "单位党组织名称,组织类别,上级党组织\n某局党支部,单位,没有的党委\n");
    office.write("p.csv", "项目名称,需求社区\n改造书房,蟠虬社区\n");
    for line in [
        "collect members m.csv",
        "collect members m.csv --new-orgs",
        "collect orgs o.csv",
        "collect projects p.csv",
        "collect wishes 没有.csv",
        "collect wishes w.csv --strict",
        "collect wishes w.csv --strict-cells",
        "collect wishes w.csv --complete",
        "collect wishes w.csv --rejects 没有/r.csv",
        "collect wishes w.csv --under 没有街",
        "collect members --set 姓名=甲寅 --set 报到社区=锦龙社区",
    ] {
        alike(&office, line);
    }
    // Standard input names no place for its faulty rows.
    for line in ["collect wishes -", "collect wishes - --dry-run"] {
        assert_eq!(office.run_stdin(line, FAULTY).code, 2);
    }
}

#[test]
fn nothing_of_a_map_is_remembered() {
    let office = Office::new();
    office.write("w.csv", "谁,要什么,社区\n伍峰,一张书桌,蟠虬社区\n");
    office.write("map.toml", "[columns]\nwisher = \"谁\"\ncontent = \"要什么\"\n");
    let (dry, _) = both(&office, "collect wishes w.csv --map map.toml --save-map");
    assert_eq!(dry.code, 0);
    let office = Office::new();
    office.write("w.csv", "谁,要什么,社区\n伍峰,一张书桌,蟠虬社区\n");
    office.write("map.toml", "[columns]\nwisher = \"谁\"\ncontent = \"要什么\"\n");
    office.ok("collect wishes w.csv --map map.toml --save-map --dry-run");
    office.ends("collect wishes w.csv", 3);
}

#[test]
fn a_preview_speaks_the_language_of_the_run() {
    let office = Office::new();
    office.write("m.csv", "姓名,党员类型,报到社区\n甲子,在职,蟠虬社区\n");
    office.ok("collect members m.csv");
    office.write("m.csv", "姓名,党员类型,报到社区\n甲子,离退休,蟠虬社区\n");
    let dry = office.ok("collect members m.csv --dry-run");
    dry.answers(&["类别", "在职党员", "离退休党员"]);
    assert!(!dry.out.contains("in_service"), "{dry:#?}");
    office.ok("collect members m.csv --dry-run --lang en").answers(&["in service", "retired"]);
}

#[test]
fn decisions_and_publishing_end_alike() {
    let office = Office::new();
    office.write("w.csv", FAULTY);
    office.ends("collect wishes w.csv", 1);
    office.write(
        "r.toml",
        "[[rule]]\nname = \"数量\"\nwhen = \"quantity > 1\"\nthen = \"needs_info\"\nreason = \"太多\"\n",
    );
    for line in [
        "verify JH-W000009 --pass",
        "verify --rules r.toml",
        "verify JH-W000002 --pass",
        "verify JH-W000002 --reject 重复了",
        "verify JH-W000002 --pass",
        "verify --all --pass",
        "publish --to w.csv",
        "publish --to 新/文件夹",
        "publish --to 新/文件夹",
        "publish --take-down JH-W000001 --reason 测试",
        "publish --take-down JH-W000009 --reason 测试",
        "publish JH-W000001 --to 新/文件夹",
    ] {
        alike(&office, line);
    }
}

#[test]
fn claims_end_alike() {
    let office = Office::published();
    // Whatever command runs first lets go of old backups.
    office.ok("log");
    office.write("c.csv", "心愿编号,认领人,认领时间\n3号,没有的人,2021-05-01\n4号,JH-M000001,2021-05-01\n");
    for line in [
        "claim take 1号 --by JH-M000001 --on 2021-05-01",
        "claim take 1号 --by JH-M000002 --on 2021-05-01",
        "claim take 99号 --by JH-M000001",
        "claim join 1号 --by JH-M000002",
        "claim start 1号",
        "claim complete 1号",
        "claim start 1号",
        "claim confirm 1号 --satisfaction 5",
        "claim import c.csv",
        "claim suggest --take",
        "withdraw 2号 --reason 居民不要了",
        "withdraw 2号 --reason 居民不要了",
        "unfulfilled JH-W000009 --reason 办不到",
    ] {
        alike(&office, line);
    }
}

#[test]
fn what_surrounds_them_ends_alike() {
    let office = Office::published();
    office.ok("log");
    for line in [
        "campaign add 2022 --from 2022-01-01 --until 2022-12-31",
        "campaign add 2022 --from 2022-01-01 --until 2022-11-30",
        "campaign use 2021",
        "campaign set --stale-after 30d",
        "quota set members --at-least 2",
        "alias add 某局 JH-O000001",
        "alias remove 某局",
        "alias remove 没有",
        "undo",
        "undo 2",
        "backup 副本.db",
        "backup 副本.db",
        "backup 没有/副本.db",
        "restore 没有.db",
        "restore 副本.db",
        "erase JH-W000001 --reason 本人要求",
        "erase 没有这个人 --reason 本人要求",
        "retention --apply --months 1",
    ] {
        both(&office, line);
    }
}

#[test]
fn backups_restoring_and_erasing_are_worded_alike() {
    let office = Office::published();
    office.ok("log");
    for line in ["backup --auto", "backup --auto", "backup 副本.db", "restore 副本.db"] {
        let run = alike(&office, line);
        assert_eq!(run.code, 0, "{run:#?}");
    }
    for line in ["backup --auto", "restore 副本.db", "erase JH-W000001 --reason 本人要求"] {
        let dry = office.ok(&format!("{line} --dry-run"));
        assert_eq!(dry.err.matches(NOTE).count(), 1, "{dry:#?}");
    }
    office.ok("erase JH-W000001 --reason 本人要求 --dry-run").reports(&["将清除 1 条个人记录"]);
}

#[test]
fn undo_is_summed_up_and_lists_everything_when_asked() {
    let office = Office::new();
    let rows: String = (0..57).map(|row| format!("甲{row},第{row}个心愿,测试{}社区\n", row % 3)).collect();
    office.write("w.csv", format!("姓名,微心愿内容,社区\n{rows}"));
    office.ok("collect wishes w.csv");
    let dry = office.ok("undo --dry-run");
    dry.reports(&["57 个心愿、3 处属地", "--verbose", "试运行"]);
    assert!(dry.out.lines().count() < 10, "{dry:#?}");
    let all = office.ok("undo --dry-run --verbose");
    for row in 1..=57 {
        all.answers(&[&format!("JH-W{row:06}")]);
    }
    assert_eq!(office.json("undo --dry-run")["changes"].as_array().unwrap().len(), 61);
    office.ends("undo --verbose", 2);
}

#[test]
fn dry_run_tells_what_would_be_done_and_not_that_it_is() {
    let office = Office::published();
    for line in [
        "edit 李梅 --set 备注=新的",
        "claim suggest --take",
        "alias add 税局 O1",
        "alias remove 税局",
        "withdraw 3号 --reason 搬走",
        "undo",
        "erase 卢华 --reason 本人要求",
    ] {
        let dry = office.ok(&format!("{line} --dry-run"));
        assert!(dry.err.contains('将'), "{dry:#?}");
        for done in ["已修改", "已撤销操作", "已记入", "已清除", "不再在墙上；请"] {
            assert!(!dry.err.contains(done), "{dry:#?}");
        }
        if line.starts_with("alias") || line.starts_with("withdraw") {
            office.ok(line);
        }
    }
}
