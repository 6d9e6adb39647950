//! The words of annexes, of pictures that cannot be shown, and of the lines of page set-ups.

texts! {
    picture_missing { "图片打不开", "the picture cannot be read" }
    picture_too_large { "图片太大", "the picture is too large" }
    picture_foreign { "不是 PNG 或 JPEG 图片", "neither a PNG nor a JPEG" }
    picture_broken { "图片已损坏", "the picture is broken" }
    picture_trouble(title: &str, path: &str, why: &str) { "[{title}]的佐证 {path}：{why}", "evidence {path} of [{title}]: {why}" }
    public_unveiled { "这一年的模板没有标出哪些不公开，公开版什么也没有隐去", "this year's template marks nothing as private: the public version hides nothing" }
    annexes_empty(names: &str) { "没有内容，没有附：{names}", "nothing to list, left out: {names}" }

    annexes_joint { "、", ", " }

    profile_top { "上边距", "top margin" }
    profile_bottom { "下边距", "bottom margin" }
    profile_left { "左边距", "left margin" }
    profile_right { "右边距", "right margin" }
    profile_line { "行距", "line height" }
    profile_tight { "紧缩字距", "drawn together" }
    profile_grid { "网格", "grid" }
    profile_highlight { "待填标黄", "blanks in yellow" }
    profile_seal { "用印", "seal" }
    profile_title { "标题字体", "title font" }
    profile_heading { "一级标题字体", "heading font" }
    profile_run_in { "二级标题字体", "run-in heading font" }
    profile_body { "正文字体", "body font" }
    profile_latin { "西文字体", "latin font" }
    profile_page_number { "页码字体", "page number font" }
    profile_annexes { "附件", "annexes" }
    profile_none { "无", "none" }
    cli_opt_annex { "附上这个附件，可多次写；“无”则不附", "Add this annex, as often as wanted; none: no annexes" }
    cli_opt_seal { "按加盖印章排落款", "Set the signature for a seal" }
}
