//! The profiles that every ledger has, and those it keeps by name.

use super::{Margins, Profile};
use crate::id::SettingId;
use crate::lang::Lang;
use crate::model::{Ledger, SettingValue};

/// What stands before the name of a profile among the settings.
const KEPT: &str = "profile.";
/// The annexes of a report that is to be checked.
const REVIEW: [&str; 3] = ["figures", "sources", "blanks"];

/// A profile that every ledger has: its name in both languages, and what it says.
type BuiltIn = (&'static str, &'static str, fn() -> Profile);

/// Those that every ledger has, the usual one first.
const BUILT_IN: [BuiltIn; 6] = [
    ("标准", "standard", Profile::default),
    ("严格", "strict", strict),
    ("28磅", "28pt", || Profile { line: 560, ..Profile::default() }),
    ("网格", "grid", || Profile { grid: true, ..Profile::default() }),
    ("核稿", "review", review),
    ("用印", "seal", || Profile { seal: true, highlight: false, ..Profile::default() }),
];

/// GB/T 33476.2: the ink of a page stands 37 to 262 mm below its edge.
fn strict() -> Profile {
    let margins = Margins { top: 1960, bottom: 1847, ..Profile::default().margins };
    Profile { margins, line: 589, ..Profile::default() }
}

fn review() -> Profile {
    let annexes = REVIEW.iter().filter_map(|id| id.parse().ok()).collect();
    Profile { annexes, ..Profile::default() }
}

impl Ledger {
    /// The profile of this name: one that is kept, else one that every ledger has.
    pub fn profile(&self, name: &str) -> Option<Profile> {
        let kept = self.settings.get(format!("{KEPT}{name}").as_str());
        let kept = kept.and_then(|value| serde_json::from_str(&value.0).ok());
        let is_called = |one: &&BuiltIn| one.0 == name || one.1.eq_ignore_ascii_case(name);
        kept.or_else(|| BUILT_IN.iter().find(is_called).map(|one| one.2()))
    }

    /// Whether a profile is kept under this name.
    pub fn keeps_profile(&self, name: &str) -> bool {
        self.settings.contains_key(format!("{KEPT}{name}").as_str())
    }

    /// The names of all profiles, those that every ledger has first.
    pub fn profile_names(&self, lang: Lang) -> Vec<String> {
        let built_in = BUILT_IN.map(|one| if lang == Lang::Zh { one.0 } else { one.1 }.to_owned());
        let kept = self.settings.keys().filter_map(|id| id.as_str().strip_prefix(KEPT));
        let own = kept.filter(|name| !BUILT_IN.iter().any(|one| one.0 == *name || one.1 == *name));
        built_in.into_iter().chain(own.map(str::to_owned)).collect()
    }
}

impl Profile {
    /// Whether every ledger has one of this name.
    pub fn is_built_in(name: &str) -> bool {
        BUILT_IN.iter().any(|one| one.0 == name || one.1.eq_ignore_ascii_case(name))
    }

    /// Where a profile of this name is kept; none: it can be no name.
    pub fn setting(name: &str) -> Option<SettingId> {
        format!("{KEPT}{name}").parse().ok().filter(|_| !name.is_empty() && !name.contains('='))
    }

    /// What is kept.
    pub fn kept(&self) -> SettingValue {
        SettingValue(serde_json::to_string(self).expect("a profile is plain data"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_profile_stands_before_one_that_every_ledger_has() {
        let mut ledger = Ledger::default();
        assert_eq!(ledger.profile("标准"), Some(Profile::default()));
        assert_eq!(ledger.profile("Strict").map(|one| one.lines(crate::document::Orientation::Portrait)), Some(22));
        assert_eq!(ledger.profile("没有"), None);
        let own = Profile { line: 600, ..Profile::default() };
        for name in ["标准", "我的"] {
            ledger.settings.insert(Profile::setting(name).expect("a name"), own.kept());
            assert_eq!(ledger.profile(name).as_ref(), Some(&own));
        }
        assert_eq!(ledger.profile_names(Lang::Zh).len(), BUILT_IN.len() + 1);
        assert_eq!(Profile::setting("a b"), None);
    }
}
