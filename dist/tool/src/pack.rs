//! A folder as a zip that Windows opens with Chinese names: they are in UTF-8 and marked so, which the usual `zip` does only
//! where a certain locale is installed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs the folder, under its own name, into a file. `day` (2026-11-29) is the day of everything inside.
pub fn pack(folder: &str, to: &str, day: &str) -> anyhow::Result<()> {
    let folder = Path::new(folder);
    let above = folder.parent().with_context(|| format!("{} has no name", folder.display()))?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(date(day)?);
    let mut archive = ZipWriter::new(File::create(to).with_context(|| format!("{to} cannot be written"))?);
    for path in files(folder)? {
        let name = path.strip_prefix(above)?.to_str().with_context(|| format!("{} is not UTF-8", path.display()))?;
        archive.start_file(name, options)?;
        let mut file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        io::copy(&mut file, &mut archive).with_context(|| format!("{to} cannot be written"))?;
    }
    archive.finish().with_context(|| format!("{to} cannot be written"))?;
    Ok(())
}

fn date(day: &str) -> anyhow::Result<DateTime> {
    let parts: Vec<u16> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, of_month] = parts.as_slice() else { anyhow::bail!("{day} is no day, as 2026-11-29 is one") };
    DateTime::from_date_and_time(*year, u8::try_from(*month)?, u8::try_from(*of_month)?, 0, 0, 0)
        .with_context(|| format!("{day} is no day that a zip can hold"))
}

/// Every file below a folder, sorted.
fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
