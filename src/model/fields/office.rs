//! The office's small tables: settings, programmes, campaigns, quotas, lists that were read and their headers.

use super::def::Privacy::{FreeText, Internal, Public};
use super::def::Sql::{Blob, Int, IntOrNull, Text, TextOrNull};
use super::def::{FieldDef, own};

pub const SETTING: &[FieldDef] =
    &[own("name", Internal, "名称", "name").stored(Text), own("value", FreeText, "值", "value").stored(Text)];

pub const PROGRAMME: &[FieldDef] =
    &[own("name", FreeText, "名称", "name").stored(Text), own("note", FreeText, "备注", "note").stored(TextOrNull)];

pub const CAMPAIGN: &[FieldDef] = &[
    own("name", FreeText, "名称", "name").stored(Text),
    own("from_day", Public, "开始", "from").stored(Text),
    own("until_day", Public, "结束", "until").stored(Text),
    own("stale_days", Internal, "几天未开始算搁置", "stale after days").stored(IntOrNull),
    own("pool_days", Internal, "几天未认领进领办大厅", "pool after days").stored(IntOrNull),
];

pub const QUOTA: &[FieldDef] = &[
    own("campaign_id", Internal, "活动期", "campaign").refers("campaign_id", Int, "campaign").unpreviewed(),
    own("claimant", Internal, "对象", "claimant").stored(Text),
    own("class", Internal, "类别", "class").stored(Text),
    own("need_kind", Internal, "事项", "need kind").stored(Text),
    own("at_least", Internal, "至少", "at least").stored(Int),
    own("counting", Internal, "计数", "counting").stored(Text),
    own("joint", Internal, "共同认领", "joint").stored(Text),
];

/// What an office says of its own headers, found again by their set.
pub const HEAD_MAP: &[FieldDef] = &[
    own("kind", Internal, "清单类别", "kind").stored(Text),
    own("heads", FreeText, "表头", "headers").stored(Text),
    own("map", FreeText, "对应", "map").stored(Text),
];

pub const IMPORT: &[FieldDef] = &[
    own("entry_id", Internal, "操作", "entry").refers("entry_id", Int, "entry"),
    own("name", FreeText, "名称", "name").stored(Text),
    own("digest", Internal, "摘要", "digest").stored(Blob),
    own("kind", Internal, "清单类别", "kind").stored(Text),
    own("layout", Internal, "格式", "layout").stored(Text),
];

/// What was published where and when.
pub const PUBLICATION: &[FieldDef] = &[
    own("folder", FreeText, "文件夹", "folder").stored(Text),
    own("products", Internal, "材料", "products").stored(Text),
    own("title", FreeText, "标题", "title").stored(TextOrNull),
    own("place", Internal, "属地", "place").refers("place_id", IntOrNull, "place"),
    own("published_on", Public, "发布日期", "published on").stored(Text),
    own("numbers", Public, "墙号", "numbers").stored(Text),
];
