//! A number typed by hand asks what it is: only words, a figure there is, or one that somebody answers for (定数).
//!
//! What stood in the text when it was opened was asked about before; that it is words is remembered by its being there.

use super::figure::Asked;
use super::{Subject, WriterScreen};
use crate::check::agrees;
use crate::entry;
use crate::id::IndicatorId;
use crate::model::{Amount, Answers, Basis, Common, Count, FieldValue, Indicator, Measure, Unknown, Window};
use crate::query::Value;
use crate::report::{Offer, Origin};
use crate::text::read_han;
use crate::token::Format;
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::live;
use crate::ui::numbers::{self, Number};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;
use crate::ui::widget::Piece;

/// Longest name that is proposed, in characters.
const NAME: usize = 8;

/// A number that is asked about, and the part it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedNumber {
    part: usize,
    number: Number,
}

/// A number that somebody answers for, as far as it was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fixing {
    typed: TypedNumber,
    who: String,
    basis: String,
}

impl WriterScreen {
    /// The same screen where these numbers were asked about already.
    #[must_use]
    pub fn knowing(mut self, asked: &[String]) -> Self {
        self.words = asked.to_vec();
        self
    }

    /// Opens the screen and asks at once about the numbers that are not these.
    pub fn asking(self, asked: &[String], scene: &Scene) -> Outcome {
        let mut screen = self.knowing(asked);
        let asks = screen.ask_number(scene).unwrap_or(Outcome::Stay);
        Outcome::Do(vec![Outcome::open(screen), asks])
    }

    /// The numbers that nobody was asked about.
    fn unasked(&self, scene: &Scene) -> Vec<TypedNumber> {
        let all = self.parts.iter().enumerate().flat_map(|(part, one)| {
            numbers::numbers(&one.field, scene.session).into_iter().map(move |number| (part, number))
        });
        let all: Vec<(usize, Number)> = all.collect();
        let new = numbers::unasked(all.iter().map(|(_, number)| number.clone()), &self.words);
        let mut left = new.into_iter().peekable();
        let is_new = |(_, number): &(usize, Number)| left.next_if_eq(number).is_some();
        all.into_iter().filter(is_new).map(|(part, number)| TypedNumber { part, number }).collect()
    }

    /// Asks about the first number that was typed and is no figure; none: there is nothing to ask.
    pub(super) fn ask_number(&mut self, scene: &Scene) -> Option<Outcome> {
        let lang = scene.look.lang;
        let unasked = self.unasked(scene);
        let typed = unasked.first()?.clone();
        self.parts[self.at].field.leave();
        self.at = typed.part;
        self.field().stand_in(typed.number.piece, typed.number.at);
        let same = self.same(&typed, scene);
        let said = match same.as_slice() {
            [] => lang.number_pick_more().to_owned(),
            names => names.join(lang.between()),
        };
        let mut rows = vec![
            Choice::with(lang.number_words(), lang.number_words_more()),
            Choice::with(lang.number_pick(), said),
            Choice::with(lang.number_fix(), lang.number_fix_more()),
        ];
        if unasked.len() > 1 {
            rows.push(Choice::new(lang.number_all_words(unasked.len())));
        }
        let title = lang.number_title(&typed.number.said());
        // On the figure when one says the same, else on the words.
        let here = usize::from(!same.is_empty());
        self.asked = Some(Asked::Number(typed));
        Some(Outcome::open(Choose::new(title, rows).on(here)))
    }

    /// Takes what a number was said to be.
    pub(super) fn number_is(&mut self, at: usize, typed: TypedNumber, scene: &Scene) -> Outcome {
        match at {
            1 => return self.ask_which(typed, scene),
            2 => return self.ask_who(typed, scene),
            3 => self.words.extend(self.unasked(scene).iter().map(|one| one.number.said())),
            _ => self.words.push(typed.number.said()),
        }
        self.save(scene)
    }

    /// Offers the figures, first those of the same value.
    fn ask_which(&mut self, typed: TypedNumber, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let title = lang.number_which(&typed.number.said());
        let same = self.same(&typed, scene);
        let mut offers = self.desk(scene, |desk| desk.offers());
        offers.sort_by_key(|offer| same.iter().position(|name| *name == offer.name).unwrap_or(usize::MAX));
        self.offer(&title, offers, |offers| Asked::Which(typed, offers), scene)
    }

    /// Puts a figure into the place of the number, and goes on with the next one.
    pub(super) fn put_number(&mut self, typed: &TypedNumber, name: &str, scene: &Scene) -> Outcome {
        let Number { piece, at, typed: number, unit } = &typed.number;
        let (figured, with_unit) = self.desk(scene, |desk| desk.written_as(name, number, unit));
        let length = number.len() + if with_unit { unit.len() } else { 0 };
        self.parts[typed.part].field.put_in(*piece, *at..at + length, vec![live::unit(figured)]);
        self.save(scene)
    }

    fn ask_who(&mut self, typed: TypedNumber, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let title = lang.number_fixing(&typed.number.said());
        self.asked = Some(Asked::Who(typed));
        Outcome::open(Ask::new(title, lang.number_who(), &scene.session.clerk()))
    }

    /// Takes who says so, and asks what it rests on.
    pub(super) fn who(&mut self, typed: TypedNumber, who: &str, scene: &Scene) -> Outcome {
        let fixing = Fixing { typed, who: entry::line(who), basis: String::new() };
        self.ask_basis(fixing, scene.look.lang.ask_basis(), scene)
    }

    fn ask_basis(&mut self, fixing: Fixing, why: &str, scene: &Scene) -> Outcome {
        let title = scene.look.lang.number_fixing(&fixing.typed.number.said());
        self.asked = Some(Asked::Basis(fixing));
        Outcome::open(Ask::new(title, why, ""))
    }

    /// Takes what it rests on, and asks for its name.
    pub(super) fn basis(&mut self, fixing: Fixing, basis: &str, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let basis = entry::line(basis);
        if basis.is_empty() {
            return self.ask_basis(fixing, lang.ask_basis_missing(), scene);
        }
        let name = self.proposed(&fixing.typed, scene);
        self.ask_name(Fixing { basis, ..fixing }, lang.number_name(), &name, scene)
    }

    fn ask_name(&mut self, fixing: Fixing, why: &str, begun: &str, scene: &Scene) -> Outcome {
        let title = scene.look.lang.number_fixing(&fixing.typed.number.said());
        self.asked = Some(Asked::Name(fixing));
        Outcome::open(Ask::new(title, why, begun))
    }

    /// Takes the name, and makes the figure; once it is saved it stands in the place of the number.
    pub(super) fn name(&mut self, fixing: Fixing, name: &str, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let defined = match name.parse::<IndicatorId>() {
            Ok(id) => scene
                .session
                .define(self.fixed(id, &fixing, scene))
                .map_err(|error| lang.with_hint(&error.text(lang), &error.hint(lang))),
            Err(error) => Err(error.text(lang)),
        };
        match defined {
            Ok(change) => {
                self.fixing = Some((fixing.typed, name.into()));
                Outcome::apply(change)
            }
            Err(why) => self.ask_name(fixing, &why, name, scene),
        }
    }

    /// The figure that a number set by hand becomes.
    fn fixed(&self, id: IndicatorId, fixing: &Fixing, scene: &Scene) -> Indicator {
        let Number { typed: number, unit, .. } = &fixing.typed.number;
        let Fixing { who, basis, .. } = fixing;
        let basis = if who.is_empty() { basis.clone() } else { scene.look.lang.number_basis(basis, who) };
        Indicator {
            id,
            section: self.section(scene),
            measure: Measure::Fixed { value: Amount::parse(number).ok(), basis },
            matters: Vec::new(),
            kinds: Vec::new(),
            conditions: Vec::new(),
            window: Window::Whole,
            basis: Basis::Fixed,
            unit: unit.clone(),
            format: if read_han(number).is_some() { Format::Han.to_string() } else { String::new() },
            answers: Answers::We,
            private: false,
            every: None,
            unknown: Unknown::new(),
        }
    }

    /// A name for a number: the words before it, and a number of its own where they are taken.
    fn proposed(&self, typed: &TypedNumber, scene: &Scene) -> String {
        let pieces = self.parts[typed.part].field.pieces();
        let before = match pieces.get(typed.number.piece) {
            Some(Piece::Words(words)) => words[..typed.number.at].to_owned(),
            _ => String::new(),
        };
        let clause = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let length = clause.chars().count();
        let tail: String = clause.chars().skip(length.saturating_sub(NAME)).collect();
        let stem = if tail.is_empty() { scene.look.lang.number_nameless().to_owned() } else { tail };
        let is_free = |name: &String| !scene.session.is_taken(name);
        let numbered = (2..).map(|n| format!("{stem}{n}"));
        std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem)
    }

    /// The names of the figures that are what the number says, those counted in its unit first.
    fn same(&self, typed: &TypedNumber, scene: &Scene) -> Vec<String> {
        let Ok(said) = Amount::parse(&typed.number.typed) else { return Vec::new() };
        let is_same = |offer: &Offer| self.number_of(offer, scene).is_some_and(|own| agrees(&said, &own));
        let mut same: Vec<Offer> = self.desk(scene, |desk| desk.offers()).into_iter().filter(is_same).collect();
        same.sort_by_key(|offer| !offer.figured.shown.ends_with(&typed.number.unit));
        same.into_iter().map(|offer| offer.name).collect()
    }

    /// The number that an offered figure is.
    fn number_of(&self, offer: &Offer, scene: &Scene) -> Option<Amount> {
        let session = scene.session;
        match offer.from {
            Origin::Indicator => match session.figures().get(offer.name.as_str())?.value.as_ref()? {
                Value::Number(number, mark) => Amount::new(*number, *mark, false).ok(),
                Value::List(_) | Value::Ratio(..) => None,
            },
            Origin::Field => {
                let card = match &self.subject {
                    Subject::Passage(_) => return None,
                    Subject::Item(id) => &session.ledger().items.get(id)?.card,
                    Subject::Form(item) => &item.card,
                };
                let field = session.template().kind(&card.kind)?.field_named(&offer.name);
                match (field, &card.count) {
                    (Some(spec), _) => card.fields.get(&spec.id).and_then(FieldValue::as_amount).cloned(),
                    (None, Some(Count::Given(count))) if offer.name == Common::Count.name() => Some(count.clone()),
                    _ => None,
                }
            }
            Origin::Setting | Origin::Calendar | Origin::Register => None,
        }
    }
}
