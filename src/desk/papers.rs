//! Files that an office keeps on paper's behalf: the office file has their names and digests, not what is in them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::lang::cmd as text;
use crate::model::exit::{Exit, stop};
use crate::store::claim::Paper;

/// The name and the digest of a file. Errors: there is none, or it cannot be read (exit 3).
pub fn sealed(path: &Path) -> anyhow::Result<Paper> {
    let name = path.file_name().filter(|_| path.is_file());
    let Some(name) = name else { return Err(stop(Exit::Refused, text::no_such_paper(path.display()))) };
    let mut hasher = Sha256::new();
    let unreadable = || text::no_such_paper(path.display());
    let mut file = File::open(path).with_context(unreadable)?;
    let mut part = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut part).with_context(unreadable)?;
        if read == 0 {
            break;
        }
        hasher.update(&part[..read]);
    }
    Ok(Paper { name: name.to_string_lossy().into_owned(), digest: hasher.finalize().to_vec() })
}
