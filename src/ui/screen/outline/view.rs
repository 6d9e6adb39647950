//! Draws the outline: number and words of each passage, what hangs there, the selected one in full.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::OutlineScreen;
use super::acts::{is_head, number_name};
use crate::command::{Command, Context};
use crate::id::MatterId;
use crate::model::Flow;
use crate::report::{OutlineOf, OutlineRow};
use crate::text::wrap;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows of the outline on the smallest screen that everything fits on.
pub const FEWEST: usize = 10;
/// Rows of detail below the outline on a narrow screen.
const DETAIL: u16 = 5;
/// The width from which the detail stands beside the outline.
const WIDE: u16 = 120;
/// Cells of the outline where the detail stands beside it.
const BESIDE: u16 = 80;
/// Cells of the columns at the right: matters, items, blanks.
const MATTERS: u16 = 8;
const NUMBERS: u16 = 6;

/// Rows of the outline on a screen of this area.
pub fn rows(area: Rect) -> usize {
    let others = if area.width >= WIDE { 4 } else { 5 + DETAIL };
    usize::from(area.height.saturating_sub(others).max(1))
}

/// Draws the outline; the cursor stands on the selected row.
pub fn view(screen: &OutlineScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let wide = area.width >= WIDE;
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let width = if wide { BESIDE } else { area.width };
    let many = screen.rows.iter().filter(|row| matches!(row.of, OutlineOf::Passage(_))).count();
    paint.text(0, 1, &lang.outline_title(&scene.session.year().to_string(), many), theme.title);
    paint.text_right(0, width - 1, lang.outline_columns(), theme.dim);
    paint.rule(1);
    let shown = rows(area) as u16;
    {
        let mut list = paint.part(2, 0, shown, width);
        for (row, at) in screen.cursor.shown().enumerate() {
            line(&screen.rows[at], row as u16, &mut list, scene);
            if screen.cursor.selected() == Some(at) {
                list.mark(row as u16, theme.cursor);
            }
        }
    }
    if wide {
        detail(screen, &mut paint.part(2, BESIDE + 2, shown, area.width - BESIDE - 2), scene);
    } else {
        paint.rule(2 + shown);
        detail(screen, &mut paint.part(3 + shown, 0, DETAIL, area.width), scene);
    }
    foot(&mut paint, scene);
    paint.place(2 + screen.cursor.offset() as u16, 0)
}

fn line(row: &OutlineRow, at: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let blanks = paint.width() - 1;
    let items = blanks - NUMBERS;
    let matters = items - NUMBERS - MATTERS;
    let style = if row.prints { theme.text } else { theme.dim };
    let indent = 1 + 2 * row.depth as u16;
    let words = if row.words.is_empty() { lang.outline_nothing() } else { &row.words };
    let said = format!("{}{}", row.number, words.replace('\n', " "));
    paint.fitted(at, indent, matters.saturating_sub(indent + 1), &said, style);
    let names: Vec<&str> = row.matters.iter().map(MatterId::as_str).collect();
    paint.fitted(at, matters, MATTERS, &names.join(" "), theme.dim);
    if row.items > 0 {
        paint.text_right(at, items, &row.items.to_string(), theme.text);
    }
    match row.blanks {
        0 if row.prints => {}
        0 => paint.text_right(at, blanks, lang.outline_unprinted(), theme.dim),
        many => paint.text_right(at, blanks, &many.to_string(), theme.blank),
    }
}

/// The selected passage in full: how it stands, what hangs there, its finished words.
fn detail(screen: &OutlineScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let Some(row) = screen.row() else { return };
    let width = usize::from(paint.width().saturating_sub(2));
    let standing = standing(screen, row, scene).join("  ");
    let words = if row.prints { format!("{}{}", row.number, row.words) } else { lang.outline_says_nothing().into() };
    let mut at = 0;
    for (text, style, most) in [(standing, theme.dim, 2), (words, theme.text, usize::from(paint.height()))] {
        for range in wrap(&text, width, 0, scene.look.cells).into_iter().take(most) {
            paint.text(at, 1, &text[range], style);
            at += 1;
        }
    }
}

fn standing(screen: &OutlineScreen, row: &OutlineRow, scene: &Scene) -> Vec<String> {
    let lang = scene.look.lang;
    let (OutlineOf::Passage(_), Some(passage)) = (&row.of, screen.passage(scene)) else {
        return vec![lang.outline_is_point().into()];
    };
    let flow = match passage.flow {
        _ if is_head(passage) => lang.outline_heading(),
        Flow::Paragraph => lang.outline_paragraph(),
        Flow::Run => lang.outline_runs_on(),
    };
    let names = |ids: &[MatterId]| {
        let matters = ids.iter().filter_map(|id| scene.session.template().matter(id));
        matters.map(|matter| matter.name.as_str()).collect::<Vec<_>>().join(lang.between())
    };
    let mut said = vec![flow.to_owned(), lang.outline_number(number_name(passage.numbering, lang))];
    said.extend((!row.matters.is_empty()).then(|| lang.outline_matters(&names(&row.matters))));
    said.extend((!row.further.is_empty()).then(|| lang.outline_further(&names(&row.further))));
    said
}

fn foot(paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let (height, room) = (paint.height(), usize::from(paint.width().saturating_sub(2)));
    paint.rule(height - 2);
    let hints = [
        (Command::Accept, lang.hint_write()),
        (Command::AddPassage, lang.hint_add()),
        (Command::Choices, lang.hint_act()),
        (Command::MoveUp, lang.hint_order()),
        (Command::MoveDown, lang.hint_order_down()),
        (Command::Indent, lang.hint_level()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Outline, &hints, room);
    let style = paint.theme().dim;
    paint.text(height - 1, 1, &hints, style);
}
