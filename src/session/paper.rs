//! A report as it goes on paper: in its profile, with its annexes and the pictures that prove items.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Published, Session, SessionError};
use crate::document::{Block, Document, Paragraph, Picture, PictureFault, Role};
use crate::lang::Lang;
use crate::model::{Annex, Profile, Variant};
use crate::query;
use crate::report::{self, Annexed, Cut, KnownFigures, PictureTrouble, Pictures};
use crate::store::FoundKind;

/// The most bytes of one picture, and of all together.
pub(super) const LARGEST: usize = 10 << 20;
const LARGEST_OF_ALL: usize = 64 << 20;

/// How a report is asked to go on paper; what is not said is as the settings say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperChoice {
    /// The name of the profile.
    pub profile: Option<String>,
    /// The annexes by name, instead of those of the profile; 无 is none.
    pub annexes: Vec<String>,
    /// With a seal.
    pub seal: bool,
}

/// A report as it goes on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// How it looks.
    pub profile: Profile,
    /// The report and its annexes; shared with the session where there are none.
    pub document: Arc<Document>,
    /// Blanks of the report itself.
    pub blanks: usize,
    /// The names of annexes that had nothing to list.
    pub empty: Vec<String>,
    /// Pictures that could not be shown.
    pub troubles: Vec<PictureTrouble>,
}

impl Session {
    /// The report of a variant as it goes on paper.
    pub fn paper(&self, variant: &Variant, choice: &PaperChoice) -> Result<Paper, SessionError> {
        let mut profile = match &choice.profile {
            Some(name) => self.profile_named(name)?,
            None => self.profile(),
        };
        if !choice.annexes.is_empty() {
            let names: Vec<&str> = choice.annexes.iter().map(String::as_str).collect();
            profile.annexes = self.annexes_named(&names)?;
        }
        profile.seal |= choice.seal;
        Ok(self.paper_in(variant, profile))
    }

    /// The report of a variant as it goes on paper in a profile.
    pub fn paper_in(&self, variant: &Variant, profile: Profile) -> Paper {
        let report = self.document_of(variant);
        let blanks = report.blanks();
        let known = self.annexes();
        let annexes: Vec<&Annex> =
            profile.annexes.iter().filter_map(|id| known.iter().find(|one| one.id == *id)).collect();
        let (mut document, empty, troubles) = if annexes.is_empty() {
            (report, Vec::new(), Vec::new())
        } else {
            let Annexed { document, empty, troubles } = self.annexed(&report, variant, &annexes);
            (Arc::new(document), empty, troubles)
        };
        if profile.seal {
            seal(Arc::make_mut(&mut document));
        }
        Paper { profile, document, blanks, empty, troubles }
    }

    /// Says of a public version that nothing is hidden in it, where the year's template marks nothing as private.
    pub fn unveiled(&self, variant: &Variant, lang: Lang) -> Option<&'static str> {
        (*variant == Variant::Public && !self.template().keeps_private()).then_some(lang.public_unveiled())
    }

    /// Says which annexes had nothing to list, which pictures could not be shown, and whether nothing was hidden.
    pub fn left_out(&self, variant: &Variant, published: &Published, lang: Lang) -> Vec<String> {
        let Published { empty, troubles, .. } = published;
        let nothing = (!empty.is_empty()).then(|| lang.annexes_empty(&empty.join(lang.annexes_joint())));
        let trouble = |one: &PictureTrouble| {
            let title = self.ledger.items.get(&one.item).map_or("", |item| item.card.title.as_str());
            lang.picture_trouble(title, &one.path, one.fault.text(lang))
        };
        let unveiled = self.unveiled(variant, lang).map(str::to_owned);
        unveiled.into_iter().chain(nothing).chain(troubles.iter().map(trouble)).collect()
    }

    fn annexed(&self, report: &Document, variant: &Variant, annexes: &[&Annex]) -> Annexed {
        let themed = variant.tag().map(|tag| query::themed(&self.ledger, self.year, tag));
        let ledger = themed.as_ref().unwrap_or(&self.ledger);
        let (figures, last_year) = (self.figures_of(variant), self.figures_before(ledger, variant));
        let known = KnownFigures { figures: &figures, last_year: &last_year };
        let cut = Cut { ledger, year: self.year, variant, as_of: self.as_of(), known };
        let pictures = self.pictures(report::wanted_pictures(annexes, &cut));
        report::annexed(report, annexes, &cut, &pictures)
    }

    /// Reads the pictures, as many as a report can carry.
    fn pictures(&self, paths: Vec<String>) -> Pictures {
        let mut room = LARGEST_OF_ALL;
        let mut pictures = Pictures::new();
        for path in paths {
            if pictures.contains_key(&path) {
                continue;
            }
            let read = self.picture(&path, LARGEST.min(room));
            room = read.as_ref().map_or(room, |picture| room.saturating_sub(picture.bytes.0.len()));
            pictures.insert(path, read);
        }
        pictures
    }

    fn picture(&self, path: &str, most: usize) -> Result<Picture, PictureFault> {
        let missing = |_| PictureFault::Missing;
        let path = self.evidence_file(path).ok_or(PictureFault::Missing)?;
        let bytes = self.disk.read_range(&path, 0, most + 1).map_err(missing)?;
        if bytes.len() > most {
            return Err(PictureFault::TooLarge);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Picture::read(&name, bytes)
    }

    /// Where a file of evidence lies.
    fn evidence_file(&self, path: &str) -> Option<PathBuf> {
        let is_file = |path: &PathBuf| {
            let found = self.disk.look(path).ok().flatten();
            found.is_some_and(|found| found.kind == FoundKind::File)
        };
        self.evidence_places(path).into_iter().find(is_file)
    }
}

/// Leaves room for a seal over the date.
fn seal(document: &mut Document) {
    for block in &mut document.blocks {
        if let Block::Paragraph(Paragraph { role: role @ Role::Date { .. }, .. }) = block {
            *role = Role::Date { seal: true };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;

    #[test]
    fn a_public_version_of_a_year_that_marks_nothing_says_so() {
        let bench = Bench::sample();
        let said = |variant| bench.session.unveiled(&variant, Lang::Zh);
        assert!(bench.session.template().keeps_private());
        assert_eq!((said(Variant::Public), said(Variant::Whole)), (None, None));
        let mut template = crate::template::default_template();
        template.settings.iter_mut().for_each(|one| one.private = false);
        template.registers.iter_mut().for_each(|one| one.private = false);
        template.indicators.iter_mut().for_each(|one| one.private = false);
        template.kinds.iter_mut().flat_map(|kind| &mut kind.fields).for_each(|one| one.private = false);
        let old = Bench::templated(template);
        let said = |variant| old.session.unveiled(&variant, Lang::Zh);
        assert!(said(Variant::Public).expect("it is said").contains("没有标出"));
        assert_eq!(said(Variant::Whole), None);
    }
}
