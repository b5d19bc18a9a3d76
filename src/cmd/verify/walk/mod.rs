//! `verify` on a terminal: one need after the other, one key each. Every answer is an entry of its own, saved before the
//! next need is shown.

mod screen;

use std::collections::HashMap;

use console::{Key, Term};

use self::screen::{Near, Screen, near};
use super::Args;
use crate::desk::values::Values;
use crate::desk::{Context, ask, place};
use crate::lang::{self, cmd, verify as text};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Decision, Level, NeedState};
use crate::store::collect::decisions::{self, Decided, Verdict};
use crate::store::neighbours::{self, Neighbour};
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::undo::{Undoing, undo};
use crate::store::{export, find, setting, wall};

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    if store.is_read_only() {
        return Err(stop(Exit::Refused, crate::lang::store::read_only(context.db.display())));
    }
    if let Some(reason) = args.reveal.as_deref() {
        super::export::note_reveal(&store, context, "export decisions --reveal", reason)?;
    }
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let mut waiting = export::waiting(&reading, context.today)?;
    if let Some(path) = &args.place {
        let wider = place(&places, setting::office_place(&reading)?, Some(path))?;
        let mut within = Vec::new();
        for id in waiting {
            if places.is_within(find::need_by_id(&reading, id)?.place_id, wider) {
                within.push(id);
            }
        }
        waiting = within;
    }
    let all = neighbours::all(&reading, &places)?;
    reading.finish()?;
    drop(store);
    if waiting.is_empty() {
        context.note(cmd::nothing_waits());
        return Ok(Exit::Done);
    }
    let mut walk = Walk {
        args,
        context,
        places,
        all,
        waiting,
        term: Term::stderr(),
        how: args.how.clone(),
        entries: HashMap::new(),
        message: None,
    };
    walk.go()?;
    let left = walk.waiting.len() - walk.entries.len();
    context.note(text::walk_ended(walk.entries.len(), left));
    Ok(Exit::Done)
}

struct Walk<'a> {
    args: &'a Args,
    context: &'a Context,
    places: Places,
    all: Vec<Neighbour>,
    waiting: Vec<i64>,
    term: Term,
    /// How the needs are verified from now on.
    how: Option<String>,
    /// By need: the entry that decided on it in this walk.
    entries: HashMap<i64, i64>,
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
        let (mut at, mut forward) = (0, true);
        while let Some(id) = self.waiting.get(at).copied() {
            let need = self.need(id)?;
            // Somebody else has decided on it meanwhile.
            if need.state != NeedState::Collected && !self.entries.contains_key(&id) {
                self.waiting.remove(at);
                at = if forward { at } else { at.saturating_sub(1) };
                continue;
            }
            let mut near = near(&need, &self.all, self.places.at_level(need.place_id, Level::Community));
            for one in &mut near {
                one.need.state = self.need(one.need.id)?.state;
            }
            self.show(at, &need, &near)?;
            match self.answer(&need, &near)? {
                Step::Next => (at, forward) = (at + 1, true),
                Step::Back => (at, forward) = (at.saturating_sub(1), false),
                Step::Stay => {}
                Step::Quit => break,
            }
        }
        Ok(())
    }

    fn need(&self, id: i64) -> anyhow::Result<NeedRow> {
        find::need_by_id(&*self.context.open()?.read()?, id)
    }

    fn show(&mut self, at: usize, need: &NeedRow, near: &[Near]) -> anyhow::Result<()> {
        self.term.clear_screen()?;
        let width = usize::from(self.term.size().1).clamp(40, 120);
        let store = self.context.open()?;
        let reading = store.read()?;
        let shown = Screen {
            need,
            near,
            values: Values { session: &reading, places: &self.places, reveal: self.args.reveal.is_some() },
            today: self.context.today,
            width,
        };
        let decided = self.entries.contains_key(&need.id);
        let mut lines = vec![text::walk_title(at + 1, self.waiting.len(), &need.code, shown.state(decided))];
        lines.extend(shown.lines()?);
        lines.push("─".repeat(width / 2));
        lines.extend(self.message.take());
        lines.extend(text::keys(self.how.as_deref(), decided));
        for line in lines {
            self.term.write_line(&crate::output::safe(&line))?;
        }
        Ok(())
    }

    /// One key, and what it asks for. The end of input, or an interrupt, is the end of the walk.
    fn answer(&mut self, need: &NeedRow, near: &[Near]) -> anyhow::Result<Step> {
        let key = match self.term.read_key_raw() {
            Ok(key) => key,
            Err(_) => return Ok(Step::Quit),
        };
        Ok(match key {
            Key::Char('p' | 'P') => self.decide(need, Decision::Pass, None, None)?,
            Key::Char('r' | 'R') => self.with_reason(need, Decision::Reject, &text::why_reject())?,
            Key::Char('n' | 'N') => self.with_reason(need, Decision::NeedsInfo, &text::why_needs_info())?,
            Key::Char('d' | 'D') => self.duplicate(need, near)?,
            Key::Char('w' | 'W') => self.reword(need)?,
            Key::Char('h' | 'H') => {
                let hows = super::export::HOW;
                let next = self.how.as_deref().and_then(|how| hows.iter().position(|one| *one == how));
                self.how = hows.get(next.map_or(0, |at| at + 1)).map(|how| (*how).to_owned());
                Step::Stay
            }
            Key::Char('u' | 'U') if self.entries.contains_key(&need.id) => {
                self.take_back(need.id)?;
                Step::Stay
            }
            Key::Char('s' | 'S' | ' ') | Key::ArrowRight | Key::ArrowDown => Step::Next,
            Key::Char('b' | 'B') | Key::ArrowLeft | Key::ArrowUp => Step::Back,
            Key::Char('q' | 'Q') | Key::Escape | Key::CtrlC => Step::Quit,
            _ => Step::Stay,
        })
    }

    /// A reason of the list, or one's own; the first choice, and Esc, decide nothing.
    fn with_reason(&mut self, need: &NeedRow, outcome: Decision, listed: &[String]) -> anyhow::Result<Step> {
        let own = listed.len() + 1;
        let mut choices = vec![text::go_back()];
        choices.extend_from_slice(listed);
        choices.push(text::other_reason());
        let reason = match ask::choose(&text::which_reason(), &choices)? {
            None | Some(0) => return Ok(Step::Stay),
            Some(at) if at == own => match ask::line(&text::type_reason())? {
                None => return Ok(Step::Quit),
                Some(reason) if reason.is_empty() => return Ok(Step::Stay),
                Some(reason) => reason,
            },
            Some(at) => choices.swap_remove(at),
        };
        self.decide(need, outcome, Some(reason), None)
    }

    /// The need that is kept: one of those on the screen, or any by its code.
    fn duplicate(&mut self, need: &NeedRow, near: &[Near]) -> anyhow::Result<Step> {
        let shown = |near: &Near| {
            let who = near.need.wisher_name.as_deref().unwrap_or("—");
            format!("{} {who} {}", near.need.code, near.need.text)
        };
        let mut choices = vec![text::go_back()];
        choices.extend(near.iter().map(shown));
        choices.push(text::other_kept());
        let chosen = if near.is_empty() { Some(1) } else { ask::choose(&text::which_kept(), &choices)? };
        let code = match chosen {
            None | Some(0) => return Ok(Step::Stay),
            Some(at) => match near.get(at - 1) {
                Some(near) => near.need.code.to_string(),
                None => match ask::line(&text::type_kept())? {
                    None => return Ok(Step::Quit),
                    Some(code) if code.is_empty() => return Ok(Step::Stay),
                    Some(code) => code,
                },
            },
        };
        match code.parse::<Code>() {
            Ok(code) => self.decide(need, Decision::Duplicate, None, Some(code)),
            Err(cause) => {
                self.message = Some(cause.to_string());
                Ok(Step::Stay)
            }
        }
    }

    fn decide(
        &mut self,
        need: &NeedRow,
        outcome: Decision,
        reason: Option<String>,
        kept: Option<Code>,
    ) -> anyhow::Result<Step> {
        // Another answer takes the place of the first.
        if self.entries.contains_key(&need.id) && !self.take_back(need.id)? {
            return Ok(Step::Stay);
        }
        let need = &self.need(need.id)?;
        let store = self.context.open()?;
        let mut change = store.change(self.context.new_entry(format!("verify {}", need.code)))?;
        let by = self.args.by.clone().unwrap_or_else(|| self.context.operator.clone());
        if decisions::is_own(need, Some(&by)) {
            self.message = Some(crate::lang::store::verifies_own(&need.code));
        }
        let kept = match kept.map(|code| decisions::kept(&change, need, &code)).transpose()? {
            Some(Err(refusal)) => {
                self.message = Some(lang::refusal::decision(&refusal));
                return Ok(Step::Stay);
            }
            Some(Ok(kept)) => Some(kept),
            None => None,
        };
        let on = self.args.on.unwrap_or(self.context.today);
        let verdict = Verdict { outcome, reason, kept, by: Some(by), how: self.how.clone(), on };
        match decisions::decide(&mut change, need, &verdict)? {
            Decided::Done(_) => {}
            Decided::Already => return Ok(Step::Next),
            Decided::Refused(refusal) => {
                self.message = Some(lang::refusal::decision(&refusal));
                return Ok(Step::Stay);
            }
        }
        if let Some(head) = change.finish()? {
            self.entries.insert(need.id, head.entry);
        }
        Ok(Step::Next)
    }

    /// Takes back what this walk has decided on a need; whether that was possible.
    fn take_back(&mut self, id: i64) -> anyhow::Result<bool> {
        let Some(entry) = self.entries.get(&id).copied() else { return Ok(true) };
        let store = self.context.open()?;
        let mut change = store.change_in_any_order(self.context.new_entry("undo"))?;
        match undo(&mut change, Some(entry))? {
            Undoing::Done { .. } => {
                change.finish()?;
            }
            Undoing::Already { .. } => change.cancel()?,
            Undoing::Hindered { .. } => {
                change.cancel()?;
                self.message = Some(text::cannot_take_back(entry));
                return Ok(false);
            }
        }
        self.entries.remove(&id);
        Ok(true)
    }

    /// Other words for the wall.
    fn reword(&mut self, need: &NeedRow) -> anyhow::Result<Step> {
        let Some(wording) = ask::line(&text::new_wording())? else { return Ok(Step::Quit) };
        if wording.is_empty() {
            return Ok(Step::Stay);
        }
        let store = self.context.open()?;
        let mut change = store.change(self.context.new_entry(format!("verify {}", need.code)))?;
        let stored = find::need_by_id(change.session(), need.id)?;
        let worded = wall::worded(&stored, Some(&wording), false);
        change.update(&stored, &worded)?;
        change.finish()?;
        // What was decided before cannot be taken back over it.
        if let Some(entry) = self.entries.get(&need.id) {
            self.message = Some(text::reworded_after(entry));
        }
        Ok(Step::Stay)
    }
}
