//! Texts of verifying beyond a single decision: lists sent out, and the walk through what waits.

use super::texts;

texts! {
    exported(rows, file)
        zh "待核实 {rows} 件已写入 {file}；填好“结果”后用 verify --decisions 导入"
        en "{rows} that wait are in {file}; fill in 结果 and take it back with verify --decisions";
    near(codes)
        zh "与 {codes} 相近"
        en "near {codes}";
    may_be_private(kinds)
        zh "文字里可能有隐私：{kinds}"
        en "the text may tell private things: {kinds}";
}

/// What a text may give away, as a sentence; nothing where that is nothing.
pub fn private_in(kinds: &[String]) -> Option<String> {
    (!kinds.is_empty()).then(|| may_be_private(kinds.join(super::comma())))
}
