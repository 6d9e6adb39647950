//! Tests of the text field: keys in, text and cursor out.

mod live;

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::*;
use crate::keymap::Keymap;
use crate::lang::Lang;
use crate::text::Cells;
use crate::ui::scene::Look;
use crate::ui::theme::Theme;
use crate::ui::widget::line;

static KEYMAP: LazyLock<Arc<Keymap>> = LazyLock::new(|| Arc::new(Keymap::office()));

fn press(field: &mut TextField, commands: &[Command]) -> Typed {
    let clipboard = Clipboard::default();
    let mut typed = Typed::Passed;
    for &command in commands {
        typed = field.update(&Input::Command(command), &clipboard);
    }
    typed
}

fn type_in(field: &mut TextField, text: &str) {
    for c in text.chars() {
        field.update(&Input::Text(c.into()), &Clipboard::default());
    }
}

fn paste(field: &mut TextField, text: &str) {
    field.update(&Input::Paste(text.into()), &Clipboard::default());
}

/// The text with a bar where the cursor stands.
fn barred(field: &TextField) -> String {
    format!("{}|{}", &field.text[..field.cursor], &field.text[field.cursor..])
}

fn drawn(field: &mut TextField, width: u16, height: u16) -> (String, Option<Position>) {
    let look = Look::new(Lang::Zh, Cells::default(), Theme::plain(), Arc::clone(&KEYMAP));
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    field.arrange(width, height, look.cells);
    let cursor = field.view(&mut buffer, area, true, &look);
    (line::shown(&buffer), cursor)
}

#[test]
fn backspace_takes_a_whole_grapheme() {
    let mut field = TextField::single("党e\u{301}👨\u{200d}👩\u{200d}👧");
    press(&mut field, &[Command::DeleteLeft]);
    assert_eq!(field.text(), "党e\u{301}");
    press(&mut field, &[Command::DeleteLeft, Command::DeleteLeft]);
    assert_eq!(field.text(), "");
    assert_eq!(press(&mut field, &[Command::DeleteLeft]), Typed::Moved);
}

#[test]
fn typing_in_a_field_just_entered_replaces_and_moving_first_does_not() {
    let mut field = TextField::single("旧标题");
    field.enter();
    type_in(&mut field, "新的");
    assert_eq!(field.text(), "新的");
    field.enter();
    press(&mut field, &[Command::Left]);
    type_in(&mut field, "一");
    assert_eq!(field.text(), "新一的");
    field.enter();
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.text(), "新的");
}

#[test]
fn entering_a_long_text_never_replaces_it() {
    let mut field = TextField::multi("第一段");
    field.enter();
    type_in(&mut field, "。");
    assert_eq!(field.text(), "第一段。");
}

#[test]
fn words_are_runs_of_one_sort() {
    let mut field = TextField::single("区委宣传部，2022年 news");
    press(&mut field, &[Command::Home, Command::WordRight]);
    assert_eq!(barred(&field), "区委宣传部|，2022年 news");
    press(&mut field, &[Command::WordRight, Command::WordRight, Command::WordRight]);
    assert_eq!(barred(&field), "区委宣传部，2022年 |news");
    press(&mut field, &[Command::WordLeft, Command::WordLeft]);
    assert_eq!(barred(&field), "区委宣传部，|2022年 news");
}

#[test]
fn typing_is_undone_by_clauses_and_redone() {
    let mut field = TextField::single("");
    type_in(&mut field, "第一句，第二句");
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.text(), "第一句，");
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.text(), "");
    assert_eq!(press(&mut field, &[Command::Undo]), Typed::Passed);
    press(&mut field, &[Command::Redo, Command::Redo]);
    assert_eq!(barred(&field), "第一句，第二句|");
}

#[test]
fn deleting_is_one_group_and_typing_after_it_another() {
    let mut field = TextField::single("一二三四");
    press(&mut field, &[Command::DeleteLeft, Command::DeleteLeft]);
    type_in(&mut field, "五");
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.text(), "一二");
    press(&mut field, &[Command::Undo]);
    assert_eq!(barred(&field), "一二三四|");
}

#[test]
fn r3_enter_is_passed_on_and_only_its_own_command_breaks_a_line() {
    let mut field = TextField::multi("一");
    assert_eq!(press(&mut field, &[Command::Accept]), Typed::Passed);
    press(&mut field, &[Command::BreakLine]);
    assert_eq!(field.text(), "一\n");
    let mut single = TextField::single("一");
    assert_eq!(press(&mut single, &[Command::BreakLine]), Typed::Passed);
}

#[test]
fn r4_esc_is_passed_on_and_the_text_stays() {
    let mut field = TextField::single("半句");
    assert_eq!(press(&mut field, &[Command::Back]), Typed::Passed);
    assert_eq!(field.text(), "半句");
}

#[test]
fn r5_full_width_text_stays_full_width() {
    let mut field = TextField::single("");
    type_in(&mut field, "１２：「话」。");
    assert_eq!(field.text(), "１２：「话」。");
}

#[test]
fn r6_the_cursor_stands_where_the_next_character_goes() {
    let mut field = TextField::single("中文a");
    assert_eq!(drawn(&mut field, 10, 1).1, Some(Position::new(5, 0)));
    press(&mut field, &[Command::Left, Command::Left]);
    assert_eq!(drawn(&mut field, 10, 1).1, Some(Position::new(2, 0)));
}

#[test]
fn r10_a_pasted_line_end_is_text_and_control_characters_are_gone() {
    let mut single = TextField::single("");
    paste(&mut single, "一行\n二行\u{1b}\u{7}\n");
    assert_eq!(single.text(), "一行 二行");
    let mut many = TextField::multi("");
    paste(&mut many, "一行\n二行\n");
    assert_eq!(many.text(), "一行\n二行\n");
}

#[test]
fn a_paste_of_ten_thousand_characters_is_one_step() {
    let text: String = "扎实推进文明创建工作，".chars().cycle().take(10_000).collect();
    let mut field = TextField::multi("前");
    paste(&mut field, &text);
    assert_eq!(field.text().chars().count(), 10_001);
    let (_, cursor) = drawn(&mut field, 61, 10);
    assert_eq!(cursor.map(|position| position.y), Some(9));
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.text(), "前");
}

#[test]
fn copy_cut_and_paste_go_through_the_clipboard() {
    let clipboard = Clipboard::default();
    let send = |field: &mut TextField, command| field.update(&Input::Command(command), &clipboard);
    let mut field = TextField::single("一二三");
    send(&mut field, Command::SelectLeft);
    send(&mut field, Command::Cut);
    assert_eq!(field.text(), "一二");
    send(&mut field, Command::Home);
    send(&mut field, Command::Paste);
    assert_eq!(field.text(), "三一二");
    send(&mut field, Command::Copy);
    let mut other = TextField::single("");
    send(&mut other, Command::Paste);
    assert_eq!(other.text(), "三一二");
    assert_eq!(send(&mut TextField::single(""), Command::Copy), Typed::Passed);
}

#[test]
fn typing_replaces_what_is_selected() {
    let mut field = TextField::single("一二三");
    press(&mut field, &[Command::SelectAll]);
    type_in(&mut field, "四");
    assert_eq!(field.text(), "四");
}

#[test]
fn a_long_line_scrolls_sideways_without_cutting_characters() {
    let mut field = TextField::single("一二三四五六七八");
    assert_eq!(drawn(&mut field, 7, 1), ("六七八\n".into(), Some(Position::new(6, 0))));
    press(&mut field, &[Command::Home]);
    assert_eq!(drawn(&mut field, 7, 1), ("一二三\n".into(), Some(Position::new(0, 0))));
}

#[test]
fn lines_wrap_and_closing_signs_never_begin_one() {
    let mut field = TextField::multi("一二三四，五");
    let (shown, cursor) = drawn(&mut field, 9, 3);
    assert_eq!(shown, "一二三\n四，五\n\n");
    assert_eq!(cursor, Some(Position::new(6, 1)));
}

#[test]
fn up_and_down_keep_the_column_and_leave_at_the_ends() {
    let mut field = TextField::multi("一二三四\n五\n六七八九");
    drawn(&mut field, 20, 3);
    press(&mut field, &[Command::Up]);
    assert_eq!(barred(&field), "一二三四\n五|\n六七八九");
    press(&mut field, &[Command::Up]);
    assert_eq!(barred(&field), "一二三四|\n五\n六七八九");
    assert_eq!(press(&mut field, &[Command::Up]), Typed::Passed);
    press(&mut field, &[Command::Down, Command::Down]);
    assert_eq!(barred(&field), "一二三四\n五\n六七八九|");
    assert_eq!(press(&mut field, &[Command::Down]), Typed::Passed);
}

#[test]
fn end_stays_on_the_line_that_is_seen() {
    let mut field = TextField::multi("一二三四五六");
    drawn(&mut field, 7, 2);
    press(&mut field, &[Command::Top, Command::End]);
    assert_eq!(drawn(&mut field, 7, 2).1, Some(Position::new(6, 0)));
    press(&mut field, &[Command::Home]);
    assert_eq!(field.cursor(), 0);
}

fn any_step() -> impl Strategy<Value = Result<String, Command>> {
    let commands = [
        Command::Left,
        Command::Right,
        Command::Up,
        Command::Down,
        Command::Home,
        Command::End,
        Command::WordLeft,
        Command::WordRight,
        Command::DeleteLeft,
        Command::DeleteRight,
        Command::BreakLine,
        Command::SelectLeft,
        Command::SelectRight,
        Command::Cut,
        Command::Paste,
        Command::Undo,
        Command::Redo,
        Command::PageUp,
        Command::PageDown,
        Command::SelectAll,
        Command::SelectEnd,
    ];
    prop_oneof![
        "[ -~，。“”（）一-龥e\u{301}👩\u{200d}\n]{1,6}".prop_map(Ok),
        prop::sample::select(commands.to_vec()).prop_map(Err)
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_the_cursor_stays_between_graphemes_and_all_can_be_undone(
        steps in prop::collection::vec(any_step(), 0..40), many: bool, width in 2u16..12,
    ) {
        let clipboard = Clipboard::default();
        let mut field = TextField::new("", many);
        let mut seen = Vec::new();
        for step in steps {
            let input = step.map_or_else(Input::Command, Input::Text);
            field.update(&input, &clipboard);
            prop_assert_eq!(motion::boundary(&field.text, field.cursor), field.cursor);
            let (_, cursor) = drawn(&mut field, width, 3);
            prop_assert!(cursor.is_some_and(|at| at.x < width && at.y < 3));
            seen.push(field.text.clone());
        }
        let last = field.text.clone();
        while press(&mut field, &[Command::Undo]) == Typed::Changed {}
        prop_assert_eq!(&field.text, "");
        while press(&mut field, &[Command::Redo]) == Typed::Changed {}
        prop_assert!(field.text == last || seen.contains(&field.text));
    }
}
