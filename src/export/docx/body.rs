//! Blocks of the document → the body of the .docx: style ids and text; how a style looks is in `parts/styles.xml`.

use docx_rs::{Docx, Paragraph as DocxParagraph};

use super::section::{part_end, section, text_width};
use super::{runs, table};
use crate::document::{Block, Document, Orientation, Paragraph, Role, Ruler};
use crate::text::TypeSize;

/// Lengths on paper, in twips.
const RULER: Ruler = Ruler { character: 320, width: |text| TypeSize::BODY.width(text) };

/// Makes the body; one section for each part.
pub(super) fn body(document: &Document) -> Docx {
    let mut body = Body { docx: Docx::new(), last: None, orientation: Orientation::Portrait, empty: true };
    for (at, block) in document.blocks.iter().enumerate() {
        if document.empty_line_before(at) {
            body.paragraph(DocxParagraph::new().style("Normal"));
        }
        match block {
            Block::Part(orientation) => body.part(*orientation),
            Block::Table(table) => body.table(table::table(table, text_width(body.orientation))),
            Block::Paragraph(paragraph) => body.paragraph(made(paragraph, document.free_at_right(at, RULER))),
        }
    }
    body.finish()
}

/// A body in the making; the last paragraph is held back, because the section of its part may have to be put on it.
struct Body {
    docx: Docx,
    last: Option<DocxParagraph>,
    orientation: Orientation,
    empty: bool,
}

impl Body {
    fn paragraph(&mut self, paragraph: DocxParagraph) {
        self.flush();
        self.last = Some(paragraph);
        self.empty = false;
    }

    fn table(&mut self, table: Option<docx_rs::Table>) {
        let Some(table) = table else { return };
        self.flush();
        self.push(|docx| docx.add_table(table));
        // Two tables without anything between them would become one.
        self.last = Some(part_end());
        self.empty = false;
    }

    /// Ends the part: its section goes onto its last paragraph.
    fn part(&mut self, next: Orientation) {
        if !self.empty {
            let last = self.last.take().unwrap_or_else(part_end);
            self.paragraph(last.section_property(section(self.orientation)));
            self.flush();
            self.empty = true;
        }
        self.orientation = next;
    }

    fn flush(&mut self) {
        if let Some(paragraph) = self.last.take() {
            self.push(|docx| docx.add_paragraph(paragraph));
        }
    }

    fn push(&mut self, add: impl FnOnce(Docx) -> Docx) {
        self.docx = add(std::mem::take(&mut self.docx));
    }

    fn finish(mut self) -> Docx {
        self.flush();
        self.docx.document.section_property = section(self.orientation);
        self.docx
    }
}

/// One paragraph; `free` twips are kept free at its right.
fn made(paragraph: &Paragraph, free: Option<usize>) -> DocxParagraph {
    let runs = match paragraph.role {
        Role::Title | Role::AnnexTitle => runs::balanced(&paragraph.runs),
        Role::Blank => Vec::new(),
        _ => runs::plain(&paragraph.runs),
    };
    let made = runs.into_iter().fold(DocxParagraph::new().style(style(paragraph.role)), DocxParagraph::add_run);
    match free {
        Some(free) => made.indent(None, None, Some(i32::try_from(free).unwrap_or(0)), None),
        None => made,
    }
}

/// The id of the style of a role in `parts/styles.xml`.
const fn style(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Heading1 => "Heading1",
        Role::Heading2 => "Heading2",
        Role::Heading3 => "Heading3",
        Role::Body => "Body",
        Role::AnnexNote { first: true } => "AnnexNoteFirst",
        Role::AnnexNote { first: false } => "AnnexNote",
        Role::AnnexLabel => "AnnexLabel",
        Role::AnnexTitle => "AnnexTitle",
        Role::Signature => "Signature",
        Role::Date { .. } => "Date",
        Role::Blank => "Normal",
    }
}
