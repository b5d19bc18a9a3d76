//! What the log keeps, and what it is for: proof, undo, erasure.

mod around;
mod chain;
mod erase;
mod trust;
mod undo;
