//! A list is read on a thread of its own while its rows are stored.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use crate::intake::{Row, Rows};

/// Rows that travel together from the reading thread; large enough that the hand-over costs nothing.
const BATCH: usize = 512;
/// Batches that may wait: memory does not grow with the file.
const WAITING: usize = 2;

/// Rows on their way from the reading thread, and why there are no more, where they end with an error.
struct Batch {
    rows: Vec<Row>,
    end: anyhow::Result<()>,
}

/// Gives every row of a list to `take`, some hundred at a time and in order.
///
/// # Errors
/// The list's, after the rows before it were taken; or that of `take`, which ends it.
pub fn rows(list: Rows, mut take: impl FnMut(&mut [Row]) -> anyhow::Result<()>) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let (send, batches) = sync_channel(WAITING);
        let (give_back, used) = channel();
        scope.spawn(move || read(list, &send, &used));
        for Batch { mut rows, end } in batches {
            take(&mut rows)?;
            end?;
            // A reader that has ended takes nothing back.
            drop(give_back.send(rows));
        }
        Ok(())
    })
}

/// Reads on. Rows that were taken come back and are dropped here: memory is freed most cheaply by the thread that asked
/// for it, and this one has the time.
fn read(mut list: Rows, send: &SyncSender<Batch>, used: &Receiver<Vec<Row>>) {
    loop {
        used.try_iter().for_each(drop);
        let mut rows = Vec::with_capacity(BATCH);
        let mut end = Ok(());
        for row in list.by_ref().take(BATCH) {
            match row {
                Ok(row) => rows.push(row),
                Err(cause) => end = Err(cause),
            }
        }
        let ended = rows.is_empty() && end.is_ok();
        // A receiver that has gone has failed, and says so itself.
        if ended || send.send(Batch { rows, end }).is_err() {
            return;
        }
    }
}
