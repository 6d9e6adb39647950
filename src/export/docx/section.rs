//! The pages of a part: A4 upright or across, with a page number at the outer side.

use docx_rs::{FooterReference, PageMargin, PageOrientationType, PageSize, Paragraph, SectionProperty, SectionType};

use crate::document::Orientation;

/// The long and the short side of A4, in twips.
const A4: (u32, u32) = (16838, 11906);
/// Width of the text on an upright page, in twips: 156 mm.
const UPRIGHT: usize = 8845;
/// Width of the text on a page that lies across, in twips: 225 mm.
const ACROSS: usize = 12756;

/// Width of the text on a page, in twips.
pub(super) const fn text_width(orientation: Orientation) -> usize {
    match orientation {
        Orientation::Portrait => UPRIGHT,
        Orientation::Landscape => ACROSS,
    }
}

/// The pages of a part. GB/T 9704-2012: 37 mm above, 35 below, 28 left and 26 right of the text; turned when across.
pub(super) fn section(orientation: Orientation) -> SectionProperty {
    let margin = PageMargin::new().header(851).footer(1425).gutter(0);
    let (size, margin) = match orientation {
        Orientation::Portrait => {
            (PageSize::new().size(A4.1, A4.0), margin.top(2098).bottom(1984).left(1587).right(1474))
        }
        Orientation::Landscape => {
            let size = PageSize::new().size(A4.0, A4.1).orient(PageOrientationType::Landscape);
            (size, margin.top(1587).bottom(1474).left(1984).right(2098))
        }
    };
    let mut section = SectionProperty::new().page_size(size).page_margin(margin);
    section.section_type = Some(SectionType::NextPage);
    section.footer_reference = Some(FooterReference::new("default", "rIdFooterOdd"));
    section.even_footer_reference = Some(FooterReference::new("even", "rIdFooterEven"));
    section
}

/// A paragraph of no height: what must stand between two tables and after the last one.
pub(super) fn part_end() -> Paragraph {
    Paragraph::new().style("PartEnd")
}
