//! A profile → the styles of the .docx, so that a whole report is restyled there, or in Word by its styles.

use super::xml::filled;
use crate::model::Profile;

/// The styles; what a profile says stands in braces.
const STYLES: &str = include_str!("parts/styles.xml");

/// The styles part.
pub(super) fn styles(profile: &Profile) -> String {
    let fonts = &profile.fonts;
    // On a grid the characters are drawn together by it.
    let (grid, tight) = if profile.grid { ("1", 0) } else { ("0", i32::from(profile.tight)) };
    let (line, spacing) = (profile.line.to_string(), (-tight).to_string());
    let values = [
        ("title", fonts.title.as_str()),
        ("heading", &fonts.heading),
        ("run_in", &fonts.run_in),
        ("body", &fonts.body),
        ("latin", &fonts.latin),
        ("page_number", &fonts.page_number),
        ("line", &line),
        ("spacing", &spacing),
        ("grid", grid),
    ];
    filled(STYLES, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_brace_of_the_styles_is_filled() {
        let mut profile = Profile::default();
        for font in [&mut profile.fonts.title, &mut profile.fonts.latin] {
            *font = "字".into();
        }
        let styles = styles(&profile);
        assert!(!styles.contains('{') && !styles.contains("=\"\""), "{styles}");
    }

    #[test]
    fn lines_and_characters_are_as_the_profile_says() {
        let styles = styles(&Profile { line: 589, tight: 4, ..Profile::default() });
        assert!(styles.contains(r#"w:line="589""#) && styles.contains(r#"<w:spacing w:val="-4"/>"#));
        assert!(styles.contains(r#"<w:snapToGrid w:val="0"/>"#));
    }
}
