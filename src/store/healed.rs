//! How a damaged journal was healed, in words: what was damaged, what is there again, what is not, and where the old is.

use std::path::PathBuf;

use super::notice::some_of;
use crate::lang::Lang;

/// How a damaged journal was healed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Healed {
    /// How many lines a backup gave back.
    pub from_backup: u64,
    /// How many lines one byte had damaged, which the checksum put right.
    pub corrected: u64,
    /// How many lines are gone; what they made is there as far as it is known.
    pub lost: u64,
    /// The records that the lines that are gone changed.
    pub items: Vec<String>,
    /// How many of these the database or the cache knew: what they made is there whole.
    pub known: u64,
    /// Neither database nor cache knew what the lines made: other records may be as they were before.
    pub unsure: bool,
    /// What could not be read of them, by name so far as that can be made out.
    pub unread: Vec<String>,
    /// The records of changes that somebody else wrote, and that were added at the end.
    pub joined: Vec<String>,
    /// The records of changes that somebody else wrote, and that fit nowhere.
    pub apart: Vec<String>,
    /// Where the damaged files are, and the changes that fit nowhere.
    pub asides: Vec<PathBuf>,
}

impl Healed {
    /// Whether all that was confirmed is in the ledger.
    pub(super) fn is_all_there(&self) -> bool {
        self.lost == 0 && self.apart.is_empty()
    }

    /// Says it.
    pub(super) fn text(&self, lang: Lang) -> String {
        let (begin, whole, between) = match lang {
            Lang::Zh => ("日志有损坏，已修好", "没有丢失", "；"),
            Lang::En => ("the journal was damaged and was healed", "nothing is lost", "; "),
        };
        let parts = [
            self.text_of_backup(lang),
            self.text_of_corrected(lang),
            self.text_of_known(lang),
            self.text_of_lost(lang),
            self.text_of_unread(lang),
            self.text_of_joined(lang),
            self.text_of_apart(lang),
            self.is_all_there().then(|| whole.to_owned()),
            self.text_of_files(lang),
        ];
        std::iter::once(begin.to_owned()).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(between)
    }

    fn text_of_backup(&self, lang: Lang) -> Option<String> {
        let n = self.from_backup;
        (n > 0).then(|| match lang {
            Lang::Zh => format!("用备份补回{n}次改动"),
            Lang::En => format!("a backup gave back {n} changes"),
        })
    }

    fn text_of_corrected(&self, lang: Lang) -> Option<String> {
        let n = self.corrected;
        (n > 0).then(|| match lang {
            Lang::Zh => format!("有{n}次改动各错了一个字节，已按校验码改正"),
            Lang::En => format!("{n} changes had one wrong byte each, which the checksum put right"),
        })
    }

    /// Of lines that are gone, some of them for good, those that are not.
    fn text_of_known(&self, lang: Lang) -> Option<String> {
        let n = self.known;
        (self.unsure && n > 0).then(|| match lang {
            Lang::Zh => format!("有{n}次改动的经过已不可考，内容没有缺少"),
            Lang::En => format!("how {n} changes went is gone, what they left is there"),
        })
    }

    fn text_of_lost(&self, lang: Lang) -> Option<String> {
        let n = if self.unsure { self.lost - self.known } else { self.lost };
        let items = || some_of(&self.items, lang);
        (n > 0).then(|| match (lang, self.unsure, self.items.is_empty()) {
            (Lang::Zh, true, true) => format!("有{n}次改动读不出，别处也没有，补不回来"),
            (Lang::Zh, true, false) => {
                format!("有{n}次改动读不全，别处也没有：能读出的已补上，但无从核验（{}）", items())
            }
            (Lang::Zh, false, true) => format!("有{n}次改动的经过已不可考，内容没有缺少"),
            (Lang::Zh, false, false) => format!("有{n}次改动的经过已不可考，改成的样子已补回（{}）", items()),
            (Lang::En, true, true) => format!("{n} changes cannot be read, nothing else has them, and they are lost"),
            (Lang::En, true, false) => format!(
                "{n} changes cannot be read whole and nothing else has them: what can be read was put back, unverified ({})",
                items()
            ),
            (Lang::En, false, true) => format!("how {n} changes went is gone, no record lacks anything"),
            (Lang::En, false, false) => format!("how {n} changes went is gone, what they left is there ({})", items()),
        })
    }

    fn text_of_unread(&self, lang: Lang) -> Option<String> {
        let items = some_of(&self.unread, lang);
        (!self.unread.is_empty()).then(|| match lang {
            Lang::Zh => format!("其中读不出的是：{items}"),
            Lang::En => format!("what cannot be read: {items}"),
        })
    }

    fn text_of_joined(&self, lang: Lang) -> Option<String> {
        let items = some_of(&self.joined, lang);
        (!self.joined.is_empty()).then(|| match lang {
            Lang::Zh => format!("另一处写入的改动已接在末尾：{items}"),
            Lang::En => format!("changes that somebody else wrote were added at the end: {items}"),
        })
    }

    fn text_of_apart(&self, lang: Lang) -> Option<String> {
        let items = some_of(&self.apart, lang);
        (!self.apart.is_empty()).then(|| match lang {
            Lang::Zh => format!("另一处写入的改动与现有内容冲突，没有并入，已原样另存：{items}"),
            Lang::En => {
                format!("changes that somebody else wrote contradict what is there; they were kept apart: {items}")
            }
        })
    }

    /// Where the old files are; nothing when none was kept.
    fn text_of_files(&self, lang: Lang) -> Option<String> {
        let all: Vec<String> = self.asides.iter().map(|path| path.display().to_string()).collect();
        (!all.is_empty()).then(|| match lang {
            Lang::Zh => format!("原来的内容留在 {}", all.join("、")),
            Lang::En => format!("what was there is kept in {}", all.join(", ")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_database_gave_back_is_not_counted_among_what_nothing_else_has() {
        let healed = Healed { lost: 5, known: 3, unsure: true, ..Healed::default() };
        let said = healed.text(Lang::Zh);
        assert!(said.contains("有3次改动的经过已不可考") && said.contains("有2次改动读不出，别处也没有"), "{said}");
        let said = healed.text(Lang::En);
        assert!(said.contains("how 3 changes went") && said.contains("2 changes cannot be read"), "{said}");
    }
}
