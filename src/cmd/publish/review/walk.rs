//! `publish --review` on a terminal: one withheld need after the other, one key each. Every answer is saved before the next
//! need is shown.

use std::collections::HashSet;

use console::{Key, Term};

use crate::desk::review::{Case, case, cases};
use crate::desk::wall::Judge;
use crate::desk::{Context, ask};
use crate::lang::publish as texts;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Level, NeedState};
use crate::store::find;
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::wall::{Ruling, ruled, send_back};

pub fn run(context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    if store.is_read_only() {
        return Err(stop(Exit::Refused, crate::lang::store::read_only(context.db.display())));
    }
    let reading = store.read()?;
    let judge = Judge::load(&reading, false, context.today)?;
    let waiting: Vec<i64> = cases(&judge, &reading)?.into_iter().map(|case| case.need.id).collect();
    let places = Places::load(&reading)?;
    reading.finish()?;
    drop(store);
    let all = waiting.len();
    let mut walk =
        Walk { context, judge, places, waiting, answered: HashSet::new(), term: Term::stderr(), message: None };
    walk.go()?;
    context.note(texts::review_ended(walk.answered.len(), all - walk.answered.len()));
    if !walk.answered.is_empty() {
        context.note(texts::review_next());
    }
    Ok(Exit::Done)
}

struct Walk<'a> {
    context: &'a Context,
    judge: Judge,
    places: Places,
    waiting: Vec<i64>,
    answered: HashSet<i64>,
    term: Term,
    /// The message above the keys of the next screen.
    message: Option<String>,
}

/// Where a key leads.
enum Step {
    Next,
    Back,
    Stay,
    Quit,
}

impl Walk<'_> {
    fn go(&mut self) -> anyhow::Result<()> {
        let mut at = 0;
        while let Some(id) = self.waiting.get(at).copied() {
            let need = find::need_by_id(&*self.context.open()?.read()?, id)?;
            let is_verified = need.state == NeedState::Verified;
            // Answered in this walk, or by somebody else meanwhile.
            let Some(case) = case(&self.judge, need).filter(|_| is_verified) else {
                at += 1;
                continue;
            };
            self.show(at, &case)?;
            match self.answer(&case)? {
                Step::Next => at += 1,
                Step::Back => at = self.before(at),
                Step::Stay => {}
                Step::Quit => break,
            }
        }
        Ok(())
    }

    /// The need before that still waits.
    fn before(&self, at: usize) -> usize {
        let is_open = |at: &usize| !self.answered.contains(&self.waiting[*at]);
        (0..at).rev().find(is_open).unwrap_or(at)
    }

    fn show(&mut self, at: usize, case: &Case) -> anyhow::Result<()> {
        self.term.clear_screen()?;
        let need = &case.need;
        let place = self.places.name(self.places.at_level(need.place_id, Level::Community));
        let kind = crate::lang::word(need.kind.zh(), need.kind.code());
        let who = need.wisher.as_deref().or(need.proposer.as_deref()).unwrap_or("—");
        let mut lines = vec![
            texts::review_title(at + 1, self.waiting.len(), &need.code, kind),
            texts::review_who(who, place),
            texts::review_why(&case.reason),
            texts::review_text(&case.marked),
            "─".repeat(40),
        ];
        lines.extend(self.message.take());
        lines.push(if case.is_private { texts::review_keys_words() } else { texts::review_keys_consent() });
        lines.push(texts::review_keys_move());
        for line in lines {
            self.term.write_line(&crate::output::safe(&line))?;
        }
        Ok(())
    }

    fn answer(&mut self, case: &Case) -> anyhow::Result<Step> {
        let Ok(key) = self.term.read_key_raw() else { return Ok(Step::Quit) };
        match key {
            Key::Char('a' | 'A') if case.is_private => self.rule(&case.need, &Ruling::AsIs),
            Key::Char('w' | 'W') => match ask::line(&crate::lang::verify::new_wording())? {
                None => Ok(Step::Quit),
                Some(wording) if wording.is_empty() => Ok(Step::Stay),
                Some(wording) => self.rule(&case.need, &Ruling::Reworded(wording)),
            },
            Key::Char('y' | 'Y') if !case.is_private => self.rule(&case.need, &Ruling::Consents(true)),
            Key::Char('n' | 'N') if !case.is_private => self.rule(&case.need, &Ruling::Consents(false)),
            Key::Char('c' | 'C') => self.send_back(&case.need),
            Key::Char('s' | 'S' | ' ') | Key::ArrowRight | Key::ArrowDown => Ok(Step::Next),
            Key::Char('b' | 'B') | Key::ArrowLeft | Key::ArrowUp => Ok(Step::Back),
            Key::Char('q' | 'Q') | Key::Escape | Key::CtrlC => Ok(Step::Quit),
            _ => Ok(Step::Stay),
        }
    }

    fn rule(&mut self, need: &NeedRow, ruling: &Ruling) -> anyhow::Result<Step> {
        let store = self.context.open()?;
        let mut change = store.change(self.context.new_entry(format!("publish --review {}", need.code)))?;
        let stored = find::need_by_id(change.session(), need.id)?;
        let after = ruled(&stored, ruling);
        change.update(&stored, &after)?;
        change.finish()?;
        self.answered.insert(need.id);
        let still = case(&self.judge, after).filter(|_| *ruling != Ruling::Consents(false));
        Ok(match still {
            None => Step::Next,
            Some(case) => {
                self.answered.remove(&need.id);
                self.message = Some(texts::still_withheld(&need.code, case.reason));
                Step::Stay
            }
        })
    }

    fn send_back(&mut self, need: &NeedRow) -> anyhow::Result<Step> {
        let store = self.context.open()?;
        let mut change = store.change(self.context.new_entry(format!("publish --review {}", need.code)))?;
        let stored = find::need_by_id(change.session(), need.id)?;
        send_back(&mut change, &stored, self.context.today, &texts::review_ask_reason())?;
        change.finish()?;
        self.answered.insert(need.id);
        Ok(Step::Next)
    }
}
