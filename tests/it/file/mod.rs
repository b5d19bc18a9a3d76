//! The office file: made, copied, restored, brought to the newest version.

mod backup;
mod init;
mod join_key;
mod older;
