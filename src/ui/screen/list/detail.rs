//! The selected item in full: its sentence, its fields, the passages it hangs on.

use super::ListScreen;
use crate::entry;
use crate::model::Item;
use crate::query;
use crate::report;
use crate::text::wrap;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Cells of a passage's name.
const PASSAGE: usize = 24;

/// The selected item: its sentence, then its fields, as many as fit.
pub fn view(screen: &ListScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(item) = screen.selected() else { return };
    let theme = *paint.theme();
    let sentence = report::sentence_text(scene.session.ledger(), item, scene.session.as_of());
    let width = usize::from(paint.width().saturating_sub(2));
    let mut row = 0;
    for line in wrap(&sentence, width, 0, scene.look.cells).into_iter().take(3) {
        paint.text(row, 1, &sentence[line], theme.text);
        row += 1;
    }
    let mut column = 1;
    for text in told(item, scene) {
        let cells = scene.look.cells.width(&text) as u16;
        if column > 1 && column + cells > paint.width() {
            row += 1;
            column = 1;
        }
        column = paint.text(row, column, &text, theme.dim) + 2;
    }
}

/// `标题:…`: what is filled in, then where it prints.
fn told(item: &Item, scene: &Scene) -> Vec<String> {
    let (session, lang) = (scene.session, scene.look.lang);
    let desk = session.desk_of(item);
    let fields = entry::fields(item, desk).into_iter().filter_map(|field| {
        let shown = entry::shown(item, field, desk);
        (!shown.is_empty()).then(|| format!("{}:{}", field.name(lang), shown.replace('\n', " ")))
    });
    let places = query::places_of(session.ledger(), session.template(), &item.card);
    let passages = places.iter().map(|(id, _)| {
        let text = session.passage_name(id);
        let cut = scene.look.cells.cut(&text, PASSAGE);
        if cut.len() < text.len() { format!("{cut}…") } else { text }
    });
    let passages: Vec<String> = passages.collect();
    let passages = (!passages.is_empty()).then(|| lang.list_passage(&passages.join(lang.between())));
    fields.chain(passages).collect()
}
