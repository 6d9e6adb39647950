//! Two processes want the same ledger at the same moment.

use super::kit::part::{Part, Player};
use super::ledger;

#[test]
fn of_two_writers_at_once_none_hurts_the_other() {
    let (_root, mut witness) = ledger::closed(0);
    for round in 0..100 {
        let players = [2, 1].map(|n| Player::start(Part::Visit, &witness.dir, 2 * round + n, None));
        for player in players {
            assert_eq!(player.end(&mut witness), 0, "round {round}");
        }
        if round % 10 == 9 {
            witness.examine(0).unwrap_or_else(|loss| panic!("round {round}: {loss}"));
        }
    }
    assert!(witness.count() >= 200, "one of two always gets it: {}", witness.count());
}

#[test]
fn of_two_makers_at_once_one_makes_it() {
    for round in 0..20 {
        let (_root, mut witness) = ledger::place();
        let players = [2, 1].map(|n| Player::start(Part::Make, &witness.dir, 2 * round + n, None));
        for player in players {
            assert_eq!(player.end(&mut witness), 0, "round {round}");
        }
        assert_eq!(witness.count(), 1, "round {round}");
        witness.examine(0).unwrap_or_else(|loss| panic!("round {round}: {loss}"));
    }
}
