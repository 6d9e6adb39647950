//! What limits and orders a list, chosen by number: first what by, then the value.

use super::{Asked as AskedOfAny, ListScreen};
use crate::lang::Lang;
use crate::query::{Facet, Filter, Order, Selection, SortBy, Want, offered};
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;

/// Wishes that are there or not.
const FLAGS: [Want; 3] = [Want::Key, Want::Unchecked, Want::Blanks];

/// What was asked for.
#[derive(Debug)]
pub enum Asked {
    /// What to limit or order by.
    What(Vec<Line>),
    /// The value of a facet; none: any.
    Value(Facet, Vec<Option<Want>>),
    /// Which of the flags.
    Flag,
    /// The order.
    Order(Vec<Order>),
}

/// A line of the first choice.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    Facet(Facet),
    Flags,
    Order,
    Clear,
}

impl ListScreen {
    /// Asks what the list is to be limited or ordered by.
    pub(super) fn offer_filters(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let mut lines: Vec<Line> = Facet::ALL.into_iter().map(Line::Facet).chain([Line::Flags, Line::Order]).collect();
        if !self.wants.is_empty() {
            lines.push(Line::Clear);
        }
        let choices = lines.iter().map(|line| Choice::with(name(*line, lang), self.now(*line, scene))).collect();
        self.ask(lang.list_filter_title(), choices, Asked::What(lines), None)
    }

    /// Takes what was chosen.
    pub(super) fn limit(&mut self, asked: Asked, answer: &Answer, scene: &Scene) -> Outcome {
        let Answer::Chosen(at) = *answer else { return Outcome::Stay };
        match asked {
            Asked::What(lines) => match lines[at] {
                Line::Facet(facet) => return self.offer_values(facet, scene),
                Line::Flags => return self.offer_flags(scene),
                Line::Order => return self.offer_orders(scene),
                Line::Clear => self.wants.clear(),
            },
            Asked::Value(facet, values) => {
                self.wants.retain(|want| !facet.is_of(want));
                self.wants.extend(values.into_iter().nth(at).flatten());
            }
            Asked::Flag => match self.wants.iter().position(|want| *want == FLAGS[at]) {
                Some(there) => drop(self.wants.remove(there)),
                None => self.wants.push(FLAGS[at].clone()),
            },
            Asked::Order(orders) => self.order = orders[at],
        }
        self.select(scene);
        Outcome::Stay
    }

    /// The values that what the list shows has, each with how many, as if it were not limited by this facet.
    fn offer_values(&mut self, facet: Facet, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let mut filter: Filter = self.filter();
        filter.wants.retain(|want| !facet.is_of(want) || !self.wants.contains(want));
        let shown = Selection::new(session.ledger(), session.year(), &filter, Order::default());
        let found = offered(session.ledger(), session.template(), shown.items(), facet);
        if found.is_empty() {
            return Outcome::Tell(lang.list_no_values(&name(Line::Facet(facet), lang)));
        }
        let mut choices = Vec::new();
        let mut values = Vec::new();
        let now = self.wants.iter().find(|want| facet.is_of(want)).cloned();
        if now.is_some() {
            choices.push(Choice::new(lang.list_any()));
            values.push(None);
        }
        for (want, many) in found {
            choices.push(Choice::with(want.text(session.ledger(), session.year(), lang), lang.list_items(many)));
            values.push(Some(want));
        }
        let on = now.and_then(|now| values.iter().position(|value| value.as_ref() == Some(&now)));
        self.ask(&name(Line::Facet(facet), lang), choices, Asked::Value(facet, values), on)
    }

    fn offer_flags(&mut self, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let choice = |want: &Want| {
            let on = if self.wants.contains(want) { lang.list_on() } else { "" };
            Choice::with(want.text(session.ledger(), session.year(), lang), on)
        };
        let choices = FLAGS.iter().map(choice).collect();
        self.ask(lang.list_filter_flags(), choices, Asked::Flag, None)
    }

    fn offer_orders(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let both = |by| [false, true].map(|reversed| Order { by, reversed });
        // The usual direction of each on a digit, the others behind.
        let (usual, reversed): (Vec<Order>, Vec<Order>) =
            SortBy::ALL.into_iter().flat_map(both).partition(|order| !order.reversed);
        let orders: Vec<Order> = usual.into_iter().chain(reversed).collect();
        let choices = orders.iter().map(|order| Choice::new(order.text(lang))).collect();
        let on = orders.iter().position(|order| *order == self.order);
        self.ask(lang.list_filter_order(), choices, Asked::Order(orders), on)
    }

    fn ask(&mut self, title: &str, choices: Vec<Choice>, asked: Asked, on: Option<usize>) -> Outcome {
        self.asked = Some(AskedOfAny::Filters(asked));
        Outcome::open(Choose::new(title, choices).on(on.unwrap_or(0)))
    }

    /// What holds now of what a line is about.
    fn now(&self, line: Line, scene: &Scene) -> String {
        let (session, lang) = (scene.session, scene.look.lang);
        let text = |want: &Want| want.text(session.ledger(), session.year(), lang);
        let wants = self.wants.iter();
        match line {
            Line::Facet(facet) => wants.filter(|want| facet.is_of(want)).map(text).collect(),
            Line::Flags => {
                let on: Vec<String> = wants.filter(|want| FLAGS.contains(want)).map(text).collect();
                on.join(lang.between())
            }
            Line::Order => self.order.text(lang),
            Line::Clear => String::new(),
        }
    }
}

fn name(line: Line, lang: Lang) -> String {
    let name = match line {
        Line::Facet(Facet::Matter) => lang.facet_matter(),
        Line::Facet(Facet::Kind) => lang.facet_kind(),
        Line::Facet(Facet::Status) => lang.facet_status(),
        Line::Facet(Facet::Month) => lang.facet_month(),
        Line::Facet(Facet::Period) => lang.facet_period(),
        Line::Facet(Facet::Unit) => lang.facet_unit(),
        Line::Facet(Facet::Tag) => lang.facet_tag(),
        Line::Flags => lang.list_filter_flags(),
        Line::Order => lang.list_filter_order(),
        Line::Clear => lang.list_filter_clear(),
    };
    name.into()
}
