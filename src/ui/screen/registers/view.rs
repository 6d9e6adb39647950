//! Draws the registers, and the entries of one with what is known of them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{EntriesScreen, RegistersScreen};
use crate::command::Command;
use crate::entry::{self, NameField};
use crate::model::Entry;
use crate::text::wrap;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows above a list, and below it: rule, two lines on what is selected, rule, keys.
const ABOVE: u16 = 3;
const BELOW: u16 = 5;
/// Lines on what is selected.
const LINES: usize = 2;
/// The column of what is known of an entry, and the cells between it and the uses.
const KNOWN: u16 = 26;
const USES: u16 = 8;

/// Rows of a list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(ABOVE + BELOW).max(1))
}

/// Draws the registers; the cursor stands on the selected row.
pub fn registers(screen: &RegistersScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let (session, lang) = (scene.session, scene.look.lang);
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    paint.text(0, 1, lang.registers_title(), theme.title);
    paint.rule(1);
    for (row, at) in (ABOVE..).zip(screen.cursor.shown()) {
        let Some(register) = session.template().register(&screen.registers[at]) else { continue };
        paint.text(row, 1, &(at + 1).to_string(), theme.title);
        paint.text(row, 4, &register.name, theme.text);
        let (retired, offered): (Vec<_>, Vec<_>) = session.entries(&register.id).partition(|entry| entry.retired);
        paint.text_right(row, KNOWN, &lang.registers_count(offered.len()), theme.text);
        if !retired.is_empty() {
            paint.text(row, KNOWN + 3, &lang.registers_retired(retired.len()), theme.dim);
        }
        if screen.cursor.selected() == Some(at) {
            paint.mark(row, theme.cursor);
        }
    }
    paint.rule(area.height - 2);
    paint.text(area.height - 1, 1, lang.registers_hint(), theme.dim);
    paint.place(ABOVE + screen.cursor.offset() as u16, 1)
}

/// Draws the entries; the cursor stands behind what is typed, or on the selected row.
pub fn entries(screen: &EntriesScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let end = head(screen, &mut paint, scene);
    for (row, at) in (ABOVE..).zip(screen.cursor.shown()) {
        line(screen, at, row, &mut paint, scene);
    }
    if screen.found.is_empty() {
        let nothing = if screen.typed.is_empty() { lang.registers_empty() } else { lang.list_not_found() };
        paint.text(ABOVE, 1, nothing, theme.text);
    }
    detail(screen, area.height.saturating_sub(BELOW), &mut paint, scene);
    let hints = [
        (Command::Accept, lang.registers_edit()),
        (Command::NewItem, lang.registers_add()),
        (Command::Choices, lang.registers_actions()),
        (Command::Undo, lang.hint_undo()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, 1, &hints, theme.dim);
    let row = ABOVE + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, end) }
}

/// Draws the title and the heads of the columns; returns the column after what is typed.
fn head(screen: &EntriesScreen, paint: &mut Painter<'_>, scene: &Scene) -> u16 {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let after = paint.text(0, 1, &lang.registers_head(screen.name(scene), screen.found.len()), theme.title);
    let hint = if screen.typed.is_empty() {
        lang.list_search_hint().into()
    } else {
        lang.list_search(screen.typed.shown(scene.look.cells))
    };
    let end = paint.text(0, after + 2, &hint, theme.dim);
    paint.rule(1);
    paint.text(2, 1, lang.registers_name(), theme.dim);
    paint.text(2, KNOWN, lang.registers_known(), theme.dim);
    paint.text_right(2, paint.width() - 1, lang.registers_uses(), theme.dim);
    end
}

fn line(screen: &EntriesScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let Some(entry) = screen.found.get(at).and_then(|id| scene.session.ledger().entries.get(id)) else { return };
    let style = if entry.retired { theme.dim } else { theme.text };
    paint.fitted(row, 1, KNOWN - 2, &entry.label, style);
    let state = if entry.retired { format!("{}  ", lang.registers_is_retired()) } else { String::new() };
    let room = paint.width().saturating_sub(KNOWN + USES);
    paint.fitted(row, KNOWN, room, &format!("{state}{}", values(entry, scene).join("  ")), theme.dim);
    paint.text_right(row, paint.width() - 1, &screen.used(entry.id).to_string(), style);
    if screen.cursor.selected() == Some(at) {
        paint.mark(row, theme.cursor);
    }
}

/// What the register's own fields say of an entry.
fn values(entry: &Entry, scene: &Scene) -> Vec<String> {
    let register = scene.session.template().register(&entry.register);
    let specs = register.map_or(&[][..], |register| &register.fields).iter();
    let shown = specs.filter_map(|spec| Some(entry::typed(spec, entry.fields.get(&spec.id)?, scene.session.desk())));
    shown.filter(|text| !text.is_empty()).collect()
}

/// All that is known of the selected entry, with the names of the fields.
fn detail(screen: &EntriesScreen, top: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    paint.rule(top);
    paint.rule(paint.height() - 2);
    let Some(entry) = screen.selected(scene) else { return };
    let names = NameField::ALL.map(|field| (field.name(lang).to_owned(), entry::shown_entry(entry, field)));
    let register = scene.session.template().register(&entry.register);
    let own = register.into_iter().flat_map(|register| &register.fields).filter_map(|spec| {
        let value = entry.fields.get(&spec.id)?;
        Some((spec.name.clone(), entry::typed(spec, value, scene.session.desk())))
    });
    let all = names.into_iter().chain(own).filter(|(_, value)| !value.is_empty());
    let said: Vec<String> = all.map(|(name, value)| format!("{name}: {value}")).collect();
    let said = said.join("  ");
    let lines = wrap(&said, usize::from(paint.width().saturating_sub(2)), 0, scene.look.cells);
    for (row, range) in (top + 1..).zip(lines.into_iter().take(LINES)) {
        paint.text(row, 1, &said[range], theme.text);
    }
}
