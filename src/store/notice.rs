//! What the user should know though all is well.

use std::path::PathBuf;

use super::Seq;
use super::error::{StoreError, Trouble};
use super::healed::Healed;
use super::step::Step;
use crate::lang::Lang;

/// So many names are told at most.
const MOST_NAMES: usize = 5;

/// Something the user should know though all is well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The last line of the journal was never finished, hence never confirmed; it was cut off and kept.
    Torn {
        /// Where it is kept.
        aside: PathBuf,
    },
    /// The database was missing or damaged and was built anew from the journal.
    Rebuilt {
        /// Where the old one is, when there was one.
        aside: Option<PathBuf>,
    },
    /// The database was of an older form and was built anew; here the old one stays until the next backup.
    Renewed(PathBuf),
    /// The database was of another branch of the ledger and was not used; one was built of the journal.
    Foreign {
        /// Where it is.
        aside: PathBuf,
        /// The records in which it differs, so far as they were compared.
        items: Vec<String>,
    },
    /// The database cannot be used; everything is saved to the journal alone.
    JournalOnly {
        /// Why.
        why: Trouble,
    },
    /// Others could read these files; now they cannot.
    Mended(Vec<PathBuf>),
    /// Others can read this file, and that could not be changed.
    Exposed(PathBuf),
    /// The end of the journal was gone; backups and database gave back what it said.
    EndMended {
        /// The first change that was gone.
        from: Seq,
        /// The records whose single changes are gone: they are as they were last.
        items: Vec<String>,
    },
    /// The journal was damaged in the middle and was healed.
    Healed(Healed),
    /// The disk is full; the change was saved in the room kept for that.
    ReserveUsed,
    /// The disk failed under the journal; the change was saved to a new file.
    NewSegment,
    /// The journal is damaged in the middle; the next opening heals it.
    Hurt(StoreError),
    /// The journal lacks its end, which the database has: nothing can be saved before the next opening mends it.
    Short,
    /// A backup was due and could not be made.
    Unbacked(StoreError),
    /// The file FORMAT was missing or unreadable and was written anew.
    FormatMade {
        /// Where the unreadable one is.
        aside: Option<PathBuf>,
    },
    /// Something was done for the ledger beside opening it.
    Step(Step),
}

impl Notice {
    /// Takes a database that is of another branch for our own, which a healed journal made unfit.
    pub(super) fn own(&mut self) {
        if let Self::Foreign { aside, .. } = self {
            *self = Self::Rebuilt { aside: Some(std::mem::take(aside)) };
        }
    }

    /// Says what was found and done.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.text_zh(),
            Lang::En => self.text_en(),
        }
    }

    /// Says what to do; often nothing.
    pub fn hint(&self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Torn { .. }, Lang::Zh) => "请核对最后一次录入是否在列，不在就再录一次",
            (Self::Torn { .. }, Lang::En) => "check that your last entry is there; if not, type it again",
            (Self::Rebuilt { aside: None }, Lang::Zh) => "可以照常使用",
            (Self::Rebuilt { aside: None }, Lang::En) => "go on as usual",
            (Self::Rebuilt { .. }, Lang::Zh) => "可以照常使用；旧文件核对无误后可以删去",
            (Self::Rebuilt { .. }, Lang::En) => "go on as usual; the old files can be deleted once you are satisfied",
            (Self::Foreign { .. }, Lang::Zh) => {
                "可以照常使用；若那才是要的，请退出，先把整个台账目录复制一份留底，再把它所属的日志一并放回"
            }
            (Self::Foreign { .. }, Lang::En) => {
                "go on as usual; if it is the one you want, leave, copy the whole directory first, and put the journal \
                 that it belongs to back with it"
            }
            (Self::JournalOnly { why: Trouble::Full }, Lang::Zh) => {
                "请先腾出磁盘空间，否则下一次可能存不下；下次打开时自动补齐"
            }
            (Self::JournalOnly { why: Trouble::Full }, Lang::En) => {
                "free some space first, or the next save may find none; the next opening catches up"
            }
            (Self::JournalOnly { .. }, Lang::Zh) => "可以照常使用；请检查磁盘空间和权限，下次打开时自动补齐",
            (Self::JournalOnly { .. }, Lang::En) => {
                "go on as usual; check disk space and permissions, the next opening catches up"
            }
            (Self::Exposed(_), Lang::Zh) => "请文件的主人或管理员收回他人的权限",
            (Self::Exposed(_), Lang::En) => "have its owner take away the others' rights",
            (Self::Hurt(_), Lang::Zh) => "不耽误录入；退出后再打开时自动修复，并说明补回了什么",
            (Self::Hurt(_), Lang::En) => "go on; the next opening heals it and says what it brought back",
            (Self::Short, Lang::Zh) => "请退出后重新打开，会自动补回；正在填写的内容留有草稿",
            (Self::Short, Lang::En) => {
                "leave and open the ledger anew: that mends it; what is being typed is kept as a draft"
            }
            (Self::Unbacked(StoreError::NoSecond(_)), Lang::Zh) => "插上U盘或连上共享，之后会自动补上",
            (Self::Unbacked(StoreError::NoSecond(_)), Lang::En) => "plug it in or connect it, and it is made up for",
            (Self::Unbacked(_), Lang::Zh) => "改动都已保存；请检查磁盘空间，之后会再试",
            (Self::Unbacked(_), Lang::En) => "all changes are saved; check the disk space, it will be tried again",
            (Self::Healed(healed), Lang::Zh) if healed.is_all_there() => "可以照常使用；请检查磁盘",
            (Self::Healed(healed), Lang::En) if healed.is_all_there() => "go on as usual, and have the disk checked",
            (Self::Healed(Healed { lost: 0, .. }), Lang::Zh) => {
                "请核对这些内容，要的照着另存的文件补录；台账只在一处打开"
            }
            (Self::Healed(Healed { lost: 0, .. }), Lang::En) => {
                "check these records, type again what you want of the file, and open a ledger in one place only"
            }
            (Self::Healed(Healed { unsure: true, .. }), Lang::Zh) => {
                "请核对；别处若有备份，可用 taizhang restore 恢复到另一目录来对照"
            }
            (Self::Healed(Healed { unsure: true, .. }), Lang::En) => {
                "check them; if there is a backup elsewhere, taizhang restore --into another directory shows what it has"
            }
            (Self::Healed(_), Lang::Zh) => "请核对这些内容，并检查磁盘",
            (Self::Healed(_), Lang::En) => "check these records, and have the disk checked",
            (Self::EndMended { .. }, Lang::Zh) => "请核对最近录入的内容，并检查磁盘",
            (Self::EndMended { .. }, Lang::En) => "check your latest entries, and have the disk checked",
            (Self::ReserveUsed, Lang::Zh) => "请尽快腾出磁盘空间，否则下一次可能存不下",
            (Self::ReserveUsed, Lang::En) => "free some space soon: the next save may find none",
            (Self::NewSegment, Lang::Zh) => "请做一次备份到别的磁盘，并检查这块磁盘",
            (Self::NewSegment, Lang::En) => "make a backup on another disk, and have this one checked",
            (Self::Mended(_) | Self::Renewed(_) | Self::FormatMade { .. }, Lang::Zh) => "不需要做什么",
            (Self::Mended(_) | Self::Renewed(_) | Self::FormatMade { .. }, Lang::En) => "nothing needs to be done",
            (Self::Step(step), _) => step.hint(lang),
        }
    }

    fn text_zh(&self) -> String {
        match self {
            Self::Torn { aside } => {
                format!("日志最后一行不完整，读不出，已移到 {}；其余都在", aside.display())
            }
            Self::Rebuilt { aside: Some(aside) } => {
                format!("数据库有损坏，或与日志对不上，已照日志重建，日志里的改动都在；旧文件在 {}", aside.display())
            }
            Self::Rebuilt { aside: None } => "数据库不见了，已照日志重建，日志里的改动都在".into(),
            Self::Renewed(old) => {
                format!("台账已备份并换成新的格式；旧数据库留在 {}，下次备份后自动删去", old.display())
            }
            Self::Foreign { aside, items } => {
                let differ = if items.is_empty() {
                    String::new()
                } else {
                    format!("，内容与日志不同的有：{}", some_of(items, Lang::Zh))
                };
                let aside = aside.display();
                format!(
                    "数据库与日志不是一套（属于同一本台账的另一支），没有采用，已照日志重建；它原样留在 {aside}{differ}"
                )
            }
            Self::JournalOnly { why } => {
                format!("数据库暂不可用（{}），改动都保存在日志里", why.text(Lang::Zh))
            }
            Self::Mended(paths) => format!("台账有{}个文件原可被他人读取，已改为只有本人可读", paths.len()),
            Self::Exposed(path) => format!("{} 可被他人读取，无法更改", path.display()),
            Self::Hurt(error) | Self::Unbacked(error) => error.text(Lang::Zh),
            Self::Short => "日志末尾的改动不见了（数据库里还有），暂时不能保存".into(),
            Self::EndMended { from, items } if items.is_empty() => {
                format!("日志从第{from}号改动起不见了，已用备份补齐，没有丢失")
            }
            Self::EndMended { from, items } => {
                format!("日志从第{from}号改动起不见了，内容已用数据库补回：{}", some_of(items, Lang::Zh))
            }
            Self::Healed(healed) => healed.text(Lang::Zh),
            Self::ReserveUsed => "磁盘已满；这次已保存，用的是预留的空间".into(),
            Self::NewSegment => "磁盘写日志时出错；这次已保存，换用了新的日志文件".into(),
            Self::FormatMade { aside: None } => "格式说明文件缺失，已重新写好；数据都在".into(),
            Self::FormatMade { aside: Some(aside) } => {
                format!("格式说明文件读不懂，已重新写好；原来的留在 {}，数据都在", aside.display())
            }
            Self::Step(step) => step.text(Lang::Zh),
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::Torn { aside } => {
                format!(
                    "the last line of the journal is not whole; it was moved to {}, all others are there",
                    aside.display()
                )
            }
            Self::Rebuilt { aside: Some(aside) } => {
                format!(
                    "the database was damaged, or not what the journal says, and was rebuilt from it, with all changes; the old one is {}",
                    aside.display()
                )
            }
            Self::Rebuilt { aside: None } => {
                "the database was missing and was rebuilt from the journal, with all changes in it".into()
            }
            Self::Renewed(old) => {
                let old = old.display();
                format!(
                    "the ledger was backed up and got the present form; the old database stays at {old} until the next backup"
                )
            }
            Self::Foreign { aside, items } => {
                let differ = if items.is_empty() {
                    String::new()
                } else {
                    format!("; it differs in: {}", some_of(items, Lang::En))
                };
                format!(
                    "the database belongs to another branch of the ledger than the journal; it was not used, and one was \
                     built of the journal; it is kept in {}{differ}",
                    aside.display()
                )
            }
            Self::JournalOnly { why } => {
                let why = why.text(Lang::En);
                format!("the database cannot be used ({why}); all changes are saved to the journal")
            }
            Self::Mended(paths) => format!("others could read {} files of the ledger; now they cannot", paths.len()),
            Self::Exposed(path) => format!("others can read {}, and that could not be changed", path.display()),
            Self::Hurt(error) | Self::Unbacked(error) => error.text(Lang::En),
            Self::Short => "the journal lacks its end (the database has it), so nothing can be saved for now".into(),
            Self::EndMended { from, items } if items.is_empty() => {
                format!("the journal lacked the changes from no. {from} on; a backup had them, nothing is lost")
            }
            Self::EndMended { from, items } => {
                let items = some_of(items, Lang::En);
                format!("the journal lacked the changes from no. {from} on; the database had what they left: {items}")
            }
            Self::Healed(healed) => healed.text(Lang::En),
            Self::ReserveUsed => "the disk is full; this was saved, in the room kept for that".into(),
            Self::NewSegment => "the disk failed under the journal; this was saved, to a new file".into(),
            Self::FormatMade { aside: None } => {
                "the file FORMAT was missing and was written anew; all data are there".into()
            }
            Self::FormatMade { aside: Some(aside) } => {
                let aside = aside.display();
                format!(
                    "the file FORMAT made no sense and was written anew; the old one is {aside}, all data are there"
                )
            }
            Self::Step(step) => step.text(Lang::En),
        }
    }
}

/// The first of the names, and how many there are when there are more; `history --json` has them all.
pub(super) fn some_of(items: &[String], lang: Lang) -> String {
    let first = items.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>();
    let count = items.len();
    match lang {
        Lang::Zh if count > MOST_NAMES => format!("{}等{count}条", first.join("、")),
        Lang::Zh => first.join("、"),
        Lang::En if count > MOST_NAMES => format!("{} and others, {count} in all", first.join(", ")),
        Lang::En => first.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_nothing_was_set_aside_no_old_file_is_spoken_of() {
        let healed = |lost, unsure, asides| Healed { lost, unsure, asides, ..Healed::default() };
        for lang in [Lang::Zh, Lang::En] {
            let rebuilt = Notice::Rebuilt { aside: None };
            assert!(!rebuilt.hint(lang).contains("旧文件") && !rebuilt.hint(lang).contains("old files"));
            for (lost, unsure) in [(0, false), (2, false), (2, true)] {
                let text = Notice::Healed(healed(lost, unsure, Vec::new())).text(lang);
                assert!(!text.contains("留在") && !text.contains("kept in"), "{text}");
                let text = Notice::Healed(healed(lost, unsure, vec!["/a/1".into(), "/a/2".into()])).text(lang);
                assert!(text.contains("/a/1") && text.ends_with("/a/2"), "{text}");
            }
        }
    }

    #[test]
    fn of_many_names_the_first_are_told_and_how_many_there_are() {
        let names = |count: usize| (1..=count).map(|n| format!("第{n}条")).collect::<Vec<_>>();
        assert_eq!(some_of(&names(2), Lang::Zh), "第1条、第2条");
        assert!(some_of(&names(40), Lang::Zh).ends_with("第5条等40条"));
        assert!(some_of(&names(40), Lang::En).ends_with("第5条 and others, 40 in all"));
    }
}
