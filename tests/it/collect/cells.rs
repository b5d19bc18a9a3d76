//! Every spelling of a cell (docs/design.md, section 5) in every field that takes it: a value that is read is exported, one
//! that is not waits with its record and is given back as it was written, or keeps the row out where consent or a destroyed
//! phone is concerned, and a word for nothing is blank.

use serde_json::Value;

use crate::office::{self, Office};

/// A cell as an office writes it, and as it is exported; `None` if it cannot be read.
type Case = (&'static str, Option<&'static str>);

const DAYS: &[Case] = &[
    ("2021-04-09", Some("2021-04-09")),
    ("2021/4/9", Some("2021-04-09")),
    ("2021.4.9", Some("2021-04-09")),
    ("2021. 04. 09", Some("2021-04-09")),
    ("20210409", Some("2021-04-09")),
    ("2021年4月9日", Some("2021-04-09")),
    ("2021 年 4 月 9 日", Some("2021-04-09")),
    ("２０２１－０４－０９", Some("2021-04-09")),
    ("2021-04-09 00:00:00", Some("2021-04-09")),
    ("44295", Some("2021-04-09")),
    ("'2021-04-09", Some("2021-04-09")),
    ("2021-13-20", None),
    ("2021-02-30", None),
    ("四月九日", Some("2021-04-09")),
    ("4月9日", Some("2021-04-09")),
    ("4/9", None),
    ("尽快", None),
    ("待定", None),
];
const MONTHS: &[Case] = &[("2021年4月", Some("2021-04-01")), ("2021-04", Some("2021-04-01")), ("2021年13月", None)];
const MONTHS_OF_DEADLINES: &[Case] = &[("2021年4月", Some("2021-04-30")), ("2020/2", Some("2020-02-29"))];
const PHONES: &[Case] = &[
    ("19900001001", Some("19900001001")),
    ("199 0000 1001", Some("19900001001")),
    ("199-0000-1001", Some("19900001001")),
    ("１９９００００１００１", Some("19900001001")),
    ("+86 19900001001", Some("19900001001")),
    ("19900001001.0", Some("19900001001")),
    ("'19900001001", Some("19900001001")),
    ("1.99E+10", None),
    ("81234567", Some("")),
    ("1990000100", None),
    ("没有电话", None),
];
const MONEY: &[Case] = &[
    ("500", Some("500.00")),
    ("¥500", Some("500.00")),
    ("￥500", Some("500.00")),
    ("500元", Some("500.00")),
    ("约500元", Some("500.00")),
    ("５００", Some("500.00")),
    ("1,200.50", Some("1200.50")),
    ("'500", Some("500.00")),
    ("三百", Some("300.00")),
    ("两百元", Some("200.00")),
    ("100-150", Some("150.00")),
    ("300多元", Some("300.00")),
    ("三百余", None),
    ("免费", None),
    ("-5", None),
];
const COUNTS: &[Case] = &[
    ("40", Some("40")),
    ("40套", Some("40")),
    ("约40套", Some("40")),
    ("４０", Some("40")),
    ("100-150", Some("150")),
    ("100～150套", Some("150")),
    ("300余人", Some("300")),
    ("十二套", Some("12")),
    ("若干", None),
    ("三百余", None),
    ("-1", None),
];
const TEXTS: &[Case] = &[
    ("ＡＢＣ１２３（一）", Some("ＡＢＣ１２３（一）")),
    ("两 个  空格", Some("两 个  空格")),
    ("𠮷𪚥", Some("𠮷𪚥")),
    ("=1+1", Some("'=1+1")),
];
const AGES: &[Case] = &[
    ("8", Some("8")),
    ("８岁", Some("8")),
    ("80周岁", Some("80")),
    ("八十", Some("80")),
    ("七岁半", None),
    ("17-18", None),
];
const CONSENTS: &[Case] = &[
    ("是", Some("是")),
    ("同意", Some("是")),
    ("Y", Some("是")),
    ("1", Some("是")),
    ("否", Some("否")),
    ("不同意", Some("否")),
    ("N", Some("否")),
    ("0", Some("否")),
    ("也许", None),
];
const CLASSES: &[Case] = &[
    ("在职", Some("在职党员")),
    ("在职党员", Some("在职党员")),
    ("离退休", Some("离退休党员")),
    ("流动党员", Some("流动党员")),
    ("在册", None),
];
const EXEMPT: &[Case] = &[("是", Some("是")), ("否", Some("")), ("或许", None)];
/// The word that identifies each form or theme.
const FORMS: &[Case] =
    &[("物资", Some("物资")), ("物品", Some("物资")), ("实物", Some("物资")), ("服务", Some("服务")), ("资金", None)];
const THEMES: &[Case] = &[("物资帮扶类", Some("物资帮扶类")), ("公益发展类", Some("公益发展类")), ("其它类", None)];

/// What an office writes in a cell without a value.
const NOTHING: &[&str] = &["", " ", "无", "—", "/", "-", "空", "N/A", "n/a"];

/// The fields of a kind of list, each with its cases.
type Fields<'a> = &'a [(&'a str, &'a [&'a [Case]])];

/// A list with one row for each case, its record named by `own`; the cells that every row has are `base`.
struct Sweep<'a> {
    kind: &'a str,
    command: &'a str,
    own: fn(usize) -> Vec<(&'static str, String)>,
    base: &'a [(&'a str, &'a str)],
    fields: Fields<'a>,
}

/// A row of the list: the header and the cell in question, and the expected value.
struct Asked<'a> {
    header: &'a str,
    cell: &'a str,
    wanted: Option<&'a str>,
}

impl Sweep<'_> {
    fn asked(&self) -> Vec<Asked<'_>> {
        let mut asked = Vec::new();
        for (header, cases) in self.fields {
            asked.extend(cases.iter().copied().flatten().map(|(cell, wanted)| Asked { header, cell, wanted: *wanted }));
            let blank = blank(header);
            asked.extend(NOTHING.iter().map(|cell| Asked { header, cell, wanted: Some(blank) }));
        }
        asked
    }

    fn run(&self, office: &Office) {
        let asked = self.asked();
        let own = (self.own)(0);
        let mut headers: Vec<&str> =
            own.iter().map(|(header, _)| *header).chain(self.base.iter().map(|(header, _)| *header)).collect();
        headers.extend(self.fields.iter().map(|(header, _)| *header));
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut list = headers.join(",") + "\n";
        for (row, one) in asked.iter().enumerate() {
            let own = (self.own)(row);
            let cell = |header: &&str| {
                let given = own.iter().find(|(own, _)| own == header).map(|(_, cell)| cell.as_str());
                let base = self.base.iter().find(|(base, _)| base == header).map(|(_, cell)| *cell);
                quoted(given.or(base).unwrap_or(if *header == one.header { one.cell } else { "" }))
            };
            list += &(headers.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
        }
        office.write("cells.csv", &list);
        let answer = office.json_of(&format!("{} cells.csv", self.command), 1);
        let faults = answer["files"][0]["faults"].as_array().unwrap();
        let waiting = answer["files"][0]["unread_cells"].as_array().unwrap();
        let back = office.export(&format!("{} --reveal 测试", self.kind));
        let mut wrong = Vec::new();
        for (row, one) in asked.iter().enumerate() {
            let Asked { header, cell, wanted } = one;
            let is_here = |fault: &&Value| fault["row"] == row as u64 + 2;
            let fault = faults.iter().find(is_here).or_else(|| waiting.iter().find(is_here));
            let (own_head, own) = &(self.own)(row)[0];
            let record = back.iter().find(|record| record[*own_head] == *own);
            let column = headers.iter().position(|other| other == header).unwrap();
            match (wanted, fault, record) {
                (Some(wanted), None, Some(record)) if record[*header] == *wanted => {}
                (None, Some(fault), record) if fault["column"] == letter(column) => {
                    let given = record.map(|record| record[*header].trim_start_matches('\'').to_owned());
                    let kept = (!keeps_out(header, cell)).then(|| (*cell).to_owned());
                    if given != kept {
                        wrong.push(format!("{header} “{cell}”: wanted {kept:?} given back, found {given:?}"));
                    }
                }
                (_, fault, record) => {
                    let read = record.map(|record| record[*header].clone());
                    wrong.push(format!("{header} “{cell}”: wanted {wanted:?}, read {read:?}, fault {fault:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Whether a cell that cannot be read keeps its row out.
fn keeps_out(header: &str, cell: &str) -> bool {
    header == "同意公开" || cell == "1.99E+10"
}

/// The exported value of a blank cell.
fn blank(header: &str) -> &'static str {
    match header {
        "数量" => "1",
        "认领时间" => office::DAY,
        "完成情况" => "已认领",
        "组织类别" => "其他",
        _ => "",
    }
}

fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", char::from(b'A' + (column / 26 - 1) as u8)) }
}

#[test]
fn wish_cells_are_read_in_every_spelling() {
    Sweep {
        kind: "wishes",
        command: "collect wishes",
        own: |row| vec![("微心愿内容", format!("第{row}个心愿"))],
        base: &[("许愿人", "甲一"), ("社区", "蟠虬社区")],
        fields: &[
            ("联系电话", &[PHONES]),
            ("人员类别", &[TEXTS]),
            ("年龄", &[AGES]),
            ("家庭住址", &[TEXTS]),
            ("户号", &[TEXTS]),
            ("学校", &[TEXTS]),
            ("心愿类型", &[FORMS]),
            ("心愿类别", &[THEMES]),
            ("许愿理由", &[TEXTS]),
            ("数量", &[COUNTS]),
            ("预计金额", &[MONEY]),
            ("完成时限", &[DAYS, MONTHS_OF_DEADLINES]),
            ("征集时间", &[DAYS, MONTHS]),
            ("征集人", &[TEXTS]),
            ("征集渠道", &[TEXTS]),
            ("同意公开", &[CONSENTS]),
            ("所属项目", &[TEXTS]),
            ("来源平台", &[TEXTS]),
            ("平台编号", &[TEXTS]),
            ("备注", &[TEXTS]),
        ],
    }
    .run(&Office::new());
}

#[test]
fn project_cells_are_read_in_every_spelling() {
    Sweep {
        kind: "projects",
        command: "collect projects",
        own: |row| vec![("项目名称", format!("第{row}个项目"))],
        base: &[("需求社区", "蟠虬社区")],
        fields: &[
            ("项目内容", &[TEXTS]),
            ("项目类别", &[THEMES]),
            ("所属品牌", &[TEXTS]),
            (
                "受益人数",
                &[&[
                    ("40", Some("40")),
                    ("40人", Some("40")),
                    ("约４０人", Some("40")),
                    ("300余人", Some("300")),
                    ("若干", None),
                ]],
            ),
            ("投入资金", &[MONEY]),
            ("计划完成时间", &[DAYS, MONTHS_OF_DEADLINES]),
            ("备注", &[TEXTS]),
        ],
    }
    .run(&Office::new());
}

#[test]
fn member_cells_are_read_in_every_spelling() {
    Sweep {
        kind: "members",
        command: "collect members",
        own: |row| vec![("姓名", format!("某人{row}"))],
        base: &[("报到社区", "蟠虬社区")],
        fields: &[
            ("手机号", &[PHONES]),
            ("党员类型", &[CLASSES]),
            ("报到日期", &[DAYS, MONTHS]),
            ("撤销时间", &[DAYS, MONTHS]),
            ("特长", &[TEXTS]),
            ("备注", &[TEXTS]),
        ],
    }
    .run(&Office::new());
}

#[test]
fn org_cells_are_read_in_every_spelling() {
    Sweep {
        kind: "orgs",
        command: "collect orgs",
        own: |row| vec![("单位党组织名称", format!("某支部{row}"))],
        base: &[("报到社区", "金花街道")],
        fields: &[
            ("组织类别", &[&[("单位", Some("单位党组织")), ("两新组织", Some("两新组织"))]]),
            ("联系人", &[TEXTS]),
            ("联系电话", &[PHONES]),
            ("报到日期", &[DAYS, MONTHS]),
            ("免考核", &[EXEMPT]),
            ("备注", &[TEXTS]),
        ],
    }
    .run(&Office::new());
}

#[test]
fn claim_cells_are_read_in_every_spelling() {
    let office = Office::new();
    let wishes: String = (0..200).map(|row| format!("心愿{row},甲一,蟠虬社区,第{row}个心愿,2020-01-01\n")).collect();
    office.write("wishes.csv", format!("心愿编号,姓名,社区,微心愿内容,征集时间\n{wishes}"));
    office.ok("collect wishes wishes.csv --consent 表格已征询");
    office.ok("verify --all --pass --on 2020-01-02");
    office.ok("publish --today 2020-01-02");
    office.ok("collect members --set 姓名=戊五 --set 党员类型=在职");
    Sweep {
        kind: "claims",
        command: "claim import",
        own: |row| vec![("心愿编号", format!("心愿{row}"))],
        base: &[("认领人", "戊五")],
        fields: &[
            ("认领时间", &[DAYS, MONTHS]),
            ("完成时限", &[DAYS, MONTHS_OF_DEADLINES]),
            (
                "完成情况",
                &[&[
                    ("办理中", Some("办理中")),
                    ("进行中", Some("办理中")),
                    ("已认领", Some("已认领")),
                    ("未开始", Some("已认领")),
                    ("已对接", Some("办理中")),
                    ("正在办理", Some("办理中")),
                    ("已送达", Some("已完成")),
                    ("不详", None),
                ]],
            ),
            ("意向书签订日期", &[DAYS, MONTHS]),
            ("立项时间", &[DAYS, MONTHS]),
            ("验收时间", &[DAYS, MONTHS]),
            ("负责人", &[TEXTS]),
            ("备注", &[TEXTS]),
        ],
    }
    .run(&office);
}

#[test]
fn id_number_is_read_in_every_spelling_and_a_rounded_one_is_a_fault() {
    let office = Office::new();
    let good = "44999919900101006X";
    let rows = [
        good.to_owned(),
        good.to_lowercase(),
        "449999 19900101 006X".to_owned(),
        "４４９９９９１９９００１０１００６Ｘ".to_owned(),
        format!("'{good}"),
    ];
    for (at, id) in rows.iter().enumerate() {
        let check = if at == 0 { 1 } else { 0 };
        office.write("m.csv", format!("姓名,身份证号,社区\n甲一,{id},蟠虬社区\n"));
        let answer = office.json("collect members m.csv");
        assert_eq!(answer["files"][0]["new"], check, "{id}: {answer:#}");
    }
    for id in ["4.49999E+17", "449999199001010001", "449999199001010012", "44999919900101", "身份证"] {
        office.write("m.csv", format!("姓名,身份证号,社区\n甲一,{id},蟠虬社区\n"));
        let answer = office.json_of("collect members m.csv", 1);
        let fault = &answer["files"][0]["faults"][0];
        assert_eq!((&fault["field"], &fault["column"]), (&"id".into(), &"B".into()), "{id}: {answer:#}");
        assert!(!fault["message"].as_str().unwrap().contains("19900101"), "{fault}");
    }
}

#[test]
fn blanks_are_removed_from_two_character_names_only() {
    let office = Office::new();
    let names = ["张 三", "李　四", "欧阳 小明", "艾力·买买提", "Anna Smith"];
    let rows: String = names.iter().map(|name| format!("{name},蟠虬社区,{name}的心愿\n")).collect();
    office.write("w.csv", format!("姓名,社区,微心愿内容\n{rows}"));
    office.ok("collect wishes w.csv");
    let back = office.export("wishes --reveal 测试");
    let back: Vec<&str> = back.iter().map(|wish| wish["许愿人"].as_str()).collect();
    assert_eq!(back, ["张三", "李四", "欧阳 小明", "艾力·买买提", "Anna Smith"]);
    assert_eq!(office.export("wishes")[0]["微心愿内容"], "张 三的心愿");
}

#[test]
fn row_whose_values_are_typed_otherwise_is_the_same_row() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,姓名,联系电话,微心愿内容,征集时间,完成时限,预计金额,数量,备注\n\
         蟠虬社区,甲一,19900001001,收音机,2021-05-01,2021-06-30,1200,1,无\n\
         蟠虬社区,甲一,+86 199-0000-1001,收音机,2021/5/1,2021年6月,\"1,200.00\",1台,\n\
         蟠虬社区,甲一,19900001001.0,收音机,20210501,2021.6.30,1200元,一,/\n\
         蟠虬社区,甲一,19900001001,收音机,2021-05-02,2021-06-30,1200,1,\n",
    );
    let file = office.json_of("collect wishes w.csv", 1)["files"][0].clone();
    assert_eq!((&file["new"], &file["duplicates"], &file["rejected"]), (&1.into(), &2.into(), &1.into()), "{file:#}");
    assert_eq!(file["faults"][0]["row"], 5);
}

#[test]
fn words_of_forms_for_yes_no_and_nothing_are_understood() {
    for (word, consent) in [
        ("同意公示", "是"),
        ("能", "是"),
        ("愿意公开", "是"),
        ("不能", "否"),
        ("不愿意公开", "否"),
        ("不公示", "否"),
        ("没有", ""),
    ] {
        let office = Office::new();
        office.write("w.csv", format!("社区,姓名,联系电话,微心愿内容,同意公开\n蟠虬社区,甲一,没有,收音机,{word}\n"));
        office.ok("collect wishes w.csv");
        let wish = &office.export("wishes")[0];
        assert_eq!((wish["同意公开"].as_str(), wish["联系电话"].as_str()), (consent, ""), "{word}");
    }
}
