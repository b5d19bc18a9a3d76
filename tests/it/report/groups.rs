//! The parts of a quota are its whole, whatever it is grouped by: whoever is registered is in a group, also those who owe
//! nothing, and those whose group nobody has filled in.

use std::io::Read;

use serde_json::{Value, json};

use crate::office::{Office, table};

const ORGS: &str = "\
单位党组织名称,简称,组织类别,报到社区
荔湾区图书馆党支部,区图书馆,单位党组织,龙津社区
荔香街道机关党支部,街道机关,单位党组织,龙津社区
";

const MEMBERS: &str = "\
姓名,党员类型,所在支部,手机号,报到社区
何甲,在职党员,区图书馆,19900001001,龙津社区
何乙,离退休党员,街道机关,19900001002,龙津社区
何丙,离退休党员,街道机关,19900001003,龙津社区
";

const SUMMED: [(&str, &str); 5] =
    [("required", "应认领"), ("met", "已达标"), ("unmet", "未达标"), ("claims", "认领次数"), ("registered", "报到")];

fn office(members: &str) -> Office {
    let office = Office::bare();
    office.ok("init --office 荔湾区/荔香街道 --code LX --campaign 2021 --from 2021-03-01 --until 2021-12-31");
    office.write("orgs.csv", ORGS);
    office.write("members.csv", members);
    office.ok("collect orgs orgs.csv");
    office.ok("collect members members.csv");
    office
}

fn groups(quota: &Value) -> Vec<(&str, i64, i64)> {
    let groups = quota["groups"].as_array().unwrap().iter();
    let number = |group: &Value, key: &str| group[key].as_i64().unwrap();
    groups
        .map(|one| (one["place"].as_str().unwrap_or_default(), number(one, "required"), number(one, "registered")))
        .collect()
}

#[test]
fn quota_by_org_lists_organisations_whose_members_owe_nothing() {
    let office = office(MEMBERS);
    let quota = office.json("report quota --for members --by org");
    assert_eq!(groups(&quota), [("荔湾区图书馆党支部", 1, 1), ("荔香街道机关党支部", 0, 2)]);
    let retired = &quota["groups"][1];
    assert_eq!((&retired["rate"], &retired["rank"]), (&Value::Null, &Value::Null));
    assert_eq!(quota["total"]["registered"], 3);
}

#[test]
fn members_without_an_organisation_have_a_row_of_their_own() {
    let blank = "赵丁,离退休党员,,19900001004,龙津社区\n孙戊,在职党员,,19900001005,龙津社区\n";
    let office = office(&format!("{MEMBERS}{blank}"));
    let quota = office.json("report quota --for members --by org");
    let expected = [("", 1, 2), ("荔湾区图书馆党支部", 1, 1), ("荔香街道机关党支部", 0, 2)];
    assert_eq!(groups(&quota), expected);
    assert_eq!((&quota["total"]["required"], &quota["total"]["registered"]), (&json!(2), &json!(5)));
    let english = office.ok("report quota --for members --by org --lang en").out;
    assert!(english.contains("no organisation given"), "{english}");
    std::fs::create_dir(office.path("lists")).unwrap();
    office.ok("report quota --for members --split-by org --to lists");
    assert!(office.has("lists/未填写所在党组织.xlsx"));
}

#[test]
fn parts_of_a_quota_are_its_total_by_every_group() {
    let blank = "赵丁,学生党员,,19900001004,龙津社区\n";
    let office = office(&format!("{MEMBERS}{blank}"));
    for by in ["district", "street", "community", "station", "org", "class", "member"] {
        let report = office.json(&format!("report quota --by {by}"));
        for quota in report["quotas"].as_array().unwrap() {
            for (key, _) in SUMMED {
                let parts: i64 = quota["groups"].as_array().unwrap().iter().map(|one| one[key].as_i64().unwrap()).sum();
                assert_eq!(quota["total"][key], parts, "{by} {key}: {quota}");
            }
        }
        let csv = office.ok(&format!("report quota --by {by} --format csv")).out;
        let rows = table(csv.trim_start_matches('\u{FEFF}'));
        for quota in ["党员认领微心愿", "党组织认领微项目"] {
            let rows: Vec<_> = rows.iter().filter(|row| row["指标"] == quota).collect();
            let (total, parts) = rows.split_last().unwrap();
            assert_eq!(total["属地/分组"], "合计");
            for (_, header) in SUMMED {
                let number = |cell: &str| cell.parse::<i64>().unwrap();
                let sum: i64 = parts.iter().map(|row| number(&row[header])).sum();
                assert_eq!(number(&total[header]), sum, "{by} {quota} {header}");
            }
        }
    }
}

#[test]
fn workbook_sum_of_a_quota_is_the_sum_of_its_rows() {
    let office = office(MEMBERS);
    office.ok("report quota --for members --by org --output quota.xlsx");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(office.path("quota.xlsx")).unwrap()).unwrap();
    let mut sheet = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    // Title, name, letterhead and headers come first; the column of those registered is the seventh.
    for cell in ["<c r=\"G5\"", "<c r=\"G6\"", "<f>SUM(G5:G6)</f><v>3</v>"] {
        assert!(sheet.contains(cell), "{cell}: {sheet}");
    }
    let value = |cell: &str| {
        let rest = sheet.split_once(&format!("<c r=\"{cell}\"")).unwrap().1;
        rest.split_once("<v>").unwrap().1.split_once("</v>").unwrap().0.parse::<i64>().unwrap()
    };
    assert_eq!((value("G5"), value("G6")), (1, 2));
}
