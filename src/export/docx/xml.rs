//! Pieces of XML that are written as they are: text fit for it, and templates with names in braces.

use quick_xml::escape::escape;

use crate::text::printable;

/// `part` with each `{name}` replaced by its value, escaped; a value is not searched again.
pub(super) fn filled(part: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("braces in the parts are closed");
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        text.push_str(before);
        push_text(&mut text, value);
        rest = after;
    }
    text + rest
}

/// Adds what an XML file can hold of `text`, escaped.
pub(super) fn push_text(xml: &mut String, text: &str) {
    xml.push_str(&escape(printable(text).as_ref()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_not_searched_again() {
        assert_eq!(filled("<a>{x}{y}</a>", &[("x", "{y}<&"), ("y", "2")]), "<a>{y}&lt;&amp;2</a>");
    }
}
