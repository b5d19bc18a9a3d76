//! Questions on a terminal.

use super::texts;

texts! {
    no_terminal() zh "--ask 要在终端里用；脚本请用 --set 字段=值" en "--ask wants a terminal; scripts say --set FIELD=VALUE";
    required(label) zh "{label}（必填）：" en "{label} (required): ";
    optional(label) zh "{label}（回车跳过）：" en "{label} (Enter skips): ";
    is_required() zh "必须填写" en "it must be filled in";
    summary() zh "将要保存：" en "to be saved:";
    save() zh "保存吗？（是/否）" en "save it? (y/n) ";
    yes_or_no() zh "请回答 是 或 否" en "answer y or n";
    nothing_saved() zh "没有保存，没有改动" en "not saved, nothing was changed";
    set_shape(word) zh "--set {word}：请写成 字段=值" en "--set {word}: write FIELD=VALUE";
    set_unknown(word, known) zh "--set {word}：没有这个字段；有：{known}" en "--set {word}: there is no such field; there are: {known}";
    set_twice(word) zh "--set {word}：同一个字段给了两次" en "--set {word}: a field is given twice";
}
