//! The parts that a process plays which is going to be killed. The program that tests starts itself to play them.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use taizhang::model::Ledger;
use taizhang::store::{Disk, Seq, Store};

use super::chance::Chance;
use super::disk::{Act, WatchedDisk, Watcher};
use super::scribe::{Scribe, keep_draft};
use super::witness::Witness;

/// Set where a part is to be played: its name, seed and the act at which it waits for its end.
const PART: &str = "TAIZHANG_TEST_PART";

/// Set to the data directory.
const DIR: &str = "TAIZHANG_TEST_DIR";

/// Where the test binary plays it.
const ARGUMENTS: [&str; 4] = ["--exact", "faults::plays_a_part", "--nocapture", "--test-threads=1"];

/// What a process does until it is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Saves changes, with a new opening now and then, and never ends.
    Write,
    /// Opens, saves two changes, closes.
    Visit,
    /// Makes a ledger and saves a change.
    Make,
    /// Makes backups and restores them beside the ledger, and never ends.
    Keep,
}

const PARTS: [(Part, &str); 4] =
    [(Part::Write, "write"), (Part::Visit, "visit"), (Part::Make, "make"), (Part::Keep, "keep")];

/// A process that plays a part.
pub struct Player {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Player {
    /// Starts it. Before its act `stop` it waits for ever; the half of it is done if it is a write.
    pub fn start(part: Part, dir: &Path, seed: u64, stop: Option<usize>) -> Self {
        let name = PARTS.iter().find(|(one, _)| *one == part).expect("every part has a name").1;
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.args(ARGUMENTS).env(PART, format!("{name} {seed} {}", stop.unwrap_or(usize::MAX))).env(DIR, dir);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, out }
    }

    /// Lets it live for a while, then kills it.
    pub fn kill_after(self, time: Duration, witness: &mut Witness) {
        thread::sleep(time);
        self.kill(witness);
    }

    /// Lets it save `count` changes and live a moment longer, then kills it.
    pub fn kill_after_saves(mut self, count: usize, moment: Duration, witness: &mut Witness) {
        let mut saved = 0;
        while saved < count {
            match self.hear(witness) {
                Some(word) if word == "saved" => saved += 1,
                Some(_) => {}
                None => break,
            }
        }
        self.kill_after(moment, witness);
    }

    /// Waits until it has come to the act where it stops, then kills it; false: it came to its end before.
    pub fn kill_where_it_stops(mut self, witness: &mut Witness) -> bool {
        loop {
            match self.hear(witness).as_deref() {
                Some("stopped") => break,
                Some(_) => {}
                None => {
                    assert_eq!(self.end(witness), 0, "it ends well");
                    return false;
                }
            }
        }
        self.kill(witness);
        true
    }

    /// Waits for its end; gives its exit code.
    pub fn end(mut self, witness: &mut Witness) -> i32 {
        while self.hear(witness).is_some() {}
        self.child.wait().expect("it ends").code().unwrap_or(-1)
    }

    fn kill(mut self, witness: &mut Witness) {
        self.child.kill().expect("it is killed");
        while self.hear(witness).is_some() {}
        self.child.wait().expect("it has ended");
    }

    /// The next word; what it says is saved, the witness is told.
    fn hear(&mut self, witness: &mut Witness) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.out.read_line(&mut line).expect("text") == 0 {
                return None;
            }
            // A line that the kill has cut confirms nothing.
            let Some(said) = line.strip_suffix('\n').and_then(|line| line.split_once('@')) else { continue };
            let words: Vec<&str> = said.1.split(' ').collect();
            if let ["saved", seq, mark] = words[..] {
                witness.confirm(Seq(seq.parse().expect("a number")), mark.parse().expect("a mark"));
            }
            if let ["kept", number] = words[..] {
                witness.keep_draft(number.parse().expect("a number"));
            }
            return Some(words[0].to_owned());
        }
    }
}

/// Plays a part if this process was started for one; false: it was not.
pub fn play_if_asked() -> bool {
    let Ok(asked) = env::var(PART) else { return false };
    let words: Vec<&str> = asked.split(' ').collect();
    let [name, seed, stop] = words[..] else { panic!("{asked}") };
    let part = PARTS.iter().find(|(_, one)| *one == name).expect("a known part").0;
    let stop = Stop { at: stop.parse().expect("a number"), acts: AtomicUsize::new(0) };
    let dir = env::var_os(DIR).expect("a directory");
    let mut played = Played {
        dir: Path::new(&dir),
        disk: WatchedDisk::shared(Arc::new(stop)),
        chance: Chance::new(seed.parse().expect("a seed")),
    };
    match part {
        Part::Write => played.write(),
        Part::Visit => played.visit(2),
        Part::Make => played.make(),
        Part::Keep => played.keep(),
    }
    say("done");
    true
}

struct Played<'a> {
    dir: &'a Path,
    disk: Arc<dyn Disk>,
    chance: Chance,
}

impl Played<'_> {
    fn write(&mut self) {
        loop {
            let visits = 1 + self.chance.below(60);
            self.visit(visits);
        }
    }

    fn visit(&mut self, saves: usize) {
        match Store::open(self.dir, Arc::clone(&self.disk)) {
            Ok((store, ledger, _)) => self.save(store, ledger, saves),
            Err(error) => say(&format!("refused {error}")),
        }
    }

    fn make(&mut self) {
        match Store::create(self.dir, Arc::clone(&self.disk)) {
            Ok(store) => self.save(store, Ledger::default(), 1),
            Err(error) => say(&format!("refused {error}")),
        }
    }

    fn keep(&self) {
        loop {
            let backup = Store::backup(self.dir, None).expect("a backup");
            drop(Store::restore(&backup.path, &restored(self.dir)).expect("restored"));
        }
    }

    fn save(&mut self, mut store: Store, ledger: Ledger, saves: usize) {
        let mut scribe = Scribe::new(self.chance.fork(), ledger);
        for _ in 0..saves {
            let done = scribe.commit(&mut store);
            match &done {
                Ok((seq, mark)) => say(&format!("saved {seq} {mark}")),
                Err(error) => say(&format!("refused {error}")),
            }
            if let Ok((seq, _)) = done
                && self.chance.once_in(10)
                && keep_draft(&store, seq).is_ok()
            {
                say(&format!("kept {seq}"));
            }
        }
        if self.chance.once_in(3) {
            store.keep(&scribe.ledger);
        }
        drop(store.close());
    }
}

/// Where the backups of the ledger in `dir` are restored.
pub fn restored(dir: &Path) -> PathBuf {
    dir.with_extension("restored")
}

fn say(words: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "@{words}").and_then(|()| out.flush()).expect("somebody listens");
}

/// Says so and waits for ever before the act of this number.
#[derive(Debug)]
struct Stop {
    at: usize,
    acts: AtomicUsize,
}

impl Watcher for Stop {
    fn before(&self, act: Act<'_>) -> io::Result<()> {
        if matches!(act, Act::Read) || self.acts.fetch_add(1, Ordering::Relaxed) != self.at {
            return Ok(());
        }
        if matches!(act, Act::Write(..)) {
            return Err(io::Error::other("half of it, then the end"));
        }
        wait_for_the_end()
    }

    fn half_done(&self) {
        wait_for_the_end();
    }
}

fn wait_for_the_end() -> ! {
    say("stopped");
    loop {
        thread::park();
    }
}
