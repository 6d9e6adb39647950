//! The words of the report's pages: findings walked through, what can be done there, what is seen of a large page.

texts! {
    pages_doubts(count: usize) { "疑点{count}处", "{count} findings" }
    pages_doubt(number: usize, all: usize, severity: &str) { "疑点 {number}/{all} {severity}", "Finding {number}/{all} ({severity})" }
    pages_elsewhere(count: usize, key: &str) { "另有{count}处不在正文，{key} 看", "{count} more are not in the text; {key} shows them" }
    pages_no_doubts { "没有疑点", "Nothing was found" }
    pages_only_elsewhere(count: usize, key: &str) { "正文里没有疑点；{count}处不在正文，{key} 看", "No findings in the text; {count} are elsewhere, {key} shows them" }
    pages_menu { "这里可做的", "What can be done here" }
    pages_next_doubt { "下一处疑点", "next finding" }
    pages_all_doubts { "全部疑点", "all findings" }
    pages_not_in_text(count: usize) { "{count}处不在正文", "{count} not in the text" }
    pages_part(first: usize, last: usize, all: usize) { "第{first}-{last}行 共{all}行", "lines {first}-{last} of {all}" }
    hint_doubt { "下一处疑点", "finding" }
    hint_deeds_here { "可做的", "more" }
}
