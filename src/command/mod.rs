//! The one table of commands: what a user can ask for, what it is called, and where it applies.
//!
//! Keymaps, hint lines, help and the palette are made from it. A row carries no function: what a command does is
//! decided by the layer that receives it.

#[macro_use]
mod table;
mod context;

pub use context::{Context, Group, TextMeaning};

use Context::{
    Board, Choice, Dialog, Editor, Figures, Form, Grid, Help, Import, List, Menu, Outline, Picker, Report, Returns,
    Search, Settings, Start, Writer,
};

/// Where text is typed.
const TYPED: &[Context] = &[Form, Choice, Grid, Settings, Start, Editor, Writer, Search, Picker, Figures, Returns];
/// The same, and lists, whose rows are walked through while a search stands typed.
const ERASED: &[Context] =
    &[Form, Choice, Grid, Settings, Start, Editor, Writer, List, Search, Picker, Figures, Returns];
/// Where there are fields or lines to go to.
const FIELDS: &[Context] = &[
    Form, Choice, Grid, Settings, Import, Start, Writer, Board, List, Search, Picker, Figures, Returns, Report,
    Outline, Menu, Dialog, Help,
];
/// Where lines or choices are numbered.
const NUMBERED: &[Context] = &[Board, Choice, Picker, Menu, Start, Dialog, Outline];
/// Where what stands under the cursor has more to it.
const DETAILED: &[Context] = &[
    Form, Choice, Grid, Settings, Import, Start, Editor, Writer, Board, List, Search, Figures, Returns, Report, Outline,
];
/// Where the program's places can be gone to.
const PLACES: &[Context] = &[Board, List, Search, Figures, Report, Outline, Menu, Help];

commands! {
    // Moving.
    Up "up" {"上移", "up"} in Context::ALL;
    Down "down" {"下移", "down"} in Context::ALL;
    Left "left" {"左移", "left"} in Context::ALL;
    Right "right" {"右移", "right"} in Context::ALL;
    PageUp "page_up" {"上一页", "previous page"} in Context::ALL;
    PageDown "page_down" {"下一页", "next page"} in Context::ALL;
    Home "home" {"到行首或最前", "to the beginning"} in Context::ALL;
    End "end" {"到行尾或最后", "to the end"} in Context::ALL;
    Top "top" {"到最前", "to the top"} in Context::ALL;
    Bottom "bottom" {"到最后", "to the bottom"} in Context::ALL;
    WordLeft "word_left" {"左移一词", "one word left"} in TYPED;
    WordRight "word_right" {"右移一词", "one word right"} in TYPED;
    NextField "next_field" {"下一格", "next field"} in FIELDS;
    PreviousField "previous_field" {"上一格", "previous field"} in FIELDS;
    Accept "accept" {"确定，下一格", "accept, next field"} in Context::ALL;
    Back "back" {"返回，草稿留着", "back, keeping the draft"} in Context::ALL;
    Menu "menu" {"菜单", "menu"} in &[Board];

    // Typing.
    DeleteLeft "delete_left" {"删前一字", "delete to the left"} in ERASED;
    DeleteRight "delete_right" {"删后一字", "delete to the right"} in TYPED;
    BreakLine "break_line" {"另起一行", "break the line"} in &[Editor];
    SelectLeft "select_left" {"向左选", "select to the left"} in TYPED;
    SelectRight "select_right" {"向右选", "select to the right"} in TYPED;
    SelectHome "select_home" {"选到行首", "select to the beginning"} in TYPED;
    SelectEnd "select_end" {"选到行尾", "select to the end"} in TYPED;
    SelectAll "select_all" {"全选", "select all"} in ERASED;
    Copy "copy" {"复制", "copy"} in Context::ALL;
    Cut "cut" {"剪切", "cut"} in Context::ALL;
    Paste "paste" {"粘贴", "paste"} in Context::ALL;
    InsertMode "insert_mode" {"开始输入", "begin to type"} in Context::ALL;
    NormalMode "normal_mode" {"停止输入", "stop typing"} in Context::ALL;

    // Working.
    NewItem "new_item" {"记一条", "new item"} in &[Board, List, Search, Picker, Figures, Report, Menu, Help];
    Choices "choices" {"选择、出处、大编辑框", "choices, sources, large editor"} in DETAILED;
    Returns "returns" {"补数、核对", "numbers to fill in, figures to check"} in PLACES;
    Zero "zero" {"确认为零", "confirm zero"} in &[Figures, Returns];
    Report "report" {"看报告", "report"} in &[Board, List, Search, Figures, Outline, Menu, Help];
    Outline "outline" {"段落", "passages"} in PLACES;
    Variant "variant" {"换稿别", "choose the variant"} in &[Report];
    NextFinding "next_finding" {"下一处疑点", "next finding"} in &[Report];
    PreviousFinding "previous_finding" {"上一处疑点", "previous finding"} in &[Report];
    Editions "editions" {"各稿", "editions"} in PLACES;
    Find "find" {"查找统计", "search and totals"} in &[Board, List, Search, Picker, Figures, Report, Menu, Help];
    Checks "checks" {"疑点", "findings"} in PLACES;
    Registers "registers" {"名录", "registers"} in PLACES;
    Settings "settings" {"设置", "settings"} in &[Board, Menu];
    Import "import" {"导入表格", "import a table"} in &[Board, List, Search, Menu];
    SaveAndNext "save_and_next" {"存并记下一条", "save and next"} in &[Form, Choice, Grid, Editor];
    SaveAndClose "save_and_close" {"存并返回", "save and close"} in
        &[Form, Choice, Grid, Settings, Import, Start, Editor, Writer];
    CopyLast "copy_last" {"照上条", "as in the previous item"} in &[Form, Choice, Grid];
    Grid "grid" {"多条录入", "many items in rows"} in &[Board, List, Search, Picker, Menu];
    Delete "delete" {"移入回收站", "to the bin"} in &[Board, List, Search];
    Mark "mark" {"标记", "mark"} in &[List, Search];
    Group "group" {"分组", "in groups"} in &[List, Search];
    MoveUp "move_up" {"往前移", "move up"} in &[List, Search, Outline];
    MoveDown "move_down" {"往后移", "move down"} in &[List, Search, Outline];
    AddPassage "add_passage" {"添一段", "add a passage"} in &[Outline];
    Indent "indent" {"降一级", "a level down"} in &[Outline];
    Outdent "outdent" {"升一级", "a level up"} in &[Outline];
    DeletePassage "delete_passage" {"删去这一段", "delete the passage"} in &[Outline];
    Bin "bin" {"回收站", "the bin"} in &[Board, List, Search, Report, Menu, Help];
    Publish "publish" {"出文", "write the .docx"} in Context::ALL;
    Undo "undo" {"撤销", "undo"} in Context::ALL;
    Redo "redo" {"重做", "redo"} in Context::ALL;
    Palette "palette" {"全部命令", "all commands"} in Context::ALL;
    Redraw "redraw" {"重画屏幕", "redraw"} in Context::ALL;
    Help "help" {"帮助", "help"} in Context::ALL;
    Quit "quit" {"退出", "quit"} in Context::ALL;

    // Numbered lines and choices.
    Digit1 "digit_1" {"第1项", "choice 1"} in NUMBERED;
    Digit2 "digit_2" {"第2项", "choice 2"} in NUMBERED;
    Digit3 "digit_3" {"第3项", "choice 3"} in NUMBERED;
    Digit4 "digit_4" {"第4项", "choice 4"} in NUMBERED;
    Digit5 "digit_5" {"第5项", "choice 5"} in NUMBERED;
    Digit6 "digit_6" {"第6项", "choice 6"} in NUMBERED;
    Digit7 "digit_7" {"第7项", "choice 7"} in NUMBERED;
    Digit8 "digit_8" {"第8项", "choice 8"} in NUMBERED;
    Digit9 "digit_9" {"第9项", "choice 9"} in NUMBERED;
    Digit0 "digit_0" {"第0项", "choice 0"} in NUMBERED;
}

impl Command {
    /// Whether it opens a place that stands for itself.
    pub const fn is_place(self) -> bool {
        matches!(
            self,
            Self::NewItem
                | Self::Returns
                | Self::Report
                | Self::Outline
                | Self::Editions
                | Self::Find
                | Self::Checks
                | Self::Registers
                | Self::Settings
                | Self::Import
                | Self::Bin
        )
    }

    /// The digit of a numbered choice.
    pub fn digit(self) -> Option<u8> {
        let name = self.name().strip_prefix("digit_")?;
        name.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn names_are_unique_snake_case_and_read_back() {
        let mut seen = HashSet::new();
        for &command in Command::ALL {
            let name = command.name();
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{name}");
            assert!(seen.insert(name), "{name} twice");
            assert_eq!(name.parse(), Ok(command));
        }
    }

    #[test]
    fn every_command_has_a_label_in_both_languages_and_a_place() {
        for &command in Command::ALL {
            assert!(!command.label(Lang::Zh).is_empty() && !command.label(Lang::En).is_empty());
            assert!(Context::ALL.iter().any(|&context| command.applies_in(context)), "{}", command.name());
        }
    }

    #[test]
    fn digits_know_their_number() {
        assert_eq!(Command::Digit0.digit(), Some(0));
        assert_eq!(Command::Digit7.digit(), Some(7));
        assert_eq!(Command::Up.digit(), None);
    }
}
