//! Random commands through the program and through a plain model of the campaign: the same states, the same figures; undo
//! restores, the log gives the records as of any entry, and `check` finds nothing.
//!
//! `SHUANGWEI_MODEL=10000` sets the number of commands; `cargo test` runs 500.

mod plain;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

use self::plain::{Claim, End, Model, Need};
use crate::office::{self, Office, REVISIONS};

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Every record by its table and id, each column as the log writes it.
type Records = BTreeMap<(String, i64), BTreeMap<String, String>>;

struct Campaign {
    office: Office,
    dice: Dice,
    model: Model,
    /// Ids used so far; undo frees none.
    needs: usize,
    claims: usize,
    entry: i64,
    /// The model before each entry that may be undone, and whether that entry is itself an undo.
    before: Vec<(Model, bool)>,
    /// The records as some entries left them.
    snapshots: Vec<(i64, Records)>,
    lists: usize,
}

const VERBS: [&str; 9] =
    ["collect", "verify", "publish", "claim take", "claim confirm", "claim release", "withdraw", "reopen", "undo"];

const MEMBERS: [&str; 5] = ["李梅", "陈刚", "何静", "周明", "JH-M000001"];

impl Campaign {
    fn new(seed: u64) -> Campaign {
        let office = Office::new();
        office.write("orgs.csv", office::ORGS);
        office.write("members.csv", office::members());
        office.ok("collect orgs orgs.csv --under 荔湾区");
        office.ok("collect members members.csv");
        // The place of every wish, so that undoing a list removes nothing that another depends on.
        office.write("p.csv", "区,街道,社区\n荔湾区,金花街道,蟠虬社区\n");
        office.run("collect places p.csv");
        let entry = office.entries();
        let (model, before, snapshots) = (Model::default(), Vec::new(), Vec::new());
        Campaign { office, dice: Dice(seed), model, needs: 0, claims: 0, entry, before, snapshots, lists: 0 }
    }

    fn some_need(&mut self) -> Option<usize> {
        let at = self.dice.below(self.model.needs.len());
        self.model.needs.get(at).map(|need| need.id)
    }

    /// A command line, and what it does to the model.
    fn draw(&mut self) -> Option<(String, End, Model)> {
        let mut after = self.model.clone();
        let what = self.dice.below(100);
        if what < 8 || self.model.needs.len() < 3 {
            return Some(self.collect(after));
        }
        let id = self.some_need()?;
        let code = format!("JH-W{id:06}");
        let (line, end) = match what {
            8..=19 => {
                let (flag, to) = self.dice.of(&[
                    ("--pass", "verified"),
                    ("--pass", "verified"),
                    ("--reject 不属实", "rejected"),
                    ("--needs-info 缺电话", "needs_info"),
                ]);
                (format!("verify {code} {flag}"), after.verify(id, to))
            }
            20..=23 => ("verify --all --pass".to_owned(), after.verify_all()),
            24..=29 => {
                let original = self.some_need()?;
                (format!("verify {code} --duplicate-of JH-W{original:06}"), after.duplicate(id, original))
            }
            30..=34 => ("publish".to_owned(), after.publish()),
            35..=36 => (format!("publish {code}"), after.publish_one(id)),
            37..=40 => (format!("publish --take-down {code} --reason 错"), after.take_down(id)),
            41..=60 => {
                let by: Vec<usize> = (0..1 + self.dice.below(2)).map(|_| self.dice.below(MEMBERS.len())).collect();
                let names: Vec<&str> = by.iter().map(|at| MEMBERS[*at]).collect();
                let asked = self.dice.of(&[None, None, Some(1), Some(2)]);
                let quantity = asked.map(|asked| format!(" --quantity {asked}")).unwrap_or_default();
                let line = format!("claim take {code} --by {} --on 2021-05-01{quantity}", names.join(","));
                (line, after.take(id, by.into_iter().collect(), asked, self.claims + 1))
            }
            61..=78 => {
                let at = self.dice.below(self.model.claims.len());
                let claim = self.model.claims.get(at)?.id;
                let (verb, to) = self.dice.of(&[
                    ("start", "started"),
                    ("complete", "completed"),
                    ("confirm", "confirmed"),
                    ("release", "released"),
                    ("revoke", "revoked"),
                ]);
                let reason = if matches!(to, "released" | "revoked") { " --reason 有事 --all" } else { "" };
                (format!("claim {verb} JH-C{claim:06}{reason}"), after.step(claim, to))
            }
            79..=84 => {
                let (verb, to) =
                    self.dice.of(&[("close", "closed"), ("withdraw", "withdrawn"), ("unfulfilled", "unfulfilled")]);
                (format!("{verb} {code} --reason 有事"), after.leave(id, to))
            }
            85..=89 => (format!("reopen {code} --reason 有误"), after.reopen(id)),
            _ => return self.undo(),
        };
        Some((line, end, after))
    }

    /// A list of new wishes, or one that was imported before.
    fn collect(&mut self, mut after: Model) -> (String, End, Model) {
        let count = 1 + self.dice.below(4);
        self.lists += 1;
        let name = format!("list{}.csv", self.lists);
        let mut list = "姓名,社区,微心愿内容,数量,同意公开\n".to_owned();
        for at in 0..count {
            let quantity = 1 + self.dice.below(3) as i64;
            list.push_str(&format!("居民{}之{at},蟠虬社区,一盏小灯,{quantity},是\n", self.lists));
            let id = self.needs + 1 + at;
            let (state, came_from, number, duplicate_of) = ("collected", None, None, None);
            after.needs.push(Need { id, quantity, state, came_from, number, duplicate_of });
        }
        self.office.write(&name, list);
        (format!("collect wishes {name}"), End::Done, after)
    }

    /// Takes back the newest entry.
    fn undo(&mut self) -> Option<(String, End, Model)> {
        let (before, is_undoing) = self.before.last()?.clone();
        let end = match () {
            _ if is_undoing => End::Already,
            _ if self.model.has_published(&before) => End::Stopped,
            _ => End::Done,
        };
        let after = if end == End::Done { before } else { self.model.clone() };
        Some(("undo".to_owned(), end, after))
    }

    fn go(&mut self) {
        let Some((line, end, after)) = self.draw() else { return };
        // Now and then as a dry run first.
        if self.dice.below(20) == 0 {
            self.office.refuses(
                &format!("{line} --dry-run"),
                if end == End::Stopped { 3 } else { i32::from(end == End::Refused) },
            );
        }
        let run = self.office.run(&line);
        let code = match end {
            End::Done | End::Already => 0,
            End::Refused => 1,
            End::Stopped => 3,
        };
        assert_eq!(run.code, code, "{end:?}: {run:#?}\n{:#?}", self.model);
        let conn = Connection::open(self.office.path("shuangwei.db")).unwrap();
        let entry: i64 = conn.query_row("SELECT max(id) FROM entry", [], |row| row.get(0)).unwrap();
        assert_eq!(entry, self.entry + i64::from(end == End::Done), "{end:?}: {run:#?}");
        let (needs, claims) = stored(&conn);
        if end == End::Done {
            self.before.push((self.model.clone(), line == "undo"));
            self.model = after;
            self.needs = self.needs.max(self.model.needs.iter().map(|need| need.id).max().unwrap_or(0));
            self.claims = self.claims.max(self.model.claims.iter().map(|claim| claim.id).max().unwrap_or(0));
        }
        self.entry = entry;
        assert!(needs == self.model.needs && claims == self.model.claims, "{run:#?}\n{needs:#?}\n{:#?}", self.model);
        for need in &self.model.needs {
            let sql = "SELECT progress FROM need_progress WHERE need_id = ?1";
            let progress: Option<String> = conn.query_row(sql, [need.id as i64], |row| row.get(0)).unwrap();
            assert_eq!(progress.as_deref(), self.model.progress(need), "{need:?} after {run:#?}");
        }
        if self.dice.below(40) == 0 {
            self.snapshots.push((entry, live(&conn)));
        }
    }

    /// How many entries of each verb there are.
    fn tally(&self) -> BTreeMap<&'static str, usize> {
        let of = |verb| {
            let log = self.office.json(&format!("log --limit 1000 --command \"{verb}\""));
            (verb, log["entries"].as_array().unwrap().len())
        };
        VERBS.into_iter().map(of).collect()
    }

    /// The figures, the log and `check`, after all.
    fn look(&mut self) {
        let quota = self.office.json("report quota --for members --by org");
        assert_eq!(quota["total"]["met"].as_u64(), Some(self.model.met() as u64), "{quota:#}");
        assert_eq!(quota["total"]["required"].as_u64(), Some(6));
        self.office.ok("check");
        let conn = Connection::open(self.office.path("shuangwei.db")).unwrap();
        let now = live(&conn);
        for (entry, records) in &self.snapshots {
            assert!(as_of(&conn, *entry, &now) == *records, "the log does not lead back to entry {entry}");
        }
    }
}

/// The needs and claims of the office file, as the model has them.
fn stored(conn: &Connection) -> (Vec<Need>, Vec<Claim>) {
    const STATES: [&str; 14] = [
        "collected",
        "needs_info",
        "verified",
        "published",
        "closed",
        "rejected",
        "duplicate",
        "withdrawn",
        "unfulfilled",
        "active",
        "started",
        "completed",
        "confirmed",
        "released",
    ];
    let word = |text: String| STATES.into_iter().chain(["revoked"]).find(|state| *state == text).unwrap();
    let id = |id: i64| usize::try_from(id).unwrap();
    let sql = "SELECT id, quantity, state, came_from, number, duplicate_of FROM need ORDER BY id";
    let mut needs = conn.prepare(sql).unwrap();
    let needs = needs.query_map([], |row| {
        Ok(Need {
            id: id(row.get(0)?),
            quantity: row.get(1)?,
            state: word(row.get(2)?),
            came_from: row.get::<_, Option<String>>(3)?.map(word),
            number: row.get(4)?,
            duplicate_of: row.get::<_, Option<i64>>(5)?.map(id),
        })
    });
    let needs = needs.unwrap().map(Result::unwrap).collect();
    let codes: BTreeMap<String, usize> =
        MEMBERS.iter().enumerate().map(|(at, name)| ((*name).to_owned(), at)).collect();
    let sql = "SELECT claim.id, claim.need_id, claim.quantity, claim.state, member.name, member.code,
               claim.reopened_on IS NOT NULL
               FROM claim JOIN claim_party ON claim_party.claim_id = claim.id
               JOIN member ON member.id = claim_party.member_id ORDER BY claim.id";
    let mut statement = conn.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut claims: Vec<Claim> = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let (name, code): (String, String) = (row.get(4).unwrap(), row.get(5).unwrap());
        let member = codes.get(&name).or_else(|| codes.get(&code)).copied().unwrap();
        let claim = id(row.get(0).unwrap());
        if claims.last().is_none_or(|last| last.id != claim) {
            let (need, quantity, state) = (id(row.get(1).unwrap()), row.get(2).unwrap(), word(row.get(3).unwrap()));
            let is_former = row.get(6).unwrap();
            claims.push(Claim { id: claim, need, by: BTreeSet::new(), quantity, state, is_former });
        }
        claims.last_mut().unwrap().by.insert(member);
    }
    (needs, claims)
}

/// Every record of every logged table.
fn live(conn: &Connection) -> Records {
    let mut records = Records::new();
    for kind in shuangwei::store::rows::KINDS {
        let mut statement = conn.prepare(&format!("SELECT * FROM {kind}")).unwrap();
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let mut columns = BTreeMap::new();
            for (at, name) in names.iter().enumerate() {
                let text = match row.get_ref(at).unwrap() {
                    ValueRef::Null => continue,
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                    ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
                    ValueRef::Real(number) => panic!("{kind}.{name} is {number}"),
                };
                columns.insert(name.clone(), text);
            }
            let id = columns["id"].parse().unwrap();
            records.insert(((*kind).to_owned(), id), columns);
        }
    }
    records
}

/// The records as of an entry, from the log: each as the next entry that changed it found it.
fn as_of(conn: &Connection, entry: i64, now: &Records) -> Records {
    let sql = "SELECT kind, record_id, before FROM all_revisions WHERE id >= (?1 + 1) << 32 ORDER BY id DESC";
    let mut records = now.clone();
    let mut statement = conn.prepare(&format!("{REVISIONS} {sql}")).unwrap();
    let mut rows = statement.query([entry]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let key: (String, i64) = (row.get(0).unwrap(), row.get(1).unwrap());
        let before: Option<String> = row.get(2).unwrap();
        match before {
            None => drop(records.remove(&key)),
            Some(before) => {
                let columns: BTreeMap<String, Value> = serde_json::from_str(&before).unwrap();
                let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                records.insert(key, columns.into_iter().map(|(name, value)| (name, text(value))).collect());
            }
        }
    }
    records
}

/// Commands of one campaign; then another begins, as commands of a long one are mostly refused.
const LONGEST: usize = 250;

#[test]
fn random_commands_agree_with_the_plain_model() {
    let commands: usize =
        std::env::var("SHUANGWEI_MODEL").map_or(500, |count| count.parse().expect("SHUANGWEI_MODEL is a number"));
    let campaigns: Vec<usize> = (0..commands.div_ceil(LONGEST)).collect();
    let tally: std::sync::Mutex<BTreeMap<&str, usize>> = std::sync::Mutex::default();
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        for chunk in campaigns.chunks(campaigns.len().div_ceil(threads)) {
            let tally = &tally;
            scope.spawn(move || {
                for campaign in chunk {
                    let mut campaign = Campaign::new((*campaign as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
                    (0..LONGEST.min(commands)).for_each(|_| campaign.go());
                    campaign.look();
                    let mut tally = tally.lock().unwrap();
                    campaign.tally().into_iter().for_each(|(verb, count)| *tally.entry(verb).or_default() += count);
                }
            });
        }
    });
    // Campaigns in which little happens would prove little.
    let tally = tally.into_inner().unwrap();
    println!("entries: {tally:?}");
    assert!(VERBS.iter().all(|verb| tally[verb] > 0), "{tally:?}");
}
