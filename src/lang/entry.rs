//! What a form says beside a field.

texts! {
    entry_open { "待填", "to be filled" }
    entry_texts(n: usize) { "{n}项", "{n} entries" }
}
