//! F4 on 版式: chooses a page set-up by digit; makes, changes, renames and removes those of the office.

use super::SettingsScreen;
use crate::model::{Change, Profile, ProfileKey};
use crate::session::{PROFILE, ProfileError};
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;
use crate::ui::widget::TextField;

/// What was asked for, and what a change that is being saved leads to.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    asked: Option<Asked>,
    done: Option<Done>,
}

/// What a popup above was opened for.
#[derive(Debug)]
enum Asked {
    /// One of these is to be done.
    Deed(Vec<Deed>),
    /// What one like this is to be called.
    Name(String),
    /// What this is to be called instead.
    Rename(String),
    /// Which line of this is to be changed.
    Line(String),
    /// What the line, the how-manieth of this, is to be.
    Value(String, usize),
}

/// What can be done with page set-ups.
#[derive(Clone, Debug)]
enum Deed {
    Choose(String),
    More(String),
    New(String),
    Change(String),
    Rename(String),
    Remove(String),
}

/// What was done to a profile once it is on disk.
#[derive(Debug)]
enum Done {
    /// It is called so, and its lines are shown with the cursor on this one.
    Shown(String, usize),
    /// It has another name.
    Renamed(String, String),
    /// It is gone, or as it was.
    Removed(String),
}

impl SettingsScreen {
    /// Offers every page set-up, the cursor on the one that stands in the field, and behind them what more can be done.
    pub(super) fn offer_profiles(&mut self, scene: &Scene) -> Outcome {
        let (lang, ledger) = (scene.look.lang, scene.session.ledger());
        let names = ledger.profile_names(lang);
        let typed = self.rows[self.at].field.text().trim().to_owned();
        let here = names.iter().position(|name| *name == typed).unwrap_or_default();
        let current = names[here].clone();
        let deeds = names.into_iter().map(Deed::Choose).chain([Deed::More(current)]).collect();
        self.offer(lang.settings_profile(), deeds, here, scene)
    }

    /// Offers what can be done with a page set-up besides choosing it.
    fn offer_more(&mut self, name: &str, scene: &Scene) -> Outcome {
        let mut deeds = vec![Deed::New(name.into()), Deed::Change(name.into())];
        if scene.session.ledger().keeps_profile(name) {
            deeds.extend((!Profile::is_built_in(name)).then(|| Deed::Rename(name.into())));
            deeds.push(Deed::Remove(name.into()));
        }
        self.offer(name, deeds, 0, scene)
    }

    fn offer(&mut self, title: &str, deeds: Vec<Deed>, at: usize, scene: &Scene) -> Outcome {
        let choices = deeds.iter().map(|deed| choice(deed, scene)).collect();
        self.profiles.asked = Some(Asked::Deed(deeds));
        Outcome::open(Choose::new(title, choices).on(at))
    }

    /// Goes on with what was chosen or typed.
    pub(super) fn profile_answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match (self.profiles.asked.take(), answer) {
            (Some(Asked::Deed(mut deeds)), Answer::Chosen(at)) if at < deeds.len() => {
                self.perform(deeds.swap_remove(at), scene)
            }
            (Some(Asked::Name(like)), Answer::Typed(name)) => self.make(like, &name, scene),
            (Some(Asked::Rename(name)), Answer::Typed(new)) => self.rename(name, &new, scene),
            (Some(Asked::Line(name)), Answer::Chosen(at)) => self.ask_value(name, at, None, scene),
            (Some(Asked::Value(name, at)), Answer::Typed(typed)) => self.set_line(name, at, &typed, scene),
            _ => Outcome::Stay,
        }
    }

    /// Forgets what was waited for: another key came first.
    pub(super) fn forget_profile(&mut self) {
        self.profiles.done = None;
    }

    /// What a change of a profile that is on disk leads to; none: it was none.
    pub(super) fn profile_saved(&mut self, scene: &Scene) -> Option<Outcome> {
        let lang = scene.look.lang;
        let done = self.profiles.done.take()?;
        self.undoable = true;
        Some(match done {
            Done::Shown(name, at) => {
                let told = Outcome::Tell(lang.profile_changed(&name));
                self.put_profile(&name);
                Outcome::Do(vec![self.lines(name, at, scene), told])
            }
            Done::Renamed(name, new) => {
                self.put_profile(&new);
                Outcome::Tell(lang.profile_renamed(&name, &new))
            }
            Done::Removed(name) => {
                if !Profile::is_built_in(&name) {
                    let set = scene.session.setting(PROFILE).unwrap_or_default();
                    self.put_profile(&set);
                }
                Outcome::Tell(lang.profile_removed(&name))
            }
        })
    }

    fn perform(&mut self, deed: Deed, scene: &Scene) -> Outcome {
        match deed {
            Deed::Choose(name) => {
                self.put_profile(&name);
                Outcome::Stay
            }
            Deed::More(name) => self.offer_more(&name, scene),
            Deed::New(like) => self.ask_name(like, None, scene),
            Deed::Change(name) => self.lines(name, 0, scene),
            Deed::Rename(name) => self.ask_new_name(name, None, scene),
            Deed::Remove(name) => match scene.session.remove_profile(&name) {
                Ok(change) => self.save_profile(change, Done::Removed(name)),
                Err(error) => Outcome::Tell(why(&error, scene)),
            },
        }
    }

    /// Puts a name into the field.
    fn put_profile(&mut self, name: &str) {
        if let Some(at) = self.rows.iter().position(|row| row.id.as_str() == PROFILE) {
            let mut field = TextField::single(name);
            if at == self.at {
                field.enter();
            }
            self.rows[at].field = field;
        }
    }

    fn save_profile(&mut self, change: Change, done: Done) -> Outcome {
        self.profiles.done = Some(done);
        Outcome::apply(change)
    }

    fn ask_name(&mut self, like: String, because: Option<String>, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let said = because.unwrap_or_else(|| lang.profiles_name().into());
        let ask = Ask::new(lang.profiles_new(&like), said, "");
        self.profiles.asked = Some(Asked::Name(like));
        Outcome::open(ask)
    }

    fn make(&mut self, like: String, name: &str, scene: &Scene) -> Outcome {
        if name.is_empty() {
            return Outcome::Stay;
        }
        if scene.session.ledger().profile(name).is_some() {
            let taken = why(&ProfileError::Taken(name.into()), scene);
            return self.ask_name(like, Some(taken), scene);
        }
        match scene.session.change_profile(name, Some(&like), &[]) {
            Ok(change) => self.save_profile(change, Done::Shown(name.into(), 0)),
            Err(error) => self.ask_name(like, Some(why(&error, scene)), scene),
        }
    }

    fn ask_new_name(&mut self, name: String, because: Option<String>, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let said = because.unwrap_or_else(|| lang.profiles_name().into());
        let ask = Ask::new(lang.profiles_rename(&name), said, &name);
        self.profiles.asked = Some(Asked::Rename(name));
        Outcome::open(ask)
    }

    fn rename(&mut self, name: String, new: &str, scene: &Scene) -> Outcome {
        if new.is_empty() || new == name {
            return Outcome::Stay;
        }
        match scene.session.rename_profile(&name, new) {
            Ok(change) => self.save_profile(change, Done::Renamed(name, new.into())),
            Err(error) => self.ask_new_name(name, Some(why(&error, scene)), scene),
        }
    }

    /// Offers the lines of a profile, each with what it is set to.
    fn lines(&mut self, name: String, at: usize, scene: &Scene) -> Outcome {
        let lines = lines_of(&name, scene);
        let choices = lines.into_iter().map(|(key, value)| Choice::with(key, value)).collect();
        let choose = Choose::new(scene.look.lang.profiles_change(&name), choices).on(at);
        self.profiles.asked = Some(Asked::Line(name));
        Outcome::open(choose)
    }

    fn ask_value(&mut self, name: String, at: usize, because: Option<String>, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some((key, value)) = lines_of(&name, scene).into_iter().nth(at) else { return Outcome::Stay };
        let said = because.unwrap_or_else(|| ProfileError::BadLine(key.into(), value.clone()).hint(lang));
        self.profiles.asked = Some(Asked::Value(name, at));
        Outcome::open(Ask::new(lang.profiles_value(key), said, &value))
    }

    fn set_line(&mut self, name: String, at: usize, typed: &str, scene: &Scene) -> Outcome {
        let Some((key, value)) = lines_of(&name, scene).into_iter().nth(at) else { return Outcome::Stay };
        if typed == value {
            return self.lines(name, at, scene);
        }
        match scene.session.change_profile(&name, None, &[(key, typed)]) {
            Ok(change) if change.edits.is_empty() => self.lines(name, at, scene),
            Ok(change) => self.save_profile(change, Done::Shown(name, at)),
            Err(error) => self.ask_value(name, at, Some(why(&error, scene)), scene),
        }
    }
}

/// The lines of the profile of this name, as they are typed.
fn lines_of(name: &str, scene: &Scene) -> Vec<(&'static str, String)> {
    let profile = scene.session.ledger().profile(name).unwrap_or_default();
    scene.session.profile_lines(&profile, scene.look.lang)
}

fn choice(deed: &Deed, scene: &Scene) -> Choice {
    let lang = scene.look.lang;
    match deed {
        Deed::Choose(name) => Choice::with(name.clone(), told(name, scene)),
        Deed::More(name) => Choice::new(lang.profiles_more(name)),
        Deed::New(like) => Choice::new(lang.profiles_new(like)),
        Deed::Change(name) => Choice::new(lang.profiles_change(name)),
        Deed::Rename(name) => Choice::new(lang.profiles_rename(name)),
        Deed::Remove(name) if Profile::is_built_in(name) => Choice::new(lang.profiles_restore(name)),
        Deed::Remove(name) => Choice::new(lang.profiles_remove(name)),
    }
}

/// What a profile is told from others by: its first margin, its line, and what is on.
fn told(name: &str, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let profile = scene.session.ledger().profile(name).unwrap_or_default();
    let says = |key: &&ProfileKey| match key.id {
        "top" | "line" => Some(format!("{}{}", key.name(lang), key.text(&profile, lang))),
        "grid" => profile.grid.then(|| key.name(lang).into()),
        "seal" => profile.seal.then(|| key.name(lang).into()),
        _ => None,
    };
    let told = ProfileKey::ALL.iter().filter_map(|key| says(&key));
    let annexes = (!profile.annexes.is_empty()).then(|| lang.profiles_annexes(profile.annexes.len()));
    told.chain(annexes).collect::<Vec<_>>().join("  ")
}

fn why(error: &ProfileError, scene: &Scene) -> String {
    let lang = scene.look.lang;
    lang.with_hint(&error.text(lang), &error.hint(lang))
}
