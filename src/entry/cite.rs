//! Another item that a field cites: by title, or by id where several have the same one.

use super::Desk;
use super::error::Fault;
use crate::id::ItemId;
use crate::model::Item;
use crate::text::{Query, fold};

/// Items that an error names.
const NAMED: usize = 5;

/// Reads one: of this very id or title before all, else the one whose title fits best.
pub(super) fn read(typed: &str, desk: Desk<'_>) -> Result<ItemId, Fault> {
    if let Some(id) = typed.trim().parse().ok().filter(|id| desk.ledger.items.contains_key(id)) {
        return Ok(id);
    }
    let word = key(typed);
    let titled = titled(&word, desk);
    let found = if titled.is_empty() { fitting(&word, desk) } else { titled };
    match found[..] {
        [item] => Ok(item.card.id),
        [] => Err(Fault::NoItem(typed.into())),
        _ => Err(Fault::Several {
            typed: typed.into(),
            found: found.iter().take(NAMED).map(|item| label(item.card.id, desk)).collect(),
        }),
    }
}

/// What reads back to the item: its title, or its id where the title does not do.
pub(super) fn name(id: ItemId, desk: Desk<'_>) -> String {
    let title = desk.ledger.items.get(&id).map(|item| item.card.title.as_str());
    let alone = title.filter(|title| matches!(titled(&key(title), desk)[..], [item] if item.card.id == id));
    alone.map_or_else(|| id.to_string(), str::to_owned)
}

/// Title and date, for the eye.
pub(super) fn label(id: ItemId, desk: Desk<'_>) -> String {
    let item = desk.ledger.items.get(&id);
    item.map_or_else(|| id.to_string(), |item| format!("{} {}", item.card.title, item.card.when.print(desk.year)))
}

fn titled<'a>(word: &str, desk: Desk<'a>) -> Vec<&'a Item> {
    desk.ledger.items_of(desk.year).filter(|item| key(&item.card.title) == word).collect()
}

/// The items that fit equally well and better than all others; 汉字 must stand there together.
fn fitting<'a>(word: &str, desk: Desk<'a>) -> Vec<&'a Item> {
    let query = Query::new(word);
    let is_spelled = word.contains(|c: char| c.is_ascii_alphabetic());
    let fits = |title: &str| !word.is_empty() && (is_spelled || key(title).contains(word));
    let scored = desk.ledger.items_of(desk.year).filter(|item| fits(&item.card.title));
    let scored: Vec<(u32, &Item)> = scored.filter_map(|item| Some((query.score(&item.card.title)?, item))).collect();
    let best = scored.iter().map(|(score, _)| *score).max();
    scored.into_iter().filter(|(score, _)| Some(*score) == best).map(|(_, item)| item).collect()
}

fn key(title: &str) -> String {
    fold(title).trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::bench::{Bench, day, year};

    fn desk(bench: &Bench) -> Desk<'_> {
        Desk { ledger: &bench.ledger, year: year(2022), today: day(2022, 12, 20) }
    }

    #[test]
    fn an_item_is_cited_by_its_title_and_where_two_have_it_by_its_id() {
        let mut bench = Bench::new();
        let cited = bench.add("中心组学习", day(2022, 3, 1), |_| {});
        bench.add("学习强国", day(2022, 3, 2), |_| {});
        for typed in ["中心组学习", "zxz", "中心", &cited.to_string()] {
            assert_eq!(read(typed, desk(&bench)), Ok(cited), "{typed}");
        }
        assert_eq!(
            (name(cited, desk(&bench)), label(cited, desk(&bench))),
            ("中心组学习".into(), "中心组学习 3月1日".into())
        );
        bench.add("中心组学习", day(2022, 6, 1), |_| {});
        assert_eq!(name(cited, desk(&bench)), cited.to_string(), "the title alone does not say which");
        assert!(matches!(read("中心组学习", desk(&bench)), Err(Fault::Several { .. })));
        assert_eq!(read("没有", desk(&bench)), Err(Fault::NoItem("没有".into())));
    }
}
