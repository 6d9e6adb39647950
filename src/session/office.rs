//! The settings that the program itself knows: who is typing, where files go, who signs.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::{Keeper, PROFILE, Session};
use crate::id::IndicatorId;
use crate::lang::Lang;
use crate::model::Ledger;
use crate::query::{self, Figure};
use crate::report;

/// The setting that holds the name of who is typing.
pub const CLERK: &str = "clerk";
/// The setting that holds the folder reports are written to.
pub const FOLDER: &str = "folder";

/// The setting that holds the folder backups are copied to.
pub const BACKUPS: &str = "backups";

/// The setting that holds the number under which the office answers questions.
pub const PHONE: &str = "phone";

/// A setting of the program itself, its id and its name.
type Own = (&'static str, fn(Lang) -> &'static str);

/// The settings that no template declares.
pub(super) const OWN: [Own; 5] = [
    (CLERK, Lang::settings_clerk),
    (PHONE, Lang::settings_phone),
    (FOLDER, Lang::settings_folder),
    (PROFILE, Lang::settings_profile),
    (BACKUPS, Lang::settings_backups),
];

/// What the command line calls a setting: the program's own are ids in English, and named in Chinese.
pub fn setting_name(id: &str, lang: Lang) -> &str {
    match OWN.iter().find(|(own, _)| *own == id) {
        Some((_, name)) if lang == Lang::Zh => name(lang),
        _ => id,
    }
}

/// How the folder reports are written to stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderStanding {
    /// It is there.
    There,
    /// It lies at home, and the first report makes it.
    ToBeMade,
    /// It is elsewhere and not there, such as a stick that is not plugged in; no report makes it.
    Missing,
}

/// Who is typing; empty until someone said so.
pub(super) fn clerk(ledger: &Ledger) -> String {
    ledger.settings.get(CLERK).map(|value| value.0.clone()).unwrap_or_default()
}

impl Session {
    /// What a setting is set to, or its default in the template.
    pub fn setting(&self, id: &str) -> Option<Cow<'_, str>> {
        let set = self.ledger.settings.get(id).map(|value| Cow::from(value.0.as_str()));
        set.or_else(|| report::setting_text(&self.ledger, self.year, id).map(Cow::from))
    }

    /// What a figure set by hand rests on (定数的依据); none: it is computed.
    pub fn basis(&self, id: &IndicatorId) -> Option<&str> {
        query::basis(&self.ledger, self.year, self.template().indicator(id)?)
    }

    /// A figure's value as the board shows it: its own format and unit; `**` when there is none.
    pub fn figure_text(&self, id: &IndicatorId) -> String {
        self.text_of_figure(id, self.figures().get(id))
    }

    /// The same of a figure that was taken of any window.
    pub fn text_of_figure(&self, id: &IndicatorId, figure: Option<&Figure>) -> String {
        let value = figure.and_then(|figure| figure.value.as_ref());
        let indicator = self.template().indicator(id);
        indicator.map_or_else(String::new, |indicator| report::figure_text(indicator, value, self.year))
    }

    /// Who is typing; empty until someone said so.
    pub fn clerk(&self) -> String {
        clerk(&self.ledger)
    }

    /// The folder reports are written to: the one set, below the home directory unless it is absolute, else the desktop
    /// or the documents of whoever is logged in.
    pub fn folder(&self) -> PathBuf {
        let home = std::env::home_dir().unwrap_or_default();
        self.setting(FOLDER).map_or_else(super::default_folder, |folder| below(&home, &folder))
    }

    /// The second folder for backups, if one is set.
    pub(super) fn second_folder(&self) -> Option<PathBuf> {
        let set = self.setting(BACKUPS).filter(|folder| !folder.trim().is_empty())?;
        Some(below(&std::env::home_dir().unwrap_or_default(), set.trim()))
    }

    /// Tells the store where backups go besides the ledger's own directory.
    pub(super) fn choose_backups(&mut self) {
        let folder = self.second_folder();
        if let Keeper::Store(store) = &mut self.keeper {
            store.back_up_also_to(folder.as_deref());
        }
    }

    /// How the folder stands: only below the home directory one is made that is not there.
    pub fn folder_standing(&self) -> FolderStanding {
        standing(&std::env::home_dir().unwrap_or_default(), &self.folder())
    }
}

/// How `folder` stands.
fn standing(home: &Path, folder: &Path) -> FolderStanding {
    let is_plain = folder.components().all(|part| part != Component::ParentDir);
    if folder.is_dir() {
        FolderStanding::There
    } else if is_plain && home.is_dir() && folder.starts_with(home) {
        FolderStanding::ToBeMade
    } else {
        FolderStanding::Missing
    }
}

/// `folder` as a shell would read it at home.
pub(super) fn below(home: &Path, folder: &str) -> PathBuf {
    match folder.strip_prefix('~') {
        Some("") => home.to_path_buf(),
        Some(rest) if rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => home.join(folder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lies_below_the_home_directory_unless_it_is_absolute() {
        let at = |folder: &str| below(Path::new("/home/li"), folder).display().to_string();
        assert_eq!(at("/srv/报告"), "/srv/报告");
        assert_eq!(
            (at("报告"), at("~/报告"), at("~")),
            ("/home/li/报告".into(), "/home/li/报告".into(), "/home/li".into())
        );
        assert_eq!(at("~li/报告"), "/home/li/~li/报告", "other people's homes are not looked up");
    }

    #[test]
    fn a_folder_is_made_only_at_home() {
        let dir = tempfile::tempdir().expect("a directory");
        let home = dir.path().join("li");
        std::fs::create_dir(&home).expect("made");
        let at = |folder: &str| standing(&home, &home.join(folder));
        assert_eq!((at(""), at("报告"), at("甲/乙")), {
            use FolderStanding::{There, ToBeMade};
            (There, ToBeMade, ToBeMade)
        });
        for elsewhere in ["../王", "/没有的盘/报告"] {
            assert_eq!(at(elsewhere), FolderStanding::Missing, "{elsewhere}");
        }
        assert_eq!(standing(&dir.path().join("zhao"), &dir.path().join("zhao/报告")), FolderStanding::Missing);
    }

    #[test]
    fn the_programs_own_settings_have_a_name_beside_their_id() {
        assert_eq!((setting_name(CLERK, Lang::Zh), setting_name(FOLDER, Lang::Zh)), ("录入人", "文件夹"));
        assert_eq!((setting_name(CLERK, Lang::En), setting_name("区", Lang::Zh)), ("clerk", "区"));
    }
}
