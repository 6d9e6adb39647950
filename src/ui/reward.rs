//! The line of reward: what a save changed, in one line.

use super::scene::Scene;
use crate::query::Value;
use crate::session::{FigureChange, Reward};

/// Figures named in the line.
const NAMED: usize = 3;

/// `已记。重点网站原创 56→57篇 …。待填 33→32`.
pub fn line(begin: &str, reward: &Reward, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let mut parts: Vec<String> = reward.figures.iter().take(NAMED).map(|change| figure(change, scene)).collect();
    if reward.figures.len() > NAMED {
        parts.push(lang.reward_more(reward.figures.len() - NAMED));
    }
    if let Some((old, new)) = reward.blanks.filter(|(old, new)| old != new) {
        parts.push(lang.reward_blanks(old, new));
    }
    if !reward.sections.is_empty() {
        let names = scene.session.template().sections.iter().filter(|section| reward.sections.contains(&section.id));
        let names: Vec<&str> = names.map(|section| section.name.as_str()).collect();
        parts.push(lang.reward_places(&names.join(lang.between())));
    }
    if parts.is_empty() {
        parts.push(lang.reward_none().into());
    }
    format!("{begin}{}", parts.join("  "))
}

/// `重点网站原创 56→57篇`; a figure that was missing shows as `缺`.
pub fn figure(change: &FigureChange, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let text =
        |value: &Option<Value>| value.as_ref().map_or_else(|| lang.state_missing().to_string(), ToString::to_string);
    let unit = scene.session.template().indicator(&change.id).map_or("", |indicator| indicator.unit.as_str());
    format!("{} {}→{}{unit}", change.id, text(&change.old), text(&change.new))
}
