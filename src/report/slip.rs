//! The reminder (催报单) to one unit: what it still owes, as a page that it can fill in and send back.
//!
//! It is a Chinese document for people of other offices, whatever the interface speaks.

use chrono::{Datelike, NaiveDate};

use crate::document::{Block, Document, Face, Meta, Paragraph, Role, Run, Source, Table};
use crate::model::{Indicator, Period, Window, Year};

/// Widths of the columns: number, figure, stretch, unit, last year, the cell to fill in, a remark.
const WIDTHS: [u16; 7] = [8, 28, 16, 14, 12, 12, 14];

/// What a reminder says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The office that asks.
    pub office: String,
    /// Who answers questions there, and by which number; may be empty.
    pub contact: (String, String),
    /// The unit that is asked.
    pub unit: String,
    /// The year the numbers are of.
    pub year: Year,
    /// The day it is written.
    pub date: NaiveDate,
    /// What is asked for.
    pub rows: Vec<SlipRow>,
}

/// A number that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipRow {
    /// The figure's name.
    pub name: String,
    /// For which stretch.
    pub period: String,
    /// Its unit.
    pub unit: String,
    /// What the unit said a year earlier; empty: nothing.
    pub last_year: String,
}

/// The stretch that a return is for, in words: `2022年`, `二季度`; of a year's return, the figure's own window.
pub fn stretch_text(indicator: &Indicator, period: Option<&Period>, year: Year) -> String {
    match (period, &indicator.window) {
        (Some(period), _) => period.print(year),
        (None, Window::Whole) => format!("{year}年"),
        (None, Window::FromMonth(12)) => "12月".into(),
        (None, Window::FromMonth(month)) => format!("{month}月至12月"),
        (None, Window::Months(from, to)) if from == to => format!("{from}月"),
        (None, Window::Months(from, to)) => format!("{from}月至{to}月"),
        (None, Window::Within(when)) => when.print(year),
    }
}

/// What the file of a reminder is called, without its ending.
pub fn slip_name(unit: &str, date: NaiveDate) -> String {
    format!("{unit}催报单{}月{}日", date.month(), date.day())
}

/// Lays a reminder out.
pub fn slip(slip: &Slip) -> Document {
    let title = format!("{}年度工作数据催报单", slip.year);
    let blocks = vec![
        paragraph(Role::Title, &title),
        paragraph(Role::Addressee, &format!("{}：", slip.unit)),
        paragraph(Role::Body, &request(slip)),
        paragraph(Role::Body, &contact(slip)),
        table(slip),
        paragraph(Role::Signature, &slip.office),
        paragraph(Role::Date { seal: false }, &day(slip.date)),
    ];
    Document { meta: Meta { title, author: slip.office.clone(), date: slip.date }, blocks }
}

fn request(slip: &Slip) -> String {
    format!(
        "{}年度工作总结正在编写，下列{}项数据还没有收到贵单位的报数。请核实后填入“{}年”一栏，尽快送回。\
         没有发生的请填“0”，一时没有准数的请填估数并在备注中注明。已经报送的，请以此单核对，谢谢支持。",
        slip.year,
        slip.rows.len(),
        slip.year
    )
}

fn contact(slip: &Slip) -> String {
    let (name, phone) = &slip.contact;
    match (name.is_empty(), phone.is_empty()) {
        (false, false) => format!("联系人：{name}，电话：{phone}。"),
        (false, true) => format!("联系人：{name}。"),
        (true, false) => format!("联系电话：{phone}。"),
        (true, true) => format!("如有疑问，请与{}联系。", slip.office),
    }
}

fn table(slip: &Slip) -> Block {
    let last_year = slip.year.previous().map(|year| format!("{year}年")).unwrap_or_default();
    let this_year = format!("{}年", slip.year);
    let header = ["序号", "数据", "所属期", "计量单位", &last_year, &this_year, "备注"];
    let cell = |text: &str| if text.is_empty() { Vec::new() } else { vec![words(text)] };
    let row = |(at, row): (usize, &SlipRow)| {
        let nth = (at + 1).to_string();
        [&nth, &row.name, &row.period, &row.unit, &row.last_year, "", ""].map(cell).into()
    };
    Block::Table(Table {
        widths: WIDTHS.into(),
        aligns: Vec::new(),
        header: header.map(str::to_owned).into(),
        rows: slip.rows.iter().enumerate().map(row).collect(),
    })
}

fn paragraph(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, runs: vec![words(text)] })
}

fn words(text: &str) -> Run {
    Run { text: text.to_owned(), face: Face::Plain, blank: false, source: Source::Program }
}

/// `2022年12月20日`.
fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
