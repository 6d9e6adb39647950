//! What must be done now: overdue, owed by units, incomplete, soon due. Each line opens the place where it is done.

use chrono::{Days, NaiveDate};

use super::section::is_number;
use crate::id::{IndicatorId, ItemId, MatterId};
use crate::model::{Answers, Ledger, Status, Template};
use crate::query::{self, Figures, Scope, State};

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
    /// The item it is about, when it is one.
    pub item: Option<ItemId>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    todo.extend(owed(template, figures));
    todo.extend(partial(template, figures));
    todo.sort_by(|a, b| a.task.cmp(&b.task));
    todo
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
            item: None,
        })
    };
    late.filter_map(todo).collect()
}

/// Deadlines of matters and of planned items that are soon or have passed.
fn due(ledger: &Ledger, template: &Template, scope: Scope) -> Vec<Todo> {
    let horizon = scope.to.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let task = |day: NaiveDate| Task::Due { day, left: (day - scope.to).num_days() };
    let matters = template.matters.iter().filter_map(|matter| {
        let (month, day) = matter.due?;
        let day = NaiveDate::from_ymd_opt(scope.year.number(), month, day)?;
        let ahead = day >= scope.to && day <= horizon;
        ahead.then(|| Todo {
            task: task(day),
            name: matter.name.clone(),
            matter: Some(matter.id.clone()),
            figure: None,
            item: None,
        })
    });
    let items = ledger.items_of(scope.year).filter_map(|item| {
        let waiting = matches!(item.card.status, Status::Planned | Status::Running);
        let day = item.card.due.unwrap_or_else(|| item.card.when.end());
        (waiting && day <= horizon).then(|| Todo {
            task: task(day),
            name: item.card.title.clone(),
            matter: Some(item.card.matter.clone()),
            figure: None,
            item: Some(item.card.id),
        })
    });
    matters.chain(items).collect()
}

fn owed(template: &Template, figures: &Figures) -> Vec<Todo> {
    let asked = template.indicators.iter().filter(|one| one.answers == Answers::Units && is_number(one));
    let open = asked.filter_map(|one| Some((one, figures.get(&one.id)?)));
    open.filter(|(_, figure)| figure.state <= State::Partial)
        .map(|(one, figure)| Todo {
            task: Task::Owed { answered: figure.units.len(), owed: figure.owed.len() },
            name: one.id.to_string(),
            matter: one.matters.first().cloned(),
            figure: Some(one.id.clone()),
            item: None,
        })
        .collect()
}

fn partial(template: &Template, figures: &Figures) -> Vec<Todo> {
    let ours = template.indicators.iter().filter(|one| one.answers == Answers::We && is_number(one));
    let open = ours.filter_map(|one| Some((one, figures.get(&one.id)?)));
    open.filter(|(_, figure)| figure.state == State::Partial)
        .map(|(one, figure)| Todo {
            task: Task::Partial { to: figure.complete_to },
            name: one.id.to_string(),
            matter: one.matters.first().cloned(),
            figure: Some(one.id.clone()),
            item: None,
        })
        .collect()
}
