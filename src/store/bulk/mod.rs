//! What only makes bulk imports faster: lists of hundreds of thousands of rows into an empty table. A change of a few
//! records goes through here too, and gains nothing by it; whoever wants to understand what an import does need not read
//! further than `store::collect`.
//!
//! The table has the processor time (user and system) that an import takes more without the part: of 300,000 wishes and of
//! 279,000 members, lists of the bench's shape and size. One release build in which each part could be turned off ran in
//! turns on two cores that others used too: the least of three or four runs, of 1.9 to 2.3 s (wishes) and 2.0 to 2.4 s
//! (members). Where a part was measured twice both are given; differences below a tenth are noise.
//! docs/speed.md has what the parts come to together, next to the sqlite3 shell's `.import` of the same rows.
//!
//! | part | what it does | wishes | members |
//! |---|---|---|---|
//! | [`keys`], [`filter`], [`append`] together | the indexes of an empty table are built when its rows are in; a filter shows of most rows that they are new, without a query; the others are deferred until the indexes exist (`Taken::Later`) | +37 % | +242 % |
//! | [`append`] | sixteen records in one statement, whose cursors stay at the table's end | +11 % | +4 %, +20 % |
//! | [`digester`]: runs | first revisions of records that follow each other become one row | +18 %, file 98 MB instead of 85 | +10 %, +29 %, file 134 MB instead of 112 |
//! | [`salts`] | random bytes in pools of 4 KiB: by themselves the 558,000 salts of the members take 0.03 s instead of 0.26 (Linux 6.18) | +6 %, reckoned | +10 %, reckoned |
//!
//! [`claims`] does the same for the first list of claims: what is clear is added together, the four indexes by which claims are
//! counted are built afterwards, and what is not clear waits for them. Members are recognised by the codes that we gave, of which
//! one read of all of them keeps a bit each: of 10.8 s that the claims of a city took (300,000 rows; 3.2 s of them check and
//! back up the file before), looking up each code took 1.5 s.
//!
//! Two parts buy memory or elapsed time rather than processor time. `keys` sorts in pieces of 2 MiB, on a thread of
//! SQLite's, while the table is still read: an import has 41 MiB at most, 53 to 59 with pieces of 8 MiB. Digests are made on
//! a thread of their own, so that storing does not wait for SHA-256.
//!
//! Taken out, since each bought less than a tenth: looking identities up before they are asked for (2 to 7 %), thirty-two
//! revisions in one statement, places by the address of their path, integers and texts of the canonical JSON written by
//! hand, and the filter in front of a table that has records already (4 %).
//!
//! What is not here although it is fast: one statement for many records (`collect::decide_all`), because it is also the
//! simplest way to write it; the page size and the cache in `open`, which every command has.

pub mod append;
pub mod claims;
pub mod digester;
pub mod filter;
pub mod keys;
pub mod salts;
