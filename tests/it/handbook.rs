//! The manual in Chinese: its commands are run, day by day, and its screens and messages are those of the program.

use std::fs;
use std::path::Path;

use clap::CommandFactory;
use shuangwei::cli::Cli;

use crate::office::Office;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn manual() -> String {
    fs::read_to_string(root().join("docs/手册.md")).unwrap()
}

/// A step of the manual: its day, its command, and the lines that it shows of the answer.
struct Step {
    day: String,
    command: String,
    shown: Vec<String>,
}

fn steps(manual: &str) -> Vec<Step> {
    let (mut day, mut steps, mut is_screen) = (String::new(), Vec::<Step>::new(), false);
    for line in manual.lines() {
        if let Some(marked) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
            day = marked.to_owned();
        } else if line.starts_with("```") {
            is_screen = line == "```console";
        } else if let (true, Some(command)) = (is_screen, line.strip_prefix("$ ")) {
            steps.push(Step { day: day.clone(), command: command.to_owned(), shown: Vec::new() });
        } else if is_screen {
            steps.last_mut().expect("a screen begins with its command").shown.push(line.trim_end().to_owned());
        }
    }
    steps
}

#[test]
fn manual_shows_a_day_as_it_goes() {
    let office = Office::bare();
    for list in fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path()) {
        if list.extension().is_some_and(|extension| extension == "csv") {
            fs::copy(&list, office.path(&list.file_name().unwrap().to_string_lossy())).unwrap();
        }
    }
    let steps = steps(&manual());
    assert!(steps.len() >= 15, "the manual shows next to nothing");
    for step in steps {
        let answer = match step.command.strip_prefix("cat ") {
            Some(file) => office.read(file),
            None => {
                let command = step.command.strip_prefix("shuangwei ").expect("a command of ours");
                let run = office.run(&format!("{command} --today {}", step.day));
                assert!(run.code <= 1, "{run:?}");
                run.err + &run.out
            }
        };
        let mut lines = answer.lines().map(str::trim_end);
        for shown in &step.shown {
            assert!(lines.any(|line| line == shown), "{}: {shown}\n{answer}", step.command);
        }
    }
}

/// The twenty messages: each is in one of the program's texts, its pieces in that order.
#[test]
fn manual_explains_messages_that_there_are() {
    let folders = ["src/lang", "src/lang/help"].map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let texts: Vec<String> = paths.map(|path| fs::read_to_string(path).unwrap()).collect();
    let manual = manual();
    let table = manual.split("| 屏幕上说 |").nth(1).unwrap();
    let messages: Vec<&str> =
        table.lines().skip(2).filter_map(|row| row.strip_prefix("| ")?.split(" | ").next()).collect();
    assert_eq!(messages.len(), 20, "{messages:?}");
    for message in messages {
        let is_there = |line: &str| {
            let mut rest = line;
            message.split("……").all(|piece| match rest.split_once(piece) {
                Some((_, behind)) => {
                    rest = behind;
                    true
                }
                None => false,
            })
        };
        assert!(texts.iter().any(|text| text.lines().any(is_there)), "no message says: {message}");
    }
}

#[test]
fn manual_and_card_name_commands_and_options_that_there_are() {
    let page = fs::read_to_string(root().join("docs/卡片.html")).unwrap();
    let manual = manual();
    let in_page = page.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next());
    let in_manual = manual.split('`').skip(1).step_by(2);
    let mut found = 0;
    for line in in_page.chain(in_manual) {
        let Some(words) = line.strip_prefix("shuangwei ") else { continue };
        let mut command = &Cli::command();
        for word in words.split(' ') {
            if let Some(inner) = command.find_subcommand(word) {
                command = inner;
            } else if let Some(option) = word.strip_prefix("--") {
                let is_known = command.get_arguments().any(|arg| arg.get_long() == Some(option));
                assert!(is_known || option == "help", "{} has no --{option}: {line}", command.get_name());
            }
        }
        assert!(command.get_name() != "shuangwei", "no such command: {line}");
        found += 1;
    }
    assert!(found > 25, "{found}");
}
