//! Rows of an xls that lie far apart, drawn together before `calamine` reads them: it makes room for all cells between the
//! first and the last, and as many as a sheet says it has, at once. One cell in the far corner of a sheet of nine asks for
//! 1 GiB a sheet.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::compound::Stream;
use super::xls::{CELLS, EXTENT, SHEET, records};

/// The number that each row of a sheet had before.
pub type Rows = Option<Arc<Vec<u32>>>;

/// So many cells may lie between the first and the last of a sheet without a look at how many there are: 24 MiB.
const NO_MATTER: usize = 1 << 20;
/// More than these make no sheet that is read: 192 MiB.
const MOST: usize = 8 << 20;

/// The records of a sheet that begins at a byte of the stream, each with its place, up to the sheet's end.
pub fn sheet(stream: &[u8], at: usize) -> impl Iterator<Item = (usize, u16, &[u8])> {
    const BEGIN: u16 = 0x0809;
    const END: u16 = 0x000A;
    let (mut place, mut depth, mut ended) = (at, 0usize, false);
    records(stream.get(at..).unwrap_or(&[])).map_while(move |(kind, record)| {
        if ended {
            return None;
        }
        match kind {
            BEGIN => depth += 1,
            END => {
                depth = depth.saturating_sub(1);
                ended = depth == 0;
            }
            _ => {}
        }
        let here = place + 4;
        place += 4 + record.len();
        Some((here, kind, record))
    })
}

/// Numbers the rows of each sheet anew where they lie far apart, in the bytes of the file, and lets no sheet say that it has
/// more cells than it has. `None` where one has its cells so far apart all the same that it is not read.
pub fn draw_together(stream: &Stream, bytes: &mut [u8]) -> Option<Vec<Rows>> {
    let starts = records(&stream.bytes).filter(|(kind, _)| *kind == SHEET);
    let starts: Vec<usize> = starts.filter_map(|(_, record)| Some(four(record.get(..4)?) as usize)).collect();
    starts.into_iter().map(|start| draw_sheet(stream, start, bytes)).collect()
}

fn draw_sheet(stream: &Stream, start: usize, bytes: &mut [u8]) -> Option<Rows> {
    let (mut rows, mut columns, mut cells) = (BTreeSet::new(), (u16::MAX, 0), 0usize);
    for (_, kind, record) in sheet(&stream.bytes, start).filter(|(_, kind, _)| CELLS.contains(kind)) {
        let (Some(row), Some(column)) = (two_at(record, 0), two_at(record, 2)) else { continue };
        // A record of several cells ends with the column of the last.
        let last = if kind == SEVERAL { record.len().checked_sub(2).and_then(|at| two_at(record, at)) } else { None };
        let last = last.unwrap_or(column).max(column);
        rows.insert(row);
        columns = (columns.0.min(column), columns.1.max(last));
        cells += usize::from(last - column) + 1;
    }
    let wide = usize::from(columns.1.saturating_sub(columns.0)) + 1;
    let high = rows.first().zip(rows.last()).map_or(0, |(first, last)| usize::from(last - first) + 1);
    let is_spread = high * wide > NO_MATTER.max(cells.saturating_mul(8));
    if (if is_spread { rows.len() } else { high }) * wide > MOST {
        return None;
    }
    let order: HashMap<u16, usize> = rows.iter().copied().zip(0..).collect();
    for (at, kind, record) in sheet(&stream.bytes, start) {
        if kind == EXTENT {
            // What lies behind is only made room for.
            let one: &[u8] =
                if record.len() == 10 { &[0, 0, 1, 0, 0, 0, 1, 0] } else { &[0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0] };
            write(stream, bytes, at, one)?;
        } else if is_spread && CELLS.contains(&kind) {
            let Some(row) = two_at(record, 0) else { continue };
            let anew = u16::try_from(order.get(&row).copied()?).ok()?;
            write(stream, bytes, at, &anew.to_le_bytes())?;
        }
    }
    Some(is_spread.then(|| Arc::new(rows.into_iter().map(u32::from).collect())))
}

/// MULRK: numbers in cells next to each other ([MS-XLS] 2.4.175).
const SEVERAL: u16 = 0x00BD;

fn write(stream: &Stream, bytes: &mut [u8], at: usize, what: &[u8]) -> Option<()> {
    for (offset, byte) in what.iter().enumerate() {
        *bytes.get_mut(stream.place(at + offset)?)? = *byte;
    }
    Some(())
}

fn two_at(record: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(record.get(at..at + 2)?.try_into().ok()?))
}

fn four(bytes: &[u8]) -> u32 {
    bytes.try_into().map_or(0, u32::from_le_bytes)
}
