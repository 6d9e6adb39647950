//! Nodes → blocks: numbering words, headings, paragraphs.

use super::compose::{Node, is_part};
use super::numbering;
use super::sentence::closed;
use crate::document::{Block, Face, Paragraph, Role, Run, Source};
use crate::model::{Flow, Numbering, Style};

/// Signs after which a lead can be followed by text.
const STOPS: &str = "。，、；：！？…—”）》";

/// How the items of a node are numbered: where children are, the numbers are theirs.
pub(super) const fn of_items(node: &Node<'_>) -> Numbering {
    if node.children.is_empty() { node.passage.numbering } else { Numbering::None }
}

/// The lead as it stands before what follows it: a run-in heading ends with a full stop, and so does a sentence that
/// another one follows.
pub(super) fn led(style: Style, lead: Vec<Run>, follows: bool) -> Vec<Run> {
    let is_open = |run: &Run| run.blank || !run.text.ends_with(|sign| STOPS.contains(sign));
    match style {
        Style::Section => closed(lead, &Source::Program),
        Style::Point if follows && lead.last().is_some_and(is_open) => closed(lead, &Source::Program),
        _ => lead,
    }
}

/// Lays the roots out; stand-alone headings among them are numbered 一、.
pub(super) fn lay_out(roots: Vec<Node<'_>>) -> Vec<Block> {
    let parts = roots.iter().filter(|node| is_part(node)).count();
    let mut sheet = Sheet::default();
    let mut part = 0;
    for root in roots {
        let number = if is_part(&root) { numbering::word(Numbering::Parts, part, parts) } else { String::new() };
        part += usize::from(is_part(&root));
        sheet.node(root, number);
    }
    sheet.blocks
}

/// The blocks so far.
#[derive(Default)]
struct Sheet {
    blocks: Vec<Block>,
    /// The last block is a paragraph that what follows may run on in.
    open: bool,
}

impl Sheet {
    fn node(&mut self, node: Node<'_>, number: String) {
        let (of_items, Node { passage, lead, text, items, children, closing }) = (of_items(&node), node);
        let lead = led(passage.style, lead, !text.is_empty() || !items.is_empty());
        match passage.style {
            Style::Title => self.heading(Role::Title, number, lead),
            Style::Part => self.heading(Role::Heading1, number, lead),
            Style::Section => self.section(number, lead),
            Style::Point => self.point(passage.flow, number, lead),
        }
        self.text(text);
        self.items(items, of_items);
        self.children(children, passage.numbering);
        self.text(closing);
    }

    fn heading(&mut self, role: Role, number: String, lead: Vec<Run>) {
        if !lead.is_empty() {
            self.begin(role);
            self.push(numbered(number, lead));
        }
        self.open = false;
    }

    /// A run-in heading: the lead up to and including its full stop stands in 楷体, and the text follows.
    fn section(&mut self, number: String, lead: Vec<Run>) {
        self.begin(Role::Body);
        self.push(numbered(number, lead).into_iter().map(|run| Run { face: Face::RunIn, ..run }));
    }

    fn point(&mut self, flow: Flow, number: String, lead: Vec<Run>) {
        if flow == Flow::Paragraph {
            self.begin(Role::Body);
        }
        self.run_on(numbered(number, lead));
    }

    /// Runs on with text; its line ends begin paragraphs.
    fn text(&mut self, text: Vec<Run>) {
        for run in text {
            let mut lines = run.text.split('\n');
            let first = lines.next().unwrap_or_default();
            self.run_on(vec![Run { text: first.to_owned(), ..run.clone() }]);
            for line in lines {
                self.open = false;
                self.run_on(vec![Run { text: line.to_owned(), ..run.clone() }]);
            }
        }
    }

    /// Runs on with the sentences of items, numbered where no children are.
    fn items(&mut self, items: Vec<Vec<Run>>, numbering: Numbering) {
        let all = items.len();
        for (n, item) in items.into_iter().enumerate() {
            self.open &= numbering::runs_on(numbering);
            if numbering == Numbering::Sides && n > 0 {
                self.soften();
            }
            self.run_on(numbered(numbering::word(numbering, n, all), item));
        }
    }

    fn children(&mut self, children: Vec<Node<'_>>, numbering: Numbering) {
        let all = children.len();
        let mut began_paragraphs = false;
        for (n, child) in children.into_iter().enumerate() {
            let runs_on = child.passage.flow == Flow::Run && child.passage.style == Style::Point;
            if numbering == Numbering::Sides && n > 0 && runs_on {
                self.soften();
            }
            self.node(child, numbering::word(numbering, n, all));
            began_paragraphs |= !runs_on;
        }
        self.open &= !began_paragraphs;
    }

    /// Turns the full stop before 另一方面 into a semicolon.
    fn soften(&mut self) {
        if let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut()
            && let Some(run) = paragraph.runs.last_mut()
            && let Some(words) = run.text.strip_suffix('。')
        {
            run.text = format!("{words}；");
        }
    }

    fn run_on(&mut self, runs: Vec<Run>) {
        let runs: Vec<Run> = runs.into_iter().filter(|run| !run.text.is_empty()).collect();
        if runs.is_empty() {
            return;
        }
        if !self.open {
            self.begin(Role::Body);
        }
        self.push(runs);
    }

    /// Begins a paragraph; one that was begun and got nothing is taken instead.
    fn begin(&mut self, role: Role) {
        if matches!(self.blocks.last(), Some(Block::Paragraph(last)) if last.runs.is_empty()) {
            self.blocks.pop();
        }
        self.blocks.push(Block::Paragraph(Paragraph { role, runs: Vec::new() }));
        self.open = true;
    }

    fn push(&mut self, runs: impl IntoIterator<Item = Run>) {
        if let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut() {
            paragraph.runs.extend(runs);
        }
    }
}

fn numbered(number: String, lead: Vec<Run>) -> Vec<Run> {
    let word = (!number.is_empty()).then(|| Run::plain(number, Source::Program));
    word.into_iter().chain(lead).collect()
}
