//! The printable tree: what the report says, block by block, before anything decides how it looks on paper.
//!
//! Composing makes a [`Document`]; preview, checks, blanks and the writers see only this. Every run knows its source.

mod flow;
mod picture;
mod picture_file;
mod source;
mod turn;

pub use flow::Ruler;
pub use picture::{Picture, PictureBytes, PictureFormat};
pub use picture_file::PictureFault;
pub use source::{FigureSource, Source, Span};
pub use turn::Turn;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A report, annexes included.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the file says of itself.
    pub meta: Meta,
    /// Everything that prints, in order.
    pub blocks: Vec<Block>,
}

/// What the file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title on one line, blanks as `**`.
    pub title: String,
    /// The office that signs.
    pub author: String,
    /// The day the report is as of; also the created/modified day of the file, so that equal states give equal bytes.
    pub date: NaiveDate,
}

/// One block of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table; never empty.
    Table(Table),
    /// A picture, on lines of its own.
    Picture(Picture),
    /// Starts a new page; what follows, until the next `Part`, lies on pages of this orientation.
    Part(Orientation),
}

/// How a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// A4 upright.
    Portrait,
    /// A4 across, for wide tables.
    Landscape,
}

/// A paragraph: what it is, and its runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// What the paragraph is; the writer knows how that looks.
    pub role: Role,
    /// The text, cut where source or face changes.
    pub runs: Vec<Run>,
}

/// What a paragraph is. GB/T 9704-2012, 7.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title of the report: centred, one blank line after it.
    Title,
    /// Who a letter is to (主送机关): flush left, ends with a colon. GB/T 9704-2012, 7.3.2.
    Addressee,
    /// A stand-alone heading `一、`: 黑体, outline level 1.
    Heading1,
    /// A stand-alone heading `（一）`: 楷体, outline level 2.
    Heading2,
    /// A stand-alone heading `1.` or `（1）`: 仿宋, outline level 3.
    Heading3,
    /// Text: first line indented by two characters. A run-in heading is a body whose first runs have [`Face::RunIn`].
    Body,
    /// 附件：1.×× (`first`), or one of its further lines.
    AnnexNote {
        /// The line that begins with 附件：
        first: bool,
    },
    /// 附件1 at the head of an annex.
    AnnexLabel,
    /// The title of an annex, on its third line.
    AnnexTitle,
    /// What stands under a picture.
    Caption,
    /// The office that signs (署名).
    Signature,
    /// The date under the signature (成文日期).
    Date {
        /// A seal will be stamped over it.
        seal: bool,
    },
    /// An empty line.
    Blank,
}

/// A stretch of text of one face from one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// What prints; a blank prints `**`.
    pub text: String,
    /// How it looks.
    pub face: Face,
    /// It is a blank: highlighted, counted.
    pub blank: bool,
    /// Where it comes from.
    pub source: Source,
}

/// The face of a run; its paragraph's role gives everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// That of the paragraph.
    Plain,
    /// 楷体: a heading `（一）……。` that runs on into its text.
    RunIn,
    /// A bar as long as its number, drawn as a picture; text alone shows the run's blocks instead.
    Bar(Bar),
}

/// A bar and, thinner below it, the bar it is compared with; in thousandths of the longest of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How long it is.
    pub now: u16,
    /// How long the other is.
    pub before: u16,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right: numbers.
    Right,
}

/// A table with a header row that repeats on each page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Widths of the columns, as parts of the whole.
    pub widths: Vec<u16>,
    /// Where the text of each column stands; what is not said is at the left.
    pub aligns: Vec<Align>,
    /// The header, one text a column.
    pub header: Vec<String>,
    /// The rows, each one cell a column.
    pub rows: Vec<Vec<Vec<Run>>>,
}

impl Document {
    /// All runs in printed order, tables included.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.blocks.iter().flat_map(Block::runs)
    }

    /// The same, each with the index of its block and its number in it.
    pub fn numbered_runs(&self) -> impl Iterator<Item = ((usize, usize), &Run)> {
        let numbered = |(at, block): (usize, _)| Block::runs(block).enumerate().map(move |(run, one)| ((at, run), one));
        self.blocks.iter().enumerate().flat_map(numbered)
    }

    /// The block that begins the annexes; the length where there are none.
    pub fn annexes(&self) -> usize {
        let is_part = |block: &Block| matches!(block, Block::Part(_));
        self.blocks.iter().position(is_part).unwrap_or(self.blocks.len())
    }

    /// How many blanks print: each occurrence counts.
    pub fn blanks(&self) -> usize {
        self.blank_runs().count()
    }

    /// The runs that print as blanks, in printed order.
    pub fn blank_runs(&self) -> impl Iterator<Item = &Run> {
        self.runs().filter(|run| run.blank)
    }
}

impl Block {
    /// Its runs in printed order; of a table row by row.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let (paragraph, table) = match self {
            Self::Paragraph(paragraph) => (Some(&paragraph.runs), None),
            Self::Table(table) => (None, Some(table)),
            Self::Picture(_) | Self::Part(_) => (None, None),
        };
        let cells = table.into_iter().flat_map(|table| table.rows.iter().flatten().flatten());
        paragraph.into_iter().flatten().chain(cells)
    }
}

impl Run {
    /// What a blank prints.
    pub const BLANK: &str = "**";

    /// Words of an ordinary face.
    pub fn plain(text: impl Into<String>, source: Source) -> Self {
        Self { text: text.into(), face: Face::Plain, blank: false, source }
    }

    /// A blank.
    pub fn blank(source: Source) -> Self {
        Self { text: Self::BLANK.into(), face: Face::Plain, blank: true, source }
    }
}

impl Paragraph {
    /// The text of all runs.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
