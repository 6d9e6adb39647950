//! The interface on the sample ledger in a directory of its own, on a fixed day, on a screen of any size.

use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Local, NaiveDate, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use taizhang::keymap::Keymap;
use taizhang::lang::Lang;
use taizhang::model::{Item, Ledger, Year};
use taizhang::session::{Clock, Session};
use taizhang::store::{Disk, RealDisk};
use taizhang::template;
use taizhang::text::Cells;
use taizhang::ui::app::App;
use taizhang::ui::run::{Flow, Program, Signal};
use taizhang::ui::scene::Look;
use taizhang::ui::screen::board::BoardScreen;
use taizhang::ui::theme::Theme;
use taizhang::ui::widget::line;
use tempfile::TempDir;

/// The time of day that stands in compared screens, whatever the time zone is.
const TIME: &str = "14:32";

/// How the interface is opened.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Language.
    pub lang: Lang,
    /// The name of the keymap.
    pub keymap: &'static str,
    /// Whether ambiguous characters take two cells.
    pub ambiguous_wide: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self { size: (80, 24), lang: Lang::Zh, keymap: "office", ambiguous_wide: false }
    }
}

/// The interface on a ledger of its own.
pub struct Bench {
    dir: TempDir,
    app: App,
    setting: Setting,
    /// How the last key ended.
    pub flow: Flow,
    /// Where the cursor stands.
    pub cursor: Option<Position>,
}

impl Bench {
    /// On the sample, as an office in China has it.
    pub fn sample() -> Self {
        Self::of(Setting::default())
    }

    /// On a ledger of 2022 with nothing in it.
    pub fn empty() -> Self {
        let (dir, setting) = (tempfile::tempdir().expect("a directory"), Setting::default());
        let year = Year::try_from(2022).expect("a year");
        let begun = template::begin_year(&Ledger::default(), template::default_template(), year);
        let session = Session::create(dir.path(), vec![begun], None, clock(), Arc::new(RealDisk));
        drop(session.expect("an empty ledger can be made"));
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// On a ledger of 2022 without items, with an entry more in each register.
    pub fn furnished(setting: Setting) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        drop(furnish(dir.path()));
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// On the sample.
    pub fn of(setting: Setting) -> Self {
        Self::on(setting, Arc::new(RealDisk))
    }

    /// On the sample, on a disk that may fail.
    pub fn on(setting: Setting, disk: Arc<dyn Disk>) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        copy(sample(), dir.path());
        Self::opened(dir, setting, disk)
    }

    /// The data directory.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// On the sample, with a folder of its own that reports go to.
    pub fn with_folder(setting: Setting) -> Self {
        let Self { dir, app: old, .. } = Self::of(setting);
        drop(old);
        let folder = dir.path().with_extension("reports");
        fs::create_dir(&folder).expect("made");
        let year = Year::try_from(2022).expect("a year");
        let (mut session, _) = Session::open(dir.path(), Some(year), clock(), Arc::new(RealDisk)).expect("the sample");
        let change = session.set(&[("folder", &folder.display().to_string())]).expect("a change");
        session.apply(&change).expect("saved");
        drop(session);
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// On the sample, whose reports go out with these annexes.
    pub fn with_annexes(setting: Setting, names: &[&str]) -> Self {
        let Self { dir, app: old, .. } = Self::of(setting);
        drop(old);
        let (mut session, _) =
            Session::open(dir.path(), Some(year()), clock(), Arc::new(RealDisk)).expect("the sample");
        let change = session.change_profile("标准", None, &[("附件", &names.join(","))]).expect("a change");
        session.apply(&change).expect("saved");
        let change = session.set(&[("profile", "标准")]).expect("a change");
        session.apply(&change).expect("saved");
        drop(session);
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// The files in the folder for reports.
    pub fn reports(&self) -> Vec<String> {
        let folder = fs::read_dir(self.dir.path().with_extension("reports")).expect("a folder");
        folder.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    fn opened(dir: TempDir, setting: Setting, disk: Arc<dyn Disk>) -> Self {
        let app = app_on(dir.path(), setting, disk);
        Self::begun(dir, setting, app)
    }

    fn begun(dir: TempDir, setting: Setting, app: App) -> Self {
        let mut bench = Self { dir, app, setting, flow: Flow::Stay, cursor: None };
        bench.screen();
        bench
    }

    /// On a ledger that another program has open, to look only.
    pub fn looking(setting: Setting) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        copy(sample(), dir.path());
        let session = Session::read(dir.path(), Some(year()), clock()).expect("it is read");
        Self::begun(dir, setting, app_of(session, setting))
    }

    /// On the sample, after a merge with a copy that gave its first item another title later.
    pub fn merged() -> Self {
        let Self { dir, app: old, setting, .. } = Self::sample();
        drop(old);
        let other = tempfile::tempdir().expect("a directory");
        copy(dir.path(), other.path());
        let open = |dir: &Path| Session::open(dir, Some(year()), clock(), Arc::new(RealDisk)).expect("the sample").0;
        for (dir, title) in [(dir.path(), "这边的标题"), (other.path(), "那边的"), (other.path(), "那边的标题")]
        {
            let mut session = open(dir);
            let mut item = Item::clone(session.ledger().items_of(year()).next().expect("an item"));
            item.card.title = title.into();
            session.apply(&session.edit(item).expect("it is there")).expect("saved");
        }
        let mut session = open(dir.path());
        let plan = session.plan_merge(other.path()).expect("a copy");
        session.merge(&plan).expect("saved");
        drop(session);
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// Ends the program without a word, and starts it again.
    pub fn restart(self) -> Self {
        let Self { dir, app: old, setting, .. } = self;
        drop(old);
        Self::opened(dir, setting, Arc::new(RealDisk))
    }

    /// Lets so much time pass that drafts are kept.
    pub fn rest(&mut self) -> &mut Self {
        self.flow = self.app.keep();
        self
    }

    /// Makes the screen another size.
    pub fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.setting.size = size;
        self
    }

    /// Presses keys, with blanks between: `F3`, `Ctrl-S`, `Enter`; other words are typed character by character. The
    /// screen is drawn after each.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            for event in events(word) {
                self.flow = self.app.update(Signal::Key(event));
                self.screen();
            }
        }
        self
    }

    /// Pastes text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.update(Signal::Paste(text.into()));
        self.screen();
        self
    }

    /// The whole screen.
    pub fn screen(&mut self) -> String {
        let area = Rect::new(0, 0, self.setting.size.0, self.setting.size.1);
        let mut buffer = Buffer::empty(area);
        self.cursor = self.app.view(&mut buffer, area);
        let time = now().with_timezone(&Local).format("%H:%M").to_string();
        line::shown(&buffer).replace(&time, TIME).replace(&self.dir.path().display().to_string(), "~")
    }

    /// The rows of the screen that hold `text`.
    pub fn rows(&mut self, text: &str) -> Vec<String> {
        self.screen().lines().filter(|row| row.contains(text)).map(String::from).collect()
    }

    /// The keys that the lowest line names.
    pub fn hints(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().trim_end().to_string()
    }

    /// Holds that `text` stands on the screen.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "`{text}` is not on the screen:\n{screen}");
        self
    }

    /// Holds that `text` does not stand on the screen.
    #[track_caller]
    pub fn lacks(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "`{text}` is on the screen:\n{screen}");
        self
    }

    /// The row the cursor stands in.
    pub fn row(&mut self) -> String {
        let screen = self.screen();
        let at = self.cursor.map_or(0, |cursor| usize::from(cursor.y));
        screen.lines().nth(at).unwrap_or_default().to_string()
    }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_671_500_000, 0).expect("an instant")
}

/// Makes a ledger of 2022 without items, with an entry more in each register.
pub fn furnish(dir: &Path) -> Session {
    let begun = template::begin_year(&Ledger::default(), template::default_template(), year());
    let made = Session::create(dir, vec![begun], None, clock(), Arc::new(RealDisk));
    let mut session = made.expect("an empty ledger can be made");
    let registers = session.template().registers.clone();
    for register in registers {
        let entry = session.blank_entry(&register.id, &format!("甲{}", register.name));
        session.apply(&session.keep_entry(&entry)).expect("saved");
    }
    session
}

fn clock() -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now }
}

fn app_on(dir: &Path, setting: Setting, disk: Arc<dyn Disk>) -> App {
    let (session, _) = Session::open(dir, Some(year()), clock(), disk).expect("the sample");
    app_of(session, setting)
}

fn year() -> Year {
    Year::try_from(2022).expect("a year")
}

fn app_of(session: Session, setting: Setting) -> App {
    let keymap = Arc::new(Keymap::load(setting.keymap).expect("a keymap"));
    let cells = Cells { ambiguous_wide: setting.ambiguous_wide };
    let look = Look::new(setting.lang, cells, Theme::plain(), keymap);
    App::new(session, look, |scene| BoardScreen::new(scene).into())
}

/// The sample ledger, made once.
fn sample() -> &'static Path {
    static SAMPLE: OnceLock<TempDir> = OnceLock::new();
    let made = SAMPLE.get_or_init(|| {
        let dir = tempfile::tempdir().expect("a directory");
        let session = Session::create(dir.path(), template::sample(), None, clock(), Arc::new(RealDisk));
        drop(session.expect("the sample can be made"));
        dir
    });
    made.path()
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a directory can be made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a file can be copied");
        }
    }
}

/// The keys of a word of a script.
fn events(word: &str) -> Vec<KeyEvent> {
    let plain = |code| vec![KeyEvent::new(code, KeyModifiers::NONE)];
    if let Some(letter) = word.strip_prefix("Ctrl-").and_then(|rest| rest.chars().next()) {
        return vec![KeyEvent::new(KeyCode::Char(letter.to_ascii_lowercase()), KeyModifiers::CONTROL)];
    }
    match named(word) {
        Some(code) => plain(code),
        None => word.chars().flat_map(|c| plain(KeyCode::Char(c))).collect(),
    }
}

fn named(word: &str) -> Option<KeyCode> {
    Some(match word {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Space" => KeyCode::Char(' '),
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Del" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        _ => KeyCode::F(word.strip_prefix('F')?.parse().ok()?),
    })
}
