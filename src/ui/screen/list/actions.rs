//! What can be done to the marked items, else to the selected one, chosen by number: each is one change.

use super::export::Table;
use super::{Asked as AskedOfAny, ListScreen, Subject};
use crate::entry;
use crate::id::{EntryId, ItemId, MatterId, PassageId};
use crate::lang::Lang;
use crate::model::{Item, Status, Style};
use crate::query::{self, Facet, Want, offered, status_text};
use crate::report::OutlineOf;
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome, Question};
use crate::ui::scene::Scene;

/// Where an item can stand, in the order of the choice.
const STATUSES: [Status; 4] = [Status::Planned, Status::Running, Status::Done, Status::Cancelled];
/// Names of lost fields told before a matter is changed.
const LOST: usize = 6;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Status,
    Matter,
    Tag,
    Untag,
    Unit,
    Check(bool),
    Key(bool),
    Hang,
    Cite,
    Bin,
    Restore,
    Export,
}

/// What was asked for, and the items it is for.
#[derive(Debug)]
pub struct Asked {
    ids: Vec<ItemId>,
    what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Action(Vec<Action>),
    Status,
    Matter(Vec<MatterId>),
    Tag,
    Untag(Vec<String>),
    Unit(Vec<Option<EntryId>>),
    Hang(Vec<PassageId>),
    Cite(Vec<PassageId>),
    Table(Vec<Table>),
}

impl ListScreen {
    /// Asks what to do.
    pub(super) fn offer_actions(&mut self, scene: &Scene) -> Outcome {
        let ids = self.targets();
        let Some(first) = ids.first().and_then(|id| scene.session.ledger().items.get(id)) else {
            return Outcome::Tell(scene.look.lang.list_nothing_selected().into());
        };
        let title = self.title(&first.card.title, &ids, scene);
        let actions = self.actions(&ids, scene);
        let choices = actions.iter().map(|action| Choice::new(name(*action, scene.look.lang))).collect();
        self.ask_for(title, choices, ids, What::Action(actions))
    }

    /// The marked items, else the selected one.
    fn targets(&self) -> Vec<ItemId> {
        if self.marked.is_empty() {
            return self.selected().map(|item| item.card.id).into_iter().collect();
        }
        let mut ids: Vec<ItemId> = self.marked.iter().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// Says what will be acted on; marked items that are out of sight are not passed over in silence.
    fn title(&self, first: &str, ids: &[ItemId], scene: &Scene) -> String {
        let lang = scene.look.lang;
        if self.marked.is_empty() {
            return lang.list_act_one(first);
        }
        let seen = self.selection.items().filter(|item| self.marked.contains(&item.card.id)).count();
        if seen == ids.len() {
            lang.list_act_many(ids.len())
        } else {
            lang.list_act_unseen(ids.len(), ids.len() - seen)
        }
    }

    fn actions(&self, ids: &[ItemId], scene: &Scene) -> Vec<Action> {
        if self.subject == Subject::Bin {
            return vec![Action::Restore, Action::Open, Action::Export];
        }
        let items = &scene.session.ledger().items;
        let all = |is: fn(&Item) -> bool| ids.iter().all(|id| items.get(id).is_some_and(|item| is(item)));
        let (checked, key) = (all(|item| item.card.checked), all(|item| item.card.key));
        vec![
            Action::Open,
            Action::Status,
            Action::Matter,
            Action::Tag,
            Action::Untag,
            Action::Unit,
            Action::Check(!checked),
            Action::Key(!key),
            Action::Hang,
            Action::Cite,
            Action::Bin,
            Action::Export,
        ]
    }

    /// Takes what was chosen or typed.
    pub(super) fn act(&mut self, Asked { ids, what }: Asked, answer: Answer, scene: &Scene) -> Outcome {
        let session = scene.session;
        let change = match (what, answer) {
            (What::Action(actions), Answer::Chosen(at)) => return self.begin(actions[at], ids, scene),
            (What::Tag, Answer::Typed(text)) => {
                let tags = entry::tags(&text);
                session.alter(&ids, |item| {
                    for tag in &tags {
                        if !item.card.tags.contains(tag) {
                            item.card.tags.push(tag.clone());
                        }
                    }
                })
            }
            (What::Status, Answer::Chosen(at)) => session.alter(&ids, |item| item.card.status = STATUSES[at]),
            (What::Untag(tags), Answer::Chosen(at)) => {
                session.alter(&ids, |item| item.card.tags.retain(|tag| *tag != tags[at]))
            }
            (What::Unit(units), Answer::Chosen(at)) => session.alter(&ids, |item| item.card.unit = units[at]),
            (What::Matter(matters), Answer::Chosen(at)) => return self.reassign(&matters[at], &ids, scene),
            (What::Hang(passages), Answer::Chosen(at)) => session.hang_on(&ids, &passages[at]),
            (What::Cite(passages), Answer::Chosen(at)) => session.cite_on(&ids, &passages[at]),
            (What::Table(mut tables), Answer::Chosen(at)) => {
                return self.write_table(&ids, tables.swap_remove(at), scene);
            }
            _ => return Outcome::Stay,
        };
        self.change(change, scene.look.lang.list_changed(ids.len()), scene)
    }

    fn begin(&mut self, action: Action, ids: Vec<ItemId>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let many = ids.len();
        match action {
            Action::Open => self.open(scene),
            Action::Status => {
                let choices = STATUSES.map(|status| Choice::new(status_text(status, lang))).to_vec();
                self.ask_for(name(action, lang).into(), choices, ids, What::Status)
            }
            Action::Matter => self.offer_matters(ids, scene),
            Action::Tag => {
                self.asked = Some(AskedOfAny::Action(Asked { ids, what: What::Tag }));
                Outcome::open(Ask::new(lang.list_act_tag(), lang.list_tag_said(), ""))
            }
            Action::Untag => self.offer_tags(ids, scene),
            Action::Unit => self.offer_units(ids, scene),
            Action::Check(yes) => {
                self.change(session.alter(&ids, |item| item.card.checked = yes), lang.list_changed(many), scene)
            }
            Action::Key(yes) => {
                self.change(session.alter(&ids, |item| item.card.key = yes), lang.list_changed(many), scene)
            }
            Action::Hang | Action::Cite => self.offer_passages(action, ids, scene),
            Action::Bin => self.ask_to_bin(scene),
            Action::Export => self.offer_tables(scene),
            Action::Restore => self.change(session.restore_all(&ids), lang.list_restored(many), scene),
        }
    }

    /// Asks before the marked items, else the selected one, go into the bin; what is in it already stays for ever.
    pub(super) fn ask_to_bin(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if self.subject == Subject::Bin {
            return Outcome::Tell(lang.list_bin_for_ever().into());
        }
        let ids = self.targets();
        let Some(item) = ids.first().and_then(|id| scene.session.ledger().items.get(id)) else { return Outcome::Stay };
        let text = match ids.len() {
            1 => lang.list_bin_confirm(&scene.look.brief(&item.card.title)),
            many => lang.list_bin_confirm_many(many),
        };
        let then = self.change(scene.session.bin_all(&ids), lang.reward_binned().into(), scene);
        Outcome::Confirm(Box::new(Question { text, yes: lang.list_bin().into(), then }))
    }

    fn offer_matters(&mut self, ids: Vec<ItemId>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let matters = session.matters_for(&ids);
        let choices = matters.iter().map(|matter| {
            let lost = session.lost_fields(&ids, matter);
            let detail = if lost.is_empty() { String::new() } else { lang.list_loses(&said(&lost, lang)) };
            Choice::with(format!("{} {}", matter.id, matter.name), detail)
        });
        let (choices, found) = (choices.collect(), matters.iter().map(|matter| matter.id.clone()).collect());
        self.ask_for(name(Action::Matter, lang).into(), choices, ids, What::Matter(found))
    }

    /// Makes the items ones of another matter; asks first where something would be lost.
    fn reassign(&mut self, matter: &MatterId, ids: &[ItemId], scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let Some(matter) = session.template().matter(matter) else { return Outcome::Stay };
        let lost = session.lost_fields(ids, matter);
        let then = self.change(session.reassign(ids, matter), lang.list_changed(ids.len()), scene);
        if lost.is_empty() || !matches!(then, Outcome::Apply(_)) {
            return then;
        }
        let text = lang.list_loses_confirm(&matter.name, &said(&lost, lang));
        Outcome::Confirm(Box::new(Question { text, yes: lang.list_act_matter().into(), then }))
    }

    fn offer_tags(&mut self, ids: Vec<ItemId>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let items = ids.iter().filter_map(|id| session.ledger().items.get(id)).map(AsRef::as_ref);
        let found = offered(session.ledger(), session.template(), items, Facet::Tag);
        let found = found.into_iter().filter_map(|(want, many)| match want {
            Want::Tag(tag) => Some((tag, many)),
            _ => None,
        });
        let (tags, counts): (Vec<String>, Vec<usize>) = found.unzip();
        if tags.is_empty() {
            return Outcome::Tell(lang.list_no_tags().into());
        }
        let choices = tags.iter().zip(counts).map(|(tag, many)| Choice::with(tag.as_str(), lang.list_items(many)));
        let choices = choices.collect();
        self.ask_for(name(Action::Untag, lang).into(), choices, ids, What::Untag(tags))
    }

    /// The units, those of this year's items first, by how many they have.
    fn offer_units(&mut self, ids: Vec<ItemId>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let (ledger, template) = (session.ledger(), session.template());
        let used = offered(ledger, template, ledger.items_of(session.year()), Facet::Unit);
        let mut units: Vec<EntryId> =
            used.into_iter().filter_map(|(want, _)| if let Want::Unit(id) = want { Some(id) } else { None }).collect();
        let known = query::entries_of(ledger, Some(template), &entry::units(), &[]);
        let seen: std::collections::HashSet<EntryId> = units.iter().copied().collect();
        units.extend(known.iter().map(|entry| entry.id).filter(|id| !seen.contains(id)));
        let choices = units.iter().filter_map(|id| ledger.entry(*id)).map(|entry| Choice {
            label: entry.label.clone(),
            aliases: entry.aliases.clone(),
            ..Choice::default()
        });
        let choices = choices.chain([Choice::new(lang.list_no_unit())]).collect();
        let units = units.into_iter().map(Some).chain([None]).collect();
        self.ask_for(name(Action::Unit, lang).into(), choices, ids, What::Unit(units))
    }

    /// The passages as the report prints them, each with its number; the title holds no items.
    fn offer_passages(&mut self, action: Action, ids: Vec<ItemId>, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let holds_items = |id: &PassageId| session.passage(id).is_some_and(|passage| passage.style != Style::Title);
        let mut choices = Vec::new();
        let mut found = Vec::new();
        for row in session.outline() {
            let OutlineOf::Passage(id) = row.of else { continue };
            if holds_items(&id) {
                let cited = action == Action::Cite && session.are_cited_on(&ids, &id);
                let detail = if cited { lang.list_cited() } else { "" };
                let first =
                    row.words.split_inclusive('。').next().map_or_else(|| session.passage_name(&id), String::from);
                choices.push(Choice::with(format!("{}{}{first}", "  ".repeat(row.depth), row.number), detail));
                found.push(id);
            }
        }
        let what = if action == Action::Hang { What::Hang(found) } else { What::Cite(found) };
        self.ask_for(name(action, lang).into(), choices, ids, what)
    }

    pub(super) fn ask_for(&mut self, title: String, choices: Vec<Choice>, ids: Vec<ItemId>, what: What) -> Outcome {
        self.asked = Some(AskedOfAny::Action(Asked { ids, what }));
        Outcome::open(Choose::new(title, choices))
    }
}

fn said(names: &[&str], lang: Lang) -> String {
    names[..names.len().min(LOST)].join(lang.between())
}

const fn name(action: Action, lang: Lang) -> &'static str {
    match action {
        Action::Open => lang.hint_open(),
        Action::Status => lang.list_act_status(),
        Action::Matter => lang.list_act_matter(),
        Action::Tag => lang.list_act_tag(),
        Action::Untag => lang.list_act_untag(),
        Action::Unit => lang.list_act_unit(),
        Action::Check(true) => lang.list_act_check(),
        Action::Check(false) => lang.list_act_uncheck(),
        Action::Key(true) => lang.list_act_key(),
        Action::Key(false) => lang.list_act_unkey(),
        Action::Hang => lang.list_act_hang(),
        Action::Cite => lang.list_act_cite(),
        Action::Bin => lang.list_bin(),
        Action::Restore => lang.list_act_restore(),
        Action::Export => lang.list_act_export(),
    }
}
