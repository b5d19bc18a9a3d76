//! What a scan of a text to be published has found, in words.

use super::texts;

texts! {
    hit_phone() zh "电话号码" en "a phone number";
    hit_id_number() zh "身份证等证件号" en "an ID number";
    hit_card_number() zh "银行卡号等长号码" en "a card number or another long number";
    hit_wechat() zh "微信、QQ 或邮箱" en "a WeChat, QQ or mail account";
    hit_door_number() zh "门牌号" en "a door number";
    hit_plate() zh "车牌号" en "a licence plate";
    hit_birth_date() zh "出生日期" en "a date of birth";
    hit_school_class() zh "学校班级" en "a school class";
    hit_person_name() zh "姓名" en "a person's name";
}
