//! A block that was pasted: asks where its columns go before anything is taken.

use super::{Asked, GridScreen};
use crate::ui::choose::{Choice, Choose};
use crate::ui::grid::Block;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Whether pasted text has several cells.
pub(super) fn is_block(text: &str) -> bool {
    text.trim_end_matches('\n').contains(['\n', '\t'])
}

impl GridScreen {
    /// Asks where the columns of what was pasted go.
    pub(super) fn paste(&mut self, text: &str, scene: &Scene) -> Outcome {
        match Block::read(text, self.grid.columns(), self.grid.at().1, scene.look.lang) {
            Some(block) => self.ask_about_block(block, scene),
            None => Outcome::Tell(scene.look.lang.grid_unreadable().into()),
        }
    }

    fn ask_about_block(&mut self, block: Block, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let column = |at: usize| {
            let to = block.targets[at].map_or(lang.grid_paste_nowhere(), |to| self.grid.columns()[to].name(lang));
            Choice::with(block.heading(at, lang), lang.grid_paste_to(block.sample(at), to))
        };
        let columns = (0..block.targets.len()).map(column);
        let rows = std::iter::once(Choice::new(lang.grid_paste_take())).chain(columns).collect();
        let title = lang.grid_paste(block.len());
        self.asked = Some(Asked::Block(block, None));
        Outcome::open(Choose::new(title, rows))
    }

    /// Asks where one column of a block goes.
    pub(super) fn ask_target(&mut self, block: Block, column: usize, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let fields = self.grid.columns().iter().map(|field| Choice::new(field.name(lang)));
        let rows = fields.chain([Choice::new(lang.grid_paste_nowhere())]).collect();
        let title = lang.grid_paste_target(&block.heading(column, lang));
        self.asked = Some(Asked::Block(block, Some(column)));
        Outcome::open(Choose::new(title, rows))
    }

    /// Lets a column of a block go elsewhere, and asks again.
    pub(super) fn retarget(&mut self, mut block: Block, column: usize, to: usize, scene: &Scene) -> Outcome {
        block.targets[column] = (to < self.grid.columns().len()).then_some(to);
        self.ask_about_block(block, scene)
    }
}
