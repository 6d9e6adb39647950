//! What is wrong with a keymap: file, line, and what was probably meant.

use std::fmt;
use std::io;

use super::Origin;
use crate::lang::Lang;

/// Why a keymap cannot be used.
#[derive(Debug)]
pub enum KeymapError {
    /// The file cannot be read.
    Read(String, io::Error),
    /// The file is no TOML.
    Toml(Origin, String),
    /// A table that is no context and no group.
    UnknownTable(Origin, String, Option<String>),
    /// A command that does not exist.
    UnknownCommand(Origin, String, Option<String>),
    /// A key that does not exist.
    UnknownKey(Origin, String, Option<String>),
    /// A keymap to build on that does not exist.
    UnknownBase(Origin, String, Option<String>),
    /// A key that terminals cannot tell from another, or take for themselves.
    UnusableKey(Origin, String),
    /// A command that does nothing in that table.
    Useless(Origin, String, String),
    /// A value that is neither a text nor a list of texts.
    NotKeys(Origin),
    /// The same key twice in one place.
    Twice(String, Origin, Origin),
    /// A key that is also the beginning of a longer one.
    Prefix(String, Origin, Origin),
}

impl KeymapError {
    /// Says what is wrong and where.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.text_zh(),
            Lang::En => self.text_en(),
        }
    }

    fn text_zh(&self) -> String {
        match self {
            Self::Read(file, error) => format!("键位文件 {file} 读不了：{error}"),
            Self::Toml(at, message) => format!("{at}：TOML 写法有误：{message}"),
            Self::UnknownTable(at, name, _) => format!("{at}：没有叫 `{name}` 的位置"),
            Self::UnknownCommand(at, name, _) => format!("{at}：没有叫 `{name}` 的命令"),
            Self::UnknownKey(at, name, _) => format!("{at}：没有叫 `{name}` 的键"),
            Self::UnknownBase(at, name, _) => format!("{at}：没有叫 `{name}` 的键位表"),
            Self::UnusableKey(at, key) => format!("{at}：`{key}` 不能用，终端分不清它和别的键"),
            Self::Useless(at, command, table) => format!("{at}：命令 `{command}` 在 `{table}` 里没有用处"),
            Self::NotKeys(at) => format!("{at}：等号右边应是一个键，或方括号里的几个键"),
            Self::Twice(key, first, second) => format!("{second}：键 `{key}` 在 {first} 已经用过"),
            Self::Prefix(key, short, long) => format!("{long}：键 `{key}` 在 {short} 单独用了，不能再作开头"),
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::Read(file, error) => format!("the keymap {file} cannot be read: {error}"),
            Self::Toml(at, message) => format!("{at}: not TOML: {message}"),
            Self::UnknownTable(at, name, _) => format!("{at}: there is no context `{name}`"),
            Self::UnknownCommand(at, name, _) => format!("{at}: there is no command `{name}`"),
            Self::UnknownKey(at, name, _) => format!("{at}: there is no key `{name}`"),
            Self::UnknownBase(at, name, _) => format!("{at}: there is no keymap `{name}`"),
            Self::UnusableKey(at, key) => {
                format!("{at}: `{key}` cannot be used; terminals do not tell it from another key")
            }
            Self::Useless(at, command, table) => format!("{at}: the command `{command}` does nothing in `{table}`"),
            Self::NotKeys(at) => format!("{at}: right of the equals sign stands a key, or several in brackets"),
            Self::Twice(key, first, second) => format!("{second}: the key `{key}` is taken at {first} already"),
            Self::Prefix(key, short, long) => {
                format!("{long}: the key `{key}` is a command of its own at {short} and cannot begin another")
            }
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (
                Self::UnknownTable(_, _, Some(near))
                | Self::UnknownCommand(_, _, Some(near))
                | Self::UnknownKey(_, _, Some(near))
                | Self::UnknownBase(_, _, Some(near)),
                Lang::Zh,
            ) => format!("是不是 `{near}`？"),
            (
                Self::UnknownTable(_, _, Some(near))
                | Self::UnknownCommand(_, _, Some(near))
                | Self::UnknownKey(_, _, Some(near))
                | Self::UnknownBase(_, _, Some(near)),
                Lang::En,
            ) => format!("did you mean `{near}`?"),
            (Self::Read(..), Lang::Zh) => "内置的键位表有 office 和 vim，也可写文件路径".into(),
            (Self::Read(..), Lang::En) => "the built-in keymaps are office and vim; else name a file".into(),
            (Self::Twice(..) | Self::Prefix(..) | Self::UnusableKey(..), Lang::Zh) => "换一个键".into(),
            (Self::Twice(..) | Self::Prefix(..) | Self::UnusableKey(..), Lang::En) => "choose another key".into(),
            (_, Lang::Zh) => "用 taizhang keys 看全部位置、命令和键".into(),
            (_, Lang::En) => "`taizhang keys` lists all contexts, commands and keys".into(),
        }
    }
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for KeymapError {}
