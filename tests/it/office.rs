//! The program run in a folder of its own: no clock, no home, no locale, nothing of the machine it runs on.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assert_cmd::Command;
use serde_json::Value;

/// The day on which everything happens, unless a test sets another.
pub const DAY: &str = "2021-12-31";

/// What lets a command run on another day than the clock's.
pub const TESTING: (&str, &str) = ("SHUANGWEI_TESTING", "1");

/// A folder, usually with an office file in it.
pub struct Office {
    folder: tempfile::TempDir,
    pub day: &'static str,
    pub lang: &'static str,
}

/// What is in a folder: three hundred tests begin with the same office, which six commands make.
struct Folder(Vec<(OsString, Permissions, Entry)>);

enum Entry {
    File(Vec<u8>),
    Folder(Folder),
}

/// What a command did.
pub struct Run {
    pub line: String,
    pub code: i32,
    pub bytes: Vec<u8>,
    pub out: String,
    pub err: String,
}

impl Folder {
    fn of(folder: &Path) -> Folder {
        let entries = fs::read_dir(folder).unwrap().map(|entry| {
            let (name, path) = entry.map(|entry| (entry.file_name(), entry.path())).unwrap();
            let metadata = fs::metadata(&path).unwrap();
            let content = if metadata.is_dir() {
                Entry::Folder(Folder::of(&path))
            } else {
                Entry::File(fs::read(&path).unwrap())
            };
            (name, metadata.permissions(), content)
        });
        Folder(entries.collect())
    }

    fn write(&self, folder: &Path) {
        for (name, permissions, content) in &self.0 {
            let path = folder.join(name);
            match content {
                Entry::File(bytes) => fs::write(&path, bytes).unwrap(),
                Entry::Folder(within) => {
                    fs::create_dir(&path).unwrap();
                    within.write(&path);
                }
            }
            fs::set_permissions(&path, permissions.clone()).unwrap();
        }
    }
}

impl Office {
    /// An empty folder.
    pub fn bare() -> Office {
        Office { folder: tempfile::tempdir().unwrap(), day: DAY, lang: "zh" }
    }

    /// The office of 金花街道 with the campaign of 2021.
    pub fn new() -> Office {
        Office::speaking("zh")
    }

    /// The same, whose own language is `lang`.
    pub fn speaking(lang: &str) -> Office {
        let office = Office::bare();
        let line = "init --office 荔湾区/金花街道 --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31";
        office.ok(&format!("{line} --lang {lang}"));
        office
    }

    /// With organisations, members, wishes and projects, all verified: made once, and copied.
    pub fn verified() -> Office {
        static MADE: OnceLock<Folder> = OnceLock::new();
        let made = MADE.get_or_init(|| Folder::of(Office::new().filled().folder.path()));
        let office = Office::bare();
        made.write(office.folder.path());
        office
    }

    /// The same with what `verified` has.
    pub fn filled(self) -> Office {
        let office = self;
        office.write("orgs.csv", ORGS);
        office.write("members.csv", members());
        office.write("wishes.csv", WISHES);
        office.write("projects.csv", PROJECTS);
        office.ok("collect orgs orgs.csv --under 荔湾区");
        office.ok("collect members members.csv");
        office.ok("collect wishes wishes.csv");
        office.ok("collect projects projects.csv");
        office.ok("verify --all --pass --on 2021-04-14");
        office
    }

    /// The same, on the wall since 2021-04-15: 1号 to 8号 are wishes, 9号 and 10号 projects. Each
    /// publishes by itself, since an office file remembers where its pack is.
    pub fn published() -> Office {
        let office = Office::verified();
        office.ok("publish --today 2021-04-15");
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        let bytes = fs::read(self.path(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"));
        String::from_utf8(bytes).unwrap().trim_start_matches('\u{FEFF}').to_owned()
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).symlink_metadata().is_ok()
    }

    /// Copies one of `tests/lists`.
    pub fn take_list(&self, name: &str) {
        let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists").join(name);
        fs::copy(&list, self.path(&list.file_name().unwrap().to_string_lossy())).unwrap();
    }

    /// The office file's bytes: equal before and after if nothing changed.
    pub fn file(&self) -> Vec<u8> {
        fs::read(self.path("shuangwei.db")).unwrap()
    }

    /// Every record of every logged table: equal before and after if no record changed.
    pub fn records(&self) -> Vec<String> {
        records(&self.path("shuangwei.db"))
    }

    /// Every name in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuangwei"));
        command.env_clear().env(TESTING.0, TESTING.1).current_dir(self.folder.path()).args(self.arguments(line));
        command
    }

    /// The words of a command line, with who does it, when and in which language.
    pub fn arguments(&self, line: &str) -> Vec<String> {
        let words = words(line);
        let mut arguments = vec!["--operator".to_owned(), "文员".to_owned()];
        for (flag, value) in [("--today", self.day), ("--lang", self.lang)] {
            if !words.iter().any(|word| word == flag) {
                arguments.extend([flag.to_owned(), value.to_owned()]);
            }
        }
        arguments.extend(words);
        arguments
    }

    /// Runs a command line; `"…"` keeps blanks together.
    pub fn run(&self, line: &str) -> Run {
        self.run_command(line, self.command(line))
    }

    pub fn run_stdin(&self, line: &str, stdin: impl Into<Vec<u8>>) -> Run {
        let mut command = self.command(line);
        command.write_stdin(stdin.into());
        self.run_command(line, command)
    }

    fn run_command(&self, line: &str, mut command: Command) -> Run {
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let run = Run {
            line: line.to_owned(),
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
            bytes: output.stdout,
        };
        assert!((0..=5).contains(&run.code) && !run.err.contains("panicked"), "{run:#?}");
        run
    }

    /// Runs a command that must end with exit code 0.
    pub fn ok(&self, line: &str) -> Run {
        self.ends(line, 0)
    }

    /// Runs a command that must end with this exit code.
    pub fn ends(&self, line: &str, code: i32) -> Run {
        let run = self.run(line);
        assert_eq!(run.code, code, "{run:#?}");
        run
    }

    /// Runs a command that must end with this exit code and leave the office file as it is.
    pub fn refuses(&self, line: &str, code: i32) -> Run {
        let before = self.file();
        let run = self.ends(line, code);
        assert!(self.file() == before, "the office file has changed: {run:#?}");
        assert!(!run.err.trim().is_empty() || code == 0, "standard error is empty: {run:#?}");
        run
    }

    /// The document of a command that must end with exit code 0.
    pub fn json(&self, line: &str) -> Value {
        self.json_of(line, 0)
    }

    pub fn json_of(&self, line: &str, code: i32) -> Value {
        self.ends(&format!("{line} --format json"), code).json()
    }

    pub fn state(&self, code: &str) -> String {
        self.json(&format!("show {code}"))["state"].as_str().unwrap().to_owned()
    }

    pub fn progress(&self, code: &str) -> Option<String> {
        self.json(&format!("show {code}"))["progress"].as_str().map(str::to_owned)
    }

    /// How many entries the log has.
    pub fn entries(&self) -> i64 {
        self.json("log --limit 1")["head"]["entry"].as_i64().unwrap()
    }

    /// The rows of an export, by header.
    pub fn export(&self, kind: &str) -> Vec<BTreeMap<String, String>> {
        let run = self.ok(&format!("export {kind}"));
        table(run.out.trim_start_matches('\u{FEFF}'))
    }
}

impl std::fmt::Debug for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "$ shuangwei {}\n{}{}exit {}", self.line, self.out, self.err, self.code)
    }
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|cause| panic!("{cause}: {self:#?}"))
    }

    /// Asserts that standard output contains each of the words.
    #[track_caller]
    pub fn answers(&self, words: &[&str]) -> &Run {
        for word in words {
            assert!(self.out.contains(word), "{word} is missing from standard output: {self:#?}");
        }
        self
    }

    /// Asserts that standard error contains each of the words.
    #[track_caller]
    pub fn reports(&self, words: &[&str]) -> &Run {
        for word in words {
            assert!(self.err.contains(word), "{word} is missing from standard error: {self:#?}");
        }
        self
    }
}

/// Every record of every logged table of an office file.
pub fn records(path: &Path) -> Vec<String> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut records = Vec::new();
    for kind in shuangwei::store::rows::KINDS {
        // An older office file lacks some tables.
        let Ok(mut statement) = conn.prepare(&format!("SELECT * FROM {kind} ORDER BY id")) else { continue };
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let mut record = (*kind).to_owned();
            for (at, name) in names.iter().enumerate() {
                use rusqlite::types::ValueRef;
                match row.get_ref(at).unwrap() {
                    ValueRef::Null => {}
                    ValueRef::Integer(number) => record.push_str(&format!(" {name}={number}")),
                    ValueRef::Text(text) => record.push_str(&format!(" {name}={}", String::from_utf8_lossy(text))),
                    other => record.push_str(&format!(" {name}={other:?}")),
                }
            }
            records.push(record);
        }
    }
    records
}

/// The words of a command line: blanks apart, `"…"` together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// A CSV's cells.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// A CSV's rows, each cell by its header.
pub fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = cells(text).into_iter();
    let header = rows.next().unwrap_or_default();
    rows.map(|row| header.iter().cloned().zip(row).collect()).collect()
}

/// An ID number with the right check digit: 18 characters of the 17 given.
pub fn id_number(first: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.chars().zip(weights).map(|(c, weight)| c.to_digit(10).unwrap() * weight).sum();
    format!("{first}{}", "10X98765432".chars().nth(sum as usize % 11).unwrap())
}

/// Every revision of the log as a row of `all_revisions`, including those of runs (docs/design.md, section 3).
pub const REVISIONS: &str = "
WITH RECURSIVE unfolded (id, kind, record_id, seals, rest) AS (
  SELECT id, kind, record_id, seals, records FROM revision_run
  UNION ALL
  SELECT id + 1, kind, record_id + 1, substr(seals, 49), rest - 1 FROM unfolded WHERE rest > 1
),
all_revisions (id, kind, record_id, before, salt, digest, erased) AS (
  SELECT id, kind, record_id, before, salt, digest, erased FROM revision
  UNION ALL
  SELECT id, kind, record_id, NULL, substr(seals, 1, 16), substr(seals, 17, 32), 0 FROM unfolded
)";

pub const ORGS: &str = "\
组织编码,党组织全称,简称,组织类别,报到镇街,联系人,联系电话,报到日期,免考核
O1,区税务局党委,区税务局,单位党组织,金花街道,谢红,19900002001,2019-06-01,
O2,区图书馆党支部,区图书馆,单位党组织,龙津街道,黄平,19900002002,2019-06-01,
O3,立白集团党委,立白,两新组织,金花街道,曾玲,19900002003,2019-06-01,
O4,蟠虬社区党委,,社区党组织,金花街道,陈海,19900002004,,是
";

/// Eight members: 张伟 twice, in two units; six in service.
pub fn members() -> String {
    let mut list = "姓名,身份证号,党员类别,所在党组织,手机号,报到社区,报到日期\n".to_owned();
    for (at, (name, class, org, place)) in [
        ("张伟", "在职党员", "区税务局", "蟠虬社区"),
        ("张伟", "在职党员", "区图书馆", "锦龙社区"),
        ("李梅", "在职党员", "区税务局", "蟠虬社区"),
        ("陈刚", "在职党员", "区图书馆", "锦龙社区"),
        ("何静", "在职党员", "区税务局", "蟠虬社区"),
        ("周明", "在职党员", "区图书馆", "锦龙社区"),
        ("吴芳", "离退休党员", "区税务局", "蟠虬社区"),
        ("郑华", "学生党员", "区图书馆", "锦龙社区"),
    ]
    .iter()
    .enumerate()
    {
        let id = id_number(&format!("44999919800101{:03}", at + 1));
        list.push_str(&format!("{name},{id},{class},{org},1990000100{},{place},2020-01-0{}\n", at + 1, at + 1));
    }
    list
}

pub const WISHES: &str = "\
许愿人,社区,联系电话,人员类别,年龄,家庭住址,心愿类别,微心愿内容,数量,预计金额,征集时间,同意公开,备注
伍峰,蟠虬社区,19900003001,低保,71,光明路12号301房,物资帮扶类,盼望有一张新书桌给孙女写作业,1,300,2021-03-01,是,儿子在外地
邓勇,锦龙社区,19900003002,独居老人,82,光明路14号,服务,请人帮忙清理阳台杂物,,200,2021-03-02,是,
苏伟,龙源社区,19900003003,残疾人,45,,物资帮扶类,想要一辆轮椅，出门看病方便些,1,150,2021-03-03,是,听力不好
龚浩,陈岗社区,19900003004,困难党员,66,,服务,想学用智能手机和家人视频,5,,2021-03-04,是,
卢华,蟠虬社区,19900003005,老党员,77,,物资帮扶类,想要一副老花镜看报纸,1,80,2021-03-05,是,
苏雪,锦龙社区,19900003006,单亲家庭,39,,服务,希望有大学生辅导孩子数学,1,,2021-03-06,是,
冯佳,龙源社区,19900003007,空巢老人,80,,物资帮扶类,冬天冷想要一床厚棉被,1,200,2021-03-07,是,
潘红,陈岗社区,19900003008,低边,58,,服务,楼道灯坏了希望有人上门维修,1,,2021-03-08,是,
";

pub const PROJECTS: &str = "\
项目编号,项目名称,项目内容,需求社区,项目类别,申报单位,受益人数,预算(元),计划完成时间
XM01,扶您上下楼,为没有电梯的居民楼加装楼梯扶手,蟠虬社区,便民服务类,金花街道党工委,120,50000,2021-12-31
XM02,微课堂,周末儿童兴趣课堂,锦龙社区,公益发展类,金花街道党工委,60,8000,2021-11-30
";
