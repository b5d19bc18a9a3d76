//! One JSON document: two spaces, one final newline, keys in the order they were given. Knows nothing of its meaning.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `document`, always indented, so that a file can be read in review and compared line by line.
pub fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// The bytes that `write` writes.
pub fn to_bytes(document: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(&mut bytes, document)?;
    Ok(bytes)
}

/// The documents in a line each.
pub fn to_lines(documents: &[impl Serialize]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for document in documents {
        serde_json::to_writer(&mut bytes, document).map_err(io::Error::from)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_order_and_chinese_stays_readable() {
        let document = serde_json::json!({"state": "待认领", "code": 1});
        let text = String::from_utf8(to_bytes(&document).unwrap()).unwrap();
        assert_eq!(text, "{\n  \"state\": \"待认领\",\n  \"code\": 1\n}\n");
    }
}
