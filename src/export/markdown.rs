//! Document → markdown.

use crate::document::{Block, Document, Face, Paragraph, Role, Run, Table};

/// Signs that mean something in markdown.
const SIGNS: [char; 9] = ['\\', '`', '*', '_', '[', ']', '<', '>', '#'];

/// Writes the document as markdown: headings, paragraphs, tables; a blank is `\*\*`, which shows as `**`.
pub fn markdown(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => written(paragraph),
        Block::Table(table) => table_text(table),
        Block::Picture(picture) => format!("[{}]\n", escaped(&picture.name)),
        Block::Part(_) => "---\n".into(),
    });
    blocks.filter(|block| !block.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn written(paragraph: &Paragraph) -> String {
    let before = match paragraph.role {
        Role::Title | Role::AnnexTitle => "# ",
        Role::Heading1 => "## ",
        Role::Heading2 => "### ",
        Role::Heading3 => "#### ",
        _ => "",
    };
    format!("{before}{}\n", faced(&paragraph.runs))
}

/// The runs; a run-in heading is bold.
fn faced(runs: &[Run]) -> String {
    let mut text = String::new();
    for stretch in runs.chunk_by(|a, b| a.face == b.face) {
        let words: String = stretch.iter().map(|run| escaped(&run.text)).collect();
        let bold = if stretch[0].face == Face::RunIn { "**" } else { "" };
        text.extend([bold, &words, bold]);
    }
    let is_list = text.split_once('.').is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    if is_list { text.replacen('.', "\\.", 1) } else { text }
}

fn table_text(table: &Table) -> String {
    let header: Vec<String> = table.header.iter().map(|name| cell(&escaped(name))).collect();
    let rule = vec!["---".to_owned(); header.len()];
    let rows = table.rows.iter().map(|row| row.iter().map(|runs| cell(&faced(runs))).collect());
    let lines = [header, rule].into_iter().chain(rows).map(|cells: Vec<String>| format!("| {} |\n", cells.join(" | ")));
    lines.collect()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if SIGNS.contains(&sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

#[cfg(test)]
pub(super) mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::document::{Meta, Source};

    /// A document with everything a writer meets.
    pub(in super::super) fn sample() -> Document {
        let words = |text: &str| Run::plain(text, Source::Program);
        let blank = || Run::blank(Source::Program);
        let paragraph = |role, runs| Block::Paragraph(Paragraph { role, runs });
        let run_in = Run { face: Face::RunIn, ..words("（一）学习。") };
        let table = Table {
            widths: vec![1, 1],
            header: vec!["名称".into(), "数".into()],
            rows: vec![vec![vec![words("甲|乙")], vec![blank()]]],
            ..Table::default()
        };
        let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
        let blocks = vec![
            paragraph(Role::Title, vec![words("总结")]),
            paragraph(Role::Heading1, vec![words("一、进展")]),
            paragraph(Role::Body, vec![run_in, words("共"), blank(), words("次*。")]),
            Block::Table(table),
            paragraph(Role::Date { seal: false }, vec![words("2022年12月31日")]),
        ];
        Document { meta: Meta { title: "总结".into(), author: String::new(), date }, blocks }
    }

    #[test]
    fn headings_paragraphs_tables_and_blanks_are_written() {
        let wanted = "# 总结\n\n## 一、进展\n\n**（一）学习。**共\\*\\*次\\*。\n\n\
                      | 名称 | 数 |\n| --- | --- |\n| 甲\\|乙 | \\*\\* |\n\n2022年12月31日\n";
        assert_eq!(markdown(&sample()), wanted);
    }

    #[test]
    fn a_point_written_1_is_no_list_of_its_own() {
        assert_eq!(faced(&[Run::plain("1.抓学习", Source::Program)]), "1\\.抓学习");
        assert_eq!(faced(&[Run::plain("增长12.5％", Source::Program)]), "增长12.5％");
    }
}
