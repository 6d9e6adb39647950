//! Draws what must be done now: forms that were left, then what is late, owed, incomplete, soon due.

use super::BoardScreen;
use super::kept::Kept;
use super::view::short;
use crate::board::{Task, Todo};
use crate::id::{EntryId, IndicatorId};
use crate::lang::Lang;
use crate::query;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Columns of a line.
const WORD: u16 = 1;
const NAME: u16 = 9;
const STATE: u16 = 36;
const BESIDE: u16 = 61;

/// Draws the lines from row 2 on; returns the row after the rule below them, and where the cursor stands.
pub fn todo(screen: &BoardScreen, paint: &mut Painter<'_>, scene: &Scene) -> (u16, Option<(u16, u16)>) {
    let (todo, room) = (&scene.session.board().todo, screen.room);
    let total = screen.kept.len() + todo.len();
    let selected = screen.cursor.selected().filter(|at| *at < total);
    let top = selected.map_or(0, |at| (at + 1).saturating_sub(room));
    head(total, total.saturating_sub(top + room), paint, scene);
    for at in top..total.min(top + room) {
        let row = 3 + (at - top) as u16;
        let line =
            screen.kept.get(at).map_or_else(|| said(&todo[at - screen.kept.len()], scene), |one| left(one, scene));
        draw(&line, row, selected == Some(at), paint);
    }
    if total == 0 {
        paint.text(3, 1, scene.look.lang.board_nothing(), paint.theme().dim);
    }
    let end = 3 + room as u16;
    paint.rule(end);
    (end + 1, selected.map(|at| (3 + (at - top) as u16, 0)))
}

fn head(total: usize, hidden: usize, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let mut text = lang.board_todo(total);
    if hidden > 0 {
        text = format!("{text}  {}", lang.board_more(hidden));
    }
    let after = paint.text(2, 1, &text, theme.text);
    let hint = lang.board_todo_hint();
    if after + 2 + scene.look.cells.width(hint) as u16 <= paint.width() {
        paint.text_right(2, paint.width() - 1, hint, theme.dim);
    }
}

/// A line in words: what it is, its name, how it stands, what stands beside.
struct Line {
    word: &'static str,
    urgent: bool,
    name: String,
    state: String,
    beside: String,
}

fn draw(line: &Line, row: u16, selected: bool, paint: &mut Painter<'_>) {
    let theme = *paint.theme();
    paint.text(row, 0, if selected { ">" } else { " " }, theme.text);
    paint.fitted(row, WORD, NAME - WORD - 1, line.word, if line.urgent { theme.alarm } else { theme.text });
    paint.fitted(row, NAME, STATE - NAME - 1, &line.name, theme.text);
    if line.beside.is_empty() {
        paint.fitted(row, STATE, paint.width().saturating_sub(STATE + 1), &line.state, theme.text);
    } else {
        paint.fitted(row, STATE, BESIDE - STATE - 1, &line.state, theme.text);
        paint.text(row, BESIDE, &line.beside, theme.dim);
    }
    if selected {
        paint.mark(row, theme.cursor);
    }
}

fn left(kept: &Kept, scene: &Scene) -> Line {
    let lang = scene.look.lang;
    let state = if kept.title.is_empty() { lang.board_no_title().into() } else { kept.title.clone() };
    Line { word: lang.board_draft(), urgent: false, name: kept.name.clone(), state, beside: String::new() }
}

fn said(todo: &Todo, scene: &Scene) -> Line {
    let (word, state, beside) = task(&todo.task, scene.look.lang);
    let urgent = matches!(todo.task, Task::Overdue { .. }) || matches!(todo.task, Task::Due { left, .. } if left < 0);
    let (name, phone) = if todo.units.is_empty() { (todo.name.clone(), String::new()) } else { owing(todo, scene) };
    Line { word, urgent, name, state, beside: if beside.is_empty() { phone } else { beside } }
}

/// Who owes which figures, `镇街: 演出场次、演出受众`, and of one unit whom to call.
fn owing(todo: &Todo, scene: &Scene) -> (String, String) {
    let (lang, cells) = (scene.look.lang, scene.look.cells);
    let entry = |unit: &EntryId| scene.session.ledger().entry(*unit);
    let first = todo.units.first().map_or("", |unit| scene.session.unit_name(*unit));
    let (who, phone) = match todo.units.as_slice() {
        [only] => {
            let contact = entry(only).map(query::contact);
            (first.to_owned(), contact.map(|(name, phone)| format!("{name} {phone}")).unwrap_or_default())
        }
        units => {
            let class = query::common_choice(scene.session.template(), units.iter().filter_map(entry));
            (class.unwrap_or(lang.returns_the_units()).to_owned(), String::new())
        }
    };
    let names: Vec<&str> =
        std::iter::once(todo.name.as_str()).chain(todo.also.iter().map(IndicatorId::as_str)).collect();
    let all = lang.board_owing(&who, &names.join(lang.between()));
    let fits = todo.also.is_empty() || cells.width(&all) < usize::from(STATE - NAME);
    let name = if fits { all } else { lang.board_owing_several(&who, &todo.name, names.len()) };
    (name, phone.trim().to_owned())
}

/// A task in words: what it is, how it stands, what stands beside.
fn task(task: &Task, lang: Lang) -> (&'static str, String, String) {
    match task {
        Task::Overdue { due, done, last } => {
            let last = last.map_or_else(|| lang.board_never().into(), |day| lang.board_last(&short(day)));
            (lang.board_overdue(), lang.board_overdue_row(*due, *done), last)
        }
        Task::Due { day, left } if *left < 0 => {
            (lang.board_due(), lang.board_due_passed(&short(*day), -left), String::new())
        }
        Task::Due { day, left } => (lang.board_due(), lang.board_due_left(&short(*day), *left), String::new()),
        Task::Owed { answered, owed, urged } => {
            let beside = urged.map(|day| lang.urged_unanswered(&short(day))).unwrap_or_default();
            (lang.board_owed(), lang.board_owed_row(*answered, *owed), beside)
        }
        Task::Partial { to } => {
            let state = to.map_or_else(|| lang.board_partial_open().into(), |day| lang.board_partial_to(&short(day)));
            (lang.board_partial(), state, String::new())
        }
    }
}
