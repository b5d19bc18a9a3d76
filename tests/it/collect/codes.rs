//! Codes and numbers in a list that are of another record than the rest of the row: running numbers, columns that were
//! sorted without the others.

use crate::office::Office;

#[test]
fn code_of_another_record_keeps_its_row_out() {
    for (kind, who, first, second) in [
        (
            "wishes",
            "许愿人",
            "编号,社区,许愿人,微心愿内容,联系电话\n1,蟠虬社区,何伯,轮椅,19900002001\n2,蟠虬社区,梁阿婆,收音机,19900002002\n",
            "编号,社区,许愿人,微心愿内容,联系电话\n1,锦龙社区,周姨,电饭煲,19900002003\n2,锦龙社区,吴叔,血压计,19900002004\n",
        ),
        (
            "projects",
            "项目名称",
            "编号,项目名称,社区,项目内容\n1,口袋公园,蟠虬社区,种树\n2,加装扶手,蟠虬社区,楼梯\n",
            "编号,项目名称,社区,项目内容\n1,长者饭堂,锦龙社区,送餐\n2,图书角,锦龙社区,买书\n",
        ),
        (
            "members",
            "姓名",
            "编号,姓名,手机号,党员类型,社区\n1,钱一,19900002011,在职,蟠虬社区\n2,赵二,19900002012,在职,蟠虬社区\n",
            "编号,姓名,手机号,党员类型,社区\n1,孙三,19900002013,在职,锦龙社区\n2,李四四,,在职,锦龙社区\n",
        ),
        (
            "orgs",
            "单位党组织名称",
            "编号,单位党组织名称,组织类别\n1,甲局党委,单位党组织\n2,乙局党委,单位党组织\n",
            "编号,单位党组织名称,组织类别\n1,丙局党委,单位党组织\n2,丁局党委,单位党组织\n",
        ),
    ] {
        let office = Office::new();
        office.write("first.csv", first);
        office.write("second.csv", second);
        office.ok(&format!("collect {kind} first.csv"));
        let names =
            |office: &Office| -> Vec<String> { office.export(kind).iter().map(|record| record[who].clone()).collect() };
        let before = names(&office);
        let file = office.json_of(&format!("collect {kind} second.csv"), 1)["files"][0].clone();
        assert_eq!((&file["rejected"], &file["updated"]), (&2.into(), &0.into()), "{kind} {file:#}");
        assert!(file["faults"][0]["message"].as_str().unwrap().contains("--ignore"), "{kind} {file:#}");
        assert_eq!(names(&office), before, "{kind}");
        // What merely counts the rows is dropped, and the records are new.
        let file = office.json(&format!("collect {kind} second.csv --ignore 编号"))["files"][0].clone();
        assert_eq!(file["new"], 2, "{kind} {file:#}");
    }
}

#[test]
fn row_that_corrects_one_of_name_and_content_is_the_same_record() {
    let office = Office::new();
    office.write("w.csv", "编号,社区,许愿人,微心愿内容\nA-1,蟠虬社区,何伯,轮椅\nA-2,蟠虬社区,梁阿婆,收音机\n");
    office.ok("collect wishes w.csv");
    office.write("w2.csv", "编号,社区,许愿人,微心愿内容\nA-1,蟠虬社区,何伯,助行器\nA-2,蟠虬社区,梁婆婆,收音机\n");
    assert_eq!(office.json("collect wishes w2.csv")["files"][0]["updated"], 2);
    office.write("swapped.csv", "编号,社区,许愿人,微心愿内容\nA-2,蟠虬社区,何伯,助行器\nA-1,蟠虬社区,梁婆婆,收音机\n");
    assert_eq!(office.json_of("collect wishes swapped.csv", 1)["files"][0]["rejected"], 2);
    // One record by hand is what it is made to be.
    office.ok("edit A-1 --set 许愿人=周姨 --set 微心愿内容=电饭煲");
    assert_eq!(office.export("wishes")[0]["许愿人"], "周姨");
}

#[test]
fn claim_whose_words_are_of_another_need_than_its_number_is_refused() {
    let office = Office::published();
    let wishes = office.export("wishes");
    let row = |number: &str, wish: &std::collections::BTreeMap<String, String>| {
        format!("{number},{},{},陈刚,2021-05-01\n", wish["微心愿内容"], wish["许愿人"])
    };
    let header = "墙号,微心愿内容,许愿人,认领人,认领时间\n";
    office.write("wrong.csv", format!("{header}{}", row("2号", &wishes[0])));
    let file = office.json_of("claim import wrong.csv", 1)["files"][0].clone();
    assert_eq!((&file["rejected"], &file["new"]), (&1.into(), &0.into()), "{file:#}");
    assert!(file["faults"][0]["message"].as_str().unwrap().contains(&wishes[1]["微心愿内容"]), "{file:#}");
    office.write("by_name.csv", "墙号,许愿人,认领人,认领时间\n2号,伍峰,陈刚,2021-05-01\n");
    assert_eq!(office.json_of("claim import by_name.csv", 1)["files"][0]["rejected"], 1);
    // The same in the clerk's short words.
    office.write("short.csv", "墙号,微心愿内容,许愿人,认领人,认领时间\n1号,书桌,伍伯,陈刚,2021-05-01\n");
    assert_eq!(office.json("claim import short.csv")["files"][0]["new"], 1);
    office.write("right.csv", format!("{header}{}", row("2号", &wishes[1])));
    assert_eq!(office.json("claim import right.csv")["files"][0]["new"], 1);
}

#[test]
fn day_of_completion_makes_a_claim_completed_and_comes_after_the_claim() {
    let office = Office::published();
    let header = "心愿编号,认领人,认领时间,完成时间";
    let code = &office.export("wishes")[0]["心愿编号"];
    office.write("early.csv", format!("{header}\n{code},陈刚,2021-05-10,2021-05-09\n"));
    let file = office.json_of("claim import early.csv", 1)["files"][0].clone();
    assert_eq!(file["faults"][0]["code"], "before_claimed", "{file:#}");
    office.write("stated.csv", format!("{header},状态\n{code},陈刚,2021-05-10,2021-05-20,办理中\n"));
    let answer = office.json("claim import stated.csv");
    assert_eq!(answer["warnings"][0]["code"], "heads_differ", "{answer:#}");
    office.write("done.csv", format!("{header}\n{code},陈刚,2021-05-10,2021-05-20\n"));
    let answer = office.json("claim import done.csv");
    assert_eq!(answer["warnings"][0]["code"], "taken_as", "{answer:#}");
    let claim = &office.export("claims")[0];
    assert_eq!((claim["完成情况"].as_str(), claim["完成时间"].as_str()), ("已完成", "2021-05-20"), "{claim:?}");
}

#[test]
fn list_without_claimants_moves_claims_on() {
    let office = Office::published();
    let needs: Vec<String> = office.export("wishes").iter().map(|wish| wish["心愿编号"].clone()).collect();
    for need in &needs[..3] {
        office.ok(&format!("claim take {need} --by 陈刚 --on 2021-05-01"));
    }
    office.write(
        "by_claim.csv",
        "认领编号,完成情况,完成时间\nJH-C000001,已完成,2021-05-20\nJH-C000009,已完成,2021-05-20\n",
    );
    let file = office.json_of("claim import by_claim.csv", 1)["files"][0].clone();
    assert_eq!((&file["updated"], &file["faults"][0]["code"]), (&1.into(), &"unknown".into()), "{file:#}");
    let rows = format!("{},已完成,2021-05-21\n{},办理中,\n{},已完成,2021-04-30\n", needs[1], needs[2], needs[0]);
    office.write("by_need.csv", format!("心愿编号,完成情况,完成时间\n{rows}"));
    let file = office.json_of("claim import by_need.csv", 1)["files"][0].clone();
    assert_eq!((&file["updated"], &file["faults"][0]["code"]), (&2.into(), &"before_claimed".into()), "{file:#}");
    let states: Vec<String> = office.export("claims").iter().map(|claim| claim["完成情况"].clone()).collect();
    assert_eq!(states, ["已完成", "已完成", "办理中"]);
    let claimants: Vec<String> = office.export("claims").iter().map(|claim| claim["认领人"].clone()).collect();
    assert_eq!(claimants, ["陈刚", "陈刚", "陈刚"]);
    // Of a need that nobody has claimed there is nothing to move on.
    office.write("nobody.csv", format!("心愿编号,完成情况\n{},已完成\n", needs[4]));
    office.ends("claim import nobody.csv", 1).reports(&[&needs[4], "claim take"]);
}

#[test]
fn rows_of_the_wall_that_nobody_has_claimed_are_no_claims() {
    let office = Office::published();
    let needs: Vec<String> = office.export("wishes").iter().map(|wish| wish["心愿编号"].clone()).collect();
    let rows = format!(
        "{},陈刚,2021-05-01\n{},,\n{},待认领,\n{},未认领,\n{},,2021-05-01\n",
        needs[0], needs[1], needs[2], needs[3], needs[4]
    );
    office.write("wall.csv", format!("心愿编号,认领人,认领时间\n{rows}"));
    let file = office.json_of("claim import wall.csv", 1)["files"][0].clone();
    assert_eq!((&file["new"], &file["skipped"], &file["rejected"]), (&1.into(), &3.into(), &1.into()), "{file:#}");
    office.write(
        "firm.csv",
        format!("心愿编号,认领人,认领时间,认领方式\n{},某某有限公司,2021-05-01,爱心企业\n", needs[1]),
    );
    assert_eq!(office.json("claim import firm.csv")["files"][0]["new"], 1);
}

#[test]
fn words_of_the_wall_nicknames_and_traditional_characters_do_not_contradict_a_number() {
    for row in
        ["1号,想给孙女一张新書桌,伍峯", "1号,书桌,小伍", "1号,见附件,匿名", "1号,,伍先生", "1号,想要靠窗的台子,伍峰"]
    {
        let office = Office::verified();
        // The wall says it in words of the office.
        office.ok("publish JH-W000001 --wording 想要靠窗的台子 --on 2021-04-15");
        office.write("c.csv", format!("墙号,微心愿内容,许愿人,认领人,认领时间\n{row},陈刚,2021-05-01\n"));
        let file = office.json("claim import c.csv")["files"][0].clone();
        assert_eq!(file["new"], 1, "{row} {file:#}");
    }
}

#[test]
fn list_of_how_far_claims_have_come_takes_codes_of_claims_and_is_checked_like_others() {
    let office = Office::published();
    office.ok("claim take 1号 --by 陈刚 --on 2021-05-01");
    office.write("wrong.csv", "墙号,微心愿内容,许愿人,完成情况\n1,想要一台洗衣机,王五,已完成\n");
    assert_eq!(office.json_of("claim import wrong.csv", 1)["files"][0]["rejected"], 1);
    office.write("own.csv", "编号,完成情况,完成时间\nJH-C000001,办理中,\n");
    assert_eq!(office.json("claim import own.csv")["files"][0]["updated"], 1);
    office.write("named.csv", "认领编号,认领人,完成情况,完成时间\nJH-C000001,陈刚,已完成,2021-05-20\n");
    assert_eq!(office.json("claim import named.csv")["files"][0]["updated"], 1);
    // Without a day of its own a claim is not of a later day than its completion.
    office.write("undated.csv", "墙号,认领人,完成情况,完成时间\n2,李梅,已完成,2021-05-20\n");
    let answer = office.json("claim import undated.csv");
    assert_eq!(answer["warnings"][0]["code"], "claimed_when_done", "{answer:#}");
    assert_eq!(office.export("claims")[1]["认领时间"], "2021-05-20");
}

#[test]
fn needs_that_differ_by_place_alone_are_two_where_no_phone_makes_them_one() {
    for (kind, header, one, other) in [
        ("wishes", "社区,许愿人,微心愿内容", "蟠虬社区,陈婆婆,想要蚊帐", "锦龙社区,陈婆婆,想要蚊帐"),
        ("projects", "社区,项目名称,项目内容", "蟠虬社区,凉亭修缮,修凉亭", "锦龙社区,凉亭修缮,修凉亭"),
    ] {
        let office = Office::new();
        office.write("one.csv", format!("{header}\n{one}\n"));
        office.write("other.csv", format!("{header}\n{other}\n"));
        office.write("both.csv", format!("{header}\n{one}\n{other}\n{other}\n"));
        office.ok(&format!("collect {kind} one.csv"));
        let answer = office.json(&format!("collect {kind} other.csv"));
        assert_eq!((&answer["files"][0]["new"], &answer["warnings"][0]["code"]), (&1.into(), &"like_elsewhere".into()));
        let file = office.json(&format!("collect {kind} both.csv"))["files"][0].clone();
        assert_eq!((&file["unchanged"], &file["duplicates"]), (&2.into(), &1.into()), "{file:#}");
        // In one list, in an office that has neither.
        let office = Office::new();
        office.write("both.csv", format!("{header}\n{one}\n{other}\n"));
        assert_eq!(office.json(&format!("collect {kind} both.csv"))["files"][0]["new"], 2);
    }
    // Who has a phone has moved.
    let office = Office::new();
    office.write("one.csv", "社区,许愿人,微心愿内容,联系电话\n蟠虬社区,陈婆婆,想要蚊帐,19900011301\n");
    office.write("moved.csv", "社区,许愿人,微心愿内容,联系电话\n锦龙社区,陈婆婆,想要蚊帐,19900011301\n");
    office.ok("collect wishes one.csv");
    assert_eq!(office.json("collect wishes moved.csv")["files"][0]["updated"], 1);
}
