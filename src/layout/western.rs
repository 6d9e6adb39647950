//! Where a line may end in western text, also between 汉字 in it: UAX #14 as word processors have it.

/// What a sign is to the breaking of lines (UAX #14, table 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// AL: letters, and what stands among them.
    Letter,
    /// NU.
    Digit,
    /// ID: 汉字.
    Ideograph,
    /// OP.
    Opening,
    /// CL.
    Closing,
    /// EX.
    Exclamation,
    /// IS: signs within numbers.
    Infix,
    /// SY: the slash.
    Slash,
    /// QU.
    Quote,
    /// IN: …
    Leader,
    /// B2: —
    Dash,
    /// BA, HY: hyphens.
    Hyphen,
    /// NS.
    NonStarter,
    /// PR: before a number.
    Prefix,
    /// PO: after a number.
    Postfix,
    /// SP.
    Blank,
    /// GL, WJ.
    Glue,
}

/// Whether a line may end between two neighbours.
pub(super) fn may_break(before: char, next: char) -> bool {
    !are_held(class(before), class(next))
}

/// Whether two neighbours hold together, by the rules LB 7 to LB 30.
const fn are_held(before: Class, next: Class) -> bool {
    use Class::{
        Blank, Closing, Dash, Digit, Exclamation, Glue, Hyphen, Ideograph, Infix, Leader, Letter, NonStarter, Opening,
        Postfix, Prefix, Quote, Slash,
    };
    match next {
        Blank | Closing | Exclamation | Infix | Slash | Glue => true,
        _ if matches!(before, Opening | Glue) => true,
        _ if matches!(before, Blank) => false,
        Quote | Hyphen | NonStarter => true,
        _ if matches!(before, Quote) => true,
        Dash => matches!(before, Dash),
        Leader => matches!(before, Letter | Ideograph | Digit | Leader),
        Postfix => matches!(before, Ideograph | Digit | Closing),
        Prefix => matches!(before, Digit | Letter | Closing),
        Letter => matches!(before, Letter | Digit | Closing | Infix | Prefix | Postfix),
        Digit => matches!(before, Letter | Digit | Closing | Infix | Prefix | Postfix | Slash),
        Opening => matches!(before, Letter | Digit | Prefix | Postfix),
        Ideograph => matches!(before, Prefix),
    }
}

fn class(sign: char) -> Class {
    match sign {
        ' ' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' => Class::Blank,
        '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{2060}' | '\u{FEFF}' => Class::Glue,
        '“' | '”' | '‘' | '’' | '"' | '\'' | '«' | '»' | '‹' | '›' => Class::Quote,
        '…' | '‥' => Class::Leader,
        '—' => Class::Dash,
        '-' | '–' | '|' | '\u{AD}' | '‐' | '\u{3000}' | '\t' => Class::Hyphen,
        '/' => Class::Slash,
        ',' | '.' | ':' | ';' => Class::Infix,
        '!' | '?' | '！' | '？' => Class::Exclamation,
        '：' | '；' | '・' | '々' | '〜' | '‼' | '‽' | '⁇'..='⁉' => Class::NonStarter,
        '+' | '$' | '￥' | '¥' | '£' | '￡' | '＄' | '№' | '±' | '−' | '€' => Class::Prefix,
        '%' | '％' | '‰' | '℃' | '℉' | '′' | '″' | '¢' | '￠' => Class::Postfix,
        '}' | '，' | '、' | '。' | '．' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗' | '］' | '｝' | ')'
        | ']' => Class::Closing,
        '(' | '[' | '{' | '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' | '¡' | '¿' => {
            Class::Opening
        }
        '0'..='9' => Class::Digit,
        '\u{2E80}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FFEE}' => {
            Class::Ideograph
        }
        '\u{1F000}'..='\u{3FFFD}' => Class::Ideograph,
        _ => Class::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::may_break;

    fn pieces(text: &str) -> String {
        let mut last = None;
        let mut pieces = String::new();
        for sign in text.chars() {
            if last.replace(sign).is_some_and(|last| may_break(last, sign)) {
                pieces.push('|');
            }
            pieces.push(sign);
        }
        pieces
    }

    #[test]
    fn words_numbers_and_quotes_hold_together() {
        assert_eq!(pieces("No.12 of 3.5％"), "No.12 |of |3.5％");
        assert_eq!(pieces("http://a.cn/b"), "http://|a.cn/|b");
        assert_eq!(pieces("学“12”年"), "学“12”年");
        assert_eq!(pieces("24（甲）乙"), "24（甲）|乙");
    }
}
