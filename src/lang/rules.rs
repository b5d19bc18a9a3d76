//! Texts of rules: what is wrong with a file of them, and what the fields of a need mean.

use super::{headers, pick, texts};

texts! {
    cannot_read(file)
        zh "读不了规则文件 {file}；请检查它是不是文件、能不能打开"
        en "cannot read the rules {file}; check that it is a file and may be opened";
    too_large(file)
        zh "{file} 超过 1 MB，不像规则文件；请核对文件名"
        en "{file} is larger than 1 MB and hardly a file of rules; check its name";
    not_utf8(file, line)
        zh "{file} 第{line}行不是 UTF-8；请用 UTF-8 另存"
        en "{file} line {line} is not UTF-8; save it as UTF-8";
    no_rules_file(file, line, cause)
        zh "{file} 第{line}行不合格式：{cause}；写法见 examples/rules-strict.toml"
        en "{file} line {line}: {cause}; examples/rules-strict.toml shows how rules are written";
    no_toml()
        zh "不是 TOML 的写法（文字要有引号）"
        en "this is not valid TOML (texts need quotes)";
    no_such_key(key)
        zh "没有 {key} 这一项，一条规则有 name、when、then、reason"
        en "there is no {key}; a rule has name, when, then and reason";
    key_missing(key)
        zh "缺 {key} 这一项"
        en "{key} is missing";
    no_rules(file)
        zh "{file} 里没有规则；至少写一条 [[rule]]，写法见 examples/rules-strict.toml"
        en "{file} has no rules; write a [[rule]], as in examples/rules-strict.toml";
    too_many_rules(file, most)
        zh "{file} 的规则超过 {most} 条；请分成几个文件"
        en "{file} has more than {most} rules; split it";
    rule_without_name(file, line)
        zh "{file} 第{line}行：规则没有名称（name）"
        en "{file} line {line}: a rule without a name";
    rule_twice(file, line, rule)
        zh "{file} 第{line}行：规则“{rule}”重名；请换一个名称"
        en "{file} line {line}: another rule is called “{rule}”; choose another name";
    unknown_then(file, line, rule, word, known)
        zh "{file} 第{line}行 规则“{rule}”：不认识 then = “{word}”；可用：{known}"
        en "{file} line {line}, rule “{rule}”: no such then: “{word}”; there are: {known}";
    reason_missing(file, line, rule, then)
        zh "{file} 第{line}行 规则“{rule}”：{then} 须写明理由（reason）"
        en "{file} line {line}, rule “{rule}”: {then} needs a reason";
    reason_brace(file, line, rule)
        zh "{file} 第{line}行 规则“{rule}”：reason 里的 {{ 没有配上 }}"
        en "{file} line {line}, rule “{rule}”: the reason has a {{ without its }}";
    reason_field(file, line, rule, field, near)
        zh "{file} 第{line}行 规则“{rule}”：reason 里没有字段 {field}{near}"
        en "{file} line {line}, rule “{rule}”: the reason names no field: {field}{near}";
    slip(file, line, rule, message)
        zh "{file} 第{line}行 规则“{rule}”：{message}"
        en "{file} line {line}, rule “{rule}”: {message}";
    see_fields()
        zh "；可用字段见 rules fields"
        en "; rules fields lists them";
    near_fields(near)
        zh "；是不是 {near}？"
        en "; did you mean {near}?";
    predicate_empty()
        zh "when 是空的；写一个条件，如 missing('phone')"
        en "the predicate is empty; write one, such as missing('phone')";
    predicate_too_long(most)
        zh "when 超过 {most} 字节；请分成几条规则"
        en "the predicate is longer than {most} bytes; make several rules of it";
    one_need_only(word)
        zh "规则只看一件事项，不能用 {word}；户内、相近等情况有现成字段，见 rules fields"
        en "a rule looks at one need and cannot use {word}; rules fields lists what is known of its neighbours";
    missing_wants_field()
        zh "missing 要一个字段名，如 missing('phone')"
        en "missing needs a field, such as missing('phone')";
    unknown_field(field, near)
        zh "没有字段 {field}{near}"
        en "no such field: {field}{near}";
    closes_nothing()
        zh "多了一个右括号"
        en "this bracket closes nothing";
    never_closed()
        zh "括号没有配对"
        en "this bracket is never closed";
    never_ends()
        zh "引号或注释没有结束"
        en "this text or comment never ends";
    one_expression()
        zh "只能写一个条件，不能有分号"
        en "a rule is one expression, without a semicolon";
    no_parameters()
        zh "不能用参数符号"
        en "a rule has no parameters";
    not_allowed_function(name)
        zh "不能用函数 {name}；可用的函数见 rules fields"
        en "the function {name} is not allowed; rules fields lists those that are";
    not_allowed_table(name)
        zh "不能读取 {name}；规则只看一件事项的字段，见 rules fields"
        en "{name} cannot be read; a rule sees the fields of one need, see rules fields";
    not_allowed()
        zh "规则只能读，不能做别的"
        en "a rule only reads";
    says_otherwise(message)
        zh "写法有误（{message}）"
        en "{message}";
    syntax(word)
        zh "从“{word}”起读不懂"
        en "this makes no sense from “{word}” on";
    incomplete()
        zh "条件没有写完"
        en "the predicate is not complete";
    arguments(function)
        zh "函数 {function} 的参数个数不对"
        en "the function {function} takes another number of arguments";
    failed(file, rule, message)
        zh "{file} 规则“{rule}”算不下去（{message}）；没有改动"
        en "{file}, rule “{rule}” failed ({message}); nothing was changed";
    too_big()
        zh "中间结果过大，一项不超过 128 KB"
        en "a value grew beyond 128 KB";
    too_slow(file, seconds)
        zh "{file} 的规则超过 {seconds} 秒还没有算完，没有改动；请简化规则，或用 --time-limit 放宽"
        en "the rules of {file} ran for more than {seconds} seconds, nothing was changed; simplify them, or allow more with --time-limit";
    rules_ran(checked, verified, rejected, needs_info, held)
        zh "核对 {checked} 件：通过 {verified}，不予采纳 {rejected}，退回补充 {needs_info}，留待人工 {held}"
        en "{checked} checked: {verified} verified, {rejected} rejected, {needs_info} sent back, {held} held";
    not_waiting(code, state)
        zh "{code} 现为“{state}”，不在待核实之列，未核对"
        en "{code} is {state} and does not wait for verification; it was left alone";
    by_rule(rule)
        zh "规则：{rule}"
        en "rule: {rule}";
    no_rule()
        zh "（其余）"
        en "(the rest)";
    rules_title(count)
        zh "规则试用：待核实 {count} 件"
        en "rules tried on {count} that wait";
    functions(names)
        zh "可用的函数：{names}"
        en "functions: {names}";
}

headers! {
    rules_headers zh ["规则", "结果", "决定", "符合", "例"] en ["rule", "then", "decides", "fits", "examples"];
    ran_headers zh ["规则", "结果", "件数"] en ["rule", "then", "count"];
    fields_headers zh ["字段", "含义"] en ["field", "meaning"];
}

/// What the reader of TOML says of a file, as people would.
pub fn toml_says(message: &str) -> String {
    let key = |begin: &str| message.strip_prefix(begin).and_then(|rest| rest.split('`').next());
    match (key("unknown field `"), key("missing field `")) {
        (Some(key), _) => no_such_key(key),
        (None, Some(key)) => key_missing(key),
        (None, None) => no_toml(),
    }
}

/// What the engine says of a predicate, as people would.
pub fn says(message: &str) -> String {
    let syntax = message.strip_prefix("near \"").and_then(|rest| rest.strip_suffix("\": syntax error"));
    let function = message.strip_prefix("wrong number of arguments to function ");
    match (syntax, function) {
        (Some(word), _) => self::syntax(word),
        (None, Some(function)) => arguments(function.trim_end_matches("()")),
        (None, None) if message == "incomplete input" => incomplete(),
        (None, None) => says_otherwise(message),
    }
}

/// What our own predicates mean, each with an example of its use.
pub fn predicates() -> [(&'static str, &'static str); 2] {
    [
        ("missing('phone')", pick("某个字段空白：missing('字段')", "a field is blank")),
        (
            "over_household_cap(3)",
            pick("在同户心愿中排在第 3 件之后", "it comes after the household's first three wishes"),
        ),
    ]
}
