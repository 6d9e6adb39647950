//! The interface texts, in Chinese and English, in typed tables: a missing text does not compile.
//!
//! Each file holds the texts of one place; every row is a method of [`Lang`]. Item content is never translated.

#[macro_use]
mod table;
mod annex;
mod board;
mod check;
mod cli;
mod common;
mod editions;
mod entry;
mod first;
mod form;
mod grid;
mod indicator;
mod list;
mod merge;
mod number;
mod outline;
mod pages;
mod profiles;
mod register_table;
mod registers;
mod returns;
mod returns_cli;
mod safety;
mod screens;
mod tables;
mod ui;
mod writer;

use std::str::FromStr;

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese, also when the locale says nothing.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Reads a locale name such as `en_US.UTF-8`; Chinese unless it clearly asks for another language.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        match language {
            "" | "C" | "POSIX" | "zh" => Self::Zh,
            _ => Self::En,
        }
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "zh" | "中文" => Ok(Self::Zh),
            "en" | "English" => Ok(Self::En),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_locale_is_chinese() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8"] {
            assert_eq!(Lang::from_locale(locale), Lang::Zh, "{locale}");
        }
        assert_eq!(Lang::from_locale("en_US.UTF-8"), Lang::En);
    }
}
