//! The words of the verbs that have to do with the units' numbers.

texts! {
    cli_returns { "还缺数的数据，以及谁还没报", "What figures lack, and which units owe it" }
    cli_returns_set { "记一个单位的报数", "Take a unit's number" }
    cli_urge { "写催报单，打印路径", "Write reminders to the units that owe, and print their paths" }
    cli_arg_indicator { "数据的名称，如 演出场次", "Name of the figure" }
    cli_arg_unit { "单位的名称", "Name of the unit" }
    cli_arg_value { "数，如 12、1.2万、300多；空着（\"\"）则去掉", "The number, such as 12, 1.2万, 300多; empty (\"\") takes it away" }
    cli_arg_units { "哪些单位；不写就是欠报的全部", "Which units; all that owe where none is named" }
    cli_opt_stretch { "所属期，如 二季度、7月、上半年；不写就是全年", "The stretch, such as 二季度, 7月, 上半年; the year where none is named" }
    cli_opt_source { "来源：实数、估数、预计", "Its source: actual, estimate, expected" }
    cli_opt_urge_format { "格式：docx（默认）或 txt", "Format: docx (the default) or txt" }
    cli_opt_urge_output { "写到这个文件夹；不写就用设置里的", "Write into this folder; that of the settings where none is named" }
    cli_opt_note { "同时记下今天已催", "Note too that they were urged today" }
    cli_no_indicator(name: &str) { "没有叫 `{name}` 的数据", "no figure is called `{name}`" }
    cli_meant(name: &str) { "是不是 {name}？", "did you mean {name}?" }
    cli_indicator_hint { "用 taizhang figures 看全部数据", "`taizhang figures` lists all figures" }
    cli_not_returned(name: &str) { "`{name}` 不由单位报数", "units do not return `{name}`" }
    cli_no_unit(name: &str) { "名录里没有叫 `{name}` 的单位", "the register has no unit called `{name}`" }
    cli_no_source(name: &str) { "没有 `{name}` 这种来源", "there is no source `{name}`" }
    cli_urge_format_hint { "催报单写 docx 或 txt", "reminders are written as docx or txt" }
    cli_returned(name: &str, unit: &str, stretch: &str, value: &str) { "{name} {unit} {stretch} {value}", "{name} {unit} {stretch} {value}" }
}
