//! Where a line may break between two graphemes (GB/T 15834, and the lists that word processors use).

/// What a grapheme is to the breaking of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    class: Class,
    first: char,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Breaks on both sides: 汉字.
    Free,
    /// Part of a word or number.
    Word,
    /// May not begin a line.
    Closing,
    /// May not end a line.
    Opening,
    /// Hangs at the end of a line.
    Blank,
    /// Holds both neighbours.
    Glue,
}

impl Sign {
    pub(super) fn of(grapheme: &str) -> Self {
        let first = grapheme.chars().next().unwrap_or_default();
        let class = match class_of(first) {
            // A mark on a blank is seen: such a blank must not be dropped at a line's end.
            Class::Blank if grapheme.len() > first.len_utf8() => Class::Word,
            class => class,
        };
        Self { class, first }
    }

    pub(super) fn is_blank(self) -> bool {
        self.class == Class::Blank
    }

    pub(super) fn is_closing(self) -> bool {
        self.class == Class::Closing
    }

    pub(super) fn is_opening(self) -> bool {
        self.class == Class::Opening
    }

    /// Whether a line may end after this grapheme and `next` begin another.
    pub(super) fn may_break_before(self, next: Self) -> bool {
        if matches!(next.class, Class::Blank | Class::Closing | Class::Glue)
            || matches!(self.class, Class::Opening | Class::Glue)
        {
            return false;
        }
        !(self.is_doubled_by(next) || self.is_in_word() && next.is_in_word())
    }

    /// Words hold their ASCII signs, `a.b(c)`, `12.5%`, and the point of `１２．５`.
    fn is_in_word(self) -> bool {
        self.class == Class::Word || self.first.is_ascii_graphic() || self.first == '．'
    }

    /// —— and …… are one sign in two halves; ×× is one blank.
    fn is_doubled_by(self, next: Self) -> bool {
        self.first == next.first && matches!(self.first, '—' | '…' | '×' | '―' | '─')
    }
}

fn class_of(first: char) -> Class {
    match first {
        '\u{4E00}'..='\u{9FFF}' => Class::Free,
        ' ' | '\t' | '\u{3000}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' => Class::Blank,
        '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{2060}' | '\u{FEFF}' => Class::Glue,
        _ if is_closing(first) => Class::Closing,
        _ if is_opening(first) => Class::Opening,
        _ if first.is_ascii_graphic() || is_wide_word(first) || is_alphabet(first) => Class::Word,
        _ => Class::Free,
    }
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '!' | ')' | ',' | '.' | ':' | ';' | '?' | ']' | '}' | '%'
            | '！' | '）' | '，' | '．' | '：' | '；' | '？' | '］' | '｝' | '％' | '～' | '＂' | '＇' | '｀' | '｜'
            | '。' | '、' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〞' | '〟' | '〃' | '々'
            | '’' | '”' | '…' | '·' | '•' | '‧' | '・' | '¨' | '°' | 'ˇ' | 'ˉ' | '‖' | '‰' | '′' | '″' | '›' | '»'
            | '℃' | '℉' | '∶' | '¢' | '￠'
            | '\u{FE30}'..='\u{FE34}' | '︶' | '︸' | '︺' | '︼' | '︾' | '﹀' | '﹂' | '﹄'
            | '\u{FE4F}'..='\u{FE57}' | '﹚' | '﹜' | '﹞'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '$'
            | '（'
            | '［'
            | '｛'
            | '＄'
            | '￥'
            | '￡'
            | '¥'
            | '£'
            | '〈'
            | '《'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '〖'
            | '〝'
            | '‘'
            | '“'
            | '‹'
            | '«'
            | '№'
            | '︵'
            | '︷'
            | '︹'
            | '︻'
            | '︽'
            | '︿'
            | '﹁'
            | '﹃'
            | '﹙'
            | '﹛'
            | '﹝'
    )
}

/// Full-width digits and letters.
fn is_wide_word(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Letters of alphabets: Latin, Greek, Cyrillic and their like, all below the scripts written without blanks.
fn is_alphabet(c: char) -> bool {
    c < '\u{0E00}' && c.is_alphanumeric()
}
