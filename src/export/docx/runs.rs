//! Runs of the document → runs of the .docx: text fit for XML, line ends as breaks.

use docx_rs::{BreakType, Run as DocxRun, RunFonts};

use crate::document::{Face, Orientation, Run};
use crate::model::Profile;
use crate::text::{balance, printable};

/// The runs of an ordinary paragraph.
pub(super) fn plain(runs: &[Run], profile: &Profile) -> Vec<DocxRun> {
    let printed = runs.iter().filter(|run| !run.text.is_empty());
    printed.map(|run| with_text(run, &printable(&run.text), profile)).collect()
}

/// The runs of a title, broken into balanced lines.
pub(super) fn balanced(runs: &[Run], profile: &Profile) -> Vec<DocxRun> {
    let texts: Vec<_> = runs.iter().map(|run| printable(&run.text)).collect();
    let whole = texts.concat();
    let ends: Vec<usize> =
        balance(&whole, profile.text_area(Orientation::Portrait).width).iter().skip(1).map(|line| line.start).collect();
    let mut at = 0;
    let mut broken = Vec::new();
    for (run, text) in runs.iter().zip(&texts) {
        broken.push(with_text(run, &broken_at(text, at, &ends), profile));
        at += text.len();
    }
    broken
}

/// `text`, which starts at `at` of the title, with a line end where a line of the title starts.
fn broken_at(text: &str, at: usize, starts: &[usize]) -> String {
    let mut broken = String::with_capacity(text.len() + 1);
    for (offset, c) in text.char_indices() {
        if c == '\n' {
            continue;
        }
        if starts.contains(&(at + offset)) {
            broken.push('\n');
        }
        broken.push(c);
    }
    broken
}

/// One run; its line ends become breaks, a blank is highlighted.
fn with_text(run: &Run, text: &str, profile: &Profile) -> DocxRun {
    let hint = RunFonts::new().hint("eastAsia");
    let mut made = DocxRun::new().fonts(hint);
    if run.face == Face::RunIn {
        made = made.style("RunIn");
    }
    if run.blank && profile.highlight {
        made = made.highlight("yellow");
    }
    for (line, part) in text.split('\n').enumerate() {
        if line > 0 {
            made = made.add_break(BreakType::TextWrapping);
        }
        if !part.is_empty() {
            made = made.add_text(part);
        }
    }
    made
}
