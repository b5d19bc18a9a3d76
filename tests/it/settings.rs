//! Settings: where each value comes from, and what is reported of a file that is not understood. What a run explains of itself.

use std::os::unix::fs::PermissionsExt;

use crate::office::{Office, Run, TESTING};

/// Runs a command with these variables set, without a language or an operator on its line.
fn run(office: &Office, line: &str, variables: &[(&str, &str)]) -> (String, String, i32) {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    command
        .env_clear()
        .env(TESTING.0, TESTING.1)
        .current_dir(office.path(""))
        .args(["--today", office.day])
        .args(line.split(' '));
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
}

/// An office with settings of its own beside it, and the user's.
fn office_with(beside: &str, own: &str) -> Office {
    let office = Office::verified();
    office.write("shuangwei.toml", beside);
    std::fs::create_dir_all(office.path("home/shuangwei")).unwrap();
    office.write("home/shuangwei/shuangwei.toml", own);
    office
}

fn operator(office: &Office) -> String {
    office.json("log --limit 1")["entries"][0]["operator"].as_str().unwrap().to_owned()
}

#[test]
fn flag_wins_over_environment_over_the_file_beside_over_the_users() {
    let office = office_with("operator = \"近\"\n", "operator = \"远\"\nlanguage = \"en\"\n");
    let home = office.path("home").display().to_string();
    let user = ("XDG_CONFIG_HOME", home.as_str());
    let mut close = 0;
    let mut who = |line: &str, variables: &[(&str, &str)]| {
        close += 1;
        let (_, err, code) = run(&office, &format!("edit JH-W00000{close} --set 备注=改过 {line}"), variables);
        assert_eq!(code, 0, "{err}");
        operator(&office)
    };
    assert_eq!(who("--operator 旗", &[user, ("SHUANGWEI_OPERATOR", "境")]), "旗");
    assert_eq!(who("--quiet", &[user, ("SHUANGWEI_OPERATOR", "境"), ("USER", "系统")]), "境");
    assert_eq!(who("--quiet", &[user, ("USER", "系统")]), "近");
    office.write("shuangwei.toml", "");
    assert_eq!(who("--quiet", &[user, ("USER", "系统")]), "远");
    assert_eq!(who("--quiet", &[("USER", "系统")]), "系统");
    office.write("other.toml", "operator = \"指定\"\n");
    assert_eq!(who("--config other.toml", &[user]), "指定");
}

#[test]
fn language_format_colour_and_folder_are_set_by_a_file() {
    let office = office_with("language = \"en\"\nformat = \"json\"\npack = \"上墙\"\ncolor = \"always\"\n", "");
    let (out, _, _) = run(&office, "list wishes", &[]);
    assert!(out.starts_with("{\n  \"kind\": \"wish\""), "{out}");
    let (out, _, _) = run(&office, "list wishes --format table", &[("SHUANGWEI_LANG", "zh")]);
    assert!(out.contains("编号"), "{out}");
    let (out, _, _) = run(&office, "list wishes --help", &[]);
    assert!(out.contains("Usage") && out.contains('\u{1B}'), "{out}");
    let (_, err, code) = run(&office, "publish", &[]);
    assert!(code == 0 && office.has("上墙/data.json") && !office.has("publish"), "{err}");
}

#[test]
fn what_is_not_understood_is_named_with_its_line_and_the_near_key() {
    let office = Office::verified();
    for (text, words) in [
        ("language = \"zh\"\ncolour = \"always\"\n", &["shuangwei.toml 第2行", "没有 colour 这一项", "color"][..]),
        ("\nlanguage = \"fr\"\n", &["第2行", "language 不能是 \"fr\"", "zh、en"]),
        ("operator = 3\n", &["第1行", "operator 不能是"]),
        ("operator = \"甲\"\nlanguage\n", &["第2行", "TOML"]),
        ("pager = \"sh -c x\"\n", &["第1行", "分页程序"]),
    ] {
        office.write("shuangwei.toml", text);
        office.refuses("list wishes", 3).reports(words);
        // How to write it can be read all the same.
        office.ok("--help");
    }
    office.write("shuangwei.toml", "pager = \"off\"\n");
    office.ok("list wishes");
    office.ends("list wishes --config none.toml", 3).reports(&["none.toml"]);
}

#[test]
fn doctor_and_explaining_tell_which_value_came_from_where() {
    let office = office_with("operator = \"近\"\nformat = \"table\"\n", "");
    let (out, err, _) = run(&office, "doctor -v --lang zh", &[("NO_COLOR", "1")]);
    for text in [&out, &err] {
        for line in [
            "operator = 近（来自 ",
            "shuangwei.toml 第1行",
            "language = zh（来自 --lang）",
            "color = 1（来自 NO_COLOR）",
        ] {
            assert!(text.replace('\n', "").contains(line), "{line} in {text}");
        }
    }
}

/// The steps that a run has explained.
fn steps(run: &Run) -> Vec<&str> {
    run.err.lines().filter(|line| line.starts_with("· ")).collect()
}

#[test]
fn explaining_tells_files_encodings_and_times_on_standard_error_only() {
    let office = Office::new();
    office.write("wishes.csv", crate::office::WISHES);
    let plain = office.ok("collect wishes wishes.csv --dry-run");
    assert!(steps(&plain).is_empty());
    let printed = office.ok("collect wishes wishes.csv --dry-run -v");
    assert_eq!(printed.out, plain.out);
    let all = steps(&printed).join("\n");
    for words in ["collect（", "打开工作文件 shuangwei.db", "读清单 wishes.csv：utf-8，表头在第1行，8 行", "退出码 0（"]
    {
        assert!(all.contains(words), "{words} in {all}");
    }
}

#[test]
fn log_file_gets_the_same_with_the_time_for_its_owner_only() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --log-file run.log");
    office.ends("show 99号 --log-file run.log", 3);
    let log = office.read("run.log");
    assert!(log.lines().all(|line| line.starts_with("20") && line.contains("+08:00 · ")), "{log}");
    assert!(log.contains("退出码 0") && log.contains("退出码 3"), "{log}");
    assert!(!log.contains("李梅") && !log.contains("99号"), "{log}");
    let mode = office.path("run.log").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    office.refuses("list wishes --log-file shuangwei.db", 3);
    office.refuses("list wishes --log-file no/such/folder.log", 3).reports(&["--log-file"]);
}

/// What the system says of a file is in Chinese too.
#[test]
fn errors_of_the_system_are_in_the_language_of_the_run() {
    let office = Office::verified();
    std::fs::create_dir(office.path("folder")).unwrap();
    office.write("gbk.toml", encoding_rs::GBK.encode("language = \"中文\"\n").0);
    let printed = |line: &str, words: &[&str]| {
        let run = office.ends(line, 3);
        run.reports(words);
        for raw in ["os error", "No such", "Permission", "Is a directory", "valid UTF-8", "unknown", "invalid"] {
            assert!(!run.err.contains(raw), "{line}: {}", run.err);
        }
    };
    printed("status --config nofile", &["nofile", "没有这个文件"]);
    printed("status --config folder", &["folder", "这是文件夹"]);
    printed("status --config gbk.toml", &["gbk.toml", "UTF-8"]);
    printed("status --log-file no/such/folder.log", &["--log-file", "没有这个文件或文件夹"]);
    office.write("publish.toml", encoding_rs::GBK.encode("title = \"心愿树\"\n").0);
    printed("publish", &["publish.toml", "UTF-8"]);
    std::fs::remove_file(office.path("publish.toml")).unwrap();
    std::fs::create_dir(office.path("publish.toml")).unwrap();
    printed("publish", &["publish.toml", "这是文件夹"]);
}

#[test]
fn fault_of_the_settings_is_reported_once_and_in_the_users_language() {
    let office = Office::verified();
    office.write("list.csv", "许愿人,社区\n甲一,蟠虬社区\n");
    let message = office.ends("--config list.csv status", 3).err;
    assert_eq!(message.matches("TOML").count(), 1, "{message}");
    for value in ["3", "2.5", "true", "2021-01-01", "[1]", "{ a = 1 }"] {
        office.write("own.toml", format!("operator = {value}\n"));
        let message = office.ends("--config own.toml status", 3).err;
        for word in ["integer", "float", "boolean", "datetime", "array", "table"] {
            assert!(!message.contains(word), "{value}: {message}");
        }
        assert!(message.contains("operator 不能是"), "{message}");
    }
}
