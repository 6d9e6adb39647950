//! Text as reports have it, made by chance from a seed: figures, quotes, brackets, dashes, letters, long titles, blanks.

use taizhang::document::{Block, Face, Paragraph, Role, Run, Source};

use crate::faults::kit::chance::Chance;

/// One of several.
fn one<'a>(chance: &mut Chance, of: &[&'a str]) -> &'a str {
    of[chance.below(of.len())]
}

const WHO: [&str; 10] = [
    "区委宣传部",
    "各镇街",
    "全区",
    "我区",
    "文明办",
    "融媒体中心",
    "志愿者",
    "教育部门",
    "新时代文明实践中心",
    "各级党组织",
];
const DOES: [&str; 12] = [
    "组织开展",
    "举办",
    "认真学习贯彻",
    "召开",
    "完成",
    "统筹推进",
    "印发",
    "围绕",
    "会同有关部门落实",
    "刊发",
    "深入实施",
    "扎实做好",
];
const WHAT: [&str; 14] = [
    "理论学习中心组集体学习",
    "意识形态工作责任制",
    "文明创建",
    "宣讲活动",
    "新闻稿件",
    "网络舆情处置",
    "农家书屋",
    "公益电影",
    "道德讲堂",
    "对外宣传工作",
    "业务培训",
    "全民阅读",
    "非物质文化遗产保护",
    "主题党日",
];
const UNITS: [&str; 14] =
    ["次", "场次", "篇（条）", "人次", "万人次", "册", "万元", "％", "个", "项", "户", "处", "㎡", "分"];
const LATIN: [&str; 16] = [
    "APP",
    "VR",
    "5G",
    "GDP",
    "people.com.cn",
    "Wi-Fi",
    "WeChat",
    "http://www.gov.cn/a/b.html",
    "A4",
    "PM2.5",
    "H5",
    "24小时",
    "“I love China”",
    "CCTV-1",
    "AI+政务",
    "No.12",
];
const QUOTED: [&str; 12] = [
    "“四史”",
    "“学习强国”",
    "“不忘初心、牢记使命”",
    "“三会一课”",
    "“他说：‘好！’”",
    "“12345”",
    "“送戏下乡”",
    "“最美家庭”",
    "“七一”",
    "“扫黄打非·净网2022”",
    "‘一老一小’",
    "“5·12”",
];
const TITLES: [&str; 8] = [
    "《关于进一步加强和改进新时代意识形态工作责任制落实情况的通知》",
    "《人民日报》《光明日报》",
    "《中国共产党章程》",
    "《新时代公民道德建设实施纲要》（2019年版）",
    "《××区2022年度公共文化服务体系建设实施方案（试行）》",
    "《求是》",
    "《党史·新中国史》",
    "《习语“金句”100条》",
];
const SIGNS: [&str; 14] = [
    "——其中",
    "……",
    "（含试点3个）",
    "：",
    "；",
    "、",
    "（详见附件1）",
    "〔2022〕12号",
    "【重点】",
    "·",
    "～",
    "！",
    "？",
    "①",
];
const RARE: [&str; 8] = ["𠮷", "〇", "㐂", "30℃", "5‰", "3×4", "阿卜杜拉·买买提", "－"];

/// Some words of a sentence; a blank is `**`.
fn words(chance: &mut Chance) -> String {
    match chance.below(24) {
        0..=6 => format!("{}{}{}", one(chance, &WHO), one(chance, &DOES), one(chance, &WHAT)),
        7..=9 => format!("{}{}", number(chance), one(chance, &UNITS)),
        10 | 11 => date(chance),
        12 => format!("增长{}.{}％", chance.below(30), chance.below(10)),
        13 => one(chance, &LATIN).to_owned(),
        14 | 15 => one(chance, &QUOTED).to_owned(),
        16 => one(chance, &TITLES).to_owned(),
        17 | 18 => one(chance, &SIGNS).to_owned(),
        19 if chance.once_in(4) => one(chance, &RARE).to_owned(),
        20 => format!("第{}，", one(chance, &["一", "二", "三", "十二"])),
        21 => "**".to_owned(),
        _ => format!("{}{}", one(chance, &DOES), one(chance, &WHAT)),
    }
}

fn number(chance: &mut Chance) -> String {
    let digits = [9, 99, 999, 9999, 99_999, 1_000_000][chance.below(6)];
    let number = chance.below(digits);
    match chance.below(6) {
        0 => format!("{}.{}万", number % 100, chance.below(10)),
        1 => format!("{}多", number / 10 * 10),
        _ => number.to_string(),
    }
}

fn date(chance: &mut Chance) -> String {
    let (month, day) = (chance.below(12) + 1, chance.below(28) + 1);
    match chance.below(5) {
        0 => format!("202{}年", chance.below(10)),
        1 => format!("{month}月{day}日至{}日", day + 1),
        2 => format!("202{}年{month}月{day}日上午9:30", chance.below(10)),
        3 => format!("{month}月上旬"),
        _ => format!("{month}月{day}日"),
    }
}

/// A paragraph of some sentences.
fn text(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(7) {
        for _ in 0..=chance.below(6) {
            text.push_str(&words(chance));
            text.push_str(one(chance, &["，", "，", "", "", "、", "；"]));
        }
        text.push_str(&words(chance));
        text.push('。');
    }
    text
}

/// The runs of a text, its blanks apart.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, part) in text.split("**").enumerate() {
        if at > 0 {
            runs.push(Run::blank(Source::Program));
        }
        if !part.is_empty() {
            runs.push(Run::plain(part, Source::Program));
        }
    }
    runs
}

/// Paragraphs of so many characters in all: headings, run-in headings and text.
pub fn paragraphs(seed: u64, characters: usize) -> Vec<Block> {
    let mut chance = Chance::new(seed);
    let mut made = 0;
    let mut blocks = Vec::new();
    while made < characters {
        let text = text(&mut chance);
        made += text.chars().count();
        let role = match chance.below(20) {
            0 => Role::Heading1,
            1 => Role::Heading2,
            2 => Role::Heading3,
            _ => Role::Body,
        };
        let mut all = runs(&text);
        if chance.once_in(6) {
            let lead = Run {
                face: Face::RunIn,
                ..Run::plain(format!("（一）{}。", one(&mut chance, &WHAT)), Source::Program)
            };
            all.insert(0, lead);
        }
        blocks.push(Block::Paragraph(Paragraph { role, runs: all }));
    }
    blocks
}
