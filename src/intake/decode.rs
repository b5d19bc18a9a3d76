//! Decodes bytes to UTF-8, chunk by chunk, without ever replacing a character. Knows encodings, nothing of rows.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult};

use super::bytes::{CHUNK, Reader};
use super::encoding::Encoding;

/// The text of a list as UTF-8. A list that is in UTF-8 already passes unchecked: it is checked where strings are made.
pub struct Text {
    reader: Reader,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    ended: bool,
}

/// The result of reading more text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Some,
    End,
    /// The next bytes are not valid in this encoding; the text before them is.
    Broken,
}

impl Text {
    pub fn new(reader: Reader, encoding: Encoding) -> Text {
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE),
            Encoding::Gb18030 => Some(encoding_rs::GB18030),
        };
        let decoder = decoder.map(encoding_rs::Encoding::new_decoder_without_bom_handling);
        Text { reader, decoder, raw: vec![0; CHUNK], ended: false }
    }

    /// Appends about one chunk to `text`.
    pub fn read_into(&mut self, text: &mut Vec<u8>) -> io::Result<More> {
        if self.ended {
            return Ok(More::End);
        }
        let read = self.reader.read(&mut self.raw)?;
        self.ended = read == 0;
        let Some(decoder) = &mut self.decoder else {
            text.extend_from_slice(&self.raw[..read]);
            return Ok(if self.ended { More::End } else { More::Some });
        };
        let mut raw = &self.raw[..read];
        loop {
            let filled = text.len();
            let room = decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(4 * CHUNK);
            text.resize(filled + room, 0);
            let (result, taken, written) =
                decoder.decode_to_utf8_without_replacement(raw, &mut text[filled..], self.ended);
            text.truncate(filled + written);
            raw = &raw[taken..];
            match result {
                DecoderResult::InputEmpty => return Ok(if self.ended { More::End } else { More::Some }),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(_, _) => {
                    self.ended = true;
                    return Ok(More::Broken);
                }
            }
        }
    }
}
