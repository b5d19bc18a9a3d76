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
            for (id, uses) in linked(&metadata, &root_id)? {
                let package = match found.remove(&id) {
                    Some(known) => known,
                    None => package(&metadata, &id, &checksums)?,
                };
                let uses = package.uses.union(&uses).cloned().collect();
                found.insert(id, Package { uses, ..package });
            }
        }
        let root = found.remove(&root_id).context("cargo does not tell the program's own package")?;
        Ok(Packages { root, linked: found })
    }
}

fn metadata(target: &str) -> anyhow::Result<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let output = Command::new(cargo).args(arguments).output().context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("cargo metadata for {target}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("what cargo metadata says for {target}"))
}

/// The program and every package that is linked into it, each with those it uses. What only builds it, and what only runs
/// inside the compiler, is not part of what is handed out.
fn linked(metadata: &Value, root: &str) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let nodes: BTreeMap<&str, &Value> =
        array(&metadata["resolve"]["nodes"]).filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let macros: BTreeSet<&str> = array(&metadata["packages"])
        .filter(|package| {
            array(&package["targets"]).any(|target| array(&target["kind"]).any(|kind| kind == "proc-macro"))
        })
        .filter_map(|package| package["id"].as_str())
        .collect();
    let (mut found, mut open) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(id) = open.pop() {
        if found.contains_key(&id) {
            continue;
        }
        let node = nodes.get(id.as_str()).with_context(|| format!("cargo does not resolve {id}"))?;
        let uses: BTreeSet<String> = array(&node["deps"])
            .filter(|dependency| array(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()))
            .filter_map(|dependency| dependency["pkg"].as_str())
            .filter(|id| !macros.contains(id))
            .map(str::to_owned)
            .collect();
        open.extend(uses.iter().cloned());
        found.insert(id, uses);
    }
    Ok(found)
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
