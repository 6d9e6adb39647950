//! The power fails at any moment.

use super::kit::chance::Chance;
use super::kit::power::{Session, cut_and_examine};

#[test]
fn a_power_cut_loses_nothing_that_was_confirmed() {
    let mut chance = Chance::new(20_221_220);
    for session in 0..4 {
        let recorded = Session::fresh(&mut chance, 40);
        for cut in 0..52 {
            let mut one = chance.fork();
            if let Err(loss) = cut_and_examine(&recorded, &mut one) {
                panic!("session {session}, cut {cut}: {loss}");
            }
        }
    }
}
