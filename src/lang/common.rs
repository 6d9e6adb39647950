//! Words that several screens share.

texts! {
    program { "台账", "taizhang" }
    saved { "已保存", "saved" }
    section_n(n: &str, name: &str) { "{n} {name}", "{n} {name}" }
}
