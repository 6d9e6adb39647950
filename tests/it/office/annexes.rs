//! Reports with everything on, as offices open them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use taizhang::document::{Block, Document, Picture, Role, Turn};
use taizhang::export::docx;
use taizhang::id::IdMaker;
use taizhang::layout::pages;
use taizhang::model::{Annex, Edit, Evidence, Item, Ledger, Profile, Variant, Year};
use taizhang::query::{Scope, figures, figures_last_year};
use taizhang::report::{Cut, KnownFigures, Pictures, annexed, compose};
use taizhang::template::sample;

use super::tools::{Printed, PrintedPage, print, validated};
use super::{assert_page_numbers_stand_outside, chinese};

/// What breaks files, pages or programs when it is passed on as it is.
const HOSTILE: &str = "甲\u{1b}[31m\u{0}乙\u{202e}丙]]><w:p>&amp;\u{fffe}👨‍👩‍👧𠮷\ttab\nline";

fn ledger(items: usize) -> Ledger {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("the sample fits itself");
    }
    let own: Vec<Item> = ledger.items_of(year()).cloned().collect();
    let mut ids = IdMaker::default();
    for item in own.iter().cycle().take(items.saturating_sub(own.len())) {
        let mut item = item.clone();
        item.card.id = ids.item();
        put(&mut ledger, item);
    }
    ledger
}

fn put(ledger: &mut Ledger, item: Item) {
    let Edit { key, new, .. } = Edit::item(None, Some(item)).expect("an item");
    key.put(new, ledger).expect("it fits");
}

fn year() -> Year {
    Year::try_from(2022).expect("a year of the sample")
}

/// The report of the year with all annexes of its template.
fn whole(ledger: &Ledger, pictures: &Pictures) -> Document {
    let as_of = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
    let scope = Scope::of(&Variant::Whole, year(), as_of);
    let (now, before) = (figures(ledger, scope), figures_last_year(ledger, scope));
    let known = KnownFigures { figures: &now, last_year: &before };
    let cut = Cut { ledger, year: year(), variant: &Variant::Whole, as_of, known };
    let report = compose(ledger, year(), &Variant::Whole, as_of);
    let annexes: Vec<&Annex> = ledger.template(year()).expect("a template").annexes.iter().collect();
    annexed(&report, &annexes, &cut, pictures).document
}

fn sealed(mut document: Document) -> Document {
    for block in &mut document.blocks {
        if let Block::Paragraph(paragraph) = block
            && let Role::Date { seal } = &mut paragraph.role
        {
            *seal = true;
        }
    }
    document
}

/// A picture of so many pixels.
fn png(wide: u32, high: u32) -> Picture {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, wide, high);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(&vec![0x99; (wide * high) as usize]).expect("all pixels");
    writer.finish().expect("an end");
    Picture::read("现场", bytes).expect("a picture")
}

/// The sample with proofs: two pictures, one that is missing, and an item with hostile words.
fn proved() -> (Ledger, Pictures) {
    let mut ledger = ledger(0);
    let mut items = ledger.items_of(year()).filter(|item| item.card.kind.as_str() == "event").cloned();
    let (mut first, mut second) = (items.next().expect("an event"), items.next().expect("another"));
    drop(items);
    let file = |path: &str| Evidence::File(path.into());
    first.body.evidence = vec![file("a.png"), file("b.jpg"), file("c.jpeg"), file("d.png")];
    second.card.title = HOSTILE.into();
    second.body.evidence = vec![Evidence::Document(chinese(3000))];
    put(&mut ledger, first);
    put(&mut ledger, second);
    let turned = Picture { turn: Turn { mirrored: true, quarters: 1 }, pixels: (400, 600), ..png(600, 400) };
    let pictures = [("a.png", png(1200, 300)), ("b.jpg", png(300, 1200)), ("d.png", turned)];
    let read = pictures.map(|(path, picture)| (path.to_owned(), Ok(picture)));
    (ledger, BTreeMap::from(read))
}

#[test]
fn a_report_with_everything_on_is_valid_and_prints_in_every_profile() {
    let (ledger, pictures) = proved();
    let document = sealed(whole(&ledger, &pictures));
    let names = Ledger::default().profile_names(taizhang::lang::Lang::En);
    for name in names {
        let profile = ledger.profile(&name).expect("every ledger has it");
        let bytes = docx(&document, &profile).expect("a .docx");
        assert_eq!(bytes, docx(&document, &profile).expect("a .docx"), "{name}: the same bytes");
        if ["standard", "strict"].contains(&name.as_str()) {
            let printed = print(&format!("everything-{name}"), &bytes);
            assert_page_numbers_stand_outside(&printed);
            assert_pages_agree(&printed, pages(&document, &profile).len());
        } else {
            validated(&format!("everything-{name}"), &bytes);
        }
    }
}

/// `LibreOffice` may break a cell elsewhere: a page in twenty may be more or less.
fn assert_pages_agree(printed: &Printed, ours: usize) {
    let paper = printed.pages.len();
    println!("{ours} pages of {paper}");
    assert!(paper.abs_diff(ours) * 20 <= paper, "{ours} pages of {paper}");
}

#[test]
fn a_report_of_5000_items_is_valid_and_python_opens_it() {
    let document = whole(&ledger(5000), &Pictures::new());
    validated("five-thousand", &docx(&document, &Profile::default()).expect("a .docx"));
}

#[test]
fn a_row_that_no_page_can_hold_goes_on_with_the_next() {
    let (mut ledger, pictures) = proved();
    let long = ledger.items_of(year()).find(|item| item.card.kind.as_str() == "rule").cloned();
    let mut long = long.expect("a rule");
    long.card.title = chinese(10_000);
    put(&mut ledger, long);
    let printed = print("long-row", &docx(&whole(&ledger, &pictures), &Profile::default()).expect("a .docx"));
    let characters: usize =
        printed.pages.iter().flat_map(PrintedPage::body).map(|line| line.text.chars().count()).sum();
    assert!(characters > 10_000, "all of it prints");
    assert_page_numbers_stand_outside(&printed);
}
