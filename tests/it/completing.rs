//! What a shell is offered while a command line is typed: asked as bash's script asks, and by bash itself.

use std::process::Command;

use crate::office::Office;

/// What is offered for the last of these words, as the script of a shell asks for it.
fn offered(office: &Office, shell: &str, words: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    command.env_clear().current_dir(office.path("")).env("COMPLETE", shell).env("_CLAP_IFS", "\n");
    command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).envs(variables.iter().copied());
    let output = command.args(["--", "shuangwei"]).args(words).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn bash(office: &Office, words: &[&str]) -> Vec<String> {
    offered(office, "bash", words, &[])
}

fn claimed() -> Office {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅");
    office
}

#[test]
fn commands_and_options_are_completed() {
    let office = Office::bare();
    assert_eq!(bash(&office, &["clai"]), ["claim"]);
    assert_eq!(bash(&office, &["claim", "rel"]), ["release"]);
    assert!(bash(&office, &["report", "quota", "--cou"]).contains(&"--counts".to_owned()));
    assert!(!bash(&office, &["m"]).contains(&"manual".to_owned()));
}

#[test]
fn needs_are_completed_to_those_that_the_command_can_be_about() {
    let office = claimed();
    let open = bash(&office, &["claim", "take", ""]);
    assert!(open.contains(&"1号".to_owned()) && !open.contains(&"3号".to_owned()), "{open:?}");
    assert_eq!(bash(&office, &["claim", "complete", ""])[0], "3号");
    assert_eq!(bash(&office, &["show", "JH-W00000"]).len(), 8);
    assert_eq!(bash(&office, &["show", "10"]), ["10号"]);
    office.write("more.csv", "许愿人,社区,微心愿内容\n伍峰,蟠虬社区,想要一把椅子\n");
    office.ok("collect wishes more.csv");
    assert_eq!(bash(&office, &["verify", "JH"]), ["JH-W000011"]);
}

#[test]
fn people_and_places_are_completed_and_never_a_phone() {
    let office = claimed();
    assert_eq!(bash(&office, &["claim", "take", "1号", "--by", "李"]), ["李梅"]);
    assert_eq!(bash(&office, &["claim", "take", "1号", "--by", "李梅,陈"]), ["李梅,陈刚"]);
    assert_eq!(bash(&office, &["list", "wishes", "--place", "蟠"]), ["蟠虬社区"]);
    assert!(bash(&office, &["claim", "take", "1号", "--by", "199"]).is_empty());
}

#[test]
fn texts_are_masked_as_a_list_masks_them() {
    let office = Office::verified();
    office.write("call.csv", "许愿人,社区,微心愿内容\n伍峰,蟠虬社区,请打19900003999找我\n");
    office.ok("collect wishes call.csv");
    let offered = offered(&office, "fish", &["show", "JH-W000011"], &[]).join("\n");
    assert!(offered.contains("JH-W000011\t请打") && !offered.contains("19900003"), "{offered}");
}

#[test]
fn lists_are_offered_as_files_to_import() {
    let office = Office::bare();
    for name in ["心愿.xlsx", "心愿.csv", "心愿.xls", "心愿.ods", "心愿.jpg"] {
        office.write(name, "");
    }
    let files = bash(&office, &["collect", "wishes", "心"]);
    assert_eq!(files.len(), 4, "{files:?}");
    assert!(!files.contains(&"心愿.jpg".to_owned()));
}

#[test]
fn office_file_that_cannot_be_read_offers_nothing_and_is_left_as_it_is() {
    let office = Office::bare();
    assert!(bash(&office, &["show", "3"]).is_empty());
    assert_eq!(office.names(), Vec::<String>::new());
    let office = claimed();
    let before = office.file();
    let conn = rusqlite::Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(bash(&office, &["show", "3"]).is_empty());
    conn.execute_batch("ROLLBACK").unwrap();
    assert_eq!(bash(&office, &["show", "3"]), ["3号"]);
    office.write("other.db", "no office file");
    assert!(bash(&office, &["--db", "other.db", "show", "3"]).is_empty());
    assert!(office.file() == before);
}

#[test]
fn help_of_what_is_offered_is_in_the_language_of_the_run() {
    let office = Office::bare();
    for (variable, word) in [("zh", "认领"), ("en", "Record who takes needs on")] {
        let offered = offered(&office, "fish", &["clai"], &[("SHUANGWEI_LANG", variable)]).join("\n");
        assert!(offered.contains(word), "{offered}");
    }
}

#[test]
fn variable_that_names_no_shell_is_not_ours() {
    let office = claimed();
    let mut command = office.command("show 3号");
    command.env("COMPLETE", "1");
    assert!(command.output().unwrap().status.success());
}

#[test]
fn live_script_is_written_for_every_shell() {
    let office = Office::bare();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = office.ok(&format!("completions {shell} --live")).out;
        assert!(script.contains("COMPLETE") && script.contains("shuangwei"), "{script}");
    }
}

#[test]
fn bash_completes_with_the_live_script() {
    let office = claimed();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_shuangwei"));
    let script = "source <(shuangwei completions bash --live)
        COMP_WORDS=(shuangwei claim complete '') COMP_CWORD=3 COMP_TYPE=9
        _clap_complete_shuangwei shuangwei '' complete
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let bash =
        Command::new("bash").args(["-c", script]).env_clear().env("PATH", path).current_dir(office.path("")).output();
    let Ok(output) = bash else { return };
    assert!(output.stdout.starts_with("3号\n".as_bytes()), "{output:?}");
}
