//! Why the interface could not run.

use std::fmt;
use std::io;

use crate::lang::Lang;
use crate::session::SessionError;

/// Why the interface could not run, or had to stop. What was saved is saved.
#[derive(Debug)]
pub enum UiError {
    /// Input or output is no terminal.
    NotATerminal,
    /// The terminal could not be read or written.
    Terminal(io::Error),
    /// The ledger could not be read.
    Session(Box<SessionError>),
}

impl UiError {
    /// Says what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotATerminal, Lang::Zh) => "界面要在终端窗口里打开，现在的输入或输出不是终端".into(),
            (Self::NotATerminal, Lang::En) => "the interface needs a terminal; input or output is none".into(),
            (Self::Session(error), lang) => error.text(lang),
            (Self::Terminal(error), Lang::Zh) => format!("终端读写不了：{error}"),
            (Self::Terminal(error), Lang::En) => format!("the terminal cannot be read or written: {error}"),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotATerminal, Lang::Zh) => {
                "直接在终端里运行 taizhang；脚本里用 taizhang list、taizhang export 等".into()
            }
            (Self::NotATerminal, Lang::En) => {
                "run it in a terminal; scripts use `taizhang list`, `taizhang export`".into()
            }
            (Self::Session(error), lang) => error.hint(lang),
            (Self::Terminal(_), Lang::Zh) => "存过的都在；换个终端窗口再打开".into(),
            (Self::Terminal(_), Lang::En) => "what was saved is there; open it again in another terminal".into(),
        }
    }
}

impl fmt::Display for UiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for UiError {}

impl From<SessionError> for UiError {
    fn from(error: SessionError) -> Self {
        Self::Session(Box::new(error))
    }
}

impl From<io::Error> for UiError {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}
