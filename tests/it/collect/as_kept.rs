//! Lists as offices keep them: rows that are no records, headers in two rows or twice side by side, cells that say more than
//! their column asks for.

use crate::office::Office;

fn names(office: &Office, kind: &str, header: &str) -> Vec<String> {
    let mut names: Vec<String> = office.export(kind).iter().map(|record| record[header].clone()).collect();
    names.sort();
    names
}

#[test]
fn totals_footers_page_marks_and_headings_are_no_records() {
    for (kind, header, own, list) in [
        (
            "members",
            "姓名",
            &["罗一", "罗三"][..],
            "姓名,党员类型,手机号,社区\n第一党支部（2人）,,,\n罗一,在职党员,19900014301,西关社区\n小计：2人,,,\n\
            第二党支部,,,\n罗三,在职党员,19900014303,西关社区\n金花街道机关党委,,,\n合计3人,,,\n共计：3人,,,\n\
            本页合计 3 人,,,\n共3条,,,\n第1页,,,\n第 1 页 共 2 页,,,\n以下空白,,,\n—以下无正文—,,,\n\
            制表：李敏,,,2026年3月9日\n审核：王强,,,\n审批人：,王强,,\n打印日期：2026/3/9,,,\n（盖章）,,,\n2026年3月9日,,,\n年 月 日,,,\n单位（盖章）：,,,\n\
            附件：1.照片,,,\n说明：本表请于3月10日前报送,,,\n",
        ),
        (
            "orgs",
            "单位党组织名称",
            &["荔湾区税务局党委", "某某超市党支部"],
            "单位党组织名称,组织类别,报到镇街\n一、机关单位,,\n荔湾区税务局党委,单位党组织,金花街道\n小计,1,\n\
            二、两新组织（1家）,,\n某某超市党支部,两新组织,金花街道\n合计：2家,,\n填表人：李敏,,\n\
            制表单位：街道党建办,,\n备注：以上单位均已报到,,\n",
        ),
        (
            "projects",
            "项目名称",
            &["加装扶手"],
            "项目名称,需求社区,项目内容,预算\n一、民生类,,,\n加装扶手,西关社区,楼梯,5000\n合计：1个,,,5000\n制表：李敏,,,\n",
        ),
        (
            "wishes",
            "许愿人",
            &["马一", "马二"],
            "街道微心愿登记表（第一批）,,,\n社区,姓名,电话,微心愿内容\n西关社区,马一,19900011301,书包\n\
            第1页 共2页,,,\n街道微心愿登记表（第二批）,,,\n社区,姓名,联系电话,心愿内容\n\
            西关社区,马二,19900011302,水壶\n打印日期：2026/3/9,,,\n制表：李敏　　审核：王强,,,\n附件：1.心愿照片,,,\n\
            以下空白,,,\n—以下无正文—,,,\n共2条,,,\n联系人：李敏 81000000,,,\n",
        ),
    ] {
        let office = Office::new();
        office.write("list.csv", list);
        let file = office.json(&format!("collect {kind} list.csv"))["files"][0].clone();
        assert_eq!(file["new"], own.len(), "{kind} {file:#}");
        assert!(file["skipped"].as_u64().unwrap() > 2, "{kind} {file:#}");
        let mut own = own.to_vec();
        own.sort_unstable();
        assert_eq!(names(&office, kind, header), own, "{kind}");
    }
    let office = Office::new();
    office.write(
        "parts.csv",
        "序号,姓名,社区\n一,机关支部,\n1,罗一,西关社区\n（二）,退休党员,\n2,罗二,西关社区\n三,罗三,\n",
    );
    let file = office.json("collect members parts.csv --class in_service")["files"][0].clone();
    assert_eq!((&file["new"], &file["skipped"]), (&3.into(), &2.into()), "{file:#}");
    let office = Office::new();
    office.write("places.csv", "社区,街道\n西关社区,金花街道\n合计：1个,\n填表人：李敏,\n一、老城片,\n");
    assert_eq!(office.json("collect places places.csv")["files"][0]["skipped"], 3);
}

#[test]
fn a_name_alone_among_several_columns_is_asked_about_and_a_list_of_names_is_one() {
    let office = Office::new();
    office.write("list.csv", "姓名,党员类型,社区\n罗一,在职,西关社区\n老年活动中心,,\n罗六,,\n");
    let file = office.json_of("collect members list.csv", 1)["files"][0].clone();
    assert_eq!((&file["new"], &file["rejected"]), (&2.into(), &1.into()), "{file:#}");
    assert_eq!(file["faults"][0]["code"], "name_alone");
    office.write("names.csv", "姓名\n罗七\n罗八\n合计：2人\n");
    let file = office.json("collect members names.csv --class in_service")["files"][0].clone();
    assert_eq!((&file["new"], &file["skipped"]), (&2.into(), &1.into()), "{file:#}");
    office.write("numbered.csv", "序号,姓名,手机号\n1,罗九,\n");
    assert_eq!(office.json("collect members numbered.csv --class in_service")["files"][0]["new"], 1);
}

#[test]
fn a_wish_that_begins_as_a_total_is_a_wish() {
    let office = Office::new();
    office.write(
        "w.csv",
        "微心愿内容,姓名,社区,家庭情况\n共2个孩子要书包,马一,西关社区,共3人\n合计费用太高，想要一台灯,马二,西关社区,合计3人\n",
    );
    assert_eq!(office.json("collect wishes w.csv")["files"][0]["new"], 2);
}

#[test]
fn the_lower_row_of_a_header_is_no_record() {
    for list in [
        "序号,社区,姓名,电话,微心愿内容,经费来源,,同意公开\n,,,,,财政,捐赠,\n1,西关社区,马一,19900012001,书包,50,50,是\n",
        "序号,社区,姓名,电话,微心愿内容,经费来源,,同意公开\n序号,社区,姓名,电话,微心愿内容,财政,捐赠,同意公开\n\
        1,西关社区,马一,19900012001,书包,50,50,是\n",
    ] {
        let office = Office::new();
        office.write("w.csv", list);
        let file = office.json("collect wishes w.csv")["files"][0].clone();
        assert_eq!((&file["new"], &file["header_row"]), (&1.into(), &2.into()), "{file:#}");
    }
    let office = Office::new();
    office.write("p.csv", "项目名称,社区,资金（万元）,\n,,财政,自筹\n加装扶手,西关社区,2,0.5\n");
    office.refuses("collect projects p.csv", 3).reports(&["资金（万元）财政", "资金（万元）自筹"]);
}

#[test]
fn two_lists_side_by_side_are_refused() {
    for (kind, list) in [
        (
            "wishes",
            "序号,姓名,社区,微心愿内容,,序号,姓名,社区,微心愿内容\n1,马一,西关社区,书包,,2,马三,西关社区,水壶\n",
        ),
        ("members", "姓名,手机号,姓名,手机号\n罗一,19900014301,罗二,19900014302\n"),
    ] {
        let office = Office::new();
        office.write("list.csv", list);
        office.refuses(&format!("collect {kind} list.csv"), 3).reports(&["并排", "剪到左边的下面"]);
    }
}

#[test]
fn a_number_of_something_else_is_no_age_and_no_quantity() {
    let (mut list, mut rows) = ("姓名,社区,微心愿内容,年龄,数量\n".to_owned(), 0);
    for (age, quantity) in [
        ("六旬", "41码"),
        ("七旬老人", "100元"),
        ("6年级", "三楼"),
        ("5月", "3年级"),
        ("三年级", "42号"),
        ("二胎", "90平方"),
    ] {
        rows += 1;
        list.push_str(&format!("马{rows},西关社区,书包,{age},{quantity}\n"));
    }
    let office = Office::new();
    office.write("w.csv", list);
    let file = office.json_of("collect wishes w.csv", 1)["files"][0].clone();
    assert_eq!((&file["new"], &file["unread"]), (&rows.into(), &(rows * 2).into()), "{file:#}");
    office.write("y.csv", "姓名,社区,微心愿内容,数量\n马百,西关社区,水壶,2026\n");
    office.ok("collect wishes y.csv").reports(&["“2026”按 2026 登记"]);
}

#[test]
fn cell_of_two_people_is_a_fault_and_text_beside_a_name_goes_into_the_note() {
    let office = Office::new();
    office.write(
        "m.csv",
        "姓名,党员类型,社区\n\"陈四、陈五\",在职,西关社区\n陈六等5人,在职,西关社区\n陈四和陈五,在职,西关社区\n\
        陈一（书记）,在职,西关社区\n陈二*,在职,西关社区\n陈七(预备),在职,西关社区\n买买提·吐尔逊,在职,西关社区\n",
    );
    let run = office.ends("collect members m.csv --format json", 1);
    let file = &run.json()["files"][0];
    assert_eq!((&file["new"], &file["rejected"]), (&4.into(), &3.into()), "{file:#}");
    assert!(file["faults"].as_array().unwrap().iter().all(|fault| fault["code"] == "several_people"), "{file:#}");
    run.reports(&["不止一个人", "姓名以外的文字记在备注"]);
    assert_eq!(names(&office, "members", "姓名"), ["买买提·吐尔逊", "陈一", "陈七", "陈二"]);
    let members = office.export("members --reveal 核对");
    assert!(members.iter().any(|one| one["姓名"] == "陈一" && one["备注"].contains("书记")), "{members:#?}");
    office.write("w.csv", "姓名,社区,微心愿内容\n马一(低保),西关社区,书包\n\"马三\n（孙女马小）\",西关社区,水壶\n");
    office.ok("collect wishes w.csv");
    assert_eq!(names(&office, "wishes", "许愿人"), ["马一", "马三"]);
    let wishes = office.export("wishes --reveal 核对");
    assert!(wishes.iter().any(|one| one["备注"].contains("孙女马小")), "{wishes:#?}");
    assert_eq!(office.json_of("collect members m.csv", 1)["files"][0]["unchanged"], 4);
}

#[test]
fn consent_is_read_as_people_and_forms_write_it() {
    for (cell, consent) in [
        ("√", "是"),
        ("✔", "是"),
        ("☑是□否", "是"),
        ("□是 ☑否", "否"),
        ("×", "否"),
        ("公开", "是"),
        ("不公开", "否"),
        ("是的", "是"),
        ("可", "是"),
        ("已同意", "是"),
        ("本人同意", "是"),
        ("A.同意", "是"),
        ("不同意（请匿名）", "否"),
        ("否（涉及隐私）", "否"),
    ] {
        let office = Office::new();
        office.write("w.csv", format!("姓名,社区,微心愿内容,是否公开\n马一,西关社区,书包,{cell}\n"));
        office.ok("collect wishes w.csv");
        assert_eq!(office.export("wishes")[0]["同意公开"], consent, "{cell}");
    }
    for cell in ["同意（匿名）", "是☑否□", "□是□否", "☑是☑否", "再说", "A"] {
        let office = Office::new();
        office.write("w.csv", format!("姓名,社区,微心愿内容,是否公开\n马一,西关社区,书包,{cell}\n"));
        office.ends("collect wishes w.csv", 1);
        assert!(office.export("wishes").is_empty(), "{cell}");
    }
}

#[test]
fn headers_of_forms_and_offices_are_known() {
    for (kind, list, header, cell) in [
        ("wishes", "1.您的姓名,（2）您所在的社区,6.请描述您的心愿\n马一,西关社区,书包\n", "微心愿内容", "书包"),
        ("wishes", "一、姓名,二、村（居）,三、请写下您的心愿\n马一,西关社区,书包\n", "微心愿内容", "书包"),
        ("wishes", "许愿人信息,,心愿信息\n姓名,社区,内容\n马一,西关社区,书包\n", "微心愿内容", "书包"),
        ("members", "姓名,所在单位,党支部,社区\n罗一,某单位,甲局,西关社区\n", "所在支部", "甲局"),
        ("projects", "项目名称,社区,主要内容\n扶手,西关社区,楼梯\n", "项目内容", "楼梯"),
        ("orgs", "单位党组织名称,组织类别,党组织书记\n甲党委,单位,李敏\n", "联系人", "李敏"),
    ] {
        let office = Office::new();
        office.ok("collect orgs --set 单位党组织名称=甲局 --set 组织类别=单位");
        office.write("list.csv", list);
        office.ok(&format!("collect {kind} list.csv"));
        assert_eq!(office.export(&format!("{kind} --reveal 核对")).pop().unwrap()[header], cell, "{list}");
    }
}

#[test]
fn days_and_classes_are_read_as_offices_write_them() {
    for (cell, day) in [
        ("三月十日", "2021-03-10"),
        ("二〇二一年三月十一日", "2021-03-11"),
        ("2021/3/1（周一）", "2021-03-01"),
        ("21.3.5", "2021-03-05"),
    ] {
        let office = Office::new();
        office.write("w.csv", format!("姓名,社区,微心愿内容,征集时间\n马一,西关社区,书包,{cell}\n"));
        office.ok("collect wishes w.csv");
        assert_eq!(office.export("wishes")[0]["征集时间"], day, "{cell}");
    }
    let office = Office::new();
    office.write("w.csv", "姓名,社区,微心愿内容,征集时间\n马一,西关社区,书包,2031-03-01\n");
    office.ends("collect wishes w.csv", 1).reports(&["2031-03-01 还没有到"]);
    for (cell, class) in [("在职", "在职"), ("退休", "离退休"), ("√", "在职"), ("离休", "离退休")] {
        let office = Office::new();
        office.write("m.csv", format!("姓名,社区,是否在职\n罗一,西关社区,{cell}\n"));
        office.ok("collect members m.csv");
        assert!(office.export("members")[0]["党员类型"].starts_with(class), "{cell}");
    }
    office.write("t.csv", "姓名,社区,手机号\n罗一,西关社区,\"=\"\"19900011001\"\"\"\n罗二,西关社区,19900007025*\n");
    office.ok("collect members t.csv --class in_service");
    let members = office.export("members --reveal 核对");
    assert_eq!(members[0]["手机号"], "19900011001");
    assert_eq!(members[1]["手机号"], "19900007025");
    assert!(members.iter().all(|one| one["备注"].is_empty()), "{members:#?}");
}

#[test]
fn claim_without_a_day_is_a_warning_and_an_ended_one_holds_nothing() {
    let office = Office::published();
    let code =
        office.export("wishes").iter().find(|wish| office.state(&wish["心愿编号"]) == "published").unwrap()["心愿编号"]
            .clone();
    let members = names(&office, "members", "姓名");
    let member = members.iter().find(|one| members.iter().filter(|other| other == one).count() == 1).unwrap();
    let claim = |more: &str, cell: &str| format!("心愿编号,认领人{more}\n{code},{member}{cell}\n");
    office.write("c.csv", claim(",完成情况", ",已终止"));
    office.ends("claim import c.csv", 1);
    assert!(office.export("claims").is_empty());
    office.write("c.csv", format!("心愿编号,认领人及电话,认领单位\n{code},{member},某单位\n"));
    office.refuses("claim import c.csv", 3).reports(&["认领人及电话"]);
    office.write("c.csv", claim(",完成情况", ",已完成（4月25日）"));
    office.ok("claim import c.csv").reports(&["没有写认领时间，按今天", "已完成"]);
}

#[test]
fn headings_that_name_a_place_give_it_to_the_rows_below_them() {
    let header = "序号,心愿人,心愿内容,电话";
    let place_of = |office: &Office| -> Vec<String> {
        office
            .export("wishes")
            .iter()
            .map(|wish| format!("{}={}", wish["许愿人"], wish["属地"].rsplit('/').next().unwrap_or_default()))
            .collect()
    };
    for (headings, places) in [
        (["一、西关社区", "（二）龙津社区（2个）"], ["西关社区", "龙津社区"]),
        (["西关社区（1个）", "龙津社区居委会"], ["西关社区", "龙津社区"]),
        (["（一）西关社区：", "二、金花街道蟠虬社区"], ["西关社区", "蟠虬社区"]),
    ] {
        for column in 0..3 {
            let heading = |text: &str| format!("{}{text}{}", ",".repeat(column), ",".repeat(3 - column));
            if column == 2 && headings[0].starts_with('西') {
                // What is wished for may be anything that has no number before it.
                continue;
            }
            let office = Office::new();
            let list = format!(
                "{header}\n{}\n1,马一,书包,19900011301\n小计,1,,\n{}\n1,马二,水壶,19900011302\n",
                heading(headings[0]),
                heading(headings[1])
            );
            office.write("list.csv", &list);
            let answer = office.json("collect wishes list.csv");
            let file = &answer["files"][0];
            assert_eq!((&file["new"], &file["skipped"]), (&2.into(), &3.into()), "{headings:?} {answer:#}");
            assert_eq!(answer["warnings"][0]["code"], "heading_of_place", "{answer:#}");
            let expected = [format!("马一={}", places[0]), format!("马二={}", places[1])];
            assert_eq!(place_of(&office), expected, "{headings:?} in column {column}");
        }
    }
    // A column of communities says where its rows are.
    let office = Office::new();
    office.write("own.csv", "社区,心愿人,心愿内容\n一、龙津社区,,\n西关社区,马一,书包\n");
    let answer = office.json("collect wishes own.csv");
    assert_eq!((place_of(&office), &answer["warnings"][0]["code"]), (vec!["马一=西关社区".into()], &"heading".into()));
}

#[test]
fn rows_below_a_heading_of_no_place_are_of_none_and_rejects_keep_their_headings() {
    for heading in ["三、机关单位,,,", "其他,,,", ",其他,,"] {
        let office = Office::new();
        office.write(
            "list.csv",
            format!(
                "序号,心愿人,心愿内容,电话\n一、西关社区,,,\n1,马一,书包,19900011301\n二、龙津社区,,,\n1,,水壶,19900011302\n\
                 {heading}\n1,马三,台灯,19900011303\n"
            ),
        );
        let answer = office.json_of("collect wishes list.csv", 1);
        let file = &answer["files"][0];
        let places = file["faults"].as_array().unwrap().iter().filter(|fault| fault["field"] == "place").count();
        assert_eq!((&file["new"], places), (&1.into(), 1), "{heading} {answer:#}");
        let rejects = office.read("list.csv.rejects.csv");
        let mended = rejects.replace("1,,水壶", "1,马二,水壶");
        office.write("mended.csv", &mended);
        let answer = office.json_of("collect wishes mended.csv", 1);
        assert_eq!(answer["files"][0]["new"], 1, "{heading} {answer:#}");
        let wishes = office.export("wishes");
        assert_eq!(wishes[1]["属地"], "荔湾区/金花街道/龙津社区", "{heading}");
    }
}

#[test]
fn instructions_below_the_header_are_no_records() {
    for row in [
        "（必填）,（必填）,（必填）,选填",
        "文本,文本,不超过50字,11位",
        "必填项,必填项,必填,",
        "下拉选择,文字,最多200个字,数字",
    ] {
        let office = Office::new();
        office.write("list.csv", format!("社区,姓名,心愿内容,联系电话\n{row}\n西关社区,马一,书包,19900011301\n"));
        let file = office.json("collect wishes list.csv")["files"][0].clone();
        assert_eq!((&file["new"], &file["skipped"]), (&1.into(), &1.into()), "{row} {file:#}");
    }
    let office = Office::new();
    office
        .write("list.csv", "姓名,社区,心愿内容\n（示例）李四,西关社区,轮椅\n示范,西关社区,轮椅\n马一,西关社区,书包\n");
    assert_eq!(office.json("collect wishes list.csv")["files"][0]["skipped"], 2);
}

#[test]
fn what_is_no_name_or_no_wish_keeps_its_row_out() {
    for (kind, header, cells, code) in [
        ("orgs", "党组织名称,组织类别", &["***,单位", "****,单位", "19900013301,单位"][..], "not_a_name"),
        ("members", "姓名,党员类型", &["****,在职", "19900013302,在职", "123,在职"], "not_a_name"),
        (
            "wishes",
            "心愿内容,社区,许愿人",
            &["暂无心愿,西关社区,马一", "？,西关社区,马一", "（见附件）,西关社区,马一"],
            "not_content",
        ),
        ("wishes", "社区,心愿内容,许愿人", &["2,书包,马一", "3社区,书包,马二"], "no_place"),
    ] {
        for cell in cells.iter().filter(|cell| !cell.starts_with('3')) {
            let office = Office::new();
            office.write("list.csv", format!("{header}\n{cell}\n"));
            let file = office.json_of(&format!("collect {kind} list.csv"), 1)["files"][0].clone();
            assert_eq!(file["faults"][0]["code"], code, "{cell} {file:#}");
        }
    }
}

#[test]
fn phone_in_the_cell_of_a_name_is_the_phone() {
    for (name, own, phone) in [
        ("周姨 19900011301", "", "19900011301"),
        ("周姨（19900011301）", "", "19900011301"),
        ("周姨，电话：19900011301", "", "19900011301"),
        ("周姨19900011301", "19900011302", "19900011302"),
    ] {
        let office = Office::new();
        let name = if name.contains('，') { format!("\"{name}\"") } else { name.to_owned() };
        office.write("list.csv", format!("许愿人,联系电话,社区,心愿内容\n{name},{own},西关社区,书包\n"));
        let answer = office.json("collect wishes list.csv");
        assert_eq!(answer["warnings"][0]["code"], "taken_as", "{name} {answer:#}");
        office.ok("export wishes --reveal 核对 --output out.csv");
        let text = office.read("out.csv");
        let wish = crate::office::table(&text)[0].clone();
        assert_eq!((wish["许愿人"].as_str(), wish["联系电话"].as_str()), ("周姨", phone), "{name}");
        assert!(own.is_empty() || wish["备注"].contains("19900011301"), "{name} {wish:?}");
    }
}

#[test]
fn deadlines_in_words_and_times_of_the_afternoon_are_read() {
    let office = Office::new();
    office.write(
        "list.csv",
        "许愿人,社区,心愿内容,预计金额,完成时限,提交时间\n\
         马一,西关社区,书包,约500,2026年底,2026年3月5日 下午3:12\n马二,西关社区,水壶,500元左右,2026年6月底前,2026年3月5日 上午9:12\n\
         马三,西关社区,台灯,约三百,2026年第二季度,2026/3/5 下午 3:12\n马四,西关社区,轮椅,500,2026年3月5日前,2026/3/5 3:12 PM\n",
    );
    let answer = office.json("collect wishes list.csv --today 2026-03-06");
    assert_eq!(answer["files"][0]["new"], 4, "{answer:#}");
    let wishes = office.export("wishes");
    let deadlines: Vec<&str> = wishes.iter().map(|wish| wish["完成时限"].as_str()).collect();
    assert_eq!(deadlines, ["2026-12-31", "2026-06-30", "2026-06-30", "2026-03-05"]);
    assert!(wishes.iter().all(|wish| wish["征集时间"] == "2026-03-05"), "{wishes:?}");
}

#[test]
fn value_that_another_column_contradicts_is_kept_with_the_record() {
    let office = Office::new();
    office.write("list.csv", "许愿人,社区,心愿内容,内容\n马一,西关社区,收音机,想听粤剧\n");
    let answer = office.json("collect wishes list.csv");
    assert_eq!(answer["warnings"][0]["code"], "heads_differ", "{answer:#}");
    assert!(String::from_utf8_lossy(&office.file()).contains("想听粤剧"));
}

#[test]
fn tree_of_places_leaves_out_what_is_in_the_row_above() {
    for list in [
        "区,街道,社区\n荔湾区,金花街道,蟠虬社区\n,逢源街道,三连直社区\n,,泮塘社区\n",
        "属地\n荔湾区\n　金花街道\n　　蟠虬社区\n　逢源街道\n　　三连直社区\n　　泮塘社区\n",
        "街道,社区\n金花街道,蟠虬社区\n逢源街道,三连直社区\n,泮塘社区\n",
    ] {
        let office = Office::new();
        office.write("places.csv", list);
        office.ok("collect places places.csv");
        let listed = office.ok("list places --format csv").out;
        let places: Vec<String> = crate::office::table(&listed).iter().map(|place| place["属地"].clone()).collect();
        for path in ["荔湾区/逢源街道/三连直社区", "荔湾区/逢源街道/泮塘社区", "荔湾区/金花街道/蟠虬社区"]
        {
            assert!(places.iter().any(|place| place == path), "{path} {list} {places:?}");
        }
    }
}

#[test]
fn number_merged_over_several_rows_counts_once() {
    let office = Office::new();
    office.write(
        "list.html",
        "<meta charset=utf-8><table><tr><td>许愿人<td>社区<td>心愿内容<td>预计金额<td>数量</tr>\
         <tr><td rowspan=2>马一<td rowspan=2>西关社区<td>书包<td rowspan=2>500<td rowspan=2>2</tr><tr><td>水壶</tr></table>",
    );
    let answer = office.json("collect wishes list.html");
    let merged = answer["warnings"].as_array().unwrap().iter().filter(|one| one["code"] == "merged_number").count();
    assert_eq!((merged, &answer["files"][0]["new"]), (2, &2.into()), "{answer:#}");
    let wishes = office.export("wishes");
    let amounts: Vec<&str> = wishes.iter().map(|wish| wish["预计金额"].as_str()).collect();
    assert_eq!(amounts, ["500.00", ""], "{wishes:?}");
    assert_eq!(wishes[1]["许愿人"], "马一");
}

#[test]
fn community_of_the_title_is_offered_where_rows_have_none() {
    for title in ["金花街道西关社区微心愿清单,,", "填报单位：西关社区居委会,,"] {
        let office = Office::new();
        office.write("list.csv", format!("{title}\n许愿人,心愿内容,联系电话\n马一,书包,19900011301\n"));
        office.ends("collect wishes list.csv", 1).reports(&["西关社区", "--under"]);
    }
}

#[test]
fn form_filled_in_from_top_to_bottom_is_named_for_what_it_is() {
    for (kind, form) in [
        ("wishes", "微心愿登记表,\n姓名,马一\n社区,西关社区\n联系电话,19900011301\n心愿内容,书包\n"),
        ("wishes", "序号,姓名,马一,马二\n,社区,西关社区,西关社区\n,心愿内容,书包,水壶\n"),
        ("members", "姓名,罗一,罗二\n党员类型,在职,在职\n手机号,19900014301,19900014302\n社区,西关社区,西关社区\n"),
    ] {
        let office = Office::new();
        office.write("form.csv", form);
        office.ends(&format!("collect {kind} form.csv"), 3).reports(&["竖着填", "转置", "--ask"]);
    }
}

#[test]
fn headings_of_a_list_of_claims_give_no_place() {
    let office = Office::published();
    office.write("c.csv", "认领人,许愿人,微心愿内容\n一、蟠虬社区,,\n陈刚,伍峰,盼望有一张新书桌给孙女写作业\n");
    let answer = office.json("claim import c.csv");
    assert_eq!(
        (&answer["files"][0]["new"], &answer["warnings"][0]["code"]),
        (&1.into(), &"heading".into()),
        "{answer:#}"
    );
}

#[test]
fn examples_and_instructions_for_cells_are_no_records() {
    for example in ["例：张三", "（例）张三", "示例：李四", "【样例】王五"] {
        let office = Office::new();
        office.write(
            "w.csv",
            format!(
                "社区,许愿人,联系电话,微心愿内容,同意公开\n（必填）,（必填）,（必填、11位）,（必填，不超过50字）,（是/否）\n\
                 蟠虬社区,{example},19900001000,想要一台收音机,是\n蟠虬社区,甲一,19900001001,一床棉被,是\n"
            ),
        );
        office.run("collect wishes w.csv");
        assert_eq!(names(&office, "wishes", "许愿人"), ["甲一"], "{example}");
    }
    let office = Office::new();
    office.write("w.csv", "许愿人,联系电话,微心愿内容,社区\n（必填）,（必填，11位）,（必填，不超过50字）,（选填）\n甲一,19900001001,一床棉被,蟠虬社区\n");
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!((&file["new"], &file["skipped"]), (&1.into(), &1.into()));
}
