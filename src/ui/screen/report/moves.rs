//! The cursor on the pages: from stop to stop, line to line, blank to blank; and what is seen of a page that is larger
//! than the screen.

use ratatui::layout::Rect;

use super::ReportScreen;
use super::stops::{self, Stop};
use crate::layout::LINES;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Rows of the screen below the page.
const BELOW: u16 = 2;

/// The rows of a page that are seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// The first line that is seen.
    pub top: usize,
    /// How many fit.
    pub rows: usize,
}

impl Window {
    /// A page from its first line.
    pub(super) const fn new() -> Self {
        Self { top: 0, rows: LINES }
    }
}

impl ReportScreen {
    /// The stop under the cursor.
    pub(super) fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at?).copied()
    }

    /// Goes to the stop `at`, turning to its page.
    pub(super) fn go_to(&mut self, at: usize) {
        if let Some(stop) = self.stops.get(at) {
            if stop.page != self.page {
                self.window.top = 0;
            }
            self.page = stop.page;
            self.at = Some(at);
        }
    }

    pub(super) fn step(&mut self, forward: bool) {
        let to = match (self.at, forward) {
            (None, _) => stops::nearest(&self.stops, self.page, self.window.top).unwrap_or(0),
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
        };
        self.go_to(to);
    }

    /// To the line above or below that has a stop, beyond the page's edge too; there to the stop that stands nearest.
    pub(super) fn step_line(&mut self, down: bool) {
        let Some(at) = self.at.filter(|at| *at < self.stops.len()) else { return self.step(down) };
        let here = stops::on_line(&self.stops, at);
        let other = if down { Some(here.end) } else { here.start.checked_sub(1) };
        let Some(other) = other.filter(|other| *other < self.stops.len()) else { return };
        let column = self.stops[at].column;
        let nearest = stops::on_line(&self.stops, other).min_by_key(|at| self.stops[*at].column.abs_diff(column));
        self.go_to(nearest.unwrap_or(other));
    }

    /// To the beginning of a page, onto its first stop.
    pub(super) fn turn(&mut self, page: usize) {
        self.page = page.min(self.pages.len().saturating_sub(1));
        self.window.top = 0;
        self.stand();
    }

    /// A screenful on: to what is not seen yet of the page, else to the next one.
    pub(super) fn leaf(&mut self, forward: bool) {
        let hidden = self.hidden();
        if forward && self.window.top < hidden {
            self.window.top = (self.window.top + self.window.rows).min(hidden);
        } else if forward && self.page + 1 < self.pages.len() {
            return self.turn(self.page + 1);
        } else if !forward && self.window.top > 0 {
            self.window.top = self.window.top.saturating_sub(self.window.rows);
        } else if !forward && self.page > 0 {
            self.page -= 1;
            self.window.top = self.hidden();
        } else if !forward {
            return self.turn(0);
        }
        self.stand();
    }

    /// To the next blank, or the one before, round about.
    pub(super) fn walk_blanks(&mut self, forward: bool, scene: &Scene) -> Outcome {
        let count = self.stops.len();
        let page = || self.stops.partition_point(|stop| stop.page < self.page);
        // Counted on by one less than round about, it is the one before.
        let step = |from: usize, n: usize| if forward { (from + n) % count } else { (from + count - n) % count };
        let found = match self.at {
            _ if self.blanks == 0 => None,
            Some(at) => (1..=count).map(|n| step(at, n)).find(|at| self.stops[*at].blank),
            None => (0..count).map(|n| step(page() % count, n)).find(|at| self.stops[*at].blank),
        };
        let Some(at) = found else { return Outcome::Tell(scene.look.lang.report_no_blanks().into()) };
        self.go_to(at);
        Outcome::Stay
    }

    /// Fits the window to the screen, so that the cursor is in it.
    pub(super) fn fit(&mut self, area: Rect) {
        self.window.rows = usize::from(area.height.saturating_sub(BELOW)).max(1);
        let Window { top, rows } = self.window;
        let line = self.stop().filter(|stop| stop.page == self.page).map(|stop| stop.line);
        let shown = line.map_or(top, |line| top.clamp((line + 1).saturating_sub(rows), line));
        self.window.top = shown.min(self.hidden());
    }

    /// How many lines of the page do not fit.
    fn hidden(&self) -> usize {
        self.pages.get(self.page).map_or(0, |page| page.lines.len()).saturating_sub(self.window.rows)
    }

    /// Puts the cursor onto the first stop that is seen; none, when none is.
    fn stand(&mut self) {
        let Window { top, rows } = self.window;
        let first = self.stops.partition_point(|stop| (stop.page, stop.line) < (self.page, top));
        let is_seen = |stop: &Stop| stop.page == self.page && stop.line < top + rows;
        self.at = self.stops.get(first).is_some_and(is_seen).then_some(first);
    }
}
