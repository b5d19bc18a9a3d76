# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_shuangwei_global_optspecs
    string join \n db= lang= operator= q/quiet color= no-pager config= v/explain log-file= h/help V/version
end

function __fish_shuangwei_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_shuangwei_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_shuangwei_using_subcommand
    set -l cmd (__fish_shuangwei_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c shuangwei -n "__fish_shuangwei_needs_command" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_needs_command" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -s V -l version -d 'Print version'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "init" -d 'Make an office file'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "campaign" -d 'Add, list or choose campaigns'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "quota" -d 'List or set quotas: who owes how many claims of which kind'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "collect" -d 'Import lists of wishes, projects, members or organisations'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "verify" -d 'Decide which needs are real and suitable'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "rules" -d 'Try rules, and list what they may use'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "publish" -d 'Put verified needs on the wall and write the pack'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "claim" -d 'Record who takes needs on, and what happens next'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "close" -d 'Close needs that are settled and take them off the wall'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "reopen" -d 'Reopen needs that were closed or dropped'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "withdraw" -d 'Withdraw needs at the wish of the resident; running claims are released'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "unfulfilled" -d 'Record needs that could not be fulfilled; running claims are released'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "report" -d 'Report figures that open to their rows'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "status" -d 'Show what waits at each stage, what is overdue, and what to type next'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "list" -d 'List records: wishes, projects, members, orgs, outsiders, claims or places'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "find" -d 'Find a person, a wish or anything else by a name, a phone\'s last four digits, a code or words'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "show" -d 'Show one record: a need with its claims and its history, a person or an organisation with what they claim, a place'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "edit" -d 'Change fields of one record: a wish, a project, a member, an organisation, an outsider'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "export" -d 'Write records as a list that can be imported again'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "alias" -d 'Give organisations the other names that lists call them by'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "log" -d 'List what was changed, newest first'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "undo" -d 'Take back a whole command: an import, a batch verification, a claim'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "check" -d 'Check the office file from end to end'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "doctor" -d 'Check the machine: place, rights, disk, clock, terminal'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "backup" -d 'Copy the office file, and compare the copy with it'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "restore" -d 'Put a backup in place of an office file that is lost'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "erase" -d 'Remove a person: name, phones, address, ID number'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "retention" -d 'Erase personal data that has been kept long enough'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "completions" -d 'Write the completion script of a shell'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "man" -d 'Write man pages into a folder, one for each command'
complete -c shuangwei -n "__fish_shuangwei_needs_command" -f -a "help" -d 'Show help: of all commands, or of the one that is named'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l office -d 'The place of the office, from the district down: 荔湾区/金花街道' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l code -d 'The prefix of the codes of this office' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l campaign -d 'The first campaign\'s name' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l from -d 'The campaign\'s first day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l until -d 'The campaign\'s last day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l join-key -d 'The city\'s join key, for digests of ID numbers' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -s h -l help -d 'Print help'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -f -a "add" -d 'Add a campaign, with both default quotas, and use it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -f -a "list" -d 'List the campaigns'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -f -a "set" -d 'Set after how many days claims are stale, and wishes offered to everyone'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and not __fish_seen_subcommand_from add list set use" -f -a "use" -d 'Choose the campaign that new needs belong to and reports count'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l from -d 'The campaign\'s first day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l until -d 'The campaign\'s last day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l stale-after -d 'A claim that nobody has begun so many days later is stale; off by default' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l pool-after -d 'A wish that nobody has claimed so many days after it was published is offered to everyone; off by default' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand campaign; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -s h -l help -d 'Print help'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -f -a "list" -d 'List the quotas of the campaign in use'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and not __fish_seen_subcommand_from list set" -f -a "set" -d 'Set a quota of the campaign in use; what no option gives stays as it is'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l for -d 'Who owes: members or orgs' -r -f -a "members\t''
orgs\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l class -d 'The class that owes; by default in_service members, unit organisations' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l kind -d 'What is owed: wish or project; by default a wish of members, a project of organisations' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l at-least -d 'How many claims are owed; 1 for a new quota' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l counts -d 'What counts: claimed, live or finished, or completed only; claimed for a new quota' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l joint -d 'Whom a joint claim counts for: each claimant, or the lead alone; each for a new quota' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand quota; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -f -a "wishes" -d 'Residents\' micro-wishes: content, wisher and place are required'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -f -a "projects" -d 'Micro-projects: title and place are required'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -f -a "members" -d 'Party members\' rosters: the name is required'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -f -a "orgs" -d 'Party organisations: the name is required'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and not __fish_seen_subcommand_from wishes projects members orgs places" -f -a "places" -d 'Districts, streets, communities and stations: columns of parts, or of paths'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l under -d 'The place under which the lists\' place names are looked up, instead of the office\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l consent -d 'How the form asked for consent: needs with a blank consent may be published' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l campaign -d 'The campaign that the needs belong to, instead of the one in use' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l new-place -d 'Places that are not known are new, however similar their names are to existing ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l complete -d 'The lists are complete for their kind and place: list stored records that are missing in them, claimed ones first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from wishes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l under -d 'The place under which the lists\' place names are looked up, instead of the office\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l consent -d 'How the form asked for consent: needs with a blank consent may be published' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l campaign -d 'The campaign that the needs belong to, instead of the one in use' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l new-place -d 'Places that are not known are new, however similar their names are to existing ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l complete -d 'The lists are complete for their kind and place: list stored records that are missing in them, claimed ones first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from projects" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l under -d 'The place under which the lists\' place names are looked up, instead of the office\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l class -d 'The class of all members, for a roster without that column' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l new-place -d 'Places that are not known are new, however similar their names are to existing ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l new-orgs -d 'Make the organisations that the roster names and that do not exist'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l complete -d 'The lists are complete for their kind and place: list stored records that are missing in them, claimed ones first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from members" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l under -d 'The place under which the lists\' place names are looked up, instead of the office\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l class -d 'The class of all organisations, for a list without that column' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l new-place -d 'Places that are not known are new, however similar their names are to existing ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l complete -d 'The lists are complete for their kind and place: list stored records that are missing in them, claimed ones first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from orgs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l under -d 'The place under which the lists\' place names are looked up, instead of the office\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l new-place -d 'Places that are not known are new, however similar their names are to existing ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l complete -d 'The lists are complete for their kind and place: list stored records that are missing in them, claimed ones first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand collect; and __fish_seen_subcommand_from places" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l reject -d 'They are not accepted; give the reason' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l needs-info -d 'They go back to be completed; give what is missing' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l duplicate-of -d 'They are the same as this need, which is kept; their claims move there' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l rules -d 'A file of rules' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l decisions -d 'A list of decisions; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l export -d 'Write what waits as a list to print or send, to be read back with --decisions: xlsx with words to choose from, or CSV' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l reveal -d 'Show phones and addresses in full, in the list or on the terminal; give the reason' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l at-least -d 'How similar the two texts must be, from 0 to 1' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l place -d 'Only needs in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l only -d 'Use the rules on these needs only' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l limit -d 'Decide on at most this many needs, the earliest first; the rest waits for the next run' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l fail-on -d 'Exit with code 1 if a need is rejected, or held' -r -f -a "reject\t''
hold\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l time-limit -d 'Stop the rules after this many seconds' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l by -d 'Who verified, if not the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l how -d 'How it was verified: 电话, 入户, 窗口' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l on -d 'The day it was verified, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l encoding -d 'The list\'s encoding, if it cannot be detected' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l rejects -d 'The file for faulty rows of the list, instead of FILE.rejects.csv' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l all -d 'Every need that waits for verification'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l pass -d 'They are real and suitable'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l near-duplicates -d 'Show needs that nearly repeat an earlier one of the same household, wisher or community'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l everywhere -d 'Also compare with other communities'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l strict -d 'All or nothing: a fault in any row of the list means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -s h -l help -d 'Print help'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -f -a "test" -d 'Count the waiting needs that each rule decides on and matches, with five examples; change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and not __fish_seen_subcommand_from test fields" -f -a "fields" -d 'List the fields of a need and the functions that rules may use'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l place -d 'Only needs in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l only -d 'Only these needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l time-limit -d 'Stop the rules after this many seconds' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand rules; and __fish_seen_subcommand_from fields" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l to -d 'The folder of the pack; by default that of the settings, else publish' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l only -d 'Make only these: tree, cards, screen, wechat, letter, poster, list; without it all, and what the folder has already' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l place -d 'Only what belongs to this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l title -d 'The title of the pages' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l claim-url -d 'Where the QR codes of cards lead; {code} and {number} stand for the need\'s' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l submit-url -d 'Where the QR code of the poster leads: the form by which wishes are handed in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l state -d 'Cards only of these states: open, partly_claimed, claimed, fulfilled' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l on -d 'The day of publishing, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l k -d 'Show a surname only where at least so many wishers of the community have it' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l consent -d 'How the form asked for consent: needs with a blank consent are published' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l wording -d 'The text for the wall, of the one CODE given' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l reason -d 'Why they are taken down' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l export -d 'Write what is withheld as a list to fill in (.xlsx or .csv), to be read back with --decisions' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l decisions -d 'The list of --review, filled in: 结果 (通过, 退回, 不通过), 公开措辞, 征询结果; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l check -d 'Read the finished pack in FOLDER again: whether its files are as written, and whether anything private is in them' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l templates -d 'Write the templates of the pages to FOLDER; in `templates` beside the office file they take the place of ours' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l as-is -d 'The text of the CODEs given was read and may be public as it is'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l take-down -d 'Take the CODEs given down from the wall; they keep their numbers'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l review -d 'Show what is withheld and why: on a terminal one by one, else as a table'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l verbose -d 'Every need that is put up, withheld or stays down, however many'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand publish" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -s h -l help -d 'Print help'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "take" -d 'Take published needs on, alone or jointly; only one claimant can win'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "import" -d 'Import a list of claims'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "wechat" -d 'Read who claims what in a WeChat sign-up (接龙) or chat'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "suggest" -d 'Suggest who could take on what, so that as many as possible meet the quota'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "pending" -d 'Settle claims in chats and lists that nobody could match, one by one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "join" -d 'Add joint claimants to a claim'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "start" -d 'Record that the work has begun'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "milestone" -d 'Record a milestone of a project, from the letter of intent to acceptance'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "letter" -d 'Write letters of intent to print and sign, one for each claim'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "card" -d 'Write the service record of members: every claim with its day, its need, its state and what came of it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "remind" -d 'Write a message for each claimant or unit whose claims still run, to be pasted'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "extend" -d 'Give a claim more time'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "pass" -d 'Hand a claim over to somebody else'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "complete" -d 'Record that the work is done'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "confirm" -d 'Record that the resident or the office confirms the work'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "release" -d 'Give a need back for a claimant, or let one leave a joint claim'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "revoke" -d 'Revoke a claim for the organisation, or take one claimant out of it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and not __fish_seen_subcommand_from take import wechat suggest pending join start milestone letter card remind extend pass complete confirm release revoke expire" -f -a "expire" -d 'Release claims that nobody has begun for too long'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l by -d 'Who claims, the lead first: by name, by name and unit, by phone or by code' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l outsider -d 'A claimant on no roster: a firm, a charity, a neighbour' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l outsider-type -d 'What the outsider is' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l quantity -d 'How many of the quantity, instead of all that are left' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l on -d 'The day it was claimed, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l deadline -d 'The day by which it is promised' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l note -d 'An internal note' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l name-ok -d 'The claimants agreed to be named on what is published'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from take" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l set -d 'One record by hand instead of a list: FIELD is a column\'s header or its English word' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l encoding -d 'The lists\' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l delimiter -d 'The separator between cells, if it cannot be detected: comma, tab, semicolon' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l sheet -d 'The sheet to read from a workbook, or all that fit, each as a list of its own' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l quotes -d 'How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always around one cell' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l map -d 'What the lists\' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l ignore -d 'Drop the column of this header: it is neither read nor stored' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l rejects -d 'The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard error' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l recursive -d 'Also the lists in the folders below'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l skip-unreadable -d 'Report lists that cannot be read and import the others, instead of none (exit code 1)'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l ask -d 'Ask for one record on the terminal, except for fields given by --set'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l visible-only -d 'Leave out the rows that a workbook hides or filters out'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l save-map -d 'Keep the map of --map: lists with these headers are read with it from now on'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l no-map -d 'Use no saved map and ask nothing about headers: unknown columns are kept as they are'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l strict -d 'All or nothing: a fault in any row means that nothing changes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l strict-cells -d 'A cell that cannot be read keeps its whole row out, whichever field it is in'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l dry-run -d 'Show what would be new, changed, missing or faulty, and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l verbose -d 'On a dry run: every record, not only the first ones'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l outsiders -d 'Treat claimants on no roster as outsiders, whatever 认领方式 is'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l encoding -d 'The encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l take-sure -d 'Record the sure ones, in one change; the rest is asked on a terminal, else left to decide'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from wechat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l place -d 'Only people and needs of this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l for -d 'Whose quota: members\' or organisations\'' -r -f -a "members\t''
orgs\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l max-group -d 'The most people on one need, where needs are fewer than people' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l trades -d 'The office\'s own table of trades, TOML: it comes before the usual one' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l must-fit -d 'A need that asks for a trade goes only to people who have it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l take -d 'Record the claims, in one change'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from suggest" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l take -d 'The one to settle, by its number in the list; --by says who claims' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l need -d 'The need of that one, if it names none or a wrong one' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l by -d 'Who claims, the lead first: by name, by name and unit, by phone or by code' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l outsider -d 'A claimant on no roster: a firm, a charity, a neighbour' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l outsider-type -d 'What the outsider is' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l drop -d 'Those that are not claims, by their numbers in the list' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l all -d 'Also those whose need somebody else has by now'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l by -d 'Who claims, the lead first: by name, by name and unit, by phone or by code' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l outsider -d 'A claimant on no roster: a firm, a charity, a neighbour' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l outsider-type -d 'What the outsider is' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l on -d 'The day, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l by -d 'Whose claim, if the project has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l file -d 'The letter, the plan, or what shows that it is completed: its name and digest are kept' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l signed-by -d 'Who signed the letter' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l exchanged -d 'The day on which both parties exchanged the letter' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from milestone" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l place -d 'Every claim of a need of this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l kind -d 'Of all claims, only those of wishes or of projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -s o -l output -d 'The file: .html is a page to print, .docx a document for Word and WPS; `-` is the page on standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l reveal -d 'Write phones and addresses out, and why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l all -d 'Every claim'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from letter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -s o -l output -d 'The file: .html is a page to print, .docx a document for Word and WPS; `-` is the page on standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l reveal -d 'Write phones and addresses out, and why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from card" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l due-within -d 'Only claims whose deadline is within so many days, or has passed' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l by-unit -d 'One message for each unit, its members\' claims included'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l overdue -d 'Only claims whose deadline has passed'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l stale -d 'Only stale claims: not begun for as long as the campaign says'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from remind" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l deadline -d 'The day by which it is promised now' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from extend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l to -d 'Who takes over' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l all -d 'All that a joint claim has promised, instead of what one of them has'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from pass" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l note -d 'How it was done' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l cost -d 'What it cost, in yuan' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l evidence -d 'A file that shows it, such as a photo: its name and digest are kept' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l satisfaction -d 'How satisfied the resident is, from 1 to 5' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l note -d 'The comment of the resident' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l confirmed-by -d 'Who confirms it: the resident, a neighbour, the office' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l lead -d 'Who leads a joint claim from now on, instead of the next one' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l all -d 'Everyone of a joint claim, which ends it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l by -d 'Whose claim, if the need has several' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l lead -d 'Who leads a joint claim from now on, instead of the next one' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l all -d 'Everyone of a joint claim, which ends it'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l older-than -d 'Release what was claimed longer ago than this and not begun; by default the campaign\'s own limit' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l campaign -d 'Only of this campaign\'s needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand claim; and __fish_seen_subcommand_from expire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand close" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand reopen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l from-file -d 'Read the codes from FILE instead, one a line; `-` is standard input' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l reason -d 'Why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l on -d 'The day it happened, if not today' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l null -d 'The codes of --from-file end with a zero byte, not with the line'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand unfulfilled" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -s h -l help -d 'Print help'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "quota" -d 'Who has met the quota: required, met, unmet, rate'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "progress" -d 'How far needs have come, from collected to confirmed'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "supply" -d 'Whether there are enough needs for those who still owe one, and when all will have claimed'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "participation" -d 'How many members, organisations and outsiders take part'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "ageing" -d 'How long needs wait, the worst first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "overdue" -d 'Needs whose day has passed before they were done'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "activity" -d 'What happened in a period, by day and by operator'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "satisfaction" -d 'How content residents are with what was confirmed'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "programme" -d 'Projects and wishes of each programme, over all its campaigns'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "overview" -d 'One page of all'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and not __fish_seen_subcommand_from quota progress supply participation ageing overdue activity satisfaction programme overview verify" -f -a "verify" -d 'Run a report again from its seal, and say whether the result is still the same'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l by -d 'What the figures are grouped by; by default the level below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''
org\t''
programme\t''
class\t''
member\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l for -d 'Whose quota: members\' wishes or organisations\' projects; by default both' -r -f -a "members\t''
orgs\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l counts -d 'What counts, instead of what the quota says: claimed or completed' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l joint -d 'Whom a joint claim counts for, instead of what the quota says: each or lead' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l list -d 'The people or organisations themselves instead of figures' -r -f -a "unmet\t''
met\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l why -d 'Which claims of this member or organisation count, which don\'t, and why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l at-least -d 'The rate that --check requires, from 0 to 1' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l split-by -d 'A workbook of the list for each group, in the folder of --to' -r -f -a "district\t''
street\t''
community\t''
station\t''
org\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l to -d 'The folder that --split-by writes to; it must exist' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l ranked -d 'The best rate first'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l check -d 'End with exit code 1 where the overall rate is below --at-least; where nobody owes anything a warning says so'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l each -d 'With --check: the rate of each group, not that of all'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l strict -d 'With --check: also exit code 1 where nobody owes anything'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l by -d 'What the figures are grouped by; by default the level below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''
kind\t''
theme\t''
programme\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l kind -d 'Only wishes, or only projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from progress" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l by -d 'The level of places that the figures are grouped by; by default the one below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l pace-days -d 'The days before the as-of day that the pace is taken from' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l pool-after -d 'How long is too long, in days after publishing; by default the campaign\'s own limit' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l pool -d 'Only the wishes that nobody has claimed for too long, which are offered to everyone'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from supply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l by -d 'Also by programme, or by the place of the need; classes are always listed' -r -f -a "class\t''
district\t''
street\t''
community\t''
programme\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l kind -d 'Only claims of wishes, or only of projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l from -d 'Only claims of this day or later; by default the campaign\'s first day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l until -d 'Only claims of this day or earlier; by default the campaign\'s last day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from participation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l by -d 'What the figures are grouped by; by default the level below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''
kind\t''
theme\t''
programme\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l kind -d 'Only wishes, or only projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l most -d 'How many of those that have waited longest are named' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from ageing" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l by -d 'What the figures are grouped by; by default the level below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''
kind\t''
theme\t''
programme\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l kind -d 'Only wishes, or only projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l most -d 'How many of those that are furthest beyond their day are named' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l split-by -d 'A workbook of the overdue claims for each organisation, in the folder of --to' -r -f -a "org\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l to -d 'The folder that --split-by writes to; it must exist' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overdue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l from -d 'The first day; by default the last seven days are listed' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l until -d 'The last day; by default the day of the report' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l by-operator -d 'Of the commands, only those of these operators' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from activity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l by -d 'What the figures are grouped by; by default the level below the office' -r -f -a "district\t''
street\t''
community\t''
station\t''
kind\t''
theme\t''
programme\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l kind -d 'Only claims of wishes, or only of projects' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l low -d 'Claims with this score or a lower one are listed; by default 2' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from satisfaction" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from programme" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l as-of -d 'The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l since -d 'Also what has changed from this day on, the day included, or after this entry (entry:N)' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l campaign -d 'The campaign; by default the one in use for quotas and their days, and all campaigns for needs' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l place -d 'Only what is in this place' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l filled-by -d 'Who filled it in, as workbooks and pages say above their tables; by default the operator' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l phone -d 'The phone number of whoever filled it in' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l with-notes -d 'In a CSV also the lines below the tables, which otherwise go to standard error'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from overview" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand report; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l state -d 'Only those in this state, as the table shows it or in English: 待认领, published; wishes, projects and claims' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l place -d 'Only what is in this place; members and organisations: who is registered there' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l by -d 'Only what this claimant holds, by name, by name and unit, by phone or by code; wishes, projects and claims' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l text -d 'Only those with these words: of a name, a code, the content or a note, or the last four digits of a phone' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l since -d 'Only those collected, registered or claimed on this day or later' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l sort -d 'What they are sorted by: code, number, name, place, state, date, deadline' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l limit -d 'List at most this many' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l fields -d 'Only these columns, in this order: their keys in JSON, or their headers' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l unclaimed -d 'Only what hangs on the wall and nobody holds; members, organisations and outsiders: who holds nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l limit -d 'Show at most this many of each kind' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l set -d 'A field and its new value; nothing behind the = clears it' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l dry-run -d 'Say what would change and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -s o -l output -d 'The file, instead of standard output (`-`)' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l encoding -d 'The CSV\'s encoding: utf8 (with a BOM) or gb18030' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l like -d 'A list whose layout is followed: title rows, headers, order, encoding' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l sheet -d 'The sheet of the --like workbook' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l reveal -d 'Write phones and addresses out, and why' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -f -a "add" -d 'Give an organisation another name'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -f -a "remove" -d 'Remove an alias'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -f -a "list" -d 'List the aliases'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and not __fish_seen_subcommand_from add remove list pending" -f -a "pending" -d 'List the names in lists that no organisation or alias fits'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l pick -d 'Ask on the terminal which organisation each name means; every answer is saved at once'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand alias; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l by -d 'Only what was done by NAME' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l command -d 'Only commands that begin with these words: collect, "claim take"; also as the table has them: 认领' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l of -d 'Only what changed this need, claim, member or organisation' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l since -d 'Only from this day on' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l until -d 'Only until this day' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l limit -d 'List at most this many entries; 50 unless another number is given' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l before -d 'Only entries older than this one: continues a list that was cut' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l expect -d 'The log head that an earlier report printed' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l verify -d 'Check that the log and every record are intact'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l verbose -d 'On a dry run: every record and what changes in it, instead of sums'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand undo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l fix -d 'Close what is open to others, and finish an erasing that was cut off'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l auto -d 'Write to the folder next to the office file and delete old copies'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l dry-run -d 'Say what would happen and write nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l dry-run -d 'Check the backup and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l reason -d 'Why, for the log; names and numbers in it are left out' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l verbose -d 'Every cell that would go, and every spelling, however many'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand erase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l months -d 'Due after this many months' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l format -d 'The format of the answer' -r -f -a "table\t''
csv\t''
json\t''
jsonl\t'The JSON document in one line; a batch\'s decisions in a line each before it'
md\t'Markdown'
xlsx\t''
html\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -s o -l output -d 'Write the answer to FILE; its extension gives the format; `-` is standard output' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l due -d 'List what is due; the default'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l apply -d 'Erase what is due'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l dry-run -d 'Say what would happen and change nothing'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l verbose -d 'Every record, however many'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l force -d 'Replace FILE if it exists'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l no-bom -d 'Write a CSV without a byte order mark; Excel wants one'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l lf -d 'End a CSV\'s lines with LF, not with CRLF'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand retention" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l live -d 'Complete what is in the office file too, by asking the program; it has to be on the PATH'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l db -d 'The office file; default: SHUANGWEI_DB, else shuangwei.db in this folder' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l lang -d 'The language, zh or en; default: SHUANGWEI_LANG, else the settings\', else the locale\'s' -r -f -a "zh\t''
en\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l operator -d 'The operator, for the log; default: SHUANGWEI_OPERATOR, else the settings\', else the system\'s user' -r
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l color -d 'Colours: auto on a terminal, always, never; default: NO_COLOR and CLICOLOR_FORCE, else the settings\', else auto' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Also in files and pipes'
never\t''"
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l config -d 'The settings: language, operator, pack, format, color, pager; default: shuangwei.toml beside the office file' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l log-file -d 'Append the same to FILE, with the time' -r -F
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -s q -l quiet -d 'Print only faults and errors on stderr'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -l no-pager -d 'Show long answers on a terminal without a pager; which one: SHUANGWEI_PAGER, else PAGER, else less'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -s v -l explain -d 'Explain on stderr what is done, with which settings, and how long each step takes'
complete -c shuangwei -n "__fish_shuangwei_using_subcommand help" -s h -l help -d 'Print help'
