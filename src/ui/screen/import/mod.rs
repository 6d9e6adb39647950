//! Import: which file, as which matter, which column is which field, what would come of it; Ctrl-S records it all.
//!
//! Every change of these is tried out at once on a worker; the ledger changes only at the end. What was chosen is kept
//! as a draft.

mod asking;
mod files;
mod rows;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Value, json};

use crate::command::{Command, Context};
use crate::id::MatterId;
use crate::import::Book;
use crate::session::{self, Checked, Plan, Request, Reward, Role, SessionError};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome, Question};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;
use crate::ui::work::Work;

use self::asking::Asked;
use self::rows::{Deed, Row};

pub use self::files::path as typed_path;

/// What was chosen is kept under this name until the table is imported.
pub const DRAFT: &str = "import";

/// The import of one table.
#[derive(Debug)]
pub struct ImportScreen {
    path: Option<PathBuf>,
    sheet: Option<String>,
    matter: Option<MatterId>,
    chosen: Vec<(String, Role)>,
    book: Option<Arc<Book>>,
    plan: Option<Plan>,
    tried: Tried,
    rows: Vec<Row>,
    cursor: ListCursor,
    asked: Asked,
    /// How many items the change under way records.
    going: usize,
}

/// How far it is known what would come of the table.
#[derive(Debug)]
enum Tried {
    /// No file is chosen.
    Nothing,
    /// A worker reads it and makes items of it.
    Working(Work<Trial>),
    /// This would come of it.
    Checked(Box<Checked>),
    /// Nothing can come of it.
    Failed(SessionError),
    /// Trying it was stopped.
    Stopped,
}

/// What a worker found out.
#[derive(Debug)]
struct Trial {
    book: Option<Arc<Book>>,
    plan: Option<Plan>,
    result: Result<Checked, SessionError>,
}

impl ImportScreen {
    /// The import as it was left; else a new one, with the choice of a file above it.
    pub fn open(scene: &Scene) -> Outcome {
        let mut screen = Self {
            path: None,
            sheet: None,
            matter: None,
            chosen: Vec::new(),
            book: None,
            plan: None,
            tried: Tried::Nothing,
            rows: Vec::new(),
            cursor: ListCursor::new(0),
            asked: Asked::Nothing,
            going: 0,
        };
        if screen.take_up(scene) {
            screen.try_out(scene);
            return Outcome::open(screen);
        }
        screen.list(scene);
        let ask = screen.ask_file(&scene.session.folder(), scene);
        Outcome::Do(vec![Outcome::open(screen), ask])
    }

    /// Takes up what was chosen before; false: nothing was.
    fn take_up(&mut self, scene: &Scene) -> bool {
        let Some(draft) = scene.session.draft(DRAFT) else { return false };
        let text = |name: &str| draft.get(name).and_then(Value::as_str);
        self.path = text("path").map(PathBuf::from);
        self.sheet = text("sheet").map(String::from);
        self.matter = text("matter").and_then(|id| id.parse().ok());
        let chosen = draft.get("chosen").and_then(Value::as_object).into_iter().flatten();
        self.chosen =
            chosen.filter_map(|(heading, code)| Some((heading.clone(), Role::of_code(code.as_str()?)))).collect();
        self.path.is_some()
    }

    /// Tries the table out with what is chosen now; what was read of it is not read again.
    fn try_out(&mut self, scene: &Scene) {
        let Some(path) = self.path.clone() else { return };
        let request = Request { matter: self.matter.clone(), chosen: self.chosen.clone(), given: Vec::new() };
        let importer = scene.session.importer(request);
        let (disk, sheet, known) = (scene.session.disk(), self.sheet.clone(), self.book.clone());
        self.tried = Tried::Working(Work::start(&scene.look.waker, move |go_on| {
            let read = || session::load(&*disk, &path, sheet.as_deref(), go_on).map(Arc::new);
            let book = match known.map_or_else(read, Ok) {
                Ok(book) => book,
                Err(error) => return Trial { book: None, plan: None, result: Err(error) },
            };
            let plan = match importer.plan(&book.table) {
                Ok(plan) => plan,
                Err(error) => return Trial { book: Some(book), plan: None, result: Err(error.into()) },
            };
            let result = importer.check(&book.table, &plan, go_on).map_err(SessionError::from);
            Trial { book: Some(book), plan: Some(plan), result }
        }));
        self.list(scene);
        self.hear(scene);
    }

    /// Takes what the worker found out, when it has ended.
    fn hear(&mut self, scene: &Scene) {
        let Tried::Working(work) = &self.tried else { return };
        let Ok(given) = work.take() else { return };
        self.tried = match given {
            None => Tried::Stopped,
            Some(trial) => {
                (self.book, self.plan) = (trial.book, trial.plan);
                trial.result.map_or_else(Tried::Failed, |checked| Tried::Checked(Box::new(checked)))
            }
        };
        self.list(scene);
    }

    /// Lists anew; the cursor stays on what it stood on, however many rows come before it.
    fn list(&mut self, scene: &Scene) {
        let deed = self.cursor.selected().and_then(|at| self.rows.get(at)).map(|row| row.deed);
        self.rows = rows::rows(self, scene);
        self.cursor.resize(self.rows.len());
        let same = |row: &Row| row.deed != Deed::Tell && Some(row.deed) == deed;
        if let Some(at) = self.rows.iter().position(same) {
            self.cursor.select(at);
        }
    }

    /// Turns to another table: what was said of the last one's columns no longer holds.
    fn turn_to(&mut self, path: PathBuf, scene: &Scene) {
        (self.path, self.sheet, self.book, self.plan) = (Some(path), None, None, None);
        self.chosen.clear();
        self.try_out(scene);
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept | Command::Choices => self.enter(scene),
            Command::SaveAndClose => self.go(scene),
            Command::Back => self.back(scene),
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => Outcome::Pass,
        }
    }

    /// Leaves; while a worker is at it, stops that first.
    fn back(&mut self, scene: &Scene) -> Outcome {
        if !matches!(self.tried, Tried::Working(_)) {
            return Outcome::Do(vec![Outcome::Keep, Outcome::Close]);
        }
        self.tried = Tried::Stopped;
        self.list(scene);
        Outcome::Tell(scene.look.lang.import_stopped().into())
    }

    fn enter(&mut self, scene: &Scene) -> Outcome {
        let Some(row) = self.cursor.selected().map(|at| self.rows[at].clone()) else { return Outcome::Stay };
        match row.deed {
            Deed::File => {
                let here = self.path.as_deref().and_then(Path::parent).map(Path::to_owned);
                self.ask_file(&here.unwrap_or_else(|| scene.session.folder()), scene)
            }
            Deed::Sheet => self.ask_sheet(scene),
            Deed::Matter => self.ask_matter(scene),
            Deed::Column(at) => self.ask_column(at, scene),
            Deed::Go => self.go(scene),
            Deed::Again => {
                self.try_out(scene);
                Outcome::Stay
            }
            Deed::Tell => Outcome::Tell(row.text),
        }
    }

    /// Records the new items; where rows are faulty, asks first whether the others alone are wanted.
    fn go(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Tried::Checked(checked) = &self.tried else { return Outcome::Tell(lang.import_not_yet().into()) };
        if checked.new.is_empty() {
            return Outcome::Tell(lang.table_nothing_new().into());
        }
        self.going = checked.new.len();
        let name = self.path.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let change = Outcome::apply(scene.session.import(Checked::clone(checked), &name));
        match checked.faulty_rows() {
            0 => change,
            faulty => Outcome::Confirm(Box::new(Question {
                text: lang.import_ask(faulty),
                yes: lang.import_the_others(checked.new.len()),
                then: change,
            })),
        }
    }
}

impl Screen for ImportScreen {
    fn context(&self) -> Context {
        Context::Import
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(usize::from(area.height.saturating_sub(view::OTHERS)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let line = reward::line(&scene.look.lang.import_done(self.going), saved, scene);
        Outcome::Do(vec![Outcome::Draft(DRAFT.into(), None), Outcome::close_and_tell(line)])
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.hear_answer(answer, scene)
    }

    fn woken(&mut self, scene: &Scene) {
        self.hear(scene);
    }

    fn refresh(&mut self, scene: &Scene) {
        self.try_out(scene);
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        let chosen: serde_json::Map<String, Value> =
            self.chosen.iter().map(|(heading, role)| (heading.clone(), role.code().into())).collect();
        let draft = self.path.as_ref().map(|path| {
            json!({ "path": path.display().to_string(), "sheet": self.sheet, "matter": self.matter, "chosen": chosen })
        });
        Some((DRAFT.into(), draft))
    }
}
