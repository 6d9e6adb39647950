//! The words of the grid, in which many items are typed in rows.

texts! {
    grid_title(matter: &str) { "多条录入: {matter}", "Many items: {matter}" }
    grid_rows(rows: usize, wrong: usize) { "{rows}行 {wrong}行有错或没填全", "{rows} rows, {wrong} wrong or not complete" }
    grid_row(row: usize, what: &str) { "第{row}行 {what}", "row {row}: {what}" }
    grid_saved(count: usize) { "已记{count}条。", "{count} items recorded. " }
    grid_left(count: usize) { "还有{count}行有错或没填全，留在这里", "{count} rows are wrong or not complete and stay here" }
    grid_nothing { "还没有填", "Nothing is filled in." }
    grid_kept { "没存，草稿留着", "Not saved; the draft is kept." }
    grid_menu { "这一行", "This row" }
    grid_insert { "上面插入一行", "insert a row above" }
    grid_remove { "去掉这一行", "take the row out" }
    grid_paste(rows: usize) { "贴入{rows}行：各列放在哪里", "Paste {rows} rows: where the columns go" }
    grid_paste_take { "就这样贴入", "paste them so" }
    grid_paste_column(column: usize) { "第{column}列", "column {column}" }
    grid_paste_to(sample: &str, to: &str) { "{sample} → {to}", "{sample} → {to}" }
    grid_paste_nowhere { "不要", "nowhere" }
    grid_paste_target(column: &str) { "{column}放到哪一列", "Where {column} goes" }
    grid_unreadable { "贴的内容看不出行和列", "What was pasted has no rows and columns." }
    hint_grid_row { "行操作", "row" }
    hint_above { "照上行", "as above" }
    hint_save_all { "全部存", "save all" }
}

impl super::Lang {
    /// How a grid is filled.
    pub const fn grid_help(self) -> [&'static str; 2] {
        match self {
            Self::Zh => [
                "回车走前面常用的几列，到头换下一行；Tab 接着走后面的列（备注、佐证等都有），右边有“>”就是还有列。",
                "行号前有“!”的行有错或没填全：光标到那一行，下面说是哪一格；存的时候这样的行留下，别的都存。",
            ],
            Self::En => [
                "Enter goes through the first columns, then to the next row; Tab goes on to the others (note, evidence): > on the right.",
                "A row with ! is wrong or not complete: go there to read why. Saving leaves such rows and takes the others.",
            ],
        }
    }
}
