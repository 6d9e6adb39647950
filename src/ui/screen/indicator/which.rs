//! 哪些事项: matters one by one, whole sections, kinds and tags; picking what is chosen takes it out.

use super::told;
use super::{Asked, IndicatorScreen};
use crate::id::{KindId, MatterId, SectionId};
use crate::model::{Condition, Operand, Test};
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// Every matter there is.
    Any,
    /// A matter.
    Matter(MatterId),
    /// All matters of a section.
    Section(SectionId),
    /// A kind, whatever the matter.
    Kind(KindId),
    /// What carries a tag.
    Tag(String),
}

impl IndicatorScreen {
    /// Asks of which matters; those that are chosen come first.
    pub(super) fn ask_which(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if !told::looks_at_items(&self.indicator) {
            return Outcome::Tell(lang.indicator_not_items().into());
        }
        let mut picks = picks(scene);
        picks.sort_by_key(|pick| (!self.is_chosen(pick), *pick != Pick::Any));
        let rows = picks.iter().map(|pick| self.choice(pick, scene)).collect();
        self.asked = Some(Asked::Which(picks));
        Outcome::open(Choose::new(lang.indicator_which(), rows))
    }

    fn is_chosen(&self, pick: &Pick) -> bool {
        match pick {
            Pick::Matter(id) => self.indicator.matters.contains(id),
            Pick::Kind(id) => self.indicator.kinds.contains(id),
            Pick::Any | Pick::Section(_) | Pick::Tag(_) => false,
        }
    }

    fn choice(&self, pick: &Pick, scene: &Scene) -> Choice {
        let (template, lang) = (scene.session.template(), scene.look.lang);
        let section = |id| template.section(id).map_or("", |section| section.name.as_str());
        let choice = match pick {
            Pick::Any => Choice::new(lang.indicator_any()),
            Pick::Matter(id) => template.matter(id).map_or_else(
                || Choice::new(id.as_str()),
                |matter| Choice::with(matter.name.clone(), section(&matter.section)),
            ),
            Pick::Section(id) => Choice::with(lang.indicator_all_of(section(id)), lang.indicator_whole_section()),
            Pick::Kind(id) => {
                Choice::new(lang.indicator_of_kind(template.kind(id).map_or(id.as_str(), |kind| kind.name.as_str())))
            }
            Pick::Tag(tag) => Choice::new(lang.indicator_of_tag(tag)),
        };
        if self.is_chosen(pick) { Choice { detail: lang.indicator_chosen().into(), ..choice } } else { choice }
    }

    /// Takes one in, or out.
    pub(super) fn take_which(&mut self, pick: Pick, scene: &Scene) {
        match pick {
            Pick::Any => {
                self.indicator.matters.clear();
                self.indicator.kinds.clear();
            }
            Pick::Matter(id) => toggle(&mut self.indicator.matters, id),
            Pick::Kind(id) => toggle(&mut self.indicator.kinds, id),
            Pick::Section(id) => {
                let own = scene.session.template().matters.iter().filter(|matter| matter.section == id);
                let new: Vec<MatterId> = own.map(|matter| matter.id.clone()).collect();
                self.indicator.matters.retain(|id| !new.contains(id));
                self.indicator.matters.extend(new);
                self.indicator.section = id;
            }
            Pick::Tag(tag) => self.require(Condition { field: Operand::Tags, test: Test::Is(vec![tag]) }),
        }
        if self.old.is_none() {
            let first = self.indicator.matters.first().and_then(|id| scene.session.template().matter(id));
            if let Some(matter) = first {
                self.indicator.section = matter.section.clone();
            }
        }
    }
}

/// Everything there is to choose: matters, then what several of them have in common.
fn picks(scene: &Scene) -> Vec<Pick> {
    let template = scene.session.template();
    let sections = template.sections.iter().filter(|section| !section.closing).map(|one| one.id.clone());
    std::iter::once(Pick::Any)
        .chain(template.matters.iter().map(|matter| Pick::Matter(matter.id.clone())))
        .chain(sections.map(Pick::Section))
        .chain(template.kinds.iter().map(|kind| Pick::Kind(kind.id.clone())))
        .chain(scene.session.tags().into_iter().map(Pick::Tag))
        .collect()
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|known| *known == one) {
        Some(at) => drop(list.remove(at)),
        None => list.push(one),
    }
}
