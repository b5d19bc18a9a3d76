//! Needs that are checked: by hand, by list, on a terminal, by rules.

mod days;
mod decisions;
mod lists;
mod rules;
#[cfg(unix)]
mod walk;
