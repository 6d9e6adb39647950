//! What can be wrong with a profile, or with an annex, that somebody names.

use crate::lang::Lang;

/// Why a profile cannot be taken, changed or called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileError {
    /// None is called so; the nearest, and all there are.
    Unknown(String, Option<String>, Vec<String>),
    /// It cannot be the name of one.
    BadName(String),
    /// Another one is called so.
    Taken(String),
    /// Every ledger has it under this name.
    Stays(String),
    /// It has no such line; the nearest that it has.
    NoLine(String, Option<String>),
    /// A line of it cannot be set to this.
    BadLine(String, String),
    /// No annex is called so; those that there are.
    NoAnnex(String, Vec<String>),
}

impl ProfileError {
    /// Says what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Unknown(name, ..), Lang::Zh) => format!("没有叫 `{name}` 的版式"),
            (Self::Unknown(name, ..), Lang::En) => format!("no page set-up is called `{name}`"),
            (Self::BadName(name), Lang::Zh) => format!("`{name}` 不能作版式的名字"),
            (Self::BadName(name), Lang::En) => format!("`{name}` cannot name a page set-up"),
            (Self::Taken(name), Lang::Zh) => format!("已经有叫 `{name}` 的版式"),
            (Self::Taken(name), Lang::En) => format!("a page set-up is called `{name}` already"),
            (Self::Stays(name), Lang::Zh) => format!("`{name}` 是每个台账都有的版式，不能改名"),
            (Self::Stays(name), Lang::En) => format!("every ledger has the page set-up `{name}`: it keeps its name"),
            (Self::NoLine(key, _), Lang::Zh) => format!("版式里没有 `{key}` 这一项"),
            (Self::NoLine(key, _), Lang::En) => format!("a page set-up has no `{key}`"),
            (Self::BadLine(key, value), Lang::Zh) => format!("{key} 不能是 `{value}`"),
            (Self::BadLine(key, value), Lang::En) => format!("{key} cannot be `{value}`"),
            (Self::NoAnnex(name, _), Lang::Zh) => format!("没有叫 `{name}` 的附件"),
            (Self::NoAnnex(name, _), Lang::En) => format!("no annex is called `{name}`"),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Unknown(_, Some(nearest), _) | Self::NoLine(_, Some(nearest)), Lang::Zh) => {
                format!("是不是 {nearest}？")
            }
            (Self::Unknown(_, Some(nearest), _) | Self::NoLine(_, Some(nearest)), Lang::En) => {
                format!("did you mean {nearest}?")
            }
            (Self::Unknown(_, None, known) | Self::NoAnnex(_, known), Lang::Zh) => {
                format!("现有：{}", known.join(" "))
            }
            (Self::Unknown(_, None, known) | Self::NoAnnex(_, known), Lang::En) => {
                format!("there are: {}", known.join(" "))
            }
            (Self::BadName(_), Lang::Zh) => "名字不含空格、引号、括号和等号，不超过40个字".into(),
            (Self::BadName(_), Lang::En) => "no blanks, quotes, braces or =; 40 characters at most".into(),
            (Self::Taken(_), Lang::Zh) => "换一个名字".into(),
            (Self::Taken(_), Lang::En) => "choose another name".into(),
            (Self::Stays(_), Lang::Zh) => "照它另建一种，再起自己的名字".into(),
            (Self::Stays(_), Lang::En) => "make one like it under a name of your own".into(),
            (Self::NoLine(_, None), Lang::Zh) => "用 taizhang profile 标准 看有哪些项".into(),
            (Self::NoLine(_, None), Lang::En) => "`taizhang profile standard` shows the lines".into(),
            (Self::BadLine(..), Lang::Zh) => "边距写毫米（5—80），行距和字距写磅，其余写是或否、字体名".into(),
            (Self::BadLine(..), Lang::En) => {
                "margins in millimetres (5 to 80), line and tight in points, else yes or no, or the name of a font"
                    .into()
            }
        }
    }
}
