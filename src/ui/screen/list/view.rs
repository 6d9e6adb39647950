//! Draws a list: rows, the detail of the selected one, a foot line of sums.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{ListScreen, Row, Subject, detail};
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::model::{Item, Status};
use crate::query::Order;
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
        if screen.cursor.is_empty() {
            empty(screen, &mut list, scene);
        }
    }
    if wide {
        detail::view(screen, &mut paint.part(2, BESIDE + 2, area.height - 6, area.width - BESIDE - 2), scene);
    } else {
        let top = 2 + rows(area) as u16;
        paint.rule(top);
        detail::view(screen, &mut paint.part(top + 1, 0, DETAIL, area.width), scene);
    }
    foot(screen, &mut paint, scene);
    let row = 2 + screen.cursor.offset() as u16;
    if screen.typed.is_empty() || screen.walking { paint.place(row, 0) } else { paint.place(0, typed_end) }
}

fn head(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) -> u16 {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let place = format!("{}/{}", screen.number(), screen.selection.len());
    let right = paint.width().saturating_sub(place.len() as u16 + 2);
    let end = {
        let mut left = paint.part(0, 0, 1, right);
        let after = left.text(0, 1, &subject(screen, scene), theme.title);
        if screen.typed.is_empty() {
            left.text(0, after + 2, lang.list_search_hint(), theme.dim)
        } else {
            left.text(0, after + 2, &lang.list_search(screen.typed.shown(scene.look.cells)), theme.text)
        }
    };
    paint.text_right(0, paint.width() - 1, &place, theme.dim);
    let limits = limits(screen, scene);
    if limits.is_empty() {
        paint.rule(1);
    } else {
        let room = paint.width().saturating_sub(2);
        paint.fitted(1, 1, room, &limits.join("  "), theme.title);
    }
    end
}

/// What limits, orders and groups the list, and how many are marked, in words.
fn limits(screen: &ListScreen, scene: &Scene) -> Vec<String> {
    let (session, lang) = (scene.session, scene.look.lang);
    let mut said = Vec::new();
    if screen.subject == Subject::Bin {
        said.push(lang.list_bin_for_ever().to_owned());
    }
    if !screen.wants.is_empty() {
        let wants = screen.wants.iter().map(|want| want.text(session.ledger(), session.year(), lang));
        said.push(lang.list_limited(&wants.collect::<Vec<_>>().join("·")));
    }
    if screen.order != Order::default() {
        said.push(lang.list_ordered(&screen.order.text(lang)));
    }
    if !screen.grouped.is_empty() {
        said.push(screen.grouped.clone());
    }
    if !screen.marked.is_empty() {
        said.push(lang.list_marked(screen.marked.len()));
    }
    said
}

fn subject(screen: &ListScreen, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    match &screen.subject {
        Subject::All | Subject::Item(_) => lang.list_all().into(),
        Subject::Bin => lang.list_bin_title().into(),
        Subject::Section(id) => {
            let name = template.section(id).map_or("", |section| section.name.as_str());
            lang.list_section(&format!("{id} {name}"))
        }
        Subject::Matter(id) => {
            let name = template.matter(id).map_or("", |matter| matter.name.as_str());
            lang.list_matter(&format!("{id} {name}"))
        }
        Subject::Figure(id, variant) => lang.list_figure(&screen.figure_words(id, variant, scene)),
    }
}

fn line(screen: &ListScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    match screen.row(at) {
        Row::Group(group) => {
            let text = screen.groups[group].text(scene.session.ledger(), scene.look.lang);
            let (room, style) = (paint.width().saturating_sub(2), paint.theme().title);
            paint.fitted(row, 1, room, &text, style);
        }
        Row::Item(at) => {
            if let Some(item) = screen.selection.get(at) {
                item_line(screen, item, row, paint, scene);
            }
        }
    }
    if screen.cursor.selected() == Some(at) {
        let style = paint.theme().cursor;
        paint.mark(row, style);
    }
}

fn item_line(screen: &ListScreen, item: &Item, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let theme = *paint.theme();
    let card = &item.card;
    let right = paint.width();
    let mut left = 1;
    if !screen.marked.is_empty() {
        let box_ = if screen.marked.contains(&card.id) { "[x]" } else { "[ ]" };
        paint.text(row, 0, box_, theme.text);
        left = 4;
    }
    paint.fitted(row, left, 17 - left, &card.when.print(card.year), theme.text);
    paint.fitted(row, 18, 5, card.matter.as_str(), theme.dim);
    paint.fitted(row, 24, right.saturating_sub(24 + 20), &card.title, theme.text);
    paint.fitted(row, right - 19, 11, &unit(item, scene), theme.dim);
    paint.text(row, right - 6, mark(item, scene.look.lang), theme.dim);
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
    let (text, hint) = match (&screen.subject, screen.typed.is_empty(), screen.wants.is_empty()) {
        (_, false, _) => (lang.list_not_found(), lang.list_not_found_hint()),
        (_, _, false) => (lang.list_all_limited(), lang.list_all_limited_hint()),
        (Subject::Bin, ..) => (lang.list_bin_empty(), lang.list_bin_for_ever()),
        _ => (lang.list_empty(), lang.list_empty_hint()),
    };
    paint.text(0, 1, text, theme.text);
    paint.text(1, 1, hint, theme.dim);
}

fn foot(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let height = paint.height();
    let room = paint.width().saturating_sub(2);
    paint.rule(height - 4);
    paint.fitted(height - 3, 1, room, &sums(screen, scene), theme.text);
    paint.rule(height - 2);
    // While a search is typed a blank is a blank, and the longer key that marks takes the room of a new item's.
    let new = (screen.context() == Context::List).then_some((Command::NewItem, lang.hint_new()));
    let first = [
        (Command::Accept, lang.hint_open()),
        (Command::Mark, lang.hint_mark()),
        (Command::Choices, lang.hint_act()),
        (Command::Find, lang.hint_filter()),
        (Command::Group, lang.hint_group()),
    ];
    let last = [
        (Command::Back, if screen.typed.is_empty() { lang.hint_back() } else { lang.hint_clear() }),
        (Command::Help, lang.hint_help()),
    ];
    let all: Vec<_> = first.into_iter().chain(new).chain(last).collect();
    let hints = scene.look.hints(screen.context(), &all, usize::from(room));
    paint.text(height - 1, 1, &hints, theme.dim);
}

/// What the items come to, and the units whose returns a figure is made of.
fn sums(screen: &ListScreen, scene: &Scene) -> String {
    std::iter::once(screen.totals.text(scene.look.lang)).chain(screen.returned(scene)).collect::<Vec<_>>().join("  ")
}
