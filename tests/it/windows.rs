//! The program as Windows runs it, under Wine: the first day, a race for one wish, files that another program holds, who may
//! get at the files, drives that are shares, and what a double click does. SHUANGWEI_EXE names the program that was built
//! for Windows.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use crate::office::{Office, Run, TESTING};
use crate::parts::note;
use crate::terminal::{ESC, Session};

/// What `.ci/run` sees to.
const HOW: &str = "to run it, install gcc-mingw-w64-x86-64 and wine (apt-get install --no-install-recommends), run \
                   rustup target add x86_64-pc-windows-gnu, cargo build --locked --target x86_64-pc-windows-gnu, and set \
                   SHUANGWEI_EXE to target/x86_64-pc-windows-gnu/debug/shuangwei.exe";

/// Where Wine runs the program.
struct Wine {
    exe: PathBuf,
    /// Its own registry and drives.
    prefix: PathBuf,
    /// What keeps Wine's server running until the tests end. It would end with its last program, and break off one that
    /// starts in that moment.
    shell: Option<Child>,
}

/// Wine with the program, if this machine has both. Without them nothing fails, also in CI: not every machine can have the
/// toolchain's other target.
fn wine() -> Option<&'static Wine> {
    static WINE: OnceLock<Option<Wine>> = OnceLock::new();
    WINE.get_or_init(|| match found() {
        Ok(wine) => Some(wine),
        Err(why) => {
            note(&format!("windows: skipped, as {why}: {HOW}"));
            None
        }
    })
    .as_ref()
}

fn found() -> Result<Wine, &'static str> {
    let exe = std::env::var_os("SHUANGWEI_EXE").map(PathBuf::from).filter(|exe| exe.is_file());
    let exe = exe.ok_or("SHUANGWEI_EXE names no program")?.canonicalize().unwrap();
    let mut wine = Wine { exe, prefix: Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine"), shell: None };
    fs::create_dir_all(&wine.prefix).unwrap();
    match wine.command(Path::new("/"), &["wineboot", "-i"]).output() {
        Ok(output) if output.status.success() => {}
        _ => return Err("wine does not start"),
    }
    // Not while that server ends. The shell waits for commands that never come, and ends when this process does.
    let ended = wine.tool("wineserver", Path::new("/"), &["-w"]).status();
    assert!(ended.is_ok_and(|status| status.success()), "wine's server does not end");
    let mut shell = wine.command(Path::new("/"), &["cmd"]);
    let shell = shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    wine.shell = Some(shell.map_err(|_| "wine does not start")?);
    let random = wine.prefix.join("drive_c/windows/system32/bcryptprimitives.dll");
    if !random.exists() {
        compile("x86_64-w64-mingw32-gcc", &["-shared"], "prng.c", &random, &["-ladvapi32"]);
    }
    Ok(wine)
}

/// Compiles one of the files next to this one for Windows.
fn compile(compiler: &str, flags: &[&str], source: &str, target: &Path, libraries: &[&str]) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/windows").join(source);
    let mut command = Command::new(compiler);
    let status = command.args(flags).arg("-o").arg(target).arg(&source).args(libraries).status();
    assert!(status.is_ok_and(|status| status.success()), "{compiler} does not compile {}", source.display());
}

impl Wine {
    /// A Windows command in a folder. The system's language is none of ours, as on a Chinese Windows, which sets no LANG.
    fn command(&self, folder: &Path, words: &[&str]) -> Command {
        self.tool("wine", folder, words)
    }

    fn tool(&self, program: &str, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.env_clear().current_dir(folder).args(words);
        command.env("PATH", std::env::var_os("PATH").unwrap()).env("HOME", &self.prefix);
        command.env("WINEPREFIX", &self.prefix).env("WINEDEBUG", "-all").env("LC_ALL", "C.UTF-8");
        // Neither is there, and nothing here needs them.
        command.env("WINEDLLOVERRIDES", "mscoree,mshtml=");
        command.env("TERM", "xterm").env(TESTING.0, TESTING.1);
        command
    }

    /// The program with a command line.
    fn program(&self, office: &Office, line: &str) -> Command {
        let mut command = self.command(&office.path(""), &[self.exe.to_str().unwrap()]);
        command.args(office.arguments(line));
        command
    }

    fn run(&self, office: &Office, line: &str) -> Run {
        run_of(line, self.program(office, line))
    }

    #[track_caller]
    fn ends(&self, office: &Office, line: &str, code: i32) -> Run {
        let run = self.run(office, line);
        assert_eq!(run.code, code, "{run:#?}");
        run
    }

    #[track_caller]
    fn ok(&self, office: &Office, line: &str) -> Run {
        self.ends(office, line, 0)
    }

    /// A Windows path of one of Linux'.
    fn path(path: &Path) -> String {
        format!("Z:{}", path.to_str().unwrap().replace('/', "\\"))
    }
}

fn run_of(line: &str, mut command: Command) -> Run {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(!err.contains("panicked"), "{line}: {err}");
    Run { line: line.to_owned(), code: output.status.code().unwrap_or(-1), out, err, bytes: output.stdout }
}

/// Columns and rows of a window.
const SIZE: (u16, u16) = (110, 40);

const WISHES: &str = "许愿人,社区,联系电话,微心愿内容,同意公开\n\
                      伍艳,蟠虬社区,19900000001,想要一把轮椅,是\n\
                      王刚,蟠虬社区,19900000002,想要一张书桌,是\n\
                      何婶,蟠虬社区,1.99E+10,换一盏灯,是\n";

/// The whole campaign in a folder with Chinese names, whose path is longer than what Windows takes without a mark: the
/// answers are those of the program elsewhere.
#[test]
fn first_day_runs_on_windows_as_it_does_elsewhere() {
    let Some(wine) = wine() else { return };
    let (office, elsewhere) = (Office::bare(), Office::bare());
    // Within the 512 bytes that SQLite takes elsewhere.
    let folder = ["双微工作𠮷", &"activities-".repeat(11), &"collected-".repeat(12), "汇总"].join("/");
    let db = format!("--db {folder}/双微.db");
    for one in [&office, &elsewhere] {
        fs::create_dir_all(one.path(&folder)).unwrap();
        // As WPS saves a list: in the code page of a Chinese Windows.
        let (wishes, _, _) = encoding_rs::GBK.encode(WISHES);
        one.write("微心愿.csv", wishes);
        one.write("members.csv", "姓名,党员类型,社区\n李梅,在职党员,蟠虬社区\n陈刚,在职党员,蟠虬社区\n");
    }
    assert!(office.path(&folder).to_str().unwrap().chars().count() > 260);
    for (line, code) in [
        ("init --office 荔湾区/金花街道 --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31", 0),
        ("collect members members.csv", 0),
        ("collect wishes 微心愿.csv", 1),
        ("verify --all --pass", 0),
        ("publish --to 发布", 0),
        ("claim take 1号 --by 李梅", 0),
        ("claim take 1号 --by 陈刚", 1),
        ("report quota", 0),
        ("undo", 0),
        ("report quota --format json", 0),
        ("check", 0),
        ("publish --check 发布", 0),
    ] {
        let line = format!("{line} {db}");
        let there = wine.ends(&office, &line, code);
        let here = elsewhere.ends(&line, code);
        let plain = |text: &str| same_everywhere(text);
        assert_eq!(plain(&there.out), plain(&here.out), "{there:#?}");
        assert_eq!(plain(&there.err), plain(&here.err), "{there:#?}");
    }
    let rows = |office: &Office| office.read("微心愿.csv.rejects.csv");
    assert_eq!(rows(&office), rows(&elsewhere));
    // What was made there is read here.
    assert!(office.ok(&format!("log {db}")).out.contains("认领"));
}

/// What does not change from one office to another: no codes of ours, digests or ends of a path.
fn same_everywhere(text: &str) -> String {
    let is_hash = |word: &str| word.len() >= 16 && word.chars().all(|c| c.is_ascii_hexdigit());
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let kept =
        words.map(|word| if is_hash(word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())) { "#" } else { word });
    kept.collect::<String>().replace('\\', "/")
}

#[test]
fn one_of_several_windows_processes_wins_a_wish() {
    let Some(wine) = wine() else { return };
    let office = Office::published();
    let people = ["李梅", "陈刚", "何静"];
    let claims: Vec<(&str, Child)> = people
        .iter()
        .map(|who| {
            let mut command = wine.program(&office, &format!("claim take 1号 --by {who}"));
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            (*who, command.spawn().unwrap())
        })
        .collect();
    let ends: Vec<(&str, i32, String)> = claims
        .into_iter()
        .map(|(who, child)| {
            let output = child.wait_with_output().unwrap();
            (who, output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
        })
        .collect();
    let winners: Vec<&str> = ends.iter().filter(|(_, code, _)| *code == 0).map(|(who, ..)| *who).collect();
    let [winner] = winners[..] else { panic!("{ends:#?}") };
    for (who, code, err) in ends.iter().filter(|(who, ..)| *who != winner) {
        // Found it claimed, or waited for over 15 seconds.
        assert!((*code == 1 && err.contains(winner)) || *code == 5, "{who}: {ends:#?}");
    }
    let claims = office.json("show 1号")["claims"].as_array().unwrap().clone();
    assert_eq!(claims.len(), 1, "{claims:#?}");
    assert!(claims[0].to_string().contains(winner), "{claims:#?}");
    office.ok("check");
}

/// A program that holds a file, built by the toolchain that built the tests.
fn holder() -> PathBuf {
    let holder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hold.exe");
    compile("rustc", &["--edition", "2024", "--target", "x86_64-pc-windows-gnu"], "hold.rs", &holder, &[]);
    holder
}

/// While the list, or the file that an answer would replace, is open elsewhere.
#[test]
fn file_that_is_open_in_another_program_is_reported_with_the_way_out() {
    let Some(wine) = wine() else { return };
    let office = Office::published();
    office.write("list.csv", WISHES);
    office.write("out.csv", "旧的\n");
    let holder = holder();
    for (file, line) in [
        ("list.csv", "collect wishes list.csv"),
        ("out.csv", "export wishes --output out.csv --force"),
        ("out.csv", "report quota --output out.csv --force"),
    ] {
        let mut hold = wine.command(&office.path(""), &[holder.to_str().unwrap(), file]);
        let mut hold = hold.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut held = String::new();
        BufReader::new(hold.stdout.take().unwrap()).read_line(&mut held).unwrap();
        assert_eq!(held.trim(), "held");
        let before = office.file();
        wine.ends(&office, line, 3).reports(&[file, "先在 Excel/WPS 里关闭它"]);
        wine.ends(&office, &format!("{line} --lang en"), 3).reports(&[file, "close it in Excel/WPS first"]);
        assert!(office.file() == before && office.read("out.csv") == "旧的\n");
        drop(hold.stdin.take());
        assert!(hold.wait().unwrap().success());
    }
    wine.ok(&office, "export wishes --output out.csv --force");
    assert!(office.read("out.csv").contains("JH-W000001"));
}

/// Wine keeps an access list as the file's mode: what others may do there is reported as Everyone's, the administrators' rights
/// are those of the group, and what is made in a folder does not get the folder's list. Which accounts are others is a
/// test of `model::access`.
#[test]
fn files_are_their_owner_s_only_on_windows() {
    let Some(wine) = wine() else { return };
    let office = Office::bare();
    wine.ok(&office, "init --office 荔湾区/金花街道/蟠虬社区 --code PQ");
    office.write("a.csv", WISHES);
    wine.ends(&office, "collect wishes a.csv", 1);
    wine.ok(&office, "verify --all --pass");
    wine.ok(&office, "publish");
    wine.ok(&office, "export wishes --output out.csv");
    let backups = fs::read_dir(office.path("shuangwei.db.backups")).unwrap();
    let names = backups.map(|entry| format!("shuangwei.db.backups/{}", entry.unwrap().file_name().to_str().unwrap()));
    let mut private: Vec<String> = names.collect();
    assert!(!private.is_empty());
    private
        .extend(["shuangwei.db", "shuangwei.db.backups", "publish", "a.csv.rejects.csv", "out.csv"].map(str::to_owned));
    let others = |name: &str| fs::metadata(office.path(name)).unwrap().permissions().mode() & 0o007;
    for name in &private {
        assert_eq!(others(name), 0, "{name}");
    }
    let set = |name: &str, mode| fs::set_permissions(office.path(name), fs::Permissions::from_mode(mode)).unwrap();
    set("shuangwei.db", 0o666);
    set(&private[0], 0o644);
    wine.ok(&office, "log").reports(&["shuangwei.db", "doctor --fix"]);
    wine.ends(&office, "doctor", 1).answers(&["shuangwei.db", "Everyone"]);
    wine.ok(&office, "doctor --fix").answers(&["已收紧"]);
    assert_eq!((others("shuangwei.db"), others(&private[0])), (0, 0));
    wine.ok(&office, "doctor");
}

/// A share's own path, and a folder that another program syncs. Whether a drive is a share Wine does not tell.
#[test]
fn shares_are_no_place_for_an_office_file_on_windows() {
    let Some(wine) = wine() else { return };
    let office = Office::bare();
    let line = r"init --office 荔湾区/金花街道 --db \\server\share\shuangwei.db";
    wine.ends(&office, line, 3).reports(&["网络共享", "本机磁盘"]);
    fs::create_dir(office.path("钉盘")).unwrap();
    wine.ends(&office, r"init --office 荔湾区/金花街道 --db 钉盘\shuangwei.db", 3).reports(&["同步文件夹", "钉盘"]);
}

/// Code page 936 is what a Chinese Windows begins with: a pipe has UTF-8 all the same, and a console shows the characters.
#[test]
fn chinese_is_printed_in_every_code_page() {
    let Some(wine) = wine() else { return };
    let office = Office::published();
    let here = office.ok("list wishes").out;
    let exe = Wine::path(&wine.exe);
    for page in ["936", "65001", "437"] {
        let line = office.arguments("list wishes").join(" ");
        let line = format!("chcp {page} >nul & {exe} {line} | {exe} {line}");
        let run = run_of(&line, wine.command(&office.path(""), &["cmd", "/c", &line]));
        assert_eq!(run.out.replace('\r', ""), here, "{page}");
    }
    // Arguments and the environment have any characters, also beyond the first plane.
    let mut command = wine.program(&office, "find 𠮷");
    command.env("SHUANGWEI_OPERATOR", "𠮷文员");
    assert_eq!(run_of("find 𠮷", command).out, office.run("find 𠮷").out);
}

/// A window that holds nobody's console but the program's is one of a double click's: the menu opens in it, and it stays.
#[test]
fn double_click_opens_the_menu_and_keeps_its_window() {
    let Some(wine) = wine() else { return };
    let office = Office::published();
    let mut session = Session::of(wine.command(&office.path(""), &[wine.exe.to_str().unwrap()]), SIZE);
    session.sees(&["待认领", "要做什么：", "五、汇报", "退出"]);
    session.types(ESC);
    session.sees(&["按任意键关闭窗口"]);
    session.types(" ");
    let (output, code) = session.end();
    assert_eq!(code, 0, "{output}");
    // Where there is no office file the window says how to begin.
    let empty = Office::bare();
    let mut session = Session::of(wine.command(&empty.path(""), &[wine.exe.to_str().unwrap()]), SIZE);
    session.sees(&["这里没有工作文件", "按任意键关闭窗口"]);
    session.types("x");
    assert_eq!(session.end().1, 3);
    // One that was opened before closes when it likes.
    let session = Session::of(wine.command(&empty.path(""), &["cmd", "/c", &Wine::path(&wine.exe)]), SIZE);
    let (output, code) = session.end();
    assert!(code == 3 && !output.contains("按任意键"), "{output}");
}

#[test]
fn walk_takes_its_keys_from_a_windows_console() {
    let Some(wine) = wine() else { return };
    let office = Office::new();
    office.write("心愿.csv", WISHES);
    office.ends("collect wishes 心愿.csv", 1);
    let mut walk = Session::of(wine.program(&office, "verify"), SIZE);
    walk.sees(&["核实 1/2", "199****0001", "q 结束"]);
    walk.types("p");
    walk.sees(&["核实 2/2", "q 结束"]);
    walk.types("q");
    let (output, code) = walk.end();
    assert!(code == 0 && output.contains("这次核实 1 件"), "{output}");
    assert_eq!([office.state("JH-W000001"), office.state("JH-W000002")], ["verified", "collected"]);
}
