//! What is handed out: the packages hold all they should, and the first day can be spent with each that runs here. They are
//! made of the program that is tested; the one for Windows of a stand-in, and the other processor's is left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::examples::without_random;
use crate::parts;

const PROGRAM: &str = env!("CARGO_BIN_EXE_shuangwei");
/// The targets that something is handed out for.
const TARGETS: [&str; 3] = ["x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl", "x86_64-pc-windows-gnu"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn ok(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    assert!(output.status.success(), "{command:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root());
    cargo
}

/// The packages of one run, and what the run printed.
struct Packages {
    folder: PathBuf,
    run: Output,
}

impl Packages {
    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("shuangwei-{}{ending}", env!("CARGO_PKG_VERSION")))
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"))
    }
}

/// The packages, made once; none where a part of the machine is missing, which has been printed then.
fn packages() -> Option<&'static Packages> {
    static PACKAGES: OnceLock<Option<Packages>> = OnceLock::new();
    PACKAGES.get_or_init(make_packages).as_ref()
}

fn make_packages() -> Option<Packages> {
    if Command::new("dpkg-deb").arg("--version").output().is_err() {
        parts::missing("dpkg-deb", "it opens a package", "apt install dpkg", false);
        return None;
    }
    if cargo().args(["deb", "--version"]).output().is_ok_and(|output| !output.status.success()) {
        parts::missing("cargo-deb", "it makes a package", "cargo install --locked cargo-deb", false);
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(folder.join("bin")).unwrap();
    let exe = folder.join("bin/stand-in.exe");
    fs::write(&exe, "MZ").unwrap();
    // Without its debug information it is packed in a fifth of the time.
    let program = folder.join("bin/stripped");
    ok(Command::new("strip").arg("-o").arg(&program).arg(PROGRAM));
    let bin = without_other_targets(&folder);
    let out = folder.join("out");
    let mut build = Command::new("bash");
    build.arg(root().join("dist/build.sh")).env("PROFILE", "dev").env("BINARY", program).env("EXE", exe);
    build.env("OUT", &out).env("PATH", bin).env_remove("ONLY").env_remove("SHUANGWEI_LANG");
    let run = build.output().unwrap();
    Some(Packages { folder: out, run })
}

/// A PATH on which the compiler has no library for another machine.
fn without_other_targets(folder: &Path) -> String {
    let sysroot = ok(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()));
    let bare = folder.join("sysroot");
    fs::create_dir_all(bare.join("lib")).unwrap();
    std::os::unix::fs::symlink(Path::new(sysroot.trim()).join("share"), bare.join("share")).unwrap();
    let compiler = Path::new(sysroot.trim()).join("bin/rustc");
    let script = format!(
        "#!/bin/sh\n[ \"$*\" = '--print sysroot' ] && {{ echo '{}'; exit; }}\nexec '{}' \"$@\"\n",
        bare.display(),
        compiler.display()
    );
    fs::write(folder.join("bin/rustc"), script).unwrap();
    ok(Command::new("chmod").arg("755").arg(folder.join("bin/rustc")));
    format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap())
}

/// Spends the first day of the README with a program and the lists that came with it.
fn spend_first_day(program: &Path, examples: &Path) {
    let mut day = Command::new("sh");
    day.arg(examples.join("first-day.sh"))
        .env_remove("SHUANGWEI")
        .env_remove("SHUANGWEI_DB")
        .env("SHUANGWEI_LANG", "zh");
    let folder = program.parent().unwrap().display().to_string();
    day.env("PATH", format!("{folder}:{}", std::env::var("PATH").unwrap()));
    let printed: String = ok(&mut day).lines().map(|line| without_random(line) + "\n").collect();
    let expected = fs::read_to_string(root().join("tests/transcripts/first-day.txt")).unwrap();
    assert!(printed == expected, "{}: another first day than that of the checkout:\n{printed}", program.display());
}

#[test]
fn what_cannot_be_made_here_is_reported_and_the_rest_is_made() {
    let Some(packages) = packages() else { return };
    let answer = text(&packages.run.stderr);
    assert_eq!(packages.run.status.code(), Some(1), "{answer}");
    let printed: Vec<&str> = answer.lines().filter(|line| line.contains("was not made")).collect();
    let way_out = "rustup target add aarch64-unknown-linux-musl";
    assert!(printed.len() == 1 && printed[0].contains("linux-arm64") && printed[0].ends_with(way_out), "{answer}");
    for ending in ["-windows-x64.zip", "-linux-x64.tar.gz", "-linux-x64.deb", ".cdx.json"] {
        assert!(packages.path(ending).is_file(), "{ending}: {answer}");
    }
    assert!(!packages.path("-linux-arm64.tar.gz").exists());
}

#[test]
fn archive_for_linux_is_all_that_the_first_day_needs() {
    let Some(packages) = packages() else { return };
    let folder = tempfile::tempdir().unwrap();
    ok(Command::new("tar").arg("-C").arg(folder.path()).arg("-xzf").arg(packages.path("-linux-x64.tar.gz")));
    let inside = folder.path().join(format!("shuangwei-{}-linux-x64", env!("CARGO_PKG_VERSION")));
    for name in ["README.md", "LICENSE", "THIRD-PARTY.md", "rust-library.html", "shuangwei.cdx.json", "docs/手册.html"]
    {
        assert!(inside.join(name).is_file(), "{name}");
    }
    spend_first_day(&inside.join("shuangwei"), &inside.join("examples"));
}

#[test]
fn package_for_debian_puts_everything_where_it_is_looked_for() {
    let Some(packages) = packages() else { return };
    let folder = tempfile::tempdir().unwrap();
    ok(Command::new("dpkg-deb").arg("-x").arg(packages.path("-linux-x64.deb")).arg(folder.path()));
    let usr = folder.path().join("usr");
    let share = usr.join("share");
    for name in [
        "man/man1/shuangwei.1.gz",
        "man/man1/shuangwei-claim-take.1.gz",
        "man/zh_CN/man1/shuangwei-claim-take.1.gz",
        "bash-completion/completions/shuangwei",
        "fish/vendor_completions.d/shuangwei.fish",
        "zsh/vendor-completions/_shuangwei",
        "doc/shuangwei/copyright",
        "doc/shuangwei/THIRD-PARTY.md",
        "doc/shuangwei/rust-library.html",
        "doc/shuangwei/docs/手册.html",
    ] {
        assert!(share.join(name).is_file(), "{name}");
    }
    let page = ok(Command::new("gzip").arg("-dc").arg(share.join("man/zh_CN/man1/shuangwei-claim-take.1.gz")));
    assert!(page.contains("认领"), "{page}");
    assert!(
        fs::read_to_string(share.join("doc/shuangwei/copyright")).unwrap().contains("Permission is hereby granted")
    );
    spend_first_day(&usr.join("bin/shuangwei"), &share.join("doc/shuangwei/examples"));
}

#[test]
fn zip_for_windows_opens_with_names_and_lists_as_a_clerk_reads_them() {
    let Some(packages) = packages() else { return };
    let bytes = fs::read(packages.path("-windows-x64.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let top = format!("shuangwei-{}-windows-x64", env!("CARGO_PKG_VERSION"));
    for name in
        ["shuangwei.exe", "手册.html", "卡片.html", "例表/wishes.csv", "许可证/LICENSE.txt", "许可证/THIRD-PARTY.md"]
    {
        assert!(archive.index_for_name(&format!("{top}/{name}")).is_some(), "{name}");
    }
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        // Bit 11 of the flags, eight bytes into each entry of the directory, says that a name is UTF-8.
        let entry = usize::try_from(file.central_header_start()).unwrap();
        assert!(name.is_ascii() || bytes[entry + 9] & 0b1000 != 0, "{name} is not marked as UTF-8");
        if name.ends_with(".csv") {
            let mut list = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut list).unwrap();
            // Excel takes a list without the mark for GBK.
            assert!(list.starts_with(b"\xef\xbb\xbf") || std::str::from_utf8(&list).is_err(), "{name}");
        }
    }
}

#[test]
fn digests_are_those_of_the_files() {
    let Some(packages) = packages() else { return };
    let mut listed = BTreeSet::new();
    for line in packages.read("SHA256SUMS").lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        let bytes = fs::read(packages.folder.join(name)).unwrap();
        let real: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, real, "{name}");
        listed.insert(name.to_owned());
    }
    let there = fs::read_dir(&packages.folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(listed, there.filter(|name| name != "SHA256SUMS").collect());
}

/// The packages that cargo links into the program for some target, each as its name and version.
fn linked() -> BTreeSet<(String, String)> {
    let mut linked = BTreeSet::new();
    for target in TARGETS {
        let edges = ["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
        for line in ok(cargo().args(edges).args(["--target", target])).lines() {
            let (name, rest) = line.split_once(" v").unwrap();
            linked.insert((name.to_owned(), rest.split(' ').next().unwrap().to_owned()));
        }
    }
    assert!(linked.remove(&("shuangwei".to_owned(), env!("CARGO_PKG_VERSION").to_owned())));
    assert!(linked.len() > 100, "{linked:?}");
    linked
}

#[test]
fn notices_name_every_package_that_is_linked_with_its_licence() {
    let Some(packages) = packages() else { return };
    let notices = packages.read("THIRD-PARTY.md");
    let (list, texts) = notices.split_once("\n## Texts\n").unwrap();
    let named: BTreeSet<(String, String)> = list
        .lines()
        .filter_map(|line| line.strip_prefix("- ")?.split_once(": ")?.0.split_once(' '))
        .map(|(name, version)| (name.to_owned(), version.to_owned()))
        .collect();
    let linked = linked();
    assert_eq!(linked.difference(&named).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    for (name, version) in &linked {
        let has_text =
            texts.lines().any(|line| line.starts_with("### ") && line.contains(&format!("{name} {version}")));
        let line = list.lines().find(|line| line.starts_with(&format!("- {name} {version}: "))).unwrap();
        assert!(has_text || line.contains("hands on no text"), "{line}");
    }
    assert!(texts.contains("Permission is hereby granted") && texts.contains("Apache License"));
    assert!(texts.contains("Daan Leijen"), "the allocator in C has a licence of its own");
}

#[test]
fn bill_of_materials_has_every_package_that_is_linked_and_what_it_uses() {
    let Some(packages) = packages() else { return };
    let bill: Value = serde_json::from_str(&fs::read_to_string(packages.path(".cdx.json")).unwrap()).unwrap();
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    let word = |component: &Value, key: &str| component[key].as_str().unwrap().to_owned();
    let components = bill["components"].as_array().unwrap();
    let named: BTreeSet<_> = components.iter().map(|one| (word(one, "name"), word(one, "version"))).collect();
    let mut expected = linked();
    let sqlite = components.iter().find(|one| one["name"] == "sqlite").unwrap();
    expected.insert(("sqlite".to_owned(), word(sqlite, "version")));
    assert_eq!(named, expected);
    // What one package uses is one of the others.
    let known: BTreeSet<String> = components.iter().map(|one| word(one, "bom-ref")).collect();
    let mut arrows = 0;
    for one in bill["dependencies"].as_array().unwrap() {
        for used in one["dependsOn"].as_array().unwrap() {
            assert!(known.contains(used.as_str().unwrap()), "{used}");
            arrows += 1;
        }
    }
    assert!(arrows > components.len());
    let checked = components.iter().filter(|one| one["hashes"][0]["alg"] == "SHA-256").count();
    assert_eq!(checked, components.len() - 1, "all but SQLite are known by the digest in Cargo.lock");
}

/// The manual as a page has no link that leads nowhere, and asks nothing of the network.
#[test]
fn manual_as_a_page_leads_somewhere_with_every_link() {
    let Some(packages) = packages() else { return };
    let folder = tempfile::tempdir().unwrap();
    ok(Command::new("tar").arg("-C").arg(folder.path()).arg("-xzf").arg(packages.path("-linux-x64.tar.gz")));
    let docs = folder.path().join(format!("shuangwei-{}-linux-x64/docs", env!("CARGO_PKG_VERSION")));
    let page = fs::read_to_string(docs.join("手册.html")).unwrap();
    assert!(page.contains("<title>双微手册</title>") && page.contains("<table>") && !page.contains("<!-- "));
    let targets: Vec<String> =
        page.split("href=\"").skip(1).map(|rest| plain(rest.split('"').next().unwrap())).collect();
    assert!(targets.len() >= 5, "{targets:?}");
    for target in targets {
        let leads = match target.strip_prefix('#') {
            Some(name) => page.contains(&format!("id=\"{name}\"")),
            None => docs.join(&target).is_file(),
        };
        assert!(leads, "{target}");
    }
    assert!(!page.contains("src=") && !page.contains("http"), "something would be loaded");
}

/// A link without its percent signs.
fn plain(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn source_package_has_what_is_built_tested_and_read_and_nothing_else() {
    let listed = ok(cargo().args(["package", "--list", "--locked", "--allow-dirty"]));
    let files = [
        ".cargo/config.toml",
        ".cargo_vcs_info.json",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "Cargo.toml.orig",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "build.rs",
    ];
    let folders = ["benches/", "completions/", "docs/", "examples/", "src/", "tests/"];
    for name in listed.lines() {
        let is_wanted = files.contains(&name) || folders.iter().any(|folder| name.starts_with(folder));
        assert!(is_wanted && !name.contains(".db"), "{name} does not belong into the source package");
    }
    for name in files.iter().filter(|name| !name.starts_with(".cargo_vcs")) {
        assert!(listed.lines().any(|line| line == *name), "{name}");
    }
    for folder in folders {
        assert!(listed.lines().any(|line| line.starts_with(folder)), "{folder}");
    }
}
