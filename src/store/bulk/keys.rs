//! The indexes by which rows of a list find their records: an import into an empty table builds them when its rows are
//! in.

use crate::store::{Session, open::CACHE_KIB};

/// The indexes of one table, as `schema/` creates and drops them.
pub struct Keys {
    create: &'static str,
    drop: &'static str,
}

pub const NEEDS: Keys =
    Keys { create: include_str!("../schema/need_keys.sql"), drop: include_str!("../schema/drop_need_keys.sql") };
pub const MEMBERS: Keys =
    Keys { create: include_str!("../schema/member_keys.sql"), drop: include_str!("../schema/drop_member_keys.sql") };
pub const CLAIMS: Keys =
    Keys { create: include_str!("../schema/claim_keys.sql"), drop: include_str!("../schema/drop_claim_keys.sql") };

impl Keys {
    pub fn drop(&self, session: &Session) -> rusqlite::Result<()> {
        session.execute_batch(self.drop)
    }

    /// Their keys are sorted on a thread of SQLite's while the table is still read, in pieces as large as the page cache:
    /// with small ones both are done at the same time.
    pub fn build(&self, session: &Session) -> rusqlite::Result<()> {
        const PIECE_KIB: i64 = -2 * 1024;
        session.set_pragma("cache_size", PIECE_KIB)?;
        session.execute_batch(self.create)?;
        session.set_pragma("cache_size", CACHE_KIB)
    }
}
