//! `man`: writes the man pages, one for each command, in the language of the run.

use std::path::PathBuf;

use clap_mangen::Man;

use crate::desk::{Context, folders};
use crate::lang::cmd as text;
use crate::model::exit::Exit;
use crate::output::file;

/// Write man pages into a folder, one for each command
///
/// shuangwei.1 is the program's, shuangwei-claim-take.1 that of claim take. In both languages: --lang en man1, --lang zh
/// zh_CN/man1. Files of these names are replaced.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder, made if there is none
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

pub fn run(args: &Args, command: clap::Command, context: &Context) -> anyhow::Result<Exit> {
    folders::check_name(&args.folder)?;
    file::private_folder(&args.folder)?;
    let mut written = 0;
    pages(command.disable_help_subcommand(true), "shuangwei", &mut |name, page| {
        written += 1;
        file::write_file(&args.folder.join(format!("{name}.1")), true, |out| Ok(out.write_all(page)?))
    })?;
    context.note(text::man_pages(written, args.folder.display()));
    Ok(Exit::Done)
}

/// Gives the page of a command and those of its subcommands to `take`, with their names.
fn pages(
    mut command: clap::Command,
    name: &str,
    take: &mut dyn FnMut(&str, &[u8]) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    // Options of every command are part of each page only once the tree is whole.
    command.build();
    let inner: Vec<clap::Command> = command.get_subcommands().filter(|inner| !inner.is_hide_set()).cloned().collect();
    let mut page = Vec::new();
    Man::new(command.name(name.to_owned())).title(name).render(&mut page)?;
    take(name, &page)?;
    for inner in inner {
        let name = format!("{name}-{}", inner.get_name());
        pages(inner, &name, take)?;
    }
    Ok(())
}
