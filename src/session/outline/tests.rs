//! Acts on the outline of the sample: numbers follow at once, nothing that hangs there is lost, all is taken back.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::super::bench::{Bench, year};
use super::*;
use crate::id::{ItemId, MatterId};
use crate::model::{PlanPoint, Status, Year};
use crate::report::OutlineOf;

fn id(text: &str) -> PassageId {
    text.parse().expect("an id")
}

fn matter(text: &str) -> MatterId {
    text.parse().expect("an id")
}

fn row(bench: &Bench, wanted: &PassageId) -> OutlineRow {
    let is_it = |row: &OutlineRow| row.of == OutlineOf::Passage(wanted.clone());
    bench.session.outline().into_iter().find(is_it).expect("a row")
}

fn go(bench: &mut Bench, change: Result<Change, OutlineError>) {
    bench.session.apply(&change.expect("it can be done")).expect("saved");
}

fn why(change: Result<Change, OutlineError>) -> OutlineError {
    change.expect_err("it cannot be done")
}

/// Numbers of what hangs right under a passage.
fn numbers(bench: &Bench, parent: &str) -> Vec<String> {
    let tree = Tree::new(bench.session.ledger(), bench.session.year());
    let parent = id(parent);
    tree.under(Some(&parent)).iter().map(|passage| row(bench, &passage.id).number).collect()
}

#[test]
fn a_new_point_takes_its_number_at_once_and_those_behind_follow() {
    let mut bench = Bench::sample();
    assert_eq!(numbers(&bench, "6"), ["一是", "二是", "三是"]);
    let (new, change) = bench.session.add_passage(&Spot::After(id("6.a")), " 办好{新}栏目 ").expect("added");
    bench.session.apply(&change).expect("saved");
    assert_eq!(numbers(&bench, "6"), ["一是", "二是", "三是", "四是"]);
    let made = bench.session.passage(&new).expect("it is there").clone();
    assert_eq!((made.text.as_str(), made.style), ("办好{{新}}栏目。", Style::Point));
    assert_eq!((row(&bench, &new).number.as_str(), row(&bench, &new).words.as_str()), ("二是", "办好{新}栏目。"));
    assert!(crate::export::plain(bench.session.document()).contains("二是办好{新}栏目。"));
    assert!(matches!(bench.session.add_passage(&Spot::After(new), " \n"), Err(OutlineError::NoWords)));
}

#[test]
fn a_part_added_after_the_plan_is_a_heading() {
    let mut bench = Bench::sample();
    let (new, change) = bench.session.add_passage(&Spot::After(id("0")), "有关建议").expect("added");
    bench.session.apply(&change).expect("saved");
    let (inside, change) = bench.session.add_passage(&Spot::Inside(new.clone()), "请求增加编制").expect("added");
    bench.session.apply(&change).expect("saved");
    assert_eq!(row(&bench, &new).number, "五、");
    assert_eq!((row(&bench, &inside).number.as_str(), row(&bench, &inside).depth), ("一是", 1));
    let up = bench.session.outdent_passage(&inside);
    go(&mut bench, up);
    assert_eq!(bench.session.passage(&inside).expect("there").style, Style::Point, "it has no lead to be a heading");
}

#[test]
fn points_move_among_their_siblings_and_to_other_parents_with_all_they_carry() {
    let mut bench = Bench::sample();
    let before = row(&bench, &id("6.b"));
    let up = bench.session.shift_passage(&id("6.b"), false);
    go(&mut bench, up);
    assert_eq!(row(&bench, &id("6.b")).number, "一是");
    assert!(matches!(why(bench.session.shift_passage(&id("6.b"), false)), OutlineError::AtEnd));
    let over = bench.session.move_passage(&id("6.b"), &id("3"));
    go(&mut bench, over);
    let after = row(&bench, &id("6.b"));
    assert_eq!(after.number, "第八，");
    assert_eq!((after.items, &after.matters, &after.words), (before.items, &before.matters, &before.words));
    let moved = bench.session.template().matter(&before.matters[0]).expect("a matter");
    assert_eq!(moved.section.as_str(), "3", "who hangs there counts in the section");
    let down = bench.session.indent_passage(&id("6.b"));
    go(&mut bench, down);
    assert_eq!(bench.session.passage(&id("6.b")).expect("there").parent, Some(id("3.g")));
    let up = bench.session.outdent_passage(&id("6.b"));
    go(&mut bench, up);
    assert_eq!(row(&bench, &id("6.b")).number, "第八，");
    let over = bench.session.move_passage(&id("6.b"), &id("7"));
    go(&mut bench, over);
    assert_eq!(bench.session.passage(&id("6.b")).expect("there").flow, Flow::Run, "as those beside it do");
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence_and_a_way_out() {
    let bench = Bench::sample();
    let session = &bench.session;
    assert!(matches!(why(session.outdent_passage(&id("8"))), OutlineError::OnTop));
    for fixed in ["1", "7"] {
        assert!(matches!(why(session.outdent_passage(&id(fixed))), OutlineError::Fixed(_)), "{fixed}");
    }
    for fixed in ["title", "progress", "8", "9", "0"] {
        assert!(matches!(session.delete_passage(&id(fixed)), Err(OutlineError::Fixed(_))), "{fixed}");
    }
    assert!(matches!(why(session.indent_passage(&id("opening"))), OutlineError::UnderTitle));
    assert!(matches!(why(session.shift_passage(&id("opening"), false)), OutlineError::TitleFirst));
    assert!(matches!(why(session.indent_passage(&id("1.a"))), OutlineError::NoneAhead));
    assert!(matches!(why(session.move_passage(&id("1.b"), &id("1.b.2"))), OutlineError::UnderItself));
    assert!(matches!(why(session.move_passage(&id("1.b"), &id("1.a"))), OutlineError::TooDeep));
    assert!(matches!(session.add_passage(&Spot::Inside(id("1.b.1")), "太深"), Err(OutlineError::TooDeep)));
    assert!(matches!(why(session.set_flow(&id("1"), Flow::Run)), OutlineError::Heading(_)));
    for lang in [crate::lang::Lang::Zh, crate::lang::Lang::En] {
        assert!(OutlineError::TooDeep.text(lang).contains("（一）") && !OutlineError::TooDeep.hint(lang).is_empty());
    }
}

#[test]
fn children_of_a_deleted_point_go_up_and_what_hung_there_hangs_on_the_one_above() {
    let mut bench = Bench::sample();
    let item = bench.add("1.4", &[("标题", "专题党课"), ("日期", "3-1")]).card.id;
    let change = bench.session.hang_on(&[item], &id("1.b")).expect("there");
    bench.session.apply(&change).expect("saved");
    let hung = row(&bench, &id("1.b")).matters;
    let before = bench.session.ledger().clone();
    let done = bench.session.delete_passage(&id("1.b")).expect("it can go");
    assert_eq!((done.children, done.matters, done.items), (2, hung.len(), 1));
    bench.session.apply(&done.change).expect("saved");
    assert_eq!(bench.session.passage(&id("1.b.1")).expect("there").parent, Some(id("1")));
    assert_eq!(bench.session.home_of(&bench.session.ledger().items[&item].card), Some(id("1")));
    let here = row(&bench, &id("1")).matters;
    assert!(hung.iter().all(|matter| here.contains(matter)));
    bench.session.undo().expect("undone");
    assert_eq!(*bench.session.ledger(), before);
}

#[test]
fn a_matter_has_one_home_and_prints_on_further_passages() {
    let mut bench = Bench::sample();
    let lectures = matter("1.4");
    let home = bench.session.template().matter(&lectures).expect("a matter").passage.clone();
    assert!(matches!(why(bench.session.cite_matter(&lectures, &home)), OutlineError::AtHome(_)));
    let cite = bench.session.cite_matter(&lectures, &id("7.a"));
    go(&mut bench, cite);
    assert_eq!(row(&bench, &id("7.a")).further, std::slice::from_ref(&lectures));
    assert!(row(&bench, &id("7.a")).items > 0);
    let home = bench.session.home_matter(&lectures, &id("7.a"));
    go(&mut bench, home);
    let known = bench.session.template().matter(&lectures).expect("a matter");
    assert_eq!((known.section.as_str(), known.further.len()), ("7", 0));
    assert!(row(&bench, &id("7.a")).matters.contains(&lectures));
    let again = bench.session.home_matter(&lectures, &id("7.a")).expect("it is known");
    assert_eq!(again.edits, []);
}

/// The first item of the plan.
fn planned_item(bench: &Bench) -> ItemId {
    let items = bench.session.plan().into_iter().filter_map(|row| match row.point {
        PlanPoint::Item(id) => Some(id),
        PlanPoint::Passage(..) => None,
    });
    items.take(1).next().expect("the sample has a plan")
}

#[test]
fn points_of_the_plan_become_planned_items_of_the_next_year_once() {
    let mut bench = Bench::sample();
    let (new, change) = bench.session.add_passage(&Spot::Inside(id("0")), "办好端午诗会，共{期称}。").expect("added");
    bench.session.apply(&change).expect("saved");
    let (next, item): (Year, _) = (year(2023), planned_item(&bench));
    assert!(!bench.session.ledger().years.contains_key(&next));
    let before = bench.session.ledger().clone();
    let passage = PlanPoint::Passage(year(2022), new);
    let chosen = [(PlanPoint::Item(item), matter("5.7")), (passage.clone(), matter("1.4"))];
    let change = bench.session.schedule(&chosen);
    go(&mut bench, change);
    let items: Vec<_> = bench.session.ledger().items_of(next).cloned().collect();
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|item| item.card.status == Status::Planned && item.card.when.to_string() == "2023年"));
    let of_passage = items.iter().find(|item| item.body.planned == Some(passage.clone())).expect("it is there");
    assert_eq!(of_passage.card.title, "办好端午诗会，共{期称}");
    assert_eq!(of_passage.card.matter, matter("1.4"));
    assert!(bench.session.plan().iter().filter(|row| row.taken).count() == 2);
    assert!(matches!(why(bench.session.schedule(&chosen[..1])), OutlineError::Taken(_)));
    assert!(matches!(why(bench.session.schedule(&[])), OutlineError::NoneChosen));
    bench.session.undo().expect("undone");
    assert_eq!(*bench.session.ledger(), before, "the year that was begun for them goes with them");
    assert!(bench.session.plan().iter().all(|row| !row.taken));
    bench.session.redo().expect("done again");
    let bench = bench.reopened();
    assert_eq!(bench.session.ledger().items_of(next).cloned().collect::<Vec<_>>(), items);
}

#[test]
fn what_is_planned_for_a_day_of_the_next_year_can_be_taken_over_too() {
    let mut bench = Bench::empty();
    let typed = [("标题", "慰问演出"), ("日期", "2023年1月12日"), ("状态", "计划")];
    let item = bench.add("2.7", &typed);
    let rows = bench.session.plan();
    assert_eq!((rows.len(), rows[0].title.as_str()), (1, "慰问演出"));
    let chosen = [(rows[0].point.clone(), rows[0].matter.clone().expect("its own"))];
    let change = bench.session.schedule(&chosen);
    go(&mut bench, change);
    let taken: Vec<_> = bench.session.ledger().items_of(year(2023)).collect();
    assert_eq!((&taken[0].card.when, &taken[0].card.matter), (&item.card.when, &item.card.matter));
}

/// Does something to the outline that may be refused.
fn act(bench: &Bench, (kind, one, other): (u8, usize, usize)) -> Result<Change, OutlineError> {
    let session = &bench.session;
    let all: Vec<PassageId> = session.ledger().passages_of(session.year()).map(|passage| passage.id.clone()).collect();
    let (one, other) = (&all[one % all.len()], &all[other % all.len()]);
    let matters = &session.template().matters;
    let matter = &matters[usize::from(kind) * 7 % matters.len()].id;
    match kind % 11 {
        0 => session.add_passage(&Spot::After(one.clone()), "新的一段").map(|(_, change)| change),
        1 => session.add_passage(&Spot::Inside(one.clone()), "新的一段").map(|(_, change)| change),
        2 => session.shift_passage(one, true),
        3 => session.shift_passage(one, false),
        4 => session.indent_passage(one),
        5 => session.outdent_passage(one),
        6 => session.move_passage(one, other),
        7 => session.delete_passage(one).map(|done| done.change),
        8 => session.number_children(one, Numbering::OF_POINTS[usize::from(kind) % 6]),
        9 => session.home_matter(matter, one),
        _ => session.cite_matter(matter, one),
    }
}

#[test]
fn whatever_is_done_to_the_outline_everything_still_hangs_and_undo_brings_all_back() {
    let mut bench = Bench::sample();
    let (ledger, document) = (bench.session.ledger().clone(), bench.session.document().clone());
    let hanging = |bench: &Bench| {
        let session = &bench.session;
        session.ledger().items_of(session.year()).filter(|item| session.home_of(&item.card).is_some()).count()
    };
    let hung = hanging(&bench);
    let mut runner = TestRunner::deterministic();
    let (mut done, mut states) = (0, Vec::new());
    for _ in 0..60 {
        let tree = (any::<u8>(), any::<usize>(), any::<usize>()).new_tree(&mut runner).expect("a value");
        let Ok(change) = act(&bench, tree.current()) else { continue };
        if change.edits.is_empty() {
            continue;
        }
        bench.session.apply(&change).expect("saved");
        done += 1;
        assert_eq!(hanging(&bench), hung, "{change:?}");
        let session = &bench.session;
        let shown = crate::query::outline(session.ledger(), session.year()).len();
        assert_eq!(shown, session.ledger().passages_of(session.year()).count(), "no passage is lost: {change:?}");
        states.push(session.ledger().clone());
    }
    assert!(done > 20, "{done}");
    for state in states.iter().rev() {
        assert!(bench.session.ledger() == state);
        bench.session.undo().expect("undone");
    }
    assert!(*bench.session.ledger() == ledger);
    assert_eq!(*bench.session.document(), document);
}
