//! The name that was probably meant.

use super::fold::fold;

/// The name nearest to `wanted`, where one is near enough to be worth proposing.
///
/// Near is at most half of the characters changed; failing that, the shortest name that contains `wanted`.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = key(wanted);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let candidate = key(name);
        let Some(rank) = rank(&wanted, &candidate) else { continue };
        if best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name)
}

fn key(name: &str) -> Vec<char> {
    fold(name).to_lowercase().chars().collect()
}

/// How far `name` is, smaller is nearer; names that only contain `wanted` come after all others.
fn rank(wanted: &[char], name: &[char]) -> Option<usize> {
    let longer = wanted.len().max(name.len());
    let distance = distance(wanted, name);
    if distance == 0 || (distance < longer && distance <= (longer / 2).max(1)) {
        return Some(distance);
    }
    let contained = !wanted.is_empty() && name.windows(wanted.len()).any(|part| part == wanted);
    contained.then_some(usize::MAX / 2 + name.len())
}

/// How many characters must be added, taken away or changed.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let changed = diagonal + usize::from(l != r);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["中心组次数", "演出场次", "重点网站原创", "next_field"];

    fn proposed(wanted: &str) -> Option<&'static str> {
        nearest(wanted, NAMES.into_iter())
    }

    #[test]
    fn a_mistyped_name_is_found() {
        assert_eq!(proposed("中心组人次"), Some("中心组次数"));
        assert_eq!(proposed("演出场数"), Some("演出场次"));
        assert_eq!(proposed("Next-Field"), Some("next_field"));
    }

    #[test]
    fn a_part_of_a_name_is_found() {
        assert_eq!(proposed("网站"), Some("重点网站原创"));
    }

    #[test]
    fn a_stranger_proposes_nothing() {
        assert_eq!(proposed("天气"), None);
        assert_eq!(nearest("甲", ["乙"].into_iter()), None);
        assert_eq!(nearest("", ["乙"].into_iter()), None);
    }
}
