//! What must be done now: overdue, owed by units, incomplete, soon due. Each line opens the place where it is done.

use chrono::{Datelike, Days, NaiveDate};

use crate::id::{EntryId, IndicatorId, ItemId, MatterId};
use crate::model::{Answers, Card, Indicator, Ledger, Status, Template};
use crate::query::{self, Figure, Figures, Scope, State};

/// Days ahead in which a deadline is soon.
const SOON: u64 = 30;

/// Something to do, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Todo {
    /// What it is.
    pub task: Task,
    /// The name of the matter, cadence, figure or item.
    pub name: String,
    /// The matter where it is done, when it is one.
    pub matter: Option<MatterId>,
    /// The figure it is about, when it is one.
    pub figure: Option<IndicatorId>,
    /// Other figures that the same units owe.
    pub also: Vec<IndicatorId>,
    /// The units that owe it.
    pub units: Vec<EntryId>,
    /// The item it is about, when it is one.
    pub item: Option<ItemId>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// 逾期: a cadence has fewer than it should have by now.
    Overdue {
        /// Expected by now.
        due: u32,
        /// Recorded.
        done: u32,
        /// The latest.
        last: Option<NaiveDate>,
    },
    /// 到期: a last day lies ahead, or has passed.
    Due {
        /// The last day.
        day: NaiveDate,
        /// Days left; negative: passed.
        left: i64,
    },
    /// 催报: the units owe a figure.
    Owed {
        /// Units that have answered.
        answered: usize,
        /// Units that are expected to and have not.
        owed: usize,
        /// The day that any of these was asked last.
        urged: Option<NaiveDate>,
    },
    /// 不全: recorded without gaps only up to a day.
    Partial {
        /// That day, when someone said it.
        to: Option<NaiveDate>,
    },
}

/// Everything to do as of the end of `scope`.
pub(super) fn todo(ledger: &Ledger, figures: &Figures, scope: Scope) -> Vec<Todo> {
    let Some(template) = ledger.template(scope.year) else { return Vec::new() };
    let mut todo = overdue(ledger, template, scope);
    todo.extend(due(ledger, template, scope));
    todo.extend(owed(ledger, template, figures, scope));
    todo.extend(partial(template, figures));
    todo.sort_by_key(|todo| todo.task.place());
    todo
}

impl Task {
    /// Its place in the list: what is overdue, what units owe, what is incomplete, what is soon due; in each the most
    /// pressing first.
    fn place(&self) -> (u8, i64) {
        match self {
            Self::Overdue { due, done, .. } => (0, i64::from(*done) - i64::from(*due)),
            Self::Due { left, .. } if *left < 0 => (1, *left),
            Self::Owed { owed, .. } => (2, i64::try_from(*owed).map_or(i64::MIN, |owed| -owed)),
            Self::Partial { to } => (3, to.map_or(i64::MAX, |day| i64::from(day.num_days_from_ce()))),
            Self::Due { left, .. } => (4, *left),
        }
    }
}

fn overdue(ledger: &Ledger, template: &Template, scope: Scope) -> Vec<Todo> {
    let late = query::cadences(ledger, scope).into_iter().filter(|state| state.done < state.due);
    let todo = |state: query::CadenceState| {
        let cadence = template.cadences.iter().find(|one| one.id == state.cadence)?;
        Some(Todo {
            task: Task::Overdue { due: state.due, done: state.done, last: state.last },
            name: cadence.name.clone(),
            matter: cadence.matters.first().cloned(),
            figure: None,
            also: Vec::new(),
            units: Vec::new(),
            item: None,
        })
    };
    late.filter_map(todo).collect()
}

/// Deadlines that are soon or have passed: of matters, and of items that are not done yet.
fn due(ledger: &Ledger, template: &Template, scope: Scope) -> Vec<Todo> {
    let horizon = scope.to.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let task = |day: NaiveDate| Task::Due { day, left: (day - scope.to).num_days() };
    let matters = template.matters.iter().filter_map(|matter| {
        let (month, day) = matter.due?;
        let day = NaiveDate::from_ymd_opt(scope.year.number(), month, day)?;
        let waits = day <= horizon && (day >= scope.to || !has_something(ledger, scope, &matter.id));
        waits.then(|| Todo {
            task: task(day),
            name: matter.name.clone(),
            matter: Some(matter.id.clone()),
            figure: None,
            also: Vec::new(),
            units: Vec::new(),
            item: None,
        })
    });
    let waiting =
        ledger.items_of(scope.year).filter(|item| matches!(item.card.status, Status::Planned | Status::Running));
    let items = waiting.filter_map(|item| {
        let day = item.card.due.unwrap_or_else(|| item.card.when.end());
        (day <= horizon).then(|| Todo {
            task: task(day),
            name: item.card.title.clone(),
            matter: Some(item.card.matter.clone()),
            figure: None,
            also: Vec::new(),
            units: Vec::new(),
            item: Some(item.card.id),
        })
    });
    matters.chain(items).collect()
}

/// Whether anything of the matter is done.
fn has_something(ledger: &Ledger, scope: Scope, matter: &MatterId) -> bool {
    let is_done = |card: &Card| card.status == Status::Done && card.when.start() <= scope.to;
    ledger.items_of(scope.year).any(|item| item.card.matter == *matter && is_done(&item.card))
}

/// Figures that units are known to owe; those that the same units owe, asked on the same day, are one line.
fn owed(ledger: &Ledger, template: &Template, figures: &Figures, scope: Scope) -> Vec<Todo> {
    let asked =
        numbers(template, figures).filter(|(one, figure)| one.answers == Answers::Units && !figure.owed.is_empty());
    let mut lines: Vec<Todo> = Vec::new();
    for (one, figure) in asked {
        let urged = query::last_urged(ledger, scope.year, &one.id, &figure.owed);
        let answered = figure.units.iter().filter(|unit| !figure.owed.contains(unit)).count();
        let task = Task::Owed { answered, owed: figure.owed.len(), urged };
        match lines.iter_mut().find(|line| line.units == figure.owed && line.task == task) {
            Some(line) => line.also.push(one.id.clone()),
            None => lines.push(Todo { units: figure.owed.clone(), ..of_figure(one, task) }),
        }
    }
    lines
}

/// Figures that are incomplete without units to be asked.
fn partial(template: &Template, figures: &Figures) -> Vec<Todo> {
    let is_owed = |one: &Indicator, figure: &Figure| one.answers == Answers::Units && !figure.owed.is_empty();
    let open =
        numbers(template, figures).filter(|(one, figure)| figure.state == State::Partial && !is_owed(one, figure));
    open.map(|(one, figure)| of_figure(one, Task::Partial { to: figure.complete_to })).collect()
}

fn numbers<'a>(template: &'a Template, figures: &'a Figures) -> impl Iterator<Item = (&'a Indicator, &'a Figure)> {
    template.indicators.iter().filter(|one| query::is_number(one)).filter_map(|one| Some((one, figures.get(&one.id)?)))
}

fn of_figure(indicator: &Indicator, task: Task) -> Todo {
    Todo {
        task,
        name: indicator.id.to_string(),
        matter: indicator.matters.first().cloned(),
        figure: Some(indicator.id.clone()),
        also: Vec::new(),
        units: Vec::new(),
        item: None,
    }
}
