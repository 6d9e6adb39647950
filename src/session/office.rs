//! The settings that the program itself knows: who is typing, where files go, who signs.

use std::path::{Path, PathBuf};

use super::Session;
use crate::id::IndicatorId;
use crate::model::Ledger;
use crate::report;

/// The setting that holds the name of who is typing.
pub const CLERK: &str = "clerk";
/// The setting that holds the folder reports are written to.
pub const FOLDER: &str = "folder";

/// Who is typing; empty until someone said so.
pub(super) fn clerk(ledger: &Ledger) -> String {
    ledger.settings.get(CLERK).map(|value| value.0.clone()).unwrap_or_default()
}

impl Session {
    /// What a setting is set to, or its default in the template.
    pub fn setting(&self, id: &str) -> Option<&str> {
        let set = self.ledger.settings.get(id).map(|value| value.0.as_str());
        let default = || self.template().settings.iter().find(|one| one.id.as_str() == id)?.default.as_deref();
        set.or_else(default)
    }

    /// A figure's value as the board shows it: its own format and unit; `**` when there is none.
    pub fn figure_text(&self, id: &IndicatorId) -> String {
        let value = self.figures().get(id).and_then(|figure| figure.value.as_ref());
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
        self.setting(FOLDER).map_or_else(super::default_folder, |folder| below(&home, folder))
    }
}

/// `folder` as a shell would read it at home.
fn below(home: &Path, folder: &str) -> PathBuf {
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
}
