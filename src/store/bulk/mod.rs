//! What only makes bulk imports faster: lists of hundreds of thousands of rows into an empty table. A change of a few
//! records goes through here too, and gains nothing by it; whoever wants to understand what an import does need not read
//! further than `store::collect`.
//!
//! What each part buys is the processor time (user and system) of one import without it, against 1.9 to 2.3 s for 300,000
//! wishes and 2.0 to 2.4 s for 279,000 members: one release build in which each part can be turned off, in turns, the
//! least of three runs on two shared cores, whose spread is about 5 %. docs/speed.md has what they come to together, next
//! to the sqlite3 shell's `.import` of the same rows.
//!
//! | part | what it does | without it, wishes | without it, members |
//! |---|---|---|---|
//! | [`keys`] with [`filter`], [`member_keys`] and [`append`] | the indexes of an empty table are built when its rows are in; a filter shows of most rows that they are new, without a query; the others are put off until then (`Taken::Later`) | +37 % | +242 % |
//! | [`append`] | sixteen records in one statement, whose cursors stay at the table's end | +11 % | +4 % |
//! | [`digester`]: runs | first revisions of records that follow each other become one row | +18 %, file 98 MB instead of 85 | +10 %, 134 MB instead of 112 |
//!
//! Others buy no processor time, but memory, or time that passes: `keys` sorts in pieces of 2 MiB (an import has 41 MiB at
//! most; 53 to 59 with pieces of 8 MiB), on a thread of SQLite's, while the table is still read; digests are made on a
//! thread of their own, so that storing does not wait for SHA-256. Looking identities up ahead (`Filter::fetch`) and
//! fetching salts by the 4 KiB buy some 2 to 5 % each, and stay only as long as an import has no more to give away.
//!
//! Measured likewise and taken out, since nothing was lost by it: thirty-two revisions in one statement, places by the
//! address of their path, integers and texts of the canonical JSON written by hand; and the filter in front of a table
//! that has records already (4 %).
//!
//! What is not here although it is fast: one statement for many records (`collect::decide_all`), because it is also the
//! simplest way to write it; the page size and the cache in `open`, which every command has.

pub mod append;
pub mod digester;
pub mod filter;
pub mod keys;
pub mod member_keys;
