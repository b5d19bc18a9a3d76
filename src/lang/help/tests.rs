//! A small tree of our own, and what a user sees of it.

use clap::{Arg, ArgAction, Command};

use super::*;

fn tree() -> Command {
    Command::new("shuangwei")
        .version("0.1.0")
        .about("Collects wishes")
        .subcommand_required(true)
        .arg(Arg::new("db").long("db").value_name("FILE").global(true).help("The office file"))
        .arg(Arg::new("today").long("today").hide(true).global(true))
        .subcommand(
            Command::new("collect")
                .about("Imports lists")
                .long_about("Imports lists\n\nMore of it")
                .arg(Arg::new("under").long("under").value_name("PLACE").help("Where").conflicts_with("strict"))
                .arg(Arg::new("strict").long("strict").action(ArgAction::SetTrue).help("All or nothing"))
                .arg(Arg::new("file").value_name("FILE").required(true).num_args(1..).help("Lists"))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_parser(["table", "csv"])
                        .default_value("table")
                        .help("Form"),
                )
                .arg(Arg::new("count").long("count").value_parser(clap::value_parser!(u32)).help("How many"))
                .arg(Arg::new("pair").long("pair").num_args(2).help("Two")),
        )
        .subcommand(Command::new("check").about("Checks"))
}

fn zh(key: &str) -> Option<&'static str> {
    Some(match key {
        "" => "征集、核实、发布、认领群众微心愿",
        "collect" => {
            "导入名单\n\n支持 CSV、xlsx 和 ods；有问题的行写到 清单名.rejects.csv，修改后再次导入即可，其余的行照常导入，重复导入同一份名单不会改变什么。"
        }
        "check" => "检查",
        "--db" => "库文件",
        "collect --under" => {
            "名单里的地名从哪一级算起；不写就从本单位算起，例如 荔湾区/金花街道，名单里只写社区时尤其要写"
        }
        "--strict" => "全部正确才导入",
        "<FILE>" => "名单文件",
        "--format" => "格式",
        "--count" => "数目",
        "--pair" => "两个值",
        "=FILE" => "文件",
        "=PLACE" => "属地",
        "=FORMAT" => "形式",
        "=COUNT" => "数目",
        "collect --pair=" => "值",
        _ => return None,
    })
}

fn text(args: &[&str]) -> String {
    let command = in_chinese(tree(), None, &zh).term_width(80);
    usage_error(&command.try_get_matches_from(args).unwrap_err())
}

#[test]
fn every_key_has_a_text_and_a_missing_one_is_named() {
    assert_eq!(missing(&tree(), &zh), Vec::<String>::new());
    let without = |key: &str| zh(key).filter(|_| !matches!(key, "" | "--db" | "collect --under" | "=COUNT"));
    let named = ["(program)", "--db", "collect --under", "collect --count =COUNT"];
    assert_eq!(missing(&tree(), &without), named);
}

#[test]
fn help_is_chinese_and_fits() {
    for args in [&["shuangwei", "-h"][..], &["shuangwei", "collect", "-h"], &["shuangwei", "collect", "--help"]] {
        let help = text(args);
        for line in help.lines() {
            assert!(width(line) <= 80, "{line}");
        }
        for english in
            ["Usage", "Options", "Commands", "Arguments", "Print", "default", "possible", "OPTIONS", "Where", "<"]
        {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
    }
    let short = text(&["shuangwei", "collect", "-h"]);
    for part in [
        "导入名单\n",
        "用法：shuangwei collect [选项] ‹文件›...",
        "\n参数：\n",
        "\n选项：\n",
        "［默认：table］［可选：table、csv］",
        "显示帮助",
    ] {
        assert!(short.contains(part), "{part} in\n{short}");
    }
    assert!(short.find("参数：") < short.find("选项："));
    assert!(!short.contains("例："), "{short}");
    let long = text(&["shuangwei", "collect", "--help"]);
    assert!(long.contains("rejects.csv") && long.contains("例：\n  shuangwei collect "), "{long}");
    let program = text(&["shuangwei", "-h"]);
    for part in ["命令：", "  collect  导入名单", "显示版本", "库文件"] {
        assert!(program.contains(part), "{part} in\n{program}");
    }
}

#[test]
fn errors_say_what_is_wrong_and_the_way_out() {
    for (args, rendered) in [
        (&["collect", "a", "--undr", "b"][..], "没有 --undr 这个选项或参数\n是不是想写 --under？加 --help 看用法"),
        (&["colect"], "没有 colect 这个命令\n是不是想写 collect？加 --help 看用法"),
        (&["collect"], "还缺：‹文件›...\n加 --help 看用法"),
        (
            &["collect", "a", "--format", "csvv"],
            "--format ‹形式› 不能是 csvv；可选：table、csv\n是不是想写 csv？加 --help 看用法",
        ),
        (&["collect", "a", "--format"], "--format ‹形式› 后面要有一个值；可选：table、csv\n加 --help 看用法"),
        (&["collect", "a", "--strict", "--under", "b"], "--strict 不能和 --under ‹属地› 同时用\n加 --help 看用法"),
        (&["collect", "a", "--strict", "--strict"], "--strict 只能写一次\n加 --help 看用法"),
        (&["collect", "a", "--pair", "1"], "--pair ‹值› ‹值› 要 2 个值，给了 1 个\n加 --help 看用法"),
        (&[], "shuangwei 后面要跟一个命令；可选：collect、check\n加 --help 看用法"),
    ] {
        let all: Vec<&str> = std::iter::once("shuangwei").chain(args.iter().copied()).collect();
        assert_eq!(text(&all), rendered);
    }
    let rendered = text(&["shuangwei", "collect", "a", "--count", "x"]);
    assert!(rendered.starts_with("--count ‹数目› 不能是 x：") && rendered.ends_with("加 --help 看用法"), "{rendered}");
}

#[test]
fn the_tree_still_parses() {
    let matches =
        in_chinese(tree(), None, &zh).try_get_matches_from(["shuangwei", "collect", "a", "b", "--db", "c"]).unwrap();
    let (name, collect) = matches.subcommand().unwrap();
    assert_eq!(name, "collect");
    assert_eq!(collect.get_many::<String>("file").unwrap().count(), 2);
    assert_eq!(collect.get_one::<String>("db").unwrap(), "c");
    in_chinese(tree(), None, &zh).debug_assert();
}
