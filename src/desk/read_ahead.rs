//! Reads a list on its own thread while rows that were read before are stored.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use crate::intake::{Row, Rows};

/// Rows per batch; large enough that handing a batch over costs next to nothing.
const BATCH: usize = 512;
/// Batches that may be waiting, so that memory does not grow with the file.
const WAITING: usize = 2;

/// Rows from the reading thread, and the error after them, if reading failed.
struct Batch {
    rows: Vec<Row>,
    end: anyhow::Result<()>,
}

/// Passes every row of a list to `take`, in order, a batch at a time.
///
/// # Errors
/// An error of the list, after the rows before it were passed on; or one of `take`, which stops the reading.
pub fn rows(list: Rows, mut take: impl FnMut(&mut [Row]) -> anyhow::Result<()>) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let (send, batches) = sync_channel(WAITING);
        let (give_back, used) = channel();
        scope.spawn(move || read(list, &send, &used));
        for Batch { mut rows, end } in batches {
            take(&mut rows)?;
            end?;
            // Fails only if the reading thread has ended.
            drop(give_back.send(rows));
        }
        Ok(())
    })
}

/// Reads all rows. Used batches come back to be dropped here: freeing memory is cheapest on the thread that allocated
/// it, and this one has the time.
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
        // If the receiver is gone, it has failed and reports that itself.
        if ended || send.send(Batch { rows, end }).is_err() {
            return;
        }
    }
}
