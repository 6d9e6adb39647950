//! The form of every matter of the default template: filled field by field, saved, and the same when it is opened again.

use taizhang::entry::CommonField;
use taizhang::lang::Lang;
use taizhang::model::{FieldSpec, FieldType, Kind};
use taizhang::text::Cells;

use super::bench::{self, Bench, Setting};

/// Rows on a page of the form, and where its values stand.
const PAGE: usize = 10;
const FIRST: usize = 2;

/// The cells in which the name of a field stands.
const NAME: (usize, usize) = (3, 10);

/// A field of a form.
enum Field<'a> {
    Common(CommonField),
    Own(&'a FieldSpec),
}

/// What is typed into a field, and how.
enum Typed {
    /// Words that are pasted, then Enter.
    Text(&'static str),
    /// A digit that picks and goes on.
    Pick(&'static str),
    /// A digit that adds one of several, then Enter.
    Add,
    /// Enter alone.
    Nothing,
}

/// A value of the field, as it is shown again; the kind's sentence stays its own.
fn value(field: &Field<'_>) -> Typed {
    match field {
        Field::Common(common) => match common {
            CommonField::Title | CommonField::Wording => Typed::Nothing,
            CommonField::When => Typed::Text("12月18日"),
            CommonField::Period => Typed::Text("四季度"),
            CommonField::Due => Typed::Text("12月30日"),
            CommonField::Count => Typed::Text("2"),
            CommonField::Tags => Typed::Text("年货"),
            CommonField::Evidence => Typed::Text("盒3 第27页"),
            CommonField::Note => Typed::Text("有照片"),
            CommonField::Status => Typed::Pick("3"),
            CommonField::InReport => Typed::Pick("2"),
            CommonField::Unit | CommonField::Key | CommonField::Checked => Typed::Pick("1"),
        },
        Field::Own(spec) => match &spec.holds {
            FieldType::Text | FieldType::Lines => Typed::Text("几个字"),
            FieldType::Texts => Typed::Text("甲；乙"),
            FieldType::Amount { .. } => Typed::Text("12"),
            FieldType::When => Typed::Text("12月1日"),
            FieldType::Entries { .. } => Typed::Add,
            FieldType::Choice { .. } | FieldType::Entry { .. } | FieldType::Flag | FieldType::Item => Typed::Pick("1"),
        },
    }
}

/// The field that the cursor stands in, by its name.
fn field<'a>(row: &str, kind: &'a Kind, lang: Lang) -> Field<'a> {
    let shown = Cells::default().cut(row.get(NAME.0..).unwrap_or_default(), NAME.1).trim().trim_end_matches("..");
    let common = CommonField::ALL.map(|field| (field.name(lang), Field::Common(field)));
    let own = kind.fields.iter().map(|spec| (spec.name.as_str(), Field::Own(spec)));
    let mut all: Vec<_> = own.chain(common).filter(|(name, _)| name.starts_with(shown)).collect();
    all.sort_by_key(|(name, _)| name.len());
    all.into_iter().next().unwrap_or_else(|| panic!("no field is called {shown}: {row}")).1
}

/// The names and values on all pages of a form of so many rows, without what stands beside them.
fn pages(bench: &mut Bench, rows: usize) -> Vec<String> {
    bench.press("PgUp PgUp PgUp PgUp");
    let mut seen = Vec::new();
    while seen.len() < rows {
        let page = PAGE.min(rows - seen.len());
        let screen = bench.screen();
        let values = screen.lines().skip(FIRST).take(page).map(|row| row.split("  = ").next().unwrap_or_default());
        // Behind the last of several names the next one could be typed.
        seen.extend(values.map(|row| row.trim_end().trim_end_matches('、').to_owned()));
        bench.press("PgDn");
    }
    seen
}

fn fill<'a>(bench: &'a mut Bench, typed: &Typed) -> &'a mut Bench {
    match typed {
        Typed::Text(text) => bench.press("Ctrl-A").paste(text).press("Enter"),
        Typed::Pick(digit) => bench.press(digit),
        Typed::Add => bench.press("1 Enter"),
        Typed::Nothing => bench.press("Enter"),
    }
}

/// Fills the form of each matter, saves it, opens it again, and holds that the same stands there.
fn every_matter(lang: Lang) {
    let dir = tempfile::tempdir().expect("a directory");
    let session = bench::furnish(dir.path());
    let mut bench = Bench::furnished(Setting { lang, ..Setting::default() });
    for matter in &session.template().matters {
        let kind = session.template().kind(&matter.kind).expect("its kind");
        let rows = kind.fields.len() + CommonField::ALL.len();
        let title = format!("试填{}", matter.id);
        bench.press("F3 Space").press(matter.id.as_str()).press("Enter");
        for _ in 0..rows {
            match field(&bench.row(), kind, lang) {
                Field::Common(CommonField::Title) => bench.paste(&title).press("Enter"),
                other => fill(&mut bench, &value(&other)),
            };
        }
        let before = pages(&mut bench, rows);
        let empty = before.iter().filter(|row| row.chars().count() < 12).count();
        assert!(empty <= 1, "{} is not filled:\n{}", matter.id, before.join("\n"));
        bench.press("Ctrl-S").shows(lang.reward_saved().trim()).press("F7").press(&title).press("Enter");
        assert_eq!(pages(&mut bench, rows), before, "{}", matter.id);
        bench.press("Esc Esc Esc");
    }
}

#[test]
fn every_matter_is_filled_saved_and_the_same_again() {
    every_matter(Lang::Zh);
}

#[test]
fn every_matter_is_filled_saved_and_the_same_again_in_english() {
    every_matter(Lang::En);
}
