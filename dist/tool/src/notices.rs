//! Whose work is inside the program, under which licence, with the texts that the licences want handed on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::packages::{Package, Packages};

/// What the compiler adds, which cargo does not know as packages.
const RUNTIMES: &str = include_str!("runtimes.md");

/// Code in C that lies inside a package under a licence of its own, below the package's folder.
const BUNDLED: &[(&str, &str)] = &[("libmimalloc-sys", "c_src/mimalloc/v3/LICENSE")];

pub fn render(packages: &Packages) -> anyhow::Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list = String::new();
    for package in packages.linked.values() {
        let found = license_texts(package)?;
        list.push_str(&line(package, found.is_empty()));
        for text in found {
            texts.entry(text).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    let mut document = format!(
        "# Third-party notices\n\nThe packages that {} {} is linked with, each with its licence. The texts follow, each \
         once.\n\n{list}\n{RUNTIMES}\n## Texts\n",
        packages.root.name, packages.root.version
    );
    let mut texts: Vec<(String, Vec<String>)> = texts.into_iter().collect();
    texts.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
    for (text, mut users) in texts {
        users.dedup();
        document.push_str(&format!("\n### {}\n\n```text\n{text}\n```\n", users.join(", ")));
    }
    Ok(document)
}

fn line(package: &Package, has_no_text: bool) -> String {
    let source = package.repository.as_deref().map(|url| format!(", <{url}>")).unwrap_or_default();
    let authors = match (has_no_text, package.authors.is_empty()) {
        (false, _) => String::new(),
        (true, true) => " (hands on no text of its licence)".to_owned(),
        (true, false) => format!(" (hands on no text of its licence; by {})", package.authors.join(", ")),
    };
    format!("- {} {}: {}{source}{authors}\n", package.name, package.version, package.license)
}

/// The texts that a package hands on, without what differs only in its line ends and margins.
fn license_texts(package: &Package) -> anyhow::Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(&package.folder)
        .with_context(|| format!("the source of {} is not here: cargo fetch --locked", package.name))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_license(name) && package.folder.join(name).is_file())
        .collect();
    names.sort();
    let bundled = BUNDLED.iter().filter(|(name, _)| *name == package.name).map(|(_, path)| (*path).to_owned());
    names.extend(bundled);
    names.iter().map(|name| read(&package.folder.join(name))).collect()
}

fn is_license(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_code = [".rs", ".toml", ".html"].iter().any(|ending| name.ends_with(ending));
    !is_code
        && ["license", "licence", "unlicense", "copying", "copyright", "notice"]
            .iter()
            .any(|word| name.starts_with(word))
}

fn read(path: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').replace("```", "'''"))
}
