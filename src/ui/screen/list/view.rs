//! Draws a list: rows, the detail of the selected one, a foot line of sums.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{ListScreen, Subject};
use crate::command::Command;
use crate::entry;
use crate::id::IndicatorId;
use crate::lang::Lang;
use crate::model::{Item, Status};
use crate::query::State;
use crate::report;
use crate::text::wrap;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows of detail below the list on a narrow screen.
const DETAIL: u16 = 5;
/// The width from which the detail stands beside the list.
const WIDE: u16 = 120;
/// Cells of the list where the detail stands beside it.
const BESIDE: u16 = 80;

/// Rows of the list on a screen of this area.
pub fn rows(area: Rect) -> usize {
    let others = if area.width >= WIDE { 6 } else { 7 + DETAIL };
    usize::from(area.height.saturating_sub(others).max(1))
}

/// Draws the list; the cursor stands behind what is typed, or on the selected row.
pub fn view(screen: &ListScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let wide = area.width >= WIDE;
    let mut paint = Painter::new(buffer, area, scene.look);
    let typed_end = head(screen, &mut paint, scene);
    let list_width = if wide { BESIDE } else { area.width };
    {
        let mut list = paint.part(2, 0, rows(area) as u16, list_width);
        for (row, at) in screen.cursor.shown().enumerate() {
            line(screen, at, row as u16, &mut list, scene);
        }
        if screen.found.is_empty() {
            empty(screen, &mut list, scene);
        }
    }
    if wide {
        detail(screen, &mut paint.part(2, BESIDE + 2, area.height - 6, area.width - BESIDE - 2), scene);
    } else {
        let top = 2 + rows(area) as u16;
        paint.rule(top);
        detail(screen, &mut paint.part(top + 1, 0, DETAIL, area.width), scene);
    }
    foot(screen, &mut paint, scene);
    let row = 2 + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, typed_end) }
}

fn head(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) -> u16 {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let at = screen.cursor.selected().map_or(0, |at| at + 1);
    let place = format!("{at}/{}", screen.found.len());
    let right = paint.width().saturating_sub(place.len() as u16 + 2);
    let end = {
        let mut left = paint.part(0, 0, 1, right);
        let after = left.text(0, 1, &subject(&screen.subject, scene), theme.title);
        if screen.typed.is_empty() {
            left.text(0, after + 2, lang.list_search_hint(), theme.dim)
        } else {
            left.text(0, after + 2, &lang.list_search(screen.typed.text()), theme.text)
        }
    };
    paint.text_right(0, paint.width() - 1, &place, theme.dim);
    paint.rule(1);
    end
}

fn subject(subject: &Subject, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    match subject {
        Subject::All | Subject::Item(_) => lang.list_all().into(),
        Subject::Section(id) => {
            let name = template.section(id).map_or("", |section| section.name.as_str());
            lang.list_section(&format!("{id} {name}"))
        }
        Subject::Matter(id) => {
            let name = template.matter(id).map_or("", |matter| matter.name.as_str());
            lang.list_matter(&format!("{id} {name}"))
        }
        Subject::Figure(id) => {
            let state = scene.session.figures().get(id).map_or(State::Missing, |figure| figure.state);
            lang.list_figure(&format!("{id} {} {}", scene.session.figure_text(id), state.text(lang)))
        }
    }
}

fn line(screen: &ListScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(item) = screen.found.get(at).and_then(|id| scene.session.ledger().items.get(id)) else { return };
    let theme = *paint.theme();
    let card = &item.card;
    let right = paint.width();
    paint.fitted(row, 1, 16, &card.when.print(card.year), theme.text);
    paint.fitted(row, 18, 5, card.matter.as_str(), theme.dim);
    paint.fitted(row, 24, right.saturating_sub(24 + 20), &card.title, theme.text);
    paint.fitted(row, right - 19, 11, &unit(item, scene), theme.dim);
    paint.text(row, right - 6, mark(item, scene.look.lang), theme.dim);
    if screen.cursor.selected() == Some(at) {
        paint.mark(row, theme.cursor);
    }
}

fn unit(item: &Item, scene: &Scene) -> String {
    let entry = item.card.unit.and_then(|id| scene.session.ledger().entry(id));
    entry.map(|entry| entry.label.clone()).unwrap_or_default()
}

const fn mark(item: &Item, lang: Lang) -> &'static str {
    match item.card.status {
        Status::Planned => lang.list_status_planned(),
        Status::Running => lang.list_status_running(),
        Status::Cancelled => lang.list_status_cancelled(),
        Status::Done if item.card.checked => "",
        Status::Done => lang.list_to_check(),
    }
}

fn empty(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let (text, hint) = if screen.typed.is_empty() {
        (lang.list_empty(), lang.list_empty_hint())
    } else {
        (lang.list_not_found(), lang.list_not_found_hint())
    };
    paint.text(0, 1, text, theme.text);
    paint.text(1, 1, hint, theme.dim);
}

/// The selected item: its sentence, then its fields, as many as fit.
fn detail(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(item) = screen.selected(scene) else { return };
    let theme = *paint.theme();
    let sentence = report::sentence_text(scene.session.ledger(), item, scene.session.as_of());
    let width = usize::from(paint.width().saturating_sub(2));
    let mut row = 0;
    for line in wrap(&sentence, width, 0, scene.look.cells).into_iter().take(3) {
        paint.text(row, 1, &sentence[line], theme.text);
        row += 1;
    }
    let mut column = 1;
    for field in entry::fields(item, scene.session.desk()) {
        let shown = entry::shown(item, field, scene.session.desk());
        if shown.is_empty() {
            continue;
        }
        let text = format!("{}:{}", field.name(scene.look.lang), shown.replace('\n', " "));
        let cells = scene.look.cells.width(&text) as u16;
        if column > 1 && column + cells > paint.width() {
            row += 1;
            column = 1;
        }
        column = paint.text(row, column, &text, theme.dim) + 2;
    }
}

fn foot(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let height = paint.height();
    let room = paint.width().saturating_sub(2);
    paint.rule(height - 4);
    paint.fitted(height - 3, 1, room, &sums(screen, scene), theme.text);
    paint.rule(height - 2);
    let all = [
        (Command::Accept, lang.hint_open()),
        (Command::NewItem, lang.hint_new()),
        (Command::Delete, lang.hint_bin()),
        (Command::Publish, lang.hint_publish()),
        (Command::Undo, lang.hint_undo()),
        (Command::Back, if screen.typed.is_empty() { lang.hint_back() } else { lang.hint_clear() }),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &all, usize::from(room));
    paint.text(height - 1, 1, &hints, theme.dim);
}

/// What the items come to, before it the units whose returns a figure is made of.
fn sums(screen: &ListScreen, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let totals = &screen.totals;
    let count = totals.count.as_ref().filter(|_| totals.items > 0);
    let mut sums = vec![
        count.map_or_else(|| lang.list_items(totals.items), |count| lang.list_count(totals.items, &count.to_string())),
    ];
    if let Subject::Figure(id) = &screen.subject {
        sums.extend(said(id, scene));
    }
    sums.extend(totals.sums.iter().take(6).map(|(name, unit, value)| format!("{name} {value}{unit}")));
    sums.join("  ")
}

/// The units whose returns a figure is made of.
fn said(id: &IndicatorId, scene: &Scene) -> Option<String> {
    let units = &scene.session.figures().get(id)?.units;
    let names = units.iter().filter_map(|id| scene.session.ledger().entry(*id)).map(|entry| entry.label.as_str());
    let names: Vec<&str> = names.collect();
    let lang = scene.look.lang;
    (!units.is_empty()).then(|| lang.list_units_said(units.len(), &names.join(lang.between())))
}
