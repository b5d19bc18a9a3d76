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
    heads_unclear(list, count) zh "{list} 有 {count} 个表头认不出来。请说明每个是什么（输入编号或名称；回车＝原样保留）：" en "{count} heads of {list} are not known. Say what each is (its number or name; Enter keeps the column as it is):";
    required_mark() zh "（必填）" en " (required)";
    head_means(head, samples, like) zh "“{head}”（{samples}）{like}是：" en "“{head}” ({samples}){like} is: ";
    looks_like(field) zh "，像 {field}，" en ", like {field},";
    no_samples() zh "没有内容" en "no cells";
    no_such_choice(most) zh "没有这一项；请输入 1 到 {most}、名称，或回车" en "there is no such field; type 1 to {most}, a name, or Enter";
    field_taken(field) zh "{field} 已有对应的列；请另选，或回车" en "{field} has a column already; choose another, or press Enter";
    keep_map() zh "记住这些对应，以后同样表头的清单照此读取？（是/否）" en "remember this for lists with the same heads? (y/n) ";
    map_kept(list) zh "已记住 {list} 的表头对应，以后同样表头的清单照此读取" en "what the heads of {list} mean is remembered for lists with the same heads";
    kept_map_used(list, meanings) zh "{list} 照记住的对应读取：{meanings}；不用就加 --no-map" en "{list} is read as remembered: {meanings}; --no-map does without";
    columns_as_they_are() zh "其余列原样保留" en "other columns are kept as they are";
    kept_map_broken(heads) zh "记住的对应读不出来（表头：{heads}）；加 --no-map 不用它，或用 --map FILE --save-map 重新记住" en "what was remembered of the heads {heads} cannot be read; do without by --no-map, or replace it by --map FILE --save-map";
}
