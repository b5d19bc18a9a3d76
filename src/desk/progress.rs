//! The progress of a list: a bar on the terminal for imports that take a while, removed when they are done.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::intake::List;
use crate::lang::collect;

/// An import that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
const TIMES_A_SECOND: u8 = 10;

/// The bar of one list.
pub struct Progress {
    started: Instant,
    rows: u64,
    /// Whether stderr is a terminal and `--quiet` was not given.
    visible: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub fn of(context: &Context) -> Progress {
        let visible = !context.quiet && io::stderr().is_terminal();
        Progress { started: Instant::now(), rows: 0, visible, bar: None }
    }

    /// Counts `rows` more rows as imported.
    pub fn rows(&mut self, list: &List, rows: usize) {
        self.rows += rows as u64;
        if !self.visible || self.started.elapsed() < PATIENCE {
            return;
        }
        let (read, all) = list.progress();
        let bar = self.bar.get_or_insert_with(|| new_bar(all));
        let passed = self.started.elapsed().as_secs_f64();
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

fn new_bar(all: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::stderr_with_hz(TIMES_A_SECOND));
    if let Ok(style) = ProgressStyle::with_template("[{bar:24}] {percent:>3}% {msg}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
