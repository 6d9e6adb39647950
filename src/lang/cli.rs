//! The words of the command line.

texts! {
    cli_about { "台账：一条一条记下全年工作，随时看进度，一键写成公文格式的年度总结", "taizhang: record the year's work item by item, see where it stands, write the annual report with one key" }
    cli_template { "{about}\n\n用法：{usage}\n\n{all-args}", "{about}\n\nUsage: {usage}\n\n{all-args}" }
    cli_verbs { "动词（不写动词就打开界面）", "Verbs (none opens the interface)" }
    cli_options { "选项", "Options" }
    cli_common_options { "各动词通用的选项", "Options of every verb" }
    cli_verb { "动词", "Verb" }
    cli_more_verbs { "动词", "Verbs" }
    cli_arguments { "参数", "Arguments" }
    cli_demo { "在样例台账上打开界面", "Open the interface on the sample ledger" }
    cli_init { "建一本台账，不打开界面", "Make a ledger without opening the interface" }
    cli_year { "年度", "Years" }
    cli_year_new { "新建 --year 指定的年度（默认今年）", "Begin the year of --year (default: today's)" }
    cli_set { "设置本省、本市、本区名称等；不带参数则列出全部", "Set the names of province, city, district and so on; without arguments, list them" }
    cli_add { "记一条，打印新编号", "Record an item and print its id" }
    cli_edit { "改一条或几条", "Change items" }
    cli_rm { "移入回收站，一条或几条", "Put items into the bin" }
    cli_unbin { "从回收站取回，一条或几条", "Take items out of the bin" }
    cli_unbinned(title: &str) { "已从回收站取回：{title}", "out of the bin: {title}" }
    cli_arg_ids { "条目编号，或不会混淆的开头几位；可写几个", "Ids of items, or as much of their heads as is unique" }
    cli_opt_status { "状态：计划、进行中、完成、取消", "Status: planned, running, done, cancelled" }
    cli_opt_month { "几月（1–12）", "Month (1-12)" }
    cli_opt_period { "算在这一期的，如 二季度、7月、上半年", "Counted in this period, such as 二季度, 7月, 上半年" }
    cli_opt_unit { "单位", "Unit" }
    cli_opt_tag { "标签", "Tag" }
    cli_opt_key { "只看重点", "Only key items" }
    cli_opt_unchecked { "只看待核", "Only items still to be checked" }
    cli_opt_blanks { "只看有待填的", "Only items that lack something" }
    cli_opt_bin { "看回收站", "Those in the bin" }
    cli_opt_sort { "按日期、标题、单位、最近改动、报告里的次序排列", "Sort by date, title, unit, last change, place in the report" }
    cli_opt_reverse { "倒过来排", "The other way round" }
    cli_opt_group { "按单位、月份或共有的名录（如媒体）分组，各有小计", "In groups with their sums, by unit, month or the register they share" }
    cli_no_month(text: &str) { "没有 `{text}` 月", "there is no month `{text}`" }
    cli_month_hint { "写 1 到 12", "write 1 to 12" }
    cli_no_sort(text: &str) { "不会按 `{text}` 排列", "cannot sort by `{text}`" }
    cli_sort_hint { "用 date、title、unit、changed 或 report", "date, title, unit, changed or report" }
    cli_no_group(text: &str) { "不会按 `{text}` 分组", "cannot group by `{text}`" }
    cli_group_hint { "用 unit、month 或 register", "unit, month or register" }
    cli_show { "看一条", "Show an item" }
    cli_list { "列出条目", "List items" }
    cli_status { "各部分进度与待填数", "Where each section stands, and the blanks" }
    cli_figures { "全部数据、状态及依据的条目", "Every figure with its state and the items behind it" }
    cli_export { "写出报告，或把整本台账写成 jsonl；打印路径", "Write the report, or the whole ledger as jsonl, and print the path" }
    cli_template_verb { "打印默认模板，供改成自己的", "Print the default template, to make your own from" }
    cli_keys { "现用键位，及每一键的出处", "The keymap in force, and where each line comes from" }
    cli_undo { "撤销上一次改动", "Undo the last change" }
    cli_redo { "重做刚撤销的改动", "Redo what was undone" }
    cli_history { "全部改动", "All changes" }
    cli_opt_help { "看帮助", "Print help" }
    cli_opt_version { "看版本", "Print the version" }
    cli_opt_data { "台账所在文件夹（也可用环境变量 TAIZHANG_DATA）", "The ledger's directory (or the variable TAIZHANG_DATA)" }
    cli_opt_year { "年度", "The year" }
    cli_opt_lang { "界面语言", "Language of the interface" }
    cli_opt_keymap { "键位：office、vim 或一个文件", "Keymap: office, vim or a file" }
    cli_opt_today { "把这一天当作今天，如 2022-12-20", "Take this day for today, such as 2022-12-20" }
    cli_opt_as_of { "统计截至这一天", "Reckon everything as of this day" }
    cli_opt_sample { "装入样例台账（2021、2022年）", "Load the sample ledger (2021, 2022)" }
    cli_opt_template { "用自己的模板文件（TOML）", "Use your own template (TOML)" }
    cli_opt_from { "沿用哪一年的模板", "The year whose template is taken" }
    cli_opt_matter { "事项的编号或名称", "Id or name of the matter" }
    cli_opt_kind { "类别，如 稿件", "Kind, such as 稿件" }
    cli_opt_title { "标题", "Title" }
    cli_opt_date { "日期，如 12-20、7-13~17、端午", "Date, such as 12-20, 7-13~17, 端午" }
    cli_opt_set { "填一个字段，可多次", "Fill a field; may be repeated" }
    cli_opt_wording { "报告里的写法", "Its sentence in the report" }
    cli_opt_section { "第几部分（1–7，8、9、0）", "Section (1-7, 8, 9, 0)" }
    cli_opt_json { "输出 JSON", "Print JSON" }
    cli_opt_output { "写到这个文件；- 为标准输出", "Write this file; - is standard output" }
    cli_opt_format { "格式（默认看文件名，再默认 docx）", "Format (default: by the file's ending, else docx)" }
    cli_opt_force { "覆盖已有文件", "Replace a file that is there" }
    cli_arg_settings { "如 省=江南省 市=临江市 区=青山区；值为空则清除", "Such as 省=江南省 市=临江市 区=青山区; an empty value unsets" }
    cli_arg_query { "要找的字、拼音或首字母", "What to look for" }
    cli_arg_id { "条目编号，或不会混淆的开头几位", "The item's id, or as much of its head as is unique" }

    cli_error { "错误：", "error: " }
    cli_notice { "提示：", "note: " }
    cli_unknown_verb(word: &str) { "没有 `{word}` 这个动词", "there is no verb `{word}`" }
    cli_unknown_option(word: &str) { "没有 `{word}` 这个选项", "there is no option `{word}`" }
    cli_missing_value(word: &str) { "`{word}` 后面缺一个值", "`{word}` wants a value" }
    cli_missing_argument(word: &str) { "缺少 {word}", "{word} is missing" }
    cli_verb_first(verb: &str, other: &str) { "`{verb}` 要写在 `{other}` 前面", "`{verb}` goes before `{other}`" }
    cli_conflict(word: &str, other: &str) { "`{word}` 与 `{other}` 不能同用", "`{word}` and `{other}` do not go together" }
    cli_repeated(word: &str) { "`{word}` 只能写一次", "`{word}` may stand only once" }
    cli_unexpected(word: &str) { "不认识 `{word}`", "`{word}` is not expected here" }
    cli_not_utf8 { "命令里有不是 UTF-8 的字", "the command holds bytes that are not UTF-8" }
    cli_see_help { "看 taizhang --help", "see taizhang --help" }
    cli_did_you_mean(word: &str) { "是不是 `{word}`？", "did you mean `{word}`?" }
    cli_bad_year(text: &str) { "`{text}` 不是年份", "`{text}` is no year" }
    cli_year_hint { "写 1990 到 2100 之间的四位数，如 2022", "write four digits from 1990 to 2100, such as 2022" }
    cli_sample_year(text: &str) { "样例里没有{text}年", "the sample has no year {text}" }
    cli_sample_year_hint { "样例是 2021 和 2022 年，去掉 --year 即可", "the sample holds 2021 and 2022; leave --year out" }
    cli_bad_day(text: &str) { "`{text}` 不是某一天", "`{text}` is no single day" }
    cli_day_hint { "写成 2022-12-20 这样", "write it like 2022-12-20" }
    cli_bad_lang(text: &str) { "没有 `{text}` 这种界面语言", "there is no language `{text}`" }
    cli_lang_hint { "用 zh 或 en", "zh or en" }
    cli_bad_format(text: &str) { "不会写 `{text}` 格式", "cannot write the format `{text}`" }
    cli_formats_differ(format: &str, path: &str) { "`--format {format}` 与文件名 {path} 不符", "`--format {format}` does not go with the name {path}" }
    cli_formats_differ_hint { "去掉 --format，或改文件名的后缀", "leave --format out, or give the file another ending" }
    cli_format_hint { "用 docx、md、txt 或 jsonl", "docx, md, txt or jsonl" }
    cli_no_matter(text: &str) { "没有叫 `{text}` 的事项", "no matter is called `{text}`" }
    cli_no_kind(text: &str) { "没有叫 `{text}` 的类别", "no kind is called `{text}`" }
    cli_kind_without_matter(text: &str) { "没有哪个事项记 `{text}` 这一类", "no matter records the kind `{text}`" }
    cli_no_section(text: &str) { "没有第 `{text}` 部分", "there is no section `{text}`" }
    cli_known(list: &str) { "现有：{list}", "there are: {list}" }
    cli_which_matter { "用 --matter 指定事项，或用 --kind 指定类别", "name a matter with --matter, or a kind with --kind" }
    cli_outside_year(date: &str, year: &str) { "{date} 不在{year}年：这条记在{year}年台账里，但不计入{year}年的数据；要记到那一年，用 --year", "{date} lies outside {year}: the item stands in the ledger of {year} but counts for none of its figures; --year records it in another year" }
    cli_in_the_bin { "（在回收站里）", "(in the bin)" }
    cli_title_missing { "缺标题", "the title is missing" }
    cli_title_hint { "用 --title 写标题；还不知道就写 **", "give it with --title; ** if nobody knows it yet" }
    cli_nearest(word: &str) { "（是不是 `{word}`？）", " (did you mean `{word}`?)" }
    cli_date_missing(today: &str, year: &str) { "缺日期：今天（{today}）不在{year}年里", "the date is missing: today ({today}) does not lie in {year}" }
    cli_date_hint { "用 --date 写日期，如 --date 12-20；要记到别的年度，用 --year", "give it with --date, such as --date 12-20; --year records in another year" }
    cli_wrong_token(fault: &str, nearest: &str) { "写法里，{fault}{nearest}；已照原样记下", "in the wording, {fault}{nearest}; it is kept as written" }
    cli_required(names: &str) { "必填的还没填：{names}", "required and still empty: {names}" }
    cli_required_hint { "用 --set 字段=值 填上；还不知道就写 字段=**", "fill them with --set FIELD=VALUE; FIELD=** if nobody knows yet" }
    cli_bad_assignment(text: &str) { "`{text}` 里没有等号", "`{text}` has no equals sign" }
    cli_nameless(text: &str) { "`{text}` 的等号前面缺名称", "no name stands before the equals sign of `{text}`" }
    cli_assignment_hint { "写成 字段=值", "write FIELD=VALUE" }
    cli_nothing_to_edit { "没有说改什么", "nothing to change was named" }
    cli_no_ledger(dir: &str) { "{dir} 里没有台账", "there is no ledger in {dir}" }
    cli_no_ledger_hint { "用 taizhang init 建一本，或用 --data 指定文件夹", "make one with `taizhang init`, or name its directory with --data" }
    cli_no_home { "不知道台账该放哪里：没有主目录", "cannot tell where the ledger lies: there is no home directory" }
    cli_no_home_hint { "用 --data 指定文件夹", "name its directory with --data" }
    cli_private_dir(error: &str) { "建不了临时文件夹：{error}", "cannot make a private directory: {error}" }
    cli_unreadable(path: &str, error: &str) { "读不了 {path}：{error}", "cannot read {path}: {error}" }
    cli_unreadable_hint { "看看路径和权限", "see to its path and permissions" }
    cli_file_not_utf8(path: &str) { "{path} 不是 UTF-8 编码（可能是 GB18030），读不了", "{path} is not in UTF-8 (GB18030, maybe) and cannot be read" }
    cli_file_not_utf8_hint { "在编辑器里“另存为”，编码选 UTF-8，再试", "save it anew from an editor with the encoding UTF-8, then try again" }
    cli_too_large(path: &str) { "{path} 太大，不像模板", "{path} is too large for a template" }
    cli_template_wrong(count: usize) { "模板里有 {count} 处错误", "the template has {count} mistakes" }
    cli_template_hint { "改好再试；没有建台账", "mend them and try again; no ledger was made" }
    cli_output(error: &str) { "写不到标准输出：{error}", "cannot write to standard output: {error}" }
    cli_output_hint { "看看磁盘是否已满，再做一次", "see whether the disk is full, then do it again" }
    cli_made(dir: &str) { "已建台账：{dir}", "made the ledger in {dir}" }
    cli_year_made(year: &str) { "已新建{year}年", "began the year {year}" }
    cli_year_usual(year: &str) { "以后不写 --year 就是{year}年", "from now on, verbs without --year work in {year}" }
    cli_folder_to_be_made(folder: &str) { "还没有 {folder} 这个文件夹，第一次出文时建", "there is no folder {folder} yet; the first report makes it" }
    cli_folder_missing(folder: &str) { "没有 {folder} 这个文件夹；已记下，出文之前要先建好（U盘要插上）", "there is no folder {folder}; it is kept, and must be there before a report is written" }
    cli_set_done(what: &str) { "已设：{what}", "set: {what}" }
    cli_unset { "（未设）", "(not set)" }
    cli_undone(what: &str) { "已撤销：{what}", "undone: {what}" }
    cli_redone(what: &str) { "已重做：{what}", "done again: {what}" }
    cli_binned(title: &str) { "已移入回收站：{title}", "in the bin: {title}" }
    cli_edited(title: &str) { "已改：{title}", "changed: {title}" }
    cli_status_section { "部分", "section" }
    cli_status_matters { "事项有/应", "matters with/expected" }
    cli_status_items { "记录", "items" }
    cli_status_last { "最近", "last" }
    cli_status_figures { "数据已核/应有", "figures checked/expected" }
    cli_status_missing { "缺数", "missing" }
    cli_blanks(count: usize) { "待填 {count} 处", "{count} blanks" }
    cli_undoes(seq: u64) { "（撤销第{seq}号）", " (takes back no. {seq})" }
    cli_redoes(seq: u64) { "（重做第{seq}号）", " (does no. {seq} again)" }
    cli_only_reports(option: &str) { "`{option}` 只用于报告，jsonl 写的是整本台账", "`{option}` is for reports, and jsonl is the whole ledger" }
    cli_only_reports_hint { "去掉它，或写 --format docx", "leave it out, or write --format docx" }
    cli_table_by_list { "报告用 docx、md 或 txt；表格用 taizhang list -o 文件.xlsx，整本台账用 jsonl", "a report is docx, md or txt; for a table use `taizhang list -o FILE.xlsx`, for the whole ledger jsonl" }
}
