//! Which fields both copies changed to different values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::{ORDER, Path};
use super::leaf::Leaf;
use super::state::{Place, State, place, written};
use crate::model::{Clash, Unknown};
use crate::store::record::Tree;

/// Of an item, whether it is in the bin; absent: it is not.
const BINNED: &str = "binned";

/// A field that had two values.
#[derive(Clone, Debug, PartialEq)]
pub struct Clashed {
    /// The value that lost, and where it was.
    pub clash: Clash,
    /// The value that stands; null: none.
    pub kept: Value,
}

/// What a copy alone has, and the records after all its changes.
type Side<'a> = (&'a BTreeSet<Leaf>, &'a State);

/// The fields that a copy alone has written; a record that it took away has the empty path.
type Written = BTreeMap<Place, BTreeSet<Path>>;

/// Finds them; it is the same whichever copy comes first.
pub(super) fn find(one: Side<'_>, other: Side<'_>, merged: &State) -> Vec<Clashed> {
    let (by_one, by_other) = (written_by(one.0), written_by(other.0));
    let mut found = Vec::new();
    for (place, paths) in &by_one {
        let Some(others) = by_other.get(place).filter(|_| is_told(place.0)) else { continue };
        let both = paths.intersection(others).filter(|path| is_field(path));
        found.extend(both.flat_map(|path| of_field(place, path, [one.1, other.1], merged)));
        found.extend(binned(place, [(paths, one.1), (others, other.1)], merged));
        let away = match [one, other].map(|(_, state)| state.has(place)) {
            [false, true] => paths,
            [true, false] => others,
            [true, true] | [false, false] => continue,
        };
        if away.contains(&Path::new()) {
            let kept = merged.has(place);
            let [kept, lost] = if kept { [true.into(), Value::Null] } else { [Value::Null, true.into()] };
            found.push(Clashed { clash: clash(place, &Path::new(), lost), kept });
        }
    }
    found
}

/// The values of a field that lost: one of the two, unless they are alike.
fn of_field(place: &Place, path: &Path, sides: [&State; 2], merged: &State) -> Vec<Clashed> {
    let [one, other] = sides.map(|state| state.value(place, path));
    let kept = merged.value(place, path);
    let lost = [one, other].into_iter().filter(|value| one != other && *value != kept);
    let own = |value: Option<&Value>| value.cloned().unwrap_or_default();
    lost.map(|lost| Clashed { clash: clash(place, path, own(lost)), kept: own(kept) }).collect()
}

/// That an item which one copy put into the bin was changed in the other, where it goes there.
fn binned(place: &Place, sides: [(&BTreeSet<Path>, &State); 2], merged: &State) -> Option<Clashed> {
    let path: Path = vec![BINNED.into()];
    let [one, other] = sides;
    let changed = match [one.0.contains(&path), other.0.contains(&path)] {
        [true, false] => other,
        [false, true] => one,
        [true, true] | [false, false] => return None,
    };
    let (kept, lost) = (merged.value(place, &path), changed.1.value(place, &path));
    let is_lost = place.0 == Tree::Items && kept == Some(&true.into()) && lost.is_none();
    (is_lost && changed.0.iter().any(is_field))
        .then(|| Clashed { clash: clash(place, &path, Value::Null), kept: true.into() })
}

fn clash((tree, record): &Place, path: &Path, lost: Value) -> Clash {
    Clash {
        sort: tree.name().into(),
        record: record.clone(),
        field: path.join("/"),
        lost,
        settled: false,
        unknown: Unknown::new(),
    }
}

/// Whether a clash is out of date: what lost stands again.
pub(super) fn is_over(clash: &Clash, merged: &State) -> bool {
    let tree = Tree::ALL.into_iter().find(|tree| tree.name() == clash.sort);
    let place = tree.map(|tree| (tree, clash.record.clone()));
    let Some(place) = place.filter(|place| merged.records.contains_key(place)) else { return false };
    let now = match clash.field.as_str() {
        "" if matches!(clash.lost, Value::Null | Value::Bool(true)) => merged.has(&place).then(|| true.into()),
        field => merged.named(&place, field).cloned(),
    };
    now.unwrap_or_default() == clash.lost
}

/// What nobody could decide on is not told: texts of editions belong to their edition, clashes are no facts.
const fn is_told(tree: Tree) -> bool {
    !matches!(tree, Tree::EditionTexts | Tree::Clashes)
}

/// Who made and changed a record follows from the changes, and so does the order of rows.
fn is_field(path: &Path) -> bool {
    let is = |name: &str| path.first().is_some_and(|first| first == name);
    !path.is_empty() && !is("created") && !is("updated") && path.last().is_none_or(|last| last != ORDER)
}

fn written_by(leaves: &BTreeSet<Leaf>) -> Written {
    let mut all = Written::new();
    for edit in leaves.iter().flat_map(|leaf| &leaf.logged.change.edits) {
        let paths = all.entry(place(edit)).or_default();
        paths.extend(edit.new.is_none().then(Path::new));
        paths.extend(written(edit).into_iter().map(|(path, _)| path));
    }
    all
}
