//! The items that are shown, or those that are marked, as a table in the folder for reports.

use super::actions::What;
use super::{ListScreen, Subject};
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::Item;
use crate::session::{ListColumn, TableFormat};
use crate::ui::choose::Choice;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// A table to be written: its format, and its columns; none: those that are filled.
pub(super) type Table = (TableFormat, Option<Vec<ListColumn>>);

impl ListScreen {
    /// Asks in which form, and with which of the choices of columns that are kept.
    pub(super) fn offer_tables(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let formats = [TableFormat::Xlsx, TableFormat::Csv];
        let kept = scene.session.column_choices();
        let own = kept.iter().map(|(name, columns)| (name.as_str(), Some(columns.clone())));
        let columns = std::iter::once((lang.list_export_usual(), None)).chain(own);
        let rows = columns.flat_map(|(name, columns)| formats.map(|format| (name, (format, columns.clone()))));
        let rows: Vec<(&str, Table)> = rows.collect();
        let choices = rows.iter().map(|(name, (format, _))| Choice::with(format!(".{}", format.extension()), *name));
        let (choices, tables) = (choices.collect(), rows.iter().map(|(_, table)| table.clone()).collect());
        let ids: Vec<ItemId> = if self.marked.is_empty() {
            self.selection.items().map(|item| item.card.id).collect()
        } else {
            self.marked.iter().copied().collect()
        };
        let title = lang.list_export(ids.len());
        self.ask_for(title, choices, ids, What::Table(tables))
    }

    /// Writes the table, and says where it is.
    pub(super) fn write_table(&self, ids: &[ItemId], (format, columns): Table, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let is_meant = |item: &&Item| ids.contains(&item.card.id);
        let items: Vec<&Item> = if self.marked.is_empty() {
            self.selection.items().collect()
        } else {
            session.ledger().items.values().map(AsRef::as_ref).filter(is_meant).collect()
        };
        let columns = columns.unwrap_or_else(|| session.usual_columns(&items));
        match session.export_list_to_folder(&self.stem(lang, scene), &items, &columns, format, lang) {
            Ok(path) => Outcome::Tell(lang.list_exported(items.len(), &path.display().to_string())),
            Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
        }
    }

    /// What the file is called: what the list is of.
    fn stem(&self, lang: Lang, scene: &Scene) -> String {
        let template = scene.session.template();
        let of = match &self.subject {
            Subject::Matter(id) => template.matter(id).map(|matter| matter.name.clone()),
            Subject::Section(id) => template.section(id).map(|section| section.name.clone()),
            Subject::Figure(id, _) => Some(id.to_string()),
            Subject::All | Subject::Item(_) | Subject::Bin => None,
        };
        of.unwrap_or_else(|| lang.list_all().to_owned())
    }
}
