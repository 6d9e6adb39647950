//! What stands beside a value: how it was understood, what is odd about it, or why it is none.

use super::view::{VALUE, value_cells};
use crate::ui::form::Form;
use crate::ui::scene::Scene;

/// Bytes of a value that is surely longer than its cells.
const LONG: usize = 400;

/// What stands beside a value, and from which column on.
pub(super) struct Beside {
    pub(super) from: u16,
    pub(super) text: String,
    /// It is to be looked at.
    pub(super) alarm: bool,
}

impl Beside {
    /// What stands beside a row on a screen so many cells wide: behind the column of the values, and further left where
    /// it is longer than what is left there and the value leaves room.
    pub(super) fn of(form: &Form, at: usize, width: u16, scene: &Scene) -> Option<Self> {
        let (text, alarm) = said(form, at, scene)?;
        let cells = scene.look.cells;
        let usual = VALUE + value_cells(width) + 1;
        let typed = form.field(at).text();
        let typed =
            if typed.len() > LONG || form.field(at).is_live() { usize::from(usual) } else { cells.width(typed) };
        let free = VALUE + typed.min(usize::from(usual)) as u16 + 2;
        let wanted = width.saturating_sub(cells.width(&text) as u16 + 1);
        Some(Self { from: usual.min(wanted.max(free)), text, alarm })
    }
}

fn said(form: &Form, at: usize, scene: &Scene) -> Option<(String, bool)> {
    let (session, lang) = (scene.session, scene.look.lang);
    if let Some(error) = form.wrong_at(at, session) {
        return Some((format!("! {}", error.text(lang)), true));
    }
    let echo = form.echo(at, session, lang);
    if let Some(warning) = echo.warning {
        return Some((format!("! {warning}"), true));
    }
    (!echo.text.is_empty()).then(|| (format!("= {}", echo.text), false))
}
