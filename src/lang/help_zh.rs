//! The Chinese of the command tree, by path: see `help`. A key of its own (`claim take --by`) wins over the argument's
//! (`--by`), which serves every command.

/// The Chinese text of a key.
pub fn text(key: &str) -> Option<&'static str> {
    command(key)
        .or_else(|| argument(key))
        .or_else(|| super::follow::help(key))
        .or_else(|| super::papers::help(key))
        .or_else(|| super::found::help(key))
        .or_else(|| super::report::help(key))
        .or_else(|| value(key))
}

/// What stands for a value: of one argument, and of all whose English word it is.
fn value(key: &str) -> Option<&'static str> {
    Some(match key {
        "--operator=" | "verify --by=" | "log --by=" | "--filled-by=" | "report activity --by-operator=" => "姓名",
        "claim take --outsider=" => "名称",
        "--phone=" => "电话",
        "init --office=" => "属地",
        "init --code=" => "前缀",
        "log <ENTRY>=" | "undo <ENTRY>=" => "操作序号",
        "=1-5" => "1至5",
        "=CLASS" | "=KIND" => "类别",
        "=CODE" => "编号",
        "=COUNTING" | "=WHAT" => "计法",
        "=DAY" => "日期",
        "=DAYS" => "天数",
        "=DAYS|off" => "天数|off",
        "=ITEM" => "待定",
        "=MILESTONE" => "节点",
        "=NAMES" => "姓名",
        "=YUAN" => "元",
        "=COLUMN" => "列名",
        "=DELIMITER" => "分隔符",
        "=ENCODING" => "编码",
        "=ENTRY" => "操作序号",
        "=ENTRY:HASH" => "存档校验码",
        "=FIELD=VALUE" => "字段=值",
        "=FILE" => "文件",
        "=FOLDER" => "文件夹",
        "=PRODUCT" => "材料",
        "=TITLE" => "标题",
        "=FORMAT" => "形式",
        "=GROUP" => "分组",
        "=HOW" => "方式",
        "=LANG" => "语言",
        "=N" | "=NUMBER" => "数目",
        "=NAME" => "名称",
        "=NAME|all" => "名称|all",
        "=ORG" => "组织",
        "=OUTCOME" => "结果",
        "=PART" => "部分",
        "=PATH" | "=PLACE" => "属地",
        "=RATE" => "达标率",
        "=WHY" | "=REASON" => "理由",
        "=SCORE" => "分数",
        "=SECONDS" => "秒数",
        "=SHARE" => "比例",
        "=SHELL" => "命令行",
        "=STATE" => "状态",
        "=TEXT" => "文字",
        "=TYPE" => "类型",
        "=URL" => "网址",
        "--color=" => "何时",
        "=WHEN" => "时点",
        "=WHICH" => "哪些",
        "=WHO" | "=WHOM" | "=JOINT" => "谁",
        "=WORDS" => "命令",
        _ => return None,
    })
}

fn command(key: &str) -> Option<&'static str> {
    Some(match key {
        "" => {
            "征集、核实、发布、认领、汇报群众微心愿和民生微项目\n\n一个工作文件装下一次活动。主线是：init、collect、verify、publish、claim、report。"
        }
        "init" => {
            "建立工作文件\n\n单位坐落在一处属地：市、区、镇街或村社区。加 --campaign 同时建立活动期，并设好两项默认指标：每名在职党员至少认领一个微心愿，每个单位党组织至少认领一个微项目。\n\n对外发布和打印的材料（发布材料、认领意向书、服务记录）用本单位的语言，不看由谁运行：默认中文，建立时写 --lang en 则为英文。\n\n工作文件不存身份证号，只存用密钥算出的校验值。加 --join-key 就用全市统一的密钥，以后同一名党员在几个单位的花名册上也能认出是同一人；不加则本单位自己生成密钥。建立之后不能更换。文件里是 32 至 1024 字节的随机密钥，原样存放或写成十六进制文字（64 位以上，空格和换行不计）：openssl rand -hex 32 > city.key"
        }
        "campaign" => "增加、列出、选用活动期",
        "campaign add" => "增加活动期（带两项默认指标）并选用",
        "campaign list" => "列出活动期",
        "campaign use" => "选用活动期：新事项归入它，报表按它统计",
        "quota" => "列出、设定指标：谁应认领多少、哪一类",
        "quota list" => "列出选用活动期的指标",
        "quota set" => "设定选用活动期的一项指标；没写的选项不变",
        "collect" => {
            "导入微心愿、微项目、党员、党组织清单\n\n好的行导入；有问题的行连同行号和问题写入 清单名.rejects.csv，改好后可再次导入。同一清单再次导入不会改动任何内容。"
        }
        "collect wishes" => "群众微心愿：必填内容、许愿人、属地",
        "collect projects" => "民生微项目：必填项目名称、属地",
        "collect members" => "党员花名册：必填姓名",
        "collect places" => "属地名单：区、街道、社区、驿站各列，或一列路径",
        "collect orgs" => "党组织名单：必填名称",
        "verify" => {
            "核实：哪些真实、合适\n\n写编号，或用 --all 指全部待核实的；结果用 --pass、--reject、--needs-info、--duplicate-of 之一。--rules 按规则成批核实：最先符合的一条规则决定；先用 rules test 试，rules fields 列出规则能用的字段。--decisions 导入核实人交回的清单，表头为 编号、结果、理由、核实人、核实方式、核实日期。--export 写出这样的清单。--near-duplicates 把相近的事项并排列出。\n\n在终端上什么都不写，则逐件显示待核实的：时限近的、等得久的在先，一键一件。"
        }
        "rules" => "试用规则，看规则能用哪些字段",
        "rules test" => "每条规则决定多少、符合多少待核实的事项，各举五例；不作改动",
        "rules fields" => "规则能用的字段和函数",
        "publish" => {
            "发布：已核实的上墙，并写出发布材料\n\n全部已核实的（或写出的编号）得到墙号和公开编号。没有取得同意、或文字里可能有隐私的暂缓发布并说明。发布材料含墙上全部事项，只有可以公开的内容：心愿树、心愿卡、大屏、微信清单、倡议书、海报、公开清单。标题、网址、栏目、样式写在工作文件旁的 publish.toml。暂缓的用 --review 审看；做好的材料用 --check 再检查。"
        }
        "claim" => "认领：谁认领了什么、办得如何",
        "claim take" => "认领已发布的事项，个人或联合；同一事项只有一方认领成功",
        "claim import" => "导入认领登记表",
        "claim join" => "给一份认领增加共同认领人",
        "claim milestone" => "登记项目走到哪一步：意向书、立项、实施方案、实施、完成、验收",
        "claim extend" => "延长承诺完成的日期",
        "claim pass" => "把认领移交给别人",
        "claim expire" => "释放认领后长期未开始办理的",
        "campaign set" => "定下认领几天未开始算搁置、心愿几天无人认领进领办大厅",
        "claim wechat" => "读接龙或微信群聊天记录，看谁认领了什么",
        "claim suggest" => "精准对接：建议谁认领哪件，使尽量多的人达标",
        "claim pending" => "待定的认领：聊天和清单里对不上人或事项的",
        "claim start" => "开始办理",
        "claim complete" => "办结",
        "claim confirm" => "居民或单位确认办结",
        "claim release" => "认领人退领，或退出共同认领",
        "claim revoke" => "组织撤销认领，或撤销其中一方",
        "close" => "销号：事项了结，从墙上取下",
        "reopen" => "恢复：撤销一次退出或销号",
        "withdraw" => "撤回：居民收回事项，未办结的认领同时退领",
        "unfulfilled" => "未能办理：未办结的认领同时退领",
        "show" => {
            "查看一条记录：事项连同认领和全部记录，党员、党组织、社会力量连同认领的事项，属地\n\n不记得编号，写姓名、电话后四位或内容里的词也行：只有一条符合就显示，有几条就列出来。"
        }
        "export" => {
            "导出为可再次导入的清单\n\n--like ‹文件› 照那份清单的样子写：标题行、表头、顺序、编码或工作簿。\n\n电话和住址遮盖显示；遮盖的格子再导入时表示“不变”。--reveal 写出全部并记入日志；身份证号任何人都取不回。"
        }
        "alias" => {
            "给党组织起别名，清单里的简称才认得\n\n名称从不按“包含”匹配：区税务局 只有是全称、简称或别名时才指一个组织。"
        }
        "alias add" => "给一个组织起别名",
        "alias remove" => "取消一个别名",
        "alias list" => "列出别名",
        "alias pending" => "列出清单里出现过、没有组织或别名对应的名称",
        "log" => {
            "列出改动记录，新的在前\n\n写序号则看那一条对每个记录做了什么。--verify 重新计算整个日志并核对每个记录；再加 --expect 存档校验码（报表页脚所印），还能发现截去的尾部和整个重算的日志。"
        }
        "undo" => {
            "撤销整条命令：一次导入、一批核实、一次认领\n\n那条操作改动的每个记录恢复原样，另记一条操作，日志两条都在。不写序号是最后一条。之后的操作以它为基础的、已经公开的、已经清除的不能撤销，并说明原因。"
        }
        "check" => {
            "把工作文件从头到尾检查一遍\n\n文件本身是否损坏、记录所指是否都在、日志是否相符、每个记录是否与日志一致、事项和认领是否守规矩。不做任何改动。"
        }
        "doctor" => {
            "看这台机器缺什么：位置、权限、磁盘、时钟、终端\n\n程序版本和工作文件在哪里，放的地方文件锁是否可靠、能否打开、别的用户能不能读写、自己能不能写入、磁盘够不够、最近一次备份、时钟是否早于日志、终端能否显示汉字、够不够宽。打电话求助时照着念。--fix 收紧对别人开放的文件，补完没有做完的清除。工作文件里的内容用 check 检查。"
        }
        "backup" => {
            "备份工作文件，并与它核对\n\n备份时别人可以照常使用。--auto 存到工作文件旁的文件夹，保留最近七天、四周各自最新的一份，最久四周；每次导入、批量核实、发布、撤销之前都会自动备份一次。"
        }
        "restore" => {
            "用备份代替丢失或损坏的工作文件\n\n先把备份从头到尾检查一遍，损坏的不用。工作文件还在的不动它，恢复的放在旁边。"
        }
        "erase" => {
            "清除一个人：姓名、电话、住址、身份证号\n\n从本人的记录（连同其中文字透露的各种写法的号码、门牌、家人姓名）、本人心愿的认领记录、提到此人的文字（名字中间有空格、写成繁体的也算）、全部历史、空闲页和自动备份中清除，并按每种写法逐字节查找证明；别人也在用的（如同住的地址）留在别人那里，并说明在哪条记录；计数不变，日志仍然相符。不能撤销；--dry-run 先看会清除什么。同名不同人的，写编号。"
        }
        "retention" => {
            "保存期限：哪些了结已久的记录还留着个人信息\n\n了结或退出的事项、全部报到已撤销的党员、认领都已结束的社会力量，从那时起满 --months 个月的。--apply 清除其个人信息和历史，连同有关认领记录里透露的，不能撤销。"
        }
        "completions" => {
            "输出命令补全脚本\n\n加 --live 则由程序即时补全：墙号、编号、属地、姓名也从工作文件里取。要长期使用，把下面一行写进 ~/.bashrc、~/.zshrc、~/.config/fish/config.fish，或 PowerShell 的 $PROFILE：\n\n  bash、zsh：source <(shuangwei completions bash --live)\n\n  fish：shuangwei completions fish --live | source\n\n  PowerShell：shuangwei completions powershell --live | Out-String | Invoke-Expression"
        }
        "completions --live" => "由程序即时补全，工作文件里的也补全；shuangwei 要在 PATH 里",
        "help" => "显示帮助：全部命令，或写出的这个命令",
        "man" => {
            "把手册页写进一个文件夹，每个命令一页\n\nshuangwei.1 是程序的，shuangwei-claim-take.1 是 claim take 的。中英文都有：--lang en 写到 man1，--lang zh 写到 zh_CN/man1。同名的会替换。"
        }
        "manual" => "输出说明文档里由程序列出的部分（Markdown，英文）",
        _ => return None,
    })
}

fn argument(key: &str) -> Option<&'static str> {
    Some(match key {
        "--db" => "工作文件；不写则取 SHUANGWEI_DB，再则本文件夹的 shuangwei.db",
        "--lang" => "语言：zh 或 en；不写则取 SHUANGWEI_LANG、设置文件，再则系统语言",
        "--operator" => "操作人，记入日志；不写则取 SHUANGWEI_OPERATOR、设置文件，再则系统用户",
        "--quiet" => "除问题和错误外，不在屏幕上说明",
        "--color" => {
            "颜色：auto 在终端上用，always 总用，never 不用；不写则看 NO_COLOR、CLICOLOR_FORCE、设置文件，再则 auto"
        }
        "--no-pager" => "在终端上结果较长时也不分页；分页程序取 SHUANGWEI_PAGER，再则 PAGER，再则 less",
        "--config" => "设置文件：language、operator、pack、format、color、pager；不写则取工作文件旁的 shuangwei.toml",
        "--explain" => "在屏幕上说明做了什么、按哪些设置、每一步用了多久",
        "--log-file" => "同样的说明加上时间，接着写进这个文件",
        "--format" => "输出形式",
        "--output" => "把结果写入文件，扩展名决定形式；- 是标准输出",
        "export --output" => "写入文件，不写则输出到屏幕",
        "--no-bom" => "CSV 开头不写 BOM；给 Excel 打开的要有",
        "--lf" => "CSV 的行以 LF 结尾，不用 CRLF",
        "--from-file" => "从文件读取编号，每行一个，代替逐个写出；- 是标准输入",
        "--null" => "--from-file 里的编号以零字节分隔，不按行",
        "--with-notes" => "CSV 里也写表格下面的说明；不写则说明在标准错误",
        "--recursive" => "下级文件夹里的清单也要",
        "--skip-unreadable" => "读不了的清单说明原因后略过，其余照常导入（退出码 1）；不写则一份读不了就都不导入",
        "--force" => "文件已存在时覆盖",
        "--dry-run" => "试运行：只说会怎样，不改动",
        "init --office" => "单位所在属地，从区写起：荔湾区/金花街道",
        "init --code" => "本单位编号的前缀",
        "init --join-key" => "全市统一的密钥文件，用来计算身份证号的校验值",
        "init --campaign" => "第一个活动期的名称",
        "--from" => "活动期第一天",
        "--until" => "活动期最后一天",
        "<NAME>" => "活动期名称",
        "quota set --for" => "对象：members 党员，orgs 党组织",
        "quota set --class" => "应认领的类别；默认在职党员、单位党组织",
        "quota set --kind" => "应认领的事项：wish 微心愿，project 微项目；默认党员为微心愿，党组织为微项目",
        "quota set --at-least" => "至少认领几个；新指标为 1",
        "quota set --counts" => "怎样算数：claimed 认领即计，completed 办结才计；新指标为 claimed",
        "quota set --joint" => "共同认领：each 各计一次，lead 只计牵头者；新指标为 each",
        "<FILE>" => {
            "清单：工作簿（xlsx、xls、ods、HTML 表格）或 CSV（逗号、制表符、分号、竖线）；文件夹或 *.xlsx 这样的写法是其中的清单；- 为标准输入"
        }
        "--encoding" => "清单的编码，认不准时指明：utf-8、gb18030、utf-16le、utf-16be",
        "export --like" => "照这份清单的样子写：标题行、表头、顺序、编码都相同",
        "export --sheet" => "--like 的工作簿里的工作表",
        "export --encoding" => "CSV 的编码：utf8（带 BOM）或 gb18030",
        "--delimiter" => "格子之间的分隔符，认不准时指明：comma、tab、semicolon",
        "--complete" => "清单对这类、这个属地是完整的：告诉清单里没有的已存记录，已认领的在前",
        "--save-map" => "记住 --map 的对照：以后同样表头的清单照此读取",
        "--ignore" => "不要这个表头的列：不读取，也不保存",
        "--no-map" => "不用上次的表头对照，也不问表头：未识别的列只存档，不参与统计",
        "--map" => "清单自己的表头是什么意思：TOML 文件，[columns] 字段 = \"表头\"、[constants]、[dates]",
        "--set" => "不用清单，手工录一条：字段是表头或英文词，可重复",
        "--ask" => "在终端里逐项询问，录一条；--set 给过的不再问",
        "--sheet" => "工作簿里要读的工作表；all 是所有合适的，每张作为一份清单",
        "--quotes" => "引号有疑问时怎么读：literal 当作普通文字，strict 一律当作一格的引号",
        "--visible-only" => "不读工作簿里被隐藏或筛掉的行",
        "--strict" => "要么全部导入，要么一行不动",
        "--strict-cells" => "读不出的格不留空待改，所在的行一律不导入",
        "--verbose" => "试运行时逐条列出，不只列前几条",
        "erase --verbose" => "要清除的每一处、查找的每种写法都列出，不论多少",
        "retention --verbose" => "逐条列出，不论多少",
        "publish --verbose" => "新发布、暂缓、不再上墙的逐条列出，不论多少",
        "undo --verbose" => "试运行时逐条列出变动，不只列合计",
        "man <FOLDER>" => "文件夹，没有就建一个",
        "--rejects" => "问题行写入何处，代替 清单名.rejects.csv；几份清单则给一个已有的文件夹；- 是标准错误",
        "--under" => "清单里的地名从哪一级读起，代替本单位属地",
        "--new-place" => "清单里和 --under 没有的属地都是新的，名字与已有的相近也建立",
        "collect wishes --consent" | "collect projects --consent" => "表格已征询公开意愿的依据：未填同意与否的也可发布",
        "collect wishes --campaign" | "collect projects --campaign" => "归入哪个活动期，代替选用的",
        "collect orgs --class" => "清单没有类别一栏时，全部党组织的类别",
        "collect members --class" => "花名册没有类别一栏时，全部党员的类别",
        "collect members --new-orgs" => "花名册写到而没有登记的党组织，随手建立",
        "<CODE>" => "事项：编号、公开编号或墙号",
        "publish <CODE>" => "只发布这些",
        "verify --all" => "全部待核实的事项",
        "verify --pass" => "通过：真实、合适",
        "verify --reject" => "不予采纳，及理由",
        "verify --needs-info" => "退回补充，及缺什么",
        "verify --duplicate-of" => "与这个事项重复，保留后者；认领移到后者",
        "verify --rules" => "规则文件",
        "verify --export" => "把待核实的写成清单，打印或发出，填好后用 --decisions 导入：xlsx 带选项，或 CSV",
        "verify --reveal" => "在清单里或屏幕上写出电话和住址，及理由",
        "verify --near-duplicates" => "列出与同户、同人或同社区更早事项相近的",
        "verify --everywhere" => "也比较其他社区的",
        "verify --at-least" => "两段文字至少相同多少，以 1 为全部",
        "verify --place" => "只限这一属地",
        "verify --only" => "只对这些编号用规则",
        "verify --limit" => "最多决定多少件，先来的在先；其余留待下次",
        "verify --fail-on" => "有不予采纳或留待人工的，退出码为 1",
        "verify --time-limit" | "rules test --time-limit" => "规则最多算多少秒",
        "rules test <FILE>" => "规则文件",
        "rules test --place" => "只限这一属地",
        "rules test --only" => "只限这些编号",
        "verify --decisions" => "核实结果清单；- 为标准输入",
        "verify --by" => "核实人，不写则为操作人",
        "verify --how" => "核实方式：电话、入户、窗口",
        "verify --on" => "核实日期，不写则为今天",
        "publish --to" => "发布材料的文件夹；不写则取设置里的，再则 publish",
        "publish --only" => {
            "只做这些材料：tree 心愿树，cards 心愿卡，screen 大屏，wechat 微信清单，letter 倡议书，poster 海报，list 公开清单；不写则全做，文件夹里已有的一并更新"
        }
        "publish --place" => "只发布这个属地的",
        "publish --title" => "页面的标题",
        "publish --claim-url" => "心愿卡上二维码的网址；{code}、{number} 代入公开编号、墙号",
        "publish --submit-url" => "海报上二维码的网址：居民提交微心愿的表单",
        "publish --state" => {
            "心愿卡只印这些状态的：open 待认领，partly_claimed 部分认领，claimed 已认领，fulfilled 已办结"
        }
        "publish --k" => "同一社区同一姓氏的许愿人不足这么多人的，不显示姓氏",
        "publish --consent" => "表格已征询公开意愿的依据：未填同意与否的也发布",
        "publish --wording" => "所写编号上墙用的措辞",
        "publish --as-is" => "所写编号的文字已看过，可以原样公开",
        "publish --take-down" => "把所写编号从墙上撤下，墙号保留",
        "publish --reason" => "撤下的理由",
        "publish --review" => "审看暂缓发布的和原因：在终端逐件审看，否则列成表",
        "publish --export" => "把暂缓发布的写成清单（.xlsx 或 .csv），填好后用 --decisions 导入",
        "publish --decisions" => "填好的审看清单：结果（通过、退回、不通过）、公开措辞、征询结果；- 为标准输入",
        "publish --check" => "重新逐字检查文件夹里做好的发布材料：文件有没有改动，有没有隐私",
        "publish --templates" => "把页面的模板写到文件夹；放进工作文件旁的 templates 文件夹里，就代替自带的",
        "claim take --by" | "claim join --by" => {
            "认领人，牵头的在前：姓名、姓名加单位（“黄志强 区图书馆”）、手机号或编号"
        }
        "--outsider" => "不在名册上的认领人：企业、公益组织、邻居",
        "--outsider-type" => "社会力量的类型：firm 企业，charity 公益组织，resident 居民，other 其他",
        "claim take --quantity" => "认领几份，不写则认领余下全部",
        "claim take --on" => "认领日期，不写则为今天",
        "claim take --deadline" => "承诺完成的日期",
        "claim take --note" => "内部备注",
        "claim take --name-ok" => "认领人同意在发布材料上署名；不写则只称党员、党组织",
        "claim import --outsiders" => "不在名册上的认领人一律作社会力量，不论认领方式",
        "--by" => "认领人，事项有几份认领时指明",
        "--on" => "发生的日期，不写则为今天",
        "--reason" => "理由",
        "claim milestone <MILESTONE>" => {
            "到了哪一步，依次为：letter 意向书，approved 立项，plan 实施方案，started 实施，completed 完成，accepted 验收"
        }
        "claim milestone --file" => "意向书、实施方案或完成的佐证：记下文件名和摘要",
        "claim milestone --signed-by" => "意向书由谁签署",
        "claim milestone --exchanged" => "双方交换意向书的日期",
        "claim extend --deadline" => "新的承诺完成日期",
        "claim pass --to" => "移交给谁",
        "claim pass --all" => "共同认领的，全部移交，而不只移交其中一方的",
        "claim expire --older-than" => "认领超过几天还没有开始办理的：14d；不写则按活动期所定",
        "claim expire --campaign" => "只释放这个活动期的事项",
        "claim release --all" | "claim revoke --all" => "共同认领的全部退出，这份认领终止",
        "claim release --lead" | "claim revoke --lead" => "此后由谁牵头；不写则为下一位",
        "claim complete --note" => "办理情况",
        "claim complete --cost" => "实际花费（元）",
        "claim complete --evidence" => "佐证材料，如照片：记下文件名和摘要",
        "claim confirm --confirmed-by" => "由谁确认：本人、邻居、社区",
        "campaign set --stale-after" => "认领后几天未开始办理算搁置；off 不算，默认不算",
        "campaign set --pool-after" => "发布后几天无人认领就进领办大厅；off 不进，默认不进",
        "claim wechat <FILE>" => "接龙或聊天记录的文本文件；“-” 读标准输入",
        "claim wechat --take-sure" => "把确定的一次记入；其余在终端上逐项问，否则留待决定",
        "claim suggest --place" => "只看这里的人和事项",
        "claim suggest --for" => "谁的指标：members 党员，orgs 单位党组织",
        "claim suggest --max-group" => "事项比人少时，一件最多几人一起",
        "claim suggest --trades" => "本单位的行当表（TOML），排在自带的之前",
        "claim suggest --must-fit" => "要特长的心愿，只给有这一特长的人",
        "claim suggest --take" => "一次记入这些认领",
        "claim pending --take" => "定下哪一项，写待定号；由谁认领用 --by",
        "claim pending --need" => "这一项是哪件事项，没写或写错时指明",
        "claim pending --by" => "认领人，牵头的在前：党员或党组织的名称或编号",
        "claim pending --outsider" => "不在名册上的认领人：企业、公益组织、邻居",
        "claim pending --outsider-type" => "社会力量的类型：firm 企业，charity 公益组织，resident 居民，other 其他",
        "claim pending --drop" => "不是认领的，写待定号",
        "claim pending --all" => "事项已被别人认领或已撤下的也列出",
        "claim confirm --satisfaction" => "居民满意度，1 至 5",
        "claim confirm --note" => "居民的话",
        "--as-of" => "截至哪一天，按记录上的日期；或 entry:N，按第 N 条操作之后工作文件所知",
        "--filled-by" => "填报人，写在工作簿和网页的表头；默认操作人",
        "--phone" => "填报人的联系电话",
        "alias add <NAME>" => "别名",
        "alias remove <NAME>" => "别名",
        "--pick" => "在终端逐个问每个名称是哪个组织，每答一个即保存",
        "alias add <ORG>" => "组织：编码、全称或别名",
        "export <KIND>" => "导出什么",
        "export --reveal" => "写出电话和住址，及理由",
        "log --limit" => "最多列出几条，不写是 50 条",
        "log --before" => "只列这条以前的：接着看没列完的",
        "log <ENTRY>" => "看这一条操作做了什么",
        "log --by" => "只列这个人做的",
        "log --command" => "只列这样的命令：表里的叫法，如 认领；或以此开头的命令词：collect、\"claim take\"",
        "log --of" => "只列改动过这个事项、认领、党员或党组织的",
        "log --since" => "只列这一天起的",
        "log --until" => "只列到这一天的",
        "log --verify" => "核对日志是否真实完整",
        "log --expect" => "以前报表页脚所印的 存档校验码",
        "backup <FILE>" => "备份写到哪里",
        "doctor --fix" => "收紧对别人开放的文件，补完没有做完的清除",
        "backup --auto" => "存到工作文件旁的文件夹，过期的删去",
        "backup --dry-run" => "试运行：只说会怎样，不写出",
        "restore <FILE>" => "备份",
        "restore --dry-run" => "只检查备份，不改动",
        "erase <WHO>" => "要清除的人：姓名，或党员、事项、组织（联系人）的编号",
        "erase --reason" => "为什么清除，记入日志；里面的姓名电话不记",
        "--months" => "了结满几个月算到期",
        "--due" => "列出到期的，不写也是列出",
        "--apply" => "清除到期的个人信息",
        "undo <ENTRY>" => "操作序号，见 log",
        "help <WORDS>" => "哪个命令：collect，或 claim take",
        "<SHELL>" => "哪种命令行",
        "<PART>" => "哪一部分：columns 各类清单的列，commands 命令，exit-codes 退出码",
        _ => return None,
    })
}
