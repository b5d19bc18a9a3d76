//! Every write, sync, truncation, rename and unlink of a command fails once: by kill -9, by a full disk, by a broken one.

use std::fs;
use std::path::Path;

use crate::calls::{self, Fault, Point};
use crate::judge::{Outcome, State, fits};
use crate::office::{Office, TESTING};
use crate::{for_each, taken};

/// Points of a command that a sample takes.
const SAMPLE: usize = 24;

/// A command, in a folder that is as it was before.
struct Scene {
    name: &'static str,
    line: &'static str,
    before: Office,
}

impl Scene {
    fn points(&self) -> Vec<Point> {
        let counts = calls::counted(copy(&self.before).path(), &self.before.arguments(self.line));
        let mut points = Vec::new();
        for fault in [Fault::Kill, Fault::NoSpace, Fault::Io] {
            for (call, count) in &counts {
                points.extend((1..=*count).map(|when| Point { call, when, fault }));
            }
        }
        assert!(counts.contains_key("fsync") && counts.contains_key("pwrite64") || self.name == "backup", "{counts:?}");
        points
    }
}

/// A copy of an office's folder.
fn copy(office: &Office) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_into(&office.path(""), folder.path());
    folder
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_into(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Wishes of `size` characters each: a bulk change of them writes some hundred pages.
fn wishes(count: usize, size: usize) -> String {
    let mut list = "姓名,社区,联系电话,微心愿内容,同意公开\n".to_owned();
    for at in 0..count {
        let content = "想要一件小小的东西好过冬天也好过夏天".chars().cycle().take(size).collect::<String>();
        list.push_str(&format!("居民{at},蟠虬社区,1990003{at:04},{content}{at},是\n"));
    }
    list
}

/// Fails a command at each of its points; `judge` decides whether the state found afterwards is allowed.
fn sweep(scene: &Scene, judge: impl Fn(&Path, Point, Outcome) -> Result<(), String> + Sync) -> usize {
    let points = scene.points();
    let every = points.len();
    let points = taken(points, SAMPLE);
    let arguments = scene.before.arguments(scene.line);
    let found = for_each(&points, |point| {
        let folder = copy(&scene.before);
        let output = calls::failing(folder.path(), &arguments, *point);
        let outcome = Outcome::of(&output);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        if message.contains("panicked") {
            return Err(format!("{} {point:?}: {message}", scene.name));
        }
        judge(folder.path(), *point, outcome)
            .map_err(|why| format!("{} {point:?} {outcome:?}: {why}\n{message}", scene.name))
    });
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), points.len(), found.join("\n"));
    println!("{}: {} of {every} points", scene.name, points.len());
    points.len()
}

/// Fails a command that changes the office file at each of its points.
fn sweep_change(scene: &Scene) -> usize {
    let old = State::of(&scene.before.path("shuangwei.db")).unwrap();
    let done = copy(&scene.before);
    run(&scene.before, done.path(), scene.line);
    let new = State::of(&done.path().join("shuangwei.db")).unwrap();
    assert_eq!(new.entry, old.entry + 1, "{}", scene.name);
    sweep(scene, |folder, point, outcome| {
        let file = folder.join("shuangwei.db");
        let found = State::of(&file)?;
        fits(&old, &new, &found, outcome)?;
        if point.fault == Fault::Kill {
            // Repeated after a kill, the command does it, or reports that it was done.
            run(&scene.before, folder, scene.line);
            if State::of(&file)? != new {
                return Err("repeated, and the change is not complete".to_owned());
            }
        }
        Ok(())
    })
}

/// Runs a command that must succeed.
fn run(office: &Office, folder: &Path, line: &str) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    let output = command
        .env_clear()
        .env(TESTING.0, TESTING.1)
        .current_dir(folder)
        .args(office.arguments(line))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn import_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    let before = Office::published();
    before.write("many.csv", wishes(120, 2600));
    sweep_change(&Scene { name: "import", line: "collect wishes many.csv", before });
}

fn with_many() -> Office {
    let office = Office::published();
    office.write("many.csv", wishes(120, 700));
    office.ok("collect wishes many.csv");
    office
}

#[test]
fn verify_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    sweep_change(&Scene { name: "verify", line: "verify --all --pass", before: with_many() });
}

#[test]
fn publish_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    let before = with_many();
    before.ok("verify --all --pass");
    sweep_change(&Scene { name: "publish", line: "publish", before });
}

#[test]
fn claim_import_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    let before = with_many();
    before.ok("verify --all --pass");
    before.ok("publish");
    let mut list = "心愿编号,认领人,所在单位,认领时间,备注\n".to_owned();
    for number in 11..=130 {
        list.push_str(&format!("{number}号,李梅,区税务局,2021-06-01,{}\n", "约好上门".repeat(600)));
    }
    before.write("claims.csv", list);
    sweep_change(&Scene { name: "claim import", line: "claim import claims.csv", before });
}

#[test]
fn claim_take_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    sweep_change(&Scene {
        name: "claim take",
        line: "claim take 1号 --by 李梅 --on 2021-05-01",
        before: Office::published(),
    });
}

#[test]
fn undo_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    sweep_change(&Scene { name: "undo", line: "undo", before: with_many() });
}

#[test]
fn erase_failing_at_any_call_is_all_or_nothing() {
    if !calls::are_there() {
        return;
    }
    let before = Office::published();
    let old = State::of(&before.path("shuangwei.db")).unwrap();
    let scene = Scene { name: "erase", line: "erase JH-W000001 --reason 本人要求", before };
    let done = copy(&scene.before);
    run(&scene.before, done.path(), scene.line);
    let new = State::of(&done.path().join("shuangwei.db")).unwrap();
    let traces = ["伍峰", "19900003001", "光明路12号301房"];
    sweep(&scene, |folder, point, outcome| {
        // A failure after the commit, while the file is rewritten, is reported as a change that was made.
        fits(&old, &new, &State::of(&folder.join("shuangwei.db"))?, outcome)?;
        if point.fault != Fault::Kill {
            return Ok(());
        }
        // Repeated after a kill, it leaves nothing of the person in any file.
        run(&scene.before, folder, scene.line);
        let mut files = vec![folder.join("shuangwei.db"), folder.join("shuangwei.db-journal")];
        let backups = fs::read_dir(folder.join("shuangwei.db.backups")).unwrap();
        files.extend(backups.map(|entry| entry.unwrap().path()));
        for path in files.into_iter().filter(|path| path.exists()) {
            let bytes = fs::read(&path).unwrap();
            for trace in traces {
                if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                    return Err(format!("repeated, and {trace} is left in {}", path.display()));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn backup_failing_at_any_call_is_whole_or_missing() {
    if !calls::are_there() {
        return;
    }
    let before = with_many();
    before.write("more.csv", wishes(350, 2600));
    before.ok("collect wishes more.csv");
    let whole = fs::read(before.path("shuangwei.db")).unwrap();
    let scene = Scene { name: "backup", line: "backup b.db", before };
    sweep(&scene, |folder, _, outcome| {
        if fs::read(folder.join("shuangwei.db")).unwrap() != whole {
            return Err("the office file has changed".to_owned());
        }
        match (fs::read(folder.join("b.db")), outcome) {
            (Ok(backup), _) if backup != whole => Err("the backup is not whole".to_owned()),
            (Err(_), Outcome::Ok) => Err("it reported success, and there is no backup".to_owned()),
            _ => Ok(()),
        }
    });
}

/// The control: without the journal of an interrupted change, the judge must find half of it.
#[test]
fn kill_without_journal_is_detected() {
    if !calls::are_there() {
        return;
    }
    let before = with_many();
    let line = "verify --all --pass";
    let old = State::of(&before.path("shuangwei.db")).unwrap();
    let done = copy(&before);
    run(&before, done.path(), line);
    let new = State::of(&done.path().join("shuangwei.db")).unwrap();
    let arguments = before.arguments(line);
    let writes = calls::counted(copy(&before).path(), &arguments)["pwrite64"];
    let broken = (1..=writes).rev().step_by(7).filter(|when| {
        let folder = copy(&before);
        calls::failing(folder.path(), &arguments, Point { call: "pwrite64", when: *when, fault: Fault::Kill });
        if fs::remove_file(folder.path().join("shuangwei.db-journal")).is_err() {
            return false;
        }
        State::of(&folder.path().join("shuangwei.db"))
            .and_then(|found| fits(&old, &new, &found, Outcome::Killed))
            .is_err()
    });
    assert!(broken.count() > 0, "the judge finds nothing wrong with a file whose journal was removed");
}
