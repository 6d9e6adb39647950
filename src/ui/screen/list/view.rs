//! Draws a list: rows, the detail of the selected one, a foot line of sums.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{ListScreen, Subject};
use crate::command::{Command, Context};
use crate::entry;
use crate::lang::Lang;
use crate::model::{Item, Status};
use crate::report;
use crate::text::wrap;
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
            empty(&mut list, scene.look.lang);
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
    let after = paint.text(0, 1, &subject(&screen.subject, scene), theme.title);
    let end = if screen.typed.is_empty() {
        paint.text(0, after + 2, lang.list_search_hint(), theme.dim)
    } else {
        paint.text(0, after + 2, &lang.list_search(&screen.typed), theme.text)
    };
    let at = screen.cursor.selected().map_or(0, |at| at + 1);
    paint.text_right(0, paint.width() - 1, &format!("{at}/{}", screen.found.len()), theme.dim);
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
        Subject::Figure(id) => lang.list_figure(&format!("{id} {}", scene.session.figure_text(id))),
    }
}

fn line(screen: &ListScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(item) = screen.found.get(at).and_then(|id| scene.session.ledger().items.get(id)) else { return };
    let theme = *paint.theme();
    let card = &item.card;
    let right = paint.width();
    paint.fitted(row, 1, 16, &card.when.print(card.year), theme.text);
    paint.fitted(row, 18, 5, card.matter.as_str(), theme.dim);
    paint.fitted(row, 24, right.saturating_sub(24 + 16), &card.title, theme.text);
    paint.fitted(row, right - 15, 10, &unit(item, scene), theme.dim);
    paint.text(row, right - 5, mark(item, scene.look.lang), theme.dim);
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

fn empty(paint: &mut Painter<'_>, lang: Lang) {
    let theme = *paint.theme();
    paint.text(0, 1, lang.list_empty(), theme.text);
    paint.text(1, 1, lang.list_empty_hint(), theme.dim);
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
    paint.rule(height - 4);
    let count = screen.totals.count.as_ref().map_or_else(|| "-".into(), ToString::to_string);
    let mut sums = vec![lang.list_count(screen.totals.items, &count)];
    let added = screen.totals.sums.iter().take(6);
    sums.extend(added.map(|(name, unit, value)| format!("{name} {value}{unit}")));
    if let Subject::Figure(id) = &screen.subject {
        let units = scene.session.figures().get(id).map_or(0, |figure| figure.units.len());
        if units > 0 {
            sums.push(lang.list_units_said(units));
        }
    }
    paint.text(height - 3, 1, &sums.join("  "), theme.text);
    paint.rule(height - 2);
    let hints = scene.look.hints(
        Context::List,
        &[
            (Command::Accept, lang.hint_open()),
            (Command::NewItem, lang.menu_new()),
            (Command::Delete, lang.hint_bin()),
            (Command::Publish, lang.hint_publish()),
            (Command::Undo, lang.menu_undo()),
            (Command::Back, lang.hint_back()),
            (Command::Help, lang.hint_help()),
        ],
        usize::from(paint.width().saturating_sub(2)),
    );
    paint.text(height - 1, 1, &hints, theme.dim);
}
