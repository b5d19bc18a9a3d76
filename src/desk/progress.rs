//! How far a list has come: a bar on the terminal for what lasts, gone when it is done.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::intake::List;
use crate::lang::collect;

/// What is over sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
const TIMES_A_SECOND: u8 = 10;

/// The bar of one list.
pub struct Progress {
    begun: Instant,
    rows: u64,
    /// Whether anybody sees it.
    seen: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub fn of(context: &Context) -> Progress {
        let seen = !context.quiet && io::stderr().is_terminal();
        Progress { begun: Instant::now(), rows: 0, seen, bar: None }
    }

    /// So many rows more were taken.
    pub fn rows(&mut self, list: &List, rows: usize) {
        self.rows += rows as u64;
        if !self.seen || self.begun.elapsed() < PATIENCE {
            return;
        }
        let (read, all) = list.progress();
        let bar = self.bar.get_or_insert_with(|| begun(all));
        let passed = self.begun.elapsed().as_secs_f64();
        let left = passed * all.saturating_sub(read) as f64 / read.max(1) as f64;
        bar.set_message(collect::progress(self.rows, (self.rows as f64 / passed).round(), left.ceil()));
        bar.set_position(read);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn begun(all: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::stderr_with_hz(TIMES_A_SECOND));
    if let Ok(style) = ProgressStyle::with_template("[{bar:24}] {percent:>3}% {msg}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
