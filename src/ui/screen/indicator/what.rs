//! 数什么: what is measured, picked in one step, or in two where it is of a field, a register or another figure.

use super::told;
use super::{Asked, IndicatorScreen};
use crate::entry;
use crate::id::{FieldId, IndicatorId, RegisterId};
use crate::lang::Lang;
use crate::model::{Amount, Answers, Basis, FieldType, Measure, Operand};
use crate::query;
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Count,
    Sum,
    Latest,
    Mean,
    Max,
    Min,
    List,
    Returns,
    Fixed,
    Coverage,
    Share,
    Entries,
}

/// What was asked for.
#[derive(Debug)]
pub(super) enum What {
    /// What is measured.
    Sort,
    /// Of which field of numbers.
    Number(Sort, Vec<FieldId>),
    /// Which field is listed.
    Listed(Vec<Operand>),
    /// Of which register.
    Register(Sort, Vec<RegisterId>),
    /// Which field names an entry of the register.
    By(RegisterId, Vec<Operand>),
    /// Which figure is the part.
    Part(Vec<IndicatorId>),
    /// Of which whole.
    Whole(IndicatorId, Vec<IndicatorId>),
    /// The number set by hand.
    Value,
    /// What it rests on.
    Ground(Amount),
}

impl Sort {
    /// The most used first: those on the digits.
    const ALL: [Self; 12] = [
        Self::Count,
        Self::Sum,
        Self::List,
        Self::Latest,
        Self::Mean,
        Self::Max,
        Self::Returns,
        Self::Fixed,
        Self::Share,
        Self::Coverage,
        Self::Entries,
        Self::Min,
    ];

    const fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Count => Self::Count,
            Measure::Sum(_) => Self::Sum,
            Measure::Latest(_) => Self::Latest,
            Measure::Mean(_) => Self::Mean,
            Measure::Max(_) => Self::Max,
            Measure::Min(_) => Self::Min,
            Measure::Returns => Self::Returns,
            Measure::Fixed { .. } => Self::Fixed,
            Measure::List(_) => Self::List,
            Measure::Entries(_) => Self::Entries,
            Measure::Coverage { .. } => Self::Coverage,
            Measure::Share { .. } => Self::Share,
        }
    }

    fn choice(self, lang: Lang) -> Choice {
        let field = lang.indicator_a_field();
        match self {
            Self::Count => Choice::with(lang.indicator_count(), lang.indicator_count_more()),
            Self::Sum => Choice::new(lang.indicator_sum(field)),
            Self::Latest => Choice::new(lang.indicator_latest(field)),
            Self::Mean => Choice::new(lang.indicator_mean(field)),
            Self::Max => Choice::new(lang.indicator_max(field)),
            Self::Min => Choice::new(lang.indicator_min(field)),
            Self::List => Choice::with(lang.indicator_a_list(), lang.indicator_list_more()),
            Self::Returns => Choice::with(lang.indicator_returns(), lang.indicator_returns_more()),
            Self::Fixed => Choice::with(lang.indicator_a_fixed(), lang.indicator_fixed_more()),
            Self::Coverage => Choice::with(lang.indicator_a_coverage(), lang.indicator_coverage_more()),
            Self::Share => Choice::with(lang.indicator_a_share(), lang.indicator_share_more()),
            Self::Entries => Choice::new(lang.indicator_some_entries()),
        }
    }

    /// The measure of a field of numbers.
    fn of_field(self, field: FieldId) -> Measure {
        match self {
            Self::Latest => Measure::Latest(field),
            Self::Mean => Measure::Mean(field),
            Self::Max => Measure::Max(field),
            Self::Min => Measure::Min(field),
            _ => Measure::Sum(field),
        }
    }
}

impl IndicatorScreen {
    /// Asks what is measured.
    pub(super) fn ask_what(&mut self, scene: &Scene) -> Choose {
        let lang = scene.look.lang;
        let now = Sort::of(&self.indicator.measure);
        let here = Sort::ALL.iter().position(|sort| *sort == now).unwrap_or_default();
        self.asked = Some(Asked::What(What::Sort));
        Choose::new(lang.indicator_what(), Sort::ALL.map(|sort| sort.choice(lang)).to_vec()).on(here)
    }

    /// Takes an answer to it, and asks what is not told yet.
    pub(super) fn take_what(&mut self, what: What, answer: Answer, scene: &Scene) -> Outcome {
        match (what, answer) {
            (What::Sort, Answer::Chosen(at)) => return self.sort(Sort::ALL[at], scene),
            (What::Number(sort, mut fields), Answer::Chosen(at)) => {
                self.measured(sort.of_field(fields.swap_remove(at)));
            }
            (What::Listed(mut operands), Answer::Chosen(at)) => self.measured(Measure::List(operands.swap_remove(at))),
            (What::Register(Sort::Coverage, registers), Answer::Chosen(at)) => {
                return self.ask_by(registers[at].clone(), scene);
            }
            (What::Register(_, mut registers), Answer::Chosen(at)) => {
                self.measured(Measure::Entries(registers.swap_remove(at)));
            }
            (What::By(roster, mut operands), Answer::Chosen(at)) => {
                self.measured(Measure::Coverage { roster, by: operands.swap_remove(at) });
            }
            (What::Part(figures), Answer::Chosen(at)) => return self.ask_whole(figures[at].clone(), scene),
            (What::Whole(part, mut figures), Answer::Chosen(at)) => {
                self.measured(Measure::Share { part, whole: figures.swap_remove(at) });
            }
            (What::Value, Answer::Typed(typed)) => return self.fix(&typed, scene),
            (What::Ground(value), Answer::Typed(typed)) => return self.ground(value, &typed, scene),
            _ => {}
        }
        Outcome::Stay
    }

    /// Takes a measure; its basis (口径) goes with it, and who answers for it.
    fn measured(&mut self, measure: Measure) {
        self.indicator.basis = match (&measure, self.indicator.basis) {
            (Measure::Returns, _) => Basis::Returns,
            (Measure::Fixed { .. }, _) => Basis::Fixed,
            _ if Sort::of(&measure) == Sort::of(&self.indicator.measure) => self.indicator.basis,
            _ => Basis::Items,
        };
        match (&measure, &self.indicator.measure) {
            (Measure::Returns, _) => self.indicator.answers = Answers::Units,
            (_, Measure::Returns) => self.indicator.answers = Answers::We,
            _ => {}
        }
        if matches!(measure, Measure::Entries(_)) != matches!(self.indicator.measure, Measure::Entries(_)) {
            // Conditions are on the fields of what is listed.
            self.indicator.conditions.clear();
        }
        if Sort::of(&measure) != Sort::of(&self.indicator.measure) {
            self.indicator.format.clear();
        }
        self.indicator.measure = measure;
    }

    fn sort(&mut self, sort: Sort, scene: &Scene) -> Outcome {
        match sort {
            Sort::Count => self.measured(Measure::Count),
            Sort::Returns => self.measured(Measure::Returns),
            Sort::Fixed => return self.ask_value(scene.look.lang.ask_number(&self.unit()), scene),
            Sort::Sum | Sort::Latest | Sort::Mean | Sort::Max | Sort::Min => return self.ask_number(sort, scene),
            Sort::List => return self.ask_listed(scene),
            Sort::Entries | Sort::Coverage => return self.ask_register(sort, scene),
            Sort::Share => return self.ask_part(scene),
        }
        Outcome::Stay
    }

    fn ask_number(&mut self, sort: Sort, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let fields = told::numbers(&self.indicator, scene.session.template());
        if fields.is_empty() {
            return Outcome::Tell(lang.indicator_no_field().into());
        }
        let unit =
            |holds: &FieldType| if let FieldType::Amount { unit } = holds { unit.clone() } else { String::new() };
        let rows = fields.iter().map(|spec| Choice::with(spec.name.clone(), unit(&spec.holds))).collect();
        let title = lang.indicator_which_field(&sort.choice(lang).label);
        self.ask(What::Number(sort, fields.iter().map(|spec| spec.id.clone()).collect()), title, rows)
    }

    fn ask_listed(&mut self, scene: &Scene) -> Outcome {
        let common = [Operand::Title, Operand::Unit, Operand::When];
        let fields = told::fields(&self.indicator, scene.session.template());
        let operands = common.into_iter().chain(fields.iter().map(|spec| Operand::Field(spec.id.clone()))).collect();
        let title = scene.look.lang.indicator_which_field(scene.look.lang.indicator_a_list());
        self.ask_operand(operands, title, What::Listed, scene)
    }

    fn ask_register(&mut self, sort: Sort, scene: &Scene) -> Outcome {
        let registers = &scene.session.template().registers;
        let rows = registers.iter().map(|register| Choice::new(register.name.clone())).collect();
        let ids = registers.iter().map(|register| register.id.clone()).collect();
        self.ask(What::Register(sort, ids), scene.look.lang.indicator_which_register().into(), rows)
    }

    fn ask_by(&mut self, roster: RegisterId, scene: &Scene) -> Outcome {
        let names = |holds: &FieldType| {
            matches!(holds, FieldType::Entry { .. } | FieldType::Entries { .. } | FieldType::Text | FieldType::Texts)
        };
        let fields = told::fields(&self.indicator, scene.session.template());
        let fields = fields.iter().filter(|spec| names(&spec.holds)).map(|spec| Operand::Field(spec.id.clone()));
        let operands = [Operand::Unit, Operand::Title].into_iter().chain(fields).collect();
        let title = scene.look.lang.indicator_by().into();
        self.ask_operand(operands, title, |operands| What::By(roster, operands), scene)
    }

    fn ask_operand(
        &mut self,
        operands: Vec<Operand>,
        title: String,
        what: impl FnOnce(Vec<Operand>) -> What,
        scene: &Scene,
    ) -> Outcome {
        let rows = operands.iter().map(|one| Choice::new(told::operand(one, &self.indicator, scene))).collect();
        self.ask(what(operands), title, rows)
    }

    fn ask_part(&mut self, scene: &Scene) -> Outcome {
        let (figures, rows) = self.figures(None, scene);
        self.ask(What::Part(figures), scene.look.lang.indicator_part().into(), rows)
    }

    fn ask_whole(&mut self, part: IndicatorId, scene: &Scene) -> Outcome {
        let (figures, rows) = self.figures(Some(&part), scene);
        let title = scene.look.lang.indicator_whole(part.as_str());
        self.ask(What::Whole(part, figures), title, rows)
    }

    /// The figures that a share can be of: numbers, not itself, and no other shares.
    fn figures(&self, but: Option<&IndicatorId>, scene: &Scene) -> (Vec<IndicatorId>, Vec<Choice>) {
        let all = scene.session.template().indicators.iter();
        let fits = all.filter(|one| {
            let is_other = Some(&one.id) != but && Some(&one.id) != self.old.as_ref();
            is_other && query::is_number(one) && !matches!(one.measure, Measure::Share { .. })
        });
        let row = |id: &IndicatorId| Choice::with(id.as_str(), scene.session.figure_text(id));
        fits.map(|one| (one.id.clone(), row(&one.id))).unzip()
    }

    fn ask(&mut self, what: What, title: String, rows: Vec<Choice>) -> Outcome {
        self.asked = Some(Asked::What(what));
        Outcome::open(Choose::new(title, rows))
    }

    fn ask_value(&mut self, why: String, scene: &Scene) -> Outcome {
        let begun = match &self.indicator.measure {
            Measure::Fixed { value: Some(value), .. } => value.to_string(),
            _ => String::new(),
        };
        self.asked = Some(Asked::What(What::Value));
        Outcome::open(Ask::new(scene.look.lang.indicator_a_fixed(), why, &begun))
    }

    fn fix(&mut self, typed: &str, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        match entry::number(lang.indicator_a_fixed(), &self.unit(), typed) {
            Ok(Some(value)) => self.ask_ground(value, lang.ask_basis(), scene),
            Ok(None) => Outcome::Stay,
            Err(error) => self.ask_value(lang.with_hint(&error.text(lang), &error.hint(lang)), scene),
        }
    }

    fn ask_ground(&mut self, value: Amount, why: &str, scene: &Scene) -> Outcome {
        let begun = match &self.indicator.measure {
            Measure::Fixed { basis, .. } => basis.clone(),
            _ => String::new(),
        };
        self.asked = Some(Asked::What(What::Ground(value)));
        Outcome::open(Ask::new(scene.look.lang.indicator_a_fixed(), why, &begun))
    }

    fn ground(&mut self, value: Amount, typed: &str, scene: &Scene) -> Outcome {
        let basis = entry::line(typed);
        if basis.is_empty() {
            return self.ask_ground(value, scene.look.lang.ask_basis_missing(), scene);
        }
        self.measured(Measure::Fixed { value: Some(value), basis });
        Outcome::Stay
    }
}
