//! Words that several screens share.

texts! {
    program { "台账", "taizhang" }
    between { "、", ", " }
    saved { "已保存", "saved" }
}

impl super::Lang {
    /// The short name of a weekday, 0 for Monday.
    pub const fn weekday(self, from_monday: u32) -> &'static str {
        const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let at = (from_monday % 7) as usize;
        match self {
            Self::Zh => ZH[at],
            Self::En => EN[at],
        }
    }
}
