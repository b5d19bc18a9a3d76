//! A campaign thrown by dice that fall the same everywhere, and what was thrown, so that a test can count without the
//! program.

use crate::office::Office;

/// A generator that is the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    /// A day of 2021, as ISO.
    pub fn day(&mut self) -> String {
        format!("2021-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28))
    }
}

pub const PLACES: [&str; 4] = ["金花街道/蟠虬社区", "金花街道/锦龙社区", "龙津街道/华林社区", "龙津街道/十甫社区"];
pub const UNITS: [&str; 3] = ["甲局党委", "乙局党委", "丙局党委"];

pub struct Member {
    pub class: &'static str,
    pub unit: &'static str,
    pub place: &'static str,
    pub from: String,
    pub until: Option<String>,
}

pub struct Claim {
    /// Members, the lead first; or organisations.
    pub who: Vec<usize>,
    pub on: String,
    pub state: &'static str,
}

impl Claim {
    /// The day it was completed, which is the day it was claimed.
    fn done(&self) -> &str {
        if self.state == "已完成" { &self.on } else { "" }
    }
}

pub struct Campaign {
    pub office: Office,
    pub members: Vec<Member>,
    /// Class and place of each of `UNITS`.
    pub orgs: Vec<(&'static str, &'static str)>,
    /// The places of the wishes W0, W1, … and of the projects P0, P1, …
    pub wishes: Vec<&'static str>,
    pub projects: Vec<&'static str>,
    /// Of each of them a claim.
    pub claims: Vec<Claim>,
    pub org_claims: Vec<Claim>,
}

pub fn campaign(seed: u64) -> Campaign {
    let mut dice = Dice(seed);
    let office = Office::bare();
    office.ok("init --office 荔湾区 --code LW --campaign 2021 --from 2021-03-01 --until 2021-10-31");
    let orgs: Vec<(&str, &str)> = UNITS
        .iter()
        .map(|_| (dice.one(&["单位党组织", "单位党组织", "两新组织"]), dice.one(&["金花街道", "龙津街道"])))
        .collect();
    let mut list = "党组织全称,组织类别,报到镇街,报到日期\n".to_owned();
    for (unit, (class, place)) in UNITS.iter().zip(&orgs) {
        list.push_str(&format!("{unit},{class},{place},2020-01-01\n"));
    }
    office.write("orgs.csv", list);
    let members: Vec<Member> = (0..30)
        .map(|_| {
            let class = dice.one(&["在职党员", "在职党员", "在职党员", "离退休党员", "学生党员"]);
            let (unit, place, from) = (dice.one(&UNITS), dice.one(&PLACES), dice.day());
            let until = (dice.below(5) == 0).then(|| "2021-12-01".max(from.as_str()).to_owned());
            Member { class, unit, place, from, until }
        })
        .collect();
    let mut list = "党员编号,姓名,党员类别,所在党组织,报到社区,报到日期,撤销时间\n".to_owned();
    for (at, member) in members.iter().enumerate() {
        let until = member.until.clone().unwrap_or_default();
        list.push_str(&format!(
            "M{at},党员{at}号,{},{},{},{},{until}\n",
            member.class, member.unit, member.place, member.from
        ));
    }
    office.write("members.csv", list);
    let mut wishes = "心愿编号,许愿人,属地,微心愿内容,数量,同意公开\n".to_owned();
    let mut projects = "项目编号,项目名称,属地\n".to_owned();
    let (mut wish_places, mut project_places) = (Vec::new(), Vec::new());
    for at in 0..40 {
        wish_places.push(dice.one(&PLACES));
        wishes.push_str(&format!("W{at},居民,{},心愿第{at}项,3,是\n", wish_places[at]));
    }
    for at in 0..4 {
        project_places.push(dice.one(&PLACES));
        projects.push_str(&format!("P{at},项目第{at}项,{}\n", project_places[at]));
    }
    office.write("wishes.csv", wishes);
    office.write("projects.csv", projects);
    let states = ["已认领", "办理中", "已完成", "退领", "组织撤销"];
    let mut claims = Vec::new();
    let mut list = "编号,认领人,数量,认领时间,完成情况,完成时间\n".to_owned();
    for at in 0..40 {
        let lead = usize::try_from(dice.below(30)).unwrap();
        let joint = (lead + 1 + usize::try_from(dice.below(28)).unwrap()) % 30;
        let who = if dice.below(3) == 0 { vec![lead, joint] } else { vec![lead] };
        let claim = Claim { who, on: dice.day(), state: dice.one(&states) };
        let names: Vec<String> = claim.who.iter().map(|member| format!("M{member}")).collect();
        list.push_str(&format!("W{at},{},1,{},{},{}\n", names.join("、"), claim.on, claim.state, claim.done()));
        claims.push(claim);
    }
    let mut org_claims = Vec::new();
    for at in 0..4 {
        let lead = usize::try_from(dice.below(3)).unwrap();
        let who = if dice.below(2) == 0 { vec![lead, (lead + 1) % 3] } else { vec![lead] };
        let claim = Claim { who, on: dice.day(), state: dice.one(&states) };
        let names: Vec<&str> = claim.who.iter().map(|org| UNITS[*org]).collect();
        list.push_str(&format!("P{at},{},1,{},{},{}\n", names.join("、"), claim.on, claim.state, claim.done()));
        org_claims.push(claim);
    }
    office.write("claims.csv", list);
    for line in [
        "collect orgs orgs.csv",
        "collect members members.csv",
        "collect wishes wishes.csv",
        "collect projects projects.csv",
        "verify --all --pass --on 2021-01-01",
        "publish --today 2021-01-01",
        "claim import claims.csv",
    ] {
        office.ok(line);
    }
    Campaign { office, members, orgs, wishes: wish_places, projects: project_places, claims, org_claims }
}

/// Who is in a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who {
    /// `members`, `orgs` or `outsiders`.
    pub of: &'static str,
    pub name: String,
    /// The class's code word.
    pub class: &'static str,
}

/// What became of a claim.
#[derive(Debug, Clone)]
pub struct Story {
    pub need: String,
    pub kind: &'static str,
    pub place: &'static str,
    pub programme: &'static str,
    /// The lead first.
    pub who: Vec<Who>,
    pub unnamed: i64,
    pub on: String,
    pub completed: Option<String>,
    pub confirmed: Option<String>,
    pub score: Option<i64>,
    /// Released or revoked.
    pub released: Option<String>,
    pub revoked: Option<String>,
}

impl Story {
    /// Never given back, and not confirmed yet.
    pub fn stays(&self) -> bool {
        self.confirmed.is_none() && self.released.is_none() && self.revoked.is_none()
    }

    pub fn holds_on(&self, day: &str) -> bool {
        let ended = self.released.as_deref().or(self.revoked.as_deref());
        self.on.as_str() <= day && ended.is_none_or(|ended| day < ended)
    }
}

/// A random campaign with more in it: programmes, outsiders, unnamed people, and residents' scores.
pub fn stories(seed: u64) -> (Office, Vec<Story>) {
    let campaign = campaign(seed);
    let mut dice = Dice(seed + 1000);
    let mut stories = campaign.stories();
    let office = &campaign.office;
    let mut wishes = "心愿编号,许愿人,属地,微心愿内容,数量,同意公开,所属品牌\n".to_owned();
    let mut list = "编号,认领人,认领时间,完成情况,完成时间\n".to_owned();
    let mut by_outsiders = Vec::new();
    for at in 0..16 {
        let (need, place, programme) = (format!("V{at}"), dice.one(&PLACES), dice.one(&["圆梦光塔", "学子梦", ""]));
        wishes.push_str(&format!("{need},居民,{place},另外第{at}项,1,是,{programme}\n"));
        let (on, total) = (dice.day(), 2 + i64::try_from(dice.below(9)).unwrap());
        let member = usize::try_from(dice.below(30)).unwrap();
        let is_outsider = dice.below(2) == 0;
        let (who, unnamed) = if is_outsider {
            let firm = Who { of: "outsiders", name: format!("第{}公司", dice.below(5)), class: "firm" };
            by_outsiders.push(format!("claim take {need} --outsider {} --outsider-type firm --on {on}", firm.name));
            (firm, 0)
        } else {
            list.push_str(&format!("{need},M{member}等{total}人,{on},已认领,\n"));
            (campaign.member(member), total - 1)
        };
        let untold = Story::claimed(need, "wish", place, vec![who], on);
        stories.push(Story { programme, unnamed, ..untold });
    }
    office.write("more.csv", wishes);
    office.write("more-claims.csv", list);
    for line in [
        "collect wishes more.csv",
        "verify --all --pass --on 2021-01-02",
        "publish --today 2021-01-02",
        "claim import more-claims.csv",
    ] {
        office.ok(line);
    }
    by_outsiders.iter().for_each(|line| drop(office.ok(line)));
    let scores = [None, Some(1), Some(2), Some(3), Some(4), Some(5)];
    for day in ["2021-11-30", "2021-12-20"] {
        for score in scores {
            let mut line = "claim confirm".to_owned();
            for story in &mut stories {
                if story.stays() && story.on.as_str() <= day && dice.below(8) == 0 {
                    line.push_str(&format!(" {}", story.need));
                    story.completed = story.completed.take().or(Some(day.to_owned()));
                    (story.confirmed, story.score) = (Some(day.to_owned()), score);
                }
            }
            if line.len() > "claim confirm".len() {
                let score = score.map(|score| format!("--satisfaction {score}")).unwrap_or_default();
                office.ok(&format!("{line} --on {day} {score} --note 请打19900008888"));
            }
        }
    }
    (campaign.office, stories)
}

impl Story {
    fn claimed(need: String, kind: &'static str, place: &'static str, who: Vec<Who>, on: String) -> Story {
        let (completed, confirmed, score, released, revoked) = (None, None, None, None, None);
        Story { need, kind, place, programme: "", who, unnamed: 0, on, completed, confirmed, score, released, revoked }
    }
}

impl Campaign {
    fn member(&self, at: usize) -> Who {
        let class = match self.members[at].class {
            "在职党员" => "in_service",
            "离退休党员" => "retired",
            _ => "student",
        };
        Who { of: "members", name: format!("党员{at}号"), class }
    }

    fn org(&self, at: usize) -> Who {
        let class = if self.orgs[at].0 == "单位党组织" { "unit" } else { "enterprise" };
        Who { of: "orgs", name: UNITS[at].to_owned(), class }
    }

    fn stories(&self) -> Vec<Story> {
        let wishes = self.claims.iter().zip(&self.wishes).enumerate().map(|(at, (claim, place))| {
            let who = claim.who.iter().map(|member| self.member(*member)).collect();
            (Story::claimed(format!("W{at}"), "wish", place, who, claim.on.clone()), claim.state)
        });
        let projects = self.org_claims.iter().zip(&self.projects).enumerate().map(|(at, (claim, place))| {
            let who = claim.who.iter().map(|org| self.org(*org)).collect();
            (Story::claimed(format!("P{at}"), "project", place, who, claim.on.clone()), claim.state)
        });
        // A list does not state when a claim was released: that is the day of the import.
        let when = |state: &str, wanted: &str, on: &str| (state == wanted).then(|| on.to_owned());
        wishes
            .chain(projects)
            .map(|(story, state)| Story {
                completed: when(state, "已完成", &story.on),
                released: when(state, "退领", crate::office::DAY),
                revoked: when(state, "组织撤销", crate::office::DAY),
                ..story
            })
            .collect()
    }
}
