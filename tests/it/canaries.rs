//! A thousand residents with a canary in every private field, unknown columns and the list's name among them: none of them
//! leaves in what a command prints or writes, whatever the format and however it is encoded. What is public is found by the
//! same look, so that the look is no blind one.

use std::io::Read;
use std::path::Path;

use aho_corasick::AhoCorasick;

use crate::office::Office;

const RESIDENTS: usize = 1000;

/// What one resident has that nobody else is to read.
struct Resident {
    /// Of no list that leaves.
    never: Vec<String>,
    /// Of no pack; the office's own lists may have them.
    not_public: Vec<String>,
}

fn resident(at: usize) -> (String, Resident) {
    const GIVEN: [char; 10] = ['秀', '英', '兰', '芳', '敏', '静', '丽', '强', '磊', '伟'];
    let name: String = ['陈', GIVEN[at / 100], GIVEN[at / 10 % 10], GIVEN[at % 10]].iter().collect();
    let phone = format!("19900{:06}", 100_000 + at * 7);
    let other = format!("19901{:06}", 100_000 + at * 7);
    let id = format!("44999919{:02}0{}1{}{:04}", 40 + at % 50, 1 + at % 9, at % 9, at);
    let (house, room) = (format!("{}号", 1000 + at), format!("{}房", 30_000 + at));
    let (note, reason, household) = (format!("私注{at:04}甲"), format!("缘由{at:04}乙"), format!("户{at:04}丙"));
    let extra = format!("列外{at:04}丁");
    let row = format!(
        "{name},蟠虬社区,{phone},低保,{age},中山路{house}{room},{household},{reason},{id},{other},{extra},{note},想要公开{at:04}戊,是\n",
        age = 19 + at % 70,
    );
    let never = vec![phone, other, id, format!("中山路{house}"), room];
    (row, Resident { never, not_public: vec![name, note, reason, household, extra] })
}

/// The texts of what was written, as it is and decoded: the parts of a zip, entities, percent signs, `\u`, base64.
fn readings(bytes: &[u8]) -> Vec<String> {
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        return (0..archive.len())
            .flat_map(|at| {
                let offset = archive.by_index_raw(at).unwrap().data_start().unwrap();
                let (method, size) = {
                    let file = archive.by_index_raw(at).unwrap();
                    (file.compression(), file.compressed_size())
                };
                let packed = &bytes[offset as usize..(offset + size) as usize];
                let mut plain = Vec::new();
                match method {
                    zip::CompressionMethod::Stored => plain.extend_from_slice(packed),
                    _ => {
                        flate2::read::DeflateDecoder::new(packed).read_to_end(&mut plain).unwrap();
                    }
                }
                readings(&plain)
            })
            .collect();
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    vec![entities(&text), percent(&text), escapes(&text), base64(&text), text]
}

fn entities(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        plain.push_str(before);
        let digits = after.split(';').next().unwrap();
        let (radix, number) = digits.strip_prefix(['x', 'X']).map_or((10, digits), |hex| (16, hex));
        plain.extend(u32::from_str_radix(number, radix).ok().and_then(char::from_u32));
        rest = after.split_once(';').map_or("", |(_, rest)| rest);
    }
    plain + rest
}

fn percent(text: &str) -> String {
    let (bytes, mut plain, mut at) = (text.as_bytes(), Vec::new(), 0);
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                at += 3;
            }
            None => {
                plain.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

fn escapes(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u") {
        plain.push_str(before);
        let code = after.get(..4).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        plain.extend(code);
        rest = if code.is_some() { &after[4..] } else { after };
    }
    plain + rest
}

/// Every long run of base64, decoded.
fn base64(text: &str) -> String {
    let value = |c: char| "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".find(c);
    let mut plain = String::new();
    for run in text.split(|c: char| value(c).is_none()).filter(|run| run.len() >= 16) {
        let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
        for c in run.chars() {
            bits = bits << 6 | value(c).unwrap() as u32;
            held += 6;
            if held >= 8 {
                held -= 8;
                bytes.push((bits >> held & 0xFF) as u8);
            }
        }
        plain.push_str(&String::from_utf8_lossy(&bytes));
    }
    plain
}

/// All canaries of a kind, looked for at once.
struct Canaries(AhoCorasick);

impl Canaries {
    fn of(residents: &[Resident], kind: fn(&Resident) -> &Vec<String>) -> Canaries {
        Canaries(AhoCorasick::new(residents.iter().flat_map(kind)).unwrap())
    }

    /// The first one in these readings.
    fn first<'t>(&self, readings: &'t [String]) -> Option<&'t str> {
        readings.iter().find_map(|text| self.0.find(text).map(|found| &text[found.range()]))
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn private_fields_of_a_thousand_residents_leave_in_no_command_and_no_format() {
    let office = Office::new();
    let (rows, residents): (Vec<String>, Vec<Resident>) = (0..RESIDENTS).map(resident).unzip();
    let head = "许愿人,社区,联系电话,人员类别,年龄,家庭住址,户号,许愿理由,身份证号,紧急联系电话,街坊评语,备注,微心愿内容,同意公开\n";
    // The list's name is private too: it is kept, and is for nobody else.
    let name = "名单19902000001.csv";
    office.write(name, format!("{head}{}", rows.concat()));
    office.write("m.toml", "[kept]\ncolumns = [\"身份证号\"]\n");
    office.ok(&format!("collect wishes {name} --map m.toml"));
    std::fs::remove_file(office.path(name)).unwrap();
    office.ok("verify --all --pass");
    office.ok("publish --to pack");
    office.ok("claim take 1号 2号 3号 --outsider 甲公司 --on 2021-12-31");
    office.ok("publish --to pack");
    let pack = files(&office.path("pack"));
    assert!(pack.len() >= 3, "{:?}", pack.iter().map(|(name, _)| name).collect::<Vec<_>>());
    let (never, not_public) =
        (Canaries::of(&residents, |one| &one.never), Canaries::of(&residents, |one| &one.not_public));
    for (name, bytes) in &pack {
        let readings = readings(bytes);
        assert_eq!(not_public.first(&readings), None, "{name}");
        assert_eq!(never.first(&readings), None, "{name}");
    }
    let public = |readings: &[String]| readings.iter().any(|text| text.contains("想要公开0042戊"));
    for product in ["list.csv", "list.xlsx", "wechat.txt", "data.json"] {
        let (_, bytes) = pack.iter().find(|(name, _)| name.ends_with(product)).unwrap();
        assert!(public(&readings(bytes)), "{product}: what is public is found");
    }
    let mut seen_public = 0;
    for command in [
        "export wishes",
        "export claims",
        "export members",
        "verify --near-duplicates",
        "report progress",
        "report supply",
        "report participation",
        "report ageing",
        "report overdue",
        "report activity",
        "report satisfaction",
        "report overview",
        "report quota",
        "show JH-W000043",
        "log",
        "check",
        "retention",
        "alias pending",
        "publish --to pack",
    ] {
        for format in ["table", "csv", "json", "jsonl", "md", "xlsx", "html"] {
            let line = match format {
                "table" => command.to_owned(),
                _ => format!("{command} --output answer.{format} --force"),
            };
            let run = office.run(&line);
            let written = std::fs::read(office.path(&format!("answer.{format}"))).unwrap_or_default();
            for (of, bytes) in [("stdout", run.out.as_bytes()), ("stderr", run.err.as_bytes()), ("file", &written)] {
                let readings = readings(bytes);
                assert_eq!(never.first(&readings), None, "{line}: {of}");
                assert!(!readings.iter().any(|text| text.contains("19902000001")), "{line}: {of}: the list's name");
                seen_public += usize::from(public(&readings));
            }
        }
    }
    assert!(seen_public >= 8, "the same look finds what is public: {seen_public}");
    // The look itself: revealed, all of them are there, in a workbook too.
    office.ok("export wishes --reveal 核对 --output all.xlsx");
    let all = std::fs::read(office.path("all.xlsx")).unwrap();
    let of_first = Canaries::of(&residents[..1], |one| &one.never);
    assert!(of_first.first(&readings(&all)).is_some());
}
