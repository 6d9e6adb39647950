//! Reminders (催报单): one for each unit that owes, as a document, and as files in the folder for reports.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::name::file_stem;
use super::place::put;
use super::{CLERK, FileFormat, PHONE, Session, SessionError};
use crate::document::Document;
use crate::id::EntryId;
use crate::model::{Indicator, Period};
use crate::query::{self, Owing, UnitRow};
use crate::report::{self, Slip, SlipRow};

/// How often a name is tried anew that is taken.
const ATTEMPTS: usize = 1000;

/// The rows of figures that were looked up, by figure and stretch.
type Known<'a> = BTreeMap<(&'a str, Option<Period>), Vec<UnitRow>>;

impl Session {
    /// The units that owe anything, those that owe most first; the office does not remind itself.
    pub fn debtors(&self) -> Vec<EntryId> {
        let owing = query::owing(&self.ledger, self.scope());
        let office = &self.document().meta.author;
        let others = owing.iter().filter(|(unit, _)| self.unit_name(**unit) != office);
        let mut units: Vec<(usize, EntryId)> = others.map(|(unit, owed)| (owed.len(), *unit)).collect();
        units.sort_by_key(|(owed, unit)| (std::cmp::Reverse(*owed), *unit));
        units.into_iter().map(|(_, unit)| unit).collect()
    }

    /// The reminders to the units, in their order; one that owes nothing gets none.
    pub fn reminders(&self, units: &[EntryId]) -> Vec<(EntryId, Document)> {
        let owing = query::owing(&self.ledger, self.scope());
        let mut known = Known::new();
        let owed = units.iter().filter_map(|unit| Some((*unit, owing.get(unit)?)));
        owed.map(|(unit, owed)| (unit, self.reminder(unit, owed, &mut known))).collect()
    }

    /// Writes the reminders into a folder, that of the settings where none is named, each named by its unit and the
    /// day; a file that is there is never replaced. Among several, the office itself gets none.
    pub fn write_reminders(
        &self,
        units: &[EntryId],
        format: FileFormat,
        folder: Option<&Path>,
    ) -> Result<Vec<PathBuf>, SessionError> {
        let office = &self.document().meta.author;
        let is_other = |unit: &&EntryId| units.len() == 1 || self.unit_name(**unit) != office;
        let documents = self.reminders(&units.iter().filter(is_other).copied().collect::<Vec<_>>());
        if documents.is_empty() {
            return Err(SessionError::NobodyOwes);
        }
        let folder = match folder {
            Some(folder) if folder.is_dir() => folder.to_path_buf(),
            Some(folder) => return Err(SessionError::NoFolder(folder.to_path_buf())),
            None => self.ready_folder()?,
        };
        let profile = self.profile();
        let write = |(unit, document): &(EntryId, Document)| {
            let stem = file_stem(&report::slip_name(self.unit_name(*unit), self.today()));
            self.put_beside(&folder, &stem, format.extension(), &format.bytes(document, &profile)?)
        };
        documents.iter().map(write).collect()
    }

    /// Puts a file into a folder under the first name that is free: `stem`, `stem(2)`, `stem(3)`.
    pub(super) fn put_beside(
        &self,
        folder: &Path,
        stem: &str,
        ending: &str,
        bytes: &[u8],
    ) -> Result<PathBuf, SessionError> {
        let mut number = 1;
        loop {
            let name = if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}({number}).{ending}") };
            let path = folder.join(name);
            match put(&*self.disk, &path, bytes, false) {
                Err(SessionError::FileExists(_)) if number < ATTEMPTS => number += 1,
                done => return done.map(|()| path),
            }
        }
    }

    fn reminder<'a>(&self, unit: EntryId, owed: &[Owing<'a>], known: &mut Known<'a>) -> Document {
        let text = |id: &str| self.setting(id).unwrap_or_default().into_owned();
        let mut rows = Vec::new();
        for Owing { indicator, periods } in owed {
            for period in periods {
                rows.push(self.slip_row(unit, indicator, period.as_ref(), known));
            }
        }
        let (contact, date): (_, NaiveDate) = ((text(CLERK), text(PHONE)), self.today());
        let (office, unit) = (self.document().meta.author.clone(), self.unit_name(unit).to_owned());
        report::slip(&Slip { office, contact, unit, year: self.year, date, rows })
    }

    fn slip_row<'a>(
        &self,
        unit: EntryId,
        indicator: &'a Indicator,
        period: Option<&Period>,
        known: &mut Known<'a>,
    ) -> SlipRow {
        let look = || query::unit_rows(&self.ledger, indicator, self.scope(), period);
        let rows = known.entry((indicator.id.as_str(), period.cloned())).or_insert_with(look);
        let last = rows.iter().find(|row| row.unit == unit).and_then(|row| row.last_year.as_ref());
        SlipRow {
            name: indicator.id.to_string(),
            period: report::stretch_text(indicator, period, self.year),
            unit: indicator.unit.clone(),
            last_year: last.map(ToString::to_string).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::bench::Bench;
    use super::*;
    use crate::export;
    use crate::id::IndicatorId;
    use crate::model::{Amount, Return, ReturnSource};

    fn debtor(bench: &Bench) -> EntryId {
        let name: IndicatorId = "演出场次".parse().expect("an id");
        bench.session.figures()[&name].owed[0]
    }

    #[test]
    fn a_reminder_lists_what_the_unit_owes_and_nothing_it_gave() {
        let mut bench = Bench::sample();
        bench.set(&[("clerk", "李文"), ("phone", "2345")]).expect("set");
        let unit = debtor(&bench);
        let name: IndicatorId = "演出场次".parse().expect("an id");
        let text = |bench: &Bench| export::plain(&bench.session.reminders(&[unit])[0].1);
        let before = text(&bench);
        assert!(before.contains(&format!("\n{}：\n", bench.session.unit_name(unit))), "{before}");
        assert!(before.contains("演出场次\t11月至12月\t场次"), "{before}");
        assert!(before.contains("联系人：李文，电话：2345。"), "{before}");
        let given = Return::new(&Amount::exact(3.into()), ReturnSource::Counted);
        let change = bench.session.give(&name, unit, None, Some(given));
        bench.session.apply(&change).expect("saved");
        assert!(!text(&bench).contains("演出场次"), "{}", text(&bench));
    }

    #[test]
    fn reminders_are_files_named_by_unit_and_none_is_replaced() {
        let mut bench = Bench::sample();
        let folder = bench.folder("催报");
        let unit = debtor(&bench);
        let write = |bench: &Bench, format| bench.session.write_reminders(&[unit], format, None).expect("written");
        let name = bench.session.unit_name(unit).to_owned();
        assert_eq!(write(&bench, FileFormat::Text), [folder.join(format!("{name}催报单12月20日.txt"))]);
        assert_eq!(write(&bench, FileFormat::Text), [folder.join(format!("{name}催报单12月20日(2).txt"))]);
        let docx = write(&bench, FileFormat::Docx).remove(0);
        assert_eq!(fs::read(docx).expect("read")[..2], *b"PK");
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 3);
    }

    #[test]
    fn all_debtors_get_one_each_and_the_office_none() {
        let mut bench = Bench::sample();
        bench.folder("催报");
        let units = bench.session.debtors();
        let office = bench.session.document().meta.author.clone();
        assert!(units.iter().all(|unit| bench.session.unit_name(*unit) != office));
        let written = bench.session.write_reminders(&units, FileFormat::Text, None).expect("written");
        assert_eq!(written.len(), units.len());
    }

    #[test]
    fn where_nobody_owes_no_file_is_written() {
        let mut bench = Bench::empty();
        let folder = bench.folder("催报");
        let refused = bench.session.write_reminders(&[], FileFormat::Text, None);
        assert!(matches!(refused, Err(SessionError::NobodyOwes)), "{refused:?}");
        assert_eq!(fs::read_dir(folder).expect("a folder").count(), 0);
    }
}
