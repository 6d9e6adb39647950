//! Ledgers as earlier programs wrote them: read for ever.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::store::{Seq, Store};

use super::bench::real;

/// The kept ledger `name`, laid out as its program left it: sled's file is kept compressed.
pub fn kept(name: &str) -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join(name);
    lay_out(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures").join(name), &dir);
    (root, dir)
}

fn lay_out(from: &Path, to: &Path) {
    fs::create_dir(to).expect("made");
    for entry in fs::read_dir(from).expect("a list") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_str().expect("text");
        match name.strip_suffix(".zst") {
            _ if path.is_dir() => lay_out(&path, &to.join(name)),
            Some(plain) => {
                let bytes = zstd::decode_all(&fs::read(&path).expect("read")[..]).expect("whole");
                fs::write(to.join(plain), bytes).expect("written");
            }
            None => drop(fs::copy(&path, to.join(name)).expect("copied")),
        }
    }
}

#[test]
fn a_ledger_of_the_first_form_is_read_and_gets_its_digest() {
    let (_root, dir) = kept("ledger-1");
    let read = Store::read(&dir).expect("read");
    let key = "区".parse::<taizhang::id::SettingId>().expect("an id");
    assert_eq!(read.settings[&key].0.as_str(), "南山区");
    for _ in 0..2 {
        let (store, found, _) = Store::open(&dir, real()).expect("it opens");
        assert_eq!((store.last(), &found), (Seq(3), &read));
        store.close();
        assert!(!dir.join("db.damaged-1").exists(), "the database was taken over");
        assert_eq!(Store::backups(&dir).expect("a list").len(), 1, "a backup was made first");
    }
    let db = sled::open(dir.join("db")).expect("it opens");
    let meta = db.open_tree("meta").expect("a tree");
    assert_eq!(meta.get("schema").expect("read").as_deref(), Some(&b"2"[..]));
    assert_eq!(meta.get("digest").expect("read").map(|digest| digest.len()), Some(16));
}
