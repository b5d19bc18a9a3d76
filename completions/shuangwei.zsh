#compdef shuangwei

autoload -U is-at-least

_shuangwei() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'-V[Print version]' \
'--version[Print version]' \
":: :_shuangwei_commands" \
"*::: :->shuangwei" \
&& ret=0
    case $state in
    (shuangwei)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-command-$line[1]:"
        case $line[1] in
            (init)
_arguments "${_arguments_options[@]}" : \
'--office=[The place of the office, from the district down\: 荔湾区/金花街道]:PATH:_default' \
'--code=[The prefix of the codes of this office]:CODE:_default' \
'--campaign=[The first campaign'\''s name]:NAME:_default' \
'--from=[The campaign'\''s first day]:DAY:_default' \
'--until=[The campaign'\''s last day]:DAY:_default' \
'--join-key=[The city'\''s join key, for digests of ID numbers]:FILE:_files' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(campaign)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
":: :_shuangwei__subcmd__campaign_commands" \
"*::: :->campaign" \
&& ret=0

    case $state in
    (campaign)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-campaign-command-$line[1]:"
        case $line[1] in
            (add)
_arguments "${_arguments_options[@]}" : \
'--from=[The campaign'\''s first day]:DAY:_default' \
'--until=[The campaign'\''s last day]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--dry-run[Say what would happen and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The campaign'\''s name:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(set)
_arguments "${_arguments_options[@]}" : \
'--stale-after=[A claim that nobody has begun so many days later is stale; off by default]:DAYS|off:_default' \
'--pool-after=[A wish that nobody has claimed so many days after it was published is offered to everyone; off by default]:DAYS|off:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--dry-run[Say what would happen and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::name -- The campaign'\''s name, if it is not the one in use:_default' \
&& ret=0
;;
(use)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--dry-run[Say what would happen and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The campaign'\''s name:_default' \
&& ret=0
;;
        esac
    ;;
esac
;;
(quota)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
":: :_shuangwei__subcmd__quota_commands" \
"*::: :->quota" \
&& ret=0

    case $state in
    (quota)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-quota-command-$line[1]:"
        case $line[1] in
            (list)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(set)
_arguments "${_arguments_options[@]}" : \
'--for=[Who owes\: members or orgs]:WHO:(members orgs)' \
'--class=[The class that owes; by default in_service members, unit organisations]:CLASS:_default' \
'--kind=[What is owed\: wish or project; by default a wish of members, a project of organisations]:KIND:_default' \
'--at-least=[How many claims are owed; 1 for a new quota]:N:_default' \
'--counts=[What counts\: claimed, live or finished, or completed only; claimed for a new quota]:COUNTING:_default' \
'--joint=[Whom a joint claim counts for\: each claimant, or the lead alone; each for a new quota]:JOINT:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--dry-run[Say what would happen and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(collect)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_shuangwei__subcmd__collect_commands" \
"*::: :->collect" \
&& ret=0

    case $state in
    (collect)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-collect-command-$line[1]:"
        case $line[1] in
            (wishes)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--under=[The place under which the lists'\'' place names are looked up, instead of the office'\''s]:PLACE:_default' \
'--consent=[How the form asked for consent\: needs with a blank consent may be published]:WHY:_default' \
'--campaign=[The campaign that the needs belong to, instead of the one in use]:NAME:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--new-place[Places that are not known are new, however similar their names are to existing ones]' \
'(--set --ask)--complete[The lists are complete for their kind and place\: list stored records that are missing in them, claimed ones first]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
(projects)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--under=[The place under which the lists'\'' place names are looked up, instead of the office'\''s]:PLACE:_default' \
'--consent=[How the form asked for consent\: needs with a blank consent may be published]:WHY:_default' \
'--campaign=[The campaign that the needs belong to, instead of the one in use]:NAME:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--new-place[Places that are not known are new, however similar their names are to existing ones]' \
'(--set --ask)--complete[The lists are complete for their kind and place\: list stored records that are missing in them, claimed ones first]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
(members)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--under=[The place under which the lists'\'' place names are looked up, instead of the office'\''s]:PLACE:_default' \
'--class=[The class of all members, for a roster without that column]:CLASS:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--new-place[Places that are not known are new, however similar their names are to existing ones]' \
'--new-orgs[Make the organisations that the roster names and that do not exist]' \
'(--set --ask)--complete[The lists are complete for their kind and place\: list stored records that are missing in them, claimed ones first]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
(orgs)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--under=[The place under which the lists'\'' place names are looked up, instead of the office'\''s]:PLACE:_default' \
'--class=[The class of all organisations, for a list without that column]:CLASS:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--new-place[Places that are not known are new, however similar their names are to existing ones]' \
'(--set --ask)--complete[The lists are complete for their kind and place\: list stored records that are missing in them, claimed ones first]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
(places)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--under=[The place under which the lists'\'' place names are looked up, instead of the office'\''s]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--new-place[Places that are not known are new, however similar their names are to existing ones]' \
'(--set --ask)--complete[The lists are complete for their kind and place\: list stored records that are missing in them, claimed ones first]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
        esac
    ;;
esac
;;
(verify)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--reject=[They are not accepted; give the reason]:WHY:_default' \
'--needs-info=[They go back to be completed; give what is missing]:WHY:_default' \
'--duplicate-of=[They are the same as this need, which is kept; their claims move there]:CODE:_default' \
'--rules=[A file of rules]:FILE:_default' \
'--decisions=[A list of decisions; \`-\` is standard input]:FILE:_default' \
'--export=[Write what waits as a list to print or send, to be read back with --decisions\: xlsx with words to choose from, or CSV]:FILE:_files' \
'(--from-file --all --rules --decisions --near-duplicates)--reveal=[Show phones and addresses in full, in the list or on the terminal; give the reason]:REASON:_default' \
'--at-least=[How similar the two texts must be, from 0 to 1]:SHARE:_default' \
'(--from-file --all --decisions)--place=[Only needs in this place]:PLACE:_default' \
'*--only=[Use the rules on these needs only]:CODE:_default' \
'--limit=[Decide on at most this many needs, the earliest first; the rest waits for the next run]:N:_default' \
'*--fail-on=[Exit with code 1 if a need is rejected, or held]:OUTCOME:(reject hold)' \
'--time-limit=[Stop the rules after this many seconds]:SECONDS:_default' \
'--by=[Who verified, if not the operator]:NAME:_default' \
'--how=[How it was verified\: 电话, 入户, 窗口]:HOW:_default' \
'--on=[The day it was verified, if not today]:DAY:_default' \
'--encoding=[The list'\''s encoding, if it cannot be detected]:ENCODING:_default' \
'--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--rejects=[The file for faulty rows of the list, instead of FILE.rejects.csv]:FILE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--all[Every need that waits for verification]' \
'--pass[They are real and suitable]' \
'--near-duplicates[Show needs that nearly repeat an earlier one of the same household, wisher or community]' \
'--everywhere[Also compare with other communities]' \
'--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--strict[All or nothing\: a fault in any row of the list means that nothing changes]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: codes, public codes or wall numbers:_default' \
&& ret=0
;;
(rules)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
":: :_shuangwei__subcmd__rules_commands" \
"*::: :->rules" \
&& ret=0

    case $state in
    (rules)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-rules-command-$line[1]:"
        case $line[1] in
            (test)
_arguments "${_arguments_options[@]}" : \
'--place=[Only needs in this place]:PLACE:_default' \
'*--only=[Only these needs]:CODE:_default' \
'--time-limit=[Stop the rules after this many seconds]:SECONDS:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':file -- The file of rules:_default' \
&& ret=0
;;
(fields)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(publish)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--to=[The folder of the pack; by default that of the settings, else publish]:FOLDER:_files' \
'*--only=[Make only these\: tree, cards, screen, wechat, letter, poster, list; without it all, and what the folder has already]:PRODUCT:_default' \
'--place=[Only what belongs to this place]:PLACE:_default' \
'--title=[The title of the pages]:TITLE:_default' \
'--claim-url=[Where the QR codes of cards lead; {code} and {number} stand for the need'\''s]:URL:_default' \
'--submit-url=[Where the QR code of the poster leads\: the form by which wishes are handed in]:URL:_default' \
'*--state=[Cards only of these states\: open, partly_claimed, claimed, fulfilled]:STATE:_default' \
'--on=[The day of publishing, if not today]:DAY:_default' \
'--k=[Show a surname only where at least so many wishers of the community have it]:N:_default' \
'--consent=[How the form asked for consent\: needs with a blank consent are published]:WHY:_default' \
'--wording=[The text for the wall, of the one CODE given]:TEXT:_default' \
'--reason=[Why they are taken down]:WHY:_default' \
'(--from-file --to --only --place --title --claim-url --submit-url --state --on --k --consent --wording --as-is --take-down --decisions --check --templates)--export=[Write what is withheld as a list to fill in (.xlsx or .csv), to be read back with --decisions]:FILE:_files' \
'(--check --templates)--decisions=[The list of --review, filled in\: 结果 (通过, 退回, 不通过), 公开措辞, 征询结果; \`-\` is standard input]:FILE:_default' \
'(--dry-run)--check=[Read the finished pack in FOLDER again\: whether its files are as written, and whether anything private is in them]:FOLDER:_files' \
'(--check --dry-run)--templates=[Write the templates of the pages to FOLDER; in \`templates\` beside the office file they take the place of ours]:FOLDER:_files' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--as-is[The text of the CODEs given was read and may be public as it is]' \
'(--wording --as-is --consent)--take-down[Take the CODEs given down from the wall; they keep their numbers]' \
'(--dry-run --check --templates --decisions)--review[Show what is withheld and why\: on a terminal one by one, else as a table]' \
'--dry-run[Say what would happen and change nothing]' \
'(--review --decisions --check --templates)--verbose[Every need that is put up, withheld or stays down, however many]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- Only these needs:_default' \
&& ret=0
;;
(claim)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
":: :_shuangwei__subcmd__claim_commands" \
"*::: :->claim" \
&& ret=0

    case $state in
    (claim)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-claim-command-$line[1]:"
        case $line[1] in
            (take)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Who claims, the lead first\: by name, by name and unit, by phone or by code]:WHO:_default' \
'*--outsider=[A claimant on no roster\: a firm, a charity, a neighbour]:NAME:_default' \
'--outsider-type=[What the outsider is]:TYPE:_default' \
'--quantity=[How many of the quantity, instead of all that are left]:N:_default' \
'--on=[The day it was claimed, if not today]:DAY:_default' \
'--deadline=[The day by which it is promised]:DAY:_default' \
'--note=[An internal note]:TEXT:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--name-ok[The claimants agreed to be named on what is published]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: wall numbers, codes, or words of a wish:_default' \
&& ret=0
;;
(import)
_arguments "${_arguments_options[@]}" : \
'()*--set=[One record by hand instead of a list\: FIELD is a column'\''s header or its English word]:FIELD=VALUE:_default' \
'(--set --ask)--encoding=[The lists'\'' encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'(--set --ask)--delimiter=[The separator between cells, if it cannot be detected\: comma, tab, semicolon]:DELIMITER:_default' \
'(--set --ask)--sheet=[The sheet to read from a workbook, or all that fit, each as a list of its own]:NAME|all:_default' \
'(--set --ask)--quotes=[How to read quotes in delimited text, where that is in doubt\: literal, characters like any others; strict, always around one cell]:HOW:_default' \
'--map=[What the lists'\'' own headers mean\: a TOML file with \[columns\] field = "header", \[constants\], \[dates\]]:FILE:_default' \
'(--set --ask)*--ignore=[Drop the column of this header\: it is neither read nor stored]:COLUMN:_default' \
'(--set --ask)--rejects=[The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; \`-\` is standard error]:FILE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--set --ask)--recursive[Also the lists in the folders below]' \
'(--set --ask --strict)--skip-unreadable[Report lists that cannot be read and import the others, instead of none (exit code 1)]' \
'()--ask[Ask for one record on the terminal, except for fields given by --set]' \
'(--set --ask)--visible-only[Leave out the rows that a workbook hides or filters out]' \
'--save-map[Keep the map of --map\: lists with these headers are read with it from now on]' \
'(--map --set --ask)--no-map[Use no saved map and ask nothing about headers\: unknown columns are kept as they are]' \
'(--set --ask)--strict[All or nothing\: a fault in any row means that nothing changes]' \
'(--set --ask)--strict-cells[A cell that cannot be read keeps its whole row out, whichever field it is in]' \
'--dry-run[Show what would be new, changed, missing or faulty, and change nothing]' \
'--verbose[On a dry run\: every record, not only the first ones]' \
'--outsiders[Treat claimants on no roster as outsiders, whatever 认领方式 is]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- The lists\: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern (`*.xlsx`) is the lists in it; `-` is standard input:_default' \
&& ret=0
;;
(wechat)
_arguments "${_arguments_options[@]}" : \
'--encoding=[The encoding, if it cannot be detected\: utf-8, gb18030, utf-16le, utf-16be]:ENCODING:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--take-sure[Record the sure ones, in one change; the rest is asked on a terminal, else left to decide]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':file -- The chat or sign-up as text; `-` is standard input:_default' \
&& ret=0
;;
(suggest)
_arguments "${_arguments_options[@]}" : \
'--place=[Only people and needs of this place]:PLACE:_default' \
'--for=[Whose quota\: members'\'' or organisations'\'']:WHO:(members orgs)' \
'--max-group=[The most people on one need, where needs are fewer than people]:N:_default' \
'--trades=[The office'\''s own table of trades, TOML\: it comes before the usual one]:FILE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--must-fit[A need that asks for a trade goes only to people who have it]' \
'--take[Record the claims, in one change]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(pending)
_arguments "${_arguments_options[@]}" : \
'(--drop)--take=[The one to settle, by its number in the list; --by says who claims]:ITEM:_default' \
'--need=[The need of that one, if it names none or a wrong one]:CODE:_default' \
'*--by=[Who claims, the lead first\: by name, by name and unit, by phone or by code]:WHO:_default' \
'*--outsider=[A claimant on no roster\: a firm, a charity, a neighbour]:NAME:_default' \
'--outsider-type=[What the outsider is]:TYPE:_default' \
'(--need --by --outsider --outsider-type)*--drop=[Those that are not claims, by their numbers in the list]:ITEM:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--take --drop --need --by --outsider --outsider-type)--all[Also those whose need somebody else has by now]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(join)
_arguments "${_arguments_options[@]}" : \
'*--by=[Who claims, the lead first\: by name, by name and unit, by phone or by code]:WHO:_default' \
'*--outsider=[A claimant on no roster\: a firm, a charity, a neighbour]:NAME:_default' \
'--outsider-type=[What the outsider is]:TYPE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':code -- The claim\: its code, or the wall number, code or words of its need:_default' \
&& ret=0
;;
(start)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(milestone)
_arguments "${_arguments_options[@]}" : \
'--on=[The day, if not today]:DAY:_default' \
'*--by=[Whose claim, if the project has several]:WHO:_default' \
'--file=[The letter, the plan, or what shows that it is completed\: its name and digest are kept]:FILE:_files' \
'--signed-by=[Who signed the letter]:NAMES:_default' \
'--exchanged=[The day on which both parties exchanged the letter]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':code -- The claim\: its code, or the wall number, code or words of its project:_default' \
':milestone -- What was reached, in this order\: letter, approved, plan, started, completed, accepted:_default' \
&& ret=0
;;
(letter)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'(--from-file)--place=[Every claim of a need of this place]:PLACE:_default' \
'(--from-file)--kind=[Of all claims, only those of wishes or of projects]:KIND:_default' \
'-o+[The file\: .html is a page to print, .docx a document for Word and WPS; \`-\` is the page on standard output]:FILE:_files' \
'--output=[The file\: .html is a page to print, .docx a document for Word and WPS; \`-\` is the page on standard output]:FILE:_files' \
'--reveal=[Write phones and addresses out, and why]:REASON:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'(--from-file --place)--all[Every claim]' \
'--force[Replace FILE if it exists]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(card)
_arguments "${_arguments_options[@]}" : \
'-o+[The file\: .html is a page to print, .docx a document for Word and WPS; \`-\` is the page on standard output]:FILE:_files' \
'--output=[The file\: .html is a page to print, .docx a document for Word and WPS; \`-\` is the page on standard output]:FILE:_files' \
'--reveal=[Write phones and addresses out, and why]:REASON:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::who -- Whose\: a name, a name and its unit, a phone or a code:_default' \
&& ret=0
;;
(remind)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--due-within=[Only claims whose deadline is within so many days, or has passed]:DAYS:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--by-unit[One message for each unit, its members'\'' claims included]' \
'--overdue[Only claims whose deadline has passed]' \
'--stale[Only stale claims\: not begun for as long as the campaign says]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(extend)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--deadline=[The day by which it is promised now]:DAY:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(pass)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--to=[Who takes over]:WHO:_default' \
'--reason=[Why]:WHY:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--all[All that a joint claim has promised, instead of what one of them has]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(complete)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--note=[How it was done]:TEXT:_default' \
'--cost=[What it cost, in yuan]:YUAN:_default' \
'--evidence=[A file that shows it, such as a photo\: its name and digest are kept]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(confirm)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--satisfaction=[How satisfied the resident is, from 1 to 5]:1-5:_default' \
'--note=[The comment of the resident]:TEXT:_default' \
'--confirmed-by=[Who confirms it\: the resident, a neighbour, the office]:TEXT:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(release)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--reason=[Why]:WHY:_default' \
'(--all)--lead=[Who leads a joint claim from now on, instead of the next one]:WHO:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--all[Everyone of a joint claim, which ends it]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(revoke)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'*--by=[Whose claim, if the need has several]:WHO:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--reason=[Why]:WHY:_default' \
'(--all)--lead=[Who leads a joint claim from now on, instead of the next one]:WHO:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--all[Everyone of a joint claim, which ends it]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The claims\: their codes, or wall numbers, codes or words of their needs:_default' \
&& ret=0
;;
(expire)
_arguments "${_arguments_options[@]}" : \
'--older-than=[Release what was claimed longer ago than this and not begun; by default the campaign'\''s own limit]:DAYS:_default' \
'--campaign=[Only of this campaign'\''s needs]:NAME:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(close)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--reason=[Why]:WHY:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: codes, public codes or wall numbers:_default' \
&& ret=0
;;
(reopen)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--reason=[Why]:WHY:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: codes, public codes or wall numbers:_default' \
&& ret=0
;;
(withdraw)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--reason=[Why]:WHY:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: codes, public codes or wall numbers:_default' \
&& ret=0
;;
(unfulfilled)
_arguments "${_arguments_options[@]}" : \
'()--from-file=[Read the codes from FILE instead, one a line; \`-\` is standard input]:FILE:_default' \
'--reason=[Why]:WHY:_default' \
'--on=[The day it happened, if not today]:DAY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'()--null[The codes of --from-file end with a zero byte, not with the line]' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::codes -- The needs\: codes, public codes or wall numbers:_default' \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
":: :_shuangwei__subcmd__report_commands" \
"*::: :->report" \
&& ret=0

    case $state in
    (report)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-report-command-$line[1]:"
        case $line[1] in
            (quota)
_arguments "${_arguments_options[@]}" : \
'--by=[What the figures are grouped by; by default the level below the office]:GROUP:(district street community station org programme class member)' \
'--for=[Whose quota\: members'\'' wishes or organisations'\'' projects; by default both]:WHO:(members orgs)' \
'--counts=[What counts, instead of what the quota says\: claimed or completed]:WHAT:_default' \
'--joint=[Whom a joint claim counts for, instead of what the quota says\: each or lead]:WHOM:_default' \
'(--why --ranked)--list=[The people or organisations themselves instead of figures]:WHICH:(unmet met)' \
'(--by --ranked --split-by --since --place)--why=[Which claims of this member or organisation count, which don'\''t, and why]:WHO:_default' \
'--at-least=[The rate that --check requires, from 0 to 1]:RATE:_default' \
'--split-by=[A workbook of the list for each group, in the folder of --to]:GROUP:(district street community station org)' \
'--to=[The folder that --split-by writes to; it must exist]:FOLDER:_files' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--ranked[The best rate first]' \
'(--why)--check[End with exit code 1 where the overall rate is below --at-least; where nobody owes anything a warning says so]' \
'--each[With --check\: the rate of each group, not that of all]' \
'--strict[With --check\: also exit code 1 where nobody owes anything]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(progress)
_arguments "${_arguments_options[@]}" : \
'--by=[What the figures are grouped by; by default the level below the office]:GROUP:(district street community station kind theme programme)' \
'--kind=[Only wishes, or only projects]:KIND:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(supply)
_arguments "${_arguments_options[@]}" : \
'--by=[The level of places that the figures are grouped by; by default the one below the office]:GROUP:(district street community station)' \
'--pace-days=[The days before the as-of day that the pace is taken from]:DAYS:_default' \
'--pool-after=[How long is too long, in days after publishing; by default the campaign'\''s own limit]:DAYS:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--by --pace-days)--pool[Only the wishes that nobody has claimed for too long, which are offered to everyone]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(participation)
_arguments "${_arguments_options[@]}" : \
'--by=[Also by programme, or by the place of the need; classes are always listed]:GROUP:(class district street community programme)' \
'--kind=[Only claims of wishes, or only of projects]:KIND:_default' \
'--from=[Only claims of this day or later; by default the campaign'\''s first day]:DAY:_default' \
'--until=[Only claims of this day or earlier; by default the campaign'\''s last day]:DAY:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(ageing)
_arguments "${_arguments_options[@]}" : \
'--by=[What the figures are grouped by; by default the level below the office]:GROUP:(district street community station kind theme programme)' \
'--kind=[Only wishes, or only projects]:KIND:_default' \
'--most=[How many of those that have waited longest are named]:NUMBER:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(overdue)
_arguments "${_arguments_options[@]}" : \
'--by=[What the figures are grouped by; by default the level below the office]:GROUP:(district street community station kind theme programme)' \
'--kind=[Only wishes, or only projects]:KIND:_default' \
'--most=[How many of those that are furthest beyond their day are named]:NUMBER:_default' \
'--split-by=[A workbook of the overdue claims for each organisation, in the folder of --to]:GROUP:(org)' \
'--to=[The folder that --split-by writes to; it must exist]:FOLDER:_files' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(activity)
_arguments "${_arguments_options[@]}" : \
'--from=[The first day; by default the last seven days are listed]:DAY:_default' \
'--until=[The last day; by default the day of the report]:DAY:_default' \
'*--by-operator=[Of the commands, only those of these operators]:NAME:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(satisfaction)
_arguments "${_arguments_options[@]}" : \
'--by=[What the figures are grouped by; by default the level below the office]:GROUP:(district street community station kind theme programme)' \
'--kind=[Only claims of wishes, or only of projects]:KIND:_default' \
'--low=[Claims with this score or a lower one are listed; by default 2]:SCORE:_default' \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(programme)
_arguments "${_arguments_options[@]}" : \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(overview)
_arguments "${_arguments_options[@]}" : \
'--as-of=[The day that counts, by the dates on the records; or entry\:N, what the file contained after that entry of the log]:WHEN:_default' \
'--since=[Also what has changed from this day on, the day included, or after this entry (entry\:N)]:WHEN:_default' \
'--campaign=[The campaign; by default the one in use for quotas and their days, and all campaigns for needs]:NAME:_default' \
'--place=[Only what is in this place]:PLACE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--filled-by=[Who filled it in, as workbooks and pages say above their tables; by default the operator]:NAME:_default' \
'--phone=[The phone number of whoever filled it in]:NUMBER:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'--with-notes[In a CSV also the lines below the tables, which otherwise go to standard error]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(verify)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':file -- The report, as JSON:_default' \
&& ret=0
;;
        esac
    ;;
esac
;;
(status)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'--state=[Only those in this state, as the table shows it or in English\: 待认领, published; wishes, projects and claims]:STATE:_default' \
'--place=[Only what is in this place; members and organisations\: who is registered there]:PLACE:_default' \
'--by=[Only what this claimant holds, by name, by name and unit, by phone or by code; wishes, projects and claims]:WHO:_default' \
'--text=[Only those with these words\: of a name, a code, the content or a note, or the last four digits of a phone]:WORDS:_default' \
'--since=[Only those collected, registered or claimed on this day or later]:DAY:_default' \
'--sort=[What they are sorted by\: code, number, name, place, state, date, deadline]:ORDER:_default' \
'--limit=[List at most this many]:N:_default' \
'*--fields=[Only these columns, in this order\: their keys in JSON, or their headers]:COLUMN:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--unclaimed[Only what hangs on the wall and nobody holds; members, organisations and outsiders\: who holds nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':kind -- What is listed:(wishes projects members orgs outsiders claims places)' \
&& ret=0
;;
(find)
_arguments "${_arguments_options[@]}" : \
'--limit=[Show at most this many of each kind]:N:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::text -- A name, the last four digits of a phone or all of them, a code, a wall number, an ID number, words of the content:_default' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::code -- A code, a public code or a wall number; a name, the last four digits of a phone, or words of the content:_default' \
&& ret=0
;;
(edit)
_arguments "${_arguments_options[@]}" : \
'*--set=[A field and its new value; nothing behind the = clears it]:FIELD=VALUE:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would change and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::code -- Whose fields\: a code, a wall number, a name, the last four digits of a phone, words of the content:_default' \
&& ret=0
;;
(export)
_arguments "${_arguments_options[@]}" : \
'-o+[The file, instead of standard output (\`-\`)]:FILE:_files' \
'--output=[The file, instead of standard output (\`-\`)]:FILE:_files' \
'(--like)--encoding=[The CSV'\''s encoding\: utf8 (with a BOM) or gb18030]:ENCODING:_default' \
'--like=[A list whose layout is followed\: title rows, headers, order, encoding]:FILE:_default' \
'--sheet=[The sheet of the --like workbook]:NAME:_default' \
'--reveal=[Write phones and addresses out, and why]:REASON:_default' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':kind -- What is written:(wishes projects members orgs claims)' \
&& ret=0
;;
(alias)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_shuangwei__subcmd__alias_commands" \
"*::: :->alias" \
&& ret=0

    case $state in
    (alias)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:shuangwei-alias-command-$line[1]:"
        case $line[1] in
            (add)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The other name:_default' \
':org -- The organisation\: code, full name or alias:_default' \
&& ret=0
;;
(remove)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The other name:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(pending)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--pick[Ask on the terminal which organisation each name means; every answer is saved at once]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(log)
_arguments "${_arguments_options[@]}" : \
'()--by=[Only what was done by NAME]:NAME:_default' \
'()--command=[Only commands that begin with these words\: collect, "claim take"; also as the table has them\: 认领]:WORDS:_default' \
'()--of=[Only what changed this need, claim, member or organisation]:CODE:_default' \
'()--since=[Only from this day on]:DAY:_default' \
'()--until=[Only until this day]:DAY:_default' \
'()--limit=[List at most this many entries; 50 unless another number is given]:N:_default' \
'()--before=[Only entries older than this one\: continues a list that was cut]:ENTRY:_default' \
'(--by --command --of --since --until --limit --before)--expect=[The log head that an earlier report printed]:ENTRY:HASH:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--by --command --of --since --until --limit --before)--verify[Check that the log and every record are intact]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::entry -- Show what this entry did:_default' \
&& ret=0
;;
(undo)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--verbose[On a dry run\: every record and what changes in it, instead of sums]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::entry -- The entry, by its number in the log:_default' \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(doctor)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--fix[Close what is open to others, and finish an erasing that was cut off]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(backup)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--force)--auto[Write to the folder next to the office file and delete old copies]' \
'--force[Replace FILE if it exists]' \
'--dry-run[Say what would happen and write nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::file -- The copy:_files' \
&& ret=0
;;
(restore)
_arguments "${_arguments_options[@]}" : \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Check the backup and change nothing]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':file -- The backup:_files' \
&& ret=0
;;
(erase)
_arguments "${_arguments_options[@]}" : \
'--reason=[Why, for the log; names and numbers in it are left out]:WHY:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--dry-run[Say what would happen and change nothing]' \
'--verbose[Every cell that would go, and every spelling, however many]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::who -- The person\: a name, or the code of a member, a need or an organisation (its contact):_default' \
&& ret=0
;;
(retention)
_arguments "${_arguments_options[@]}" : \
'--months=[Due after this many months]:N:_default' \
'--format=[The format of the answer]:FORMAT:((table\:""
csv\:""
json\:""
jsonl\:"The JSON document in one line; a batch'\''s decisions in a line each before it"
md\:"Markdown"
xlsx\:""
html\:""))' \
'-o+[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--output=[Write the answer to FILE; its extension gives the format; \`-\` is standard output]:FILE:_files' \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'(--apply)--due[List what is due; the default]' \
'--apply[Erase what is due]' \
'(--due)--dry-run[Say what would happen and change nothing]' \
'--verbose[Every record, however many]' \
'--force[Replace FILE if it exists]' \
'--no-bom[Write a CSV without a byte order mark; Excel wants one]' \
'--lf[End a CSV'\''s lines with LF, not with CRLF]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'--live[Complete what is in the office file too, by asking the program; it has to be on the PATH]' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':shell -- The shell:(bash elvish fish powershell zsh)' \
&& ret=0
;;
(man)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':folder -- The folder, made if there is none:_files' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
'--db=[The office file; default\: SHUANGWEI_DB, else shuangwei.db in this folder]:FILE:_files' \
'--lang=[The language, zh or en; default\: SHUANGWEI_LANG, else the settings'\'', else the locale'\''s]:LANG:(zh en)' \
'--operator=[The operator, for the log; default\: SHUANGWEI_OPERATOR, else the settings'\'', else the system'\''s user]:NAME:_default' \
'--color=[Colours\: auto on a terminal, always, never; default\: NO_COLOR and CLICOLOR_FORCE, else the settings'\'', else auto]:WHEN:((auto\:"On a terminal, unless NO_COLOR is set"
always\:"Also in files and pipes"
never\:""))' \
'--config=[The settings\: language, operator, pack, format, color, pager; default\: shuangwei.toml beside the office file]:FILE:_files' \
'--log-file=[Append the same to FILE, with the time]:FILE:_files' \
'-q[Print only faults and errors on stderr]' \
'--quiet[Print only faults and errors on stderr]' \
'--no-pager[Show long answers on a terminal without a pager; which one\: SHUANGWEI_PAGER, else PAGER, else less]' \
'-v[Explain on stderr what is done, with which settings, and how long each step takes]' \
'--explain[Explain on stderr what is done, with which settings, and how long each step takes]' \
'-h[Print help]' \
'--help[Print help]' \
'*::words -- Which command\: collect, or claim take:_default' \
&& ret=0
;;
        esac
    ;;
esac
}

(( $+functions[_shuangwei_commands] )) ||
_shuangwei_commands() {
    local commands; commands=(
'init:Make an office file' \
'campaign:Add, list or choose campaigns' \
'quota:List or set quotas\: who owes how many claims of which kind' \
'collect:Import lists of wishes, projects, members or organisations' \
'verify:Decide which needs are real and suitable' \
'rules:Try rules, and list what they may use' \
'publish:Put verified needs on the wall and write the pack' \
'claim:Record who takes needs on, and what happens next' \
'close:Close needs that are settled and take them off the wall' \
'reopen:Reopen needs that were closed or dropped' \
'withdraw:Withdraw needs at the wish of the resident; running claims are released' \
'unfulfilled:Record needs that could not be fulfilled; running claims are released' \
'report:Report figures that open to their rows' \
'status:Show what waits at each stage, what is overdue, and what to type next' \
'list:List records\: wishes, projects, members, orgs, outsiders, claims or places' \
'find:Find a person, a wish or anything else by a name, a phone'\''s last four digits, a code or words' \
'show:Show one record\: a need with its claims and its history, a person or an organisation with what they claim, a place' \
'edit:Change fields of one record\: a wish, a project, a member, an organisation, an outsider' \
'export:Write records as a list that can be imported again' \
'alias:Give organisations the other names that lists call them by' \
'log:List what was changed, newest first' \
'undo:Take back a whole command\: an import, a batch verification, a claim' \
'check:Check the office file from end to end' \
'doctor:Check the machine\: place, rights, disk, clock, terminal' \
'backup:Copy the office file, and compare the copy with it' \
'restore:Put a backup in place of an office file that is lost' \
'erase:Remove a person\: name, phones, address, ID number' \
'retention:Erase personal data that has been kept long enough' \
'completions:Write the completion script of a shell' \
'man:Write man pages into a folder, one for each command' \
'help:Show help\: of all commands, or of the one that is named' \
    )
    _describe -t commands 'shuangwei commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__alias_commands] )) ||
_shuangwei__subcmd__alias_commands() {
    local commands; commands=(
'add:Give an organisation another name' \
'remove:Remove an alias' \
'list:List the aliases' \
'pending:List the names in lists that no organisation or alias fits' \
    )
    _describe -t commands 'shuangwei alias commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__alias__subcmd__add_commands] )) ||
_shuangwei__subcmd__alias__subcmd__add_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei alias add commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__alias__subcmd__list_commands] )) ||
_shuangwei__subcmd__alias__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei alias list commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__alias__subcmd__pending_commands] )) ||
_shuangwei__subcmd__alias__subcmd__pending_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei alias pending commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__alias__subcmd__remove_commands] )) ||
_shuangwei__subcmd__alias__subcmd__remove_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei alias remove commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__backup_commands] )) ||
_shuangwei__subcmd__backup_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei backup commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__campaign_commands] )) ||
_shuangwei__subcmd__campaign_commands() {
    local commands; commands=(
'add:Add a campaign, with both default quotas, and use it' \
'list:List the campaigns' \
'set:Set after how many days claims are stale, and wishes offered to everyone' \
'use:Choose the campaign that new needs belong to and reports count' \
    )
    _describe -t commands 'shuangwei campaign commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__campaign__subcmd__add_commands] )) ||
_shuangwei__subcmd__campaign__subcmd__add_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei campaign add commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__campaign__subcmd__list_commands] )) ||
_shuangwei__subcmd__campaign__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei campaign list commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__campaign__subcmd__set_commands] )) ||
_shuangwei__subcmd__campaign__subcmd__set_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei campaign set commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__campaign__subcmd__use_commands] )) ||
_shuangwei__subcmd__campaign__subcmd__use_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei campaign use commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__check_commands] )) ||
_shuangwei__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei check commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim_commands] )) ||
_shuangwei__subcmd__claim_commands() {
    local commands; commands=(
'take:Take published needs on, alone or jointly; only one claimant can win' \
'import:Import a list of claims' \
'wechat:Read who claims what in a WeChat sign-up (接龙) or chat' \
'suggest:Suggest who could take on what, so that as many as possible meet the quota' \
'pending:Settle claims in chats and lists that nobody could match, one by one' \
'join:Add joint claimants to a claim' \
'start:Record that the work has begun' \
'milestone:Record a milestone of a project, from the letter of intent to acceptance' \
'letter:Write letters of intent to print and sign, one for each claim' \
'card:Write the service record of members\: every claim with its day, its need, its state and what came of it' \
'remind:Write a message for each claimant or unit whose claims still run, to be pasted' \
'extend:Give a claim more time' \
'pass:Hand a claim over to somebody else' \
'complete:Record that the work is done' \
'confirm:Record that the resident or the office confirms the work' \
'release:Give a need back for a claimant, or let one leave a joint claim' \
'revoke:Revoke a claim for the organisation, or take one claimant out of it' \
'expire:Release claims that nobody has begun for too long' \
    )
    _describe -t commands 'shuangwei claim commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__card_commands] )) ||
_shuangwei__subcmd__claim__subcmd__card_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim card commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__complete_commands] )) ||
_shuangwei__subcmd__claim__subcmd__complete_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim complete commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__confirm_commands] )) ||
_shuangwei__subcmd__claim__subcmd__confirm_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim confirm commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__expire_commands] )) ||
_shuangwei__subcmd__claim__subcmd__expire_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim expire commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__extend_commands] )) ||
_shuangwei__subcmd__claim__subcmd__extend_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim extend commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__import_commands] )) ||
_shuangwei__subcmd__claim__subcmd__import_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim import commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__join_commands] )) ||
_shuangwei__subcmd__claim__subcmd__join_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim join commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__letter_commands] )) ||
_shuangwei__subcmd__claim__subcmd__letter_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim letter commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__milestone_commands] )) ||
_shuangwei__subcmd__claim__subcmd__milestone_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim milestone commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__pass_commands] )) ||
_shuangwei__subcmd__claim__subcmd__pass_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim pass commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__pending_commands] )) ||
_shuangwei__subcmd__claim__subcmd__pending_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim pending commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__release_commands] )) ||
_shuangwei__subcmd__claim__subcmd__release_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim release commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__remind_commands] )) ||
_shuangwei__subcmd__claim__subcmd__remind_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim remind commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__revoke_commands] )) ||
_shuangwei__subcmd__claim__subcmd__revoke_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim revoke commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__start_commands] )) ||
_shuangwei__subcmd__claim__subcmd__start_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim start commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__suggest_commands] )) ||
_shuangwei__subcmd__claim__subcmd__suggest_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim suggest commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__take_commands] )) ||
_shuangwei__subcmd__claim__subcmd__take_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim take commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__claim__subcmd__wechat_commands] )) ||
_shuangwei__subcmd__claim__subcmd__wechat_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei claim wechat commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__close_commands] )) ||
_shuangwei__subcmd__close_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei close commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect_commands] )) ||
_shuangwei__subcmd__collect_commands() {
    local commands; commands=(
'wishes:Residents'\'' micro-wishes\: content, wisher and place are required' \
'projects:Micro-projects\: title and place are required' \
'members:Party members'\'' rosters\: the name is required' \
'orgs:Party organisations\: the name is required' \
'places:Districts, streets, communities and stations\: columns of parts, or of paths' \
    )
    _describe -t commands 'shuangwei collect commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect__subcmd__members_commands] )) ||
_shuangwei__subcmd__collect__subcmd__members_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei collect members commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect__subcmd__orgs_commands] )) ||
_shuangwei__subcmd__collect__subcmd__orgs_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei collect orgs commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect__subcmd__places_commands] )) ||
_shuangwei__subcmd__collect__subcmd__places_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei collect places commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect__subcmd__projects_commands] )) ||
_shuangwei__subcmd__collect__subcmd__projects_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei collect projects commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__collect__subcmd__wishes_commands] )) ||
_shuangwei__subcmd__collect__subcmd__wishes_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei collect wishes commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__completions_commands] )) ||
_shuangwei__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei completions commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__doctor_commands] )) ||
_shuangwei__subcmd__doctor_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei doctor commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__edit_commands] )) ||
_shuangwei__subcmd__edit_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei edit commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__erase_commands] )) ||
_shuangwei__subcmd__erase_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei erase commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__export_commands] )) ||
_shuangwei__subcmd__export_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei export commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__find_commands] )) ||
_shuangwei__subcmd__find_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei find commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__help_commands] )) ||
_shuangwei__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei help commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__init_commands] )) ||
_shuangwei__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei init commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__list_commands] )) ||
_shuangwei__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei list commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__log_commands] )) ||
_shuangwei__subcmd__log_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei log commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__man_commands] )) ||
_shuangwei__subcmd__man_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei man commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__publish_commands] )) ||
_shuangwei__subcmd__publish_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei publish commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__quota_commands] )) ||
_shuangwei__subcmd__quota_commands() {
    local commands; commands=(
'list:List the quotas of the campaign in use' \
'set:Set a quota of the campaign in use; what no option gives stays as it is' \
    )
    _describe -t commands 'shuangwei quota commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__quota__subcmd__list_commands] )) ||
_shuangwei__subcmd__quota__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei quota list commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__quota__subcmd__set_commands] )) ||
_shuangwei__subcmd__quota__subcmd__set_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei quota set commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__reopen_commands] )) ||
_shuangwei__subcmd__reopen_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei reopen commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report_commands] )) ||
_shuangwei__subcmd__report_commands() {
    local commands; commands=(
'quota:Who has met the quota\: required, met, unmet, rate' \
'progress:How far needs have come, from collected to confirmed' \
'supply:Whether there are enough needs for those who still owe one, and when all will have claimed' \
'participation:How many members, organisations and outsiders take part' \
'ageing:How long needs wait, the worst first' \
'overdue:Needs whose day has passed before they were done' \
'activity:What happened in a period, by day and by operator' \
'satisfaction:How content residents are with what was confirmed' \
'programme:Projects and wishes of each programme, over all its campaigns' \
'overview:One page of all' \
'verify:Run a report again from its seal, and say whether the result is still the same' \
    )
    _describe -t commands 'shuangwei report commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__activity_commands] )) ||
_shuangwei__subcmd__report__subcmd__activity_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report activity commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__ageing_commands] )) ||
_shuangwei__subcmd__report__subcmd__ageing_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report ageing commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__overdue_commands] )) ||
_shuangwei__subcmd__report__subcmd__overdue_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report overdue commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__overview_commands] )) ||
_shuangwei__subcmd__report__subcmd__overview_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report overview commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__participation_commands] )) ||
_shuangwei__subcmd__report__subcmd__participation_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report participation commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__programme_commands] )) ||
_shuangwei__subcmd__report__subcmd__programme_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report programme commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__progress_commands] )) ||
_shuangwei__subcmd__report__subcmd__progress_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report progress commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__quota_commands] )) ||
_shuangwei__subcmd__report__subcmd__quota_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report quota commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__satisfaction_commands] )) ||
_shuangwei__subcmd__report__subcmd__satisfaction_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report satisfaction commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__supply_commands] )) ||
_shuangwei__subcmd__report__subcmd__supply_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report supply commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__report__subcmd__verify_commands] )) ||
_shuangwei__subcmd__report__subcmd__verify_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei report verify commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__restore_commands] )) ||
_shuangwei__subcmd__restore_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei restore commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__retention_commands] )) ||
_shuangwei__subcmd__retention_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei retention commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__rules_commands] )) ||
_shuangwei__subcmd__rules_commands() {
    local commands; commands=(
'test:Count the waiting needs that each rule decides on and matches, with five examples; change nothing' \
'fields:List the fields of a need and the functions that rules may use' \
    )
    _describe -t commands 'shuangwei rules commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__rules__subcmd__fields_commands] )) ||
_shuangwei__subcmd__rules__subcmd__fields_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei rules fields commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__rules__subcmd__test_commands] )) ||
_shuangwei__subcmd__rules__subcmd__test_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei rules test commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__show_commands] )) ||
_shuangwei__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei show commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__status_commands] )) ||
_shuangwei__subcmd__status_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei status commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__undo_commands] )) ||
_shuangwei__subcmd__undo_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei undo commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__unfulfilled_commands] )) ||
_shuangwei__subcmd__unfulfilled_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei unfulfilled commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__verify_commands] )) ||
_shuangwei__subcmd__verify_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei verify commands' commands "$@"
}
(( $+functions[_shuangwei__subcmd__withdraw_commands] )) ||
_shuangwei__subcmd__withdraw_commands() {
    local commands; commands=()
    _describe -t commands 'shuangwei withdraw commands' commands "$@"
}

if [ "$funcstack[1]" = "_shuangwei" ]; then
    _shuangwei "$@"
else
    compdef _shuangwei shuangwei
fi
