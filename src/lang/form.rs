//! The words of forms, pick lists and settings.

texts! {
    form_new(matter: &str) { "记一条: {matter}", "New: {matter}" }
    form_edit(matter: &str) { "改一条: {matter}", "Edit: {matter}" }
    form_nth(kind: &str, n: usize) { "今年第{n}条{kind}", "{kind} no. {n} this year" }
    form_before(old: &str) { "原来：{old}", "Was: {old}" }
    form_was_empty { "（空）", "(empty)" }
    form_restore(key: &str) { "{key} 恢复", "{key} restores it" }
    form_draft_back { "接着上次的草稿", "continuing the draft" }
    form_rest(count: usize) { "其余{count}项", "{count} more" }
    form_next_page { "PgDn 下一页", "PgDn next page" }
    form_previous_page { "PgUp 上一页", "PgUp previous page" }
    form_page(page: usize, pages: usize) { "第{page}/{pages}页", "page {page}/{pages}" }
    form_pick(field: &str) { "选{field}  按数字就选并跳下一格，也可打汉字、拼音", "Pick {field}: a digit picks and goes on; or type" }
    form_no_match { "没有对得上的", "nothing matches" }
    form_yes { "是", "yes" }
    form_no { "否", "no" }
    form_effect { "存后算进", "Saving changes" }
    form_effect_none { "存后不改变任何数据", "Saving changes no figure" }
    form_title_missing { "标题还没填：写上标题再存，还不知道就写 **", "The title is missing: type one, or ** if nobody knows it yet" }
    form_required(field: &str) { "{field}还没填：填上再存，还不知道就写 **", "{field} is missing: fill it in, or ** if nobody knows it yet" }
    form_left { "已收起，草稿留着", "Closed; the draft is kept" }
    form_no_help { "这一格没有特别的要求", "Nothing special about this field" }
    form_large { "大编辑框：回车换行，Esc 收回", "Large editor: Enter breaks the line, Esc returns" }

    form_other_year(year: &str) { "不在{year}年，存了不算进今年", "not in {year}; will not count" }
    form_like { "请看一眼", "Look" }
    form_like_title(when: &str, title: &str) { "{when}已有同题的一条：{title}", "{when}: the same title is there: {title}" }
    form_like_day(when: &str, entry: &str, title: &str) { "{when}{entry}已有一条：{title}", "{when}, {entry}: there is {title}" }
    form_picks_page(page: usize, pages: usize, key: &str) { "{key}换一批 {page}/{pages}", "{key} more {page}/{pages}" }
    form_pick_several(field: &str) { "选{field}  可选几个：按数字加上，再按去掉，回车下一格", "Pick {field}: digits add and remove; Enter goes on" }
    form_register_hint(key: &str) { "{key} 把它加进名录", "{key} adds it to the register" }
    form_register_ask(label: &str, register: &str) { "把“{label}”加进名录“{register}”？", "Add {label} to the register {register}?" }
    form_register_yes { "加进去", "add it" }
    form_registered { "已加进名录", "Added to the register" }
    form_required_help { "这一格必填；还不知道就写 **，报告里印成待填", "Required; ** if nobody knows it yet: it prints as a blank" }
    help_about(field: &str, what: &str) { "{field}：{what}", "{field}: {what}" }
    help_text { "打字就行；还不知道写 **", "Type it; ** if nobody knows it yet" }
    help_lines { "可以写几行；F4 打开大编辑框，在那里回车换行", "May have lines; F4 opens the large editor, where Enter breaks the line" }
    help_texts { "可以写几项，用分号隔开：学党章；学报告", "Several, with semicolons between" }
    help_amount(unit: &str) { "写个数就行（{unit}）：120、1.2万、300多、近百、3+4+5", "A number ({unit}): 120, 1.2万, 300多, 3+4+5" }
    help_choice { "按数字选，选了就到下一格", "A digit picks and goes on" }
    help_entry { "按数字选，或打汉字、拼音、首字母缩小范围，回车取第一个；名字带数字的，先按空格再打；名录里没有的按 F4 加", "A digit picks; type to narrow, Enter takes the first; a blank begins a name with digits; F4 adds a new name" }
    help_entries { "可选几个：按数字加上，再按一次去掉；打字也行，用顿号隔开；名字带数字的，先按空格再打", "Several: digits add and remove; or type, with 、 between; a blank begins a name with digits" }
    help_item { "引用另一条：打它标题里的字、拼音或首字母，回车取第一个", "Another item: type a part of its title, Enter takes the first" }
    help_flag { "1 是，2 否", "1 yes, 2 no" }

    help_title_field { "一句话说清是什么事；书名号可以不打", "What it is, in one line" }
    help_when { "12-20、7-13~17、10月上旬、二季度、端午、昨天都行", "12-20, 7-13~17, 10月上旬, 二季度, 端午, 昨天" }
    help_period { "算在哪个季度或月份，和日期不同才填：二季度、7月", "The quarter or month it counts for, if not that of its date" }
    help_unit { "哪个单位的事；按数字选，或打汉字、拼音", "Whose it is; pick by digit, or type" }
    help_status { "只有完成的才计数", "Only what is done counts" }
    help_count { "这一条算几次，不填算1", "How many it counts for; empty is 1" }
    help_in_report { "单独成句的印在报告里，也计数", "A sentence of its own is printed and counted" }
    help_evidence { "文件、链接、文号、盒号都行，几样用分号隔开。文件可写全路径；只写“照片/a.jpg”就在台账文件夹里找", "Files, links, document or box numbers; semicolons between. A path that is not absolute lies in the ledger's directory" }
    help_wording { "报告里这一条怎么写；空着就用类别的句式", "Its sentence in the report; empty: that of its kind" }
    help_due { "最迟哪天办完", "The last day for it" }

    picker_title { "记一条: 选事项", "New item: pick a matter" }
    picker_search { "查找", "Search" }
    picker_hint { "按数字选常用的；也可打编号如 2.7、汉字、拼音、首字母；上下键加回车", "Digits pick the most used; or type a number (2.7) or name; arrows and Enter" }
    picker_used(count: usize) { "{count}条", "{count}" }

    settings_title { "设置", "Settings" }
    settings_clerk { "录入人", "Who is typing" }
    settings_clerk_help { "记在每次改动上", "Noted with each change" }
    settings_phone { "联系电话", "Office phone" }
    settings_phone_help { "催报单上写的本单位电话，各单位有疑问时打", "the number on reminders to units, for their questions" }
    settings_folder { "文件夹", "Files go to" }
    settings_draft { "设置里有上次没存的字，打开设置就在", "The settings hold text that was not saved; it stands there when you open them." }
    settings_backups { "第二备份处", "Second backup" }
    settings_backups_help { "备份另存一份到这里：U盘或共享文件夹；空着就只备在本机", "a copy of each backup goes here: a stick or a share; empty: none" }
    settings_folder_help { "F9 出文写到这个文件夹；空着就用桌面或主目录", "F9 writes to this folder; empty: the desktop or home" }
    settings_unset { "（未填）", "(not set)" }
    settings_folder_open(folder: &str) { "（空着，用 {folder}）", "(empty: {folder})" }
    settings_open { "（未填，报告里印 **）", "(open; prints **)" }
    settings_saved { "已存设置", "Settings saved" }
    settings_refused(why: &str) { "这样存不了：{why}。不存就返回？", "It cannot be saved: {why}. Go back without saving?" }
    settings_leave { "不存，返回", "go back without saving" }

    form_effect_later { "离开这一格，就看到存后改变什么", "leave this field to see what saving changes" }
    form_taken_over { "同上一条", "as before" }
    start_title { "这里还没有台账", "There is no ledger here yet" }
    start_dir(dir: &str) { "文件夹：{dir}", "Directory: {dir}" }
    start_sample { "看看样例台账（可以随便改，不影响别处）", "Look at the sample ledger (change what you like)" }
    start_own { "建自己的年度台账", "Begin our own year" }
    start_hint { "按 1 或 2，或上下键加回车；Esc 退出，F1 帮助", "1 or 2, or arrows and Enter; Esc leaves, F1 helps" }
    start_names { "填好后在“建台账”上按回车，或随时按 Ctrl-S；不知道的可以空着，以后在设置里补", "Then Enter on the last row, or Ctrl-S anywhere; what you leave empty can be set later" }
    start_make { "建台账", "Make the ledger" }
    start_year { "年度", "Year" }
    start_made { "台账已建好。F3 记第一条", "The ledger is made. F3 records the first item" }
    start_sample_made { "这是样例台账。F3 记一条，F6 看报告，F9 出文", "This is the sample. F3 new item, F6 report, F9 writes it" }
}

impl super::Lang {
    /// How a matter is picked.
    pub const fn picker_help(self) -> [&'static str; 3] {
        match self {
            Self::Zh => [
                "什么都没打时，数字直接选前九项，一键就到。",
                "编号照打：2.7、２．７、2。7 都行。数字后面紧跟着点，就不算选，算找编号。",
                "汉字、拼音、首字母都能找；先按空格，后面的数字就不选，只用来找。",
            ],
            Self::En => [
                "While nothing is typed, a digit picks one of the first nine at once.",
                "A matter's number is typed as it is: 2.7. A dot right after a digit takes the pick back and searches.",
                "Names are found by characters, pinyin or initials; after a blank, digits search and do not pick.",
            ],
        }
    }

    /// One sentence about a field that every item has, by its id.
    pub fn common_help(self, field: &str) -> &'static str {
        match field {
            "title" => self.help_title_field(),
            "when" => self.help_when(),
            "period" => self.help_period(),
            "unit" => self.help_unit(),
            "status" => self.help_status(),
            "count" => self.help_count(),
            "in_report" => self.help_in_report(),
            "evidence" => self.help_evidence(),
            "wording" => self.help_wording(),
            "due" => self.help_due(),
            _ => self.form_no_help(),
        }
    }
}
