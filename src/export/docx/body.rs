//! Blocks of the document → the body of the .docx: style ids and text; how a style looks is in `parts/styles.xml`.

use docx_rs::{BuildXML, Paragraph as DocxParagraph};
use quick_xml::Error;

use super::media::Media;
use super::section::{part_end, section};
use super::{runs, schema, table};
use crate::document::{Block, Document, Orientation, Paragraph, Picture, Role, Ruler, Table};
use crate::model::{Profile, TextArea};
use crate::text::TypeSize;

/// Lengths on paper, in twips.
const RULER: Ruler = Ruler { character: 320, width: |text| TypeSize::BODY.width(text) };

/// What opens and closes the body.
const HEAD: &str = include_str!("parts/body_head.xml");
const TAIL: &str = "</w:body></w:document>";

/// The body, as the text of its part, and the pictures in it.
pub(super) struct Made {
    /// `word/document.xml`.
    pub(super) xml: Vec<u8>,
    /// Its pictures.
    pub(super) media: Media,
}

/// Makes the body; one section for each part.
pub(super) fn body(document: &Document, profile: &Profile) -> Result<Made, Error> {
    let mut body = Body::new(profile);
    for (at, block) in document.blocks.iter().enumerate() {
        if document.empty_line_before(at) {
            body.paragraph(DocxParagraph::new().style("Normal"))?;
        }
        match block {
            Block::Part(orientation) => body.part(*orientation)?,
            Block::Table(table) => body.table(table)?,
            Block::Picture(picture) => body.picture(picture)?,
            Block::Paragraph(paragraph) => {
                body.paragraph(made(paragraph, document.free_at_right(at, RULER), profile))?;
            }
        }
    }
    body.finish()
}

/// A body in the making; the last paragraph is held back, because the section of its part may have to be put on it.
/// Each block is written at once, so that only one of them is in memory as docx-rs has it.
struct Body<'a> {
    profile: &'a Profile,
    xml: Vec<u8>,
    media: Media,
    last: Option<DocxParagraph>,
    orientation: Orientation,
    empty: bool,
}

impl<'a> Body<'a> {
    fn new(profile: &'a Profile) -> Self {
        let (xml, media) = (HEAD.as_bytes().to_vec(), Media::default());
        Self { profile, xml, media, last: None, orientation: Orientation::Portrait, empty: true }
    }

    fn area(&self) -> TextArea {
        self.profile.text_area(self.orientation)
    }

    fn paragraph(&mut self, paragraph: DocxParagraph) -> Result<(), Error> {
        self.flush()?;
        self.last = Some(paragraph);
        self.empty = false;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Error> {
        let width = self.area().width;
        let Some(made) = table::table(table, width, self.profile.highlight, &mut self.media) else { return Ok(()) };
        self.flush()?;
        self.xml.extend(made.into_bytes());
        // Two tables without anything between them would become one.
        self.paragraph(part_end())
    }

    fn picture(&mut self, picture: &Picture) -> Result<(), Error> {
        self.flush()?;
        let run = self.media.picture(picture, self.area());
        self.xml.extend(format!("<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr>{run}</w:p>").into_bytes());
        self.empty = false;
        Ok(())
    }

    /// Ends the part: its section goes onto its last paragraph.
    fn part(&mut self, next: Orientation) -> Result<(), Error> {
        if !self.empty {
            let last = self.last.take().unwrap_or_else(part_end);
            self.paragraph(last.section_property(section(self.profile, self.orientation)))?;
            self.flush()?;
            self.empty = true;
        }
        self.orientation = next;
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Error> {
        match self.last.take() {
            Some(paragraph) => self.put(&paragraph),
            None => Ok(()),
        }
    }

    /// Writes what docx-rs makes, valid.
    fn put(&mut self, element: &impl BuildXML) -> Result<(), Error> {
        self.xml.extend(schema::valid(&String::from_utf8_lossy(&element.build()))?);
        Ok(())
    }

    fn finish(mut self) -> Result<Made, Error> {
        self.flush()?;
        self.put(&section(self.profile, self.orientation))?;
        self.xml.extend(TAIL.as_bytes());
        Ok(Made { xml: self.xml, media: self.media })
    }
}

/// One paragraph; `free` twips are kept free at its right.
fn made(paragraph: &Paragraph, free: Option<usize>, profile: &Profile) -> DocxParagraph {
    let runs = match paragraph.role {
        Role::Title | Role::AnnexTitle => runs::balanced(&paragraph.runs, profile),
        Role::Blank => Vec::new(),
        _ => runs::plain(&paragraph.runs, profile),
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
        Role::Caption => "Caption",
        Role::Signature => "Signature",
        Role::Date { .. } => "Date",
        Role::Addressee | Role::Blank => "Normal",
    }
}
