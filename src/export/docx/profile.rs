//! The fonts of a .docx: names only, none is shipped.

/// Fonts by what they are for; the default is what the standard and most offices use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Titles: 方正小标宋简体; elsewhere `FZXiaoBiaoSong-B05S`.
    pub title: String,
    /// Headings `一、` and heads of tables: 黑体, `SimHei`.
    pub heading: String,
    /// Headings `（一）`, also those that run on into their text: `楷体_GB2312`, 楷体, `KaiTi`.
    pub run_in: String,
    /// Text: `仿宋_GB2312`, 仿宋, `FangSong`.
    pub body: String,
    /// ASCII digits and letters everywhere but in page numbers.
    pub latin: String,
    /// Page numbers: 宋体, `SimSun`.
    pub page_number: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            title: "方正小标宋简体".to_owned(),
            heading: "黑体".to_owned(),
            run_in: "楷体_GB2312".to_owned(),
            body: "仿宋_GB2312".to_owned(),
            latin: "Times New Roman".to_owned(),
            page_number: "宋体".to_owned(),
        }
    }
}

impl Profile {
    /// The fonts by the names that stand in braces in `parts/styles.xml`.
    pub(super) fn fonts(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("heading", &self.heading),
            ("run_in", &self.run_in),
            ("body", &self.body),
            ("latin", &self.latin),
            ("page_number", &self.page_number),
        ]
    }
}
