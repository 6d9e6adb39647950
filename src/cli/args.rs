//! The words of the command line: every verb and option once, with its help in both languages.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::lang::Lang;

/// Builds the whole command.
pub fn command(lang: Lang) -> Command {
    let base = Command::new("taizhang")
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.cli_about())
        .disable_help_subcommand(true)
        .args(common(lang))
        .subcommands([
            verb("demo", lang.cli_demo(), lang),
            verb("init", lang.cli_init(), lang)
                .args([flag("sample", lang.cli_opt_sample()), option("template", "FILE", lang.cli_opt_template())]),
            verb("year", lang.cli_year(), lang)
                .subcommand_required(true)
                .subcommand(verb("new", lang.cli_year_new(), lang).arg(option("from", "YEAR", lang.cli_opt_from()))),
            verb("set", lang.cli_set(), lang).arg(many("values", "NAME=VALUE", lang.cli_arg_settings())),
            verb("add", lang.cli_add(), lang).args(add_args(lang)),
            verb("edit", lang.cli_edit(), lang).args([item(lang), assignments(lang)]),
            verb("rm", lang.cli_rm(), lang).arg(item(lang)),
            verb("show", lang.cli_show(), lang).args([item(lang), json(lang)]),
            verb("list", lang.cli_list(), lang).args(list_args(lang)),
            verb("status", lang.cli_status(), lang).arg(json(lang)),
            verb("figures", lang.cli_figures(), lang).arg(json(lang)),
            verb("export", lang.cli_export(), lang).args(export_args(lang)),
            verb("template", lang.cli_template_verb(), lang),
            verb("keys", lang.cli_keys(), lang),
            verb("undo", lang.cli_undo(), lang),
            verb("redo", lang.cli_redo(), lang),
            verb("history", lang.cli_history(), lang).arg(json(lang)),
        ]);
    localized(base, lang)
}

/// Headings and built-in options in the language of the rest.
fn localized(command: Command, lang: Lang) -> Command {
    let template = lang.cli_template();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
    let mut command = command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(lang.cli_opt_help()));
    if command.get_name() == "taizhang" {
        command = command.subcommand_help_heading(lang.cli_verbs()).arg(
            Arg::new("version").short('V').long("version").action(ArgAction::Version).help(lang.cli_opt_version()),
        );
    }
    command = command.mut_args(|arg| {
        let heading = if arg.is_positional() { lang.cli_arguments() } else { lang.cli_options() };
        arg.help_heading(heading)
    });
    for name in names {
        command = command.mut_subcommand(name, |sub| localized(sub, lang));
    }
    command
}

fn verb(name: &'static str, about: &'static str, _lang: Lang) -> Command {
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
        Arg::new("query").value_name("QUERY").help(lang.cli_arg_query()).num_args(0..).allow_hyphen_values(false),
        json(lang),
    ]
}

fn export_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("output", "FILE|-", lang.cli_opt_output()).short('o').allow_hyphen_values(true),
        option("format", "docx|md|txt", lang.cli_opt_format()),
        flag("force", lang.cli_opt_force()),
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

fn json(lang: Lang) -> Arg {
    flag("json", lang.cli_opt_json())
}

fn item(lang: Lang) -> Arg {
    Arg::new("id").value_name("ID").help(lang.cli_arg_id()).required(true)
}

fn assignments(lang: Lang) -> Arg {
    option("set", "FIELD=VALUE", lang.cli_opt_set()).action(ArgAction::Append)
}

/// The value of an option, when it was given.
pub fn value<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// All values of an option or argument.
pub fn values<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    matches.try_get_many::<String>(name).ok().flatten().into_iter().flatten().map(String::as_str).collect()
}
