//! The tree of places, held in memory: a city has some 3,000.

use std::collections::HashMap;

use rusqlite::named_params;

use crate::model::place::{PlacePath, level_of};
use crate::model::place_name::{PlaceName, Sort, plain_name};
use crate::model::simplified::simplified;
use crate::model::words::Level;
use crate::store::Session;

use super::log::Change;
use super::record::Record;
use super::rows::PlaceRow;

/// Every place of the office file.
#[derive(Debug, Clone, Default)]
pub struct Places {
    by_id: HashMap<i64, PlaceRow>,
    children: HashMap<(Option<i64>, String), i64>,
    by_name: HashMap<String, Vec<i64>>,
    /// By the name as it is compared, without its ending.
    by_core: HashMap<String, Vec<(Sort, i64)>>,
}

/// Why a path leads to no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlace {
    /// Two or more places have this name; their paths.
    Ambiguous(Vec<String>),
    /// Nothing can lie below the deepest place found, or the names are in no order.
    Misplaced,
    /// Not there, and not to be made; the deepest place found.
    Unknown,
}

/// The deepest known place on a path, and the names that are still to be made below it.
struct Reached {
    place: i64,
    rest: usize,
}

impl Places {
    pub fn load(session: &Session) -> anyhow::Result<Places> {
        let mut statement = session.prepare("SELECT id, parent_id, level, name FROM place ORDER BY id")?;
        let mut places = Places::default();
        for row in statement.query_map([], PlaceRow::from_row)? {
            places.hold(row?);
        }
        Ok(places)
    }

    /// The place of a path, looked for below `under`; none is made.
    pub fn find(&self, path: &PlacePath, under: i64) -> Result<i64, NoPlace> {
        let names = path.names();
        let reached = self.reach(path, under)?;
        if reached.rest < names.len() { Err(NoPlace::Unknown) } else { Ok(reached.place) }
    }

    /// Of a path that is not known to its end: the first name that is new, and the places of its level where it would be,
    /// or whose names it contains, of those up to the id `until`. The place that it would lie in is none of them.
    pub fn new_name<'p>(&self, path: &'p PlacePath, under: i64, until: i64) -> Option<(&'p str, Vec<i64>)> {
        let names = path.names();
        let reached = self.reach(path, under).ok()?;
        let new = *names.get(reached.rest)?;
        let level = level_below(self.level(reached.place), new)?;
        let is_of_it =
            |row: &PlaceRow| row.level == level || (row.level == Level::Community && new.contains(row.name.as_str()));
        let is_below = |row: &PlaceRow| row.id != reached.place && self.is_within(row.id, reached.place);
        let is_there = |row: &&PlaceRow| row.id <= until && is_of_it(row) && is_below(row);
        let others = self.by_id.values().filter(is_there);
        let mut others: Vec<i64> = others.map(|row| row.id).collect();
        others.sort_unstable();
        Some((new, others))
    }

    /// The place of a path, looked for below `under`; what is not known yet is made under the deepest place known,
    /// and added to `made`.
    pub fn find_or_make(
        &mut self,
        change: &mut Change<'_>,
        path: &PlacePath,
        under: i64,
        made: &mut Vec<i64>,
    ) -> anyhow::Result<Result<i64, NoPlace>> {
        let names = path.names();
        let Reached { mut place, rest } = match self.reach(path, under) {
            Ok(reached) => reached,
            Err(none) => return Ok(Err(none)),
        };
        let mut levels = Vec::new();
        let mut above = self.level(place);
        for name in &names[rest..] {
            match level_below(above, name) {
                Some(level) => levels.push(level),
                None => return Ok(Err(NoPlace::Misplaced)),
            }
            above = levels.last().copied();
        }
        for (name, level) in names[rest..].iter().zip(levels) {
            place = self.make(change, Some(place), level, plain_name(name))?;
            made.push(place);
        }
        if rest == names.len() && made.contains(&place) {
            self.name_in_full(change, place, names[rest - 1])?;
        }
        Ok(Ok(place))
    }

    /// A place that a list first named without its level, and then with it.
    fn name_in_full(&mut self, change: &mut Change<'_>, place: i64, name: &str) -> anyhow::Result<()> {
        let Some(short) = self.by_id.get(&place).cloned() else { return Ok(()) };
        let (given, known) = (PlaceName::of(name), PlaceName::of(&short.name));
        if known.sort != Sort::Bare || given.sort == Sort::Bare || given.core != known.core {
            return Ok(());
        }
        let full = PlaceRow { name: plain_name(name).to_owned(), ..short.clone() };
        change.update(&short, &full)?;
        self.by_core.entry(known.core).or_default().retain(|(_, id)| *id != place);
        self.hold(full);
        Ok(())
    }

    /// Adds a place below `parent`.
    pub fn make(
        &mut self,
        change: &mut Change<'_>,
        parent_id: Option<i64>,
        level: Level,
        name: &str,
    ) -> anyhow::Result<i64> {
        let id = change.next_id::<PlaceRow>()?;
        let row = PlaceRow { id, parent_id, level, name: name.to_owned() };
        change.insert(row.clone())?;
        self.hold(row);
        Ok(id)
    }

    /// The path of a place from the district down; of the city, its name.
    pub fn path(&self, place: i64) -> String {
        let mut names: Vec<&str> =
            self.up(place).filter(|row| row.level != Level::City).map(|row| row.name.as_str()).collect();
        names.reverse();
        if names.is_empty() { self.name(place).to_owned() } else { names.join("/") }
    }

    /// The names of a place from the district down, each with its level.
    pub fn levels(&self, place: i64) -> Vec<(Level, &str)> {
        let mut names: Vec<(Level, &str)> =
            self.up(place).filter(|row| row.level != Level::City).map(|row| (row.level, row.name.as_str())).collect();
        names.reverse();
        names
    }

    pub fn name(&self, place: i64) -> &str {
        self.by_id.get(&place).map_or("", |row| row.name.as_str())
    }

    pub fn level(&self, place: i64) -> Option<Level> {
        self.by_id.get(&place).map(|row| row.level)
    }

    /// The place itself or the one above it that is at `level`; of a place wider than that, itself.
    pub fn at_level(&self, place: i64, level: Level) -> i64 {
        self.up(place).find(|row| row.level <= level).map_or(place, |row| row.id)
    }

    pub fn parent(&self, place: i64) -> Option<i64> {
        self.by_id.get(&place).and_then(|row| row.parent_id)
    }

    pub fn is_within(&self, place: i64, wider: i64) -> bool {
        self.up(place).any(|row| row.id == wider)
    }

    /// The place that was made last.
    pub fn last(&self) -> i64 {
        self.by_id.keys().copied().max().unwrap_or_default()
    }

    pub fn ids(&self) -> impl Iterator<Item = i64> + '_ {
        self.by_id.keys().copied()
    }

    /// All names, for suggesting similar ones.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    fn up(&self, place: i64) -> impl Iterator<Item = &PlaceRow> {
        let above = |row: &&PlaceRow| row.parent_id.and_then(|parent| self.by_id.get(&parent));
        // Each level once at most, whatever someone did to the file.
        std::iter::successors(self.by_id.get(&place), above).take(Level::ALL.len())
    }

    fn hold(&mut self, row: PlaceRow) {
        self.children.insert((row.parent_id, row.name.clone()), row.id);
        self.by_name.entry(row.name.clone()).or_default().push(row.id);
        let PlaceName { core, sort } = PlaceName::of(&row.name);
        self.by_core.entry(core).or_default().push((sort, row.id));
        self.by_id.insert(row.id, row);
    }

    fn child(&self, parent: i64, name: &str) -> Result<Option<i64>, NoPlace> {
        match self.children.get(&(Some(parent), name.to_owned())) {
            Some(child) => Ok(Some(*child)),
            None => self.one_of(&self.named(name, |id| self.parent(id) == Some(parent))),
        }
    }

    /// Follows a path as far as it is known. A path that begins with the city or a district is taken from the city;
    /// a name alone is found below `under`.
    fn reach(&self, path: &PlacePath, under: i64) -> Result<Reached, NoPlace> {
        let names = path.names();
        let last = names.len() - 1;
        // In a column of communities 龙津 is 龙津社区, where there is one, before it is 龙津街道.
        let is_short = path.is_of_community() && PlaceName::of(names[last]).sort == Sort::Bare;
        let short =
            |at: usize, above: i64| if is_short && at == last { self.community(names[at], above) } else { Ok(None) };
        if let Some(place) = short(0, under)? {
            return Ok(Reached { place, rest: 1 });
        }
        let Reached { mut place, rest: mut at } = self.anchor(names[0], under)?;
        while let Some(name) = names.get(at) {
            let child = short(at, place)?.map_or_else(|| self.child(place, name), |short| Ok(Some(short)))?;
            let next = match child.or_else(|| self.below_unnamed_street(name, place)) {
                None if level_of(name) == Some(Level::Community) => self.community(name, place)?,
                next => next,
            };
            match next {
                Some(next) => place = next,
                None => break,
            }
            at += 1;
        }
        Ok(Reached { place, rest: at })
    }

    /// The known community of a name below a district or the city, whichever street it is in.
    fn community(&self, name: &str, above: i64) -> Result<Option<i64>, NoPlace> {
        if self.level(above).is_none_or(|level| level >= Level::Street) {
            return Ok(None);
        }
        let is_community = |id: i64| self.level(id) == Some(Level::Community) && self.is_within(id, above);
        self.one_of(&self.named(name, is_community))
    }

    /// The places that a name may mean: those of just this name, else those that have it in another form.
    fn named(&self, name: &str, is_there: impl Fn(i64) -> bool) -> Vec<i64> {
        let exact = self.by_name.get(name).into_iter().flatten().copied();
        let exact: Vec<i64> = exact.filter(|id| is_there(*id)).collect();
        if !exact.is_empty() {
            return exact;
        }
        let wanted = PlaceName::of(name);
        let others = self.by_core.get(&wanted.core).into_iter().flatten();
        let fits = |sort: Sort| wanted.fits(&PlaceName { core: wanted.core.clone(), sort });
        others.filter(|(sort, id)| fits(*sort) && is_there(*id)).map(|(_, id)| *id).collect()
    }

    fn one_of(&self, ids: &[i64]) -> Result<Option<i64>, NoPlace> {
        match ids {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => Err(NoPlace::Ambiguous(several.iter().map(|id| self.path(*id)).collect())),
        }
    }

    /// Below a district or the city: a known place whose name has that of its street before it.
    fn below_unnamed_street(&self, name: &str, above: i64) -> Option<i64> {
        let is_wide = self.level(above).is_some_and(|level| level < Level::Street);
        (is_wide && name.contains(['街', '镇', '鎮'])).then(|| self.of_two_names(name, above)).flatten()
    }

    /// A known place below `base` that a name of two in one means: 荔香街龙津.
    fn of_two_names(&self, name: &str, base: i64) -> Option<i64> {
        let name = simplified(name);
        let mut found = None;
        for above in self.by_id.values().filter(|row| row.level == Level::Street && self.is_within(row.id, base)) {
            let PlaceName { core, .. } = PlaceName::of(&above.name);
            for ending in ["街道办事处", "街道办", "街道", "街", "镇"] {
                let Some(rest) = name.strip_prefix(core.as_str()).and_then(|rest| rest.strip_prefix(ending)) else {
                    continue;
                };
                if let (false, [one]) =
                    (rest.is_empty(), self.named(rest, |id| self.parent(id) == Some(above.id)).as_slice())
                {
                    // Two readings are none.
                    if found.is_some_and(|found| found != *one) {
                        return None;
                    }
                    found = Some(*one);
                }
            }
        }
        found
    }

    /// Where a path begins, and how many of its names that has used up.
    fn anchor(&self, first: &str, under: i64) -> Result<Reached, NoPlace> {
        let root = self.up(under).last().map_or(under, |row| row.id);
        if self.name(root) == first {
            return Ok(Reached { place: root, rest: 1 });
        }
        if level_of(first) == Some(Level::District) && self.level(root) == Some(Level::City) {
            return Ok(Reached { place: root, rest: 0 });
        }
        if let Some(child) = self.child(under, first)? {
            return Ok(Reached { place: child, rest: 1 });
        }
        // A name without its level is rather that of a place below than of the one above (金花社区 lies in 金花街道), unless
        // that is a community: below those are stations only, which are called so.
        let name = PlaceName::of(first);
        let may_be_bare = |row: &PlaceRow| row.level == Level::Community;
        let is_above = |row: &&PlaceRow| {
            let fits = name.sort != Sort::Bare || may_be_bare(row);
            row.name == first || (fits && name.fits(&PlaceName::of(&row.name)))
        };
        if let Some(above) = self.up(under).find(is_above) {
            return Ok(Reached { place: above.id, rest: 1 });
        }
        // A street named in a list of another street belongs next to it, not below it.
        let wide_enough = |row: &&PlaceRow| level_of(first).is_none_or(|level| row.level < level);
        let base = self.up(under).find(wide_enough).map_or(root, |row| row.id);
        let is_below = |id: i64| self.is_within(id, base) && (id != base || name.sort != Sort::Bare);
        let below = self.one_of(&self.named(first, is_below))?;
        let below = below.or_else(|| self.of_two_names(first, root));
        Ok(below.map_or(Reached { place: base, rest: 0 }, |place| Reached { place, rest: 1 }))
    }
}

/// A place that does not come behind the one above it, as every place that the program makes does: only by such ones can
/// places lie in a circle.
pub(super) fn misplaced(session: &Session) -> anyhow::Result<Option<i64>> {
    let sql = "SELECT min(id) FROM place WHERE parent_id >= id";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
}

/// The path of one place from the district down, without loading the tree.
pub fn path_of(session: &Session, place: i64) -> anyhow::Result<String> {
    let sql = "
        WITH RECURSIVE up (id, parent_id, level, name, far) AS (
          SELECT id, parent_id, level, name, 0
          FROM place
          WHERE id = :place
          UNION ALL
          SELECT place.id, place.parent_id, place.level, place.name, up.far + 1
          FROM place
          JOIN up ON up.parent_id = place.id
          WHERE up.far < 5
        )
        SELECT coalesce(
          (SELECT group_concat(name, '/') FROM (SELECT name FROM up WHERE level <> 'city' ORDER BY far DESC)),
          (SELECT name FROM up WHERE far = 0)
        )";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":place": place}, |row| row.get(0))?)
}

/// The level of a new place: what its name's ending says, if that lies below; else the next one down.
fn level_below(above: Option<Level>, name: &str) -> Option<Level> {
    let next = above.map_or(Some(Level::City), Level::below)?;
    match level_of(name) {
        Some(stored) if stored >= next => Some(stored),
        Some(_) => None,
        None => Some(next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Places {
        let mut places = Places::default();
        let rows = [
            (1, None, Level::City, "广州市"),
            (2, Some(1), Level::District, "荔湾区"),
            (3, Some(2), Level::Street, "金花街道"),
            (4, Some(3), Level::Community, "蟠虬社区"),
            (5, Some(2), Level::Street, "龙津街道"),
            (6, Some(5), Level::Community, "华林社区"),
            (7, Some(3), Level::Community, "华林社区"),
        ];
        for (id, parent_id, level, name) in rows {
            places.hold(PlaceRow { id, parent_id, level, name: name.to_owned() });
        }
        places
    }

    fn found(path: &str, under: i64) -> Result<i64, NoPlace> {
        tree().find(&path.parse().unwrap(), under)
    }

    #[test]
    fn a_path_is_found_from_the_city_and_a_name_alone_below_the_office() {
        assert_eq!(found("荔湾区/金花街道/蟠虬社区", 5), Ok(4));
        assert_eq!(found("广州市/荔湾区", 5), Ok(2));
        assert_eq!(found("蟠虬社区", 2), Ok(4));
        assert_eq!(found("蟠虬社区", 3), Ok(4));
        assert_eq!(found("龙津街道/华林社区", 3), Ok(6));
        assert_eq!(found("金花街道", 3), Ok(3));
    }

    #[test]
    fn two_of_a_name_are_never_guessed_between() {
        let both = vec!["荔湾区/龙津街道/华林社区".to_owned(), "荔湾区/金花街道/华林社区".to_owned()];
        assert_eq!(found("华林社区", 2), Err(NoPlace::Ambiguous(both)));
        assert_eq!(found("华林社区", 5), Ok(6));
    }

    #[test]
    fn place_is_found_by_any_form_of_its_name() {
        for name in [
            "蟠虬",
            "蟠虬居委会",
            "蟠虬社区党委",
            "金花街道蟠虬社区",
            "金花街蟠虬社区",
            "金花街蟠虬",
            "荔湾区/金花街/蟠虬居委",
            "蟠虬社區",
        ] {
            assert_eq!(found(name, 3), Ok(4), "{name}");
        }
        for name in ["蟠虬", "蟠虬居委会", "蟠虬社区", "金花街蟠虬"] {
            assert_eq!(found(name, 4), Ok(4), "{name}, in the community's own list");
        }
        assert_eq!(found("金花街", 2), Ok(3));
        assert_eq!(found("金花", 3), Err(NoPlace::Unknown), "a name without its level is none of those above");
        assert_eq!(found("蟠虬村", 3), Err(NoPlace::Unknown));
        assert!(matches!(found("华林居委会", 2), Err(NoPlace::Ambiguous(_))));
    }

    #[test]
    fn an_unknown_place_is_not_found() {
        assert_eq!(found("某某社区", 3), Err(NoPlace::Unknown));
        assert_eq!(found("越秀区/光塔街道", 3), Err(NoPlace::Unknown));
    }
}
