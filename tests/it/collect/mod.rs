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
mod reported;
mod rosters;
mod round_trip;
mod samples;
mod several;
mod sheets;
mod struck;
mod unread;
mod workbooks;

/// The rows and the codes of a document's warnings.
fn warnings(json: &serde_json::Value) -> Vec<(u64, &str)> {
    let all = json["warnings"].as_array().unwrap().iter();
    all.map(|one| (one["row"].as_u64().unwrap(), one["code"].as_str().unwrap())).collect()
}
