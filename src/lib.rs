//! The code map, in the order of the campaign. The design is `docs/design.md`; its section 8 has this map as a tree, its
//! section 10 the words.
//!
//! `main` -> `cli` -> `cmd` -> `desk` -> { `intake`, `publish`, `store`, `output`, `matching`, `quota`, `figures`, `rules`,
//! `similar`, `privacy` } -> `model`. Nothing points back; `cmd` files never use each other; `intake`, `store`, `output`
//! and the pure modules never use each other. `lang` has every text, and everything above `model` may use it.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod cli;
pub mod cmd;
pub mod desk;
pub mod figures;
pub mod intake;
pub mod lang;
pub mod matching;
pub mod model;
pub mod output;
pub mod privacy;
pub mod publish;
pub mod quota;
pub mod rules;
pub mod similar;
pub mod store;
