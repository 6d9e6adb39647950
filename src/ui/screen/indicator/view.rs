//! Draws a definition, a line for each of its parts, and below them what it gives now.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{IndicatorScreen, Now, ROWS, Row, told};
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::model::Item;
use crate::query::State;
use crate::text::wrap;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::widget::TextField;

/// Where values begin.
const VALUE: u16 = 14;
/// Where the rows begin, and where the answer does.
const TOP: u16 = 2;
const ANSWER: u16 = TOP + ROWS.len() as u16 + 1;
/// Rows below the answer: a rule and the keys.
const BELOW: u16 = 2;

/// Cells of a value.
pub(super) const fn cells(area: Rect) -> u16 {
    area.width.saturating_sub(VALUE + 2)
}

/// Draws the definition; the cursor stands in the present row.
pub(super) fn view(screen: &IndicatorScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let title = screen.old.as_ref().map_or_else(|| lang.indicator_new().into(), |id| lang.indicator_edit(id.as_str()));
    let end = paint.text(0, 1, &title, theme.title);
    let said = match (&screen.old, screen.resumed) {
        (_, true) => lang.writer_resumed(),
        (Some(_), false) => lang.indicator_used(),
        (None, false) => "",
    };
    paint.text(0, end + 2, said, if screen.resumed { theme.good } else { theme.dim });
    paint.rule(1);
    for (at, row) in ROWS.iter().enumerate() {
        let style = if at == screen.at { theme.title } else { theme.text };
        paint.text(TOP + at as u16, 1, label(*row, lang), style);
        if let Some(value) = picked(screen, *row, scene) {
            paint.fitted(
                TOP + at as u16,
                VALUE,
                cells(area),
                &value,
                if at == screen.at { theme.field } else { theme.text },
            );
        }
    }
    paint.rule(ANSWER - 1);
    let room = area.height.saturating_sub(ANSWER + BELOW);
    if let Some(now) = &screen.now {
        answer(screen, now, room, &mut paint, scene);
    }
    paint.rule(area.height - 2);
    let hints = [
        (Command::Choices, lang.hint_pick()),
        (Command::SaveAndClose, lang.hint_save()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Form, &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, 1, &hints, theme.dim);
    let mut cursor = Some(paint.place(TOP + screen.at as u16, VALUE));
    for (row, field) in [(Row::Name, &screen.name), (Row::Unit, &screen.unit)] {
        cursor = typed(screen, row, field, buffer, area, scene).or(cursor);
    }
    cursor
}

/// Draws a row that is typed in; says where the cursor stands when it is the present one.
fn typed(
    screen: &IndicatorScreen,
    row: Row,
    field: &TextField,
    buffer: &mut Buffer,
    area: Rect,
    scene: &Scene,
) -> Option<Position> {
    let at = ROWS.iter().position(|one| *one == row).expect("it is a row");
    let place = Rect::new(area.x + VALUE, area.y + TOP + at as u16, cells(area), 1);
    field.view(buffer, place.intersection(area), at == screen.at, scene.look)
}

const fn label(row: Row, lang: Lang) -> &'static str {
    match row {
        Row::What => lang.indicator_what(),
        Row::Which => lang.indicator_which(),
        Row::Where => lang.indicator_where(),
        Row::When => lang.indicator_when(),
        Row::Writing => lang.indicator_writing(),
        Row::Name => lang.indicator_name(),
        Row::Unit => lang.indicator_unit(),
        Row::Section => lang.indicator_section(),
    }
}

/// What stands in a row that is picked.
fn picked(screen: &IndicatorScreen, row: Row, scene: &Scene) -> Option<String> {
    let (indicator, template, lang) = (&screen.indicator, scene.session.template(), scene.look.lang);
    Some(match row {
        Row::What => told::measure(indicator, scene),
        Row::Which => told::which(indicator, scene),
        Row::Where => told::conditions(indicator, scene),
        Row::When => told::window(&indicator.window, scene),
        Row::Writing => match &screen.now {
            Some(now) if now.figure.value.is_some() => now.written.clone(),
            _ => lang.indicator_plain().into(),
        },
        Row::Section => template.section(&indicator.section).map_or_else(String::new, |one| one.name.clone()),
        Row::Name | Row::Unit => return None,
    })
}

/// Draws what the definition gives: the value, how much is behind it, and the newest of it; on a row whose value is
/// longer than its line, all of that first.
fn answer(screen: &IndicatorScreen, now: &Now, room: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let mut row = ANSWER;
    let full =
        picked(screen, screen.row(), scene).filter(|text| scene.look.cells.width(text) > usize::from(cells_of(paint)));
    if let Some(full) = full {
        for range in wrap(&full, usize::from(paint.width().saturating_sub(2)), 0, scene.look.cells).into_iter().take(3)
        {
            paint.text(row, 1, &full[range], theme.dim);
            row += 1;
        }
    }
    let figure = &now.figure;
    let after = paint.text(row, 1, lang.indicator_now(), theme.title);
    let style = if figure.value.is_some() { theme.figure } else { theme.blank };
    let value = scene.look.cells.cut(&now.value, 40);
    let after = paint.text(row, after + 2, value, style);
    paint.text(row, after + 2, &behind(now, lang), theme.dim);
    row += 1;
    let ledger = scene.session.ledger();
    let items: Vec<&Item> =
        figure.items.iter().rev().filter_map(|id| ledger.items.get(id)).map(AsRef::as_ref).collect();
    let left = usize::from((ANSWER + room).saturating_sub(row));
    let shown = if items.len() > left { left.saturating_sub(1) } else { items.len() };
    for item in &items[..shown] {
        let when = item.card.when.print(scene.session.year());
        let end = paint.text(row, 3, &when, theme.dim);
        let room = paint.width().saturating_sub(end + 3);
        paint.fitted(row, end.max(VALUE) + 2, room, &item.card.title, theme.text);
        row += 1;
    }
    if shown < items.len() {
        paint.text(row, 3, &lang.indicator_more_items(items.len() - shown), theme.dim);
    }
}

fn cells_of(paint: &Painter<'_>) -> u16 {
    paint.width().saturating_sub(VALUE + 2)
}

/// How much is behind the value, and what it lacks.
fn behind(now: &Now, lang: Lang) -> String {
    let figure = &now.figure;
    let mut said: Vec<String> = Vec::new();
    said.extend((!figure.items.is_empty()).then(|| lang.indicator_behind(figure.items.len())));
    said.extend((!figure.units.is_empty()).then(|| lang.indicator_behind_units(figure.units.len())));
    said.extend((figure.open > 0).then(|| lang.indicator_open(figure.open)));
    said.extend((figure.lacking > 0).then(|| lang.indicator_lacking(figure.lacking)));
    if said.is_empty() && figure.state == State::Missing {
        said.push(lang.indicator_no_items().into());
    }
    said.join("  ")
}
