//! A bill of materials as other programs read it: CycloneDX 1.5. The same packages give the same bytes.

use std::fs;

use anyhow::Context;
use serde_json::{Map, Value, json};

use crate::packages::{Package, Packages};

pub fn render(packages: &Packages) -> anyhow::Result<String> {
    let mut components: Vec<Value> = packages.linked.values().map(|package| component(package, "library")).collect();
    let sqlite = sqlite(packages)?;
    let mut dependencies: Vec<Value> = std::iter::once(&packages.root)
        .chain(packages.linked.values())
        .map(|one| uses(one, packages, &sqlite))
        .collect();
    dependencies.push(json!({ "ref": sqlite["bom-ref"], "dependsOn": [] }));
    components.push(sqlite);
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(&packages.root, "application") },
        "components": components,
        "dependencies": dependencies,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// The name of a package in every tool that reads bills of materials.
fn purl(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version.replace('+', "%2B"))
}

fn component(package: &Package, kind: &str) -> Value {
    let mut component = Map::new();
    component.insert("type".into(), kind.into());
    component.insert("bom-ref".into(), purl(package).into());
    component.insert("name".into(), package.name.clone().into());
    component.insert("version".into(), package.version.clone().into());
    if let Some(checksum) = &package.checksum {
        component.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    component.insert("licenses".into(), json!([{ "expression": package.license }]));
    component.insert("purl".into(), purl(package).into());
    if let Some(url) = &package.repository {
        component.insert("externalReferences".into(), json!([{ "type": "vcs", "url": url }]));
    }
    component.into()
}

/// SQLite, which a package brings along as C, and for which warnings are given under its own name and version.
fn sqlite(packages: &Packages) -> anyhow::Result<Value> {
    let brings = |package: &&Package| package.name == "libsqlite3-sys";
    let package = packages.linked.values().find(brings).context("libsqlite3-sys is not linked any more")?;
    let header = package.folder.join("sqlite3/sqlite3.h");
    let text = fs::read_to_string(&header).with_context(|| format!("{} cannot be read", header.display()))?;
    let version = text
        .lines()
        .find_map(|line| line.strip_prefix("#define SQLITE_VERSION "))
        .map(|rest| rest.trim().trim_matches('"'))
        .with_context(|| format!("{} names no version", header.display()))?;
    let purl = format!("pkg:generic/sqlite@{version}");
    Ok(json!({
        "type": "library",
        "bom-ref": purl,
        "name": "sqlite",
        "version": version,
        "licenses": [{ "expression": "blessing" }],
        "cpe": format!("cpe:2.3:a:sqlite:sqlite:{version}:*:*:*:*:*:*:*"),
        "purl": purl,
    }))
}

fn uses(package: &Package, packages: &Packages, sqlite: &Value) -> Value {
    let mut uses: Vec<Value> =
        package.uses.iter().filter_map(|id| packages.linked.get(id)).map(|used| purl(used).into()).collect();
    if package.name == "libsqlite3-sys" {
        uses.push(sqlite["bom-ref"].clone());
    }
    json!({ "ref": purl(package), "dependsOn": uses })
}
