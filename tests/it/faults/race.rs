//! Two processes want the same ledger at the same moment.

use taizhang::store::{RealDisk, Store};

use super::kit::part::{Part, Player};
use super::kit::witness::Witness;

#[test]
fn of_two_writers_at_once_none_hurts_the_other() {
    let root = tempfile::tempdir().expect("a directory");
    let mut witness = Witness::new(&root.path().join("台 账"));
    drop(Store::create(&witness.dir, std::sync::Arc::new(RealDisk)).expect("a ledger").close());
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
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = Witness::new(&root.path().join("台 账"));
        let players = [2, 1].map(|n| Player::start(Part::Make, &witness.dir, 2 * round + n, None));
        for player in players {
            assert_eq!(player.end(&mut witness), 0, "round {round}");
        }
        assert_eq!(witness.count(), 1, "round {round}");
        witness.examine(0).unwrap_or_else(|loss| panic!("round {round}: {loss}"));
    }
}
