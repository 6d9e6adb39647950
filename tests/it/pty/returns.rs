//! Fifteen missing numbers of units, typed in from one screen.

use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use taizhang::id::EntryId;
use taizhang::model::Year;
use taizhang::session::{Clock, Session};
use taizhang::store::RealDisk;

use super::clerk::{Counted, board};
use crate::desk::Desk;

/// The figures that lack numbers in the test, with how many each lacks: fifteen in all.
const LACKING: [(&str, usize); 4] = [("报送稿件数", 2), ("采用稿件数", 1), ("法制讲座场次", 6), ("反邪教人次", 6)];
/// The most keys that the fifteen may take.
const MOST: usize = 90;

#[test]
fn fifteen_missing_numbers_take_ninety_keys_at_most() {
    let desk = Desk::sample();
    assert_eq!(leave_fifteen(&desk), 15);
    let pty = board(&desk, &[], (80, 24));
    let mut clerk = Counted::new(&pty);
    clerk.press("F5");
    pty.wait_for("补数表");
    clerk.press("End Up Up Up Enter");
    for (at, (name, count)) in LACKING.iter().enumerate() {
        pty.wait_for(&format!("{name}（"));
        for left in (0..*count).rev() {
            clerk.press("2 5 Enter");
            match (left, LACKING.get(at + 1)) {
                (0, Some((next, _))) => pty.wait_for(&format!("回车去下一项: {next}")),
                (0, None) => pty.wait_for("各单位都报齐了"),
                _ => pty.wait_for(&format!("还差{left}家")),
            }
        }
        clerk.press("Enter");
    }
    pty.wait_for("补数表");
    println!("fifteen numbers took {} keys", clerk.keys);
    assert!(clerk.keys <= MOST, "{} keys", clerk.keys);
    drop(pty);
    assert_eq!(owed(&desk), 0);
}

/// Takes in all numbers that units owe but fifteen; returns how many are still owed.
fn leave_fifteen(desk: &Desk) -> usize {
    let today = NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day");
    let clock = Clock { today, as_of: None, now: Utc::now };
    let year = Year::try_from(2022).expect("a year");
    let (mut session, _) = Session::open(&desk.data(), Some(year), clock, Arc::new(RealDisk)).expect("the sample");
    let debts: Vec<_> = session.figures().iter().map(|(id, figure)| (id.clone(), figure.owed.clone())).collect();
    for (id, owed) in debts {
        let kept = LACKING.iter().find(|(name, _)| *name == id.as_str()).map_or(0, |(_, count)| *count);
        let given: Vec<EntryId> = owed.into_iter().skip(kept).collect();
        let change = session.give_zeros(&id, &given, None);
        session.apply(&change).expect("saved");
    }
    drop(session);
    owed(desk)
}

/// How many numbers the units owe.
fn owed(desk: &Desk) -> usize {
    let returns = desk.json(&["returns", "--json", "--today", "2022-12-20"]).remove(0);
    let rows = returns.as_array().cloned().unwrap_or_default();
    rows.iter().filter_map(|row| row["owed"].as_array().map(Vec::len)).sum()
}
