//! What a pack costs: the first one of a city, with every need put on the wall, the same again with nothing new, and those of
//! smaller offices.

use std::path::Path;

use anyhow::Context;

use crate::lists;
use crate::measure::{Run, median, run};
use crate::program::{self, Step, ours};
use crate::table::Figure;

/// Limits: seconds, and MiB. A tenth of a city has the same seconds.
const CITY: f64 = 25.0;
const MEMORY_MIB: f64 = 128.0;
const NOTHING_NEW: f64 = 2.0;
const TOWN: f64 = 10.0;
const STREET: f64 = 0.5;

/// `steps` filled `office`, whose pack is in `folder`.
pub fn figures(folder: &Path, office: &Path, steps: &[Step], scale: f64, times: usize) -> anyhow::Result<Vec<Figure>> {
    let first = published(steps)?;
    let again =
        |office: &Path| run(ours(office).args(["publish", "--format", "json", "--to"]).arg(folder.join("pack")), &[0]);
    // The day is another one: the pack is written once more.
    again(office)?;
    let unchanged: Vec<f64> = (0..times).map(|_| Ok(again(office)?.seconds)).collect::<anyhow::Result<_>>()?;
    let town = of_size(folder, "town", scale / 3.0)?;
    let street = of_size(folder, "street", 2_000.0 / 300_000.0)?;
    let memory = first.peak_mib();
    Ok(vec![
        seconds("publish a city for the first time", first.seconds, CITY),
        Figure {
            name: "publish a city, memory",
            ours: format!("{memory:.1} MiB"),
            peer: String::new(),
            ratio: String::new(),
            limit: format!("{MEMORY_MIB:.0} MiB"),
            share: memory / MEMORY_MIB,
        },
        seconds("publish a city, nothing new", median(unchanged), NOTHING_NEW),
        seconds("publish a third of a city", town, TOWN),
        seconds("publish 2,000 wishes", street, STREET),
    ])
}

fn published(steps: &[Step]) -> anyhow::Result<&Run> {
    steps.iter().find(|step| step.name == "publish").map(|step| &step.run).context("nothing was published")
}

/// The seconds of the first publication of a smaller office.
fn of_size(folder: &Path, name: &str, scale: f64) -> anyhow::Result<f64> {
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder)?;
    let (_, steps) = program::fill(&folder, &lists::city(&folder, scale, lists::SEED)?)?;
    Ok(published(&steps)?.seconds)
}

fn seconds(name: &'static str, seconds: f64, limit: f64) -> Figure {
    Figure {
        name,
        ours: format!("{seconds:.2} s"),
        peer: String::new(),
        ratio: String::new(),
        limit: format!("{limit:.1} s"),
        share: seconds / limit,
    }
}
