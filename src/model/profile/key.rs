//! The lines of a profile as people type them: `上边距=37`, in millimetres, points, names, yes or no.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Profile;
use crate::lang::Lang;
use crate::text::fold_form;

/// A line of a profile: its id, its name, how it is read and typed. The annexes are named by the template instead.
#[derive(Clone, Copy, Debug)]
pub struct ProfileKey {
    /// What it is called in English, and in scripts.
    pub id: &'static str,
    name: fn(Lang) -> &'static str,
    holds: Holds,
}

/// What a line holds.
#[derive(Clone, Copy, Debug)]
enum Holds {
    /// A length in millimetres, between these.
    Millimetres(fn(&mut Profile) -> &mut u16, (u16, u16)),
    /// A length in points, in twips between these.
    Points(fn(&mut Profile) -> &mut u16, (u16, u16)),
    /// Yes or no.
    Flag(fn(&mut Profile) -> &mut bool),
    /// The name of a font.
    Font(fn(&mut Profile) -> &mut String),
}

/// Twips of the narrowest and the widest margin: 5 and 80 mm.
const MARGIN: (u16, u16) = (283, 4535);
/// Twips of the lowest and the highest line: 15 and 60 points.
const LINE: (u16, u16) = (300, 1200);
/// How far characters may be drawn together, in twips.
const TIGHT: (u16, u16) = (0, 40);
/// Longest name of a font, in characters.
const FONT: usize = 60;
const YES: [&str; 4] = ["是", "yes", "true", "1"];
const NO: [&str; 4] = ["否", "no", "false", "0"];

impl ProfileKey {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 15] = [
        Self::new("top", Lang::profile_top, Holds::Millimetres(|one| &mut one.margins.top, MARGIN)),
        Self::new("bottom", Lang::profile_bottom, Holds::Millimetres(|one| &mut one.margins.bottom, MARGIN)),
        Self::new("left", Lang::profile_left, Holds::Millimetres(|one| &mut one.margins.left, MARGIN)),
        Self::new("right", Lang::profile_right, Holds::Millimetres(|one| &mut one.margins.right, MARGIN)),
        Self::new("line", Lang::profile_line, Holds::Points(|one| &mut one.line, LINE)),
        Self::new("tight", Lang::profile_tight, Holds::Points(|one| &mut one.tight, TIGHT)),
        Self::new("grid", Lang::profile_grid, Holds::Flag(|one| &mut one.grid)),
        Self::new("highlight", Lang::profile_highlight, Holds::Flag(|one| &mut one.highlight)),
        Self::new("seal", Lang::profile_seal, Holds::Flag(|one| &mut one.seal)),
        Self::new("title", Lang::profile_title, Holds::Font(|one| &mut one.fonts.title)),
        Self::new("heading", Lang::profile_heading, Holds::Font(|one| &mut one.fonts.heading)),
        Self::new("run_in", Lang::profile_run_in, Holds::Font(|one| &mut one.fonts.run_in)),
        Self::new("body", Lang::profile_body, Holds::Font(|one| &mut one.fonts.body)),
        Self::new("latin", Lang::profile_latin, Holds::Font(|one| &mut one.fonts.latin)),
        Self::new("page_number", Lang::profile_page_number, Holds::Font(|one| &mut one.fonts.page_number)),
    ];

    const fn new(id: &'static str, name: fn(Lang) -> &'static str, holds: Holds) -> Self {
        Self { id, name, holds }
    }

    /// The line that is called so, by id or name.
    pub fn called(name: &str) -> Option<Self> {
        let is_called = |key: &Self| key.id == name || key.name(Lang::Zh) == name || key.name(Lang::En) == name;
        Self::ALL.into_iter().find(is_called)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        (self.name)(lang)
    }

    /// What it is set to, as it is typed.
    pub fn text(self, profile: &Profile, lang: Lang) -> String {
        let mut profile = profile.clone();
        match self.holds {
            Holds::Millimetres(field, _) => {
                (twips(*field(&mut profile)) * MILLIMETRE).round_dp(1).normalize().to_string()
            }
            Holds::Points(field, _) => (twips(*field(&mut profile)) / TWIPS).normalize().to_string(),
            Holds::Flag(field) => match lang {
                Lang::Zh => if *field(&mut profile) { YES[0] } else { NO[0] }.to_owned(),
                Lang::En => if *field(&mut profile) { YES[1] } else { NO[1] }.to_owned(),
            },
            Holds::Font(field) => field(&mut profile).clone(),
        }
    }

    /// Sets it to what is typed; false, and nothing is changed, when that is no such value.
    pub fn set(self, profile: &mut Profile, typed: &str) -> bool {
        let typed = typed.trim();
        let folded: String = typed.chars().map(fold_form).collect();
        match self.holds {
            Holds::Millimetres(field, bounds) => {
                put(field(profile), length(&folded, Decimal::ONE / MILLIMETRE, bounds))
            }
            Holds::Points(field, bounds) => put(field(profile), length(&folded, TWIPS, bounds)),
            Holds::Flag(field) => put(field(profile), flag(&folded)),
            Holds::Font(field) => {
                let fits = !typed.is_empty() && typed.chars().count() <= FONT && !typed.chars().any(char::is_control);
                put(field(profile), fits.then(|| typed.to_owned()))
            }
        }
    }
}

/// Twips in a point.
const TWIPS: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Millimetres in a twip: 25.4 / 1440, to ten places.
const MILLIMETRE: Decimal = Decimal::from_parts(176_388_889, 0, 0, false, 10);

fn twips(length: u16) -> Decimal {
    Decimal::from(length)
}

/// A typed length in twips, when it lies within the bounds.
fn length(typed: &str, twips_each: Decimal, (least, most): (u16, u16)) -> Option<u16> {
    let number: Decimal = typed.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let twips = number.checked_mul(twips_each)?.round().to_u16()?;
    (least..=most).contains(&twips).then_some(twips)
}

fn flag(typed: &str) -> Option<bool> {
    let is = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(typed));
    if is(YES) { Some(true) } else { is(NO).then_some(false) }
}

fn put<T>(field: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *field = value;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_reads_back_as_it_prints() {
        for profile in [Profile::default(), Profile { line: 589, grid: true, ..Profile::default() }] {
            for lang in [Lang::Zh, Lang::En] {
                let mut read = Profile { highlight: !profile.highlight, tight: 9, ..Profile::default() };
                for key in ProfileKey::ALL {
                    assert!(key.set(&mut read, &key.text(&profile, lang)), "{}", key.id);
                }
                assert_eq!(read, profile);
            }
        }
    }

    #[test]
    fn lengths_are_typed_in_millimetres_and_points() {
        let mut profile = Profile::default();
        let top = ProfileKey::called("上边距").expect("a line");
        assert!(top.set(&mut profile, "３７mm") && profile.margins.top == 2098);
        assert!(ProfileKey::called("line").expect("a line").set(&mut profile, "28磅") && profile.line == 560);
        for wrong in ["", "宽", "-3", "4", "81", "1e9", "999999999999999999999999999999"] {
            assert!(!top.set(&mut profile, wrong), "{wrong}");
        }
        assert_eq!(profile.margins.top, 2098);
    }
}
