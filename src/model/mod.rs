//! The field's words: closed sets, values and records. Pure; uses nothing else of this program.
//!
//! Whatever has a rule (a phone number, a day, money) is a newtype whose `FromStr` is that rule, tested here once.

pub mod access;
pub mod alike;
pub mod as_of;
pub mod band;
pub mod chat;
pub mod child;
pub mod code;
pub mod day;
pub mod deadline;
pub mod draft;
pub mod exit;
pub mod facts;
pub mod fault;
pub mod fields;
pub mod folding;
pub mod guard;
pub mod held;
pub mod id_in_text;
pub mod id_number;
pub mod identity;
pub mod inexact;
pub mod join_key;
pub mod long_path;
pub mod medium;
pub mod money;
pub mod numeral;
pub mod page_policy;
pub mod phone;
pub mod place;
pub mod place_name;
pub mod quantity;
pub mod ranges;
pub mod refusal;
pub mod rule;
pub mod sheet_frame;
pub mod simplified;
pub mod small_file;
pub mod text;
pub mod unfinished;
pub mod witness;
pub mod words;
