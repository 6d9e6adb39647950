//! Several short texts in one field.

/// Signs that always part.
const STRONG: &[char] = &['；', ';', '\n'];
/// The sign that parts where none of those stands.
const WEAK: char = '、';

/// Parts clean text at ； and line ends, else at 、 outside brackets and 《》.
pub fn split(text: &str) -> Vec<String> {
    let parts = if text.contains(STRONG) { text.split(STRONG).collect() } else { split_outside(text) };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Joins texts so that they part again; a single one that holds a 、 ends in ；.
pub(super) fn join(texts: &[String]) -> String {
    match texts {
        [only] if only.contains(WEAK) => format!("{only}；"),
        _ => texts.join("；"),
    }
}

fn split_outside(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c| {
        match c {
            '《' | '（' | '(' | '“' | '【' => depth += 1,
            '》' | '）' | ')' | '”' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == WEAK && depth == 0
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_sign_parts() {
        assert_eq!(split("甲、乙；丙"), ["甲、乙", "丙"]);
        assert_eq!(split("甲、乙、丙"), ["甲", "乙", "丙"]);
        assert_eq!(split("甲;;乙\n\n丙；"), ["甲", "乙", "丙"]);
        assert_eq!(split("《甲、乙》、丙"), ["《甲、乙》", "丙"]);
        assert_eq!(split(" ； "), Vec::<String>::new());
    }
}
