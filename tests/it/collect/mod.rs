//! Lists and records that come in.

mod again;
mod alias;
mod any_bytes;
mod as_kept;
#[cfg(unix)]
mod ask_headers;
mod by_hand;
mod cells;
mod codes;
mod folders;
mod headers;
mod import;
mod layouts;
mod map;
mod masked;
mod names_and_places;
mod naughty;
mod near_headers;
mod refusals;
mod rosters;
mod round_trip;
mod samples;
mod several;
mod sheets;
mod struck;
mod told;
mod unread;
mod workbooks;
