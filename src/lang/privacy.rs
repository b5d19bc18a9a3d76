//! What a scan of a text to be published has found, in words.

use super::texts;

texts! {
    hit_phone() zh "电话号码" en "a phone number";
    hit_id_number() zh "身份证号" en "an ID number";
    hit_card_number() zh "银行卡号等长号码" en "a card number or another long number";
    hit_wechat() zh "微信、QQ 或邮箱" en "a WeChat, QQ or mail account";
    hit_door_number() zh "门牌号" en "a door number";
    hit_person_name() zh "姓名" en "a person's name";
}
