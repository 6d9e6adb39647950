//! Why a file system refuses, in words: never the system's own.

use std::io;

use crate::lang::Lang;

/// Number of the error of a disk that fails; it has no kind of its own.
const EIO: i32 = 5;
/// Numbers of the errors of too many open files: of the whole machine, and of this program.
const ENFILE: i32 = 23;
const EMFILE: i32 = 24;

/// Why a file system refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No space left.
    Full,
    /// No permission.
    Forbidden,
    /// The file system is read-only.
    ReadOnly,
    /// Something else stands in the way.
    InTheWay,
    /// The file or directory is gone.
    Missing,
    /// There is no answer.
    Silent,
    /// The disk reads or writes badly.
    Failing,
    /// The system takes no such name or act.
    Invalid,
    /// Another program works there, or it is where a disk is mounted.
    Busy,
    /// A file stands where the path has a directory.
    NotDirectory,
    /// A directory stands where a file is needed.
    IsDirectory,
    /// The name is too long.
    LongName,
    /// Too many files are open.
    ManyOpen,
    /// Another error of the system, by its number.
    System(i32),
    /// What somebody else says.
    Other(String),
}

impl Trouble {
    /// What an error of the file system comes to.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.raw_os_error() {
            Some(EIO) => return Self::Failing,
            Some(ENFILE | EMFILE) => return Self::ManyOpen,
            _ => {}
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::PermissionDenied => Self::Forbidden,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::AlreadyExists => Self::InTheWay,
            Kind::NotADirectory => Self::NotDirectory,
            Kind::IsADirectory => Self::IsDirectory,
            Kind::InvalidFilename => Self::LongName,
            Kind::ResourceBusy | Kind::ExecutableFileBusy => Self::Busy,
            Kind::NotFound => Self::Missing,
            kind => match error.raw_os_error() {
                Some(_) if kind == Kind::InvalidInput => Self::Invalid,
                Some(number) => Self::System(number),
                None => Self::Other(error.to_string()),
            },
        }
    }

    /// Says why.
    pub fn text(&self, lang: Lang) -> String {
        let text = match (self, lang) {
            (Self::Full, Lang::Zh) => "磁盘已满",
            (Self::Full, Lang::En) => "the disk is full",
            (Self::Forbidden, Lang::Zh) => "没有读写权限",
            (Self::Forbidden, Lang::En) => "no permission",
            (Self::ReadOnly, Lang::Zh) => "磁盘是只读的",
            (Self::ReadOnly, Lang::En) => "the disk is read-only",
            (Self::InTheWay, Lang::Zh) => "同名的文件或目录挡在那里",
            (Self::InTheWay, Lang::En) => "a file or directory of that name is in the way",
            (Self::Missing, Lang::Zh) => "文件或目录不见了",
            (Self::Missing, Lang::En) => "the file or directory is gone",
            (Self::Silent, Lang::Zh) => "磁盘没有应答",
            (Self::Silent, Lang::En) => "the disk does not answer",
            (Self::Failing, Lang::Zh) => "磁盘读写出错",
            (Self::Failing, Lang::En) => "the disk failed to read or write",
            (Self::Invalid, Lang::Zh) => "系统不接受这样的名字或操作",
            (Self::Invalid, Lang::En) => "the system takes no such name or act",
            (Self::Busy, Lang::Zh) => "文件或目录正被占用",
            (Self::Busy, Lang::En) => "the file or directory is in use",
            (Self::NotDirectory, Lang::Zh) => "路径里有一段是文件，不是目录",
            (Self::NotDirectory, Lang::En) => "a part of the path is a file, not a directory",
            (Self::IsDirectory, Lang::Zh) => "这是目录，不是文件",
            (Self::IsDirectory, Lang::En) => "this is a directory, not a file",
            (Self::LongName, Lang::Zh) => "文件名或路径太长",
            (Self::LongName, Lang::En) => "the name or path is too long",
            (Self::ManyOpen, Lang::Zh) => "打开的文件太多",
            (Self::ManyOpen, Lang::En) => "too many files are open",
            (Self::System(number), Lang::Zh) => return format!("系统错误 {number}"),
            (Self::System(number), Lang::En) => return format!("system error {number}"),
            (Self::Other(said), Lang::Zh) => return format!("系统报告“{said}”"),
            (Self::Other(said), Lang::En) => return format!("the system says \"{said}\""),
        };
        text.into()
    }

    pub(super) const fn hint(&self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Full, Lang::Zh) => "腾出一些空间，再做一次",
            (Self::Full, Lang::En) => "free some space, then do it again",
            (Self::Forbidden, Lang::Zh) => "请目录的主人或管理员给予读写权限，或用 --data 另选目录",
            (Self::Forbidden, Lang::En) => "have its owner grant you access, or choose another directory with --data",
            (Self::ReadOnly, Lang::Zh) => "换一个可写的磁盘，或取消写保护后再做一次",
            (Self::ReadOnly, Lang::En) => "use a disk that can be written, or lift its write protection",
            (Self::InTheWay, Lang::Zh) => "把它移开或改名，再做一次",
            (Self::InTheWay, Lang::En) => "move or rename it, then do it again",
            (Self::Missing, Lang::Zh) => "检查磁盘或U盘是否还连着，目录是否被移走",
            (Self::Missing, Lang::En) => "check that the disk is still connected and the directory was not moved",
            (Self::Invalid | Self::LongName, Lang::Zh) => "换一个普通而短的名字再做一次",
            (Self::Invalid | Self::LongName, Lang::En) => "take a plain, short name and do it again",
            (Self::Busy, Lang::Zh) => "退出占用它的程序；若正在这个目录里工作，先到目录外面，再用 --data 写明它",
            (Self::Busy, Lang::En) => {
                "leave the program that uses it; if you work inside this directory, go outside and name it with --data"
            }
            (Self::NotDirectory | Self::IsDirectory, Lang::Zh) => "检查路径是否写对，或把挡着的移开",
            (Self::NotDirectory | Self::IsDirectory, Lang::En) => "check the path, or move what is in the way",
            (Self::ManyOpen, Lang::Zh) => "关掉一些程序，再做一次",
            (Self::ManyOpen, Lang::En) => "close some programs, then do it again",
            (Self::Failing | Self::System(_) | Self::Other(_) | Self::Silent, Lang::Zh) => {
                "检查磁盘后再做一次；若仍不行，请复制台账目录留底"
            }
            (Self::Failing | Self::System(_) | Self::Other(_) | Self::Silent, Lang::En) => {
                "check the disk and do it again; if it persists, copy the ledger directory"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_the_system_is_told_in_the_users_language() {
        for (number, told) in [
            (5, "磁盘读写出错"),
            (22, "系统不接受这样的名字或操作"),
            (16, "文件或目录正被占用"),
            (30, "磁盘是只读的"),
            (20, "路径里有一段是文件，不是目录"),
            (21, "这是目录，不是文件"),
            (36, "文件名或路径太长"),
            (23, "打开的文件太多"),
            (24, "打开的文件太多"),
            (28, "磁盘已满"),
            (71, "系统错误 71"),
        ] {
            assert_eq!(Trouble::of(&io::Error::from_raw_os_error(number)).text(Lang::Zh), told);
        }
        for number in 1..134 {
            let trouble = Trouble::of(&io::Error::from_raw_os_error(number));
            let said = format!("{}{}", trouble.text(Lang::Zh), trouble.hint(Lang::Zh)).replace("--data", "");
            assert!(!said.chars().any(|c| c.is_ascii_alphabetic() && c != 'U'), "{number}: {said}");
        }
    }
}
