//! The stack of layers: drawn from the bottom up, fed from the top.
//!
//! A screen, a dialog or a picker is a struct that implements [`Screen`]; it becomes a layer by one row of the table
//! below. The layers are a closed enum, so that an outcome can carry one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

use super::ask::Ask;
use super::choose::Choose;
use super::dialog::Dialog;
use super::help::HelpScreen;
use super::outcome::{Answer, Input, Outcome};
use super::scene::Scene;
use super::screen::board::BoardScreen;
use super::screen::checks::ChecksScreen;
use super::screen::editions::{ChangesScreen, EditionsScreen};
use super::screen::figures::FiguresScreen;
use super::screen::form::FormScreen;
use super::screen::grid::GridScreen;
use super::screen::import::ImportScreen;
use super::screen::indicator::IndicatorScreen;
use super::screen::list::ListScreen;
use super::screen::menu::MenuScreen;
use super::screen::outline::{HangingScreen, OutlineScreen, PlanScreen};
use super::screen::palette::PaletteScreen;
use super::screen::picker::PickerScreen;
use super::screen::registers::{EntriesScreen, RegistersScreen};
use super::screen::report::ReportScreen;
use super::screen::returns::ReturnsScreen;
use super::screen::settings::SettingsScreen;
use super::screen::units::UnitsScreen;
use super::screen::writer::WriterScreen;
use crate::command::Context;
use crate::session::Reward;

/// Something that is drawn and takes keys.
pub trait Screen {
    /// Where the user stands in it; may change with the field that is active.
    fn context(&self) -> Context;

    /// Takes one input.
    fn update(&mut self, input: Input, scene: &Scene) -> Outcome;

    /// Gets ready for an area, before each drawing: wraps text, scrolls so that the cursor shows. Focus stays.
    fn arrange(&mut self, _area: Rect, _scene: &Scene) {}

    /// Draws it, and says where the terminal's cursor stands: in the active field, on a list in the selected row.
    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position>;

    /// Says what next, after the change it asked for is on disk.
    fn saved(&mut self, _reward: &Reward, _scene: &Scene) -> Outcome {
        Outcome::Stay
    }

    /// Takes what it asked a layer above for, which is closed by now.
    fn answered(&mut self, _answer: Answer, _scene: &Scene) -> Outcome {
        Outcome::Stay
    }

    /// Looks at what a worker has got done.
    fn woken(&mut self, _scene: &Scene) {}

    /// Looks again at the ledger, which has changed.
    fn refresh(&mut self, _scene: &Scene) {}

    /// What stands typed in it, to be taken up later, by the name it is kept under; what has no such name is not kept.
    fn draft(&self) -> Option<(String, Option<Value>)> {
        None
    }

    /// Whether it leaves parts of what lies below to be seen.
    fn is_popup(&self) -> bool {
        false
    }
}

macro_rules! layers {
    ($($(#[$doc:meta])* $name:ident($screen:ty))*) => {
        /// One layer of the stack.
        #[derive(Debug)]
        pub enum Layer {
            $($(#[$doc])* $name($screen),)*
        }

        impl Layer {
            fn screen(&self) -> &dyn Screen {
                match self {
                    $(Self::$name(screen) => screen,)*
                }
            }

            fn screen_mut(&mut self) -> &mut dyn Screen {
                match self {
                    $(Self::$name(screen) => screen,)*
                }
            }
        }

        $(impl From<$screen> for Layer {
            fn from(screen: $screen) -> Self {
                Self::$name(screen)
            }
        })*
    };
}

layers! {
    /// The status overview.
    Board(BoardScreen)
    /// Picks the matter of a new item.
    Picker(PickerScreen)
    /// The form of an item.
    Form(FormScreen)
    /// Many items in rows.
    Grid(GridScreen)
    /// Items.
    List(ListScreen)
    /// Figures.
    Figures(FiguresScreen)
    /// Editions.
    Editions(EditionsScreen)
    /// What changed between two.
    Changes(ChangesScreen)
    /// The registers.
    Registers(RegistersScreen)
    /// The entries of a register.
    Entries(EntriesScreen)
    /// Findings.
    Checks(ChecksScreen)
    /// How a figure is defined.
    Indicator(IndicatorScreen)
    /// What figures lack.
    Returns(ReturnsScreen)
    /// The units' numbers for a figure.
    Units(UnitsScreen)
    /// The report's pages.
    Report(ReportScreen)
    /// The passages of the report.
    Outline(OutlineScreen)
    /// The matters that hang on a passage.
    Hanging(HangingScreen)
    /// The points of the plan.
    Plan(PlanScreen)
    /// A passage, or an item's sentence, being edited.
    Writer(WriterScreen)
    /// The office's names, who is typing, where files go.
    Settings(SettingsScreen)
    /// The import of a table.
    Import(ImportScreen)
    /// All commands.
    Palette(PaletteScreen)
    /// The numbered menu.
    Menu(MenuScreen)
    /// A question.
    Dialog(Dialog)
    /// A numbered choice.
    Choose(Choose)
    /// A question whose answer is typed.
    Ask(Ask)
    /// The keys that work where the user stands.
    Help(HelpScreen)
}

/// The layers, the lowest first.
#[derive(Debug)]
pub struct Layers {
    lowest: Layer,
    above: Vec<Layer>,
}

impl Layers {
    /// A stack of one layer, which stays.
    pub const fn new(lowest: Layer) -> Self {
        Self { lowest, above: Vec::new() }
    }

    /// Where the user stands.
    pub fn context(&self) -> Context {
        self.top().context()
    }

    /// Hands an input to the highest layer.
    pub fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        self.top_mut().update(input, scene)
    }

    /// Tells the highest layer that its change is on disk.
    pub fn saved(&mut self, reward: &Reward, scene: &Scene) -> Outcome {
        self.top_mut().saved(reward, scene)
    }

    /// Gives the highest layer what it asked for.
    pub fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.top_mut().answered(answer, scene)
    }

    /// Tells every layer that a worker has got something done.
    pub fn woken(&mut self, scene: &Scene) {
        for layer in self.all_mut() {
            layer.screen_mut().woken(scene);
        }
    }

    /// Tells every layer that the ledger has changed.
    pub fn refresh(&mut self, scene: &Scene) {
        for layer in self.all_mut() {
            layer.screen_mut().refresh(scene);
        }
    }

    /// What stands typed in the layers, by the names it is kept under; none: what was kept there may go.
    pub fn drafts(&self) -> Vec<(String, Option<Value>)> {
        self.above.iter().filter_map(|layer| layer.screen().draft()).collect()
    }

    /// Whether what is typed into the highest layer is kept until it is saved.
    pub fn takes_text(&self) -> bool {
        self.top().draft().is_some()
    }

    /// Opens a layer above the others.
    pub fn open(&mut self, layer: Layer) {
        self.above.push(layer);
    }

    /// Closes the highest layer; the lowest stays.
    pub fn close(&mut self) {
        self.above.pop();
    }

    /// Closes every layer but the lowest.
    pub fn close_all(&mut self) {
        self.above.clear();
    }

    /// Puts a layer into the place of the highest one.
    pub fn replace(&mut self, layer: Layer) {
        match self.above.last_mut() {
            Some(top) => *top = layer,
            None => self.lowest = layer,
        }
    }

    /// Draws what can be seen, from the bottom up, and says where the cursor stands in the highest layer.
    pub fn view(&mut self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let covering = self.above.iter().rposition(|layer| !layer.screen().is_popup()).map_or(0, |index| index + 1);
        let mut cursor = None;
        for layer in self.all_mut().skip(covering) {
            layer.screen_mut().arrange(area, scene);
            cursor = layer.screen().view(buffer, area, scene);
        }
        cursor
    }

    fn top(&self) -> &dyn Screen {
        self.above.last().unwrap_or(&self.lowest).screen()
    }

    fn top_mut(&mut self) -> &mut dyn Screen {
        self.above.last_mut().unwrap_or(&mut self.lowest).screen_mut()
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut Layer> {
        std::iter::once(&mut self.lowest).chain(&mut self.above)
    }
}
