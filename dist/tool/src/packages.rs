//! Which packages are linked into the program: asked of cargo, for one target at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

/// A package as its manifest describes it.
pub struct Package {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub license: String,
    pub authors: Vec<String>,
    pub repository: Option<String>,
    pub folder: PathBuf,
    /// SHA-256 of the archive it came in, from Cargo.lock.
    pub checksum: Option<String>,
    /// The ids of the linked packages that it uses.
    pub uses: BTreeSet<String>,
}

/// The program and what is linked into it, by cargo's ids.
pub struct Packages {
    pub root: Package,
    pub linked: BTreeMap<String, Package>,
}

impl Packages {
    /// The packages that are linked for at least one of the targets.
    pub fn linked_for(targets: &[&str]) -> anyhow::Result<Packages> {
        let checksums = checksums(&fs::read_to_string("Cargo.lock").context("Cargo.lock cannot be read")?);
        let mut found: BTreeMap<String, Package> = BTreeMap::new();
        let mut root_id = String::new();
        for target in targets {
            let metadata = metadata(target)?;
            root_id = text(&metadata["resolve"], "root")?;
            let linked = linked(&metadata, target)?;
            for id in &linked {
                let mut package = match found.remove(id) {
                    Some(known) => known,
                    None => package(&metadata, id, &checksums)?,
                };
                package.uses.extend(uses(&metadata, id).filter(|used| linked.contains(used)));
                found.insert(id.clone(), package);
            }
        }
        let root = found.remove(&root_id).context("cargo does not tell the program's own package")?;
        Ok(Packages { root, linked: found })
    }
}

fn cargo(arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo).args(arguments).output().context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

fn metadata(target: &str) -> anyhow::Result<Value> {
    let answer = cargo(&["metadata", "--locked", "--format-version", "1", "--filter-platform", target])?;
    serde_json::from_slice(&answer).with_context(|| format!("what cargo metadata says for {target}"))
}

/// The ids of the program and of every package that is linked into it. What only builds or tests it, and what only runs inside
/// the compiler, is not part of what is handed out: `cargo tree` leaves it out, while the features of `cargo metadata` are
/// those of the tests too.
fn linked(metadata: &Value, target: &str) -> anyhow::Result<BTreeSet<String>> {
    let edges = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--target", target];
    let tree = String::from_utf8(cargo(&[["tree", "--locked"].as_slice(), &edges].concat())?)?;
    // A line is `name v1.2.3`, and for the program itself its folder.
    let names: BTreeSet<(&str, &str)> =
        tree.lines().filter_map(|line| line.split_once(" v")).map(|(name, rest)| (name, first_word(rest))).collect();
    let ids = array(&metadata["packages"]).filter_map(|package| {
        let name = (package["name"].as_str()?, package["version"].as_str()?);
        names.contains(&name).then(|| package["id"].as_str().map(str::to_owned))?
    });
    let ids: BTreeSet<String> = ids.collect();
    if ids.len() != names.len() {
        bail!("cargo tree names {} packages for {target}, and cargo metadata {} of them", names.len(), ids.len());
    }
    Ok(ids)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// The ids of the packages that a package uses when it runs.
fn uses(metadata: &Value, id: &str) -> impl Iterator<Item = String> {
    array(&metadata["resolve"]["nodes"])
        .filter(move |node| node["id"] == id)
        .flat_map(|node| array(&node["deps"]))
        .filter(|dependency| array(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()))
        .filter_map(|dependency| dependency["pkg"].as_str().map(str::to_owned))
}

fn package(metadata: &Value, id: &str, checksums: &BTreeMap<(String, String), String>) -> anyhow::Result<Package> {
    let package = array(&metadata["packages"])
        .find(|package| package["id"] == id)
        .with_context(|| format!("cargo does not describe {id}"))?;
    let (name, version) = (text(package, "name")?, text(package, "version")?);
    let license = package["license"].as_str().with_context(|| format!("{name} {version} names no licence"))?;
    let manifest = text(package, "manifest_path")?;
    let folder = Path::new(&manifest).parent().context("a manifest lies in a folder")?.to_owned();
    Ok(Package {
        // Older manifests write a slash.
        license: license.replace('/', " OR "),
        authors: array(&package["authors"]).filter_map(Value::as_str).map(str::to_owned).collect(),
        repository: package["repository"].as_str().map(str::to_owned),
        checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
        uses: BTreeSet::new(),
        name,
        version,
        folder,
    })
}

/// The checksum of each package of a Cargo.lock, by its name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |block: &str, key: &str| {
        let prefix = format!("{key} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(prefix.as_str()))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    lock.split("[[package]]")
        .filter_map(|block| Some(((value(block, "name")?, value(block, "version")?), value(block, "checksum")?)))
        .collect()
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value, key: &str) -> anyhow::Result<String> {
    value[key].as_str().map(str::to_owned).with_context(|| format!("cargo metadata has no {key}"))
}
