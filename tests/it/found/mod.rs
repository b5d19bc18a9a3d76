//! Records found again and mended in place: `list`, `find`, `show` by other words than a code, `edit`, lists of
//! corrections, and what waits.

mod edit;
mod list;
mod others;
mod search;
mod status;
