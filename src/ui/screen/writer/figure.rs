//! F4: what to do with the figure at the cursor, or which figure to insert.

use super::super::places;
use super::{Subject, WriterScreen};
use crate::id::IndicatorId;
use crate::lang::Lang;
use crate::report::{Figured, MANY, Offer, Origin};
use crate::token::{Part, TokenText};
use crate::ui::choose::{Choice, Choose};
use crate::ui::live;
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;
use crate::ui::widget::{Piece, Unit};

/// Signs at which a clause begins and ends.
const STOPS: [char; 7] = ['，', '。', '；', '：', '！', '？', '\n'];

/// What the layer above was asked for.
#[derive(Debug)]
pub(super) enum Asked {
    /// What to do with the figure.
    Menu,
    /// Which figure instead.
    Another(Vec<Offer>),
    /// How it is written.
    Writing(Vec<Figured>),
    /// What stands where there is no number.
    Absent,
    /// Which figure to insert.
    Insert(Vec<Offer>),
}

impl WriterScreen {
    /// Asks what to do with the figure at the cursor; where there is none, which to insert.
    pub(super) fn choices(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some((_, unit)) = self.parts[self.at].field.unit() else {
            return self.offer(lang.writer_insert_title(), Asked::Insert, scene);
        };
        let title = lang.writer_menu(&name_of(unit));
        let rows = vec![
            Choice::with(lang.writer_source(), lang.writer_source_more()),
            Choice::new(lang.writer_another()),
            Choice::with(lang.writer_writing(), unit.shown.clone()),
            Choice::new(lang.writer_absent()),
            Choice::with(lang.writer_words(), lang.writer_words_more()),
            Choice::new(lang.writer_insert()),
        ];
        self.ask(Asked::Menu, title, rows)
    }

    /// Takes the answer to what was asked.
    pub(super) fn take(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let (Some(asked), Answer::Chosen(at)) = (self.asked.take(), answer) else { return Outcome::Stay };
        match asked {
            Asked::Menu => return self.chosen(at, scene),
            Asked::Another(offers) => {
                let stored = self.unit().map(|unit| unit.stored.clone()).unwrap_or_default();
                let figured = self.desk(scene, |desk| desk.renamed(&stored, &offers[at].name));
                self.replace(live::unit(figured));
            }
            Asked::Writing(mut ways) => self.replace(live::unit(ways.swap_remove(at))),
            Asked::Insert(mut offers) => self.field().put(None, vec![live::unit(offers.swap_remove(at).figured)]),
            Asked::Absent => self.absent(at),
        }
        Outcome::Stay
    }

    fn chosen(&mut self, at: usize, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(unit) = self.unit().cloned() else { return Outcome::Stay };
        match at {
            0 => source(&unit, &self.subject, scene),
            1 => self.ask_another(scene),
            2 => self.ask_writing(scene),
            3 => {
                let rows = [lang.writer_absent_blank(), lang.writer_absent_drop(), lang.writer_absent_many()];
                self.ask(Asked::Absent, lang.writer_absent_title().into(), rows.map(Choice::new).to_vec())
            }
            4 => {
                self.replace(Piece::Words(unit.shown));
                Outcome::Stay
            }
            _ => self.offer(lang.writer_insert_title(), Asked::Insert, scene),
        }
    }

    /// Asks which figure takes the place of the one at the cursor.
    pub(super) fn ask_another(&mut self, scene: &Scene) -> Outcome {
        self.offer(scene.look.lang.writer_another_title(), Asked::Another, scene)
    }

    /// Asks how the figure at the cursor is written.
    pub(super) fn ask_writing(&mut self, scene: &Scene) -> Outcome {
        let Some(unit) = self.unit().cloned() else { return Outcome::Stay };
        let ways = self.desk(scene, |desk| desk.writings(&unit.stored));
        let rows = ways.iter().map(|way| Choice::new(way.shown.clone())).collect();
        self.ask(Asked::Writing(ways), scene.look.lang.writer_writing_title(&name_of(&unit)), rows)
    }

    fn offer(&mut self, title: &str, asked: fn(Vec<Offer>) -> Asked, scene: &Scene) -> Outcome {
        let offers = self.desk(scene, |desk| desk.offers());
        let lang = scene.look.lang;
        let detail = |offer: &Offer| match offer.from {
            Origin::Indicator => offer.figured.shown.clone(),
            from => format!("{}  {}", offer.figured.shown, from_name(from, lang)),
        };
        let rows = offers.iter().map(|offer| Choice::with(offer.name.clone(), detail(offer))).collect();
        self.ask(asked(offers), title.into(), rows)
    }

    fn ask(&mut self, asked: Asked, title: String, rows: Vec<Choice>) -> Outcome {
        self.asked = Some(asked);
        Outcome::open(Choose::new(title, rows))
    }

    /// The figure at the cursor.
    pub(super) fn unit(&self) -> Option<&Unit> {
        self.parts[self.at].field.unit().map(|(_, unit)| unit)
    }

    fn replace(&mut self, piece: Piece) {
        if let Some((at, _)) = self.parts[self.at].field.unit() {
            self.field().put(Some(at), vec![piece]);
        }
    }

    /// What stands where the figure has no number: a blank, nothing of its clause, or 多.
    fn absent(&mut self, way: usize) {
        let field = &mut self.parts[self.at].field;
        let Some((at, _)) = field.unit() else { return };
        let index = field.index_of(at.start);
        let pieces = field.pieces();
        let new = match way {
            0 => without_clause(pieces, index),
            1 => in_clause(pieces, index),
            _ => replaced(pieces, index, Piece::Words(MANY.into())),
        };
        field.put_all(new, index);
    }
}

/// The pieces with another in the place of the one at `index`.
fn replaced(mut pieces: Vec<Piece>, index: usize, with: Piece) -> Vec<Piece> {
    pieces[index] = with;
    pieces
}

/// The edges of the clause around the piece at `index`.
fn clause(pieces: &[Piece], index: usize) -> Option<(usize, usize)> {
    let mut depth = 0;
    let opens = (0..index).rev().find(|at| {
        depth += level(&pieces[*at]);
        depth > 0
    })?;
    depth = 0;
    let closes = (index..pieces.len()).find(|at| {
        depth += level(&pieces[*at]);
        depth < 0
    })?;
    Some((opens, closes))
}

fn level(piece: &Piece) -> i32 {
    match piece {
        _ if *piece == live::edge(true) => 1,
        _ if *piece == live::edge(false) => -1,
        _ => 0,
    }
}

/// The pieces without the clause around the one at `index`: its words stay.
fn without_clause(mut pieces: Vec<Piece>, index: usize) -> Vec<Piece> {
    if let Some((opens, closes)) = clause(&pieces, index) {
        pieces.remove(closes);
        pieces.remove(opens);
    }
    pieces
}

/// The pieces with the words around the one at `index`, from the sign before them to the one after, made a clause.
fn in_clause(pieces: Vec<Piece>, index: usize) -> Vec<Piece> {
    if clause(&pieces, index).is_some() {
        return pieces;
    }
    let is_stop = |piece: &Piece| matches!(piece, Piece::Words(words) if words.contains(STOPS));
    let first = pieces[..index].iter().rposition(is_stop);
    let last = pieces[index + 1..].iter().position(is_stop).map(|at| at + index + 1);
    let mut made = Vec::with_capacity(pieces.len() + 4);
    if first.is_none() {
        made.push(live::edge(true));
    }
    let count = pieces.len();
    for (at, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Words(words) if Some(at) == first => {
                // The sign before goes with the clause, a full stop stays.
                let cut = words.rfind(STOPS).expect("it has one");
                let sign = words[cut..].chars().next().expect("it has one");
                let cut = if matches!(sign, '，' | '；') { cut } else { cut + sign.len_utf8() };
                made.extend([Piece::Words(words[..cut].into()), live::edge(true), Piece::Words(words[cut..].into())]);
            }
            Piece::Words(words) if Some(at) == last => {
                let cut = words.find(STOPS).expect("it has one");
                made.extend([Piece::Words(words[..cut].into()), live::edge(false), Piece::Words(words[cut..].into())]);
            }
            piece => made.push(piece),
        }
        if last.is_none() && at + 1 == count {
            made.push(live::edge(false));
        }
    }
    made.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    made
}

/// What a figure is called.
pub(super) fn name_of(unit: &Unit) -> String {
    match TokenText::parse(&unit.stored).parts.first() {
        Some(Part::Token(token)) => token.name.clone(),
        _ => unit.stored.clone(),
    }
}

fn from_name(from: Origin, lang: Lang) -> &'static str {
    match from {
        Origin::Field => lang.report_field(),
        Origin::Setting => lang.report_setting(),
        Origin::Calendar => lang.report_calendar(),
        Origin::Register => lang.report_register(),
        Origin::Indicator => "",
    }
}

/// Opens what is behind a figure, or says where it comes from.
fn source(unit: &Unit, subject: &Subject, scene: &Scene) -> Outcome {
    let name = name_of(unit);
    let is_item = !matches!(subject, Subject::Passage(_));
    let id: Option<IndicatorId> = name.parse().ok();
    let indicator = id.filter(|id| scene.session.template().indicator(id).is_some());
    let lang = scene.look.lang;
    match indicator {
        Some(id) => places::figure(&id, scene),
        None if is_item => Outcome::Tell(lang.report_field().into()),
        None => Outcome::Tell(lang.writer_cannot().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Figured, Live};

    fn pieces(text: &str) -> Vec<Piece> {
        let cut = text.split_inclusive(['[', ']', '#']).flat_map(|part| {
            let (words, sign) = match part.char_indices().next_back() {
                Some((at, sign @ ('[' | ']' | '#'))) => (&part[..at], Some(sign)),
                _ => (part, None),
            };
            let words = (!words.is_empty()).then(|| Live::Words(words.into()));
            let sign = sign.map(|sign| match sign {
                '#' => Live::Figure(Figured { stored: "{次数}".into(), shown: "4".into(), is_blank: false }),
                sign => Live::Edge(sign == '['),
            });
            words.into_iter().chain(sign)
        });
        live::pieces(cut.collect())
    }

    fn at_figure(text: &str, act: fn(Vec<Piece>, usize) -> Vec<Piece>) -> Vec<Piece> {
        let pieces = pieces(text);
        let index = pieces.iter().position(|piece| level(piece) == 0 && matches!(piece, Piece::Unit(_)));
        act(pieces, index.expect("there is a figure"))
    }

    #[test]
    fn the_words_from_sign_to_sign_become_a_clause() {
        for (text, clause) in [
            ("学习，共#次。", "学习[，共#次]。"),
            ("全年。共#次，很好。", "全年。[共#次]，很好。"),
            ("共#次", "[共#次]"),
            ("学习[，共#次]。", "学习[，共#次]。"),
        ] {
            assert_eq!(at_figure(text, in_clause), pieces(clause), "{text}");
        }
    }

    #[test]
    fn a_clause_is_opened_again_and_its_words_stay() {
        assert_eq!(at_figure("学习[，共[#]次]。", without_clause), pieces("学习[，共#次]。"));
        assert_eq!(at_figure("共#次", without_clause), pieces("共#次"));
    }
}
