//! Settling: what was left out takes its punctuation along.
//!
//! Where a token or a clause said nothing, the signs around it meet: `甲，` and `、丙`. Of two stops that meet the
//! stronger stays; a stop goes from the beginning of a sentence and from both ends of brackets; brackets around nothing
//! go. Words that stand in one stretch are left as they were typed.

use crate::document::{Run, Source, Span};

/// Stops, the weakest first.
const STOPS: &str = "、，：；。";
/// Signs that end a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '\n'];
/// Brackets and quotes that stand around something.
const PAIRS: [(char, char); 6] = [('（', '）'), ('“', '”'), ('‘', '’'), ('《', '》'), ('【', '】'), ('〔', '〕')];

/// Settles the signs that meet where something between the runs was left out.
pub(super) fn settled(runs: Vec<Run>) -> Vec<Run> {
    runs.into_iter().fold(Vec::new(), |mut settled, run| {
        join(&mut settled, run);
        settled
    })
}

/// Puts a run after the others.
fn join(settled: &mut Vec<Run>, mut run: Run) {
    loop {
        if run.text.is_empty() {
            return;
        }
        match meeting(settled.last(), &run) {
            Meeting::Fits => break,
            Meeting::First => without_end(settled),
            Meeting::Second => run = without_start(run),
            Meeting::Both => {
                without_end(settled);
                run = without_start(run);
            }
        }
    }
    settled.push(run);
}

/// Which of two signs that meet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meeting {
    Fits,
    First,
    Second,
    Both,
}

fn meeting(before: Option<&Run>, run: &Run) -> Meeting {
    let next = run.text.chars().next().filter(|_| !run.blank);
    let Some(next) = next else { return Meeting::Fits };
    let Some(last) = before.map(|before| before.text.chars().next_back().filter(|_| !before.blank)) else {
        return if STOPS.contains(next) { Meeting::Second } else { Meeting::Fits };
    };
    last.map_or(Meeting::Fits, |last| meet(last, next))
}

fn meet(last: char, next: char) -> Meeting {
    let opens = PAIRS.iter().any(|(open, _)| *open == last);
    let closes = PAIRS.iter().any(|(_, close)| *close == next);
    match (STOPS.find(last), STOPS.find(next)) {
        _ if PAIRS.contains(&(last, next)) => Meeting::Both,
        (_, Some(_)) if opens || ENDS.contains(&last) => Meeting::Second,
        (Some(_), None) if closes && last != '。' => Meeting::First,
        (Some(one), Some(other)) if one < other => Meeting::First,
        (Some(_), Some(_)) => Meeting::Second,
        _ => Meeting::Fits,
    }
}

/// Takes the last sign away.
fn without_end(settled: &mut Vec<Run>) {
    let Some(last) = settled.last_mut() else { return };
    let cut = last.text.pop().map_or(0, char::len_utf8);
    if let Source::Passage(_, span) = &mut last.source {
        span.end -= cut;
    }
    if last.text.is_empty() {
        settled.pop();
    }
}

/// The run without its first sign.
fn without_start(run: Run) -> Run {
    let cut = run.text.chars().next().map_or(0, char::len_utf8);
    let source = match run.source {
        Source::Passage(id, span) => Source::Passage(id, Span { start: span.start + cut, ..span }),
        other => other,
    };
    Run { text: run.text[cut..].to_owned(), source, ..run }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(parts: &[&str]) -> String {
        let runs = parts.iter().map(|part| Run::plain(*part, Source::Program)).collect();
        settled(runs).iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn of_two_stops_that_meet_the_stronger_stays() {
        assert_eq!(text(&["甲，", "、丙"]), "甲，丙");
        assert_eq!(text(&["甲、", "，", "；丙"]), "甲；丙");
        assert_eq!(text(&["甲，", "。"]), "甲。");
        assert_eq!(text(&["甲。", "，乙"]), "甲。乙");
    }

    #[test]
    fn a_stop_goes_from_the_beginning_and_from_both_ends_of_brackets() {
        assert_eq!(text(&["，", "甲"]), "甲");
        assert_eq!(text(&["甲（", "，乙，", "）。"]), "甲（乙）。");
        assert_eq!(text(&["他说：“好。", "”乙"]), "他说：“好。”乙");
    }

    #[test]
    fn brackets_around_nothing_go() {
        assert_eq!(text(&["甲（", "）乙“", "”。"]), "甲乙。");
        assert_eq!(text(&["甲，（", "）、乙"]), "甲，乙");
    }

    #[test]
    fn what_was_typed_in_one_stretch_stays() {
        assert_eq!(text(&["甲，，乙（）", "。"]), "甲，，乙（）。");
        assert_eq!(text(&["三条：", "“甲”"]), "三条：“甲”");
    }
}
