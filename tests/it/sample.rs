//! The sample ledger, told through the public face: what it holds and what its report says.

use taizhang::model::{Ledger, Year};
use taizhang::template::sample;

fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("the sample fits itself");
    }
    ledger
}

fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the sample")
}

#[test]
fn each_matter_of_the_template_has_an_item_in_2022() {
    let ledger = ledger();
    let template = ledger.template(year(2022)).expect("the year is there");
    assert_eq!(template.matters.len(), 71);
    for matter in &template.matters {
        assert!(ledger.items_of(year(2022)).any(|item| item.card.matter == matter.id), "{} {}", matter.id, matter.name);
    }
}
