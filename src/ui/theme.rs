//! Colours and looks. Nothing is told by colour alone: a terminal without colours shows the same.

use ratatui::style::{Color, Modifier, Style};

/// The looks of what stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// What is there to be looked at second: hints, echoes, rules.
    pub dim: Style,
    /// Titles.
    pub title: Style,
    /// The row under the cursor.
    pub cursor: Style,
    /// The field that is typed in.
    pub field: Style,
    /// Selected text.
    pub selected: Style,
    /// A figure in the report: computed, opens its items.
    pub figure: Style,
    /// A blank, something missing.
    pub blank: Style,
    /// What is urgent or wrong.
    pub alarm: Style,
    /// What went well.
    pub good: Style,
}

impl Theme {
    /// The looks with colours of the terminal's own palette, so that light and dark backgrounds both work.
    pub const fn colored() -> Self {
        Self {
            dim: Style::new().add_modifier(Modifier::DIM),
            blank: Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
            alarm: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            good: Style::new().fg(Color::Green),
            ..Self::plain()
        }
    }

    /// The looks without colours.
    pub const fn plain() -> Self {
        Self {
            text: Style::new(),
            dim: Style::new(),
            title: Style::new().add_modifier(Modifier::BOLD),
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            field: Style::new().add_modifier(Modifier::UNDERLINED),
            selected: Style::new().add_modifier(Modifier::REVERSED),
            figure: Style::new().add_modifier(Modifier::UNDERLINED),
            blank: Style::new().add_modifier(Modifier::BOLD),
            alarm: Style::new().add_modifier(Modifier::BOLD),
            good: Style::new(),
        }
    }
}
