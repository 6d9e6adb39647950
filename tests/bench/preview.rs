//! How long the pages of a long report take to open and to leaf through.
//!
//! `cargo bench --bench preview [-- ITEMS]` makes a ledger of so many items that each stand as a sentence of their own,
//! 6,000 unless told (about 300 pages), in the system's temporary directory, and prints in milliseconds, as median and
//! range: composing the report, laying out its pages, F6 to the first page drawn on 80 × 24, and one key on the pages
//! (next figure, next blank, next page) to its frame.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chrono::{NaiveDate, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use taizhang::id::{IdMaker, ItemId};
use taizhang::keymap::Keymap;
use taizhang::lang::Lang;
use taizhang::layout::pages;
use taizhang::model::{Act, Change, Edit, InReport, Item, Ledger, Profile, Status, Variant, Verb};
use taizhang::report::compose;
use taizhang::session::{Clock, Session};
use taizhang::store::RealDisk;
use taizhang::template;
use taizhang::text::Cells;
use taizhang::ui::app::App;
use taizhang::ui::run::{Program, Signal};
use taizhang::ui::scene::Look;
use taizhang::ui::screen::board::BoardScreen;
use taizhang::ui::theme::Theme;

/// Runs of each measurement.
const RUNS: usize = 15;
/// Keys pressed of each sort.
const KEYS: usize = 200;

fn main() {
    let items = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(6_000);
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join("ledger");
    let session = Session::create(&dir, long(items), None, clock(), Arc::new(RealDisk)).expect("a ledger");
    let (year, as_of) = (session.year(), session.as_of());
    let document = compose(session.ledger(), year, &Variant::Whole, as_of);
    println!("{items} items, {} pages; ms: median (least to most)", pages(&document, &Profile::default()).len());
    let taken = (0..RUNS).map(|_| time(|| drop(compose(session.ledger(), year, &Variant::Whole, as_of)))).collect();
    println!("compose: {}", told(taken));
    println!("lay out: {}", told((0..RUNS).map(|_| time(|| drop(pages(&document, &Profile::default())))).collect()));
    drop(session);
    leaf(&dir);
}

/// Opens the pages and leafs through them.
fn leaf(dir: &Path) {
    let (session, _) = Session::open(dir, None, clock(), Arc::new(RealDisk)).expect("it opens");
    let keymap = Arc::new(Keymap::load("office").expect("a keymap"));
    let look = Look::new(Lang::Zh, Cells { ambiguous_wide: false }, Theme::plain(), keymap);
    let mut app = App::new(session, look, |scene| BoardScreen::new(scene).into());
    let mut press = |code| {
        time(|| {
            app.update(Signal::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            let area = Rect::new(0, 0, 80, 24);
            app.view(&mut Buffer::empty(area), area);
        })
    };
    let mut open = || {
        let taken = press(KeyCode::F(6));
        press(KeyCode::Esc);
        taken
    };
    println!("F6 → page: {}", told((0..RUNS).map(|_| open()).collect()));
    press(KeyCode::F(6));
    for (name, code) in
        [("figure", KeyCode::Right), ("line", KeyCode::Down), ("blank", KeyCode::Tab), ("page", KeyCode::PageDown)]
    {
        println!("key, next {name}: {}", told((0..KEYS).map(|_| press(code)).collect()));
    }
}

/// The sample, and copies of the items of its newest year that each stand as a sentence in the report.
fn long(items: usize) -> Vec<Change> {
    let mut ledger = Ledger::default();
    let mut changes = template::sample();
    for change in &changes {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let newest = *ledger.years.keys().next_back().expect("a year");
    let mut ids = IdMaker::default();
    let own: Vec<&Item> = ledger.items_of(newest).collect();
    let copies = own.into_iter().cycle().zip(1..=items);
    let edits = copies.filter_map(|(item, number)| Edit::item(None, Some(copy(item, number, ids.item())))).collect();
    changes.push(Change { act: Act { verb: Verb::Add, what: String::new() }, edits });
    changes
}

fn copy(item: &Item, number: usize, id: ItemId) -> Item {
    let mut item = item.clone();
    item.card.id = id;
    item.card.title = format!("{}（{number}）", item.card.title);
    (item.card.in_report, item.card.status) = (InReport::Sentence, Status::Done);
    item
}

fn clock() -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day"), as_of: None, now: Utc::now }
}

/// Milliseconds that something takes.
fn time(act: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    act();
    begun.elapsed().as_secs_f64() * 1000.0
}

fn told(mut taken: Vec<f64>) -> String {
    taken.sort_by(f64::total_cmp);
    format!("{:.2} ({:.2} to {:.2})", taken[taken.len() / 2], taken[0], taken[taken.len() - 1])
}
