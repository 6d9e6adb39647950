//! Document → plain text.

use crate::document::{Block, Document, Paragraph, Role, Run, Table};

/// Two full-width blanks: the first line of a paragraph.
const INDENT: &str = "　　";

/// Writes the document as text, a line a paragraph; a table is a line a row, its cells cut by tabs.
pub fn plain(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => line(&mut text, paragraph),
            Block::Table(table) => rows(&mut text, table),
            Block::Picture(picture) => text.extend([INDENT, &format!("[{}]\n", picture.name)]),
            Block::Part(_) => text.push('\n'),
        }
    }
    text
}

fn line(text: &mut String, paragraph: &Paragraph) {
    let indent = match paragraph.role {
        Role::Title | Role::Addressee | Role::AnnexTitle | Role::AnnexLabel | Role::Blank => "",
        _ => INDENT,
    };
    text.push_str(indent);
    text.push_str(&paragraph.text());
    text.push('\n');
    if paragraph.role == Role::Title {
        text.push('\n');
    }
}

fn rows(text: &mut String, table: &Table) {
    text.push_str(&table.header.join("\t"));
    text.push('\n');
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
}

fn words(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    text.replace(['\t', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::super::markdown::tests::sample;
    use super::*;

    #[test]
    fn a_paragraph_is_a_line_and_a_row_is_one() {
        let wanted = "总结\n\n　　一、进展\n　　（一）学习。共**次*。\n名称\t数\n甲|乙\t**\n　　2022年12月31日\n";
        assert_eq!(plain(&sample()), wanted);
    }
}
