//! Texts of the settings, and of what a run explains of itself with `-v`.

use super::texts;

texts! {
    at_line(path, line)
        zh "{path} 第{line}行"
        en "{path}, line {line}";
    unreadable(path, cause)
        zh "读不了设置文件 {path}：{cause}；请核对路径和权限"
        en "cannot read the settings in {path}: {cause}; check the path and who may read it";
    not_toml(place, cause)
        zh "{place}：不合 TOML 的写法（{cause}）；每行写成 项 = \"值\""
        en "{place}: this is not valid TOML ({cause}); write each line as key = \"value\"";
    not_toml_at_all(place)
        zh "{place}：不合 TOML 的写法；每行写成 项 = \"值\""
        en "{place}: this is not valid TOML; write each line as key = \"value\"";
    unknown_key(place, key, known)
        zh "{place}：没有 {key} 这一项；可写 {known}"
        en "{place}: there is no setting {key}; known: {known}";
    unknown_key_near(place, key, near)
        zh "{place}：没有 {key} 这一项；是不是想写 {near}？"
        en "{place}: there is no setting {key}; did you mean {near}?";
    bad_value(place, key, value, allowed)
        zh "{place}：{key} 不能是 {value}；可写 {allowed}"
        en "{place}: {key} cannot be {value}; write {allowed}";
    no_text(place, key, value)
        zh "{place}：{key} 不能是 {value}；请写成带引号的文字"
        en "{place}: {key} cannot be {value}; write a text in quotes";
    a_number() zh "数字" en "a number";
    a_yes_or_no() zh "true 或 false" en "true or false";
    a_date() zh "日期" en "a date";
    a_list() zh "[ ] 里的多项" en "a list";
    a_table() zh "{{ }} 或 [ ] 的一节" en "a table";
    pager_of_others(place)
        zh "{place}：分页程序只能写在自己的设置文件里，或用 SHUANGWEI_PAGER；工作文件旁的只能写 pager = \"off\""
        en "{place}: a pager can only be set in your own settings or by SHUANGWEI_PAGER; beside an office file only pager = \"off\"";
    setting(key, value, from)
        zh "{key} = {value}（来自 {from}）"
        en "{key} = {value} (from {from})";
    none_set()
        zh "都用默认的"
        en "defaults only";
    explained_setting(setting)
        zh "设置：{setting}"
        en "setting: {setting}";
    explained_command(version, command)
        zh "shuangwei {version}：{command}"
        en "shuangwei {version}: {command}";
    explained_office_file(path)
        zh "打开工作文件 {path}"
        en "opened the office file {path}";
    explained_list(list, encoding, header, rows)
        zh "读清单 {list}：{encoding}，表头在第{header}行，{rows} 行"
        en "read the list {list}: {encoding}, header in row {header}, {rows} rows";
    workbook()
        zh "工作簿"
        en "workbook";
    explained_answer()
        zh "结果已写出"
        en "wrote the answer";
    explained_end(code)
        zh "结束，退出码 {code}"
        en "ended with exit code {code}";
    took(step, milliseconds)
        zh "· {step}（{milliseconds} 毫秒）"
        en "- {step} ({milliseconds} ms)";
    no_log_file(path, cause)
        zh "写不了 --log-file {path}：{cause}；请换一个位置"
        en "cannot write --log-file {path}: {cause}; choose another place";
}
