//! Findings of the year: what the rules say, once for each state of the ledger; what only the disk knows is asked here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::office::{below, setting_name};
use super::paper::LARGEST;
use super::{Session, SessionError};
use crate::check::{self, Finding, Ground, Group, Place, Severity};
use crate::document::{PictureFault, PictureFormat};
use crate::entry;
use crate::id::SectionId;
use crate::lang::Lang;
use crate::model::{Act, Change, Edit, Evidence, PassageKey, Record, RecordKey, Verb};
use crate::report;
use crate::store::{FoundKind, both};

impl Session {
    /// What somebody should look at, the gravest first.
    pub fn findings(&self) -> &[Finding] {
        self.memo.findings.get_or_init(|| {
            let (missing, pictures) = self.evidence_faults();
            let ground = Ground {
                ledger: &self.ledger,
                year: self.year,
                today: self.today(),
                figures: self.figures(),
                missing: &missing,
                pictures: &pictures,
            };
            // Composing asks nothing of the rules, and most rules nothing of the report.
            let (records, whole) =
                both(|| check::records(&ground), || self.whole()).expect("rules are total: none of them panics");
            check::findings(&ground, &whole.faults, records)
        })
    }

    /// How many findings about numbers and claims each section answers for, hardly grave ones left out.
    pub(super) fn doubts(&self) -> BTreeMap<SectionId, usize> {
        let is_doubt = |one: &&Finding| one.group < Group::Words && one.severity < Severity::Note;
        let mut doubts = BTreeMap::new();
        for section in self.findings().iter().filter(is_doubt).filter_map(|one| one.section.as_ref()) {
            *doubts.entry(section.clone()).or_default() += 1;
        }
        doubts
    }

    /// The change that makes the certain ones of `findings` good; empty where none is certain.
    pub fn mend<'a>(&self, findings: impl IntoIterator<Item = &'a Finding>) -> Result<Change, SessionError> {
        let mut change = Change { act: Act { verb: Verb::Edit, what: String::new() }, edits: Vec::new() };
        for finding in findings {
            let Some(fix) = finding.fix.as_deref() else { continue };
            let mended = match fix {
                Record::Item(item) => self.edit(item.as_ref().clone())?.edits,
                Record::Passage(passage) => {
                    let key = RecordKey::Passage(PassageKey(self.year, passage.id.clone()));
                    vec![Edit { old: key.get(&self.ledger), key, new: Some(fix.clone()) }]
                }
                _ => continue,
            };
            if change.edits.is_empty() {
                change.act.what = self.place_text(&finding.place, Lang::Zh);
            }
            change.edits.extend(mended);
        }
        Ok(change)
    }

    /// Where a finding is looked into, in words: the item's title and the field's name, the passage's lead.
    pub fn place_text(&self, place: &Place, lang: Lang) -> String {
        match place {
            Place::Item { id, field } => self.ledger.items.get(id).map_or_else(String::new, |item| {
                let named = entry::field(item, field, self.desk_of(item));
                let name = named.as_ref().map_or(field.as_str(), |field| field.name(lang));
                lang.check_at_item(&item.card.title, name)
            }),
            Place::Passage(id) => {
                let passage = self.ledger.passages.get(&PassageKey(self.year, id.clone()));
                let words = passage.map(|one| if one.lead.is_empty() { one.text.as_str() } else { one.lead.as_str() });
                lang.check_at_passage(words.filter(|words| !words.is_empty()).unwrap_or(id.as_str()))
            }
            Place::Figure(id) => lang.check_at_figure(id.as_str()),
            Place::Ledger(what) => match self.name_of_gone(what) {
                Some(name) => lang.check_at_gone(&name),
                None => lang.check_at_ledger(setting_name(what, lang)),
            },
            Place::Kind(id) => {
                lang.check_at_kind(self.template().kind(id).map_or(id.as_str(), |kind| kind.name.as_str()))
            }
            Place::Entry(id) => {
                let label = self.ledger.entry(*id).map(|entry| entry.label.clone());
                lang.check_at_entry(&label.unwrap_or_else(|| id.to_string()))
            }
        }
    }

    /// Whether a file named as evidence is there.
    pub fn has_evidence(&self, path: &str) -> bool {
        self.evidence_places(path).iter().any(|place| matches!(self.disk.look(place), Ok(Some(_))))
    }

    /// Where a file of evidence may lie: in the data directory, at home, in the folder for reports.
    pub(super) fn evidence_places(&self, path: &str) -> Vec<PathBuf> {
        let home = below(&std::env::home_dir().unwrap_or_default(), path);
        if path.starts_with('~') { vec![home] } else { vec![self.dir.join(path), home, self.folder().join(path)] }
    }

    /// The files named as evidence that are not there, and the pictures that no report can show. A folder is listed
    /// once, however many of its files are named, and what was found once is not asked for again: shares answer slowly.
    fn evidence_faults(&self) -> (BTreeSet<String>, BTreeMap<String, PictureFault>) {
        let mut found = self.found.borrow_mut();
        let mut folders = BTreeMap::new();
        let (mut missing, mut pictures) = (BTreeSet::new(), BTreeMap::new());
        for evidence in self.ledger.items_of(self.year).flat_map(|item| &item.body.evidence) {
            let Evidence::File(path) = evidence else { continue };
            if found.contains(path) || missing.contains(path) || pictures.contains_key(path) {
                continue;
            }
            let is_there = self.is_listed(&self.dir.join(path), &mut folders) || self.has_evidence(path);
            if !is_there {
                missing.insert(path.clone());
            } else if let Some(fault) = self.picture_fault(path) {
                pictures.insert(path.clone(), fault);
            } else {
                found.insert(path.clone());
            }
        }
        (missing, pictures)
    }

    /// Why a picture by its ending is none that a report can show, as far as its length and first bytes tell.
    fn picture_fault(&self, path: &str) -> Option<PictureFault> {
        if !report::is_picture(path) {
            return None;
        }
        let places = self.evidence_places(path).into_iter();
        let (place, found) = places
            .map(|place| (self.disk.look(&place), place))
            .find_map(|(found, place)| Some((place, found.ok()??)))?;
        if found.kind != FoundKind::File {
            return Some(PictureFault::Foreign);
        }
        if found.len > LARGEST as u64 {
            return Some(PictureFault::TooLarge);
        }
        match self.disk.read_range(&place, 0, PictureFormat::HEAD) {
            Ok(head) => PictureFormat::of(&head).is_none().then_some(PictureFault::Foreign),
            Err(_) => Some(PictureFault::Missing),
        }
    }

    fn is_listed(&self, path: &Path, folders: &mut BTreeMap<PathBuf, Vec<String>>) -> bool {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
            return false;
        };
        // A folder that cannot be listed has nothing; its files are asked for one by one.
        let names = folders.entry(folder.into()).or_insert_with(|| self.disk.list(folder).unwrap_or_default());
        names.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;
    use crate::check::Why;

    fn files(bench: &Bench) -> Vec<String> {
        let path = |one: &Finding| if let Why::NoFile { path } = &one.why { Some(path.clone()) } else { None };
        bench.session.findings().iter().filter_map(path).collect()
    }

    #[test]
    fn evidence_lies_in_the_data_directory_unless_its_path_says_otherwise() {
        let mut bench = Bench::empty();
        let (inside, outside) = (bench.session.dir().join("照片"), bench.path().join("外.jpg"));
        std::fs::create_dir(&inside).expect("made");
        std::fs::write(inside.join("冬至.jpg"), "x").expect("written");
        std::fs::write(&outside, "x").expect("written");
        let typed = format!("照片/冬至.jpg；{}；没有.jpg；盒3", outside.display());
        bench.add("2.7", &[("标题", "演出"), ("佐证", &typed)]);
        assert_eq!(files(&bench), ["没有.jpg"]);
        std::fs::write(bench.session.dir().join("没有.jpg"), "x").expect("written");
        bench.add("2.7", &[("标题", "又一场")]);
        assert_eq!(files(&bench), [""; 0], "what was missing is looked for again");
    }

    #[test]
    fn a_picture_that_no_report_can_show_is_named_with_its_item() {
        let mut bench = Bench::empty();
        let dir = bench.session.dir().to_path_buf();
        std::fs::write(dir.join("真.png"), b"\x89PNG\r\n\x1a\n...").expect("written");
        std::fs::write(dir.join("假.jpg"), "GIF89a").expect("written");
        let large = std::fs::File::create(dir.join("大.png")).expect("made");
        large.set_len(LARGEST as u64 + 1).expect("long");
        std::fs::create_dir(dir.join("夹.png")).expect("made");
        bench.add("2.7", &[("标题", "演出"), ("佐证", "真.png；假.jpg；大.png；夹.png；没有.png；表.xlsx")]);
        let found: Vec<String> = bench
            .session
            .findings()
            .iter()
            .filter(|one| matches!(one.why, Why::NoFile { .. } | Why::BadPicture { .. }))
            .map(|one| format!("{} {}", bench.session.place_text(&one.place, Lang::Zh), one.why.text(Lang::Zh)))
            .collect();
        assert!(found.iter().all(|one| one.contains("演出") && one.contains("佐证")), "{found:?}");
        let said = |text: &str| found.iter().any(|one| one.contains(text));
        assert!(said("假.jpg 放不进报告：不是 PNG 或 JPEG 图片") && said("夹.png"), "{found:?}");
        assert!(said("大.png 放不进报告：图片太大"), "{found:?}");
        assert_eq!(found.len(), 5, "{found:?}");
        std::fs::write(dir.join("假.jpg"), [0xff, 0xd8, 0xff, 0xe0]).expect("written");
        bench.add("2.7", &[("标题", "又一场")]);
        assert!(
            !bench.session.findings().iter().any(|one| one.why.text(Lang::Zh).contains("假.jpg")),
            "looked at again"
        );
    }

    #[test]
    fn what_is_certain_is_mended_as_one_change_and_undone_as_one() {
        let mut bench = Bench::empty();
        bench.add("2.7", &[("标题", "演出，，进社区")]);
        let item = bench.add("2.7", &[("标题", "巡演")]);
        let mut worded = item.clone();
        worded.body.wording = "开展{标题}。。受众好评，。".into();
        bench.session.apply(&bench.session.edit(worded).expect("it is there")).expect("saved");
        let certain = |bench: &Bench| bench.session.findings().iter().filter(|one| one.fix.is_some()).count();
        assert_eq!(certain(&bench), 2);
        let change = bench.session.mend(bench.session.findings()).expect("it fits");
        bench.session.apply(&change).expect("saved");
        assert_eq!(certain(&bench), 0);
        assert_eq!(bench.session.ledger().items[&item.card.id].body.wording, "开展{标题}。受众好评。");
        bench.session.undo().expect("undone");
        assert_eq!(certain(&bench), 2);
    }

    #[test]
    fn the_board_counts_what_each_section_has_to_answer_for() {
        let mut bench = Bench::empty();
        let doubts = |bench: &Bench| bench.session.board().total.doubts;
        let before = doubts(&bench);
        bench.add("2.7", &[("标题", "演出"), ("佐证", "没有.jpg")]);
        assert_eq!(doubts(&bench), before + 1);
        let row = bench.session.board().sections.iter().find(|row| row.id == "2").expect("a section");
        assert_eq!(row.doubts, 1);
    }
}
