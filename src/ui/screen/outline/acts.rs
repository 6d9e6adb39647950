//! What can be done with a passage, by key or by number: each is one change.

use super::{HangingScreen, OutlineScreen, PlanScreen, refused};
use crate::id::PassageId;
use crate::lang::Lang;
use crate::model::{Flow, Numbering, Passage, Style};
use crate::query;
use crate::report::OutlineOf;
use crate::session::{Deletion, Spot};
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome, Question};
use crate::ui::scene::Scene;

/// Something to do with a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Write,
    AddAfter,
    AddInside,
    Numbers,
    Flow(Flow),
    Matters,
    Move,
    Out,
    In,
    Up,
    Down,
    Delete,
    Plan,
}

/// What a popup above was opened for.
#[derive(Debug)]
pub enum Asked {
    Act(Vec<Act>),
    Words(Spot),
    Point(PassageId),
    Numbers(PassageId, Vec<Numbering>),
    Whither(PassageId, Vec<PassageId>),
}

impl OutlineScreen {
    /// Asks what to do with what is under the cursor.
    pub(super) fn offer(&mut self, scene: &Scene) -> Outcome {
        let (lang, Some(row), Some(passage)) = (scene.look.lang, self.row(), self.passage(scene)) else {
            return Outcome::Stay;
        };
        let acts = match row.of {
            OutlineOf::Passage(_) => of_passage(passage),
            OutlineOf::Item(_) => vec![Act::Write, Act::AddAfter, Act::Up, Act::Down, Act::Delete, Act::Plan],
        };
        let choices = acts.iter().map(|act| Choice::new(label(*act, lang))).collect();
        let title = lang.outline_act(&format!("{}{}", row.number, row.words));
        self.asked = Some(Asked::Act(acts));
        Outcome::open(Choose::new(title, choices))
    }

    /// Takes what was chosen or typed.
    pub(super) fn take(&mut self, asked: Asked, answer: Answer, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        match (asked, answer) {
            (Asked::Act(acts), Answer::Chosen(at)) => acts.get(at).map_or(Outcome::Stay, |act| self.act(*act, scene)),
            (Asked::Words(spot), Answer::Typed(words)) => match session.add_passage(&spot, &words) {
                Ok((id, change)) => {
                    self.wanted = Some(OutlineOf::Passage(id));
                    self.change(Ok(change), lang.outline_added().into(), scene)
                }
                Err(error) => refused(&error, scene),
            },
            (Asked::Point(passage), Answer::Typed(words)) => match session.add_point(&passage, &words) {
                Ok((id, change)) => {
                    self.wanted = Some(OutlineOf::Item(id));
                    self.change(Ok(change), lang.outline_added().into(), scene)
                }
                Err(error) => refused(&error, scene),
            },
            (Asked::Numbers(id, offered), Answer::Chosen(at)) => match offered.get(at) {
                Some(numbering) => {
                    self.change(session.number_children(&id, *numbering), lang.outline_changed().into(), scene)
                }
                None => Outcome::Stay,
            },
            (Asked::Whither(id, offered), Answer::Chosen(at)) => match offered.get(at) {
                Some(parent) => self.change(session.move_passage(&id, parent), lang.outline_moved().into(), scene),
                None => Outcome::Stay,
            },
            _ => Outcome::Stay,
        }
    }

    fn act(&mut self, act: Act, scene: &Scene) -> Outcome {
        let Some(id) = self.passage(scene).map(|passage| passage.id.clone()) else { return Outcome::Stay };
        match act {
            Act::Write => self.write(scene),
            Act::AddAfter => self.ask_words(Some(Spot::After(id)), scene),
            Act::AddInside => self.ask_words(Some(Spot::Inside(id)), scene),
            Act::Numbers => self.offer_numbers(id, scene),
            Act::Flow(flow) => {
                let begun = scene.look.lang.outline_changed().into();
                self.change(scene.session.set_flow(&id, flow), begun, scene)
            }
            Act::Matters => Outcome::open(HangingScreen::new(id, scene)),
            Act::Move => self.offer_parents(id, scene),
            Act::Out => self.level(false, scene),
            Act::In => self.level(true, scene),
            Act::Up => self.shift(false, scene),
            Act::Down => self.shift(true, scene),
            Act::Delete => self.ask_to_delete(scene),
            Act::Plan => PlanScreen::open(scene),
        }
    }

    /// Asks for the words of what is added: at a spot, else where it is added from here.
    pub(super) fn ask_words(&mut self, spot: Option<Spot>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let Some((passage, row)) = self.passage(scene).zip(self.row()) else { return Outcome::Stay };
        let is_item = matches!(row.of, OutlineOf::Item(_));
        let matter = session.point_matter(&passage.id).filter(|_| is_item || spot.is_none());
        if let Some(matter) = matter {
            self.asked = Some(Asked::Point(passage.id.clone()));
            return Outcome::open(Ask::new(lang.outline_point_title(), lang.outline_point_said(&matter.name), ""));
        }
        let Some(spot) = spot.or_else(|| self.spot(scene)) else { return Outcome::Stay };
        self.asked = Some(Asked::Words(spot));
        Outcome::open(Ask::new(lang.outline_add_title(), lang.outline_add_said(), ""))
    }

    fn offer_numbers(&mut self, id: PassageId, scene: &Scene) -> Outcome {
        let (lang, Some(passage)) = (scene.look.lang, scene.session.passage(&id)) else { return Outcome::Stay };
        let of_headings = Numbering::OF_HEADINGS.contains(&passage.numbering);
        let headings = Numbering::OF_HEADINGS.into_iter().filter(|_| of_headings);
        let offered: Vec<Numbering> = headings.chain(Numbering::OF_POINTS).collect();
        let choices = offered.iter().map(|numbering| Choice::new(number_name(*numbering, lang))).collect();
        let now = offered.iter().position(|numbering| *numbering == passage.numbering).unwrap_or_default();
        self.asked = Some(Asked::Numbers(id, offered));
        Outcome::open(Choose::new(lang.outline_act_numbers(), choices).on(now))
    }

    fn offer_parents(&mut self, id: PassageId, scene: &Scene) -> Outcome {
        let rows = query::outline(scene.session.ledger(), scene.session.year());
        let rows: Vec<_> = rows.into_iter().filter(|(one, _)| one.id != id && one.style != Style::Title).collect();
        let choices = rows.iter().map(|(passage, depth)| {
            Choice::new(format!("{}{}", "  ".repeat(*depth), scene.session.passage_name(&passage.id)))
        });
        let choices = choices.collect();
        self.asked = Some(Asked::Whither(id, rows.into_iter().map(|(passage, _)| passage.id.clone()).collect()));
        Outcome::open(Choose::new(scene.look.lang.outline_whither(), choices))
    }

    /// Puts what is under the cursor before the one ahead of it, or behind the next.
    pub(super) fn shift(&mut self, down: bool, scene: &Scene) -> Outcome {
        let (session, begun) = (scene.session, scene.look.lang.outline_moved().to_owned());
        let at = self.cursor.index();
        match self.row().map(|row| row.of.clone()) {
            Some(OutlineOf::Passage(id)) => self.change(session.shift_passage(&id, down), begun, scene),
            Some(OutlineOf::Item(id)) => {
                let other = if down { Some(at + 1) } else { at.checked_sub(1) };
                let Some(OutlineOf::Item(other)) = other.and_then(|at| self.rows.get(at)).map(|row| &row.of) else {
                    return Outcome::Tell(scene.look.lang.outline_of_items_only().into());
                };
                let moved = session.move_beside(id, *other, down);
                match moved {
                    Ok(Some(change)) => self.change(Ok(change), begun, scene),
                    Ok(None) => Outcome::Tell(scene.look.lang.outline_of_items_only().into()),
                    Err(error) => refused(&error.into(), scene),
                }
            }
            None => Outcome::Stay,
        }
    }

    /// Puts the passage under the cursor a level down or up.
    pub(super) fn level(&mut self, down: bool, scene: &Scene) -> Outcome {
        let (session, begun) = (scene.session, scene.look.lang.outline_moved().to_owned());
        match self.row().map(|row| row.of.clone()) {
            Some(OutlineOf::Passage(id)) if down => self.change(session.indent_passage(&id), begun, scene),
            Some(OutlineOf::Passage(id)) => self.change(session.outdent_passage(&id), begun, scene),
            Some(OutlineOf::Item(_)) => Outcome::Tell(scene.look.lang.outline_of_items_only().into()),
            None => Outcome::Stay,
        }
    }

    /// Asks before what is under the cursor goes; says what becomes of what hangs there.
    pub(super) fn ask_to_delete(&mut self, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        match self.row().map(|row| row.of.clone()) {
            Some(OutlineOf::Passage(id)) => match session.delete_passage(&id) {
                Ok(done) => {
                    let text = question(&done, lang);
                    let then = self.change(Ok(done.change), lang.outline_deleted().into(), scene);
                    let yes = lang.outline_act_delete().into();
                    Outcome::Confirm(Box::new(Question { text, yes, then }))
                }
                Err(error) => refused(&error, scene),
            },
            Some(OutlineOf::Item(id)) => {
                let title = session.ledger().items.get(&id).map(|item| item.card.title.clone()).unwrap_or_default();
                let then = self.change(session.bin(id).map_err(Into::into), lang.outline_binned().into(), scene);
                let (text, yes) = (lang.list_bin_confirm(&title), lang.list_bin().into());
                Outcome::Confirm(Box::new(Question { text, yes, then }))
            }
            None => Outcome::Stay,
        }
    }
}

/// Whether a passage is a heading.
pub(super) fn is_head(passage: &Passage) -> bool {
    passage.style != Style::Point
}

fn of_passage(passage: &Passage) -> Vec<Act> {
    let other = if passage.flow == Flow::Run { Flow::Paragraph } else { Flow::Run };
    let flow = (!is_head(passage)).then_some(Act::Flow(other));
    let first = [Act::Write, Act::AddAfter, Act::AddInside, Act::Numbers, Act::Matters, Act::Move];
    let last = [Act::Delete, Act::Out, Act::In, Act::Up, Act::Down, Act::Plan];
    first.into_iter().chain(flow).chain(last).collect()
}

fn question(done: &Deletion, lang: Lang) -> String {
    let mut said = lang.outline_delete_question(&done.name);
    if done.children > 0 {
        said += &lang.outline_delete_children(done.children);
    }
    let matters = (done.matters > 0).then(|| lang.outline_delete_matters(done.matters));
    let items = (done.items > 0).then(|| lang.outline_delete_items(done.items));
    let hanging: Vec<String> = matters.into_iter().chain(items).collect();
    if !hanging.is_empty() {
        said += &lang.outline_delete_hanging(&hanging.join(lang.between()), &done.above);
    }
    said
}

/// `第一，第二，`: how points are numbered.
pub(super) const fn number_name(numbering: Numbering, lang: Lang) -> &'static str {
    match numbering {
        Numbering::None => lang.outline_number_none(),
        Numbering::Ordinal => lang.outline_number_ordinal(),
        Numbering::Shi => lang.outline_number_shi(),
        Numbering::Arabic => lang.outline_number_arabic(),
        Numbering::Bracket => lang.outline_number_bracket(),
        Numbering::Sides => lang.outline_number_sides(),
        Numbering::Sections => lang.outline_number_sections(),
        Numbering::Parts => lang.outline_number_parts(),
    }
}

const fn label(act: Act, lang: Lang) -> &'static str {
    match act {
        Act::Write => lang.outline_act_write(),
        Act::AddAfter => lang.outline_act_after(),
        Act::AddInside => lang.outline_act_inside(),
        Act::Numbers => lang.outline_act_numbers(),
        Act::Flow(Flow::Paragraph) => lang.outline_paragraph(),
        Act::Flow(Flow::Run) => lang.outline_runs_on(),
        Act::Matters => lang.outline_act_matters(),
        Act::Move => lang.outline_act_move(),
        Act::Out => lang.outline_act_out(),
        Act::In => lang.outline_act_in(),
        Act::Up => lang.outline_act_up(),
        Act::Down => lang.outline_act_down(),
        Act::Delete => lang.outline_act_delete(),
        Act::Plan => lang.outline_act_plan(),
    }
}
