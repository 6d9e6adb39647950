//! Profiles: the one that reports go out in, and changing them by name.

mod error;

use super::Session;
use crate::id::AnnexId;
use crate::lang::Lang;
use crate::model::{Act, Annex, Change, Edit, Profile, ProfileKey, Record, RecordKey, SettingValue, Verb};
use crate::template;
use crate::text::nearest;

pub use error::ProfileError;

/// The setting that holds the name of the profile reports go out in.
pub const PROFILE: &str = "profile";

/// What the annexes of a profile are called where its other lines are changed.
const ANNEXES: [&str; 2] = [Lang::Zh.profile_annexes(), Lang::En.profile_annexes()];
/// What is typed where no annexes are wanted.
const NO_ANNEXES: [&str; 2] = [Lang::Zh.profile_none(), Lang::En.profile_none()];

impl Session {
    /// The profile reports go out in: that of the settings, else the standard.
    pub fn profile(&self) -> Profile {
        let chosen = self.ledger.settings.get(PROFILE).map(|value| value.0.as_str());
        chosen.and_then(|name| self.ledger.profile(name)).unwrap_or_default()
    }

    /// The profile of this name.
    pub fn profile_named(&self, name: &str) -> Result<Profile, ProfileError> {
        let known = || [Lang::Zh, Lang::En].map(|lang| self.ledger.profile_names(lang)).concat();
        let near = || nearest(name, known().iter().map(String::as_str)).map(str::to_owned);
        self.ledger.profile(name).ok_or_else(|| ProfileError::Unknown(name.to_owned(), near(), known()))
    }

    /// The annexes that can go with a report of the year: those its template declares; a year whose template is older
    /// than annexes takes those of the program whose kinds and matters it has.
    pub fn annexes(&self) -> Vec<Annex> {
        let template = self.template();
        if !template.annexes.is_empty() {
            return template.annexes.clone();
        }
        let mut annexes = template::default_template().annexes;
        let fits = |annex: &Annex| annex.kinds.iter().all(|kind| template.kind(kind).is_some());
        annexes.retain(fits);
        annexes
    }

    /// The annexes that a person names, in this order; 无 names none.
    pub fn annexes_named(&self, names: &[&str]) -> Result<Vec<AnnexId>, ProfileError> {
        let annexes = self.annexes();
        let wanted = names.iter().map(|name| name.trim()).filter(|name| !NO_ANNEXES.contains(name) && !name.is_empty());
        let found = wanted.map(|name| {
            let called = annexes.iter().find(|annex| annex.name == name || annex.id.as_str() == name);
            let known = || annexes.iter().map(|annex| annex.name.clone()).collect();
            called.map(|annex| annex.id.clone()).ok_or_else(|| ProfileError::NoAnnex(name.to_owned(), known()))
        });
        found.collect()
    }

    /// The lines of a profile as they are typed.
    pub fn profile_lines(&self, profile: &Profile, lang: Lang) -> Vec<(&'static str, String)> {
        let name = |key: &ProfileKey| if lang == Lang::Zh { key.name(lang) } else { key.id };
        let lines = ProfileKey::ALL.iter().map(|key| (name(key), key.text(profile, lang)));
        let annexes = self.annexes();
        let called = |id: &AnnexId| annexes.iter().find(|annex| annex.id == *id).map(|annex| annex.name.as_str());
        let names: Vec<&str> = profile.annexes.iter().map(|id| called(id).unwrap_or(id.as_str())).collect();
        let names = if names.is_empty() { lang.profile_none().to_owned() } else { names.join(",") };
        lines.chain([(lang.profile_annexes(), names)]).collect()
    }

    /// The change that keeps a profile under a name: as it is, or as `from` is, with these lines changed.
    pub fn change_profile(
        &self,
        name: &str,
        from: Option<&str>,
        lines: &[(&str, &str)],
    ) -> Result<Change, ProfileError> {
        let mut profile = match (from, self.ledger.profile(name)) {
            (Some(from), _) => self.profile_named(from)?,
            (None, known) => known.unwrap_or_default(),
        };
        for (key, typed) in lines {
            self.set_line(&mut profile, key.trim(), typed)?;
        }
        self.keep_profile(name, Some(&profile))
    }

    /// The change that takes a kept profile away; one that every ledger has is again as it was. Reports that went out
    /// in it go out in the standard.
    pub fn remove_profile(&self, name: &str) -> Result<Change, ProfileError> {
        self.profile_named(name)?;
        let mut change = self.keep_profile(name, None)?;
        if !Profile::is_built_in(name) {
            change.edits.extend(self.choose_instead(name, None));
        }
        Ok(change)
    }

    /// The change that gives a kept profile another name; reports that go out in it go on doing so.
    pub fn rename_profile(&self, name: &str, new: &str) -> Result<Change, ProfileError> {
        let profile = self.profile_named(name)?;
        if Profile::is_built_in(name) {
            return Err(ProfileError::Stays(name.to_owned()));
        }
        if self.ledger.profile(new).is_some() {
            return Err(ProfileError::Taken(new.to_owned()));
        }
        let mut change = self.keep_profile(name, None)?;
        change.edits.extend(self.keep_profile(new, Some(&profile))?.edits);
        change.edits.extend(self.choose_instead(name, Some(new)));
        change.act.what = format!("{name} → {new}");
        Ok(change)
    }

    /// The edit that makes reports go out in another profile, if they go out in this one.
    fn choose_instead(&self, name: &str, other: Option<&str>) -> Option<Edit> {
        let key = RecordKey::Setting(PROFILE.parse().expect("a constant id"));
        let old = Some(Record::Setting(SettingValue(name.to_owned())));
        let new = other.map(|other| Record::Setting(SettingValue(other.to_owned())));
        (key.get(&self.ledger) == old).then_some(Edit { key, old, new })
    }

    fn set_line(&self, profile: &mut Profile, key: &str, typed: &str) -> Result<(), ProfileError> {
        if ANNEXES.contains(&key) {
            profile.annexes = self.annexes_named(&typed.split([',', '，', '、']).collect::<Vec<_>>())?;
            return Ok(());
        }
        let names = || ProfileKey::ALL.iter().flat_map(|key| [key.id, key.name(Lang::Zh)]).chain(ANNEXES);
        let near = || nearest(key, names()).map(str::to_owned);
        let line = ProfileKey::called(key).ok_or_else(|| ProfileError::NoLine(key.to_owned(), near()))?;
        let is_set = line.set(profile, typed);
        if is_set { Ok(()) } else { Err(ProfileError::BadLine(key.to_owned(), typed.to_owned())) }
    }

    fn keep_profile(&self, name: &str, profile: Option<&Profile>) -> Result<Change, ProfileError> {
        let bad = || ProfileError::BadName(name.to_owned());
        let key = RecordKey::Setting(Profile::setting(name).ok_or_else(bad)?);
        let (old, new) = (key.get(&self.ledger), profile.map(|profile| Record::Setting(profile.kept())));
        let edits = if old == new { Vec::new() } else { vec![Edit { key, old, new }] };
        Ok(Change { act: Act { verb: Verb::Set, what: name.to_owned() }, edits })
    }
}

#[cfg(test)]
mod tests {
    use super::super::SessionError;
    use super::super::bench::Bench;
    use super::*;

    fn keep(bench: &mut Bench, name: &str, lines: &[(&str, &str)]) -> Result<(), SessionError> {
        let change = bench.session.change_profile(name, None, lines)?;
        bench.session.apply(&change).map(drop)
    }

    #[test]
    fn a_profile_is_kept_by_name_and_undone_like_everything_else() {
        let mut bench = Bench::sample();
        let before = bench.session.ledger().clone();
        keep(&mut bench, "我的", &[("行距", "28"), ("附件", "核对表，来源")]).expect("kept");
        let own = bench.session.profile_named("我的").expect("it is there");
        assert_eq!((own.line, own.annexes.len()), (560, 2));
        bench.set(&[("版式", "我的")]).expect("chosen");
        assert_eq!(bench.session.profile(), own);
        for _ in 0..2 {
            bench.session.undo().expect("undone");
        }
        assert_eq!(*bench.session.ledger(), before);
        assert_eq!(bench.session.profile(), Profile::default());
    }

    #[test]
    fn a_wrong_line_or_name_changes_nothing_and_is_told() {
        let mut bench = Bench::sample();
        let wrong = |bench: &mut Bench, lines: &[(&str, &str)]| match keep(bench, "我的", lines) {
            Err(SessionError::Profile(error)) => error,
            other => panic!("{other:?}"),
        };
        assert!(matches!(wrong(&mut bench, &[("行距", "宽")]), ProfileError::BadLine(..)));
        assert!(matches!(wrong(&mut bench, &[("行据", "28")]), ProfileError::NoLine(_, Some(near)) if near == "行距"));
        assert!(matches!(wrong(&mut bench, &[("附件", "没有")]), ProfileError::NoAnnex(..)));
        assert!(matches!(bench.set(&[("版式", "没有")]), Err(SessionError::Profile(ProfileError::Unknown(..)))));
        assert!(matches!(bench.session.change_profile("a b", None, &[]), Err(ProfileError::BadName(_))));
        assert!(bench.session.profile_named("我的").is_err());
    }

    #[test]
    fn a_profile_gets_another_name_and_reports_go_on_in_it() {
        let mut bench = Bench::sample();
        keep(&mut bench, "我的", &[("行距", "28")]).expect("kept");
        bench.set(&[("版式", "我的")]).expect("chosen");
        let before = bench.session.ledger().clone();
        let change = bench.session.rename_profile("我的", "区里的").expect("it fits");
        bench.session.apply(&change).expect("saved");
        assert_eq!((bench.session.profile().line, bench.session.setting(PROFILE).as_deref()), (560, Some("区里的")));
        assert!(bench.session.profile_named("我的").is_err());
        bench.session.undo().expect("undone");
        assert_eq!(*bench.session.ledger(), before);
        let wrong = |old, new| bench.session.rename_profile(old, new).expect_err("wrong");
        assert_eq!(wrong("标准", "我们的"), ProfileError::Stays("标准".into()));
        assert_eq!(wrong("我的", "严格"), ProfileError::Taken("严格".into()));
        assert_eq!(wrong("我的", "a b"), ProfileError::BadName("a b".into()));
        assert!(matches!(wrong("没有", "有"), ProfileError::Unknown(..)));
    }

    #[test]
    fn a_profile_that_is_taken_away_is_no_longer_chosen() {
        let mut bench = Bench::sample();
        keep(&mut bench, "我的", &[("行距", "28")]).expect("kept");
        bench.set(&[("版式", "我的")]).expect("chosen");
        let before = bench.session.ledger().clone();
        let change = bench.session.remove_profile("我的").expect("it is there");
        bench.session.apply(&change).expect("saved");
        assert_eq!((bench.session.profile(), bench.session.setting(PROFILE)), (Profile::default(), None));
        bench.session.undo().expect("undone");
        assert_eq!(*bench.session.ledger(), before);
    }

    #[test]
    fn a_year_older_than_annexes_takes_those_that_fit_it() {
        let bench = Bench::sample();
        assert_eq!(bench.session.annexes(), bench.session.template().annexes);
        assert!(bench.session.annexes().len() >= 9);
    }
}
