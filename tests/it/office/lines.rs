//! The measure of truth: the pages that are shown break their lines where `LibreOffice` breaks them on paper.

use taizhang::document::Document;
use taizhang::layout::{Line, Page, pages};
use taizhang::model::Profile;

use super::tools::{Printed, PrintedPage};
use super::{document, generated, printed};
use crate::documents::sample_report;

/// How many lines of paper stand letter by letter in the layout too, and those that do not.
struct Compared {
    equal: usize,
    differing: Vec<(String, String)>,
}

/// The visible characters of each line.
fn visible<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    // The PDF of some fonts calls · by another of its names.
    let own = |c: char| if c == '∙' { '·' } else { c };
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(own).collect::<String>();
    lines.map(visible).filter(|line| !line.is_empty()).collect()
}

/// Where each line begins and ends among all characters.
fn spans(lines: &[String]) -> Vec<(usize, usize)> {
    let mut end = 0;
    let span = |line: &String| {
        let start = end;
        end += line.chars().count();
        (start, end)
    };
    lines.iter().map(span).collect()
}

fn compared(printed: &Printed, laid: &[Page]) -> Compared {
    let paper = visible(printed.pages.iter().flat_map(PrintedPage::body).map(|line| line.text.as_str()));
    let texts: Vec<String> = laid.iter().flat_map(|page| page.lines.iter().map(Line::text)).collect();
    let shown = visible(texts.iter().map(String::as_str));
    assert_eq!(paper.concat(), shown.concat(), "all characters print");
    let known = spans(&shown);
    let mut differing = Vec::new();
    for (span, line) in spans(&paper).into_iter().zip(&paper) {
        if known.binary_search(&span).is_err() {
            let at = known.partition_point(|(_, end)| *end <= span.0);
            differing.push((line.clone(), shown[at].clone()));
        }
    }
    Compared { equal: paper.len() - differing.len(), differing }
}

/// Prints the document and the layout; states how many lines are equal, and asserts that 99 % are, and all pages.
fn assert_true(name: &str, document: &Document) {
    let printed = printed(name, document);
    let laid = pages(document, &Profile::default());
    let Compared { equal, differing } = compared(&printed, &laid);
    let all = equal + differing.len();
    for (paper, shown) in &differing {
        println!("paper {paper}\nshown {shown}");
    }
    println!("{name}: {equal} of {all} lines are equal, {} and {} pages", printed.pages.len(), laid.len());
    assert_eq!(printed.pages.len(), laid.len());
    assert!(equal * 100 >= all * 99, "{name}: only {equal} of {all} lines are equal");
}

#[test]
fn the_lines_of_the_sample_break_as_on_paper() {
    assert_true("sample-lines", &sample_report());
}

#[test]
fn the_lines_of_a_hundred_generated_pages_break_as_on_paper() {
    assert_true("generated", &document(generated::paragraphs(2022, 100 * 22 * 27)));
}
