//! A pack on its way to the disk: every file of every product, `data.json` last, then all of them in their place at once.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use sha2::{Digest, Sha256};

use super::making::Making;
use crate::desk::Context;
use crate::lang::{self, publish as texts};
use crate::model::text::hex;
use crate::output::folder::NewFolder;
use crate::output::{CsvEncoding, ListForm, ListWriter};
use crate::publish::data::{self, Header, Written};
use crate::publish::{self, Body, Pack, list};

/// Writes the pack; one that the folder has already is left as it is. The files by their paths, and whether they were there.
pub fn pack(
    folder: NewFolder,
    making: &Making,
    before: Before,
    pack: &Pack,
    context: &Context,
) -> anyhow::Result<(Vec<String>, bool)> {
    if making.is_as_before(pack) && before.found_untouched() {
        context.note(texts::pack_as_before(making.folder.display()));
        let names = making.before.iter().flat_map(|header| header.files.iter().map(|file| file.name.as_str()));
        let shown = names.chain([data::NAME]).map(|name| making.folder.join(name).display().to_string());
        return Ok((shown.collect(), true));
    }
    Ok((lang::speaking(making.lang, || written(folder, making, pack))?, false))
}

/// Renders and writes every file.
fn written(mut folder: NewFolder, making: &Making, pack: &Pack) -> anyhow::Result<Vec<String>> {
    let files = making.products.iter().flat_map(|product| publish::files(*product, pack, &making.templates));
    let fill = |body: Body<'_>, out: &mut (dyn Write + Send)| match body {
        Body::Bytes(fill) => fill(out),
        Body::Csv => rows(out, ListForm::Csv(CsvEncoding::Utf8.into()), pack),
        Body::Xlsx => rows(out, ListForm::Xlsx(texts::list_sheet()), pack),
    };
    let files = files.map(|file| (file.name, move |out: &mut (dyn Write + Send)| fill(file.body, out)));
    let written = folder.files(files.collect())?.into_iter();
    let written = written.map(|file| Written { name: file.name, bytes: file.bytes, sha256: hex(&file.sha256) });
    let written = written.collect();
    let header = header(making, pack, written);
    folder.file(data::NAME, |out| data::write(out, &header, pack))?;
    let files = folder.put(|name| making.is_ours(name), data::NAME)?;
    Ok(files.iter().map(|path| path.display().to_string()).collect())
}

fn header(making: &Making, pack: &Pack, files: Vec<Written>) -> Header {
    Header {
        office: pack.heading.office.clone(),
        title: pack.heading.title.clone(),
        day: pack.heading.day.to_string(),
        place: pack.heading.place.clone(),
        k: pack.heading.k,
        products: making.products.clone(),
        fingerprint: pack.stamp.fingerprint.clone(),
        made_with: making.made_with.clone(),
        entry: pack.stamp.entry,
        head: pack.stamp.head.clone(),
        files,
        header_sha256: String::new(),
    }
}

/// The public list, in one form or the other.
fn rows(out: &mut (dyn Write + Send), form: ListForm, pack: &Pack) -> anyhow::Result<()> {
    let columns = list::columns(pack);
    let headers: Vec<String> = columns.iter().map(|column| texts::column(*column)).collect();
    let mut writer = ListWriter::new(out, &form)?;
    writer.for_paper(&format!("{}　{}", pack.heading.title, pack.heading.day));
    writer.headers(headers.iter().map(String::as_str))?;
    for need in &pack.needs {
        writer.row(list::row(need, &columns).iter().map(String::as_str))?;
    }
    writer.finish()?.flush()?;
    Ok(())
}

/// The pack that the folder has, if it may be the one asked for. Whether its files are as they were written is found out on a
/// thread of its own while the snapshot is taken: a sixth of the time of a city's pack with nothing new.
pub struct Before(Option<JoinHandle<bool>>);

impl Before {
    pub fn read(making: &Making) -> Before {
        let look = |header: &Header| {
            let files = header.files.iter().map(|file| (making.folder.join(&file.name), file.sha256.clone()));
            let mut files = files.collect::<Vec<(PathBuf, String)>>().into_iter();
            let folder = making.folder.clone();
            thread::spawn(move || {
                files.all(|(path, sha256)| digest_of(&path).is_ok_and(|found| found == sha256))
                    && is_data_whole(&folder)
            })
        };
        Before(making.made_alike().map(look))
    }

    /// Whether every file of it is there as it was written.
    fn found_untouched(self) -> bool {
        self.0.is_some_and(|looking| looking.join().unwrap_or(false))
    }
}

/// Whether the folder's `data.json`, which is in no list of files, is as it was written.
pub fn is_data_whole(folder: &Path) -> bool {
    File::open(folder.join(data::NAME)).and_then(|file| data::is_whole(BufReader::new(file))).unwrap_or(false)
}

/// The digest of a file in hexadecimal.
fn digest_of(path: &Path) -> io::Result<String> {
    let (mut file, mut digest, mut bytes) = (File::open(path)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(hex(&digest.finalize())),
            count => digest.update(&bytes[..count]),
        }
    }
}
