//! The log's own tables. What they keep of a person lies in `before`, which `erase` goes through field by field; the
//! operator is the account that the office gave its clerk, and stays.

use super::def::Privacy::Internal;
use super::def::Sql::{Blob, BlobOrNull, Int, IntOrNull, Text, TextOrNull};
use super::def::{FieldDef, own};

pub const ENTRY: &[FieldDef] = &[
    own("at", Internal, "时间", "at").stored(Text),
    own("operator", Internal, "操作人", "operator").stored(Text),
    own("command", Internal, "命令", "command").stored(Text),
    own("source_digest", Internal, "来源摘要", "source digest").stored(BlobOrNull),
    own("prev_hash", Internal, "前一校验码", "previous hash").stored(Blob),
    own("hash", Internal, "校验码", "hash").stored(Blob),
];

pub const REVISION: &[FieldDef] = &[
    own("kind", Internal, "表", "table").stored(Text),
    own("record_id", Internal, "记录", "record").stored(Int),
    own("before", Internal, "原值", "before").stored(TextOrNull),
    own("salt", Internal, "盐", "salt").stored(BlobOrNull),
    own("digest", Internal, "摘要", "digest").stored(BlobOrNull),
    own("erased", Internal, "已清除", "erased").stored(Int),
    own("entry_id", Internal, "操作", "entry").stored(IntOrNull),
    own("seq", Internal, "次序", "sequence").stored(IntOrNull),
];

pub const REVISION_RUN: &[FieldDef] = &[
    own("kind", Internal, "表", "table").stored(Text),
    own("record_id", Internal, "记录", "record").stored(Int),
    own("records", Internal, "记录数", "records").stored(Int),
    own("seals", Internal, "盐和摘要", "seals").stored(Blob),
];
