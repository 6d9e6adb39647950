//! The words of the returns screens: what is lacking, the units' numbers, and what is said of a figure.

texts! {
    source_counted { "实数", "actual" }
    source_estimated { "估数", "estimate" }
    source_expected { "预计", "expected" }
    returns_urged_act(units: &str) { "催 {units}", "urged {units}" }

    whole_year { "全年", "whole year" }
    returns_title { "补数表", "Numbers to fill in" }
    returns_counts(missing: usize, partial: usize) { "缺数{missing}项 不全{partial}项", "{missing} missing, {partial} partial" }
    returns_by(ours: usize, units: usize) { "本办{ours} 单位{units}", "ours {ours}, units {units}" }
    returns_now { "现有", "now" }
    returns_lack { "缺什么", "lacks" }
    returns_who { "谁答 电话", "who, phone" }
    returns_we { "本办", "we" }
    returns_the_units { "各单位", "the units" }
    returns_units(first: &str) { "{first}等", "{first} and others" }
    returns_nothing { "什么都不缺了。F5 看核对表，逐项核对", "Nothing is lacking. F5 shows the figures to check" }
    lack_owed(answered: usize, owed: usize) { "报{answered}家 差{owed}家", "{answered} in, {owed} owed" }
    lack_until(day: &str) { "记全至 {day}", "only to {day}" }
    lack_open(count: usize) { "{count}处待填", "{count} open" }
    lack_unset { "没有定数", "not set" }
    lack_without(count: usize) { "{count}条没有数", "{count} without" }
    todo_owed { "回车逐家填", "Enter: unit by unit" }
    todo_open { "回车去填待填的格", "Enter goes to the open field" }
    todo_unset { "回车填数，再写依据", "Enter asks for the number and its basis" }
    todo_units { "回车逐家填；确实没有按 F8 确认为零", "Enter: unit by unit; F8 confirms zero" }
    todo_nothing { "回车记一条；确实没有按 F8 确认为零", "Enter records an item; F8 confirms zero" }
    todo_until { "回车选：补记之后的条目，或改“记全至”", "Enter: record what came later, or say that it is complete" }
    todo_without { "回车看这几条；确实没有数，按 F4 核对", "Enter shows them; if they have none, F4 signs" }
    todo_ask(todo: &str, units: &str) { "{todo}。欠报: {units}", "{todo}. Owed by {units}" }
    work_register(name: &str) { "这一项从名录“{name}”里取，到名录里补", "it is taken from the register {name}; add what is missing there" }
    hint_returns { "补数核对", "numbers" }
    hint_returns_work { "去补", "fill in" }
    hint_returns_all { "核对表", "all figures" }
    hint_returns_owed { "补数表", "lacking" }

    figure_used_hint { "先在那里换成别的数据，或改成字", "put another figure or words there first" }
    act_work { "去补", "Fill in what is lacking" }
    act_record { "记一条", "Record an item" }
    act_items { "看条目", "Show the items" }
    act_units { "各单位的数", "The units' numbers" }
    act_zero { "确认为零", "confirm zero" }
    act_no_zero { "不再确认为零", "No longer confirmed zero" }
    act_until { "记全至…", "Complete up to…" }
    act_until_of(name: &str) { "{name} 记全至哪一天", "{name}: complete up to which day" }
    act_fix { "记为定数…", "Set by hand…" }
    act_fixing(name: &str) { "{name} 定数", "{name}, set by hand" }
    act_free { "去掉定数", "No longer set by hand" }
    act_sign { "核对无误", "Sign for it" }
    act_unsign { "退回待核", "Take the signature back" }
    act_sign_all(count: usize) { "全部核对（不缺的{count}项）", "Sign for all {count} that lack nothing" }
    act_remind(format: &str, count: usize) { "写催报单 .{format}: 欠报的{count}家", "Reminders .{format} to all {count} that owe" }
    act_urge(count: usize) { "记已催: 欠报的{count}家", "Note as urged: all {count} that owe" }
    ask_number(unit: &str) { "数多少{unit}，如 1.2万、300多", "The number ({unit}), such as 1.2万, 300多" }
    ask_basis { "依据是什么：文件、台账、谁报的", "Its basis: a document, a ledger, who said it" }
    ask_basis_missing { "定数要有依据：文件、台账、谁报的", "A number set by hand needs a basis" }
    ask_until { "到这一天为止都记全了，如 10-31；空着就不说", "Everything is recorded up to this day, such as 10-31; empty: not said" }
    zero_owed(count: usize) { "还有{count}家没报，回车逐家填；没有的按 F8 报零", "{count} units owe it; Enter, then F8 for a unit's zero" }
    zero_open(count: usize) { "有{count}处待填，先填上", "{count} numbers are open; fill them in first" }
    zero_there(value: &str) { "现在是{value}，不是零", "it is {value}, not zero" }
    zero_share(part: &str, whole: &str) { "占比由“{part}”和“{whole}”算出，去确认那两项", "the share follows from {part} and {whole}: confirm those" }
    zero_no_number { "这一项不能确认为零", "this cannot be confirmed as zero" }
    sign_all_ask(count: usize) { "{count}项不缺数的都核对无误？可以撤销。", "Sign for all {count} that lack nothing? It can be undone." }
    sign_all_yes { "全部核对", "sign for all" }
    reminders_written(count: usize, first: &str) { "已写催报单{count}份：{first}", "{count} reminders written: {first}" }

    units_title(name: &str, unit: &str) { "{name}（{unit}）", "{name} ({unit})" }
    units_answered(answered: usize, all: usize) { "已报{answered}/{all}家", "{answered}/{all} in" }
    units_given(count: usize) { "已报{count}家", "{count} in" }
    units_total(value: &str) { "合计{value}", "sum {value}" }
    units_figure(value: &str) { "本项全部{value}", "figure {value}" }
    units_uncompared { "条目里没有这个数，不能相减", "items have no such number, so there is no gap" }
    units_zero_ask(unit: &str, typed: &str) { "{unit}这一格打了 {typed}，还没存。不要它，改报零？", "{typed} is typed for {unit} and not saved. Take zero instead?" }
    units_zero_saved(typed: &str) { "存着的已经是零；打的 {typed} 还在格里，退格就能改", "Zero is saved already; {typed} still stands in the cell." }
    units_last_year(value: &str) { "去年{value}", "last year {value}" }
    units_unit { "单位", "unit" }
    units_number { "数", "number" }
    units_source { "来源", "source" }
    units_before { "去年", "before" }
    units_items { "条目", "items" }
    units_gap { "相差", "gap" }
    units_contact { "联系", "contact" }
    units_owes { "未报", "owed" }
    units_records(count: usize) { "{count}条", "{count} it." }
    units_none { "名录里没有单位，先在名录里加", "The register has no units; add them there" }
    units_sources { "来源: 1实数 2估数 3预计", "source: 1 actual 2 estimate 3 expected" }
    units_beside(period: &str, value: &str) { "另报{period} {value}", "{period}: {value}" }
    units_replaced(count: usize) { "{count}条条目以报数为准，不重复加", "{count} items are not added to the return" }
    units_saved { "已记。", "Saved. " }
    units_saved_of(unit: &str, value: &str) { "{unit} {value}。", "{unit} {value}. " }
    units_left(count: usize) { "还差{count}家", "{count} to go" }
    units_next(name: &str) { "报齐了，回车去下一项: {name}", "complete; Enter: {name}" }
    units_all_in { "各单位都报齐了", "all units are in" }
    urged_on(day: &str) { "{day}已催", "urged {day}" }
    urged_unanswered(day: &str) { "{day}已催 未回", "urged {day}" }
    unit_act_period { "换所属期", "Another stretch" }
    unit_act_remind(format: &str) { "写催报单 .{format}", "Reminder .{format}" }
    unit_act_urge { "记已催（今天）", "Note as urged today" }
    unit_act_zeros(count: usize) { "未报的{count}家都报零", "Zero for all {count} that owe" }
    unit_act_remove { "去掉这个数", "Take this number away" }
    unit_zeros_ask(count: usize, name: &str) { "未报的{count}家都记为零？可以撤销。  {name}", "Zero for all {count} that owe? It can be undone.  {name}" }
    hint_units_save { "存,下一家", "save, next" }
    hint_units_source { "来源", "source" }
    hint_units_zero { "报零", "zero" }
    hint_figures_acts { "核对等", "sign" }
    hint_units_acts { "操作", "actions" }
}

impl crate::lang::Lang {
    /// What the list of what is lacking is for.
    pub const fn returns_help(self) -> [&'static str; 3] {
        match self {
            Self::Zh => [
                "补数表列出全年还缺数或不全的每一项：先是本办自己查的，后是等单位报的。缺数和总览上的同数。",
                "回车去补：单位报的逐家填，待填的去那一格，没有条目的记一条，定数填数和依据。",
                "F8 确认为零；F4 记全至、定数、核对、催报单、记已催；F5 换到核对表。",
            ],
            Self::En => [
                "Everything that has no number yet (as many as the board says) or is incomplete: first ours, then the units'.",
                "Enter goes where it is done: unit by unit, the open field, a new item, or a number with its basis.",
                "F8 confirms zero; F4: complete up to, set by hand, sign, reminders, urged; F5: all figures.",
            ],
        }
    }

    /// How the units' numbers are filled in.
    pub const fn units_help(self) -> [&'static str; 4] {
        match self {
            Self::Zh => [
                "打数，回车就存，光标到下一家未报的。1.2万、300多、3+4+5、全角数字都行；F8 报零。",
                "Tab 到来源：1实数 2估数 3预计。条目是同一单位同一期逐条记的数，只并排看，不重复加。",
                "F4：换所属期、催报单、记已催、都报零、去掉这个数。Esc 收起，没存的留作草稿。",
                "合计是这里各行的和；“本项全部”是这一项现在的数，连别的所属期和没写单位的条目，两样不同才写。",
            ],
            Self::En => [
                "Type a number, Enter saves it and goes to the next unit that owes. 1.2万, 300多, 3+4+5; F8 is zero.",
                "Tab goes to the source: 1 actual 2 estimate 3 expected. Items stand beside it and are never added.",
                "F4: another stretch, reminders, urged, zeros, take away. Esc leaves; what is not saved is kept.",
                "The sum is that of the rows here; the figure has other stretches and items too, and stands beside it if it differs.",
            ],
        }
    }
}
