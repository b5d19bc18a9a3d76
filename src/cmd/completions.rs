//! `completions`: writes a shell's completion script. The live one asks the program itself for what begins like the word
//! that is being typed: commands and options, and codes, places and names of the office file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::builder::StyledStr;
use clap_complete::Shell;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter};
use clap_complete::env::{CompleteEnv, Shells};

use crate::desk::completing::{self, Wanted};
use crate::model::exit::Exit;
use crate::output;
use crate::store::completing::Among;

/// Write the completion script of a shell
///
/// With --live the shell asks the program: it completes wall numbers, codes, places and names from the office file too.
/// To make it permanent, add the line to ~/.bashrc, ~/.zshrc, ~/.config/fish/config.fish, or $PROFILE of PowerShell:
///
///   bash, zsh: source <(shuangwei completions bash --live)
///
///   fish: shuangwei completions fish --live | source
///
///   PowerShell: shuangwei completions powershell --live | Out-String | Invoke-Expression
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
    /// Complete what is in the office file too, by asking the program; it has to be on the PATH
    #[arg(long)]
    pub live: bool,
}

pub fn run(args: &Args, mut command: clap::Command) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    if args.live {
        let shells = Shells::builtins();
        if let Some(shell) = shells.completer(&args.shell.to_string()) {
            shell.write_registration(VARIABLE, NAME, NAME, NAME, &mut script)?;
        }
    } else {
        clap_complete::generate(args.shell, &mut command, NAME, &mut script);
    }
    output::print(script)?;
    Ok(Exit::Done)
}

const NAME: &str = "shuangwei";
/// By this variable a shell says that it wants words to complete to, and which shell it is.
const VARIABLE: &str = "COMPLETE";

/// Whether a shell has asked for words, which have been written then. `tree` is built only for one.
pub fn has_answered_shell(tree: impl Fn() -> clap::Command) -> bool {
    let Some(shell) = std::env::var_os(VARIABLE) else { return false };
    let name = Path::new(&shell).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    // The name is anybody's: what is not a shell's is not meant for us.
    if Shells::builtins().completer(&name).is_none() {
        return false;
    }
    let folder = std::env::current_dir().ok();
    CompleteEnv::with_factory(tree).completer(NAME).try_complete(std::env::args_os(), folder.as_deref()).unwrap_or(true)
}

/// The tree whose arguments know what may stand in them, in the office file at this path.
pub fn with_offers(tree: clap::Command, office_file: &Path) -> clap::Command {
    fn below(command: clap::Command, path: &str, office_file: &Path) -> clap::Command {
        command.mut_args(|arg| with_offer(arg, path, office_file)).mut_subcommands(|sub| {
            let path = format!("{path} {}", sub.get_name());
            below(sub, path.trim(), office_file)
        })
    }
    below(tree, "", office_file)
}

fn with_offer(arg: clap::Arg, path: &str, office_file: &Path) -> clap::Arg {
    if !arg.get_possible_values().is_empty() {
        return arg;
    }
    let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    let wanted = match name.as_str() {
        "CODE" if path != "init" => Wanted::Needs(among(path)),
        "WHO" => Wanted::Claimants,
        "PLACE" => Wanted::Places,
        "FILE" if is_list(path) && arg.is_positional() => {
            return arg.add(ArgValueCompleter::new(PathCompleter::file().filter(is_list_file).stdio()));
        }
        _ => return arg,
    };
    let office_file: PathBuf = office_file.to_owned();
    arg.add(ArgValueCompleter::new(move |begin: &OsStr| {
        let offers = completing::offers(&office_file, wanted, &begin.to_string_lossy());
        let candidate =
            |(word, what): completing::Offer| CompletionCandidate::new(word).help(what.map(StyledStr::from));
        offers.into_iter().map(candidate).collect::<Vec<_>>()
    }))
}

/// The needs that a command can be about.
fn among(path: &str) -> Among {
    match path {
        "verify" => Among::Waiting,
        "claim take" => Among::ToClaim,
        _ if path.starts_with("claim ") => Among::Held,
        _ => Among::All,
    }
}

fn is_list(path: &str) -> bool {
    path.starts_with("collect ") || path == "claim import"
}

/// Lists by their usual names; by any other name they are read as well.
fn is_list_file(path: &Path) -> bool {
    const LISTS: [&str; 10] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "fods", "html", "htm"];
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|extension| LISTS.contains(&extension.as_str()))
}
