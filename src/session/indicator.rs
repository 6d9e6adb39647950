//! Figures the office names itself: tried out before they are saved, defined anew, renamed wherever they are used,
//! deleted where nothing uses them.

use super::{Session, SessionError};
use crate::id::IndicatorId;
use crate::model::{
    Act, Change, Edit, FigureKey, Indicator, Item, Measure, Passage, PassageKey, Record, RecordKey, Return, ReturnKey,
    Shows, Template, Verb,
};
use crate::query::{self, Figure, Figures};
use crate::report::LiveDesk;
use crate::token::TokenText;

/// What a figure would be if it were defined so.
#[derive(Debug)]
pub struct Trial {
    template: Template,
    figures: Figures,
    before: Figures,
    /// The figure.
    pub figure: Figure,
}

impl Session {
    /// Takes the figure that an indicator would give; `old` is the one it takes the place of.
    pub fn try_out(&self, old: Option<&IndicatorId>, new: &Indicator) -> Trial {
        let mut template = Template::clone(self.template());
        put(&mut template, old, new.clone());
        let figure = query::figure(&self.ledger, new, self.scope());
        let before = query::figure_last_year(&self.ledger, new, self.scope());
        Trial {
            template,
            figures: Figures::from([(new.id.clone(), figure.clone())]),
            before: Figures::from([(new.id.clone(), before)]),
            figure,
        }
    }

    /// The desk at which the figure of a trial can be written.
    pub fn trial_desk<'a>(&'a self, trial: &'a Trial) -> LiveDesk<'a> {
        self.live_desk().with(&trial.template, (&trial.figures, &trial.before))
    }

    /// The change that defines a figure of the year anew. Under another name it is renamed in every text, sentence and
    /// figure that uses it, and keeps its returns and what was said of it.
    pub fn redefine(&self, old: &IndicatorId, new: Indicator) -> Result<Change, SessionError> {
        let name = new.id.clone();
        let mut template = Template::clone(self.template());
        put(&mut template, Some(old), new);
        let mut edits = Vec::new();
        if name != *old {
            if self.is_taken(name.as_str()) {
                return Err(SessionError::NameTaken(name.to_string()));
            }
            rename_in(&mut template, old, &name);
            edits = self.renamed(old, &name)?;
        }
        if template != **self.template() {
            edits.insert(0, self.template_edit(self.year, template));
        }
        Ok(Change { act: Act { verb: Verb::Figure, what: name.to_string() }, edits })
    }

    /// The change that deletes a figure from the year's template, with what was said of it; refused while it is used.
    pub fn undefine(&self, id: &IndicatorId) -> Result<Change, SessionError> {
        let uses = self.uses_of(id);
        if let Some(first) = uses.first() {
            return Err(SessionError::FigureUsed(id.to_string(), uses.len(), first.chars().take(12).collect()));
        }
        let mut template = Template::clone(self.template());
        template.indicators.retain(|one| one.id != *id);
        let note = RecordKey::Figure(FigureKey(self.year, id.clone()));
        let gone = note.get(&self.ledger).map(|old| Edit { key: note, old: Some(old), new: None });
        let edits = std::iter::once(self.template_edit(self.year, template)).chain(gone).collect();
        Ok(Change { act: Act { verb: Verb::Figure, what: id.to_string() }, edits })
    }

    /// What uses a figure: texts of the report, sentences, other figures, returns; each as it is called.
    fn uses_of(&self, id: &IndicatorId) -> Vec<String> {
        let has = |text: &&str| TokenText::parse(text).tokens().any(|token| token.name == id.as_str());
        let gist = |text: &str| TokenText::parse(text).gist();
        let passages = self.passages().flat_map(|passage| [&*passage.lead, &passage.text, &passage.closing]);
        let items = self.ledger.items_of(self.year).map(|item| item.body.wording.as_str());
        let mut template = Template::clone(self.template());
        let own: Vec<String> = texts_of(&mut template).into_iter().map(|text| text.clone()).collect();
        let texts = passages.chain(items).chain(own.iter().map(String::as_str)).filter(has).map(gist);
        let shares =
            template.indicators.iter().filter(|one| is_share_of(&one.measure, id)).map(|one| one.id.to_string());
        let returns = self.returns_of(id).map(|(key, _)| self.unit_label(key));
        texts.chain(shares).chain(returns).collect()
    }

    /// The edits that give a figure another name in everything of the year but its template.
    fn renamed(&self, old: &IndicatorId, new: &IndicatorId) -> Result<Vec<Edit>, SessionError> {
        let passages = self.passages().filter_map(|passage| {
            let renamed = renamed_passage(passage.clone(), old, new)?;
            let key = RecordKey::Passage(PassageKey(self.year, passage.id.clone()));
            Some(Edit { key, old: Some(Record::Passage(passage.clone())), new: Some(Record::Passage(renamed)) })
        });
        let items = self.ledger.items_of(self.year).filter_map(|item| {
            let wording = renamed_text(&item.body.wording, old, new)?;
            let mut item: Item = item.clone();
            item.body.wording = wording;
            Some(item)
        });
        let mut edits: Vec<Edit> = passages.collect();
        edits.extend(self.edit_all(items.collect())?.edits);
        let note = FigureKey(self.year, old.clone());
        let moved = self.ledger.figures.get(&note).map(|kept| {
            let kept = Record::Figure(kept.clone());
            moved(RecordKey::Figure(note), RecordKey::Figure(FigureKey(self.year, new.clone())), kept)
        });
        let returns = self.returns_of(old).map(|(key, value)| {
            let to = ReturnKey { indicator: new.clone(), ..key.clone() };
            moved_return(key.clone(), to, value.clone())
        });
        edits.extend(moved.into_iter().chain(returns).flatten());
        Ok(edits)
    }

    fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.ledger.passages.iter().filter(|(key, _)| key.0 == self.year).map(|(_, passage)| passage)
    }

    fn returns_of(&self, id: &IndicatorId) -> impl Iterator<Item = (&ReturnKey, &Return)> {
        self.ledger.returns.iter().filter(move |(key, _)| key.year == self.year && key.indicator == *id)
    }

    fn unit_label(&self, key: &ReturnKey) -> String {
        self.ledger.entry(key.unit).map_or_else(String::new, |entry| entry.label.clone())
    }
}

/// Puts an indicator into the place of another one, else behind all.
fn put(template: &mut Template, old: Option<&IndicatorId>, new: Indicator) {
    match template.indicators.iter_mut().find(|one| Some(&one.id) == old) {
        Some(place) => *place = new,
        None => template.indicators.push(new),
    }
}

/// Gives a figure another name in all that the template says.
fn rename_in(template: &mut Template, old: &IndicatorId, new: &IndicatorId) {
    for text in texts_of(template) {
        if let Some(renamed) = renamed_text(text, old, new) {
            *text = renamed;
        }
    }
    for indicator in &mut template.indicators {
        if let Measure::Share { part, whole } = &mut indicator.measure {
            for id in [part, whole].into_iter().filter(|id| **id == *old) {
                *id = new.clone();
            }
        }
    }
}

/// The texts of a template in which figures can stand; the passages that a year began with are the year's own by now.
fn texts_of(template: &mut Template) -> Vec<&mut String> {
    let annexes = template.annexes.iter_mut().flat_map(|annex| {
        let columns = annex.columns.iter_mut().filter_map(|column| match &mut column.shows {
            Shows::Text(text) => Some(text),
            _ => None,
        });
        [&mut annex.title, &mut annex.foot].into_iter().chain(columns)
    });
    template.kinds.iter_mut().map(|kind| &mut kind.sentence).chain(annexes).collect()
}

fn renamed_text(text: &str, old: &IndicatorId, new: &IndicatorId) -> Option<String> {
    TokenText::parse(text).renamed(old.as_str(), new.as_str()).map(|text| text.to_string())
}

fn renamed_passage(mut passage: Passage, old: &IndicatorId, new: &IndicatorId) -> Option<Passage> {
    let mut is_there = false;
    for text in [&mut passage.lead, &mut passage.text, &mut passage.closing] {
        if let Some(renamed) = renamed_text(text, old, new) {
            *text = renamed;
            is_there = true;
        }
    }
    is_there.then_some(passage)
}

fn is_share_of(measure: &Measure, id: &IndicatorId) -> bool {
    matches!(measure, Measure::Share { part, whole } if part == id || whole == id)
}

/// A record under another key.
fn moved(from: RecordKey, to: RecordKey, record: Record) -> [Edit; 2] {
    [Edit { key: from, old: Some(record.clone()), new: None }, Edit { key: to, old: None, new: Some(record) }]
}

fn moved_return(from: ReturnKey, to: ReturnKey, value: Return) -> [Edit; 2] {
    moved(RecordKey::Return(from), RecordKey::Return(to), Record::Return(value))
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;
    use crate::document::Document;
    use crate::model::Amount;

    fn id(name: &str) -> IndicatorId {
        name.parse().expect("a name")
    }

    fn indicator(bench: &Bench, name: &str) -> Indicator {
        bench.session.template().indicator(&id(name)).expect("a figure").clone()
    }

    #[test]
    fn a_renamed_figure_prints_the_same_report_and_undo_takes_it_back() {
        let mut bench = Bench::sample();
        let before = bench.session.document().clone();
        let words = |document: &Document| document.runs().map(|run| run.text.clone()).collect::<Vec<_>>();
        let new = Indicator { id: id("中心组集中学习次数"), ..indicator(&bench, "中心组次数") };
        let change = bench.session.redefine(&id("中心组次数"), new).expect("a change");
        bench.session.apply(&change).expect("saved");
        assert_eq!(words(bench.session.document()), words(&before));
        assert!(bench.session.uses_of(&id("中心组次数")).is_empty());
        bench.session.undo().expect("undone");
        assert_eq!(*bench.session.document(), before);
    }

    #[test]
    fn a_figure_keeps_what_was_said_of_it_under_another_name() {
        let mut bench = Bench::sample();
        let old = id("党员干部总数");
        let number = Amount::exact(812.into());
        bench.session.apply(&bench.session.fix(&old, Some((&number, "组织部年报")))).expect("saved");
        let new = Indicator { id: id("党员总数"), ..indicator(&bench, "党员干部总数") };
        bench.session.apply(&bench.session.redefine(&old, new).expect("a change")).expect("saved");
        assert_eq!(bench.session.figure_text(&id("党员总数")), "812名");
        assert_eq!(bench.session.basis(&id("党员总数")), Some("组织部年报"));
    }

    #[test]
    fn a_name_that_means_something_is_refused_and_so_is_deleting_what_is_used() {
        let bench = Bench::sample();
        let new = Indicator { id: id("年度"), ..indicator(&bench, "中心组次数") };
        let taken = bench.session.redefine(&id("中心组次数"), new);
        assert!(matches!(taken, Err(SessionError::NameTaken(_))), "{taken:?}");
        let used = bench.session.undefine(&id("中心组次数"));
        assert!(matches!(used, Err(SessionError::FigureUsed(_, 1.., _))), "{used:?}");
    }

    #[test]
    fn a_figure_nobody_uses_goes_and_comes_back() {
        let mut bench = Bench::sample();
        let new = Indicator { id: id("试数"), ..indicator(&bench, "中心组次数") };
        bench.session.apply(&bench.session.define(new).expect("a change")).expect("saved");
        bench.session.apply(&bench.session.undefine(&id("试数")).expect("unused")).expect("saved");
        assert!(bench.session.template().indicator(&id("试数")).is_none());
        bench.session.undo().expect("undone");
        assert!(bench.session.template().indicator(&id("试数")).is_some());
    }

    #[test]
    fn a_trial_gives_what_the_saved_figure_will_be() {
        let mut bench = Bench::sample();
        let new =
            Indicator {
                id: id("试数"), unit: "回".into(), format: String::new(), ..indicator(&bench, "中心组次数")
            };
        let trial = bench.session.try_out(None, &new);
        let ways: Vec<String> =
            bench.session.trial_desk(&trial).writings("{试数}", "").into_iter().map(|way| way.shown).collect();
        bench.session.apply(&bench.session.define(new).expect("a change")).expect("saved");
        assert_eq!(bench.session.figures().get(&id("试数")), Some(&trial.figure));
        assert!(ways.contains(&bench.session.figure_text(&id("试数"))), "{ways:?}");
    }
}
