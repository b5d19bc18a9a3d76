//! Messages about a fault: what is wrong with the cell or row, and the way out, in one line.

use super::{Lang, current, refusal, store, texts};
use crate::model::fault::{Candidate, FaultKind};
use crate::model::fields::Field;
use crate::model::words::ListKind;

/// One line for a fault.
pub fn fault(why: &FaultKind) -> String {
    match why {
        FaultKind::Missing => missing(),
        FaultKind::TooShort { cells, header } => too_short(cells, header),
        FaultKind::TooLong { cells, header } => too_long(cells, header),
        FaultKind::ControlCharacter => control_character(),
        FaultKind::Ditto { value } => ditto(value),
        FaultKind::IdAsCode { value } => id_as_code(value),
        FaultKind::IdOfAnother { name } => id_of_another(name),
        FaultKind::IdMasked => id_masked(),
        FaultKind::SubmittedAgain { row } => submitted_again(row),
        FaultKind::NoPlace { value } => no_place(value),
        FaultKind::NearPlace { value, near } => near_place(value, near),
        FaultKind::NoOrgClass => no_org_class(),
        FaultKind::ErrorCell { value } => error_cell(value),
        FaultKind::NotComputed => not_computed(),
        FaultKind::TooLongText { most } => too_long_text(most),
        FaultKind::NotACode { value } => not_a_code(value),
        FaultKind::NotAPhone { value } => not_a_phone(value),
        FaultKind::PhoneLost { value } => phone_lost(value),
        FaultKind::NoAreaCode { value } => no_area_code(value),
        FaultKind::NotAnId { value } => not_an_id(value),
        FaultKind::IdLost { value } => id_lost(value),
        FaultKind::IdCheckDigit { value } => id_check_digit(value),
        FaultKind::NotADay { value } => not_a_day(value, super::example_day()),
        FaultKind::NotMoney { value } => not_money(value),
        FaultKind::NotAQuantity { value } => not_a_quantity(value),
        FaultKind::NotANumber { value } => not_a_number(value),
        FaultKind::UnknownWord { value, allowed } => unknown_word(value, allowed),
        FaultKind::DiffersFrom { row } => differs_from(row),
        FaultKind::NameAlone => name_alone(),
        FaultKind::SeveralPeople { value } => several_people(value),
        FaultKind::NameRest { rest } => name_rest(rest),
        FaultKind::ClaimedToday { day } => claimed_today(day),
        FaultKind::EndedToday { day } => ended_today(day),
        FaultKind::Ambiguous { value, candidates } => ambiguous(value, listed(candidates, "、")),
        FaultKind::Unknown { value, near } if near.is_empty() => unknown(value),
        FaultKind::Unknown { value, near } => unknown_but_near(value, near),
        FaultKind::NotAPlace { value } => not_a_place(value),
        FaultKind::PrivatePlace { value } => private_place(value),
        FaultKind::Refused(reason) => refusal::row(reason),
        FaultKind::InFuture { day } => in_future(day),
        FaultKind::BeforeCollected { day, collected } => before_collected(day, collected),
        FaultKind::BeforePublished { day, published } => before_published(day, published),
        FaultKind::UnnamedRest { unnamed: 0 } => unnamed_some(),
        FaultKind::UnnamedRest { unnamed } => unnamed_rest(unnamed),
        FaultKind::Joined { claim, names } => joined(claim, names),
        FaultKind::NoLongerNamed { claim } => super::cmd::no_longer_named(claim),
        FaultKind::HeadersDiffer { taken, left } => headers_differ(taken, left),
        FaultKind::LikeElsewhere { code, place } => like_elsewhere(code, place),
        FaultKind::ClaimedWhenDone { day } => claimed_when_done(day),
        FaultKind::MergedNumber { value } => merged_number(value),
        FaultKind::NotContent { value } => not_content(value),
        FaultKind::BeforeClaimed { day, claimed } => before_claimed(day, claimed),
        FaultKind::NotAName { value } => super::cmd::no_name(value),
        FaultKind::Heading { value, gives_place: true } => heading_of_place(value),
        FaultKind::Heading { value, .. } => heading(value),
        FaultKind::SeveralOfOneCode { value, records } => several_of_one_code(value, records),
        FaultKind::SeveralWishes { items } => several_wishes(items),
        FaultKind::CalledOff { value } => called_off(value),
        FaultKind::StruckRow => struck_row(),
        FaultKind::StruckCell => struck_cell(),
        FaultKind::HiddenRow => hidden_row(),
        FaultKind::PhoneRest { rest } => phone_rest(rest),
        FaultKind::TakenAs { value, taken } => taken_as(value, taken),
        FaultKind::LeftAside(why) => left_aside(fault(why)),
        FaultKind::NoClass => no_class(),
        FaultKind::TakenDown { number, why, held, shown } => {
            let why = refusal::unshown(*why);
            let what = if *held { hidden(number, why) } else { taken_down(number, why) };
            if shown.is_empty() { what } else { format!("{what}{}", shown_in(shown.join(super::comma()))) }
        }
        FaultKind::StillShown { number, code } => still_shown(number, code),
        FaultKind::MaskedText { value } => masked_text(value),
        FaultKind::HiddenByMask { value } => hidden_by_mask(value),
        FaultKind::Conflict { stored, given } => conflict(stored, given),
    }
}

texts! {
    missing_place() zh "没有写社区；全表同属一个社区时加 --under 社区名" en "no place given; if the whole list is of one community, add --under NAME";
    missing() zh "必填项为空；请补填" en "required but blank; fill it in";
    too_short(cells, header) zh "该行只有 {cells} 格，表头有 {header} 列；请补齐，或检查单元格里的分隔符" en "the row has {cells} cells, the header {header}; complete it, or check for delimiters inside cells";
    heading_of_place(value) zh "“{value}”是小标题：下面各行没有社区一列，都算这里的；不对请补上社区一列" en "\"{value}\" is a heading: the rows below it have no column of places and belong there; add a column of places if that is wrong";
    several_headings_of_places() zh "小标题：下面各行没有社区一列，算各自小标题的社区；不对请补上社区一列" en "headings: the rows below each have no column of places and belong to its place; add a column of places if that is wrong";
    heading(value) zh "“{value}”当作小标题，没有作为记录导入；确是一条记录就把这一行填完整" en "\"{value}\" is treated as a heading and was not imported; fill in the rest of the row if it is a record";
    several_headings() zh "当作小标题，没有作为记录导入；确是记录就把那一行填完整" en "treated as headings and not imported; fill in the rest of a row that is a record";
    several_of_one_code(value, records) zh "这一行有 {records} 个心愿，编号却只有一个（{value}）；请每个心愿写一行，各有编号，只是排号的就加 --ignore 列名 不要这一列" en "the row has {records} wishes and one code ({value}); give each a row and a code, or drop the column with --ignore if it only counts rows";
    several_wishes(items) zh "一格里有 {items} 条，按一个心愿登记；要分开认领就每条写一行" en "one cell with {items} items: taken as one wish; give each a row if they are to be claimed apart";
    many_several_wishes() zh "一格里有几条，按一个心愿登记；要分开认领就每条写一行" en "one cell with several items: taken as one wish; give each a row if they are to be claimed apart";
    called_off(value) zh "备注写着“{value}”，仍按有效的登记；作废的请删去这一行，已经入库的用 withdraw" en "the note says \"{value}\", and the row was imported all the same; delete it if it no longer holds, and withdraw what is in";
    many_called_off() zh "备注说已作废、撤销等，仍按有效的登记；作废的请删去那一行，已经入库的用 withdraw" en "notes say that the row no longer holds, and it was imported all the same; delete such rows, and withdraw what is in";
    struck_row() zh "划了删除线，当作作废，没有导入；仍然有效就去掉删除线再导入，已经入库要撤回就用 withdraw" en "struck out: treated as withdrawn and not imported; take the strike off if it still holds, and withdraw what is in already";
    struck_cell() zh "有划了删除线的字，也照样读取；作废的请从表格里删去" en "has text that is struck out, and was read all the same; delete from the list what no longer holds";
    hidden_row() zh "在表格里被隐藏或筛掉，也已读取；不要它时加 --visible-only" en "hidden or filtered out in the spreadsheet, and read all the same; --visible-only leaves it out";
    phone_rest(rest) zh "“{rest}”不在电话里，记在备注" en "\"{rest}\" is not part of the phone number and is kept in the note";
    name_rest(rest) zh "“{rest}”不在姓名里，记在备注" en "\"{rest}\" is not part of the name and is kept in the note";
    several_name_rest() zh "姓名以外的文字记在备注" en "what is not part of the name is kept in the note";
    name_alone() zh "这一行只填了这一格，可能是小标题；是小标题就删去，确是一条记录就再填一格" en "nothing but this cell is filled, which may be a heading; delete the row if it is one, else fill in another cell";
    several_people(value) zh "“{value}”不止一个人；请一人一行" en "\"{value}\" is more than one person; give each a row";
    claimed_today(day) zh "没有写认领时间，按今天（{day}）登记；不对请改" en "no day of the claim: taken as today, {day}; correct it if that is wrong";
    ended_today(day) zh "没有写退领日期，按今天（{day}）记；不对的，先 undo，写上“退领日期”一列再导入" en "no day on which it was given back: taken as today, {day}; where that is wrong, undo, add a column 退领日期, and import again";
    like_elsewhere(code, place) zh "与 {code}（{place}）只有社区不同，按另一条登记；是同一条改了社区，就给这一行写上编号 {code}，再撤回多出的一条" en "differs from {code} ({place}) by its place alone and is a record of its own; if that one has moved, give this row the code {code} and withdraw the one too many";
    several_like_elsewhere() zh "与已有的只有社区不同，按另一条登记；是同一条改了社区，就写上它的编号" en "differ from others by the place alone and are records of their own; where one has moved, give its row the code";
    claimed_when_done(day) zh "没有写认领时间，按完成（退领）日期 {day} 登记；不对请改" en "no day of the claim: taken as the day on which it was done or given back, {day}; correct it if that is wrong";
    several_claimed_when_done() zh "没有写认领时间，按各自的完成（退领）日期登记；不对请改" en "no day of the claim: taken as the days on which they were done or given back; correct them if that is wrong";
    several_phone_rest() zh "电话以外的文字记在备注" en "what is not part of the phone number is kept in the note";
    too_long(cells, header) zh "该行有 {cells} 格，表头只有 {header} 列；请检查单元格里的分隔符，含分隔符的单元格要加引号" en "the row has {cells} cells, the header {header}; check for delimiters inside cells, and quote those that hold one";
    control_character() zh "含有控制字符；请删去后重新输入" en "holds a control character; delete it and type the cell again";
    ditto(value) zh "“{value}”不是内容，排序后就不知道指哪一行；请填上实际内容" en "\"{value}\" is not a value: it means nothing once the list is sorted; type what is meant";
    id_as_code(value) zh "“{value}”像身份证号，不能当编号保存；请换成别的编号，或加 --ignore 列名 不要这一列" en "\"{value}\" looks like an identity number and is not stored as a code; give another code, or drop the column with --ignore";
    id_of_another(name) zh "这个身份证号是 {name} 的，与姓名不符；请核对" en "this identity number is that of {name}, not of whom the row names; compare them";
    id_masked() zh "有身份证号，已遮盖后保存，原号不留" en "holds an identity number, which was masked before it was stored";
    submitted_again(row) zh "同一人重复提交，以后提交的第 {row} 行为准" en "submitted again by the same resident; row {row}, which came later, counts";
    several_submitted_again() zh "同一人重复提交，以后提交的为准" en "submitted again by the same resident; the later row counts";
    no_place(value) zh "“{value}”不是属地；请写社区的名称，如 蟠虬社区；不属于任何社区就留空" en "\"{value}\" is not a place; name the community, like 蟠虬社区, or leave the cell blank where there is none";
    near_place(value, near) zh "没有属地“{value}”，相近的有：{near}；请核对名称，确是新的属地就加 --new-place" en "there is no place \"{value}\"; near ones are: {near}; check the name, or add --new-place if it is new";
    no_org_class() zh "没有填组织类别，按“其他”登记，不计指标；全表都是单位党组织时加 --class unit" en "no class: stored as other, which owes nothing; if all are units, add --class unit";
    error_cell(value) zh "“{value}”是表格软件的出错标记，不是内容；请修正公式，或填上实际内容" en "“{value}” is a spreadsheet's error, not a value; correct the formula, or type the value";
    not_computed() zh "公式没有保存计算结果；请用 Excel 或 WPS 打开后保存一次，或填上实际内容" en "a formula whose result was not saved; open the list in a spreadsheet and save it once, or type the value";
    too_long_text(most) zh "超过 {most} 个字；请缩短" en "longer than {most} characters; shorten it";
    not_a_code(value) zh "“{value}”不是编号；编号最长 64 字，不能换行" en "\"{value}\" is not a code; a code has at most 64 characters and no line break";
    not_a_phone(value) zh "“{value}”不是电话号码；请填 11 位手机号，或带区号的固定电话" en "\"{value}\" is not a phone number; give an 11-digit mobile, or a landline with its area code";
    phone_lost(value) zh "“{value}”：电话号码已被表格软件改成科学计数，无法还原；请把该列设为文本后重填" en "\"{value}\": the spreadsheet lost the digits of this phone number; make the column text and type it again";
    no_area_code(value) zh "固定电话“{value}”缺少区号，先记在备注；请在前面加上区号（广州 020）" en "the landline \"{value}\" has no area code and is kept in the note; put it in front (020 for Guangzhou)";
    not_an_id(value) zh "“{value}”不是身份证号；请填 18 位（或旧的 15 位）号码" en "\"{value}\" is not an identity number; give its 18 characters (or the old 15 digits)";
    id_lost(value) zh "“{value}”：身份证号已被表格软件改成数字，末几位无法还原；请把该列设为文本后重填" en "\"{value}\": the spreadsheet lost the last digits of this identity number; make the column text and type it again";
    id_check_digit(value) zh "身份证号“{value}”的校验码不对；请核对是否输错" en "the check digit of identity number \"{value}\" is wrong; compare it with the card";
    not_a_day(value, example) zh "“{value}”不是日期；请写成 {example}" en "\"{value}\" is not a date; write it like {example}";
    not_money(value) zh "“{value}”不是金额；请用数字填写，单位为元，如 500" en "\"{value}\" is not an amount; give a number of yuan, like 500";
    not_a_quantity(value) zh "“{value}”不是数量；请填 1 到 1000000 的整数" en "\"{value}\" is not a quantity; give a whole number from 1 to 1000000";
    not_a_number(value) zh "“{value}”不是可用的数字；请填整数" en "\"{value}\" is not a usable number; give a whole number";
    unknown_word(value, allowed) zh "不认识“{value}”；请用：{allowed}" en "\"{value}\" is not recognised; use one of: {allowed}";
    differs_from(row) zh "与第 {row} 行是同一个（编号、身份证号，或姓名和电话相同），内容却不同；请只保留正确的一行" en "the same as row {row} (by code, identity number, or name and phone), but with other cells; keep the right one";
    ambiguous(value, candidates) zh "“{value}”有几个可能：{candidates}；请补上编号、电话或单位" en "\"{value}\" may be any of: {candidates}; add a code, phone or organisation";
    ambiguous_place(value, candidates) zh "“{value}”不止一处：{candidates}；请写出上级" en "\"{value}\" is the name of several places: {candidates}; name the one above it too";
    unknown(value) zh "没有找到“{value}”；请核对名称，或先导入它所在的名单" en "\"{value}\" is not known; check the name, or import the list it is on first";
    unknown_but_near(value, near) zh "没有找到“{value}”，相近的有：{near}；请核对名称" en "\"{value}\" is not known; near ones are: {near}; check the name";
    not_a_place(value) zh "“{value}”不是有效的属地；一格写一处，写成 荔湾区/金花街道/蟠虬社区 的样子" en "\"{value}\" is not a place; write one, like 荔湾区/金花街道/蟠虬社区";
    private_place(value) zh "属地“{value}”里有门牌、号码或姓名，会印在公开的清单上；这一栏只写到社区，其余写在别的列" en "the place \"{value}\" contains a door, a number or a name, and would be printed in public; give the community alone here, and the rest in another column";
    in_future(day) zh "日期 {day} 还没有到；请核对" en "{day} has not come yet; check the date";
    before_collected(day, collected) zh "日期 {day} 早于征集日期 {collected}；请核对" en "{day} is before it was collected ({collected}); check the dates";
    merged_number(value) zh "“{value}”是几行合并的一格，只记在第一行，这一行留空；不对请分开填写" en "\"{value}\" is one cell for several rows and counts for the first of them, here it is left blank; fill in each row if that is wrong";
    several_merged_numbers() zh "数字是几行合并的一格，只记在第一行，下面各行留空；不对请分开填写" en "numbers in cells merged over several rows count for the first row, and are blank in the others; fill in each row if that is wrong";
    not_content(value) zh "“{value}”没有写出要什么；请写清楚，没有就删去这一行" en "\"{value}\" says nothing of what is wanted; write it out, or delete the row where there is nothing";
    before_claimed(day, claimed) zh "完成日期 {day} 早于认领日期 {claimed}；请核对" en "{day} is before it was claimed ({claimed}); check the dates";
    before_published(day, published) zh "日期 {day} 早于发布日期 {published}；如属实可不改" en "{day} is before it was published ({published}); leave it if that is so";
    several_before_published() zh "认领日期早于发布日期（如属实可不改）" en "claimed before it was published (leave it if that is so)";
    several_headers_differ() zh "同一项有两列，说的不一样，用了前一列，另一列只存档；请统一" en "two columns of one field differ, the first was taken, the other only kept; make them agree";
    unnamed_some() zh "其余的人没有列名，只记所列的人；请补上名单" en "the others are not named and are not recorded; add their names";
    unnamed_rest(unnamed) zh "还有 {unnamed} 人没有列名，只记所列的人；请补上名单" en "{unnamed} more are not named and are not recorded; add their names";
    joined(claim, names) zh "{claim} 增加共同认领人：{names}" en "{names} joined {claim}";
    several_joined() zh "认领增加了共同认领人" en "claims have more joint claimants now";
    headers_differ(taken, left) zh "两列说的不一样：用了“{taken}”，“{left}”只存档；请统一" en "two columns differ: took \"{taken}\", only kept \"{left}\"; make them agree";
    taken_as(value, taken) zh "“{value}”按 {taken} 登记；不对请改" en "\"{value}\" is taken as {taken}; correct it if that is wrong";
    left_aside(why) zh "{why}；这一格没有采用，已有的不变" en "{why}; the cell was not taken, what is stored stays";
    several_left_aside() zh "没有读出，没有采用；已有的不变" en "cannot be read and were not taken; what is stored stays";
    no_class() zh "没有填党员类别，按“未填类别”登记，不计指标；请补填" en "no member class: stored as unknown, which owes nothing; fill it in";
    taken_down(number, why) zh "{number}号 已从墙上撤下（{why}）；请运行 publish 重写发布材料，并撤下贴出去、发出去的清单和卡片" en "{number}号 was taken off the wall ({why}); run publish to write the pack anew, and take down the lists and cards that went out";
    shown_in(places) zh "；先前发布到：{places}" en "; it was published to: {places}";
    hidden(number, why) zh "{number}号 已有人认领，认领照旧，但不再公开（{why}）；请运行 publish 重写发布材料，并撤下贴出去、发出去的清单和卡片" en "{number}号 is claimed and stays so, but is not shown any longer ({why}); run publish to write the pack anew, and take down the lists and cards that went out";
    still_shown(number, code) zh "不同意公开，而这一行按新心愿登记；同一人的 {number}号（{code}）还在墙上：若说的就是它，请运行 publish --take-down {number}号 --reason 理由" en "no consent, and the row is a new wish; {number}号 ({code}) of the same person still hangs on the wall: if that one is meant, run publish --take-down {number}号 --reason WHY";
    hidden_by_mask(value) zh "“{value}”里有遮盖，这里没有原文；请原单位用 export --reveal 导出后再导入，或写上原文" en "\"{value}\" has masked parts that are not known here; ask for a list of export --reveal, or write them out";
    several_hidden_by_mask() zh "里有遮盖，这里没有原文；请原单位用 export --reveal 导出后再导入，或写上原文" en "have masked parts that are not known here; ask for a list of export --reveal, or write them out";
    several_masked_text() zh "里有遮盖，与已有的对不上，没有采用，已有的不变；要改就用 export --reveal 导出的清单，或把遮盖的写全" en "have masked parts and are not what is stored, which stays; change them in a list of export --reveal, or write the masked parts out";
    masked_text(value) zh "“{value}”里有遮盖，与已有的对不上，没有采用，已有的不变；要改就用 export --reveal 导出的清单，或把遮盖的写全" en "\"{value}\" has masked parts and is not what is stored, which stays; change it in a list of export --reveal, or write the masked parts out";
    conflict(stored, given) zh "已有的是“{stored}”，这次是“{given}”，现在不能再改；请核对，已有的不变" en "stored is \"{stored}\", given is \"{given}\", which may no longer change; the stored value stays";
}

/// The same for the fault of a field, whose way out may be its own.
pub fn fault_of(field: Option<Field>, why: &FaultKind) -> String {
    match (field, why) {
        (Some(Field::Place), FaultKind::Missing) => missing_place(),
        (Some(Field::Place), FaultKind::Ambiguous { value, candidates }) => {
            ambiguous_place(value, listed(candidates, "、"))
        }
        _ => fault(why),
    }
}

/// The records that a name may mean, one after the other.
pub fn listed(candidates: &[Candidate], between: &str) -> String {
    let one = |candidate: &Candidate| match candidate {
        Candidate::Named(name) => name.clone(),
        Candidate::Person { code, name, phone } => store::candidate(code, name, phone),
        Candidate::Namesake { code, name, unit, phone } => store::namesake(code, name, unit, phone),
    };
    candidates.iter().map(one).collect::<Vec<_>>().join(between)
}

/// One line for several faults of one kind, without their values.
pub fn several(why: &FaultKind) -> String {
    match why {
        FaultKind::BeforePublished { .. } => several_before_published(),
        FaultKind::UnnamedRest { .. } => unnamed_some(),
        FaultKind::Joined { .. } => several_joined(),
        FaultKind::HeadersDiffer { .. } => several_headers_differ(),
        FaultKind::Heading { gives_place: true, .. } => several_headings_of_places(),
        FaultKind::Heading { .. } => several_headings(),
        FaultKind::LikeElsewhere { .. } => several_like_elsewhere(),
        FaultKind::ClaimedWhenDone { .. } => several_claimed_when_done(),
        FaultKind::MergedNumber { .. } => several_merged_numbers(),
        FaultKind::SeveralWishes { .. } => many_several_wishes(),
        FaultKind::CalledOff { .. } => many_called_off(),
        FaultKind::StruckRow => struck_row(),
        FaultKind::StruckCell => struck_cell(),
        FaultKind::HiddenRow => hidden_row(),
        FaultKind::PhoneRest { .. } => several_phone_rest(),
        FaultKind::NameRest { .. } => several_name_rest(),
        FaultKind::NameAlone => name_alone(),
        FaultKind::ClaimedToday { day } => claimed_today(day),
        FaultKind::EndedToday { day } => ended_today(day),
        // Those that are reported together have the same value.
        FaultKind::TakenAs { value, taken } => taken_as(value, taken),
        FaultKind::LeftAside(_) => several_left_aside(),
        FaultKind::NoClass => no_class(),
        FaultKind::NoOrgClass => no_org_class(),
        FaultKind::IdMasked => id_masked(),
        FaultKind::MaskedText { .. } => several_masked_text(),
        FaultKind::HiddenByMask { .. } => several_hidden_by_mask(),
        FaultKind::SubmittedAgain { .. } => several_submitted_again(),
        FaultKind::Ditto { .. }
        | FaultKind::IdAsCode { .. }
        | FaultKind::SeveralOfOneCode { .. }
        | FaultKind::IdOfAnother { .. }
        | FaultKind::NoPlace { .. }
        | FaultKind::NearPlace { .. }
        | FaultKind::Missing
        | FaultKind::TooShort { .. }
        | FaultKind::TooLong { .. }
        | FaultKind::ControlCharacter
        | FaultKind::ErrorCell { .. }
        | FaultKind::NotComputed
        | FaultKind::TooLongText { .. }
        | FaultKind::NotACode { .. }
        | FaultKind::NotAPhone { .. }
        | FaultKind::PhoneLost { .. }
        | FaultKind::NoAreaCode { .. }
        | FaultKind::NotAnId { .. }
        | FaultKind::IdLost { .. }
        | FaultKind::IdCheckDigit { .. }
        | FaultKind::NotADay { .. }
        | FaultKind::NotMoney { .. }
        | FaultKind::NotAQuantity { .. }
        | FaultKind::NotANumber { .. }
        | FaultKind::UnknownWord { .. }
        | FaultKind::NotAName { .. }
        | FaultKind::NotContent { .. }
        | FaultKind::BeforeClaimed { .. }
        | FaultKind::DiffersFrom { .. }
        | FaultKind::SeveralPeople { .. }
        | FaultKind::Ambiguous { .. }
        | FaultKind::Unknown { .. }
        | FaultKind::NotAPlace { .. }
        | FaultKind::PrivatePlace { .. }
        | FaultKind::Refused(_)
        | FaultKind::InFuture { .. }
        | FaultKind::BeforeCollected { .. }
        | FaultKind::TakenDown { .. }
        | FaultKind::StillShown { .. }
        | FaultKind::NoLongerNamed { .. }
        | FaultKind::Conflict { .. } => fault(why),
    }
}

/// What a kind of list is called.
pub fn kind_name(kind: ListKind) -> String {
    match current() {
        Lang::Zh => kind.zh().to_owned(),
        Lang::En => kind.code().to_owned(),
    }
}

/// What a field is called in a sentence.
pub fn field_name(field: Field) -> String {
    let label = field.label();
    super::pick(label.zh, label.en).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_line_with_its_value_and_the_way_out() {
        let value = || "三百".to_owned();
        for why in [
            FaultKind::NotAPhone { value: value() },
            FaultKind::NotADay { value: value() },
            FaultKind::NotMoney { value: value() },
            FaultKind::NotAPlace { value: value() },
            FaultKind::UnknownWord { value: value(), allowed: "是、否".to_owned() },
            FaultKind::Unknown { value: value(), near: String::new() },
            FaultKind::Unknown { value: value(), near: "三千".to_owned() },
        ] {
            let line = fault(&why);
            assert!(line.contains("三百") && line.contains("；") && !line.contains('\n'), "{line}");
        }
    }
}
