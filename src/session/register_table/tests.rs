use super::super::bench::Bench;
use super::*;
use crate::import;
use crate::session::Twin;

fn outlets(bench: &Bench) -> Register {
    bench.session.register_named("媒体").expect("a register").clone()
}

fn plan(bench: &Bench, text: &str) -> RegisterPlan {
    let table = import::read(text.as_bytes(), None, &|_| true).expect("rows").table;
    bench.session.register_table(&outlets(bench), &table).expect("a plan")
}

fn take(bench: &mut Bench, text: &str) -> RegisterPlan {
    let plan = plan(bench, text);
    assert_eq!(plan.faulty, []);
    bench.session.apply(&bench.session.import_register(&plan, "媒体.csv")).expect("saved");
    plan
}

fn labels(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.label.as_str()).collect()
}

#[test]
fn what_was_exported_changes_nothing_when_it_comes_back() {
    let mut bench = Bench::sample();
    take(&mut bench, "名称,印刷名,别名,停用\n=新社,**,甲、乙；丙,\n旧报,《旧报》,,是\n");
    let namesake = bench.session.blank_entry(&outlets(&bench).id, "新华网");
    bench.session.apply(&bench.session.keep_entry(&namesake)).expect("saved");
    for register in &bench.session.template().registers {
        for (lang, format) in [(Lang::Zh, TableFormat::Xlsx), (Lang::En, TableFormat::Csv)] {
            let entries = bench.session.entries(&register.id).count();
            let path = bench.path().join(format!("{}.{}", register.id, format.extension()));
            bench.session.export_register(register, (&path, format, false), lang).expect("written");
            if entries == 0 {
                continue;
            }
            let book = bench.session.load_table(&path, None, &|_| true).expect("rows");
            let plan = bench.session.register_table(register, &book.table).expect("a plan");
            assert_eq!(plan, RegisterPlan { same: entries, ..RegisterPlan::default() }, "{}", register.id);
            assert!(bench.session.import_register(&plan, "a").edits.is_empty());
        }
    }
    let taken = bench.session.export_register(
        &outlets(&bench),
        (&bench.path().join("outlets.csv"), TableFormat::Csv, false),
        Lang::Zh,
    );
    assert!(matches!(taken, Err(SessionError::FileExists(_))));
}

#[test]
fn all_rows_are_one_change_and_one_undo() {
    let mut bench = Bench::empty();
    let before = bench.session.ledger().entries.clone();
    let plan = take(&mut bench, "名称,级别,什么\n农民日报,中央级,1\n新华网,市级,2\n人民网,中央级,3\n 农民日报 ,,4\n");
    assert_eq!((labels(&plan.new), labels(&plan.changed), plan.same), (vec!["农民日报"], vec!["新华网"], 1));
    assert_eq!(plan.doubles, [Double { row: 5, title: "农民日报".into(), of: Twin::Row(2) }]);
    assert_eq!(plan.ignored, ["什么"]);
    assert_eq!(bench.session.ledger().entries.len(), before.len() + 1);
    bench.session.undo().expect("undone");
    assert_eq!(bench.session.ledger().entries, before);
}

#[test]
fn an_alias_names_the_entry_and_an_old_label_among_the_aliases_renames_it() {
    let mut bench = Bench::empty();
    take(&mut bench, "名称,别名\n农民日报,农报\n");
    let plan = take(&mut bench, "名称,级别\n农报,中央级\n");
    assert_eq!((labels(&plan.new), labels(&plan.changed)), (vec![""; 0], vec!["农民日报"]));
    let plan = take(&mut bench, "名称,别名\n农民报,农民日报；农报\n");
    assert_eq!((labels(&plan.new), labels(&plan.changed)), (vec![""; 0], vec!["农民报"]));
    assert_eq!(plan.changed[0].aliases, ["农民日报", "农报"]);
    let plan = self::plan(&bench, "名称,别名\n农村报,农民报\n农民报,农民日报；农报\n");
    assert_eq!((labels(&plan.new), plan.same), (vec!["农村报"], 1), "the one it would rename has a row of its own");
}

#[test]
fn rows_about_what_was_merged_are_about_what_it_was_merged_into() {
    let mut bench = Bench::empty();
    let kept = take(&mut bench, "名称\n甲社\n乙社\n").new;
    bench.session.apply(&bench.session.merge_entry(kept[0].id, kept[1].id).expect("it fits")).expect("saved");
    let plan = plan(&bench, "名称,级别\n甲社,市级\n乙社,省级\n");
    assert_eq!((labels(&plan.changed), plan.doubles.len()), (vec!["乙社"], 1));
}

#[test]
fn a_faulty_cell_is_told_with_row_and_column_and_its_row_is_not_taken() {
    let bench = Bench::empty();
    let plan = plan(&bench, "媒体名录\n名称,级别,停用\n甲报,没有这一级,也许\n乙报,市级,\n,市级,\n");
    let told: Vec<_> = plan.faulty.iter().map(|one| (one.row, one.heading.as_deref())).collect();
    assert_eq!(told, [(3, Some("级别")), (3, Some("停用")), (5, Some("名称"))]);
    assert_eq!((plan.faulty_rows(), labels(&plan.new)), (2, vec!["乙报"]));
    assert!(plan.faulty[0].text(Lang::Zh).contains("第3行[级别]"), "{}", plan.faulty[0].text(Lang::Zh));
}

#[test]
fn a_table_without_names_is_refused() {
    let bench = Bench::empty();
    let table = import::read("级别,类\n市级,报\n".as_bytes(), None, &|_| true).expect("rows").table;
    let refused = bench.session.register_table(&outlets(&bench), &table);
    assert!(matches!(refused, Err(SessionError::Table(TableError::NoLabel(_)))), "{refused:?}");
}

#[test]
fn a_new_name_that_looks_like_a_known_one_is_pointed_at() {
    let bench = Bench::empty();
    let plan = plan(&bench, "名称\n新华网江南频道\n农民日报\n新华网\n");
    assert_eq!(plan.alike, [("新华网江南频道".to_owned(), vec!["新华网".to_owned()])]);
    assert_eq!(plan.alike_text(3, Lang::Zh), "新华网江南频道～新华网");
}
