//! Figures in a text: one for cursor, deletion and copying.

use ratatui::layout::Position;

use super::{drawn, paste, press};
use crate::command::Command;
use crate::ui::outcome::Input;
use crate::ui::scene::Clipboard;
use crate::ui::widget::{Piece, TextField, Unit, UnitLook};

fn figure(shown: &str) -> Piece {
    Piece::Unit(Unit { stored: format!("{{{shown}}}"), shown: shown.into(), look: UnitLook::Figure })
}

fn live() -> TextField {
    TextField::live(vec![Piece::Words("共刊发".into()), figure("187篇"), Piece::Words("。".into())])
}

#[test]
fn a_figure_is_one_for_cursor_and_deletion_and_undo_brings_it_back() {
    let mut field = live();
    press(&mut field, &[Command::Right, Command::Right, Command::Right]);
    assert_eq!(drawn(&mut field, 30, 2), ("共刊发187篇。\n\n".into(), Some(Position::new(6, 0))));
    press(&mut field, &[Command::Right]);
    assert_eq!(drawn(&mut field, 30, 2).1, Some(Position::new(11, 0)));
    press(&mut field, &[Command::DeleteLeft]);
    assert_eq!(field.pieces(), [Piece::Words("共刊发。".into())]);
    press(&mut field, &[Command::Undo]);
    assert_eq!(field.pieces(), live().pieces());
    assert_eq!(field.unit().map(|(_, unit)| unit.shown.as_str()), Some("187篇"));
}

#[test]
fn a_copied_figure_stays_one_in_a_text_with_figures_and_is_words_elsewhere() {
    let (mut field, clipboard) = (live(), Clipboard::default());
    field.update(&Input::Command(Command::Copy), &clipboard);
    let mut other = TextField::live(Vec::new());
    other.update(&Input::Command(Command::Paste), &clipboard);
    assert_eq!(other.pieces(), live().pieces());
    let mut plain = TextField::single("");
    plain.update(&Input::Command(Command::Paste), &clipboard);
    assert_eq!(plain.text(), "共刊发187篇。");
}

#[test]
fn a_long_figure_is_wrapped_and_the_lines_are_walked() {
    let mut field =
        TextField::live(vec![Piece::Words("有".into()), figure("一二三四五六七八九十"), Piece::Words("等".into())]);
    assert_eq!(drawn(&mut field, 9, 4).0, "有一二三\n四五六七\n八九十等\n\n");
    press(&mut field, &[Command::Bottom, Command::Up]);
    assert_eq!(drawn(&mut field, 9, 4).1, Some(Position::new(2, 0)), "inside a figure is where it begins");
    press(&mut field, &[Command::Down, Command::End]);
    assert_eq!(drawn(&mut field, 9, 4).1, Some(Position::new(2, 0)));
}

#[test]
fn what_is_typed_is_never_taken_for_a_figure() {
    let mut field = live();
    paste(&mut field, "甲\u{f0000}乙");
    assert_eq!(field.pieces()[0], Piece::Words("甲乙共刊发".into()));
}

#[test]
fn the_cursor_is_put_before_a_piece() {
    let mut field = live();
    field.stand_in(2, 0);
    press(&mut field, &[Command::DeleteLeft]);
    assert_eq!(field.pieces(), [Piece::Words("共刊发。".into())]);
    field.stand_in(0, "共".len());
    press(&mut field, &[Command::DeleteLeft]);
    assert_eq!(field.pieces(), [Piece::Words("刊发。".into())]);
}
