//! The import of a workbook against openpyxl's read-only mode, which only reads the cells.

use std::path::Path;
use std::process::Command;

use crate::lists::City;
use crate::measure::{Run, median, run};
use crate::program::import;
use crate::python::python;
use crate::table::Figure;

/// Limits: a ratio to openpyxl's time, and MiB.
const TIME: f64 = 0.08;
const MEMORY_MIB: f64 = 64.0;
/// The number of rows at the scale of a city.
const ROWS: f64 = 100_000.0;
const OPENPYXL: &str = "openpyxl==3.1.5";

/// Measures the import of 100,000 wishes from an xlsx.
pub fn figures(folder: &Path, city: &City, scale: f64, times: usize) -> anyhow::Result<Vec<Figure>> {
    let python = python(folder, OPENPYXL)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/city/sheets.py");
    let book = folder.join("wishes.xlsx");
    // Two more rows: the title and the headers.
    let rows = ((ROWS * scale) as u64 + 2).to_string();
    let peer = |args: &[&Path]| run(Command::new(&python).arg(script).args(args), &[0]);
    peer(&[Path::new("write"), &city.wishes, Path::new(&rows), &book])?;
    let office = folder.join("book.db");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The peer is slow: two runs are enough.
    for round in 0..times {
        ours.push(import(&office, &book)?);
        if round < 2 {
            theirs.push(peer(&[Path::new("read"), &book])?);
        }
    }
    let seconds = |runs: &[Run]| median(runs.iter().map(|run| run.seconds).collect());
    let (time, peer) = (seconds(&ours), seconds(&theirs));
    let memory = ours.iter().map(Run::peak_mib).fold(0.0, f64::max);
    Ok(vec![
        Figure {
            name: "import wishes, xlsx",
            ours: format!("{time:.2} s"),
            peer: format!("{peer:.2} s openpyxl, read-only"),
            ratio: format!("{:.3} x", time / peer),
            limit: format!("{TIME} x"),
            share: time / peer / TIME,
        },
        Figure {
            name: "import wishes, xlsx, memory",
            ours: format!("{memory:.1} MiB"),
            peer: String::new(),
            ratio: String::new(),
            limit: format!("{MEMORY_MIB:.0} MiB"),
            share: memory / MEMORY_MIB,
        },
    ])
}
