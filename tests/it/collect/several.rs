//! Several wishes in one row, each in a column of its own: each becomes a record, and none is lost in silence.

use crate::office::Office;

fn list(headers: &str) -> String {
    format!(
        "社区,姓名,联系电话,{headers}\n蟠虬社区,陈一,19900001001,想要一台收音机,想有人陪诊,\n\
         蟠虬社区,陈二,19900001002,,想要一床棉被,想学用手机\n合计,,,1,2,1\n"
    )
}

fn wishes(office: &Office) -> Vec<(String, String)> {
    office.export("wishes").iter().map(|wish| (wish["许愿人"].clone(), wish["微心愿内容"].clone())).collect()
}

#[test]
fn each_wish_of_a_row_is_a_record_however_its_columns_are_numbered() {
    for headers in [
        "心愿1,心愿2,心愿3",
        "微心愿一,微心愿二,微心愿三",
        "心愿（一）,心愿（二）,心愿（三）",
        "第一个心愿,第二个心愿,第三个心愿",
        "心愿内容,心愿内容2,心愿内容3",
        "微心愿,微心愿,微心愿",
    ] {
        let office = Office::new();
        office.write("w.csv", list(headers));
        let run = office.ok("collect wishes w.csv --format json");
        let file = run.json()["files"][0].clone();
        assert_eq!((&file["rows"], &file["new"], &file["skipped"]), (&2.into(), &4.into(), &1.into()), "{headers}");
        run.reports(&["一行有几个心愿"]);
        let expected =
            [("陈一", "想要一台收音机"), ("陈一", "想有人陪诊"), ("陈二", "想要一床棉被"), ("陈二", "想学用手机")];
        assert_eq!(wishes(&office), expected.map(|(who, what)| (who.to_owned(), what.to_owned())), "{headers}");
        let again = office.json("collect wishes w.csv")["files"][0].clone();
        assert_eq!((&again["unchanged"], &again["new"]), (&4.into(), &0.into()), "{headers}");
    }
}

#[test]
fn a_faulty_one_of_several_comes_back_alone_and_goes_in_once_mended() {
    let office = Office::new();
    office.write("w.csv", list("心愿1,心愿2,心愿3").replace("想有人陪诊", "见附件"));
    let run = office.ends("collect wishes w.csv --format json", 1);
    let file = run.json()["files"][0].clone();
    assert_eq!((&file["new"], &file["rejected"], &file["faults"][0]["column"]), (&3.into(), &1.into(), &"E".into()));
    let rejects = office.read("w.csv.rejects.csv");
    assert!(rejects.contains("陈一,19900001001,见附件,,,2,"), "{rejects}");
    office.write("w.csv.rejects.csv", rejects.replace("见附件,", "想有人陪诊,"));
    office.ok("collect wishes w.csv.rejects.csv");
    assert_eq!(wishes(&office).len(), 4);
}

#[test]
fn ambiguous_columns_are_refused_or_a_fault_with_the_way_out() {
    let office = Office::new();
    office.write("each.csv", "社区,姓名,心愿1,预算1,心愿2,预算2\n蟠虬社区,陈一,想要一台收音机,100,想要一床棉被,80\n");
    office.ends("collect wishes each.csv", 3).reports(&["预算1、预算2", "每个心愿写一行"]);
    office.write("coded.csv", "编号,社区,姓名,心愿1,心愿2\n7,蟠虬社区,陈一,想要一台收音机,想要一床棉被\n");
    office.ends("collect wishes coded.csv", 1).reports(&["A2", "2 个心愿", "--ignore"]);
    assert!(wishes(&office).is_empty());
    office.ok("collect wishes coded.csv --ignore 编号");
    assert_eq!(wishes(&office).len(), 2);
}

#[test]
fn wishes_in_several_columns_go_back_one_a_row() {
    let office = Office::new();
    office.write("w.csv", list("心愿1,心愿2,心愿3"));
    office.ok("collect wishes w.csv");
    office.ok("export wishes --like w.csv --output back.csv --reveal 核对");
    let file = office.json("collect wishes back.csv")["files"][0].clone();
    assert_eq!((&file["unchanged"], &file["new"], &file["updated"]), (&4.into(), &0.into(), &0.into()));
}

#[test]
fn one_column_with_a_number_in_its_header_is_no_row_of_several() {
    let office = Office::new();
    office.write("w.csv", "社区,姓名,心愿内容（50字以内）,备注1\n蟠虬社区,陈一,想要一台收音机,急\n");
    let run = office.ok("collect wishes w.csv");
    assert!(!run.err.contains("一行有几个心愿"), "{}", run.err);
    assert_eq!(wishes(&office).len(), 1);
}

#[test]
fn wish_that_a_second_form_leaves_out_is_no_duplicate() {
    let office = Office::new();
    office.write(
        "w.csv",
        "提交时间,社区,姓名,联系电话,心愿1,心愿2\n2021-05-01 10:00,蟠虬社区,陈一,19900001001,一台收音机,一床棉被\n\
         2021-05-02 10:00,蟠虬社区,陈一,19900001001,一台收音机,一盏台灯\n",
    );
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!((&file["rows"], &file["new"], &file["duplicates"]), (&2.into(), &3.into(), &1.into()));
    let mut what: Vec<String> = wishes(&office).into_iter().map(|(_, what)| what).collect();
    what.sort();
    assert_eq!(what, ["一台收音机", "一床棉被", "一盏台灯"]);
}

#[test]
fn wish_in_a_merged_cell_is_that_of_each_of_its_rows() {
    let office = Office::new();
    office.write(
        "w.xls",
        "<table><tr><td>社区<td>姓名<td>联系电话<td>心愿1<td>心愿2</tr>\
         <tr><td>蟠虬社区<td>陈一<td>19900001001<td rowspan=2>一台收音机<td>一床棉被</tr>\
         <tr><td>蟠虬社区<td>陈二<td>19900001002<td rowspan=2>一盏台灯</tr>\
         <tr><td>蟠虬社区<td>陈三<td>19900001003<td>见附件</tr></table>",
    );
    office.ends("collect wishes w.xls --rejects r.csv", 1);
    let of = |who: &str| -> Vec<String> {
        wishes(&office).into_iter().filter(|(name, _)| name == who).map(|(_, what)| what).collect()
    };
    assert_eq!(of("陈一"), ["一台收音机", "一床棉被"]);
    assert_eq!(of("陈二"), ["一台收音机", "一盏台灯"]);
    assert_eq!(of("陈三"), ["一盏台灯"]);
    assert!(office.read("r.csv").contains("陈三,19900001003,见附件,,4,"), "{}", office.read("r.csv"));
}
