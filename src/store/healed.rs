//! How a damaged journal was healed, in words.

use std::path::PathBuf;

use super::notice::some_of;
use crate::lang::Lang;

/// How a damaged journal was healed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Healed {
    /// How many lines a backup gave back.
    pub from_backup: u64,
    /// How many lines are gone; what they made is there as far as database and later lines know.
    pub lost: u64,
    /// The records that the lines that are gone changed.
    pub items: Vec<String>,
    /// Neither database nor cache knew what the lines made: other records may be as they were before.
    pub unsure: bool,
    /// Where the damaged files are.
    pub asides: Vec<PathBuf>,
}

impl Healed {
    pub(super) fn text_zh(&self) -> String {
        let kept = self.kept("；坏文件留在 ", "、");
        let backup = if self.from_backup > 0 {
            format!("，用备份补回{}次改动", self.from_backup)
        } else {
            String::new()
        };
        match self.lost {
            0 => format!("日志有损坏，已修好{backup}，没有丢失{kept}"),
            lost if self.unsure => {
                let items = if self.items.is_empty() { "无".into() } else { some_of(&self.items, Lang::Zh) };
                format!("日志有损坏，已修好{backup}；有{lost}次改动读不出，也没有别处可补，能认出的是：{items}{kept}")
            }
            lost if self.items.is_empty() => {
                format!("日志有损坏，已修好{backup}；有{lost}次改动的经过已不可考，内容没有缺少{kept}")
            }
            lost => {
                let items = some_of(&self.items, Lang::Zh);
                format!("日志有损坏，已修好{backup}；有{lost}次改动的经过已不可考，改成的样子已补回：{items}{kept}")
            }
        }
    }

    pub(super) fn text_en(&self) -> String {
        let kept = self.kept("; the damaged file is ", ", ");
        let backup = match self.from_backup {
            0 => String::new(),
            n => format!(", {n} changes from a backup"),
        };
        match self.lost {
            0 => format!("the journal was damaged and was healed{backup}; nothing is lost{kept}"),
            lost if self.unsure => {
                let items = if self.items.is_empty() { "none".into() } else { some_of(&self.items, Lang::En) };
                format!(
                    "the journal was damaged and was healed{backup}; {lost} changes cannot be read and nothing else has \
                     them; the records that could be made out: {items}{kept}"
                )
            }
            lost => {
                let items = if self.items.is_empty() { "no record".into() } else { some_of(&self.items, Lang::En) };
                format!(
                    "the journal was damaged and was healed{backup}; how {lost} changes went is gone, what they left \
                     is there: {items}{kept}"
                )
            }
        }
    }

    /// Where the damaged files are; nothing when none was kept.
    fn kept(&self, begin: &str, between: &str) -> String {
        let all: Vec<String> = self.asides.iter().map(|path| path.display().to_string()).collect();
        if all.is_empty() { String::new() } else { format!("{begin}{}", all.join(between)) }
    }
}
