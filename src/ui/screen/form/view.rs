//! Draws a form: ten rows a page, what can be picked, what saving will change.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Context};
use crate::text::Cells;
use crate::ui::form::{Form, PAGE};
use crate::ui::paint::Painter;
use crate::ui::reward;
use crate::ui::scene::Scene;

/// The column where values begin, and the cells they have on a screen of 80.
const VALUE: u16 = 16;
const VALUE_CELLS: u16 = 36;
/// Rows below the fields: rest, rule, picks, rule, effect, rule, hints.
const PICKS: u16 = 14;
const EFFECT: u16 = 18;
/// Figures named before saving.
const NAMED: usize = 3;

/// Makes room for what is typed.
pub fn arrange(form: &mut Form, large: bool, area: Rect, cells: Cells) {
    let (width, height) =
        if large { (area.width.saturating_sub(4), area.height.saturating_sub(4)) } else { (value_cells(area), 1) };
    form.arrange(width, height, cells);
}

/// A larger screen gives values half of what it has more.
const fn value_cells(area: Rect) -> u16 {
    VALUE_CELLS + area.width.saturating_sub(80) / 2
}

/// Draws the form; the cursor stands in the present field.
pub fn view(form: &Form, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    {
        let mut paint = Painter::new(buffer, area, scene.look);
        head(form, &mut paint, scene);
        let first = form.at() / PAGE * PAGE;
        for at in first..form.rows().len().min(first + PAGE) {
            row(form, at, 2 + (at - first) as u16, &mut paint, scene);
        }
        rest(form, &mut paint, scene);
        picks(form, &mut paint, scene);
        effect(form, &mut paint, scene);
        hints(form, &mut paint, scene);
    }
    values(form, buffer, area, scene)
}

/// Draws the present field over the whole screen.
pub fn editor(form: &Form, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    paint.text(0, 1, form.row().field.name(lang), theme.title);
    paint.rule(1);
    paint.rule(area.height - 2);
    paint.text(area.height - 1, 1, lang.form_large(), theme.dim);
    let inside = Rect::new(area.x + 2, area.y + 2, area.width.saturating_sub(4), area.height.saturating_sub(4));
    form.field(form.at()).view(buffer, inside, true, scene.look)
}

fn head(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let matter = scene.session.template().matter(form.matter());
    let name = matter.map_or_else(|| form.matter().to_string(), |one| format!("{} {}", one.id, one.name));
    let title = if form.is_new() { lang.form_new(&name) } else { lang.form_edit(&name) };
    let after = paint.text(0, 1, &title, theme.title);
    if form.is_new() {
        let kind = &form.item().card.kind;
        let same = scene.session.ledger().items_of(scene.session.year()).filter(|item| item.card.kind == *kind);
        let unit = scene.session.template().kind(kind).map_or("", |kind| kind.name.as_str());
        paint.text(0, after + 3, &lang.form_nth(unit, same.count() + 1), theme.dim);
    }
    if form.is_resumed() {
        paint.text_right(0, paint.width() - 1, lang.form_draft_back(), theme.good);
    }
    paint.rule(1);
}

fn row(form: &Form, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let field = &form.rows()[at].field;
    let label = if at == form.at() { theme.title } else { theme.text };
    paint.text(row, 1, &format!("{}", (at + 1) % 10), theme.dim);
    paint.fitted(row, 3, 10, field.name(lang), label);
    if field.is_required() {
        paint.text(row, 14, "*", theme.alarm);
    }
    let echo = form.echo(at, scene.session, lang);
    if !echo.is_empty() && echo != form.field(at).text() {
        let from = VALUE + VALUE_CELLS + paint.width().saturating_sub(80) / 2 + 1;
        paint.text(row, from, &format!("= {echo}"), theme.dim);
    }
}

fn rest(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let dim = paint.theme().dim;
    let total = form.rows().len();
    let page = form.at() / PAGE;
    let pages = total.div_ceil(PAGE);
    if page == 0 && total > PAGE {
        let names: Vec<&str> = form.rows()[PAGE..].iter().take(8).map(|row| row.field.name(lang)).collect();
        let text = format!("{}: {}", lang.form_rest(total - PAGE), names.join(" "));
        paint.fitted(12, 1, 60, &text, dim);
        paint.text_right(12, paint.width() - 1, lang.form_next_page(), dim);
    } else if page > 0 {
        paint.text(12, 1, &lang.form_page(page + 1, pages), dim);
        paint.text_right(12, paint.width() - 1, lang.form_previous_page(), dim);
    }
    paint.rule(13);
}

fn picks(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    if form.is_choice() {
        let offered = form.offered();
        paint.text(PICKS, 1, &lang.form_pick(form.row().field.name(lang)), theme.dim);
        let columns = usize::from(paint.width() / 20).clamp(1, 9);
        let cell = paint.width() / columns as u16;
        for (n, pick) in offered.iter().take(9.min(columns * 2)).enumerate() {
            let (line, column) = (PICKS + 1 + (n / columns) as u16, (n % columns) as u16 * cell);
            paint.fitted(line, column + 1, cell - 1, &format!("{} {}", n + 1, pick.label), theme.text);
        }
        if offered.is_empty() {
            paint.text(PICKS + 1, 1, lang.form_no_match(), theme.dim);
        }
    } else {
        paint.text(PICKS, 1, form.row().field.help(lang), theme.dim);
    }
    paint.rule(EFFECT - 1);
}

fn effect(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    if let Some(trouble) = form.trouble() {
        let (what, hint) = trouble.text(lang);
        paint.text(EFFECT, 1, &what, theme.alarm);
        paint.text(EFFECT + 1, 1, &hint, theme.text);
        return;
    }
    if form.foreseen().is_empty() {
        paint.text(EFFECT, 1, lang.form_effect_none(), theme.dim);
        return;
    }
    paint.text(EFFECT, 1, lang.form_effect(), theme.dim);
    for (row, change) in form.foreseen().iter().take(NAMED).enumerate() {
        paint.text(EFFECT + row as u16, 12, &reward::figure(change, scene), theme.text);
    }
    if form.foreseen().len() > NAMED {
        paint.text_right(EFFECT, paint.width() - 1, &lang.reward_more(form.foreseen().len() - NAMED), theme.dim);
    }
}

fn hints(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let height = paint.height();
    let context = if form.is_choice() { Context::Choice } else { Context::Form };
    let all = [
        (Command::Accept, lang.hint_next_field()),
        (Command::SaveAndNext, lang.hint_save_next()),
        (Command::SaveAndClose, lang.hint_save()),
        (Command::CopyLast, lang.hint_copy()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_help()),
    ];
    let text = scene.look.hints(context, &all, usize::from(paint.width().saturating_sub(2)));
    paint.rule(height - 2);
    paint.text(height - 1, 1, &text, paint.theme().dim);
}

fn values(form: &Form, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let first = form.at() / PAGE * PAGE;
    let mut cursor = None;
    for at in first..form.rows().len().min(first + PAGE) {
        let place = Rect::new(area.x + VALUE, area.y + 2 + (at - first) as u16, value_cells(area), 1);
        let drawn = form.field(at).view(buffer, place.intersection(area), at == form.at(), scene.look);
        cursor = cursor.or(drawn);
    }
    cursor
}
