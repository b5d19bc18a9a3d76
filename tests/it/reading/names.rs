//! The same name however it is typed is one wisher, one member, one claimant; what is shown stays as first written.

use crate::office::Office;

const SAME: [(&str, &str); 4] = [
    ("买买提·吐尔逊", "买买提•吐尔逊"),
    ("李明远", "李\u{200B}明远"),
    ("高建国", "⾼建国"),
    ("王小明", "王\u{3000}小明"),
];

/// The same four people in one spelling or the other.
fn people(column: usize, line: fn(&str, usize) -> String) -> String {
    let name = |(one, other): &(&'static str, &'static str)| if column == 0 { *one } else { *other };
    SAME.iter().enumerate().map(|(at, pair)| line(name(pair), at)).collect()
}

#[test]
fn wisher_in_another_spelling_is_the_same_in_either_order() {
    let list = |column| {
        let line = |name: &str, at| format!("{name},1990000070{at},榕荫社区,要一台收音机\n");
        format!("许愿人,联系电话,社区,微心愿内容\n{}", people(column, line))
    };
    for (first, second) in [(0, 1), (1, 0)] {
        let office = Office::new();
        office.write("1.csv", list(first));
        office.write("2.csv", list(second));
        office.ok("collect wishes 1.csv").reports(&["新增 4 条"]);
        let before = office.export("wishes");
        office.ok("collect wishes 2.csv").reports(&["新增 0 条", "未变 4 条"]);
        assert_eq!(office.export("wishes"), before);
    }
}

#[test]
fn row_with_a_name_in_another_spelling_is_a_duplicate() {
    let office = Office::new();
    let rows: String =
        SAME.iter().flat_map(|(one, other)| [one, other]).map(|name| format!("{name},榕荫社区,书\n")).collect();
    office.write("w.csv", format!("许愿人,社区,微心愿内容\n{rows}"));
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!((&file["new"], &file["duplicates"], &file["rejected"]), (&4.into(), &4.into(), &0.into()), "{file:#}");
}

#[test]
fn member_in_another_spelling_is_the_same_in_either_order() {
    let list = |column| {
        let line = |name: &str, _| format!("{name},在职党员,榕荫社区\n");
        format!("姓名,党员类型,报到社区\n{}", people(column, line))
    };
    for (first, second) in [(0, 1), (1, 0)] {
        let office = Office::new();
        office.write("1.csv", list(first));
        office.write("2.csv", list(second));
        office.ok("collect members 1.csv").reports(&["新增 4 条"]);
        let before = office.export("members");
        office.ok("collect members 2.csv").reports(&["新增 0 条", "未变 4 条"]);
        assert_eq!(office.export("members"), before);
        // Within one list too, before anything is indexed.
        let office = Office::new();
        office.write("both.csv", format!("{}{}", list(first), list(second).split_once('\n').unwrap().1));
        office.run("collect members both.csv");
        assert_eq!(office.export("members").len(), 4);
    }
}

#[test]
fn id_number_of_15_digits_and_its_18_digits_are_one_person() {
    for (first, second) in [("449999750217781", "449999197502177811"), ("449999197502177811", "449999750217781")] {
        let office = Office::new();
        for (name, number) in [("1.csv", first), ("2.csv", second)] {
            office.write(name, format!("姓名,党员类型,身份证号,报到社区\n甲一,在职党员,{number},榕荫社区\n"));
        }
        office.ok("collect members 1.csv").reports(&["新增 1 条"]);
        office.ok("collect members 2.csv").reports(&["新增 0 条", "未变 1 条"]);
        let row = |number| format!("甲一,在职党员,{number},榕荫社区\n");
        office.write("3.csv", format!("姓名,党员类型,身份证号,报到社区\n{}{}", row(first), row(second)));
        office.ok("collect members 3.csv").reports(&["重复 1 条", "问题 0 条"]);
    }
}

#[test]
fn claimant_is_found_in_another_spelling() {
    for (roster, claim) in [SAME[0], (SAME[0].1, SAME[0].0), SAME[2], (SAME[2].1, SAME[2].0)] {
        let office = Office::published();
        office.write("m.csv", format!("姓名,党员类型,报到社区\n{roster},在职党员,蟠虬社区\n"));
        office.ok("collect members m.csv");
        office.ok(&format!("claim take 1号 --by {claim}"));
    }
}

#[test]
fn words_and_headers_are_known_however_they_are_typed() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许\u{200B}愿人,社区,微⼼愿内容,同意公开\n甲,榕荫社区,书,\u{202D}是\u{202C}\n乙,榕荫社区,灯,Ｙ\n",
    );
    office.ok("collect wishes w.csv").reports(&["新增 2 条"]);
}
