//! The campaign as a few lists and the rules of the design's section 2, and nothing else: what the program is held
//! against.

use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub id: usize,
    pub quantity: i64,
    pub state: &'static str,
    pub came_from: Option<&'static str>,
    pub number: Option<i64>,
    pub duplicate_of: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub id: usize,
    pub need: usize,
    pub by: BTreeSet<usize>,
    pub quantity: i64,
    pub state: &'static str,
    /// Confirmed before its need was reopened.
    pub is_former: bool,
}

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// 0, with an entry.
    Done,
    /// 0, and nothing changed.
    Already,
    /// 1, and nothing changed.
    Refused,
    /// 3, and nothing changed.
    Stopped,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    pub needs: Vec<Need>,
    pub claims: Vec<Claim>,
}

const EXITS: [&str; 4] = ["rejected", "duplicate", "withdrawn", "unfulfilled"];
const STEPS: [&str; 4] = ["active", "started", "completed", "confirmed"];

impl Claim {
    pub fn holds(&self) -> bool {
        STEPS.contains(&self.state)
    }

    fn runs(&self) -> bool {
        matches!(self.state, "active" | "started")
    }
}

impl Model {
    pub fn need(&mut self, id: usize) -> &mut Need {
        self.needs.iter_mut().find(|need| need.id == id).unwrap()
    }

    fn holding(&self, need: usize) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.need == need && claim.holds() && !claim.is_former)
    }

    fn taken(&self, need: usize) -> i64 {
        self.holding(need).map(|claim| claim.quantity).sum()
    }

    /// How far the claims of a need have come; `None` if it is not on the wall.
    pub fn progress(&self, need: &Need) -> Option<&'static str> {
        let of =
            |state: &str| self.holding(need.id).filter(|claim| claim.state == state).map(|claim| claim.quantity).sum();
        let (confirmed, completed): (i64, i64) = (of("confirmed"), of("completed"));
        let taken = self.taken(need.id);
        Some(match () {
            _ if need.state != "published" => return None,
            _ if taken == 0 => "open",
            _ if taken < need.quantity => "partly_claimed",
            _ if confirmed >= need.quantity => "confirmed",
            _ if confirmed + completed >= need.quantity => "fulfilled",
            _ if self.holding(need.id).any(|claim| claim.state != "active") => "in_progress",
            _ => "claimed",
        })
    }

    /// Members who hold a claim: those who have met the quota of one wish.
    pub fn met(&self) -> usize {
        let holding = self.claims.iter().filter(|claim| claim.holds());
        holding.flat_map(|claim| &claim.by).collect::<BTreeSet<_>>().len()
    }

    pub fn verify(&mut self, id: usize, to: &'static str) -> End {
        let need = self.need(id);
        if need.state == to || (to == "verified" && matches!(need.state, "published" | "closed")) {
            return End::Already;
        }
        let from: &[&str] = match to {
            "verified" => &["collected", "needs_info"],
            "needs_info" => &["collected", "verified"],
            _ => &["collected", "needs_info", "verified"],
        };
        if !from.contains(&need.state) {
            return End::Refused;
        }
        need.came_from = (to == "rejected").then_some(need.state);
        need.state = to;
        End::Done
    }

    pub fn verify_all(&mut self) -> End {
        let mut end = End::Already;
        for need in self.needs.iter_mut().filter(|need| need.state == "collected") {
            need.state = "verified";
            end = End::Done;
        }
        end
    }

    pub fn duplicate(&mut self, id: usize, original: usize) -> End {
        let mut kept = self.need(original).clone();
        while let Some(next) = kept.duplicate_of.filter(|next| *next != id) {
            kept = self.need(next).clone();
        }
        let need = self.need(id).clone();
        if kept.id == id || kept.duplicate_of == Some(id) {
            return End::Refused;
        }
        if need.duplicate_of == Some(kept.id) {
            return End::Already;
        }
        let running = self.claims.iter().any(|claim| claim.need == id && claim.runs());
        if EXITS.contains(&kept.state) || (kept.state == "closed" && running) {
            return End::Refused;
        }
        if !["collected", "verified", "published"].contains(&need.state) {
            return End::Refused;
        }
        let need = self.need(id);
        (need.came_from, need.state, need.duplicate_of) = (Some(need.state), "duplicate", Some(kept.id));
        self.claims.iter_mut().filter(|claim| claim.need == id).for_each(|claim| claim.need = kept.id);
        End::Done
    }

    /// What was taken down stays down.
    pub fn publish(&mut self) -> End {
        let mut last = self.last_number();
        let mut end = End::Already;
        for need in self.needs.iter_mut().filter(|need| need.state == "verified" && need.number.is_none()) {
            last += 1;
            (need.state, need.number) = ("published", Some(last));
            end = End::Done;
        }
        end
    }

    /// Published by name, also after it was taken down.
    pub fn publish_one(&mut self, id: usize) -> End {
        let next = self.last_number() + 1;
        let need = self.need(id);
        match need.state {
            "verified" => {
                (need.state, need.number) = ("published", Some(need.number.unwrap_or(next)));
                End::Done
            }
            "published" => End::Already,
            _ => End::Refused,
        }
    }

    fn last_number(&self) -> i64 {
        self.needs.iter().filter_map(|need| need.number).max().unwrap_or(0)
    }

    pub fn take_down(&mut self, id: usize) -> End {
        let is_held = self.holding(id).next().is_some();
        let need = self.need(id);
        match need.state {
            "verified" if need.number.is_some() => End::Already,
            "published" if !is_held => {
                need.state = "verified";
                End::Done
            }
            _ => End::Refused,
        }
    }

    pub fn take(&mut self, id: usize, by: BTreeSet<usize>, quantity: Option<i64>, next: usize) -> End {
        if let Some(held) = self.holding(id).find(|claim| claim.by == by) {
            return if quantity.is_some_and(|asked| asked != held.quantity) { End::Refused } else { End::Already };
        }
        let left = self.need(id).quantity - self.taken(id);
        if self.need(id).state != "published" || left <= 0 || quantity.is_some_and(|asked| asked > left) {
            return End::Refused;
        }
        let quantity = quantity.unwrap_or(left);
        self.claims.push(Claim { id: next, need: id, by, quantity, state: "active", is_former: false });
        End::Done
    }

    pub fn step(&mut self, id: usize, to: &'static str) -> End {
        let place = |state: &str| STEPS.iter().position(|step| *step == state);
        let claim = self.claims.iter_mut().find(|claim| claim.id == id).unwrap();
        match (place(claim.state), place(to)) {
            _ if claim.state == to => return End::Already,
            (Some(now), Some(then)) if now > then => return End::Already,
            (None, _) => return End::Refused,
            (Some(_), None) if claim.state == "confirmed" => return End::Refused,
            _ => claim.state = to,
        }
        let need = claim.need;
        let confirmed: i64 =
            self.holding(need).filter(|claim| claim.state == "confirmed").map(|claim| claim.quantity).sum();
        let need = self.need(need);
        if need.state == "published" && confirmed >= need.quantity {
            need.state = "closed";
        }
        End::Done
    }

    pub fn leave(&mut self, id: usize, to: &'static str) -> End {
        let runs = self.claims.iter().any(|claim| claim.need == id && claim.runs());
        let need = self.need(id);
        let from: &[&str] = match to {
            "withdrawn" => &["collected", "needs_info", "verified", "published"],
            _ => &["published"],
        };
        if need.state == to {
            return End::Already;
        }
        if !from.contains(&need.state) || (to == "closed" && runs) {
            return End::Refused;
        }
        need.came_from = (to != "closed").then_some(need.state);
        need.state = to;
        if to != "closed" {
            self.claims
                .iter_mut()
                .filter(|claim| claim.need == id && claim.runs())
                .for_each(|claim| claim.state = "released");
        }
        End::Done
    }

    pub fn reopen(&mut self, id: usize) -> End {
        let need = self.need(id);
        let to = match need.came_from {
            Some(from) => from,
            None if need.state == "closed" => "published",
            None => return End::Already,
        };
        let is_next_round = need.state == "closed";
        (need.state, need.came_from, need.duplicate_of) = (to, None, None);
        if is_next_round {
            let confirmed = self.claims.iter_mut().filter(|claim| claim.need == id && claim.state == "confirmed");
            confirmed.for_each(|claim| claim.is_former = true);
        }
        End::Done
    }

    /// Whether going back from this to `before` would take something off the wall that was put there.
    pub fn has_published(&self, before: &Model) -> bool {
        let on_the_wall = self.needs.iter().filter(|need| need.state == "published");
        on_the_wall.into_iter().any(|need| {
            let then = before.needs.iter().find(|then| then.id == need.id);
            then.is_none_or(|then| !matches!(then.state, "published" | "closed") && then.came_from.is_none())
        })
    }
}
