//! A home and a data directory of one test, and the real program run in them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_taizhang");

/// A fresh home with nothing in it.
pub struct Desk {
    home: TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().expect("a directory") }
    }

    /// One with the sample ledger.
    pub fn sample() -> Self {
        let desk = Self::new();
        desk.ok(&["init", "--sample"]);
        desk
    }

    /// One with an empty ledger of 2022.
    pub fn year_2022() -> Self {
        let desk = Self::new();
        desk.ok(&["init", "--year", "2022"]);
        desk
    }

    /// The home directory, where the program is run.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The data directory.
    pub fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    /// A file of the home directory.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home().join(name)
    }

    /// Writes a file of the home directory.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).expect("the file is written");
    }

    /// The program, to be run here with a Chinese locale, on a given day.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(self.home()).stdin(Stdio::null());
        command.env_clear().env("HOME", self.home()).env("LANG", "zh_CN.UTF-8").env("TAIZHANG_DATA", self.data());
        command
    }

    /// Runs the program.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        Ran::of(&self.command(arguments).output().expect("the program runs"))
    }

    /// Runs the program, which must succeed without a word on standard error; returns what it printed.
    pub fn ok<S: AsRef<OsStr>>(&self, arguments: &[S]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        ran.out
    }

    /// Runs the program, which must end with `code`, a sentence on standard error and nothing on standard output;
    /// returns the sentence.
    pub fn refused<S: AsRef<OsStr>>(&self, code: i32, arguments: &[S]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{}", ran.err);
        assert!(ran.err.starts_with("错误：") || ran.err.starts_with("error: "), "{}", ran.err);
        assert!(!ran.err.contains("panicked") && !ran.err.contains('\x1b'), "{:?}", ran.err);
        ran.err
    }

    /// Runs the program and reads the JSON of each line that it printed.
    pub fn json<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Vec<Value> {
        let out = self.ok(arguments);
        out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
    }

    /// How many blanks `status` counts.
    pub fn blanks(&self) -> u64 {
        self.json(&["status", "--json"])[0]["blanks"].as_u64().expect("a count")
    }
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8");
        Self {
            code: output.status.code().expect("it ends by itself"),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }
}
