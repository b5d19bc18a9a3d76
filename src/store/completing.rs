//! What a shell completes a word to: needs and people of the office file, the first few that begin so.

use rusqlite::named_params;

use super::Session;
use super::find;
use super::rows::NeedRow;

/// Which needs a command can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    All,
    /// Those that wait for verification.
    Waiting,
    /// Those that can be claimed.
    ToClaim,
    /// Those that somebody holds.
    Held,
}

/// The needs whose wall number (`3号`) or code begins so, the newest last.
pub fn needs(session: &Session, among: Among, begin: &str, most: usize) -> anyhow::Result<Vec<NeedRow>> {
    let sql = "
        SELECT need.id
        FROM need
        LEFT JOIN need_progress ON need_progress.need_id = need.id
        WHERE (substr(need.code, 1, length(:begin)) = :begin
               OR substr(need.number || '号', 1, length(:begin)) = :begin)
          AND CASE :among
                WHEN 'waiting' THEN need.state = 'collected'
                WHEN 'to_claim' THEN need_progress.progress = 'open' OR need_progress.progress = 'partly_claimed'
                WHEN 'held' THEN need_progress.progress <> 'open'
                ELSE 1
              END
        ORDER BY need.number IS NULL, need.number, need.id
        LIMIT :most";
    let among = match among {
        Among::All => "all",
        Among::Waiting => "waiting",
        Among::ToClaim => "to_claim",
        Among::Held => "held",
    };
    let mut statement = session.prepare(sql)?;
    let params = named_params! {":begin": begin, ":among": among, ":most": most as i64};
    let ids: Vec<i64> = statement.query_map(params, |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| find::need_by_id(session, id)).collect()
}

/// The names of members, and of organisations and outsiders, that begin so.
pub fn claimants(session: &Session, begin: &str, most: usize) -> anyhow::Result<Vec<String>> {
    let sql = "
        SELECT name FROM member WHERE substr(name, 1, length(:begin)) = :begin
        UNION
        SELECT coalesce(short_name, name) FROM org WHERE substr(coalesce(short_name, name), 1, length(:begin)) = :begin
        UNION
        SELECT name FROM outsider WHERE substr(name, 1, length(:begin)) = :begin
        ORDER BY 1
        LIMIT :most";
    let mut statement = session.prepare(sql)?;
    let names = statement.query_map(named_params! {":begin": begin, ":most": most as i64}, |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
