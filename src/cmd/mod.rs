//! One file per verb: its arguments, then `run`, which reads as the help text reads. Verbs never use each other; what
//! they share is `desk`.

pub mod alias;
pub mod backup;
pub mod campaign;
pub mod check;
pub mod claim;
pub mod collect;
pub mod completions;
pub mod doctor;
pub mod edit;
pub mod erase;
pub mod export;
pub mod find;
pub mod help;
pub mod init;
pub mod list;
pub mod log;
pub mod man;
pub mod manual;
pub mod out;
pub mod publish;
pub mod quota;
pub mod report;
pub mod restore;
pub mod retention;
pub mod rules;
pub mod show;
pub mod status;
pub mod undo;
pub mod verify;
