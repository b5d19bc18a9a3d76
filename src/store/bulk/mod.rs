//! What only makes bulk imports faster. A change of a few records goes through here too, and gains nothing by it; whoever
//! wants to understand what an import does need not read further than `store::collect`.
//!
//! Each part has to buy more than a tenth of an import. The figures are those of the day it came in, on two cores, with
//! the lists that `cargo bench --bench generate` writes (300,000 wishes, 279,000 members); docs/speed.md has what they
//! come to together, next to the sqlite3 shell's `.import` of the same rows.
//!
//! | part | what it does | what it buys |
//! |---|---|---|
//! | [`append`] | sixteen records, or thirty-two revisions, in one statement whose cursors stay at the table's end | a third of what inserting them one by one takes |
//! | [`digester`] | digests on a thread of their own; first revisions of records that follow each other become one row | storing no longer waits for SHA-256; the office file 98 → 85 MB (wishes) and 142 → 111 MB (roster), and with the two indexes that went at the same time wishes 3.0 → 2.2 s |
//! | [`filter`] | a Bloom filter of identities: of most rows four bits show that they are new, without a query; 16 rows are looked up at once | one query a row: an index lookup waits for memory as long as forty filter lookups that do not wait for each other |
//! | [`keys`] | an import into an empty table builds its indexes when its rows are in, sorting alongside the thread that reads | a roster's keys in 0.7 s instead of 1.1 s, those of wishes in 0.14 s instead of 0.24 s, and no index page written twice |
//! | [`member_keys`] | the filter over the three keys of a member, so that the roster's own rows are compared only where they may match | the roster 7.8 → 2.7 s, together with the parts above |
//!
//! What is not here although it is fast: one statement for many records (`collect::decide_all`), because it is also the
//! simplest way to write it; the page size and the cache in `open`, which every command has.

pub mod append;
pub mod digester;
pub mod filter;
pub mod keys;
pub mod member_keys;
