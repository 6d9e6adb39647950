//! Undo and redo across restarts, choosing a year, finding items, drafts.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::json;

use super::bench::{Bench, clock, year};
use super::*;
use crate::lang::Lang;
use crate::model::{Change, Edit, Record, RecordKey, SettingValue, Verb};
use crate::store::{RealDisk, StoreError};

/// What a user may do next.
#[derive(Clone, Debug)]
enum Step {
    Add(u8),
    Retitle(u8, u8),
    Bin(u8),
    Restore(u8),
    Set(u8),
    NextYear,
    Undo,
    Redo,
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => any::<u8>().prop_map(Step::Add),
        2 => any::<(u8, u8)>().prop_map(|(at, title)| Step::Retitle(at, title)),
        1 => any::<u8>().prop_map(Step::Bin),
        1 => any::<u8>().prop_map(Step::Restore),
        1 => any::<u8>().prop_map(Step::Set),
        1 => Just(Step::NextYear),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Restart),
    ]
}

/// The change a step makes, when it makes one.
fn change(bench: &Bench, step: &Step) -> Option<Change> {
    let session = &bench.session;
    let nth = |at: &u8| session.ledger().items.values().nth(usize::from(*at) % 4).map(|item| Item::clone(item));
    match step {
        Step::Add(title) => Some(session.add(bench.item("2.7", &[("标题", &format!("演出{title}"))]))),
        Step::Retitle(at, title) => {
            let mut item = nth(at)?;
            item.card.title = format!("改{}", title % 3);
            Some(session.edit(item).expect("it is there"))
        }
        Step::Bin(at) => Some(session.bin(nth(at)?.card.id).expect("it is there")),
        Step::Restore(at) => Some(session.restore(nth(at)?.card.id).expect("it is there")),
        Step::Set(value) => {
            Some(session.set(&[("区", ["", "青山", "东湖"][usize::from(value % 3)])]).expect("it fits"))
        }
        Step::NextYear => session.begin_year(year(2023), None).ok(),
        Step::Undo | Step::Redo | Step::Restart => None,
    }
}

/// Every state the ledger went through, and which of them it is in.
struct Story {
    states: Vec<Ledger>,
    at: usize,
}

impl Story {
    /// Takes the step, and checks that the ledger goes where the story says.
    fn take(&mut self, mut bench: Bench, step: &Step) -> Bench {
        match step {
            Step::Undo => assert_eq!(bench.session.undo().is_ok(), self.back()),
            Step::Redo => assert_eq!(bench.session.redo().is_ok(), self.forth()),
            Step::Restart => bench = bench.reopened(),
            act => {
                let change = change(&bench, act).filter(|change| !change.edits.is_empty());
                if let Some(change) = change {
                    bench.session.apply(&change).expect("saved");
                    self.states.truncate(self.at + 1);
                    self.states.push(bench.session.ledger().clone());
                    self.at += 1;
                }
            }
        }
        assert_eq!(bench.session.ledger(), &self.states[self.at]);
        bench
    }

    fn back(&mut self) -> bool {
        let can = self.at > 0;
        self.at -= usize::from(can);
        can
    }

    fn forth(&mut self) -> bool {
        let can = self.at + 1 < self.states.len();
        self.at += usize::from(can);
        can
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_undo_leads_back_to_the_first_ledger_and_redo_forth(steps in prop::collection::vec(step(), 1..24)) {
        let mut bench = Bench::empty();
        let mut story = Story { states: vec![bench.session.ledger().clone()], at: 0 };
        for step in &steps {
            bench = story.take(bench, step);
        }
        let shown = story.at;
        while story.at > 0 {
            bench = story.take(bench, &Step::Undo);
        }
        prop_assert!(matches!(bench.session.undo(), Err(SessionError::NothingToUndo)));
        bench = bench.reopened();
        for _ in 0..shown {
            bench = story.take(bench, &Step::Redo);
        }
    }
}

#[test]
fn the_sample_is_made_in_one_act_that_is_not_undone() {
    let mut bench = Bench::sample();
    assert_eq!(bench.session.history().expect("a history").len(), 1);
    assert!(matches!(bench.session.undo(), Err(SessionError::NothingToUndo)));
    assert!(matches!(bench.session.redo(), Err(SessionError::NothingToRedo)));
}

#[test]
fn a_making_that_was_cut_short_is_made_whole_by_the_next() {
    let dir = tempfile::tempdir().expect("a directory");
    drop(Store::create(dir.path(), Arc::new(RealDisk)).expect("a store"));
    let open = || Session::open(dir.path(), None, clock(), Arc::new(RealDisk));
    assert!(matches!(open(), Err(SessionError::NoYears(_))));
    let create = || Session::create(dir.path(), crate::template::sample(), None, clock(), Arc::new(RealDisk));
    drop(create().expect("a ledger"));
    assert_eq!(open().expect("it opens").0.year(), year(2022));
    assert!(matches!(create(), Err(SessionError::Store(StoreError::Exists(_)))));
}

#[test]
fn a_ledger_that_lost_its_year_says_what_was_found_and_takes_another() {
    let dir = tempfile::tempdir().expect("a directory");
    let begun = crate::template::begin_year(&Ledger::default(), crate::template::default_template(), year(2022));
    let key = RecordKey::Setting("区".parse().expect("an id"));
    let edit = Edit { key, old: None, new: Some(Record::Setting(SettingValue("南山区".into()))) };
    let named = Change { act: Act { verb: Verb::Set, what: "区".into() }, edits: vec![edit] };
    let create = |change: Vec<Change>| Session::create(dir.path(), change, None, clock(), Arc::new(RealDisk));
    drop(create(vec![begun.clone(), named]).expect("a ledger"));
    for gone in ["db", "backup"] {
        std::fs::remove_dir_all(dir.path().join(gone)).expect("removed");
    }
    let segment = dir.path().join("journal/00000000000000000001.jsonl");
    let mut bytes = std::fs::read(&segment).expect("read");
    let year = bytes.windows(15).position(|some| some == br#""tree":"years","#).expect("a year");
    bytes[year + 40..year + 400].fill(0);
    std::fs::write(&segment, bytes).expect("written");
    let open = || Session::open(dir.path(), None, clock(), Arc::new(RealDisk));
    let Err(error @ SessionError::NoYears(_)) = open() else { panic!("it has no year") };
    let said = error.text(Lang::Zh);
    assert!(said.contains("读不出的是：2022") && said.contains("没有一个年度") && !said.contains("没有丢失"), "{said}");
    drop(create(vec![begun]).expect("the year is added"));
    let (session, _) = open().expect("it opens");
    assert_eq!(session.setting("区").as_deref(), Some("南山区"), "all else is there");
}

#[test]
fn a_year_that_the_ledger_will_not_hold_makes_no_ledger() {
    let dir = tempfile::tempdir().expect("a directory");
    let made = Session::create(dir.path(), crate::template::sample(), Some(year(2030)), clock(), Arc::new(RealDisk));
    assert!(matches!(made, Err(SessionError::NoYear(..))));
    assert!(!crate::store::is_ledger(dir.path()));
}

#[test]
fn a_change_without_edits_writes_nothing() {
    let mut bench = Bench::empty();
    let item = bench.add("2.7", &[("标题", "演出")]);
    let same = bench.session.edit(item.clone()).expect("it is there");
    assert_eq!(bench.session.apply(&same).expect("nothing fails"), Reward::default());
    for _ in 0..2 {
        bench.session.apply(&bench.session.bin(item.card.id).expect("it is there")).expect("saved");
    }
    assert_eq!(bench.session.history().expect("a history").len(), 3);
}

#[test]
fn the_only_year_cannot_be_taken_away() {
    let mut bench = Bench::empty();
    let key = RecordKey::Year(year(2022));
    let edit = Edit { old: key.get(bench.session.ledger()), key, new: None };
    let change = Change { act: Act { verb: Verb::Year, what: "2022".into() }, edits: vec![edit] };
    assert!(matches!(bench.session.apply(&change), Err(SessionError::NoYears(_))));
    assert_eq!(bench.session.year(), year(2022));
}

#[test]
fn a_session_opens_at_the_year_asked_for_else_todays_else_the_newest() {
    let bench = Bench::sample();
    let dir = bench.session.dir().to_path_buf();
    let at = |asked: Option<i32>, today: i32| {
        let today = NaiveDate::from_ymd_opt(today, 3, 1).expect("a day");
        let clock = Clock { today, ..clock() };
        Session::read(&dir, asked.map(year), clock).map(|session| session.year().number())
    };
    assert_eq!(at(None, 2021).expect("a year"), 2021);
    assert_eq!(at(None, 2030).expect("a year"), 2022);
    assert_eq!(at(Some(2021), 2022).expect("a year"), 2021);
    assert!(matches!(at(Some(2020), 2022), Err(SessionError::NoYear(..))));
}

#[test]
fn when_the_year_worked_in_is_undone_the_newest_that_is_left_is_worked_in() {
    let mut bench = Bench::empty();
    bench.session.apply(&bench.session.begin_year(year(2023), None).expect("it fits")).expect("saved");
    bench.session.set_year(year(2023)).expect("it is there");
    assert_eq!(bench.session.undo().expect("undone").1, Reward::default());
    assert_eq!(bench.session.year(), year(2022));
}

#[test]
fn everything_is_reckoned_as_of_today_within_the_year() {
    let mut bench = Bench::sample();
    assert_eq!(bench.session.as_of(), clock().today);
    bench.session.set_year(year(2021)).expect("it is there");
    assert_eq!(bench.session.as_of(), NaiveDate::from_ymd_opt(2021, 12, 31).expect("a day"));
}

#[test]
fn an_item_is_found_by_as_much_of_its_id_as_is_its_own() {
    let mut bench = Bench::empty();
    let first = bench.add("2.7", &[("标题", "甲")]).card.id.to_string();
    let second = bench.add("2.7", &[("标题", "乙")]).card.id.to_string();
    let shared = first.bytes().zip(second.bytes()).take_while(|(a, b)| a == b).count();
    let session = &bench.session;
    let title = |text: &str| session.item(text).map(|item| item.card.title.clone());
    assert_eq!(title(&first).expect("whole"), "甲");
    assert_eq!(title(&second[..=shared].to_lowercase()).expect("begun"), "乙");
    assert!(matches!(title(&first[..shared]), Err(SessionError::SeveralItems(_, 2))));
    for stranger in ["", "01", "7ZZZ", "编号编号", "../x"] {
        assert!(matches!(title(stranger), Err(SessionError::NoItem(_))), "{stranger}");
    }
}

#[test]
fn drafts_survive_reopening_and_a_reader_keeps_none() {
    let mut bench = Bench::empty();
    bench.session.keep_draft("new", Some(json!({ "title": "写了一半" }))).expect("kept");
    bench.session.keep_draft("gone", Some(json!(1))).expect("kept");
    bench.session.keep_draft("gone", None).expect("let go");
    let mut bench = bench.reopened();
    assert_eq!(bench.session.draft("new"), Some(&json!({ "title": "写了一半" })));
    assert_eq!((bench.session.draft_count(), bench.session.draft("gone")), (1, None));
    bench.session.keep_draft("never", None).expect("nothing to do");
    let mut reader = Session::read(bench.session.dir(), None, clock()).expect("it is read");
    reader.keep_draft("new", None).expect("it has none");
    assert!(matches!(reader.keep_draft("new", Some(json!(1))), Err(SessionError::ReadOnly)));
}

#[test]
fn a_reader_changes_nothing() {
    let bench = Bench::empty();
    let mut reader = Session::read(bench.session.dir(), None, clock()).expect("it is read");
    let change = reader.set(&[("区", "青山")]).expect("it fits");
    assert!(matches!(reader.apply(&change), Err(SessionError::ReadOnly)));
    assert_eq!(reader.ledger(), bench.session.ledger());
}
