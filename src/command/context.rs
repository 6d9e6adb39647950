//! Where the user stands: what a key means depends on it.

use std::str::FromStr;

use crate::lang::Lang;

/// What unbound printable characters do in a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextMeaning {
    /// They are typed into a field.
    Insert,
    /// They begin a search, or lengthen it.
    Search,
    /// Nothing.
    None,
}

/// Where the user stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The status overview.
    Board,
    /// A list nobody has begun to search.
    List,
    /// A list with a search begun: a blank is a blank.
    Search,
    /// A field of a form.
    Form,
    /// A field of a form whose choices are numbered: digits pick.
    Choice,
    /// A cell of a grid.
    Grid,
    /// The large editor: Enter breaks the line.
    Editor,
    /// The report's own words, figures live among them.
    Writer,
    /// A list that opens to pick one entry.
    Picker,
    /// A list of figures: what is lacking, or what there is to sign for.
    Figures,
    /// The units' numbers for a figure.
    Returns,
    /// The pages of the report.
    Report,
    /// The outline of the report.
    Outline,
    /// The settings form.
    Settings,
    /// The import of a table.
    Import,
    /// The first start.
    Start,
    /// The numbered menu.
    Menu,
    /// Help.
    Help,
    /// A question.
    Dialog,
}

/// Contexts that share keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Every context.
    All,
    /// Where text is typed into fields.
    Fields,
    /// Where lines are walked through.
    Lists,
}

impl Context {
    /// Every context.
    pub const ALL: &'static [Self] = &[
        Self::Board,
        Self::List,
        Self::Search,
        Self::Form,
        Self::Choice,
        Self::Grid,
        Self::Editor,
        Self::Writer,
        Self::Picker,
        Self::Figures,
        Self::Returns,
        Self::Report,
        Self::Outline,
        Self::Settings,
        Self::Import,
        Self::Start,
        Self::Menu,
        Self::Help,
        Self::Dialog,
    ];

    /// What unbound printable characters do here.
    pub const fn text_meaning(self) -> TextMeaning {
        match self {
            Self::Form
            | Self::Choice
            | Self::Grid
            | Self::Editor
            | Self::Writer
            | Self::Returns
            | Self::Settings
            | Self::Start => TextMeaning::Insert,
            Self::List | Self::Search | Self::Picker | Self::Figures => TextMeaning::Search,
            Self::Board | Self::Report | Self::Outline | Self::Import | Self::Menu | Self::Help | Self::Dialog => {
                TextMeaning::None
            }
        }
    }

    /// Its name in keymaps; never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::List => "list",
            Self::Search => "search",
            Self::Form => "form",
            Self::Choice => "choice",
            Self::Grid => "grid",
            Self::Editor => "editor",
            Self::Writer => "writer",
            Self::Picker => "picker",
            Self::Figures => "figures",
            Self::Returns => "returns",
            Self::Report => "report",
            Self::Outline => "outline",
            Self::Settings => "settings",
            Self::Import => "import",
            Self::Start => "start",
            Self::Menu => "menu",
            Self::Help => "help",
            Self::Dialog => "dialog",
        }
    }

    /// What it is called on the screen.
    pub const fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Board, Lang::Zh) => "总览",
            (Self::List, Lang::Zh) => "列表",
            (Self::Search, Lang::Zh) => "列表（查找中）",
            (Self::Form, Lang::Zh) => "表单",
            (Self::Choice, Lang::Zh) => "表单里的选择格",
            (Self::Editor, Lang::Zh) => "大编辑框",
            (Self::Grid, Lang::Zh) => "多条录入",
            (Self::Writer, Lang::Zh) => "改报告文字",
            (Self::Picker, Lang::Zh) => "选单",
            (Self::Figures, Lang::Zh) => "补数表和核对表",
            (Self::Returns, Lang::Zh) => "单位报数",
            (Self::Report, Lang::Zh) => "报告",
            (Self::Outline, Lang::Zh) => "报告的段落",
            (Self::Settings, Lang::Zh) => "设置",
            (Self::Import, Lang::Zh) => "导入",
            (Self::Start, Lang::Zh) => "首次使用",
            (Self::Menu, Lang::Zh) => "菜单",
            (Self::Help, Lang::Zh) => "帮助",
            (Self::Dialog, Lang::Zh) => "询问",
            (Self::Choice, Lang::En) => "choice field",
            (Self::Outline, Lang::En) => "outline of the report",
            (Self::Search, Lang::En) => "list being searched",
            (Self::Figures, Lang::En) => "list of figures",
            (Self::Returns, Lang::En) => "numbers of the units",
            (_, Lang::En) => self.name(),
        }
    }
}

impl FromStr for Context {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|context| context.name() == name).ok_or(())
    }
}

impl Group {
    /// Every group, the widest first.
    pub const ALL: &'static [Self] = &[Self::All, Self::Fields, Self::Lists];

    /// Its name in keymaps; never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Fields => "fields",
            Self::Lists => "lists",
        }
    }

    /// Whether `context` is one of the group.
    pub const fn holds(self, context: Context) -> bool {
        let typed = matches!(context.text_meaning(), TextMeaning::Insert);
        match self {
            Self::All => true,
            Self::Fields => typed,
            Self::Lists => !typed,
        }
    }
}

impl FromStr for Group {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|group| group.name() == name).ok_or(())
    }
}
