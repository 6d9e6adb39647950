//! The words that ask what a number typed by hand is.

texts! {
    number_title(said: &str) { "手打的“{said}”是什么数", "What is the typed {said}" }
    number_words { "只是字", "only words" }
    number_words_more { "不再问", "not asked again" }
    number_pick { "选数据", "a figure" }
    number_pick_more { "换成台账里会跟着变的数", "which follows the ledger" }
    number_which(said: &str) { "“{said}”换成哪个数据", "Which figure instead of {said}" }
    number_fix { "记为定数", "set by hand" }
    number_fix_more { "记下谁说的、依据什么", "who says so, and its basis" }
    number_all_words(count: usize) { "这{count}个都只是字", "all {count} are only words" }
    number_fixing(said: &str) { "“{said}”记为定数", "{said}, set by hand" }
    number_who { "谁说的：姓名、科室或单位", "Who says so: a name, an office, a unit" }
    number_name { "它叫什么：以后按这个名称找它、改它", "Its name: it is found and changed by it" }
    number_basis(basis: &str, who: &str) { "{basis}（{who}）", "{basis} ({who})" }
    number_nameless { "定数", "定数" }
}
