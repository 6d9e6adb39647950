//! Verbs that belong together: of the report and its editions, of the registers.

use clap::{Arg, Command};

use super::{assignments, export_args, flag, json, option, variant_option, verb};
use crate::lang::Lang;

/// The verbs of the report and its editions.
pub(super) fn of_report(lang: Lang) -> Vec<Command> {
    vec![
        verb("report", lang.cli_report()).args([variant_option(lang), json(lang)]),
        verb("outline", lang.cli_outline()).arg(json(lang)),
        verb("export", lang.cli_export()).args(export_args(lang)),
        verb("editions", lang.cli_editions()).args([
            variant_option(lang),
            option("final", "N", lang.cli_opt_final()),
            json(lang),
        ]),
        verb("diff", lang.cli_diff()).args([
            Arg::new("old").value_name("N").help(lang.cli_arg_old()).required(true),
            Arg::new("new").value_name("M").help(lang.cli_arg_new()),
            variant_option(lang),
            json(lang),
        ]),
    ]
}

/// `register` and what can be done to the entries of one.
pub(super) fn register(lang: Lang) -> Command {
    let register = || Arg::new("register").value_name("REGISTER").help(lang.cli_arg_register());
    let one = |name, about| {
        let entry = Arg::new("entry").value_name("ENTRY").help(lang.cli_arg_entry()).required(true);
        verb(name, about).args([register().required(true), entry])
    };
    let label = |name| Arg::new(name).value_name("LABEL").help(lang.cli_arg_label()).required(true);
    verb("register", lang.cli_register())
        .args_conflicts_with_subcommands(true)
        .args([register(), json(lang)])
        .subcommands([
            verb("add", lang.cli_register_add()).args([
                register().required(true),
                label("label"),
                assignments(lang),
                flag("anyway", lang.cli_opt_again()),
            ]),
            one("edit", lang.cli_register_edit()).args([assignments(lang), flag("anyway", lang.cli_opt_again())]),
            one("rename", lang.cli_register_rename()).args([label("label"), flag("anyway", lang.cli_opt_again())]),
            one("merge", lang.cli_register_merge())
                .arg(Arg::new("into").value_name("INTO").help(lang.cli_arg_into()).required(true)),
            one("retire", lang.cli_register_retire()).arg(flag("back", lang.cli_opt_back())),
            one("rm", lang.cli_register_rm()),
            verb("export", lang.cli_register_export()).args([
                register().required(true),
                option("output", "FILE", lang.cli_opt_list_output()).short('o').required(true),
                flag("force", lang.cli_opt_force()),
            ]),
            verb("import", lang.cli_register_import()).args([
                register().required(true),
                Arg::new("file").value_name("FILE").help(lang.cli_arg_register_table()).required(true),
                flag("dry-run", lang.cli_opt_register_dry_run()),
            ]),
        ])
}
