//! `list`: items that fit all options and words, sorted, and in groups with what each comes to.

use clap::ArgMatches;

use super::change::{no_kind, no_matter};
use super::tables::export_list;
use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::say_all;
use crate::entry;
use crate::lang::Lang;
use crate::model::Item;
use crate::query::{self, Filter, Grouping, Order, Selection, SortBy, Want};
use crate::session::Session;

/// `list`: prints the items, a line each; with `-o` as a table.
pub fn list(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    if let Some(output) = value(matches, "output") {
        return export_list(matches, output, context);
    }
    for option in ["columns", "keep-columns"] {
        if value(matches, option).is_some() {
            let needs = lang.cli_needs_output(&format!("--{option}"));
            return Err(CliError::Usage(needs, lang.cli_see_help().into()));
        }
    }
    let session = context.read_only()?;
    let found = listed(matches, &session, lang)?;
    let items: Vec<&Item> = found.items().collect();
    let grouping = grouping(matches, lang)?;
    let as_json = matches.get_flag("json");
    if grouping == Grouping::None {
        return say_all(items.into_iter().map(|item| line(item, as_json, &session)), lang);
    }
    let groups = query::groups(session.ledger(), session.template(), &items, grouping);
    if groups.is_empty() && !items.is_empty() {
        return Err(CliError::Usage(lang.list_no_register().into(), lang.cli_group_hint().into()));
    }
    let lines = groups.iter().flat_map(|group| {
        let head = (!as_json).then(|| group.text(session.ledger(), lang));
        head.into_iter().chain(group.items.iter().map(|at| line(items[*at], as_json, &session)))
    });
    say_all(lines.collect::<Vec<_>>(), lang)
}

/// The items that the options and words find, sorted as they say.
pub(super) fn listed(matches: &ArgMatches, session: &Session, lang: Lang) -> Result<Selection, CliError> {
    let filter = filter(matches, session, lang)?;
    Ok(Selection::new(session.ledger(), session.year(), &filter, order(matches, lang)?))
}

fn line(item: &Item, as_json: bool, session: &Session) -> String {
    if as_json {
        return json::line(item, session).to_string();
    }
    let card = &item.card;
    format!("{}  {:<5} {}  {}", card.id, card.matter.as_str(), card.when.print(card.year), card.title)
}

fn filter(matches: &ArgMatches, session: &Session, lang: Lang) -> Result<Filter, CliError> {
    let mut filter = Filter { query: values(matches, "query").join(" "), ..Filter::default() };
    filter.binned = matches.get_flag("bin");
    filter.wants.extend(of_the_template(matches, session, lang)?);
    filter.wants.extend(of_the_item(matches, session)?);
    if let Some(text) = value(matches, "month") {
        let month = text.trim_end_matches('月').parse().ok().filter(|month| (1..=12).contains(month));
        let wrong = || CliError::Usage(lang.cli_no_month(text), lang.cli_month_hint().into());
        filter.want(Want::Month(month.ok_or_else(wrong)?));
    }
    let flags = [("key", Want::Key), ("unchecked", Want::Unchecked), ("blanks", Want::Blanks)];
    filter.wants.extend(flags.into_iter().filter(|(name, _)| matches.get_flag(name)).map(|(_, want)| want));
    Ok(filter)
}

/// What is wanted of the template's sections, matters and kinds.
fn of_the_template(matches: &ArgMatches, session: &Session, lang: Lang) -> Result<Vec<Want>, CliError> {
    let template = session.template();
    let mut wants = Vec::new();
    if let Some(text) = value(matches, "section") {
        let known: Vec<&str> = template.sections.iter().map(|one| one.id.as_str()).collect();
        let found = template.sections.iter().find(|one| one.id.as_str() == text || one.name == text);
        let wrong = || CliError::Usage(lang.cli_no_section(text), lang.cli_known(&known.join(" ")));
        wants.push(Want::Section(found.ok_or_else(wrong)?.id.clone()));
    }
    if let Some(text) = value(matches, "matter") {
        let found = template.matter_named(text).ok_or_else(|| no_matter(text, session, lang))?;
        wants.push(Want::Matter(found.id.clone()));
    }
    if let Some(text) = value(matches, "kind") {
        let found = template.kind_named(text).ok_or_else(|| no_kind(text, session, lang))?;
        wants.push(Want::Kind(found.id.clone()));
    }
    Ok(wants)
}

/// What is wanted of fields that every item has: read as they are typed into an item.
fn of_the_item(matches: &ArgMatches, session: &Session) -> Result<Vec<Want>, CliError> {
    let Some(matter) = session.template().matters.first() else { return Ok(Vec::new()) };
    let mut typed = session.blank_item(matter);
    for name in ["status", "period", "unit"] {
        if let Some(text) = value(matches, name) {
            entry::set(&mut typed, name, text, session.desk())?;
        }
    }
    let status = value(matches, "status").map(|_| Want::Status(typed.card.status));
    let tag = value(matches, "tag").map(|tag| Want::Tag(tag.to_owned()));
    let others = [status, typed.card.period.map(Want::Period), typed.card.unit.map(Want::Unit), tag];
    Ok(others.into_iter().flatten().collect())
}

fn order(matches: &ArgMatches, lang: Lang) -> Result<Order, CliError> {
    let by = match value(matches, "sort") {
        None => SortBy::default(),
        Some(text) => {
            let found = SortBy::ALL.into_iter().find(|by| by.name() == text);
            found.ok_or_else(|| CliError::Usage(lang.cli_no_sort(text), lang.cli_sort_hint().into()))?
        }
    };
    Ok(Order { by, reversed: matches.get_flag("reverse") })
}

fn grouping(matches: &ArgMatches, lang: Lang) -> Result<Grouping, CliError> {
    let Some(text) = value(matches, "group") else { return Ok(Grouping::None) };
    let found = Grouping::ALL.into_iter().find(|by| by.name() == text);
    found.ok_or_else(|| CliError::Usage(lang.cli_no_group(text), lang.cli_group_hint().into()))
}
