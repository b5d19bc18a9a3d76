//! What only makes bulk imports faster. A change of a few records goes through here too, and gains nothing by it.

pub mod append;
pub mod digester;
pub mod filter;
pub mod keys;
pub mod member_keys;
