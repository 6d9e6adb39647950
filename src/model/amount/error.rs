//! Why a text is no amount.

use std::fmt;

use crate::lang::Lang;

/// A text that is no amount: what was typed and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountError {
    typed: String,
    fault: Fault,
}

/// What is wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing was typed.
    Empty,
    /// It cannot be read.
    Unclear,
    /// 1万2: 12000 or 10002.
    Ambiguous,
    /// Below zero.
    Negative,
    /// Two marks: 约300多.
    Marks,
    /// Commas that do not part thousands.
    Commas,
    /// More digits than can be counted exactly.
    TooLong,
}

impl AmountError {
    pub(super) fn new(typed: &str, fault: Fault) -> Self {
        Self { typed: typed.trim().chars().take(40).collect(), fault }
    }

    /// Says what is wrong: `` `十几` 不是数 ``.
    pub fn text(&self, lang: Lang) -> String {
        let typed = &self.typed;
        match (self.fault, lang) {
            (Fault::Empty, Lang::Zh) => "还没有写数".into(),
            (Fault::Empty, Lang::En) => "no number was typed".into(),
            (Fault::Negative, Lang::Zh) => format!("`{typed}` 小于零"),
            (Fault::Negative, Lang::En) => format!("`{typed}` is below zero"),
            (Fault::TooLong, Lang::Zh) => format!("`{typed}` 太长"),
            (Fault::TooLong, Lang::En) => format!("`{typed}` is too long"),
            (_, Lang::Zh) => format!("`{typed}` 不是数"),
            (_, Lang::En) => format!("`{typed}` is no number"),
        }
    }

    /// Says what to do: 约、多只写一个.
    pub fn hint(&self, lang: Lang) -> String {
        let (zh, en) = match self.fault {
            Fault::Empty | Fault::Unclear => (
                "例如 300多、1.2万、3+4+5、近百、约50；还不知道就写 **",
                "for example 300多, 1.2万, 3+4+5, 近百, 约50; not known yet: **",
            ),
            Fault::Ambiguous => ("请把数写全，例如 12000 或 1.2万", "write it in full, for example 12000 or 1.2万"),
            Fault::Negative => ("数量从零起", "amounts begin at zero"),
            Fault::Marks => ("约、近、超过、多、余只写一个", "use only one of 约, 近, 超过, 多, 余"),
            Fault::Commas => ("逗号每三位一个，例如 1,200", "commas part thousands, for example 1,200"),
            Fault::TooLong => ("最多28位", "28 digits at most"),
        };
        match lang {
            Lang::Zh => zh.into(),
            Lang::En => en.into(),
        }
    }
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.text(Lang::En), self.hint(Lang::En))
    }
}

impl std::error::Error for AmountError {}
