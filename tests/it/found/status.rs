//! `status`, and the program without a command: what waits, what is overdue, what to type next.

use crate::office::Office;

fn count(office: &Office, stage: &str) -> (i64, i64) {
    let document = office.json("status");
    let stages = document["stages"].as_array().unwrap();
    let one = stages.iter().find(|one| one["stage"] == stage).unwrap();
    (one["wishes"].as_i64().unwrap(), one["projects"].as_i64().unwrap())
}

#[test]
fn faulty_decisions_go_back_to_the_command_they_came_from() {
    let office = Office::new();
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一盏灯,是\n乙二,蟠虬社区,一张床,否\n");
    office.ok("collect wishes w.csv");
    for (list, content, line) in [
        ("d.csv", "编号,核实结果,理由\nJH-W000001,不通过,\n", "verify --decisions"),
        ("e.csv", "理由,编号,结果,重复于\n,JH-W000001,重复,\n", "verify --decisions"),
        ("f.csv", "编号,结果,公开措辞,征询结果,理由\nJH-W000099,通过,,,\n", "publish --decisions"),
    ] {
        office.write(list, content);
        office.refuses(&format!("{line} {list}"), 1);
        let next = office.json("status")["next"].to_string();
        assert!(next.contains(&format!("shuangwei {line} {list}.rejects.csv")), "{list}: {next}");
    }
    office.write("v.csv", "许愿人,社区,微心愿内容,数量\n,蟠虬社区,一把伞,1\n");
    office.ends("collect wishes v.csv", 1);
    let next = office.json("status")["next"].to_string();
    assert!(next.contains("collect wishes v.csv.rejects.csv"), "{next}");
}

#[test]
fn status_sends_what_cannot_go_up_to_its_review() {
    let office = Office::new();
    let next = || {
        let status = office.json("status");
        status["stages"].as_array().unwrap().iter().find(|stage| stage["stage"] == "to_publish").unwrap()["next"]
            .clone()
    };
    let wish = |name: &str, text: &str, consent: &str| {
        office.write("w.csv", format!("许愿人,社区,微心愿内容,同意公开\n{name},蟠虬社区,{text},{consent}\n"));
        office.ok("collect wishes w.csv");
        office.ok("verify --all --pass");
    };
    wish("甲一", "一盏灯", "否");
    assert_eq!(next(), "shuangwei publish --review");
    wish("乙二", "打 19900001001 找我，要一张床", "是");
    assert_eq!(next(), "shuangwei publish --review");
    wish("丙三", "一把伞", "是");
    assert_eq!(next(), "shuangwei publish");
    office.ok("publish");
    assert_eq!(next(), "shuangwei publish --review");
}

#[test]
fn stages_are_those_of_the_reports() {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 9号 --by 区图书馆 --on 2021-05-02");
    office.ok("claim take 5号 --by 陈刚 --on 2021-05-02");
    office.ok("claim complete 5号 --by 陈刚 --on 2021-05-03");
    office.write("more.csv", "许愿人,社区,微心愿内容,完成时限\n新一,蟠虬社区,一张新的凳子,2021-06-01\n");
    office.ok("collect wishes more.csv");
    assert_eq!(count(&office, "to_verify"), (1, 0));
    assert_eq!(count(&office, "to_claim"), (6, 1));
    assert_eq!(count(&office, "to_do"), (1, 1));
    assert_eq!(count(&office, "to_confirm"), (1, 0));
    let document = office.json("status");
    let overdue = office.json("report overdue");
    assert_eq!(document["overdue"], overdue["total"]["overdue"]);
    assert!(document["overdue"].as_i64().unwrap() > 0);
    let next: Vec<&str> = document["next"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert!(next.contains(&"shuangwei verify") && next.contains(&"shuangwei report overdue"), "{next:?}");
    assert_eq!(document["backup"]["on"], "2021-12-31");
    office.ok("status").answers(&["金花街道", "待核实", "待认领", "最近一次自动备份", "接下来可以输入"]);
    office.ok("status --lang en").answers(&["to verify", "what to type next"]);
}

#[test]
fn a_bare_call_shows_the_same_and_never_asks_in_a_pipe() {
    let office = Office::verified();
    let (bare, status) = (office.run(""), office.ok("status"));
    assert_eq!((bare.code, &bare.out), (0, &status.out), "{bare:?}");
    office.ok("--help").answers(&["status", "list", "find", "edit"]);
}

#[test]
fn faulty_rows_stay_open_until_they_are_imported_again() {
    let office = Office::new();
    office.write("w.csv", "许愿人,社区,微心愿内容\n甲一,蟠虬社区,书桌\n乙二,蟠虬社区,\n");
    office.ends("collect wishes w.csv", 1);
    let open = |office: &Office| office.json("status")["open_rejects"].clone();
    assert_eq!(open(&office)[0]["file"], "w.csv.rejects.csv");
    assert_eq!(open(&office)[0]["next"], "shuangwei collect wishes w.csv.rejects.csv");
    office.ok("status").answers(&["w.csv.rejects.csv"]);
    let mended = office.read("w.csv.rejects.csv").replace("乙二,蟠虬社区,", "乙二,蟠虬社区,台灯");
    office.write("w.csv.rejects.csv", mended);
    office.ok("collect wishes w.csv.rejects.csv");
    assert_eq!(open(&office).as_array().unwrap().len(), 0);
}

#[test]
fn lists_of_which_nothing_went_in_are_known_by_their_headers() {
    let office = Office::new();
    for (name, list, command) in [
        ("w.csv", "许愿人,社区,微心愿内容\n乙二,蟠虬社区,\n", "collect wishes"),
        ("项目 三月.csv", "项目名称,社区,项目内容,预算\n,蟠虬社区,修路灯,2万\n", "collect projects"),
        ("m.csv", "姓名,党员类别,手机号\n,在职,19900001001\n", "collect members"),
        ("o.csv", "党组织名称,组织类别,联系人\n,单位党组织,谢蓝\n", "collect orgs"),
        ("c.csv", "心愿编号,认领人,认领时间\nX1,张三,2021-05-01\n", "claim import"),
        // It was a list of wishes before.
        ("w.csv", "姓名,党员类别,手机号\n,在职,19900001002\n", "collect members"),
    ] {
        office.write(name, list);
        office.ends(&format!("{command} \"{name}\""), 1);
        let rejects = format!("{name}.rejects.csv");
        let open = office.json("status")["open_rejects"].clone();
        assert_eq!(open.as_array().unwrap().len(), 1, "{open:#}");
        let typed = if name.contains(' ') { format!("\"{rejects}\"") } else { rejects.clone() };
        assert_eq!(open[0]["next"], format!("shuangwei {command} {typed}"));
        std::fs::remove_file(office.path(&rejects)).unwrap();
    }
    // Where nobody can tell, the program is asked, which asks on a terminal.
    office.write("x.csv.rejects.csv", "甲,乙,行号,问题\n1,2,3,没有\n");
    assert_eq!(office.json("status")["open_rejects"][0]["next"], "shuangwei x.csv.rejects.csv");
}

#[test]
fn without_an_office_file_it_says_how_to_begin_or_to_restore() {
    let office = Office::bare();
    for line in ["status", ""] {
        let run = office.run(line);
        assert_eq!(run.code, 3, "{run:?}");
        run.reports(&["这里没有工作文件", "shuangwei init --office", "--db"]);
    }
    assert!(office.names().is_empty());
    let office = Office::verified();
    std::fs::remove_file(office.path("shuangwei.db")).unwrap();
    let run = office.run("");
    run.reports(&["工作文件不见了", "shuangwei restore", "shuangwei.db.backups"]);
    let command = run.err.lines().find_map(|line| line.split_once("shuangwei restore ")).unwrap().1.to_owned();
    office.ok(&format!("restore {command}"));
    office.ok("status");
}

#[cfg(unix)]
mod menu {
    use crate::office::Office;
    use crate::terminal::{DOWN, ESC, Session};

    #[test]
    fn menu_and_what_waits_are_on_one_small_screen() {
        let office = Office::published();
        for at in 1..=6 {
            office.write(&format!("w{at}.csv"), format!("许愿人,社区,微心愿内容\n,蟠虬社区,一张书桌{at}\n"));
            office.ends(&format!("collect wishes w{at}.csv"), 1);
        }
        office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
        assert!(office.ok("status").out.lines().count() > 20);
        let mut session = Session::new(&office, "", (80, 24));
        session.sees(&["要做什么", "退出"]);
        session.types(ESC);
        let (output, code) = session.end();
        let before = output.split_once("要做什么").unwrap().0;
        assert_eq!(code, 0);
        assert!(before.lines().count() <= 12, "{before}");
        for words in ["待认领", "w1.csv.rejects.csv，另有 5 个文件", "接下来："] {
            assert!(before.contains(words), "{words}: {before}");
        }
    }

    #[test]
    fn steps_can_be_taken_by_whoever_knows_no_command() {
        let office = Office::new();
        office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一张书桌,是\n");
        let mut session = Session::new(&office, "", (100, 50));
        session.sees(&["要做什么", "一、征集", "退出"]);
        session.types("\n");
        session.sees(&["导入微心愿清单"]);
        session.types("\n");
        session.sees(&["哪个文件", "w.csv"]);
        session.types("\n");
        session.sees(&["$ shuangwei collect wishes w.csv", "新增 1 条", "回车继续"]);
        session.types("\n");
        session.sees(&["要做什么", "退出"]);
        session.types(&format!("{DOWN}\n"));
        session.sees(&["待核实的全部通过"]);
        session.types(&format!("{DOWN}\n"));
        session.sees(&["待核实的 1 件", "是/否"]);
        session.types("是\n");
        session.sees(&["$ shuangwei verify --all --pass", "回车继续"]);
        session.types("\n");
        session.sees(&["要做什么", "退出"]);
        session.types(&format!("{DOWN}{DOWN}\n"));
        session.sees(&["发布全部已核实的"]);
        session.types("\n");
        session.sees(&["已核实的 1 件", "是/否"]);
        session.types("是\n");
        session.sees(&["$ shuangwei publish", "回车继续"]);
        session.types("\n");
        session.sees(&["要做什么", "退出"]);
        session.types(ESC);
        let (output, code) = session.end();
        assert_eq!(code, 0, "{output}");
        assert_eq!(office.state("JH-W000001"), "published");
        let log = office.ok("log --format csv").out;
        assert!(log.contains("文员"), "{log}");
    }

    #[test]
    fn what_changes_everything_that_waits_is_done_after_a_yes_only() {
        let office = Office::new();
        office
            .write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一张书桌,是\n乙二,蟠虬社区,一台轮椅,是\n");
        office.ok("collect wishes w.csv");
        // The steps down to the one that is meant, and those within it.
        for (step, within, question, state) in
            [(1, 1, "待核实的 2 件", "collected"), (2, 0, "已核实的 2 件", "verified")]
        {
            let before = office.entries();
            let mut session = Session::new(&office, "", (100, 50));
            session.sees(&["要做什么", "退出"]);
            session.types(&format!("{}\n", DOWN.repeat(step)));
            session.sees(&["返回"]);
            session.types(&format!("{}\n", DOWN.repeat(within)));
            session.sees(&[question, "是/否"]);
            session.types("否\n");
            session.sees(&["要做什么", "退出"]);
            session.types(ESC);
            let (output, code) = session.end();
            assert_eq!((code, output.contains("$ shuangwei")), (0, false), "{output}");
            assert_eq!((office.state("JH-W000001"), office.entries()), (state.to_owned(), before));
            office.ok("verify --all --pass");
        }
    }

    #[test]
    fn workbook_that_is_there_is_never_written_over() {
        let office = Office::new();
        office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一张书桌,是\n");
        office.ok("collect wishes w.csv");
        // The last but one of the choices within the step.
        for (step, within, stem) in [(1, 2, "核实清单"), (4, 3, "总览")] {
            for name in [format!("{stem}.xlsx"), format!("{stem}-2.xlsx"), format!("{stem}-3.xlsx")] {
                let mut session = Session::new(&office, "", (100, 50));
                session.sees(&["要做什么", "退出"]);
                session.types(&format!("{}\n", DOWN.repeat(step)));
                session.sees(&[&name, "返回"]);
                session.types(&format!("{}\n", DOWN.repeat(within)));
                session.sees(&["$ shuangwei", &name, "回车继续"]);
                session.types("\n");
                session.sees(&["要做什么", "退出"]);
                session.types(ESC);
                assert_eq!(session.end().1, 0);
                assert!(std::fs::read(office.path(&name)).unwrap().starts_with(b"PK"), "{name}");
                // Filled in by hand.
                office.write(&name, "filled in");
            }
            for name in [format!("{stem}.xlsx"), format!("{stem}-2.xlsx"), format!("{stem}-3.xlsx")] {
                assert_eq!(office.read(&name), "filled in", "{name}");
            }
        }
    }

    /// As when a file is dropped on the program.
    #[test]
    fn list_that_is_named_alone_is_imported_once_its_kind_is_chosen() {
        let office = Office::new();
        office.write("心愿 三月.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一张书桌,是\n");
        office.write("报送.pdf", "");
        let command = |file: &str| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
            command.env_clear().current_dir(office.path("")).arg(office.path(file));
            command
        };
        // Without a terminal there is nobody to ask, and what is no list is none.
        for (file, output) in [
            ("心愿 三月.csv", command("心愿 三月.csv").output().unwrap()),
            ("报送.pdf", command("报送.pdf").output().unwrap()),
        ] {
            assert_eq!(output.status.code(), Some(2), "{file}");
        }
        let (output, code) = Session::of(command("报送.pdf"), (100, 50)).end();
        assert_eq!(code, 2, "{output}");
        let mut session = Session::of(command("心愿 三月.csv"), (100, 50));
        session.sees(&["是哪一种清单", "导入微心愿清单", "导入认领登记表", "返回"]);
        session.types("\n");
        session.sees(&["$ shuangwei collect wishes", "新增 1 条"]);
        assert_eq!(session.end().1, 0);
        assert_eq!(office.state("JH-W000001"), "collected");
        // Left open, nothing is done.
        let mut session = Session::of(command("心愿 三月.csv"), (100, 50));
        session.sees(&["是哪一种清单"]);
        session.types(ESC);
        assert_eq!((session.end().1, office.entries()), (0, 2));
    }
}
