//! F4: what to do with the figure at the cursor, or which figure to insert.

use super::super::indicator::{IndicatorScreen, Start};
use super::super::places;
use super::number::{Fixing, TypedNumber};
use super::{Subject, WriterScreen};
use crate::id::{IndicatorId, SectionId};
use crate::lang::Lang;
use crate::query;
use crate::report::{Figured, Offer, Origin};
use crate::token::{Part, TokenText};
use crate::ui::choose::{Choice, Choose};
use crate::ui::live;
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;
use crate::ui::widget::{Piece, Unit};

/// What the layer above was asked for.
#[derive(Debug)]
pub(super) enum Asked {
    /// What to do with the figure.
    Menu(Vec<Deed>),
    /// Which figure instead.
    Another(Vec<Offer>),
    /// How it is written.
    Writing(Vec<Figured>),
    /// What stands where there is no number.
    Absent,
    /// Which figure to insert.
    Insert(Vec<Offer>),
    /// What a typed number is.
    Number(TypedNumber),
    /// Which figure takes its place.
    Which(TypedNumber, Vec<Offer>),
    /// Who says so.
    Who(TypedNumber),
    /// What it rests on.
    Basis(Fixing),
    /// What it is called.
    Name(Fixing),
    /// A new figure, by the screen that makes them.
    New(Slot),
}

/// What can be done with the figure at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Source,
    Another,
    Writing,
    Absent,
    Words,
    Insert,
}

/// Where a new figure goes once it is made.
#[derive(Debug)]
pub(super) enum Slot {
    /// Where the cursor stands.
    Insert,
    /// Into the place of the figure at the cursor.
    Another,
    /// Into the place of a typed number.
    Number(TypedNumber),
}

impl WriterScreen {
    /// Asks what to do with the figure at the cursor; where there is none, which to insert.
    pub(super) fn choices(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some((_, unit)) = self.parts[self.at].field.unit() else {
            return self.ask_insert(scene);
        };
        let name = name_of(unit);
        let mut deeds = vec![Deed::Source, Deed::Another, Deed::Writing, Deed::Absent, Deed::Words, Deed::Insert];
        // A name that nobody has given yet is a blank and nothing else: no clause goes for it, and 多 is no name.
        deeds.retain(|deed| *deed != Deed::Absent || !is_setting(&name, scene));
        let row = |deed: &Deed| match deed {
            Deed::Source => Choice::with(lang.writer_source(), lang.writer_source_more()),
            Deed::Another => Choice::new(lang.writer_another()),
            Deed::Writing => Choice::with(lang.writer_writing(), unit.shown.clone()),
            Deed::Absent => Choice::new(lang.writer_absent()),
            Deed::Words => Choice::with(lang.writer_words(), lang.writer_words_more()),
            Deed::Insert => Choice::new(lang.writer_insert()),
        };
        let rows = deeds.iter().map(row).collect();
        self.ask(Asked::Menu(deeds), lang.writer_menu(&name), rows)
    }

    /// Takes the answer to what was asked.
    pub(super) fn take(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match (self.asked.take(), answer) {
            (Some(asked), Answer::Chosen(at)) => self.take_choice(asked, at, scene),
            (Some(asked), Answer::Typed(text)) => self.take_text(asked, &text, scene),
            (None, _) => Outcome::Stay,
        }
    }

    fn take_choice(&mut self, asked: Asked, at: usize, scene: &Scene) -> Outcome {
        match asked {
            Asked::Menu(deeds) => return deeds.get(at).map_or(Outcome::Stay, |deed| self.chosen(*deed, scene)),
            Asked::Another(offers) => match offers.get(at) {
                Some(offer) => self.renamed_to(&offer.name, scene),
                None => return self.make(Slot::Another, scene),
            },
            Asked::Writing(mut ways) => self.replace(live::unit(ways.swap_remove(at))),
            Asked::Insert(mut offers) if at < offers.len() => {
                self.field().put(None, vec![live::unit(offers.swap_remove(at).figured)]);
            }
            Asked::Insert(_) => return self.make(Slot::Insert, scene),
            Asked::Absent => self.absent(at),
            Asked::Number(typed) => return self.number_is(at, typed, scene),
            Asked::Which(typed, offers) => match offers.get(at) {
                Some(offer) => return self.put_number(&typed, &offer.name, scene),
                None => return self.make(Slot::Number(typed), scene),
            },
            Asked::Who(_) | Asked::Basis(_) | Asked::Name(_) | Asked::New(_) => {}
        }
        Outcome::Stay
    }

    fn take_text(&mut self, asked: Asked, text: &str, scene: &Scene) -> Outcome {
        match asked {
            Asked::Who(typed) => self.who(typed, text, scene),
            Asked::Basis(fixing) => self.basis(fixing, text, scene),
            Asked::Name(fixing) => self.name(fixing, text, scene),
            Asked::New(slot) => self.made(slot, text, scene),
            _ => Outcome::Stay,
        }
    }

    /// Opens the screen on which a new figure is made.
    fn make(&mut self, slot: Slot, scene: &Scene) -> Outcome {
        let matter = match &self.subject {
            Subject::Passage(_) => None,
            Subject::Item(id) => scene.session.ledger().items.get(id).map(|item| item.card.matter.clone()),
            Subject::Form(item) => Some(item.card.matter.clone()),
        };
        self.asked = Some(Asked::New(slot));
        Outcome::open(IndicatorScreen::new(Start { section: Some(self.section(scene)), matter }, scene))
    }

    /// Goes on where a new figure was asked for.
    fn made(&mut self, slot: Slot, name: &str, scene: &Scene) -> Outcome {
        match slot {
            Slot::Number(typed) => return self.put_number(&typed, name, scene),
            Slot::Another => self.renamed_to(name, scene),
            Slot::Insert => self.insert(name, scene),
        }
        Outcome::Stay
    }

    /// The section that the text stands in.
    pub(super) fn section(&self, scene: &Scene) -> SectionId {
        let session = scene.session;
        let (ledger, template) = (session.ledger(), session.template());
        let found = match &self.subject {
            Subject::Passage(id) => query::section_of_passage(ledger, template, session.year(), id),
            Subject::Item(id) => ledger.items.get(id).and_then(|item| query::section_of(ledger, template, &item.card)),
            Subject::Form(item) => query::section_of(ledger, template, &item.card),
        };
        found.unwrap_or(&template.sections[0].id).clone()
    }

    /// Puts a figure into the place of the one at the cursor.
    fn renamed_to(&mut self, name: &str, scene: &Scene) {
        let stored = self.unit().map(|unit| unit.stored.clone()).unwrap_or_default();
        let figured = self.desk(scene, |desk| desk.renamed(&stored, name));
        self.replace(live::unit(figured));
    }

    /// Puts a figure where the cursor stands.
    fn insert(&mut self, name: &str, scene: &Scene) {
        let offers = self.desk(scene, |desk| desk.offers());
        if let Some(offer) = offers.into_iter().find(|offer| offer.name == name) {
            self.field().put(None, vec![live::unit(offer.figured)]);
        }
    }

    fn chosen(&mut self, deed: Deed, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(unit) = self.unit().cloned() else { return Outcome::Stay };
        match deed {
            Deed::Source => source(&unit, &self.subject, scene),
            Deed::Another => self.ask_another(scene),
            Deed::Writing => self.ask_writing(scene),
            Deed::Absent => {
                let rows = [lang.writer_absent_blank(), lang.writer_absent_drop(), lang.writer_absent_many()];
                self.ask(Asked::Absent, lang.writer_absent_title().into(), rows.map(Choice::new).to_vec())
            }
            Deed::Words => {
                self.replace(Piece::Words(unit.shown));
                Outcome::Stay
            }
            Deed::Insert => self.ask_insert(scene),
        }
    }

    /// Asks which figure goes where the cursor stands.
    fn ask_insert(&mut self, scene: &Scene) -> Outcome {
        let offers = self.desk(scene, |desk| desk.offers());
        self.offer(scene.look.lang.writer_insert_title(), offers, Asked::Insert, scene)
    }

    /// Asks which figure takes the place of the one at the cursor.
    pub(super) fn ask_another(&mut self, scene: &Scene) -> Outcome {
        let offers = self.desk(scene, |desk| desk.offers());
        self.offer(scene.look.lang.writer_another_title(), offers, Asked::Another, scene)
    }

    /// Asks how the figure at the cursor is written.
    pub(super) fn ask_writing(&mut self, scene: &Scene) -> Outcome {
        let field = &self.parts[self.at].field;
        let Some((at, unit)) = field.unit().map(|(at, unit)| (at, unit.clone())) else { return Outcome::Stay };
        let after = field.text()[at.end..].to_owned();
        let ways = self.desk(scene, |desk| desk.writings(&unit.stored, &after));
        let rows = ways.iter().map(|way| Choice::new(way.shown.clone())).collect();
        self.ask(Asked::Writing(ways), scene.look.lang.writer_writing_title(&name_of(&unit)), rows)
    }

    /// Offers figures, and behind them a new one.
    pub(super) fn offer(
        &mut self,
        title: &str,
        offers: Vec<Offer>,
        asked: impl FnOnce(Vec<Offer>) -> Asked,
        scene: &Scene,
    ) -> Outcome {
        let lang = scene.look.lang;
        let detail = |offer: &Offer| match offer.from {
            Origin::Indicator => offer.figured.shown.clone(),
            from => format!("{}  {}", offer.figured.shown, from_name(from, lang)),
        };
        let rows = offers.iter().map(|offer| Choice::with(offer.name.clone(), detail(offer)));
        let rows = rows.chain([Choice::with(lang.writer_new(), lang.writer_new_more())]).collect();
        self.ask(asked(offers), title.into(), rows)
    }

    fn ask(&mut self, asked: Asked, title: String, rows: Vec<Choice>) -> Outcome {
        self.asked = Some(asked);
        Outcome::open(Choose::new(title, rows))
    }

    /// The figure at the cursor.
    pub(super) fn unit(&self) -> Option<&Unit> {
        self.parts[self.at].field.unit().map(|(_, unit)| unit)
    }

    fn replace(&mut self, piece: Piece) {
        if let Some((at, _)) = self.parts[self.at].field.unit() {
            self.field().put(Some(at), vec![piece]);
        }
    }
}

/// What a figure is called.
pub(super) fn name_of(unit: &Unit) -> String {
    match TokenText::parse(&unit.stored).parts.first() {
        Some(Part::Token(token)) => token.name.clone(),
        _ => unit.stored.clone(),
    }
}

/// Whether a name is that of a setting: 省, 区.
fn is_setting(name: &str, scene: &Scene) -> bool {
    let settings = &scene.session.template().settings;
    settings.iter().any(|setting| setting.id.as_str() == name || setting.name == name)
}

fn from_name(from: Origin, lang: Lang) -> &'static str {
    match from {
        Origin::Field => lang.report_field(),
        Origin::Setting => lang.report_setting(),
        Origin::Calendar => lang.report_calendar(),
        Origin::Register => lang.report_register(),
        Origin::Indicator => "",
    }
}

/// Opens what is behind a figure, or says where it comes from.
fn source(unit: &Unit, subject: &Subject, scene: &Scene) -> Outcome {
    let name = name_of(unit);
    let is_item = !matches!(subject, Subject::Passage(_));
    let id: Option<IndicatorId> = name.parse().ok();
    let indicator = id.filter(|id| scene.session.template().indicator(id).is_some());
    let lang = scene.look.lang;
    match indicator {
        Some(id) => places::figure(&id, scene),
        None if is_item => Outcome::Tell(lang.report_field().into()),
        None => Outcome::Tell(lang.writer_cannot().into()),
    }
}
