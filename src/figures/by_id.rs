//! Values of records by their ids, which are dense: given one after another, never again.

#[derive(Debug, Clone)]
pub struct ById<T> {
    values: Vec<Option<T>>,
}

impl<T> Default for ById<T> {
    fn default() -> ById<T> {
        ById { values: Vec::new() }
    }
}

impl<T: Clone> ById<T> {
    pub fn put(&mut self, id: i64, value: T) {
        let Ok(at) = usize::try_from(id) else { return };
        if at >= self.values.len() {
            self.values.resize((at + 1).max(self.values.len() * 2), None);
        }
        self.values[at] = Some(value);
    }

    pub fn get(&self, id: i64) -> Option<&T> {
        self.values.get(usize::try_from(id).ok()?)?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn get_finds_what_was_put_and_nothing_else() {
        let mut names = ById::default();
        names.put(7, "seven");
        names.put(2, "two");
        names.put(-1, "none");
        assert_eq!([7, 2, 3, 8, -1].map(|id| names.get(id).copied()), [Some("seven"), Some("two"), None, None, None]);
    }
}
