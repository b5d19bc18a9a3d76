//! What the header of a column says of its cells: 家属微信, 房号, 出生日期. Such a cell is private whatever it looks like.

use super::people::{Trust, name_at};
use super::{HitKind, names_in, people_in, scan, seen};

/// Parts of headers over those who belong to somebody, and by whom somebody is reached.
const PEOPLE: &[&str] = &[
    "监护",
    "家长",
    "父亲",
    "母亲",
    "父母",
    "爸爸",
    "妈妈",
    "配偶",
    "爱人",
    "丈夫",
    "妻子",
    "老伴",
    "子女",
    "儿子",
    "女儿",
    "孙",
    "兄弟",
    "姐妹",
    "家属",
    "亲属",
    "亲友",
    "家庭成员",
    "家人",
    "同住",
    "紧急联",
    "联系人",
    "联络人",
    "收货",
    "收件",
    "户主",
    "代办",
    "代理",
];

/// Parts of headers under which there may be a name, or something else: 护理 over a grade.
const MAYBE_PEOPLE: &[&str] = &[
    "联系",
    "姓名",
    "本名",
    "真名",
    "曾用名",
    "小名",
    "乳名",
    "别名",
    "本人",
    "代填",
    "照顾",
    "照护",
    "照料",
    "护理",
    "陪护",
    "保姆",
    "房东",
    "邻居",
    "患者",
    "学生",
    "孩子",
    "老人",
    "长者",
    "社工",
    "志愿者",
    "义工",
    "网格员",
    "楼长",
    "负责人",
    "经办",
    "介绍人",
    "填表",
    "登记人",
    "走访人",
    "探访人",
    "帮扶人",
    "结对",
    "受益人",
    "使用人",
    "受助",
    "求助",
];

/// Parts of headers over what says where somebody lives, is reached or was born.
const WORDS: &[&str] = &[
    "微信",
    "qq",
    "抖音",
    "快手",
    "微博",
    "小红书",
    "账号",
    "帐号",
    "昵称",
    "网名",
    "邮箱",
    "邮件",
    "email",
    "mail",
    "电话",
    "手机",
    "号码",
    "联系方式",
    "传真",
    "房号",
    "房间",
    "门牌",
    "门号",
    "室号",
    "楼栋",
    "栋号",
    "楼号",
    "单元",
    "楼层",
    "住址",
    "地址",
    "住处",
    "住房",
    "宿舍",
    "床位",
    "床号",
    "病床",
    "病房",
    "定位",
    "经纬",
    "经度",
    "纬度",
    "坐标",
    "gps",
    "位置",
    "出生",
    "生日",
    "生辰",
    "诞辰",
    "籍贯",
    "身份证",
    "证件",
    "证号",
    "证编号",
    "护照",
    "社保",
    "医保",
    "卡号",
    "银行",
    "开户",
    "户号",
    "车牌",
    "车号",
    "学号",
    "班级",
    "phone",
    "wechat",
    "address",
    "birth",
    "contact",
];

/// Cells that only answer what the header asks.
const ANSWERS: &[&str] = &[
    "是",
    "否",
    "有",
    "无",
    "没有",
    "已",
    "未",
    "对",
    "√",
    "×",
    "y",
    "n",
    "yes",
    "no",
    "已加",
    "未加",
    "已核",
    "已登记",
];

/// The names in a cell of an unrecognised column, where the header says that people stand there.
pub fn names_under<'c>(header: &str, cell: &'c str) -> Vec<&'c str> {
    let is = |words: &[&str]| words.iter().any(|word| header.contains(word));
    if asks(header) {
        Vec::new()
    } else if is(PEOPLE) {
        cell.split(char::is_numeric).flat_map(names_in).collect()
    } else if is(MAYBE_PEOPLE) || is_called_like_people(header) {
        as_a_contact(cell)
    } else {
        Vec::new()
    }
}

/// Whether there may be names under a header.
pub fn may_name(header: &str) -> bool {
    let names = PEOPLE.iter().chain(MAYBE_PEOPLE).any(|word| header.contains(word)) || is_called_like_people(header);
    names && !asks(header)
}

/// Whether a header ends as words for people do: 陪诊人, 照护者, 督导员.
fn is_called_like_people(header: &str) -> bool {
    let word = header.split(['(', '（']).next().unwrap_or(header);
    word.trim_end_matches([' ', '：', ':', '*']).ends_with(['人', '者', '员'])
}

/// The names under a header that are surely somebody's, to be looked for in everybody's texts: 常年在外 under 家属 is nobody.
pub fn sure_names_under<'c>(header: &str, cell: &'c str) -> Vec<&'c str> {
    let is_sure = |name: &&str| {
        let seen = seen(name);
        name_at(&seen, 0, Trust::Labelled) == Some(seen.len())
    };
    names_under(header, cell).into_iter().filter(is_sure).collect()
}

/// The names in a cell that is read as a contact's.
fn as_a_contact(cell: &str) -> Vec<&str> {
    const LABEL: &str = "联系人：";
    let hits = people_in(&format!("{LABEL}{cell}")).into_iter();
    hits.filter_map(|hit| cell.get(hit.span.start.checked_sub(LABEL.len())?..hit.span.end - LABEL.len())).collect()
}

/// Whether the header asks for a number, or for 是 or 否.
fn asks(header: &str) -> bool {
    ["是否", "有无", "人数", "数量", "几人", "次数"].iter().any(|word| header.contains(word))
}

/// Whether the header says that its cells are private, and the cell is more than 是 or 无.
pub fn is_private_cell(header: &str, cell: &str) -> bool {
    let (header, cell) = (header.to_lowercase(), cell.trim());
    let names_people = PEOPLE.iter().chain(WORDS).any(|word| header.contains(word)) && !asks(&header);
    let is_answer = cell.is_empty() || ANSWERS.contains(&cell.to_lowercase().as_str());
    !is_answer && (names_people || labelled(&header, cell) || !sure_names_under(&header, cell).is_empty())
}

/// Whether the header is a label behind which the scan finds somebody: 租客 over a name.
fn labelled(header: &str, cell: &str) -> bool {
    let text = format!("{header}：{cell}");
    let starts = text.len() - cell.len();
    scan(&text, &[])
        .iter()
        .any(|hit| hit.span.end > starts && (hit.kind != HitKind::PersonName || hit.span.start >= starts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_whose_names_its_cells_are() {
        for (header, cell, names) in [
            ("家属", "展翼舟19900001111、展翼帆", &["展翼舟", "展翼帆"][..]),
            ("紧急联系", "覃伟（儿子）", &["覃伟", "儿子"]),
            ("户主姓名", "展翼舟", &["展翼舟"]),
            ("网格员", "展翼舟", &["展翼舟"]),
            ("陪诊人", "植秋雁", &["植秋雁"]),
            ("督导员（街道）", "冼务勤", &["冼务勤"]),
            ("残疾人", "二级", &[]),
            ("受益者", "全体居民", &[]),
            ("备用联系", "展翼舟 19900001111", &["展翼舟"]),
            ("结对情况", "已结对", &[]),
            ("护理", "一级护理", &[]),
            ("家属人数", "展翼舟", &[]),
            ("颜色", "白云红", &[]),
        ] {
            assert_eq!(names_under(header, cell), names, "{header} {cell}");
        }
    }

    #[test]
    fn everybodys_texts_are_looked_through_for_sure_names_only() {
        assert_eq!(sure_names_under("家属", "展翼舟19900001111、常年在外，独居"), ["展翼舟"]);
        assert_eq!(sure_names_under("监护人", "欧阳倩"), ["欧阳倩"]);
        assert!(sure_names_under("颜色", "展翼舟").is_empty());
    }

    #[test]
    fn a_header_says_what_its_cells_are() {
        for (header, cell) in [
            ("家属微信", "hcx_9207"),
            ("房号", "205"),
            ("楼栋门牌", "7-205"),
            ("出生日期", "1950-03-12"),
            ("出生年月", "195003"),
            ("床位", "12床"),
            ("定位", "23.12345,113.23456"),
            ("抖音号", "afen_gz"),
            ("监护人", "何承熙"),
            ("照护者", "冼务勤"),
            ("QQ号", "12345"),
            ("E-mail", "a"),
        ] {
            assert!(is_private_cell(header, cell), "{header} {cell}");
        }
        for (header, cell) in [
            ("民政备注", "低保户"),
            ("是否有微信", "有"),
            ("家庭人数", "3"),
            ("走访日期", "2026-03-12"),
            ("分类", "甲"),
            ("床位", "无"),
            ("紧急程度", "高"),
            ("满意", "是"),
        ] {
            assert!(!is_private_cell(header, cell), "{header} {cell}");
        }
    }
}
