//! Why the outline cannot be changed so: what stands in the way, and what to do instead.

use super::super::SessionError;
use crate::lang::Lang;

/// Why an act on the outline could not be done; nothing was changed.
#[derive(Debug)]
pub enum OutlineError {
    /// The passage is gone.
    Gone,
    /// Nothing was typed.
    NoWords,
    /// There is none ahead or behind to change places with.
    AtEnd,
    /// The title stays first.
    TitleFirst,
    /// Nothing hangs under the title.
    UnderTitle,
    /// There is none ahead on its level to go under.
    NoneAhead,
    /// It lies on the highest level.
    OnTop,
    /// It cannot go under itself.
    UnderItself,
    /// Nothing is numbered on more than four levels.
    TooDeep,
    /// The passage, called so, must stay where it is.
    Fixed(String),
    /// The passage, called so, is a heading and always begins a paragraph.
    Heading(String),
    /// Something hangs on the passage, called so, and there is none above to take it.
    Homeless(String),
    /// The year has no such matter.
    NoMatter,
    /// The matter, called so, has its home there.
    AtHome(String),
    /// There is no year after this one.
    NoYearAfter,
    /// No point was chosen.
    NoneChosen,
    /// The plan has no such point.
    NoPoint,
    /// The point, called so, was taken over already.
    Taken(String),
    /// The session failed.
    Session(SessionError),
}

impl OutlineError {
    /// Says what is wrong and where.
    pub fn text(&self, lang: Lang) -> String {
        let plain = match (self, lang) {
            (Self::Session(error), _) => return error.text(lang),
            (Self::Fixed(name), Lang::Zh) => return format!("“{name}”是固定的，不能删去或移到别处"),
            (Self::Fixed(name), Lang::En) => return format!("“{name}” is fixed; it cannot be deleted or moved away"),
            (Self::Heading(name), Lang::Zh) => return format!("“{name}”是标题，总是另起一段"),
            (Self::Heading(name), Lang::En) => return format!("“{name}” is a heading; it always begins a paragraph"),
            (Self::Homeless(name), Lang::Zh) => {
                return format!("“{name}”上挂着事项或条目，它没有上一级可以接过去");
            }
            (Self::Homeless(name), Lang::En) => {
                return format!("matters or items hang on “{name}”, and there is none above to take them");
            }
            (Self::AtHome(name), Lang::Zh) => return format!("“{name}”的归处就是这一段，一个事项总要有归处"),
            (Self::AtHome(name), Lang::En) => return format!("“{name}” has its home here, and a matter must have one"),
            (Self::Taken(title), Lang::Zh) => return format!("“{title}”已经转入明年，不会再转一次"),
            (Self::Taken(title), Lang::En) => return format!("“{title}” was taken over already"),
            (Self::Gone, Lang::Zh) => "这一段已经不在了",
            (Self::Gone, Lang::En) => "that passage is gone",
            (Self::NoWords, Lang::Zh) => "没有打字，没有添",
            (Self::NoWords, Lang::En) => "nothing was typed, nothing added",
            (Self::AtEnd, Lang::Zh) => "到头了",
            (Self::AtEnd, Lang::En) => "no further on this level",
            (Self::TitleFirst, Lang::Zh) => "大标题总在最前",
            (Self::TitleFirst, Lang::En) => "the title stays first",
            (Self::UnderTitle, Lang::Zh) => "大标题下面不放段落",
            (Self::UnderTitle, Lang::En) => "nothing hangs under the title",
            (Self::NoneAhead, Lang::Zh) => "前面没有同级的段落，降不下去",
            (Self::NoneAhead, Lang::En) => "there is none ahead on this level to go under",
            (Self::OnTop, Lang::Zh) => "已经是最上一级",
            (Self::OnTop, Lang::En) => "it lies on the highest level",
            (Self::UnderItself, Lang::Zh) => "不能移到它自己下面",
            (Self::UnderItself, Lang::En) => "it cannot go under itself",
            (Self::TooDeep, Lang::Zh) => "公文最多四级：一、（一）1.（1），再深没有序号",
            (Self::TooDeep, Lang::En) => {
                "official documents have four levels: 一、（一）1.（1）; none is numbered deeper"
            }
            (Self::NoMatter, Lang::Zh) => "那一年没有这个事项",
            (Self::NoMatter, Lang::En) => "that year has no such matter",
            (Self::NoYearAfter, Lang::Zh) => "台账只到2100年",
            (Self::NoYearAfter, Lang::En) => "ledgers end with 2100",
            (Self::NoneChosen, Lang::Zh) => "没有选要转的",
            (Self::NoneChosen, Lang::En) => "none was chosen",
            (Self::NoPoint, Lang::Zh) => "计划里已经没有这一条",
            (Self::NoPoint, Lang::En) => "the plan has that point no longer",
        };
        plain.into()
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        let plain = match (self, lang) {
            (Self::Session(error), _) => return error.hint(lang),
            (Self::Fixed(_), Lang::Zh) => "文字可以改，下面的段落可以移",
            (Self::Fixed(_), Lang::En) => "its words can be edited, and what hangs under it moved",
            (Self::Homeless(_), Lang::Zh) => "先把它们移到别的段落",
            (Self::Homeless(_), Lang::En) => "move them to another passage first",
            (Self::AtHome(_), Lang::Zh) => "到另一段，把它归到那里",
            (Self::AtHome(_), Lang::En) => "go to another passage and make that its home",
            (Self::TooDeep, Lang::Zh) => "先把它或上面的升一级",
            (Self::TooDeep, Lang::En) => "move it or the one above a level up first",
            (Self::AtEnd, Lang::Zh) => "要到别的段落下面，用 F4 移到…",
            (Self::AtEnd, Lang::En) => "F4 moves it under another one",
            (Self::NoMatter, Lang::Zh) => "另选一个事项",
            (Self::NoMatter, Lang::En) => "choose another one",
            _ => "",
        };
        plain.into()
    }
}

impl From<SessionError> for OutlineError {
    fn from(error: SessionError) -> Self {
        Self::Session(error)
    }
}
