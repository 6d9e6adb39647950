//! The XML step: what docx-rs writes, in the order the schema asks for, with what docx-rs cannot say.
//!
//! ISO/IEC 29500-1, annex A: the children of property elements are a sequence. Word is strict where others are not.

use std::ops::Range;

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader, Writer};

/// Children of `w:pPr` in the order of the schema.
const PARAGRAPH: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
];
/// Children of `w:rPr`.
const RUN: &[&str] =
    &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:sz", "w:szCs", "w:highlight"];
/// Children of `w:sectPr`.
const SECTION: &[&str] = &[
    "w:headerReference",
    "w:footerReference",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:pgNumType",
    "w:cols",
    "w:titlePg",
    "w:docGrid",
];

/// Rewrites an element of `word/document.xml` into a valid one.
pub(super) fn valid(xml: &str) -> Result<Vec<u8>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut step = Step { out: Writer::new(Vec::with_capacity(xml.len())), open: Vec::new() };
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(step.out.into_inner()),
            Event::Start(start) => step.start(&start)?,
            Event::Empty(empty) => step.empty(empty)?,
            Event::End(_) => step.end()?,
            other => step.out.write_event(other)?,
        }
    }
}

/// The order of an element's children; `None`: as they come.
fn order(name: &[u8]) -> Option<&'static [&'static str]> {
    match name {
        b"w:pPr" => Some(PARAGRAPH),
        b"w:rPr" => Some(RUN),
        b"w:sectPr" => Some(SECTION),
        _ => None,
    }
}

/// The step at work.
struct Step {
    /// What is written so far.
    out: Writer<Vec<u8>>,
    /// The elements that are open, outermost first.
    open: Vec<Open>,
}

/// An element whose end is still to come.
struct Open {
    name: Vec<u8>,
    order: Option<&'static [&'static str]>,
    /// Where its start tag, and where its content begins in the output.
    start: usize,
    content: usize,
    /// Rank and output bytes of its children, when they have an order.
    children: Vec<(usize, Range<usize>)>,
}

impl Step {
    fn at(&self) -> usize {
        self.out.get_ref().len()
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Error> {
        let name = tag.name().as_ref().to_vec();
        let start = self.at();
        self.out.write_event(Event::Start(if name == b"w:p" { without_attributes(tag) } else { tag.borrow() }))?;
        let content = self.at();
        self.open.push(Open { order: order(&name), name, start, content, children: Vec::new() });
        Ok(())
    }

    fn empty(&mut self, tag: BytesStart<'_>) -> Result<(), Error> {
        let name = tag.name().as_ref().to_vec();
        if is_properties(&name) {
            return Ok(());
        }
        let start = self.at();
        self.out.write_event(Event::Empty(tag))?;
        self.child(&name, start);
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        let open = self.open.pop().expect("the reader has checked that tags match");
        if open.content == self.at() && is_properties(&open.name) {
            self.out.get_mut().truncate(open.start);
            return Ok(());
        }
        self.sort(&open);
        self.out.write_event(Event::End(BytesEnd::new(String::from_utf8_lossy(&open.name))))?;
        self.child(&open.name, open.start);
        Ok(())
    }

    /// Notes a finished child of the element that is open.
    fn child(&mut self, name: &[u8], start: usize) {
        let end = self.at();
        if let Some(parent) = self.open.last_mut()
            && let Some(order) = parent.order
        {
            let rank = order.iter().position(|known| known.as_bytes() == name).unwrap_or(order.len());
            parent.children.push((rank, start..end));
        }
    }

    /// Puts the children of a finished element into their order.
    fn sort(&mut self, open: &Open) {
        if open.children.is_sorted_by_key(|(rank, _)| *rank) {
            return;
        }
        let mut children = open.children.clone();
        children.sort_by_key(|(rank, _)| *rank);
        let out = self.out.get_mut();
        let sorted: Vec<u8> = children.into_iter().flat_map(|(_, bytes)| out[bytes].to_vec()).collect();
        out.truncate(open.content);
        out.extend(sorted);
    }
}

/// Elements that say nothing when they are empty.
fn is_properties(name: &[u8]) -> bool {
    matches!(name, b"w:rPr" | b"w:pPr")
}

/// The tag alone: the ids docx-rs counts for paragraphs serve no one.
fn without_attributes(tag: &BytesStart<'_>) -> BytesStart<'static> {
    BytesStart::new(String::from_utf8_lossy(tag.name().as_ref()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid_text(xml: &str) -> String {
        String::from_utf8(valid(xml).expect("well-formed")).expect("text")
    }

    #[test]
    fn children_come_in_the_order_of_the_schema() {
        assert_eq!(
            valid_text(r#"<w:pPr><w:rPr/><w:jc w:val="left"/><w:ind w:right="1"/><w:pStyle w:val="A"/></w:pPr>"#),
            r#"<w:pPr><w:pStyle w:val="A"/><w:ind w:right="1"/><w:jc w:val="left"/></w:pPr>"#
        );
        assert_eq!(
            valid_text("<w:pPr><w:sectPr><w:pgSz/><w:footerReference/></w:sectPr><w:pStyle/></w:pPr>"),
            "<w:pPr><w:pStyle/><w:sectPr><w:footerReference/><w:pgSz/></w:sectPr></w:pPr>"
        );
    }

    #[test]
    fn text_passes_as_it_is_and_paragraph_ids_go() {
        assert_eq!(
            valid_text(
                r#"<w:p w14:paraId="00000001"><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/><w:t>a&amp;]]&gt;</w:t></w:r></w:p>"#
            ),
            "<w:p><w:r><w:t>a&amp;]]&gt;</w:t></w:r></w:p>"
        );
    }
}
