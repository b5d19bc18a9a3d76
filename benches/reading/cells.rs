//! Prints every cell of the files given as JSON lines, as the program reads them: what `compare.py` sets against other
//! readers. `cargo bench --bench cells -- FILE...`

use std::io::Write;
use std::process::ExitCode;

use shuangwei::intake::{Options, every_cell};

fn main() -> ExitCode {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1).filter(|argument| argument != "--bench") {
        let mut failed = Ok(());
        let read = every_cell(&path, &Options::default(), &mut |sheet, row, cells| {
            let line = serde_json::json!({"file": path, "sheet": sheet, "row": row, "cells": cells});
            failed = std::mem::replace(&mut failed, Ok(())).and_then(|()| writeln!(out, "{line}"));
        });
        let refused = read.err().map(|error| format!("{error:#}"));
        let line = serde_json::json!({"file": path, "end": true, "refused": refused});
        if failed.and_then(|()| writeln!(out, "{line}")).and_then(|()| out.flush()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
