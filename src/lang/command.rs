//! What an office calls the commands that the log keeps: their words are for the keyboard.

use super::{Lang, comma, current, pick, texts};

/// A command as the log keeps it, its verb as people say it and the codes behind it as they are.
pub fn command(command: &str) -> String {
    if current() == Lang::En {
        return command.to_owned();
    }
    let named = |(verb, zh): &(&str, &str)| {
        let codes = command.strip_prefix(verb)?;
        (codes.is_empty() || codes.starts_with(' ')).then(|| format!("{zh}{codes}"))
    };
    COMMANDS.iter().find_map(named).unwrap_or_else(|| command.to_owned())
}

/// The verbs of the log that words name: its own first words, also with codes behind them, or what the office calls them.
/// `Err`: nothing is called so; all that may be written.
pub fn verbs(words: &str) -> Result<Vec<String>, String> {
    let is_own = |(verb, _): &&(&str, &str)| {
        *verb == words
            || verb.strip_prefix(words).or(words.strip_prefix(verb)).is_some_and(|rest| rest.starts_with(' '))
    };
    if COMMANDS.iter().any(|command| is_own(&command)) {
        return Ok(vec![words.to_owned()]);
    }
    let called = |is_it: &dyn Fn(&str) -> bool| -> Vec<String> {
        COMMANDS.iter().filter(|(_, zh)| is_it(zh)).map(|(verb, _)| (*verb).to_owned()).collect()
    };
    let exact = called(&|zh| zh == words);
    let found = if exact.is_empty() { called(&|zh| !words.is_empty() && zh.starts_with(words)) } else { exact };
    if found.is_empty() {
        let all: Vec<&str> = COMMANDS.iter().map(|(verb, zh)| pick(*zh, *verb)).collect();
        return Err(all.join(comma()));
    }
    Ok(found)
}

/// The most codes of a command that a line for people has.
const CODES: usize = 8;

/// The same for a line that people read: of many codes the first few, and how many there are.
pub fn command_line(command: &str) -> String {
    let codes = COMMANDS.iter().find_map(|(verb, _)| command.strip_prefix(verb).filter(|rest| rest.starts_with(' ')));
    let codes: Vec<&str> = codes.unwrap_or_default().split(' ').skip(1).collect();
    if codes.len() <= CODES {
        return self::command(command);
    }
    let kept = command.len() - codes[CODES..].iter().map(|code| code.len() + 1).sum::<usize>();
    and_more(self::command(&command[..kept]), codes.len())
}

texts! {
    and_more(command, count)
        zh "{command} … 等 {count} 个"
        en "{command} … {count} in all";
}

/// Longer verbs before the shorter ones that they begin with.
const COMMANDS: &[(&str, &str)] = &[
    ("init", "建立工作文件"),
    ("campaign add", "新增活动期"),
    ("campaign set", "调整活动期"),
    ("campaign use", "选用活动期"),
    ("quota set", "设定指标"),
    ("collect wishes", "导入心愿"),
    ("collect projects", "导入项目"),
    ("collect members", "导入党员"),
    ("collect orgs", "导入党组织"),
    ("collect places", "导入属地"),
    ("verify --rules", "按规则核实"),
    ("verify --decisions", "导入核实结果"),
    ("verify --duplicate-of", "标为重复"),
    ("verify", "核实"),
    ("publish --take-down", "撤下"),
    ("publish --review", "审看"),
    ("publish --decisions", "导入审看结果"),
    ("publish", "发布"),
    ("claim take", "认领"),
    ("claim import", "导入认领"),
    ("claim wechat", "导入接龙"),
    ("claim suggest", "认领对接方案"),
    ("claim pending", "处理待定认领"),
    ("claim join", "加入共同认领"),
    ("claim milestone", "登记项目节点"),
    ("claim extend", "延期"),
    ("claim pass", "移交认领"),
    ("claim expire", "释放搁置的认领"),
    ("claim letter --reveal", "写认领意向书（含电话住址）"),
    ("claim card --reveal", "写服务记录（含电话）"),
    ("claim start", "开始办理"),
    ("claim complete", "办结"),
    ("claim confirm", "确认"),
    ("claim release", "退领"),
    ("claim revoke", "撤销认领"),
    ("close", "销号"),
    ("reopen", "恢复"),
    ("withdraw", "撤回"),
    ("unfulfilled", "未能办理"),
    ("export decisions --reveal", "导出核实名单（含电话住址）"),
    ("export wishes --reveal", "导出心愿（含电话住址）"),
    ("export projects --reveal", "导出项目（含电话住址）"),
    ("export members --reveal", "导出党员（含电话住址）"),
    ("export orgs --reveal", "导出党组织（含电话住址）"),
    ("export claims --reveal", "导出认领（含电话住址）"),
    ("edit", "修改"),
    ("alias add", "新增别名"),
    ("alias remove", "删除别名"),
    ("undo", "撤销操作"),
    ("erase", "清除个人信息"),
    ("retention --apply", "清除到期信息"),
];
