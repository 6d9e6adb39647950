//! The pages of a part: A4 upright or across, with a page number at the outer side.

use docx_rs::{
    DocGrid, DocGridType, FooterReference, PageMargin, PageOrientationType, PageSize, Paragraph, SectionProperty,
    SectionType,
};

use crate::document::Orientation;
use crate::model::Profile;

/// A full character of the text, in 1/4096 point.
const CHARACTER: isize = 16 * 4096;

/// The pages of a part. GB/T 9704-2012: 37 mm above, 35 below, 28 left and 26 right of the text; turned when across.
pub(super) fn section(profile: &Profile, orientation: Orientation) -> SectionProperty {
    let ((width, height), margins) = (Profile::paper(orientation), profile.margins.turned(orientation));
    let size = PageSize::new().size(width.into(), height.into());
    let size = if orientation == Orientation::Landscape { size.orient(PageOrientationType::Landscape) } else { size };
    let margin = PageMargin::new()
        .header(851)
        .footer(1425)
        .gutter(0)
        .top(margins.top.into())
        .bottom(margins.bottom.into())
        .left(margins.left.into())
        .right(margins.right.into());
    let mut section = SectionProperty::new().page_size(size).page_margin(margin);
    section.section_type = Some(SectionType::NextPage);
    section.footer_reference = Some(FooterReference::new("default", "rIdFooterOdd"));
    section.even_footer_reference = Some(FooterReference::new("even", "rIdFooterEven"));
    if profile.grid {
        section.doc_grid = Some(grid(profile, orientation));
    }
    section
}

/// The grid that gives as many lines and characters as the exact distances do: 22 × 28 in the standard.
fn grid(profile: &Profile, orientation: Orientation) -> DocGrid {
    let characters = profile.characters(orientation).max(1);
    // Word rounds the width down to whole 1/8 points; without a little less, the last character falls to the next line.
    let pitch = profile.text_area(orientation).width * 4096 / 20 / characters;
    let pitch = isize::try_from(pitch).unwrap_or(CHARACTER) - 8;
    DocGrid::with_empty()
        .grid_type(DocGridType::LinesAndChars)
        .line_pitch(profile.line.into())
        .char_space(pitch - CHARACTER)
}

/// A paragraph of no height: what must stand between two tables and after the last one.
pub(super) fn part_end() -> Paragraph {
    Paragraph::new().style("PartEnd")
}
