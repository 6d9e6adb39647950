//! A disk as a power cut finds it: what was synced is there, of the rest anything may be.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};

use taizhang::store::{Disk, RealDisk};

use super::chance::Chance;
use super::recorder::Step;

/// Blocks that reach the disk as a whole.
const BLOCK: usize = 512;

/// Files and directories below a data directory: as the program sees them, and as they are on the disk for sure.
#[derive(Clone, Debug, Default)]
pub struct Platter {
    base: PathBuf,
    files: Vec<Content>,
    dirs: Vec<Names>,
    handles: HashMap<usize, usize>,
    /// Changes of names that are not durable, in order.
    loose: Vec<Vec<Naming>>,
}

#[derive(Clone, Debug, Default)]
struct Content {
    now: Vec<u8>,
    durable: Vec<u8>,
    loose: Vec<Writing>,
}

#[derive(Clone, Debug)]
enum Writing {
    Write(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone, Debug, Default)]
struct Names {
    now: BTreeMap<String, Node>,
    durable: BTreeMap<String, Node>,
}

#[derive(Clone, Copy, Debug)]
enum Node {
    File(usize),
    Dir(usize),
}

/// A name in a directory gets a node, or goes.
#[derive(Clone, Debug)]
struct Naming {
    dir: usize,
    name: String,
    node: Option<Node>,
}

/// What becomes of that which is not durable.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Gone,
    Whole,
    Torn,
    Shuffled,
}

impl Platter {
    /// The directory `base` as it is, all of it durable; the database is not part of it.
    pub fn of(base: &Path) -> Self {
        let mut platter = Self { base: base.to_owned(), dirs: vec![Names::default()], ..Self::default() };
        platter.take(base, 0);
        platter
    }

    fn take(&mut self, path: &Path, dir: usize) {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_database(&name) {
                continue;
            }
            let node = if entry.file_type().expect("a type").is_dir() {
                self.dirs.push(Names::default());
                let below = self.dirs.len() - 1;
                self.take(&entry.path(), below);
                Node::Dir(below)
            } else {
                let bytes = fs::read(entry.path()).expect("it can be read");
                self.files.push(Content { now: bytes.clone(), durable: bytes, loose: Vec::new() });
                Node::File(self.files.len() - 1)
            };
            self.dirs[dir].now.insert(name.clone(), node);
            self.dirs[dir].durable.insert(name, node);
        }
    }

    /// The program takes a step.
    pub fn follow(&mut self, step: &Step) {
        match step {
            Step::MakeDir(path) => {
                self.dirs.push(Names::default());
                self.name(&[(path, Some(Node::Dir(self.dirs.len() - 1)))]);
            }
            Step::Open(handle, path) => self.open(*handle, path),
            Step::Write(handle, bytes) => {
                let file = &mut self.files[self.handles[handle]];
                file.loose.push(Writing::Write(file.now.len(), bytes.clone()));
                file.now.extend_from_slice(bytes);
            }
            Step::Cut(handle, len) => {
                let file = &mut self.files[self.handles[handle]];
                file.loose.push(Writing::Cut(*len as usize));
                file.now.resize(*len as usize, 0);
            }
            Step::Sync(handle) => {
                let file = &mut self.files[self.handles[handle]];
                file.durable.clone_from(&file.now);
                file.loose.clear();
            }
            Step::Rename(from, to) => {
                if let Some(node) = self.find(from) {
                    self.name(&[(from, None), (to, Some(node))]);
                }
            }
            Step::Remove(path) => self.name(&[(path, None)]),
            Step::SyncDir(path) => self.sync_dir(path),
            Step::Confirmed(..) | Step::Kept(_) => {}
        }
    }

    fn open(&mut self, handle: usize, path: &Path) {
        let file = if let Some(Node::File(file)) = self.find(path) {
            file
        } else {
            self.files.push(Content::default());
            let file = self.files.len() - 1;
            self.name(&[(path, Some(Node::File(file)))]);
            file
        };
        self.handles.insert(handle, file);
    }

    fn sync_dir(&mut self, path: &Path) {
        let Some(Node::Dir(dir)) = self.find(path) else { return };
        let (synced, loose) =
            std::mem::take(&mut self.loose).into_iter().partition(|act| act.iter().any(|naming| naming.dir == dir));
        self.loose = loose;
        settle(&mut self.dirs, synced);
    }

    fn name(&mut self, changes: &[(&Path, Option<Node>)]) {
        let naming = |(path, node): &(&Path, Option<Node>)| {
            let Some(Node::Dir(dir)) = self.find(path.parent()?) else { return None };
            Some(Naming { dir, name: path.file_name()?.to_string_lossy().into_owned(), node: *node })
        };
        let namings: Vec<Naming> = changes.iter().filter_map(naming).collect();
        for naming in &namings {
            put(&mut self.dirs[naming.dir].now, naming);
        }
        if !namings.is_empty() {
            self.loose.push(namings);
        }
    }

    fn find(&self, path: &Path) -> Option<Node> {
        path.strip_prefix(&self.base).ok()?.components().try_fold(Node::Dir(0), |node, part| match (node, part) {
            (Node::Dir(dir), Component::Normal(name)) => self.dirs[dir].now.get(&*name.to_string_lossy()).copied(),
            _ => None,
        })
    }

    /// Cuts the power and writes into the new directory `to` what is on the disk then.
    pub fn cut(&self, chance: &mut Chance, to: &Path) {
        let mut dirs = self.dirs.clone();
        let kept = match fate(chance) {
            Fate::Gone => Vec::new(),
            Fate::Whole => self.loose.clone(),
            Fate::Torn => self.loose[..chance.below(self.loose.len() + 1)].to_vec(),
            Fate::Shuffled => self.loose.iter().filter(|_| chance.once_in(2)).cloned().collect(),
        };
        settle(&mut dirs, kept);
        let files: Vec<Vec<u8>> = self.files.iter().map(|file| file.cut(chance)).collect();
        write_out(&dirs, &files, 0, to);
    }
}

impl Content {
    fn cut(&self, chance: &mut Chance) -> Vec<u8> {
        match fate(chance) {
            Fate::Gone => self.durable.clone(),
            Fate::Whole => self.now.clone(),
            Fate::Torn => {
                let whole = chance.below(self.loose.len());
                let mut bytes = self.done(&self.loose[..whole]);
                if let Some(Writing::Write(at, torn)) = self.loose.get(whole) {
                    lay(&mut bytes, *at, &torn[..chance.below(torn.len())]);
                }
                bytes
            }
            Fate::Shuffled => {
                let mut bytes = self.durable.clone();
                for writing in &self.loose {
                    match writing {
                        Writing::Cut(len) if chance.once_in(2) => bytes.resize(*len, 0),
                        Writing::Cut(_) => {}
                        Writing::Write(at, block) => lay_some(&mut bytes, *at, block, chance),
                    }
                }
                bytes
            }
        }
    }

    fn done(&self, writings: &[Writing]) -> Vec<u8> {
        writings.iter().fold(self.durable.clone(), |mut bytes, writing| {
            match writing {
                Writing::Write(at, written) => lay(&mut bytes, *at, written),
                Writing::Cut(len) => bytes.resize(*len, 0),
            }
            bytes
        })
    }
}

fn fate(chance: &mut Chance) -> Fate {
    [Fate::Gone, Fate::Whole, Fate::Torn, Fate::Shuffled][chance.below(4)]
}

fn settle(dirs: &mut [Names], acts: Vec<Vec<Naming>>) {
    for naming in acts.into_iter().flatten() {
        put(&mut dirs[naming.dir].durable, &naming);
    }
}

fn put(names: &mut BTreeMap<String, Node>, naming: &Naming) {
    match naming.node {
        Some(node) => drop(names.insert(naming.name.clone(), node)),
        None => drop(names.remove(&naming.name)),
    }
}

/// Writes at a place; what lies between there and the present end are zeros.
fn lay(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    bytes.resize(bytes.len().max(end), 0);
    bytes[at..end].copy_from_slice(written);
}

/// Writes those blocks that were lucky.
fn lay_some(bytes: &mut Vec<u8>, at: usize, written: &[u8], chance: &mut Chance) {
    for (n, block) in written.chunks(BLOCK).enumerate() {
        if chance.once_in(2) {
            lay(bytes, at + n * BLOCK, block);
        }
    }
}

fn write_out(dirs: &[Names], files: &[Vec<u8>], dir: usize, to: &Path) {
    RealDisk.make_dir(to).expect("made");
    for (name, node) in dirs[dir].durable.iter().filter(|(name, _)| !is_database(name)) {
        let path = to.join(name);
        match node {
            Node::Dir(below) => write_out(dirs, files, *below, &path),
            Node::File(file) => RealDisk.create(&path).and_then(|mut new| new.write(&files[*file])).expect("written"),
        }
    }
}

fn is_database(name: &str) -> bool {
    name.starts_with("db")
}
