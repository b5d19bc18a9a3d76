//! What `erase`, `retention` and `doctor` share: how texts are searched for what identifies somebody, and how that is
//! shown without revealing it.

use crate::lang::trust as text;
use crate::privacy::{self, HitKind};
use crate::store::Store;
use crate::store::erase::Reader;
use crate::store::scrub;

use super::{Context, ask};

/// How texts are looked through.
pub fn reader() -> Reader {
    Reader {
        private: |text, names| privacy::scan(text, names).into_iter().map(|hit| hit.span).collect(),
        is_word: privacy::is_everyday,
    }
}

/// Words as they may be shown once nobody is to read them any more: numbers by their ends, an address by its district, a
/// name by its first character.
pub fn masked<'w>(words: impl Iterator<Item = &'w String>) -> Vec<String> {
    words.map(|word| mask(word)).collect()
}

fn mask(word: &str) -> String {
    if word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return text::digest_of_id();
    }
    let hits = privacy::scan(word, &[]);
    match hits.first().map(|hit| hit.kind) {
        Some(HitKind::DoorNumber) => privacy::mask_address(word),
        Some(HitKind::Phone | HitKind::IdNumber | HitKind::CardNumber) => privacy::mask_text(word),
        _ => word.chars().take(1).chain("**".chars()).collect(),
    }
}

/// Whether an erasing was cut off: asked in a change, since nobody else is at work then.
pub fn is_unfinished(store: &Store, context: &Context) -> anyhow::Result<bool> {
    let change = store.change(context.new_entry("erase"))?;
    let is_unfinished = scrub::is_unfinished(store)?;
    change.cancel()?;
    Ok(is_unfinished)
}

/// Before somebody is erased: what an earlier erasing has left comes first, and what was typed and not saved goes.
pub fn begin(store: &Store, context: &Context) -> anyhow::Result<bool> {
    ask::typed::forget(&context.db)?;
    resume(store, context)
}

/// Finishes an erasing that was cut off; whether there was one.
pub fn resume(store: &Store, context: &Context) -> anyhow::Result<bool> {
    let is_unfinished = is_unfinished(store, context)?;
    if is_unfinished {
        scrub::resume(store, context.today)?;
        context.note(text::erasing_taken_up());
    }
    Ok(is_unfinished)
}
