//! Breaks the store for as long as it is told: kills its writers, cuts the power, damages its files, and examines
//! each time whether everything confirmed is there.
//!
//! ```text
//! cargo bench --bench torture -- [SECONDS] [SEED]       optimized; 60 seconds and the seed 1 unless told
//! cargo test --bench torture -- [SECONDS] [SEED]        the same with debug assertions
//! ```
//! Of every accident it prints how many rounds there were, how many changes had been confirmed before, and in how
//! many rounds something was lost; each loss at once with the seed of its round. It ends with 1 if there was any.
//! The tools are those of the fault tests, `tests/it/faults/kit`.

#[path = "../../it/faults/kit/mod.rs"]
mod kit;

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kit::chance::Chance;
use kit::files::{Hurt, files};
use kit::part::{Part, Player, play_if_asked, restored};
use kit::power::{Session, cut_and_examine};
use kit::scribe::Scribe;
use kit::witness::Witness;
use taizhang::model::Ledger;
use taizhang::store::{RealDisk, Store};
use tempfile::TempDir;

/// Cuts of one recorded session.
const CUTS: usize = 50;

/// Rounds on one ledger, before a new one is begun.
const ROUNDS: usize = 40;

/// How often the figures are printed meanwhile.
const NEWS: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    if play_if_asked() {
        return ExitCode::SUCCESS;
    }
    let mut numbers = env::args().skip(1).filter_map(|word| word.parse::<u64>().ok());
    let seconds = numbers.next().unwrap_or(60);
    let seed = numbers.next().unwrap_or(1);
    println!("torture for {seconds} s, seed {seed}");
    let mut torture = Torture { chance: Chance::new(seed), tallies: Vec::new() };
    torture.run(Duration::from_secs(seconds));
    torture.tell();
    if torture.tallies.iter().all(|tally| tally.lost == 0) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Torture {
    chance: Chance,
    tallies: Vec<Tally>,
}

/// What came of one sort of accident.
struct Tally {
    accident: &'static str,
    rounds: usize,
    confirmed: usize,
    lost: usize,
}

impl Torture {
    fn run(&mut self, time: Duration) {
        let start = Instant::now();
        let mut told = start;
        while start.elapsed() < time {
            self.kills(start + time);
            self.cuts(start + time);
            if told.elapsed() > NEWS {
                told = Instant::now();
                self.tell();
            }
        }
    }

    /// Kills and damage, again and again, on one ledger.
    fn kills(&mut self, end: Instant) {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = Witness::new(&root.path().join("台 账"));
        let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger");
        // With a change in it, so that a copy without any is a loss.
        let (seq, mark) = Scribe::new(self.chance.fork(), Ledger::default()).commit(&mut store).expect("saved");
        witness.confirm(seq, mark);
        drop(store.close());
        for _ in 0..ROUNDS {
            if Instant::now() > end || !self.kill(&mut witness) {
                return keep_if_lost(root, &self.tallies);
            }
        }
    }

    /// One kill; false: something was lost.
    fn kill(&mut self, witness: &mut Witness) -> bool {
        let mut chance = self.chance.fork();
        let round = format!("{chance:?}");
        let accident = match chance.below(5) {
            0 => kill_by_time(witness, &mut chance),
            1 => kill_at_an_act(witness, &mut chance),
            2 => kill_and_hurt(witness, &mut chance),
            3 => kill_while_backing_up(witness, &mut chance),
            _ => kill_after_saves(witness, &mut chance),
        };
        let confirmed = witness.count();
        let backups = witness.examine_backups(&restored(&witness.dir));
        let found = backups.and_then(|()| witness.examine(1).map(drop));
        self.note(accident, &round, confirmed, found.err())
    }

    /// Power cuts in one session.
    fn cuts(&mut self, end: Instant) {
        let saves = 20 + self.chance.below(60);
        let session = Session::fresh(&mut self.chance, saves);
        for _ in 0..CUTS {
            if Instant::now() > end {
                return;
            }
            let mut chance = self.chance.fork();
            let round = format!("{chance:?} of {saves} saves");
            let found = cut_and_examine(&session, &mut chance);
            self.note("power cut", &round, saves, found.err());
        }
    }

    fn note(&mut self, accident: &'static str, round: &str, confirmed: usize, loss: Option<String>) -> bool {
        if !self.tallies.iter().any(|tally| tally.accident == accident) {
            self.tallies.push(Tally { accident, rounds: 0, confirmed: 0, lost: 0 });
        }
        let tally = self.tallies.iter_mut().find(|tally| tally.accident == accident).expect("it was just added");
        tally.rounds += 1;
        tally.confirmed += confirmed;
        let is_fine = loss.is_none();
        if let Some(loss) = loss {
            tally.lost += 1;
            println!("LOST after {accident}, {round}: {loss}");
        }
        is_fine
    }

    fn tell(&self) {
        println!("{:<32}{:>10}{:>24}{:>8}", "accident", "rounds", "confirmed before them", "lost");
        for tally in &self.tallies {
            println!("{:<32}{:>10}{:>24}{:>8}", tally.accident, tally.rounds, tally.confirmed, tally.lost);
        }
    }
}

fn kill_by_time(witness: &mut Witness, chance: &mut Chance) -> &'static str {
    let time = Duration::from_micros(chance.below(200_000) as u64);
    Player::start(Part::Write, &witness.dir, chance.number(), None).kill_after(time, witness);
    "kill at any time"
}

fn kill_after_saves(witness: &mut Witness, chance: &mut Chance) -> &'static str {
    let moment = Duration::from_micros(chance.below(3_000) as u64);
    let player = Player::start(Part::Write, &witness.dir, chance.number(), None);
    player.kill_after_saves(chance.below(80), moment, witness);
    "kill while saving"
}

fn kill_at_an_act(witness: &mut Witness, chance: &mut Chance) -> &'static str {
    let stop = chance.below(24);
    Player::start(Part::Visit, &witness.dir, chance.number(), Some(stop)).kill_where_it_stops(witness);
    "kill at an act of the disk"
}

fn kill_while_backing_up(witness: &mut Witness, chance: &mut Chance) -> &'static str {
    let time = Duration::from_micros(chance.below(400_000) as u64);
    Player::start(Part::Keep, &witness.dir, chance.number(), None).kill_after(time, witness);
    "kill while backing up, restoring"
}

/// What lies beside the journal is damaged as well.
fn kill_and_hurt(witness: &mut Witness, chance: &mut Chance) -> &'static str {
    kill_after_saves(witness, chance);
    let all = files(&witness.dir);
    let beside: Vec<_> = all.iter().filter(|path| path.starts_with(witness.dir.join("db"))).collect();
    if !beside.is_empty() {
        let path = beside[chance.below(beside.len())];
        let len = path.metadata().map_or(0, |meta| meta.len() as usize);
        Hurt::any(len, chance).hurt(path);
    }
    "kill and a damaged database"
}

fn keep_if_lost(root: TempDir, tallies: &[Tally]) {
    if tallies.iter().any(|tally| tally.lost > 0) {
        println!("kept: {}", root.keep().display());
    }
}
