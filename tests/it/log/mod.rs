//! What the log keeps, and what it is for: proof, undo, erasure.

mod around;
pub mod chain;
mod erase;
mod erase_fields;
mod listing;
mod trust;
mod undo;
