//! Times taken and told.

use std::fs;
use std::time::Instant;

/// Milliseconds that `run` takes.
pub fn time<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed().as_secs_f64() * 1000.0
}

/// Prints median, least and most.
pub fn tell(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    if let (Some(least), Some(most)) = (times.first(), times.last()) {
        println!("{name}: {:.2} ({least:.2} to {most:.2})", times[times.len() / 2]);
    }
}

/// Prints p50 and p99; gives p50.
pub fn tell_tail(name: &str, mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let (half, tail) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("{name}: p50 {half:.3}, p99 {tail:.3}");
    half
}

/// The peak memory of this process in KiB; 0 where the system does not tell.
pub fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or(0)
}
