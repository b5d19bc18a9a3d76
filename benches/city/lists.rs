//! Seeded lists of a whole city, as offices write them. The same scale and seed give the same bytes.
//!
//! At scale 1 there are 3,200 organisations, 279,000 in-service members, 300,000 good wishes and 300,000 claims. Every
//! hundredth row of wishes is faulty and every ten-thousandth repeats an earlier one, so the list has 303,061 rows. The
//! program assigns codes to good rows only, in their order: GZ-W000001 to GZ-W300000; each of them has one claim. All
//! persons are invented: phones begin with 198 and 199, ID numbers with the area code 449999, which no place has. Rows
//! are written as they are made; the lists are never held in memory.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::dice::Dice;

/// Districts and streets of Guangzhou (see divisions-LICENSE). The communities below them are invented.
const STREETS: &str = include_str!("../guangzhou-streets.csv");
const COMMUNITIES: &str = "东西南北中和平安康新兴荣华福乐仁";
const SURNAMES: &str =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉志斌海燕雪梅";
const CONTENTS: [&str; 12] = [
    "希望有一台微波炉，方便为孩子热饭",
    "想要一辆轮椅，出门看病方便些",
    "希望有大学生辅导孩子数学",
    "盼望有一张新书桌给孙女写作业",
    "冬天冷，想要一床厚棉被",
    "楼道灯坏了，希望有人上门维修",
    "需要一根拐杖，上下楼不便",
    "想学用智能手机和家人视频",
    "希望有人陪同到医院复诊",
    "家里水管漏水，请人帮忙修理",
    "希望每周有人上门理发一次",
    "想要一副老花镜看报纸",
];
const ENDINGS: [&str; 4] = ["", "，谢谢", "，急需", "，周末方便"];

/// The seed of the bench.
pub const SEED: u64 = 2021;

/// The numbers of records at scale 1.
const ORGS: u64 = 3_200;
const MEMBERS: u64 = 279_000;
const WISHES: u64 = 300_000;

/// The lists of a city, and the numbers of records in an office file that imported them.
pub struct City {
    pub orgs: PathBuf,
    pub members: PathBuf,
    pub wishes: PathBuf,
    pub wishes_gb18030: PathBuf,
    pub claims: PathBuf,
    pub counts: Counts,
    /// All rows, including faulty and repeated ones.
    pub wish_rows: u64,
}

/// The good rows; there are as many claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub orgs: u64,
    pub members: u64,
    pub wishes: u64,
}

/// Writes the lists of a city into `folder`.
pub fn city(folder: &Path, scale: f64, seed: u64) -> anyhow::Result<City> {
    let rows = |count: u64| ((count as f64 * scale).round() as u64).max(20);
    let counts = Counts { orgs: rows(ORGS), members: rows(MEMBERS), wishes: rows(WISHES) };
    let mut city = City {
        orgs: folder.join("orgs.csv"),
        members: folder.join("members.csv"),
        wishes: folder.join("wishes.csv"),
        wishes_gb18030: folder.join("wishes-gb18030.csv"),
        claims: folder.join("claims.csv"),
        counts,
        wish_rows: 0,
    };
    let places = places();
    let mut dice = Dice::new(seed);
    orgs(&city.orgs, counts.orgs, &places, &mut dice)?;
    members(&city.members, counts, &places, &mut dice)?;
    city.wish_rows = wishes([&city.wishes, &city.wishes_gb18030], counts.wishes, &places, &mut dice)?;
    claims(&city.claims, counts, &mut dice)?;
    Ok(city)
}

/// A community, with its street and district.
pub struct Place {
    pub district: &'static str,
    pub street: &'static str,
    pub community: String,
}

pub fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for line in STREETS.lines().skip(1) {
        let mut cells = line.split(',').skip(1);
        let (Some(district), Some(street)) = (cells.next(), cells.next()) else { continue };
        let begin: String = street.chars().take(2).collect();
        for name in COMMUNITIES.chars() {
            places.push(Place { district, street, community: format!("{begin}{name}社区") });
        }
    }
    places
}

fn orgs(path: &Path, count: u64, places: &[Place], dice: &mut Dice) -> anyhow::Result<()> {
    let mut out = create(path)?;
    writeln!(out, "组织编码,党组织全称,简称,组织类别,报到镇街,报到日期")?;
    for number in 1..=count {
        let Place { district, street, .. } = dice.pick(places);
        let class = if number % 5 == 0 { "两新组织" } else { "单位党组织" };
        let day = day(dice.below(365), 2019);
        writeln!(out, "O{number:05},广州市第{number}单位党委,第{number}单位,{class},{district}/{street},{day}")?;
    }
    Ok(out.flush()?)
}

fn members(path: &Path, counts: Counts, places: &[Place], dice: &mut Dice) -> anyhow::Result<()> {
    let mut out = create(path)?;
    writeln!(out, "序号,姓名,身份证号,党员类别,所在党组织,手机号,报到社区,报到日期")?;
    for number in 1..=counts.members {
        let (name, id, org) = (name(dice), id_number(number), dice.below(counts.orgs) + 1);
        let Place { district, street, community } = dice.pick(places);
        // A registration without a date always counts.
        let day = if dice.below(50) == 0 { String::new() } else { day(dice.below(365), 2020) };
        writeln!(
            out,
            "{number},{name},{id},在职党员,第{org}单位,198{number:08},{district}/{street}/{community},{day}"
        )?;
    }
    Ok(out.flush()?)
}

/// Writes the wishes in UTF-8 and in GB18030, until `count` of them are good. Returns the number of rows.
fn wishes(paths: [&Path; 2], count: u64, places: &[Place], dice: &mut Dice) -> anyhow::Result<u64> {
    let mut out = Twice { utf8: create(paths[0])?, gb18030: create(paths[1])? };
    out.line("广州市群众微心愿征集汇总表,,,,,,,,,,,,,")?;
    out.line("序号,许愿人,区,街道,社区,联系电话,人员类别,心愿类别,微心愿内容,数量,预计金额(元),征集人,征集时间,备注")?;
    let (mut good, mut number, mut last) = (0, 0, String::new());
    while good < count {
        number += 1;
        if number % 10_000 == 17 {
            out.line(&format!("{number},{last}"))?;
        } else if number % 100 == 0 {
            out.line(&format!("{number},{}", wish(number, Bad::of(number / 100), places, dice)))?;
        } else {
            last = wish(number, None, places, dice);
            out.line(&format!("{number},{last}"))?;
            good += 1;
        }
    }
    out.utf8.flush()?;
    out.gb18030.flush()?;
    Ok(number)
}

/// The fault of a row, for which it is kept out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bad {
    /// Its digits were destroyed by a spreadsheet.
    Phone,
    NoContent,
    NoWisher,
    NoPlace,
    /// The spreadsheet has an error where the content belongs.
    FailedContent,
}

impl Bad {
    fn of(turn: u64) -> Option<Bad> {
        let all = [Bad::Phone, Bad::NoContent, Bad::NoWisher, Bad::NoPlace, Bad::FailedContent];
        all.get((turn % 5) as usize).copied()
    }
}

/// The cells of a row after its running number.
fn wish(number: u64, bad: Option<Bad>, places: &[Place], dice: &mut Dice) -> String {
    let Place { district, street, community } = dice.pick(places);
    let place = if bad == Some(Bad::NoPlace) { ",,".to_owned() } else { format!("{district},{street},{community}") };
    let phone = if bad == Some(Bad::Phone) { "1.99E+10".to_owned() } else { format!("199{number:08}") };
    let class = dice.word(&["低保", "低收入", "残疾人", "独居老人", "其他群众"]);
    let theme = dice.word(&["物资帮扶类", "便民服务类", "公益发展类", "物资", "服务"]);
    let mut content = String::new();
    match bad {
        Some(Bad::NoContent) => {}
        Some(Bad::FailedContent) => content.push_str("#REF!"),
        Some(Bad::Phone | Bad::NoWisher | Bad::NoPlace) | None => {
            content.push_str(dice.word(&CONTENTS));
            content.push_str(dice.word(&ENDINGS));
        }
    }
    let quantity = dice.word(&["1", "", "1台", "2套", "约3个"]);
    let money = dice.word(&["500元", "300", "¥200", "约150元", "无"]);
    let wisher = if bad == Some(Bad::NoWisher) { String::new() } else { name(dice) };
    let collector = dice.word(&["阮芳", "麦志强", "冼丽", "区建华"]);
    let mut row = format!("{wisher},{place},{phone},{class},{theme},{content},{quantity},{money},{collector},");
    let (month, day) = (1 + dice.below(3), 1 + dice.below(28));
    row.push_str(&match dice.below(4) {
        0 => format!("2021/{month}/{day}"),
        1 => format!("2021年{month}月{day}日"),
        _ => format!("2021-{month:02}-{day:02}"),
    });
    row.push_str(dice.word(&[",", ",无", ",周末联系", ",\"下午在家,先打电话\""]));
    row
}

/// One claim for each good wish: some joint, some by an organisation, some released.
fn claims(path: &Path, counts: Counts, dice: &mut Dice) -> anyhow::Result<()> {
    const LAST: u64 = 353; // 2021-12-20, counted from the first day of the year
    const FIRST: u64 = 90; // 2021-04-01
    let mut out = create(path)?;
    writeln!(out, "心愿编号,认领人,认领时间,完成情况,完成时间,完成时限")?;
    for wish in 1..=counts.wishes {
        let mut who = String::new();
        match dice.below(100) {
            0..=1 => write!(who, "O{:05}", dice.below(counts.orgs) + 1)?,
            2..=6 => {
                let one = dice.below(counts.members - 1);
                write!(who, "GZ-M{:06}、GZ-M{:06}", one + 1, one + 2)?;
            }
            _ => write!(who, "GZ-M{:06}", dice.below(counts.members) + 1)?,
        }
        let claimed = FIRST + dice.below(LAST - FIRST + 1);
        let state = match dice.below(50) {
            0 => "退领,".to_owned(),
            1..=9 => "已认领,".to_owned(),
            10..=24 => "办理中,".to_owned(),
            _ => format!("已完成,{}", day(claimed + dice.below(LAST - claimed + 1), 2021)),
        };
        // Two thirds have a deadline; the later deadlines lie after the end of the campaign.
        let promised = if wish % 3 == 0 { String::new() } else { day((claimed + 60).min(364), 2021) };
        writeln!(out, "GZ-W{wish:06},{who},{},{state},{promised}", day(claimed, 2021))?;
    }
    Ok(out.flush()?)
}

fn name(dice: &mut Dice) -> String {
    let mut name = String::new();
    name.push(dice.letter(SURNAMES));
    name.push(dice.letter(GIVEN));
    if dice.below(3) > 0 {
        name.push(dice.letter(GIVEN));
    }
    name
}

/// An invented ID number: area 449999, a birthday, a serial number, and the check digit of GB 11643. Each number from 1
/// has a different one. The stride is coprime to the number of birthdays, so they are spread over all of them.
fn id_number(number: u64) -> String {
    const WEIGHTS: [u64; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const YEARS: u64 = 55;
    const DAYS: u64 = 12 * 28;
    const SERIALS: u64 = 999;
    let at = number * 7_919_003 % (YEARS * DAYS * SERIALS);
    let (serial, at) = (1 + at % SERIALS, at / SERIALS);
    let (year, at) = (1950 + at / DAYS, at % DAYS);
    let digits = format!("449999{year:04}{:02}{:02}{serial:03}", 1 + at / 28, 1 + at % 28);
    let sum: u64 = digits.bytes().zip(WEIGHTS).map(|(digit, weight)| u64::from(digit - b'0') * weight).sum();
    format!("{digits}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// The day `after` days after 1 January, counted as in a common year: 29 February never comes up.
fn day(mut after: u64, year: u64) -> String {
    let mut month = 1;
    for days in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if after < days {
            break;
        }
        after -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", after + 1)
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    Ok(BufWriter::new(File::create(path).with_context(|| format!("making {}", path.display()))?))
}

/// Writes one list in two encodings.
struct Twice {
    utf8: BufWriter<File>,
    gb18030: BufWriter<File>,
}

impl Twice {
    fn line(&mut self, line: &str) -> anyhow::Result<()> {
        writeln!(self.utf8, "{line}")?;
        let (bytes, _, _) = encoding_rs::GB18030.encode(line);
        self.gb18030.write_all(&bytes)?;
        Ok(self.gb18030.write_all(b"\n")?)
    }
}
