use super::*;

fn said(errors: &[TemplateError]) -> String {
    errors.iter().map(|error| format!("{error}\n")).collect()
}

#[test]
fn the_default_template_has_no_mistakes() {
    let read = reader::read_pages(&builtin::DEFAULT);
    assert!(read.is_ok(), "{}", said(&read.unwrap_err()));
}

#[test]
fn the_sample_has_no_mistakes() {
    let read = builtin::sample_changes();
    assert!(read.is_ok(), "{}", said(&read.unwrap_err()));
}
