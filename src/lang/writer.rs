//! The words of the screen where the report's text is edited, and of figures in it.

texts! {
    writer_passage(name: &str) { "改报告: {name}", "Report text: {name}" }
    writer_item(title: &str) { "改这一条的句子: {title}", "Sentence of: {title}" }
    writer_lead { "首句", "Lead" }
    writer_text { "正文", "Text" }
    writer_closing { "结尾", "Closing" }
    writer_sentence { "句子", "Sentence" }
    writer_resumed { "上次没存的已接上", "Taken up from the draft" }
    writer_left { "没存，草稿留着；再打开这一段就接上", "Not saved; the draft is kept and taken up when this is opened again." }
    writer_same { "没有改动", "Nothing was changed." }
    writer_saved { "已存报告。", "Report saved. " }
    writer_is(name: &str) { "{name}  F4 出处、换数据、写法", "{name}  F4: source, other figure, writing" }
    writer_insert_hint { "下划线的是数据，整个算一个字；F4 插入数据", "Underlined are figures, each one character; F4 inserts one" }
    writer_edges { "〔〕里的话在没有数时整句略去", "what stands in 〔〕 is left out when a figure in it is missing" }
    writer_menu(name: &str) { "数据: {name}", "Figure: {name}" }
    writer_source { "出处", "source" }
    writer_source_more { "看它从哪些条目来", "the items behind it" }
    writer_another { "换数据", "another figure" }
    writer_another_title { "换成哪个数据", "Which figure instead" }
    writer_writing { "写法", "writing" }
    writer_writing_title(name: &str) { "{name}怎么写", "How {name} is written" }
    writer_absent { "没有数时", "where there is none" }
    writer_absent_title { "没有数时怎么办", "Where there is no number" }
    writer_absent_blank { "留待填", "leave a blank" }
    writer_absent_drop { "略去这一句", "leave the clause out" }
    writer_absent_many { "写“多”", "write 多" }
    writer_words { "改成字", "make it words" }
    writer_words_more { "不再跟着数据变", "it no longer follows the figure" }
    writer_insert { "在这里插入数据", "insert a figure here" }
    writer_insert_title { "插入哪个数据", "Insert which figure" }
    writer_new { "新指标…", "a new figure…" }
    writer_new_more { "说清数什么，马上看到数", "say what is counted, and see it" }
    writer_cannot { "这是固定的字，没有数据可换", "These are fixed words." }
    hint_live { "数据", "figures" }
}
