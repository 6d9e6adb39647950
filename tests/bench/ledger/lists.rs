//! Lists: opened, searched key by key, grouped, and all their items changed at once.

use std::time::Instant;

use taizhang::id::ItemId;
use taizhang::model::Item;
use taizhang::query::{self, Filter, Grouping, Order, Selection, SortBy};
use taizhang::session::Session;

use super::tally::{self, time};

/// Runs of each measurement.
const RUNS: usize = 15;

/// Queries typed key by key: 汉字, initials, full 拼音, digits, a field, two words, nothing that is there.
const QUERIES: [&str; 7] = ["文化站里", "wyyc", "zhongxinzu", "2022", "媒体:新华网", "的 gb", "没有这样的"];

/// Opens a list and types into it; a key's time holds the search and the totals.
pub fn tell(session: &mut Session) {
    for by in SortBy::ALL {
        let order = Order { by, reversed: false };
        let open = |_: usize| time(|| Selection::new(session.ledger(), session.year(), &Filter::default(), order));
        tally::tell(&format!("list by {}", by.name()), (0..RUNS).map(open).collect());
    }
    let mut list = Selection::new(session.ledger(), session.year(), &Filter::default(), Order::default());
    for query in QUERIES {
        typed(&mut list, query, session);
    }
    list.search(session.ledger(), session.year(), "");
    let items: Vec<&Item> = list.items().collect();
    for by in Grouping::ALL {
        let grouped = |_: usize| time(|| query::groups(session.ledger(), session.template(), &items, by));
        tally::tell(&format!("groups by {}", by.name()), (0..RUNS).map(grouped).collect());
    }
    many(session);
}

fn typed(list: &mut Selection, query: &str, session: &Session) {
    let (ledger, year) = (session.ledger(), session.year());
    let ends: Vec<usize> = query.char_indices().map(|(at, _)| at).chain([query.len()]).collect();
    for keys in ends.windows(2) {
        let pressed = |_: usize| {
            list.search(ledger, year, &query[..keys[0]]);
            time(|| {
                list.search(ledger, year, &query[..keys[1]]);
                query::totals(Some(session.template()), list.items())
            })
        };
        let took = (0..RUNS).map(pressed).collect();
        tally::tell(&format!("key `{}`, {} found", &query[..keys[1]], list.len()), took);
    }
    let whole = |_: usize| {
        list.search(ledger, year, "");
        time(|| list.search(ledger, year, query))
    };
    tally::tell(&format!("pasted `{query}`"), (0..RUNS).map(whole).collect());
}

/// Changes every item of the year in one act, and takes it back.
fn many(session: &mut Session) {
    let ids: Vec<ItemId> = session.ledger().items_of(session.year()).map(|item| item.card.id).collect();
    if ids.is_empty() {
        return;
    }
    session.board();
    let start = Instant::now();
    let change = session.alter(&ids, |item| item.card.checked = !item.card.checked).expect("they are there");
    let made = start.elapsed().as_secs_f64() * 1000.0;
    let saved = time(|| session.apply(&change).expect("saved"));
    println!("{} items changed at once: {made:.0} ms to make, {saved:.0} ms to save", ids.len());
    println!("its undo: {:.0} ms", time(|| session.undo().expect("undone")));
}
