//! Books of Excel 97 and 5, written record by record, in a container or without one.

/// A cell of an xls.
pub enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    /// By the format of this index.
    Shown(f64, u16),
    Error(u8),
    /// A formula in a record of this kind, and its value.
    Formula(u16, f64),
}

/// A book of one sheet, called 表.
#[derive(Default)]
pub struct Book<'a> {
    pub rows: Vec<Vec<Cell<'a>>>,
    /// Format codes; `Cell::Shown` names them by their place.
    pub formats: Vec<&'a str>,
    pub hidden: Vec<u16>,
    pub code_page: u16,
    pub from_1904: bool,
    /// Excel 5: texts are bytes in the code page.
    pub is_old: bool,
}

pub fn record(kind: u16, fields: &[u8]) -> Vec<u8> {
    let length = u16::try_from(fields.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), fields].concat()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn count(text: &str) -> u16 {
    u16::try_from(text.encode_utf16().count()).unwrap()
}

impl Book<'_> {
    /// A text behind a count of two bytes, or of one.
    fn text(&self, text: &str, narrow: bool) -> Vec<u8> {
        let (units, bytes) = if self.is_old {
            let bytes = encoding_rs::GBK.encode(text).0.into_owned();
            (u16::try_from(bytes.len()).unwrap(), bytes)
        } else {
            (count(text), [&[1][..], &wide(text)].concat())
        };
        let head = if narrow { vec![u8::try_from(units).unwrap()] } else { units.to_le_bytes().to_vec() };
        [head, bytes].concat()
    }

    fn begin(&self, kind: u16) -> Vec<u8> {
        let version: u16 = if self.is_old { 0x0500 } else { 0x0600 };
        record(0x0809, &[version.to_le_bytes(), kind.to_le_bytes(), [0; 2], [0; 2]].concat())
    }

    fn globals(&self, sheet: u32) -> Vec<u8> {
        let mut bytes = self.begin(5);
        bytes.extend(record(0x0042, &self.code_page.to_le_bytes()));
        bytes.extend(record(0x0022, &u16::from(self.from_1904).to_le_bytes()));
        for (id, code) in (164u16..).zip(&self.formats) {
            bytes.extend(record(0x041E, &[id.to_le_bytes().to_vec(), self.text(code, self.is_old)].concat()));
        }
        let style = |id: u16| record(0x00E0, &[[0, 0], id.to_le_bytes()].concat());
        bytes.extend(style(0));
        (164u16..).zip(&self.formats).for_each(|(id, _)| bytes.extend(style(id)));
        let name = self.text("表", true);
        bytes.extend(record(0x0085, &[sheet.to_le_bytes().to_vec(), vec![0, 0], name].concat()));
        bytes.extend(record(0x000A, &[]));
        bytes
    }

    /// The book as a stream.
    pub fn stream(&self) -> Vec<u8> {
        let length = u32::try_from(self.globals(0).len()).unwrap();
        let mut bytes = self.globals(length);
        bytes.extend(self.begin(0x10));
        for row in &self.hidden {
            let fields = [row.to_le_bytes(), [0; 2], [0; 2], [0; 2], [0; 2], [0; 2], [0x20, 0], [0; 2]].concat();
            bytes.extend(record(0x0208, &fields));
        }
        for (row, cells) in (0u16..).zip(&self.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                let place = |style: u16| [row.to_le_bytes(), column.to_le_bytes(), style.to_le_bytes()].concat();
                let number =
                    |number: f64, style| record(0x0203, &[place(style), number.to_le_bytes().to_vec()].concat());
                bytes.extend(match cell {
                    Cell::Text("") => Vec::new(),
                    Cell::Text(text) => record(0x0204, &[place(0), self.text(text, false)].concat()),
                    Cell::Number(value) => number(*value, 0),
                    Cell::Shown(value, format) => number(*value, format + 1),
                    Cell::Formula(kind, value) => {
                        record(*kind, &[place(0), value.to_le_bytes().to_vec(), vec![0; 8]].concat())
                    }
                    Cell::Error(code) => record(0x0205, &[place(0), vec![*code, 1]].concat()),
                });
            }
        }
        bytes.extend(record(0x000A, &[]));
        bytes
    }

    /// The book in a container.
    pub fn bytes(&self) -> Vec<u8> {
        contained(&[(if self.is_old { "Book" } else { "Workbook" }, &self.stream())])
    }
}

/// A container of these streams ([MS-CFB]), each in sectors of its own.
pub fn contained(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    // Sector 0 is the table, 1 the directory, the streams follow; a table of one sector has 128 entries.
    let mut table = vec![0xFFFF_FFFD, END];
    let mut directory = entry("Root Entry", 5, END, 0, 1);
    let mut sectors = Vec::new();
    for (at, (name, bytes)) in streams.iter().enumerate() {
        let mut bytes = bytes.to_vec();
        bytes.resize(bytes.len().max(4096).next_multiple_of(SECTOR), 0);
        let first = u32::try_from(table.len()).unwrap();
        let count = u32::try_from(bytes.len() / SECTOR).unwrap();
        table.extend((1..count).map(|sector| first + sector));
        table.push(END);
        let next = if at + 1 < streams.len() { u32::try_from(at).unwrap() + 2 } else { u32::MAX };
        directory.extend(entry(name, 2, first, u32::try_from(bytes.len()).unwrap(), next));
        sectors.extend(bytes);
    }
    assert!(table.len() <= SECTOR / 4 && directory.len() <= SECTOR);
    table.resize(SECTOR / 4, u32::MAX);
    directory.resize(SECTOR, 0);
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let words =
        [(24, 0x0003_003E), (28, 0x0009_FFFE), (32, 6), (44, 1), (48, 1), (56, 4096), (60, END), (68, END), (76, 0)];
    for (at, word) in words {
        header[at..at + 4].copy_from_slice(&u32::to_le_bytes(word));
    }
    header[80..].fill(0xFF);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, sectors].concat()
}

/// An entry of the directory; the root names its first child, each child the next one.
fn entry(name: &str, kind: u8, start: u32, size: u32, next: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    let name = wide(&format!("{name}\0"));
    entry[..name.len()].copy_from_slice(&name);
    entry[64] = u8::try_from(name.len()).unwrap();
    entry[66] = kind;
    entry[68..80].fill(0xFF);
    let link = if kind == 5 { 76 } else { 72 };
    entry[link..link + 4].copy_from_slice(&next.to_le_bytes());
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&size.to_le_bytes());
    entry
}
