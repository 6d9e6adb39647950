//! What the screens ask of a session: figures, document, board, and what an act makes of them.

use taizhang::session::Session;

use super::office::toggle;
use super::tally::{self, time};

/// Runs of each measurement.
const RUNS: usize = 15;

/// Computes everything from nothing, then acts.
pub fn tell(session: &mut Session) {
    // To choose the year forgets what was computed.
    let again = |session: &mut Session| session.set_year(session.year()).expect("it is there");
    let figures = |_: usize| {
        again(session);
        time(|| session.figures().len())
    };
    tally::tell("figures", (0..RUNS).map(figures).collect());
    let document = |_: usize| {
        again(session);
        session.figures();
        time(|| session.document().blanks())
    };
    tally::tell("document, the figures being there", (0..RUNS).map(document).collect());
    let board = |_: usize| {
        again(session);
        session.document();
        time(|| session.board().todo.len())
    };
    tally::tell("board, figures and document being there", (0..RUNS).map(board).collect());
    let whole = |_: usize| {
        again(session);
        time(|| session.board().todo.len())
    };
    tally::tell("board from nothing", (0..RUNS).map(whole).collect());
    acts(session);
}

fn acts(session: &mut Session) {
    let Some(first) = session.ledger().items_of(session.year()).next().map(|item| item.card.id) else { return };
    let binned = session.bin(first).expect("it is there");
    let foreseen = |_: usize| time(|| session.foresee(&binned).len());
    tally::tell("foresee", (0..RUNS).map(foreseen).collect());
    let applied = |_: usize| {
        session.board();
        time(|| toggle(session))
    };
    tally::tell("apply with reward", (0..RUNS).map(applied).collect());
    let undone = |_: usize| {
        session.board();
        time(|| session.undo().expect("undone"))
    };
    tally::tell("undo with reward", (0..RUNS).map(undone).collect());
}
