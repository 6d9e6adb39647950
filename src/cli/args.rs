//! The words of the command line: every verb and option once, with its help in both languages.

mod groups;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::lang::Lang;
use crate::model::{Variant, VariantError};
use groups::{of_report, register};

/// Builds the whole command.
pub fn command(lang: Lang) -> Command {
    let base = Command::new("taizhang")
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.cli_about())
        .disable_help_subcommand(true)
        .args(common(lang))
        .subcommands(vec![
            verb("demo", lang.cli_demo()),
            verb("init", lang.cli_init())
                .args([flag("sample", lang.cli_opt_sample()), option("template", "FILE", lang.cli_opt_template())]),
            verb("year", lang.cli_year())
                .subcommand_required(true)
                .subcommand(verb("new", lang.cli_year_new()).arg(option("from", "YEAR", lang.cli_opt_from()))),
            verb("set", lang.cli_set()).arg(many("values", "NAME=VALUE", lang.cli_arg_settings())),
            verb("add", lang.cli_add()).args(add_args(lang)),
            verb("edit", lang.cli_edit()).args([items(lang), assignments(lang)]),
            verb("rm", lang.cli_rm()).arg(items(lang)),
            verb("unbin", lang.cli_unbin()).arg(items(lang)),
            verb("show", lang.cli_show()).args([item(lang), json(lang)]),
            verb("list", lang.cli_list()).args(list_args(lang)),
            verb("status", lang.cli_status()).arg(json(lang)),
            verb("figures", lang.cli_figures()).args([variant_option(lang), json(lang)]),
            register(lang),
            verb("returns", lang.cli_returns())
                .arg(json(lang))
                .subcommand(verb("set", lang.cli_returns_set()).args(returns_args(lang))),
            verb("urge", lang.cli_urge()).args(urge_args(lang)),
            verb("check", lang.cli_check()).arg(json(lang)),
        ])
        .subcommands(of_report(lang))
        .subcommands([
            verb("profile", lang.cli_profile()).args(profile_args(lang)),
            verb("template", lang.cli_template_verb()),
            verb("keys", lang.cli_keys()),
            verb("backup", lang.cli_backup()).arg(file(lang.cli_arg_backup())),
            verb("backups", lang.cli_backups()).arg(json(lang)),
            verb("restore", lang.cli_restore())
                .args([file(lang.cli_arg_restore()).required(true), option("into", "DIR", lang.cli_opt_into())]),
            verb("import", lang.cli_import()).args(import_args(lang)),
            verb("merge", lang.cli_merge()).args(merge_args(lang)),
            verb("doctor", lang.cli_doctor()).args([flag("repair", lang.cli_opt_repair()), json(lang)]),
            verb("undo", lang.cli_undo()),
            verb("redo", lang.cli_redo()),
            verb("history", lang.cli_history()).args([option("item", "ID", lang.cli_opt_item()), json(lang)]),
        ]);
    localized(base, "taizhang", lang)
}

/// Usage, headings and built-in options in the language of the rest; `path` is the verb with those above it.
fn localized(command: Command, path: &str, lang: Lang) -> Command {
    let template = lang.cli_template();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
    let mut command = command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(lang.cli_opt_help()));
    if command.get_name() == path {
        command = command.subcommand_help_heading(lang.cli_verbs()).arg(
            Arg::new("version").short('V').long("version").action(ArgAction::Version).help(lang.cli_opt_version()),
        );
    } else {
        command = command.subcommand_help_heading(lang.cli_more_verbs());
    }
    let usage = usage(&command, path, lang);
    command = command.override_usage(usage).mut_args(|arg| {
        let heading = match &arg {
            arg if arg.is_positional() => lang.cli_arguments(),
            arg if arg.is_global_set() => lang.cli_common_options(),
            _ => lang.cli_options(),
        };
        arg.help_heading(heading)
    });
    for name in names {
        let below = format!("{path} {name}");
        command = command.mut_subcommand(name, |sub| localized(sub, &below, lang));
    }
    command
}

/// `taizhang list [选项] [QUERY]...`.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut words = vec![path.to_string(), format!("[{}]", lang.cli_options())];
    words.extend(command.get_positionals().map(|arg| {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if arg.get_num_args().is_some_and(|many| many.max_values() > 1) { "..." } else { "" };
        if arg.is_required_set() { format!("<{name}>{many}") } else { format!("[{name}]...") }
    }));
    if command.has_subcommands() {
        let verb = lang.cli_verb();
        words.push(if command.is_subcommand_required_set() { format!("<{verb}>") } else { format!("[{verb}]") });
    }
    words.join(" ")
}

fn verb(name: &'static str, about: &'static str) -> Command {
    Command::new(name).about(about)
}

fn common(lang: Lang) -> Vec<Arg> {
    vec![
        option("data", "DIR", lang.cli_opt_data()).global(true),
        option("year", "YEAR", lang.cli_opt_year()).global(true),
        option("lang", "zh|en", lang.cli_opt_lang()).global(true),
        option("keymap", "NAME|FILE", lang.cli_opt_keymap()).global(true),
        option("today", "DATE", lang.cli_opt_today()).global(true),
        option("as-of", "DATE", lang.cli_opt_as_of()).global(true),
    ]
}

fn add_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("matter", "ID|NAME", lang.cli_opt_matter()),
        option("kind", "KIND", lang.cli_opt_kind()).conflicts_with("matter"),
        option("title", "TEXT", lang.cli_opt_title()),
        option("date", "DATE", lang.cli_opt_date()),
        assignments(lang),
        option("wording", "TEXT", lang.cli_opt_wording()),
    ]
}

fn list_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("section", "N", lang.cli_opt_section()),
        option("matter", "ID|NAME", lang.cli_opt_matter()),
        option("kind", "KIND", lang.cli_opt_kind()),
        option("status", "STATUS", lang.cli_opt_status()),
        option("month", "N", lang.cli_opt_month()),
        option("period", "PERIOD", lang.cli_opt_period()),
        option("unit", "NAME", lang.cli_opt_unit()),
        option("tag", "TAG", lang.cli_opt_tag()),
        flag("key", lang.cli_opt_key()),
        flag("unchecked", lang.cli_opt_unchecked()),
        flag("blanks", lang.cli_opt_blanks()),
        flag("bin", lang.cli_opt_bin()),
        option("sort", "date|title|unit|changed|report", lang.cli_opt_sort()),
        flag("reverse", lang.cli_opt_reverse()),
        option("group", "unit|month|register", lang.cli_opt_group()),
        Arg::new("query").value_name("QUERY").help(lang.cli_arg_query()).num_args(0..).allow_hyphen_values(false),
        option("output", "FILE|-", lang.cli_opt_list_output())
            .short('o')
            .allow_hyphen_values(true)
            .conflicts_with("json"),
        option("columns", "NAMES", lang.cli_opt_columns()),
        option("keep-columns", "NAME", lang.cli_opt_keep_columns()),
        flag("force", lang.cli_opt_force()),
        json(lang),
    ]
}

fn import_args(lang: Lang) -> Vec<Arg> {
    vec![
        file(lang.cli_arg_import()).required(true),
        option("matter", "ID|NAME", lang.cli_opt_matter()),
        option("kind", "KIND", lang.cli_opt_kind()).conflicts_with("matter"),
        option("sheet", "NAME", lang.cli_opt_sheet()),
        option("map", "COLUMN=FIELD", lang.cli_opt_map()).action(ArgAction::Append),
        option("set", "FIELD=VALUE", lang.cli_opt_given()).action(ArgAction::Append),
        flag("dry-run", lang.cli_opt_dry_run()),
        flag("skip-faulty", lang.cli_opt_skip_faulty()),
        json(lang),
    ]
}

fn merge_args(lang: Lang) -> Vec<Arg> {
    let settle = flag("settle", lang.cli_opt_settle()).conflicts_with_all(["other", "dry-run", "json"]);
    let other = Arg::new("other").value_name("OTHER").help(lang.cli_arg_merge());
    vec![other.required_unless_present("settle"), flag("dry-run", lang.cli_opt_merge_dry_run()), settle, json(lang)]
}

fn returns_args(lang: Lang) -> Vec<Arg> {
    let needed = |name, value, help| Arg::new(name).value_name(value).help(help).required(true);
    vec![
        needed("indicator", "INDICATOR", lang.cli_arg_indicator()),
        needed("unit", "UNIT", lang.cli_arg_unit()),
        needed("value", "VALUE", lang.cli_arg_value()),
        option("period", "PERIOD", lang.cli_opt_stretch()),
        option("source", "SOURCE", lang.cli_opt_source()),
    ]
}

fn urge_args(lang: Lang) -> Vec<Arg> {
    vec![
        many("units", "UNIT", lang.cli_arg_units()),
        option("format", "docx|txt", lang.cli_opt_urge_format()),
        option("output", "DIR", lang.cli_opt_urge_output()).short('o'),
        flag("note", lang.cli_opt_note()),
    ]
}

fn export_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("output", "FILE|-", lang.cli_opt_output()).short('o').allow_hyphen_values(true),
        option("format", "docx|md|txt|jsonl", lang.cli_opt_format()),
        option("profile", "NAME", lang.cli_opt_profile()),
        option("annex", "NAME", lang.cli_opt_annex()).action(ArgAction::Append),
        flag("seal", lang.cli_opt_seal()),
        flag("force", lang.cli_opt_force()),
        variant_option(lang),
    ]
}

fn variant_option(lang: Lang) -> Arg {
    option("variant", "VARIANT", lang.cli_opt_variant())
}

fn profile_args(lang: Lang) -> Vec<Arg> {
    vec![
        Arg::new("name").value_name("NAME").help(lang.cli_arg_profile()),
        many("values", "LINE=VALUE", lang.cli_arg_profile_values()),
        option("from", "NAME", lang.cli_opt_profile_from()).requires("name"),
        option("rename", "NAME", lang.cli_opt_profile_rename()).requires("name").conflicts_with_all(["from", "values"]),
        flag("remove", lang.cli_opt_profile_remove()).requires("name").conflicts_with_all(["from", "values", "rename"]),
    ]
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn many(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(help).num_args(0..)
}

fn file(help: &'static str) -> Arg {
    Arg::new("file").value_name("FILE").help(help)
}

fn json(lang: Lang) -> Arg {
    flag("json", lang.cli_opt_json())
}

fn item(lang: Lang) -> Arg {
    Arg::new("id").value_name("ID").help(lang.cli_arg_id()).required(true)
}

fn items(lang: Lang) -> Arg {
    Arg::new("id").value_name("ID").help(lang.cli_arg_ids()).required(true).num_args(1..)
}

fn assignments(lang: Lang) -> Arg {
    option("set", "FIELD=VALUE", lang.cli_opt_set()).action(ArgAction::Append)
}

/// The value of an option, when it was given.
pub fn value<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The variant that was asked for, else the whole year.
pub fn variant(matches: &ArgMatches) -> Result<Variant, VariantError> {
    value(matches, "variant").map_or(Ok(Variant::Whole), str::parse)
}

/// All values of an option or argument.
pub fn values<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    matches.try_get_many::<String>(name).ok().flatten().into_iter().flatten().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The help of a verb, all words of the command line without the program's name.
    fn help(words: &[&str], lang: Lang) -> String {
        let all = std::iter::once("taizhang").chain(words.iter().copied()).chain(["--help"]);
        command(lang).try_get_matches_from(all).expect_err("help is shown").to_string()
    }

    #[test]
    fn the_table_of_verbs_holds_together() {
        for lang in [Lang::Zh, Lang::En] {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn no_english_heading_stands_in_chinese_help() {
        let verbs: Vec<String> = command(Lang::Zh).get_subcommands().map(|verb| verb.get_name().to_string()).collect();
        let verbs = verbs.iter().map(|verb| vec![verb.as_str()]).chain([vec![], vec!["year", "new"]]);
        for words in verbs {
            let shown = help(&words, Lang::Zh);
            for english in ["Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "Usage", "Print"] {
                assert!(!shown.contains(english), "{words:?} {english}:\n{shown}");
            }
        }
    }

    #[test]
    fn usage_names_what_a_verb_takes() {
        assert!(help(&[], Lang::Zh).contains("用法：taizhang [选项] [动词]\n"));
        assert!(help(&["edit"], Lang::En).contains("Usage: taizhang edit [Options] <ID>...\n"));
        assert!(help(&["list"], Lang::Zh).contains("用法：taizhang list [选项] [QUERY]...\n"));
        assert!(help(&["year"], Lang::Zh).contains("用法：taizhang year [选项] <动词>\n"));
        assert!(help(&["year", "new"], Lang::Zh).contains("用法：taizhang year new [选项]\n"));
    }

    #[test]
    fn a_verbs_own_options_stand_before_those_of_all() {
        let shown = help(&["add"], Lang::Zh);
        let at = |word: &str| shown.find(word).unwrap_or_else(|| panic!("{word} is missing:\n{shown}"));
        assert!(at("--matter") < at("--wording") && at("--wording") < at("--data") && at("--data") < at("--as-of"));
    }
}
