//! The program as its users see it: each module runs the binary in a folder of its own and reads what it prints and writes.
//! The modules follow the campaign: `collect`, `verify`, `publish`, `claim`, `report`; then the log, the office file,
//! and the tree itself. What fails calls, mounts disks and kills the program is the other test program, `tests/faults`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod browser;
mod office;
mod parts;
mod random_campaign;
mod reading;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod terminal_answers;
mod workbook;

mod claim;
mod collect;
mod pages;
mod pending;
mod printed;
mod publish;
mod report;
mod reviewed;
mod scan;
#[cfg(unix)]
mod settings;
mod suggest;
mod verify;
mod words;
mod written;

mod file;
mod found;
mod log;
mod safe;

mod bad_input;
mod campaign;
mod canaries;
mod chat;
mod chat_doubts;
#[cfg(unix)]
mod completing;
mod dry_run;
mod fuzz;
mod model;
mod piped;
#[cfg(unix)]
mod prompts;

mod architecture;
#[cfg(unix)]
mod dist;
mod examples;
mod handbook;
mod help;
mod languages;
mod manual;
mod modes;
mod nightly;
mod schema;
mod scripts;
#[cfg(target_os = "linux")]
mod windows;
