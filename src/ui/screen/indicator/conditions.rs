//! 条件: a field, then what must hold of it, both picked; a condition that stands is taken out by picking it.

use super::told;
use super::{Asked, IndicatorScreen};
use crate::entry;
use crate::id::{FieldId, RegisterId};
use crate::lang::Lang;
use crate::model::{Amount, Condition, FieldSpec, FieldType, Measure, Operand, Test};
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;

/// So many words are offered before anything else.
const FEW: usize = 6;

/// What was asked for.
#[derive(Debug)]
pub(super) enum Where {
    /// Which condition goes, or which field the new one looks at.
    Field(Vec<Line>),
    /// What must hold of it.
    Holds(Operand, Vec<Hold>),
    /// Which word it must not be.
    Other(Operand, Vec<String>),
    /// The word it must be, typed.
    Word(Operand),
    /// The least that it must be.
    Least(Operand),
}

/// A line of the list of conditions.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// One that stands.
    Standing(usize),
    /// A field for a new one.
    New(Operand),
}

/// What must hold of a field.
#[derive(Clone, Debug)]
pub(super) enum Hold {
    Is(String),
    Typed,
    Other,
    Given(bool),
    Least,
}

impl IndicatorScreen {
    /// Asks for a condition: one that stands, to be taken out, or the field of a new one.
    pub(super) fn ask_where(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let standing = (0..self.indicator.conditions.len()).map(Line::Standing);
        let lines: Vec<Line> = standing.chain(self.operands(scene).into_iter().map(Line::New)).collect();
        let row = |line: &Line| match line {
            Line::Standing(at) => {
                let said = told::condition(&self.indicator.conditions[*at], &self.indicator, scene);
                Choice::with(said, lang.indicator_drop())
            }
            Line::New(operand) => Choice::new(told::operand(operand, &self.indicator, scene)),
        };
        let rows = lines.iter().map(row).collect();
        self.asked = Some(Asked::Where(Where::Field(lines)));
        Outcome::open(Choose::new(lang.indicator_condition_title(), rows))
    }

    /// The fields that a condition can look at, those of the entries that they name after them.
    fn operands(&self, scene: &Scene) -> Vec<Operand> {
        let template = scene.session.template();
        let attributes = |of: &FieldId, register: &str| {
            let register = register.parse().ok().and_then(|id: RegisterId| template.register(&id));
            let fields = register.into_iter().flat_map(|register| &register.fields);
            fields.map(|spec| Operand::Attribute(of.clone(), spec.id.clone())).collect::<Vec<_>>()
        };
        if let Measure::Entries(register) = &self.indicator.measure {
            let fields = template.register(register).into_iter().flat_map(|register| &register.fields);
            return fields.map(|spec| Operand::Field(spec.id.clone())).collect();
        }
        let named = |of: &FieldId| {
            let register = told::register_of(of, &self.indicator, template);
            register.map(|register| attributes(of, register)).unwrap_or_default()
        };
        let fields = told::fields(&self.indicator, template);
        let unit: FieldId = Operand::Unit.field().parse().expect("a constant id");
        let own = fields.iter().map(|spec| Operand::Field(spec.id.clone()));
        let of_entries = std::iter::once(&unit).chain(fields.iter().map(|spec| &spec.id)).flat_map(named);
        let common = [Operand::Tags, Operand::Key, Operand::Unit];
        common.into_iter().chain(own).chain([Operand::Title]).chain(of_entries).collect()
    }

    /// Takes an answer to it, and asks what is not told yet.
    pub(super) fn take_where(&mut self, asked: Where, answer: Answer, scene: &Scene) -> Outcome {
        match (asked, answer) {
            (Where::Field(mut lines), Answer::Chosen(at)) => match lines.swap_remove(at) {
                Line::Standing(at) => drop(self.indicator.conditions.remove(at)),
                Line::New(operand) => return self.ask_holds(operand, scene),
            },
            (Where::Holds(operand, mut holds), Answer::Chosen(at)) => {
                return self.holds(operand, holds.swap_remove(at), scene);
            }
            (Where::Other(field, mut words), Answer::Chosen(at)) => {
                self.require(Condition { field, test: Test::Not(vec![words.swap_remove(at)]) });
            }
            (Where::Word(field), Answer::Typed(typed)) => {
                let words = entry::tags(&typed);
                if !words.is_empty() {
                    self.require(Condition { field, test: Test::Is(words) });
                }
            }
            (Where::Least(field), Answer::Typed(typed)) => return self.least(field, &typed, scene),
            _ => {}
        }
        Outcome::Stay
    }

    fn ask_holds(&mut self, operand: Operand, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let words = self.words(&operand, scene);
        let is_number =
            self.spec_of(&operand, scene).is_some_and(|spec| matches!(spec.holds, FieldType::Amount { .. }));
        let is_flag = matches!(operand, Operand::Key)
            || self.spec_of(&operand, scene).is_some_and(|spec| spec.holds == FieldType::Flag);
        let is_free = words.is_empty() && !is_number;
        let mut holds: Vec<Hold> = Vec::new();
        holds.extend(is_number.then_some(Hold::Least));
        holds.extend(is_free.then_some(Hold::Typed));
        holds.extend((!words.is_empty() && !is_flag).then_some(Hold::Other));
        if !is_flag {
            holds.extend([true, false].map(Hold::Given));
        }
        // Few words have the digits, many would hide what stands behind them.
        let at = if words.len() > FEW { holds.len() } else { 0 };
        holds.splice(at..at, words.iter().cloned().map(Hold::Is));
        let row = |hold: &Hold| match hold {
            Hold::Is(word) => told::word(word, &operand, &self.indicator, scene),
            Hold::Typed => lang.indicator_test_word().into(),
            Hold::Other => lang.indicator_test_not().into(),
            Hold::Given(true) => lang.indicator_test_given().into(),
            Hold::Given(false) => lang.indicator_test_missing().into(),
            Hold::Least => lang.indicator_test_least().into(),
        };
        let rows = holds.iter().map(|hold| Choice::new(row(hold))).collect();
        let title = lang.indicator_test_title(&told::operand(&operand, &self.indicator, scene));
        self.asked = Some(Asked::Where(Where::Holds(operand, holds)));
        Outcome::open(Choose::new(title, rows))
    }

    fn spec_of<'a>(&self, operand: &Operand, scene: &Scene<'a>) -> Option<&'a FieldSpec> {
        told::spec(operand, &self.indicator, scene.session.template())
    }

    /// The words that a field can be of, where these are known.
    fn words(&self, operand: &Operand, scene: &Scene) -> Vec<String> {
        let flag = || ["true", "false"].map(String::from).to_vec();
        let entries = |register: &str| {
            let all = scene.session.ledger().entries.values();
            let own = all.filter(|one| one.register.as_str() == register && one.merged_into.is_none());
            own.map(|entry| entry.id.to_string()).collect()
        };
        match operand {
            Operand::Key => flag(),
            Operand::Tags => scene.session.tags(),
            Operand::Unit => entries(entry::units().as_str()),
            _ => match self.spec_of(operand, scene).map(|spec| &spec.holds) {
                Some(FieldType::Flag) => flag(),
                Some(FieldType::Choice { choices }) => choices.iter().map(|choice| choice.id.to_string()).collect(),
                Some(FieldType::Entry { register } | FieldType::Entries { register }) => entries(register.as_str()),
                _ => Vec::new(),
            },
        }
    }

    fn holds(&mut self, field: Operand, hold: Hold, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let name = told::operand(&field, &self.indicator, scene);
        match hold {
            Hold::Is(word) => self.require(Condition { field, test: Test::Is(vec![word]) }),
            Hold::Given(given) => self.require(Condition { field, test: Test::Given(given) }),
            Hold::Typed => {
                self.asked = Some(Asked::Where(Where::Word(field)));
                return Outcome::open(Ask::new(lang.indicator_test_title(&name), lang.indicator_ask_word(), ""));
            }
            Hold::Least => return self.ask_least(field, lang.indicator_ask_least(), scene),
            Hold::Other => {
                let words = self.words(&field, scene);
                let word = |word: &String| Choice::new(told::word(word, &field, &self.indicator, scene));
                let choose = Choose::new(lang.indicator_other_title(&name), words.iter().map(word).collect());
                self.asked = Some(Asked::Where(Where::Other(field, words)));
                return Outcome::open(choose);
            }
        }
        Outcome::Stay
    }

    fn ask_least(&mut self, field: Operand, why: &str, scene: &Scene) -> Outcome {
        let title = scene.look.lang.indicator_test_title(&told::operand(&field, &self.indicator, scene));
        self.asked = Some(Asked::Where(Where::Least(field)));
        Outcome::open(Ask::new(title, why, ""))
    }

    fn least(&mut self, field: Operand, typed: &str, scene: &Scene) -> Outcome {
        let lang: Lang = scene.look.lang;
        match Amount::parse(typed) {
            Ok(least) => {
                self.require(Condition { field, test: Test::AtLeast(least.value()) });
                Outcome::Stay
            }
            Err(error) => self.ask_least(field, &lang.with_hint(&error.text(lang), &error.hint(lang)), scene),
        }
    }

    /// Adds a condition: another word of a field is one that will do too, anything else of it takes the place.
    pub(super) fn require(&mut self, new: Condition) {
        let mut same = self.indicator.conditions.iter_mut().filter(|known| known.field == new.field);
        match (same.next(), new) {
            (Some(Condition { test: Test::Is(known), .. }), Condition { test: Test::Is(words), .. })
            | (Some(Condition { test: Test::Not(known), .. }), Condition { test: Test::Not(words), .. }) => {
                known.extend(words);
                let mut seen = Vec::new();
                known.retain(|word| {
                    !seen.contains(word) && {
                        seen.push(word.clone());
                        true
                    }
                });
            }
            (Some(known), new) if std::mem::discriminant(&known.test) == std::mem::discriminant(&new.test) => {
                *known = new;
            }
            (_, new) => self.indicator.conditions.push(new),
        }
    }
}
