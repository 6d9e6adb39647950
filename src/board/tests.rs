//! The board of the sample year on several days, and of a ledger made for one rule.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::document::Meta;
use crate::model::{Item, Status, When, Year};
use crate::query;
use crate::template;

/// The sample ledger, looked at on any day.
struct Bench {
    ledger: Ledger,
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
}

fn scope(as_of: NaiveDate) -> Scope {
    Scope::whole(Year::try_from(2022).expect("a year"), as_of)
}

/// A report without a word.
fn blank(date: NaiveDate) -> Document {
    Document { meta: Meta { title: String::new(), author: String::new(), date }, blocks: Vec::new() }
}

impl Bench {
    fn sample() -> Self {
        let mut ledger = Ledger::default();
        for change in template::sample() {
            change.apply(&mut ledger).expect("the sample fits");
        }
        Self { ledger }
    }

    /// The sample's years without its items and returns.
    fn empty() -> Self {
        let Ledger { passages, entries, years, .. } = Self::sample().ledger;
        Self { ledger: Ledger { passages, entries, years, ..Ledger::default() } }
    }

    fn board(&self, as_of: NaiveDate) -> Board {
        let figures = query::figures(&self.ledger, scope(as_of));
        board(&self.ledger, &figures, &blank(as_of), &BTreeMap::new(), scope(as_of))
    }

    fn change(&mut self, title: &str, change: impl Fn(&mut Item)) {
        let found = self.ledger.items.values_mut().find(|item| item.card.title == title);
        change(Arc::make_mut(found.expect("an item of this title")));
    }

    fn task(&self, as_of: NaiveDate, name: &str) -> Option<Task> {
        self.board(as_of).todo.into_iter().find(|todo| todo.name == name).map(|todo| todo.task)
    }
}

/// Overdue, owed, incomplete, soon due.
fn sort(task: &Task) -> &'static str {
    match task {
        Task::Overdue { .. } => "overdue",
        Task::Due { left, .. } if *left < 0 => "passed",
        Task::Owed { .. } => "owed",
        Task::Partial { .. } => "partial",
        Task::Due { .. } => "soon",
    }
}

#[test]
fn the_most_pressing_stands_first() {
    let todo = Bench::sample().board(day(12, 20)).todo;
    let mut sorts: Vec<&str> = todo.iter().map(|todo| sort(&todo.task)).collect();
    sorts.dedup();
    assert_eq!(sorts, ["overdue", "passed", "owed", "partial", "soon"]);
    let names: Vec<&str> = todo.iter().map(|todo| todo.name.as_str()).collect();
    assert_eq!(names[0], "周一例会谈心得", "the largest gap");
    let left = todo.iter().filter_map(|todo| if let Task::Due { left, .. } = todo.task { Some(left) } else { None });
    assert!(left.is_sorted());
    let owed = todo.iter().filter_map(|todo| if let Task::Owed { owed, .. } = todo.task { Some(owed) } else { None });
    assert!(owed.rev().is_sorted());
}

#[test]
fn every_line_opens_a_place_that_is_there() {
    let bench = Bench::sample();
    let template = bench.ledger.template(scope(day(12, 20)).year).expect("a template");
    for todo in bench.board(day(12, 20)).todo {
        assert!(todo.matter.is_some() || todo.figure.is_some() || todo.item.is_some(), "{todo:?}");
        assert!(todo.matter.is_none_or(|matter| template.matter(&matter).is_some()));
        assert!(todo.figure.is_none_or(|figure| template.indicator(&figure).is_some()));
        assert!(todo.item.is_none_or(|item| bench.ledger.items.contains_key(&item)));
    }
}

#[test]
fn what_units_owe_names_how_many_and_never_none() {
    for as_of in [day(1, 5), day(6, 30), day(12, 20)] {
        for todo in Bench::sample().board(as_of).todo {
            assert!(!matches!(todo.task, Task::Owed { owed: 0, .. }), "{todo:?}");
        }
    }
    let sent = Bench::sample().task(day(12, 20), "报送稿件数");
    assert_eq!(sent, Some(Task::Owed { answered: 8, owed: 2, urged: None }));
}

#[test]
fn what_is_complete_only_to_a_day_is_incomplete() {
    let bench = Bench::sample();
    assert_eq!(bench.task(day(12, 20), "客户端稿件数"), Some(Task::Partial { to: Some(day(10, 31)) }));
    assert_eq!(bench.task(day(10, 31), "客户端稿件数"), None, "on that day nothing is missing");
}

#[test]
fn a_last_day_shows_a_month_ahead_and_stays_until_it_is_done() {
    let mut bench = Bench::sample();
    let title = "柳湾镇道德讲堂";
    bench.change(title, |item| item.card.due = Some(day(11, 10)));
    assert_eq!(bench.task(day(10, 10), title), None);
    assert_eq!(bench.task(day(10, 11), title), Some(Task::Due { day: day(11, 10), left: 30 }));
    assert_eq!(bench.task(day(11, 12), title), Some(Task::Due { day: day(11, 10), left: -2 }));
    for status in [Status::Done, Status::Cancelled] {
        bench.change(title, |item| item.card.status = status);
        assert_eq!(bench.task(day(11, 12), title), None);
    }
}

#[test]
fn a_planned_item_without_a_last_day_is_due_when_it_ends() {
    let mut bench = Bench::sample();
    let title = "柳湾镇道德讲堂";
    bench.change(title, |item| {
        item.card.due = None;
        item.card.when = When::day(day(11, 20));
    });
    assert_eq!(bench.task(day(11, 20), title), Some(Task::Due { day: day(11, 20), left: 0 }));
}

#[test]
fn the_last_day_of_a_matter_stays_when_it_passed_without_anything() {
    let bench = Bench::empty();
    let name = "宣讲团挂点宣讲";
    let left = |bench: &Bench, as_of: NaiveDate| {
        let mut found = bench.board(as_of).todo.into_iter().filter(|todo| todo.name == name);
        found.find_map(|todo| if let Task::Due { left, .. } = todo.task { Some(left) } else { None })
    };
    assert_eq!(left(&bench, day(12, 20)), Some(10));
    assert_eq!(left(&bench, day(12, 31)), Some(-1));
    assert_eq!(left(&Bench::sample(), day(12, 31)), None, "there is something");
    assert_eq!(left(&bench, day(6, 30)), None);
}

#[test]
fn the_rows_add_up_to_the_total_on_every_day() {
    for as_of in [day(1, 1), day(6, 30), day(12, 31)] {
        let board = Bench::sample().board(as_of);
        let sum = |of: fn(&SectionRow) -> usize| board.sections.iter().map(of).sum::<usize>();
        let total = &board.total;
        assert_eq!(sum(|row| row.items), total.items);
        assert_eq!(
            (sum(|row| row.matters_with), sum(|row| row.matters_expected)),
            (total.matters_with, total.matters_expected)
        );
        assert_eq!((sum(|row| row.checked), sum(|row| row.figures)), (total.checked, total.figures));
        assert_eq!((sum(|row| row.missing), sum(|row| row.to_check)), (total.missing, total.to_check));
        assert_eq!(board.sections.iter().filter_map(|row| row.last).max(), total.last);
        assert_eq!((board.sections.len(), board.closing.len()), (7, 3));
    }
}

#[test]
fn the_rows_count_what_the_figures_say() {
    let bench = Bench::sample();
    let as_of = day(12, 20);
    let figures = query::figures(&bench.ledger, scope(as_of));
    let template = bench.ledger.template(scope(as_of).year).expect("a template");
    let board = bench.board(as_of);
    for row in board.sections.iter().chain(&board.closing) {
        let own = template.indicators.iter().filter(|one| one.section.as_str() == row.id && query::is_number(one));
        let states: Vec<_> = own.map(|one| figures[&one.id].state).collect();
        assert_eq!(row.figures, states.len());
        assert_eq!(row.checked, states.iter().filter(|state| **state == query::State::Checked).count());
        assert_eq!(row.missing, states.iter().filter(|state| **state == query::State::Missing).count());
    }
}

#[test]
fn a_row_as_of_an_earlier_day_knows_nothing_of_what_came_later() {
    let bench = Bench::sample();
    let mut before: Option<Board> = None;
    for as_of in [day(1, 1), day(3, 31), day(6, 30), day(9, 30), day(12, 31)] {
        let board = bench.board(as_of);
        for row in board.sections.iter().chain(&board.closing) {
            assert!(row.last.is_none_or(|last| last <= as_of), "{} {:?}", row.name, row.last);
            assert!(
                row.matters_with <= row.matters_expected && row.checked + row.missing + row.to_check == row.figures
            );
        }
        assert!(before.is_none_or(|before| before.total.items <= board.total.items));
        before = Some(board);
    }
}

#[test]
fn the_last_entry_of_a_year_lies_in_it() {
    let mut bench = Bench::empty();
    let (id, mut item) = Bench::sample().ledger.items.pop_first().expect("the sample has items");
    Arc::make_mut(&mut item).card.year = scope(day(12, 20)).year;
    Arc::make_mut(&mut item).card.when = When::day(NaiveDate::from_ymd_opt(2021, 12, 30).expect("a day"));
    bench.ledger.items.insert(id, item);
    let total = bench.board(day(12, 20)).total;
    assert_eq!((total.items, total.last), (1, None));
}

#[test]
fn a_year_without_items_lacks_everything_and_stands_all_the_same() {
    let board = Bench::empty().board(day(12, 20));
    assert_eq!((board.total.items, board.total.last, board.total.matters_with), (0, None, 0));
    assert!(board.total.missing > 0 && board.total.checked == 0);
}

#[test]
fn a_year_that_is_not_there_has_an_empty_board() {
    let bench = Bench { ledger: Ledger::default() };
    let figures = query::figures(&bench.ledger, scope(day(6, 30)));
    let board = board(&bench.ledger, &figures, &blank(day(6, 30)), &BTreeMap::new(), scope(day(6, 30)));
    assert_eq!((board.todo.len(), board.sections.len()), (0, 0));
}
