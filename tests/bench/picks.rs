//! How long a key takes in a form whose pick list has 5,000 names, and how long the form takes to open.
//!
//! `cargo bench --bench picks [-- NAMES]` makes the sample with so many outlets more, opens the form of an article and
//! types names into 媒体: 汉字, full 拼音, initials. It prints, in milliseconds, median and p99 of a key with its frame,
//! and of opening the form with its frame.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use taizhang::id::IdMaker;
use taizhang::keymap::Keymap;
use taizhang::lang::Lang;
use taizhang::model::{Act, Change, Edit, Entry, Fields, Record, RecordKey, Unknown, Verb, Year};
use taizhang::session::{Clock, Session};
use taizhang::store::RealDisk;
use taizhang::template;
use taizhang::text::Cells;
use taizhang::ui::app::App;
use taizhang::ui::run::{Program, Signal};
use taizhang::ui::scene::Look;
use taizhang::ui::screen::board::BoardScreen;
use taizhang::ui::theme::Theme;

/// What is typed, a key a character.
const TYPED: [&str; 6] = ["新华", "chongqing", "cqwb", "zhongguo", "rb", "长江"];
/// Runs of each.
const RUNS: usize = 20;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let names = words.iter().find_map(|word| word.parse().ok()).unwrap_or(5_000);
    let dir = tempfile::tempdir().expect("a directory");
    let clock = Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now: Utc::now };
    let mut changes = template::sample();
    changes.push(outlets(names));
    let made = Session::create(&dir.path().join("ledger"), changes, None, clock, Arc::new(RealDisk));
    let look = Look::new(
        Lang::Zh,
        Cells { ambiguous_wide: false },
        Theme::plain(),
        Arc::new(Keymap::load("office").expect("a keymap")),
    );
    let mut session = made.expect("a ledger");
    session.set_year(Year::try_from(2022).expect("a year")).expect("the sample has it");
    let mut app = App::new(session, look, |scene| BoardScreen::new(scene).into());
    let (mut opened, mut keys) = (Vec::new(), Vec::new());
    for typed in TYPED.iter().cycle().take(TYPED.len() * RUNS) {
        for key in [KeyCode::F(3), KeyCode::Char('网'), KeyCode::Char('台')] {
            press(&mut app, key);
        }
        opened.push(press(&mut app, KeyCode::Char('1')));
        for key in [KeyCode::Char('题'), KeyCode::Enter] {
            press(&mut app, key);
        }
        keys.extend(typed.chars().map(|c| press(&mut app, KeyCode::Char(c))));
        for key in [KeyCode::Esc, KeyCode::Home, KeyCode::Delete, KeyCode::Char('1')] {
            press(&mut app, key);
        }
    }
    tell(&format!("key in a list of {names} names"), &mut keys);
    tell("form opened", &mut opened);
}

fn press(app: &mut App, key: KeyCode) -> Duration {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    let start = Instant::now();
    app.update(Signal::Key(KeyEvent::new(key, KeyModifiers::NONE)));
    app.view(&mut buffer, area);
    start.elapsed()
}

fn tell(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{what}: median {:.2} ms, p99 {:.2} ms, of {}", at(50), at(99), times.len());
}

/// So many outlets, named from parts that real names have.
fn outlets(names: usize) -> Change {
    const PLACES: [&str; 12] =
        ["重庆", "长江", "江南", "银行", "中国", "新华", "人民", "东湖", "青山", "广播", "农民", "朝阳"];
    const SORTS: [&str; 8] = ["日报", "晚报", "电视台", "网", "客户端", "商报", "周刊", "频道"];
    let mut ids = IdMaker::default();
    let edit = |number: usize| {
        let (place, other, sort) = (PLACES[number % 12], PLACES[number / 12 % 12], SORTS[number / 144 % 8]);
        let label = format!("{place}{other}{sort}{}", number / 1152);
        let register = "outlets".parse().expect("an id");
        let entry = Entry {
            id: ids.entry(),
            register,
            label,
            printed: None,
            aliases: Vec::new(),
            merged_into: None,
            retired: false,
            fields: Fields::new(),
            unknown: Unknown::new(),
        };
        Edit { key: RecordKey::Entry(entry.id), old: None, new: Some(Record::Entry(entry)) }
    };
    let edits = (0..names).map(edit).collect();
    Change { act: Act { verb: Verb::Register, what: String::new() }, edits }
}
