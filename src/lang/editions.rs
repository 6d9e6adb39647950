//! The words of variants and editions.

texts! {
    cli_opt_variant { "稿别：whole 全年（默认）、h1 上半年、h2 下半年、q1 至 q4 季度、to-nov 1至11月、tag:标签 专题、public 公开版", "The variant: whole (default), h1, h2, q1 to q4, to-nov, tag:NAME, public" }
    figure_expected(text: &str) { "全年预计{text}", "{text} expected in the year" }
}
