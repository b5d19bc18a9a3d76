//! Questions on a terminal.

use super::texts;

texts! {
    any_key() zh "按任意键关闭窗口" en "press any key to close this window";
    list_hint() zh "↑↓ 选择，回车确定，Esc 退出" en "arrows choose, Enter takes, Esc leaves";
    search_hint() zh "打字查找，↑↓ 选择，回车确定，Esc 退出" en "type to search, arrows choose, Enter takes, Esc leaves";
    which_of_name(name) zh "{name} 有几个可能，是哪一个：" en "which {name}: ";
    which_place(name) zh "{name} 不止一处，是哪一处：" en "which {name}: ";
    which_near_place(name) zh "没有属地“{name}”，是不是：" en "there is no place \"{name}\"; is it: ";
    is_new_place(name) zh "{name} 是新的属地" en "{name} is new";
    who_claims() zh "谁来认领（姓名或其中几个字、拼音首字母、手机号、编号，几位用顿号分开）：" en "who claims (a name or part of it, pinyin initials, a phone, a code; commas between several): ";
    which_need() zh "哪一个心愿（墙号，或心愿里的几个字）：" en "which wish (its number on the wall, or words of it): ";
    none_of_these() zh "都不是" en "none of these";
    no_terminal() zh "--ask 要在终端里用；脚本请用 --set 字段=值" en "--ask needs a terminal; scripts use --set FIELD=VALUE";
    required(label) zh "{label}（必填）：" en "{label} (required): ";
    optional(label) zh "{label}（回车跳过）：" en "{label} (Enter skips): ";
    is_required() zh "必须填写" en "it must be filled in";
    summary() zh "将要保存：" en "to be saved:";
    typed_before() zh "上次没有保存的内容：" en "typed the last time and not saved:";
    go_on_with() zh "接着用吗？（是/否）" en "go on with it? (y/n) ";
    typed_left(path) zh "没有保存的内容还留在 {path}" en "what was typed is still in {path}";
    save() zh "保存吗？（是/否）" en "save it? (y/n) ";
    yes_or_no() zh "请回答 是 或 否" en "answer y or n";
    nothing_saved() zh "没有保存，没有改动" en "not saved, nothing was changed";
    set_shape(word) zh "--set {word}：请写成 字段=值" en "--set {word}: write FIELD=VALUE";
    set_unknown(word, known) zh "--set {word}：没有这个字段；有：{known}" en "--set {word}: no such field; the fields are: {known}";
    set_twice(word) zh "--set {word}：同一个字段给了两次" en "--set {word}: a field is given twice";
    headers_unclear(list, count) zh "{list} 有 {count} 个表头认不出来，请逐个说明是哪一项" en "{count} headers of {list} are not recognised; say which field each of them is";
    required_mark() zh "（必填）" en " (required)";
    header_means(header, samples, like) zh "“{header}”（{samples}）{like}是哪一项？" en "\"{header}\" ({samples}){like}: which field is it?";
    header_is(header) zh "“{header}”是：" en "\"{header}\" is: ";
    keep_column() zh "只存档，不参与统计" en "keep the column as it is";
    drop_column() zh "不要这一列" en "drop the column";
    looks_like(field) zh "，像 {field}，" en ", like {field}";
    nameless_column(letter) zh "{letter} 列（没有表头）" en "column {letter} (no header)";
    no_samples() zh "没有内容" en "no cells";
    words_unclear(list, count) zh "{list} 有 {count} 个类别的词认不出来，请逐个说明是哪一类" en "{count} words for classes in {list} are not recognised; say which class each of them is";
    word_is(word, rows) zh "“{word}”（{rows} 行）是：" en "\"{word}\" ({rows} rows) is: ";
    leave_word() zh "不知道，留作问题行" en "not known: report its rows as faults";
    keep_map() zh "记住这些对应，以后同样表头的清单照此读取？（是/否）" en "remember this for lists with the same headers? (y/n) ";
    map_kept(list) zh "已记住 {list} 的表头对应，以后同样表头的清单照此读取" en "what the headers of {list} mean is remembered for lists with the same headers";
    kept_map_used(list, meanings) zh "{list} 已按上次的表头对照读取：{meanings}；不用就加 --no-map" en "{list} is read as remembered: {meanings}; --no-map does without";
    columns_as_they_are() zh "其余列只存档，不参与统计" en "other columns are kept as they are";
    kept_map_broken(headers) zh "上次的表头对照读不出来（表头：{headers}）；加 --no-map 不用它，或用 --map 文件 --save-map 重新记住" en "what was remembered of the headers {headers} cannot be read; do without by --no-map, or replace it by --map FILE --save-map";
}
