//! Words of the frame around all screens: the terminal, questions, help.

texts! {
    too_small(width: u16, height: u16) {
        "窗口太小，放大到 {width}×{height} 以上再看；什么都没丢",
        "The window is too small; make it {width}×{height} or larger. Nothing is lost."
    }
    how_to_quit(key: &str) { "这里没有要复制的。要退出请按 {key}", "Nothing to copy here. {key} quits." }
    not_here(label: &str, key: &str) {
        "这里没有“{label}”：先按 {key} 返回，没存的留作草稿，再按",
        "No {label} here: {key} goes back and keeps what is typed; then press it again."
    }
    saving { "正在保存…停不下来；按的键，存好后照办", "Saving… It cannot be stopped; keys wait until it is done." }
    taken(holder: &str) { "这本台账正由另一个程序打开：{holder}", "Another program has this ledger open: {holder}." }
    taken_why {
        "同一时间只能有一个程序往里写，免得互相覆盖。先退出那个程序，就能在这里录入。",
        "Only one program at a time writes to it, so that nothing is overwritten. Leave that one to write here."
    }
    taken_look { "1 只看不改（看到的是现在的样子）", "1 look only (as it is now)" }
    taken_leave { "2 离开", "2 leave" }
    taken_hint { "按数字选，或上下键选、回车确定", "choose by digit, or by arrows and Enter" }
    only_looking { "只看不改：打开时占用着或写不进，这里改不了", "Look only: when opened it was in use or could not be written; nothing can be changed here." }
    only_looking_here {
        "只读：这里打的字存不下，草稿也留不住；先关掉占用它的程序，或取消写保护",
        "Read only: what is typed here is not saved, nor kept as a draft. First close the program that has it, or lift the write protection."
    }
    only_looking_mark { "只读", "read only" }
    drop_ask { "离开这里，刚打的字就没有了。", "What was just typed is lost when you leave here." }
    drop_yes { "丢掉，离开", "drop it and leave" }
    dropped { "已离开，刚打的字没有留下", "Left; what was just typed was not kept." }
    drop_quit_ask { "现在退出，刚打的字就没有了。", "What was just typed is lost when you quit now." }
    drop_quit_yes { "丢掉，退出", "drop it and quit" }
    undone(what: &str) { "已撤销：{what}", "Undone: {what}" }
    redone(what: &str) { "已重做：{what}", "Done again: {what}" }
    published(path: &str, number: u32, pages: usize, blanks: usize) {
        "已出文：{path}（第{number}稿，{pages}页，待填{blanks}处）",
        "Written: {path} (edition {number}, {pages} pages, {blanks} blanks)"
    }
    published_unsaved {
        "这里打的字还没存，没有写进去；存了再出一次",
        "What stands typed here is not saved and not in it; save it and write again."
    }
    question_no { "不，回去", "no, go back" }
    question_hint { "按数字选，或上下键选、回车确定", "choose by digit, or by arrows and Enter" }
    choose_hint { "按数字选，打字查找，上下键加回车；Esc 返回", "a digit picks, typing searches; Esc goes back" }
    ask_hint { "回车确定，Esc 返回", "Enter accepts, Esc goes back" }
    ask_left { "没用上的字已复制，Ctrl-V 可以贴回", "What was typed is copied; Ctrl-V pastes it." }
    help_title(context: &str) { "帮助：{context}里能用的键", "Help: keys in the {context}" }
    help_hint { "上下键、翻页键看更多，Esc 返回", "arrows and page keys show more, Esc goes back" }
    with_hint(text: &str, hint: &str) { "{text}。{hint}", "{text}. {hint}" }
    not_utf8_locale(locale: &str) {
        "系统语言设置是 {locale}，不是 UTF-8：打进去的汉字会丢",
        "The locale is {locale}, not UTF-8: typed Chinese would be lost."
    }
    not_utf8_width(cells: u16) {
        "这个终端不是 UTF-8 编码（“中中”占了 {cells} 格，应是 4 格）：打进去的汉字会丢",
        "This terminal is not UTF-8 (two Chinese characters take {cells} cells, not 4): typed Chinese would be lost."
    }
    not_utf8_remedy {
        "办法：把终端的字符编码改成 UTF-8（SecureCRT：会话选项→外观→字符编码），并设 LANG=zh_CN.UTF-8",
        "Remedy: set the terminal's encoding to UTF-8 (SecureCRT: Session Options, Appearance, Character encoding) and LANG=zh_CN.UTF-8."
    }
    not_utf8_tools {
        "改不了的，用 luit -encoding gb18030 taizhang 打开；在 tmux 里用 tmux -u",
        "Where that cannot be done: luit -encoding gb18030 taizhang; inside tmux: tmux -u."
    }
    not_utf8_keys { "按 Esc 退出，按回车仍然继续", "Esc quits, Enter goes on all the same." }
}
