//! Finds numbers and words that a label makes somebody's: passwords, meetings, meters, customers' and players' numbers. Knows
//! labels; what the number looks like says nothing.

use std::sync::LazyLock;

use super::glyphs::{Glyph, at, begins_with_any, span};
use super::numbers::is_counted;
use super::words::Words;
use super::{Hit, HitKind};

const LABELS: &str = "\
    病人id 患者id 客户id 会员id 学员id 煤气号 煤气户号 密码 口令 验证码 取件码 会议号 会议id 会议码 会议室号 水表号 水表 电表号 电表 气表号 气表 燃气号 表号 户号 客户号 客户编号 \
    缴费号 缴费编号 用户号 用户编号 用户名 用户id 用户 登录名 登陆名 会员号 会员卡号 保单号 订单号 快递单号 运单号 单号 宽带号 \
    机顶盒号 社保号 医保号 就诊卡号 就诊号 病案号 玩家id 游戏id 荣耀id 账号 帐号 昵称id id是 id号 id: id：";

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::starting(&[LABELS]));

/// Adds what stands behind labels in `glyphs`.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    const JOINTS: &[&str] = &["号码", "号", "编号", "就是", "是", "为", "系", "叫", "填的", "读"];
    const REACH: usize = 6;
    for here in 0..glyphs.len() {
        let Some(label) = WORDS.at(glyphs, here) else { continue };
        let mut next = here + label;
        while next < glyphs.len() && next < here + label + REACH {
            let joint = JOINTS.iter().find(|joint| begins_with_any(glyphs, next, &[joint]));
            match joint {
                Some(joint) => next += joint.chars().count(),
                None if !at(glyphs, next).is_alphanumeric() => next += 1,
                None => break,
            }
        }
        let is_part = |at: &usize| {
            let c = self::at(glyphs, *at);
            c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '#' | ' ')
        };
        let mut end = (next..glyphs.len()).take(24).take_while(is_part).last().map_or(next, |last| last + 1);
        while end > next && !at(glyphs, end - 1).is_ascii_alphanumeric() {
            end -= 1;
        }
        let count = |is: fn(&char) -> bool| (next..end).filter(|at| is(&self::at(glyphs, *at))).count();
        let (digits, plain) = (count(char::is_ascii_digit), count(char::is_ascii_alphanumeric));
        // A year is no number, but it may be a password.
        let opens = begins_with_any(glyphs, here, &["密码", "口令", "验证码", "取件码"]);
        let is_year = !opens && digits == 4 && plain == 4 && begins_with_any(glyphs, next, &["19", "20"]);
        if plain >= 4 && digits >= 2 && !is_year && !is_counted(glyphs, end) {
            hits.push(Hit { kind: HitKind::WeChat, span: span(glyphs, next..end) });
        }
    }
}
