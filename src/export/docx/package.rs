//! The parts of a .docx and their zip; no clock in it, so that equal documents give equal bytes.

use std::io::{Cursor, Write};

use quick_xml::escape::escape;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Profile;
use crate::document::Meta;
use crate::text::printable;

/// Parts that never change: their name in the package, their text.
const FIXED: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/footer1.xml", include_str!("parts/footer_odd.xml")),
    ("word/footer2.xml", include_str!("parts/footer_even.xml")),
];
/// The styles; fonts stand in braces.
const STYLES: &str = include_str!("parts/styles.xml");
/// The core properties; values stand in braces.
const CORE: &str = include_str!("parts/core.xml");

/// Packs the body with the parts around it.
pub(super) fn package(body: &[u8], meta: &Meta, profile: &Profile) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in FIXED {
        add(&mut zip, name, text.as_bytes())?;
    }
    add(&mut zip, "docProps/core.xml", core(meta).as_bytes())?;
    add(&mut zip, "word/styles.xml", filled(STYLES, &profile.fonts()).as_bytes())?;
    add(&mut zip, "word/document.xml", body)?;
    Ok(zip.finish()?.into_inner())
}

/// Adds one part, stamped with the first day a zip knows.
fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    zip.start_file(name, options)?;
    zip.write_all(bytes)?;
    Ok(())
}

/// The core properties: title, author, days.
fn core(meta: &Meta) -> String {
    let date = meta.date.format("%Y-%m-%d").to_string();
    let title = meta.title.replace('\n', "");
    filled(CORE, &[("title", &title), ("author", &meta.author), ("date", &date)])
}

/// `part` with each `{name}` replaced by its value, escaped; a value is not searched again.
fn filled(part: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("braces in the parts are closed");
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        text.push_str(before);
        text.push_str(&escape(printable(value).as_ref()));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_not_searched_again() {
        assert_eq!(filled("<a>{x}{y}</a>", &[("x", "{y}<&"), ("y", "2")]), "<a>{y}&lt;&amp;2</a>");
    }

    #[test]
    fn every_brace_of_the_styles_names_a_font() {
        let profile = Profile::default();
        let names: Vec<&str> = STYLES.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        assert!(names.iter().all(|name| profile.fonts().iter().any(|(known, _)| known == name)), "{names:?}");
    }
}
