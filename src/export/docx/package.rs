//! The parts of a .docx and their zip; no clock in it, so that equal documents give equal bytes.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::body::Made;
use super::media::{Media, MediaPart};
use super::styles::styles;
use super::xml::filled;
use crate::document::Meta;
use crate::model::Profile;

/// Parts that never change: their name in the package, their text.
const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_rels.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/footer1.xml", include_str!("parts/footer_odd.xml")),
    ("word/footer2.xml", include_str!("parts/footer_even.xml")),
];
/// What the body refers to besides its pictures, and the end of that part.
const RELATIONS: &str = include_str!("parts/document_rels.xml");
const RELATIONS_END: &str = "</Relationships>";
/// The sort of relation a picture is.
const PICTURE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
/// The core properties; values stand in braces.
const CORE: &str = include_str!("parts/core.xml");

/// Packs the body with the parts around it.
pub(super) fn package(body: &Made, meta: &Meta, profile: &Profile) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in FIXED {
        add(&mut zip, name, text.as_bytes())?;
    }
    add(&mut zip, "docProps/core.xml", core(meta).as_bytes())?;
    add(&mut zip, "word/styles.xml", styles(profile).as_bytes())?;
    add(&mut zip, "word/_rels/document.xml.rels", relations(&body.media).as_bytes())?;
    add(&mut zip, "word/document.xml", &body.xml)?;
    for (number, part) in body.media.parts.iter().enumerate() {
        add_as(&mut zip, CompressionMethod::Stored, &format!("word/{}", target(number, part)), &part.bytes.0)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Adds one part, stamped with the first day a zip knows.
fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
    add_as(zip, CompressionMethod::Deflated, name, bytes)
}

/// Adds one part in this way: pictures are compressed already.
fn add_as(
    zip: &mut ZipWriter<Cursor<Vec<u8>>>,
    method: CompressionMethod,
    name: &str,
    bytes: &[u8],
) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
    zip.start_file(name, options)?;
    zip.write_all(bytes)?;
    Ok(())
}

/// What the body refers to: the fixed parts, then its pictures.
fn relations(media: &Media) -> String {
    let fixed = RELATIONS.trim_end().strip_suffix(RELATIONS_END).expect("the part ends so");
    let pictures = media.parts.iter().enumerate().map(|(number, part)| {
        let (id, target) = (MediaPart::id(number), target(number, part));
        format!("  <Relationship Id=\"{id}\" Type=\"{PICTURE}\" Target=\"{target}\"/>\n")
    });
    fixed.to_owned() + &pictures.collect::<String>() + RELATIONS_END
}

/// Where a picture lies, as the body's part sees it.
fn target(number: usize, part: &MediaPart) -> String {
    format!("media/{}.{}", MediaPart::id(number), part.format.extension())
}

/// The core properties: title, author, days.
fn core(meta: &Meta) -> String {
    let date = meta.date.format("%Y-%m-%d").to_string();
    let title = meta.title.replace('\n', "");
    filled(CORE, &[("title", &title), ("author", &meta.author), ("date", &date)])
}
