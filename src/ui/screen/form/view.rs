//! Draws a form: ten rows a page, what can be picked, what saving will change.

use std::ops::RangeInclusive;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::beside::Beside;
use crate::command::{Command, Context};
use crate::text::Cells;
use crate::ui::form::{Form, Like, Likeness, Subject, help};
use crate::ui::live;
use crate::ui::paint::Painter;
use crate::ui::reward;
use crate::ui::scene::Scene;

/// The column where values begin, and the cells they have on a screen of 80.
pub(super) const VALUE: u16 = 16;
const VALUE_CELLS: u16 = 36;
/// The row of the first field, and the rows that are not fields.
const FIRST: u16 = 2;
const OTHERS: u16 = 14;
/// Screens of fewer rows go without the rules between the parts.
const ROOMY: u16 = 24;
/// Figures named before saving.
const NAMED: usize = 3;

/// The rows below the fields.
#[derive(Clone, Copy)]
struct Rows {
    /// What the other pages hold.
    rest: u16,
    /// What can be picked begins here.
    picks: u16,
    /// Its last row.
    picks_end: u16,
    /// What saving changes begins here.
    effect: u16,
    /// Its last row.
    effect_end: u16,
}

impl Rows {
    fn of(height: u16, page: usize) -> Self {
        let rest = FIRST + page as u16;
        let effect_end = height.saturating_sub(3);
        if height < ROOMY {
            Self { rest, picks: rest + 1, picks_end: rest + 4, effect: rest + 5, effect_end }
        } else {
            Self { rest, picks: rest + 2, picks_end: rest + 4, effect: rest + 6, effect_end }
        }
    }
}

/// Makes room for what is typed.
pub fn arrange(form: &mut Form, large: bool, area: Rect, cells: Cells) {
    let (width, height) = if large {
        (area.width.saturating_sub(4), area.height.saturating_sub(4))
    } else {
        (value_cells(area.width), 1)
    };
    form.arrange(width, height, cells);
    form.paginate(usize::from(area.height.saturating_sub(OTHERS)));
}

/// A larger screen gives values half of what it has more, a smaller one takes half of what it lacks.
pub(super) const fn value_cells(width: u16) -> u16 {
    if width < 80 { VALUE_CELLS.saturating_sub((80 - width) / 2) } else { VALUE_CELLS + (width - 80) / 2 }
}

/// Draws the form, the `nth` of its kind when it is new; the cursor stands in the present field.
pub fn view(form: &Form, nth: usize, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let rows = Rows::of(area.height, form.page());
    {
        let mut paint = Painter::new(buffer, area, scene.look);
        head(form, nth, &mut paint, scene);
        let shown = form.shown();
        for at in shown.clone() {
            row(form, at, FIRST + (at - shown.start) as u16, &mut paint, scene);
        }
        match form.before() {
            Some(old) => before(form, old, rows.rest, &mut paint, scene),
            None => rest(form, rows.rest, &mut paint, scene),
        }
        if area.height >= ROOMY {
            paint.rule(rows.picks - 1);
            paint.rule(rows.effect - 1);
        }
        picks(form, rows, &mut paint, scene);
        below(form, rows, &mut paint, scene);
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

fn head(form: &Form, nth: usize, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let mut after = paint.text(0, 1, &title(form, scene), theme.title);
    if let Some(item) = form.item().filter(|_| form.is_new()) {
        let kind = scene.session.template().kind(&item.card.kind);
        let kind = kind.map_or("", |kind| kind.name.as_str());
        after = paint.text(0, after + 3, &lang.form_nth(kind, nth), theme.dim);
    }
    let resumed = lang.form_draft_back();
    if form.is_resumed() && after + 2 + scene.look.cells.width(resumed) as u16 <= paint.width() {
        paint.text_right(0, paint.width() - 1, resumed, theme.good);
    }
    paint.rule(1);
}

/// Which matter or register it is for.
fn title(form: &Form, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    match form.subject() {
        Subject::Item(item) => {
            let id = &item.card.matter;
            let name = template.matter(id).map_or_else(|| id.to_string(), |one| format!("{} {}", one.id, one.name));
            if form.is_new() { lang.form_new(&name) } else { lang.form_edit(&name) }
        }
        Subject::Entry(entry) => {
            let name = template.register(&entry.register).map_or(entry.register.as_str(), |one| one.name.as_str());
            if form.is_new() { lang.form_new_entry(name) } else { lang.form_edit_entry(name) }
        }
    }
}

fn row(form: &Form, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let field = &form.rows()[at].field;
    let label = if at == form.at() { theme.title } else { theme.text };
    let digit = if at < 10 { ((at + 1) % 10).to_string() } else { " ".into() };
    paint.text(row, 1, &digit, theme.dim);
    paint.fitted(row, 3, 10, field.name(lang), label);
    if field.is_required() {
        paint.text(row, 14, "*", theme.alarm);
    }
    if let Some(beside) = Beside::of(form, at, paint.width(), scene) {
        let room = paint.width().saturating_sub(beside.from + 1);
        paint.fitted(row, beside.from, room, &beside.text, if beside.alarm { theme.alarm } else { theme.dim });
    }
}

/// What was saved in the present field, in the place of what the other pages hold, and the key that brings it back.
fn before(form: &Form, old: &str, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, cells) = (scene.look.lang, scene.look.cells);
    let key = scene.look.key(Command::Undo, context(form)).unwrap_or_default();
    let restore = lang.form_restore(&key);
    let is_sentence = form.field(form.at()).is_live();
    let item = form.item().filter(|_| is_sentence);
    let seen = item.map(|item| live::shown(scene.session.live_desk().of_item(item).pieces(old)));
    let old = seen.as_deref().unwrap_or(old);
    let old = if old.is_empty() { lang.form_was_empty().into() } else { old.replace('\n', " ") };
    let said = lang.form_before(&old);
    let room = usize::from(paint.width()).saturating_sub(cells.width(&restore) + 4);
    let said = if cells.width(&said) > room { cells.fit(&said, room).trim_end().to_string() } else { said };
    let after = paint.text(row, 1, &said, paint.theme().blank);
    paint.text(row, after + 2, &restore, paint.theme().dim);
}

/// Where the user stands in the form itself.
fn context(form: &Form) -> Context {
    if form.is_choice() { Context::Choice } else { Context::Form }
}

fn rest(form: &Form, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let dim = paint.theme().dim;
    let (total, size) = (form.rows().len(), form.page());
    let page = form.at() / size;
    let turn = if page == 0 { lang.form_next_page() } else { lang.form_previous_page() };
    if page == 0 && total > size {
        let names: Vec<&str> = form.rows()[size..].iter().take(8).map(|row| row.field.name(lang)).collect();
        let text = format!("{}: {}", lang.form_rest(total - size), names.join(" "));
        let room = paint.width().saturating_sub(scene.look.cells.width(turn) as u16 + 4);
        paint.fitted(row, 1, room, &text, dim);
    } else if page > 0 {
        paint.text(row, 1, &lang.form_page(page + 1, total.div_ceil(size)), dim);
    }
    if total > size {
        paint.text_right(row, paint.width() - 1, turn, dim);
    }
}

/// What can be picked in the present field, or what it wants.
fn picks(form: &Form, rows: Rows, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let field = &form.row().field;
    if !form.is_choice() {
        let said = help(field, lang);
        for (row, text) in (rows.picks..=rows.picks_end).zip(said) {
            paint.fitted(row, 1, paint.width().saturating_sub(2), &text, theme.dim);
        }
        return;
    }
    let several = field.is_several();
    let name = field.name(lang);
    let title = if several { lang.form_pick_several(name) } else { lang.form_pick(name) };
    let pages = picks_page(form, scene);
    let room =
        paint.width().saturating_sub(3 + pages.as_ref().map_or(0, |text| scene.look.cells.width(text) as u16 + 1));
    paint.fitted(rows.picks, 1, room, &title, theme.dim);
    if let Some(pages) = pages {
        paint.text_right(rows.picks, paint.width() - 1, &pages, theme.dim);
    }
    let columns = if paint.width() < 80 { 3 } else { 5 };
    let cell = paint.width() / columns as u16;
    let numbered = form.numbered();
    for (n, pick) in numbered.iter().enumerate() {
        let (line, column) = (rows.picks + 1 + (n / columns) as u16, (n % columns) as u16 * cell);
        let mark = if several && form.has(pick) { "[x]" } else { " " };
        paint.fitted(line, column + 1, cell - 1, &format!("{}{mark}{}", n + 1, pick.label), theme.text);
    }
    if numbered.is_empty() {
        let key = scene.look.key(Command::Choices, Context::Choice).filter(|_| form.is_new_name());
        let add = key.map(|key| lang.form_register_hint(&key)).unwrap_or_default();
        paint.text(rows.picks + 1, 1, &format!("{}  {add}", lang.form_no_match()), theme.dim);
    }
}

/// Which page of the picks has the digits, and the key that turns it.
fn picks_page(form: &Form, scene: &Scene) -> Option<String> {
    let (page, pages) = form.picks_page();
    let key = scene.look.key(Command::Choices, Context::Choice)?;
    (pages > 1).then(|| scene.look.lang.form_picks_page(page, pages, &key))
}

/// Below the picks: why the form stays where it is, else what saving changes and what to look at.
fn below(form: &Form, rows: Rows, paint: &mut Painter<'_>, scene: &Scene) {
    let theme = *paint.theme();
    if let Some(trouble) = form.trouble() {
        let (what, mut hint) = trouble.text(scene.look.lang);
        let key = scene.look.key(Command::Choices, Context::Form).filter(|_| form.unknown().is_some());
        if let Some(key) = key {
            hint = format!("{}  {hint}", scene.look.lang.form_register_hint(&key));
        }
        let first = rows.effect.min(rows.effect_end.saturating_sub(1));
        for (row, text, style) in [(first, what, theme.alarm), (first + 1, hint, theme.text)] {
            paint.text(row, 0, &" ".repeat(usize::from(paint.width())), theme.text);
            paint.fitted(row, 1, paint.width().saturating_sub(2), &text, style);
        }
        return;
    }
    let like = form.like().map(|like| lookalike(like, scene));
    let last = rows.effect_end - u16::from(like.is_some() && rows.effect < rows.effect_end);
    effect(form, rows.effect..=last, paint, scene);
    if let Some(like) = like {
        let text = format!("{}  {like}", scene.look.lang.form_like());
        let row = (last + 1).min(rows.effect_end);
        paint.fitted(row, 1, paint.width().saturating_sub(2), &text, theme.blank);
    }
}

fn lookalike(like: &Like, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let when = like.when.print(scene.session.year());
    match like.by {
        Likeness::Title => lang.form_like_title(&when, &like.title),
        Likeness::Day(id) => {
            let entry = scene.session.ledger().entry(id).map_or("", |entry| entry.label.as_str());
            lang.form_like_day(&when, entry, &like.title)
        }
    }
}

fn effect(form: &Form, rows: RangeInclusive<u16>, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let first = *rows.start();
    if form.is_being_typed() {
        paint.text(first, 1, lang.form_effect_later(), theme.dim);
        return;
    }
    if form.foreseen().is_empty() {
        paint.text(first, 1, lang.form_effect_none(), theme.dim);
        return;
    }
    paint.text(first, 1, lang.form_effect(), theme.dim);
    let shown = rows.count().min(NAMED);
    for (row, change) in (first..).zip(form.foreseen().iter().take(shown)) {
        paint.text(row, 14, &reward::figure(change, scene), theme.text);
    }
    if form.foreseen().len() > shown {
        paint.text_right(first, paint.width() - 1, &lang.reward_more(form.foreseen().len()), theme.dim);
    }
}

fn hints(form: &Form, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let height = paint.height();
    let all = [
        (Command::Accept, lang.hint_next_field()),
        (Command::SaveAndNext, lang.hint_save_next()),
        (Command::SaveAndClose, lang.hint_save()),
        (Command::CopyLast, lang.hint_copy()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_this_field()),
    ];
    let text = scene.look.hints(context(form), &all, usize::from(paint.width().saturating_sub(2)));
    paint.rule(height - 2);
    paint.text(height - 1, 1, &text, paint.theme().dim);
}

fn values(form: &Form, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let shown = form.shown();
    let mut cursor = None;
    for at in shown.clone() {
        let y = area.y + FIRST + (at - shown.start) as u16;
        let beside = Beside::of(form, at, area.width, scene).map(|beside| beside.from.saturating_sub(VALUE + 1));
        let place = Rect::new(area.x + VALUE, y, beside.unwrap_or_else(|| value_cells(area.width)), 1);
        let drawn = form.field(at).view(buffer, place.intersection(area), at == form.at(), scene.look);
        cursor = cursor.or(drawn);
    }
    cursor
}
