//! Words of the frame around all screens: the terminal, questions, help.

texts! {
    too_small(width: u16, height: u16) {
        "窗口太小，放大到 {width}×{height} 以上再看；什么都没丢",
        "The window is too small; make it {width}×{height} or larger. Nothing is lost."
    }
    how_to_quit(key: &str) { "这里没有要复制的。要退出请按 {key}", "Nothing to copy here. {key} quits." }
    no_use_here { "这个键在这里没有用处", "That key does nothing here" }
    undone(what: &str) { "已撤销：{what}", "Undone: {what}" }
    redone(what: &str) { "已重做：{what}", "Done again: {what}" }
    question_no { "不，回去", "no, go back" }
    question_hint { "按数字选，或上下键选、回车确定", "choose by digit, or by arrows and Enter" }
    help_title(context: &str) { "帮助：{context}里能用的键", "Help: keys in the {context}" }
    help_hint { "上下键、翻页键看更多，Esc 返回", "arrows and page keys show more, Esc goes back" }
    mode_normal { "[命令]", "[normal]" }
    mode_insert { "[输入]", "[insert]" }
}
