//! The pace of frames on a slow line: no frame is written while the terminal is still busy with earlier ones.
//!
//! A line of 9,600 baud takes a few hundred bytes a second, and the kernel, a modem and an SSH connection queue many
//! thousands: keys that are held would be seen long after they were let go. So when frames follow each other faster
//! than such a line could take them, the terminal is asked how it is (DSR, `CSI 5 n`), which it answers once it has
//! come to the question. While too much is unanswered, frames wait; the one that is drawn then shows all that was
//! typed meanwhile.
//!
//! A fast terminal has answered long before the next frame and is never waited for, nor is one that has never answered.
//! It is asked once after the first frame, to know that; then only while frames come faster than a slow line could take
//! them.

use std::time::{Duration, Instant};

/// The question (ECMA-48: device status report), which every terminal since the VT100 answers with `CSI 0 n`.
pub(super) const QUESTION: &[u8] = b"\x1b[5n";

/// Bytes a second of the slowest line that is thought of: 9,600 baud, 10 bits a byte.
const SLOWEST: u128 = 960;
/// From so many bytes that such a line could still be busy with, the terminal is asked.
const ASK: u128 = 512;
/// So many bytes may be on their way without an answer: enough for lines that are fast and long.
const WINDOW: u64 = 1024;
/// Far away terminals answer within this time the first time.
const FIRST_ANSWER: Duration = Duration::from_millis(250);
/// How long frames wait for one that has answered before.
const ANSWER: Duration = Duration::from_secs(5);

/// How far the terminal is behind.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// Bytes written so far.
    written: u64,
    /// The bytes that the slowest line would still be busy with, and when that was reckoned.
    backlog: Option<(u128, Instant)>,
    /// Up to where the terminal is known to have come.
    taken: u64,
    /// The question that is not answered yet: after how many bytes and when it was asked.
    asked: Option<(u64, Instant)>,
    trust: Trust,
}

/// What is known of the terminal's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Trust {
    #[default]
    /// It was not asked, or has not answered yet.
    Unknown,
    Answers,
}

impl Pace {
    /// Whether a frame that is written now should be followed by the question.
    pub(super) fn asks(&self, now: Instant) -> bool {
        self.asked.is_none() && self.reckoned(now) >= ASK
    }

    /// The terminal was asked, apart from a frame.
    pub(super) fn asked(&mut self, now: Instant) {
        self.asked = Some((self.written, now));
    }

    /// So many bytes were written, with the question at their end or without.
    pub(super) fn wrote(&mut self, bytes: usize, with_question: bool, now: Instant) {
        let before = self.reckoned(now);
        self.backlog = Some((before + bytes as u128, now));
        self.written += bytes as u64;
        if with_question {
            self.asked = Some((self.written, now));
        } else if self.asked.is_none() && before == 0 {
            // Even the slowest line has taken all that was written before.
            self.taken = self.written - bytes as u64;
        }
    }

    /// The terminal answered.
    pub(super) fn answered(&mut self) {
        if let Some((at, _)) = self.asked.take() {
            self.taken = at;
            self.trust = Trust::Answers;
        }
    }

    /// Until when the next frame should wait, if an answer does not come before.
    pub(super) fn holds(&mut self, now: Instant) -> Option<Instant> {
        let (_, since) = self.asked.filter(|_| self.trust == Trust::Answers)?;
        let until = since + ANSWER;
        if now >= until {
            // Lost on the way, or the terminal is another one now.
            (self.asked, self.trust) = (None, Trust::Unknown);
            return None;
        }
        (self.written - self.taken > WINDOW).then_some(until)
    }

    /// Until when an answer may still come, which nobody else should take for something typed.
    pub(super) fn awaits(&self) -> Option<Instant> {
        let (_, since) = self.asked?;
        match self.trust {
            Trust::Unknown => Some(since + FIRST_ANSWER),
            Trust::Answers => Some(since + ANSWER),
        }
    }

    /// The bytes that the slowest line would still be busy with.
    fn reckoned(&self, now: Instant) -> u128 {
        self.backlog.map_or(0, |(bytes, at)| {
            let gone = now.saturating_duration_since(at).as_millis();
            bytes.saturating_sub(gone * SLOWEST / 1000)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes frames of 400 bytes, as many a second, to a terminal that takes so many bytes a second and answers
    /// after so many milliseconds besides. Gives the frames written, the questions among them, and how long after the
    /// last key the last frame was there, in milliseconds.
    fn play(keys: u64, ms: u64, rate: u64, far: u64, answers: bool) -> (u64, u64, u64) {
        let begun = Instant::now();
        let at = |t: u64| begun + Duration::from_millis(t);
        let mut pace = Pace::default();
        pace.asked(begun);
        if answers {
            pace.answered();
        }
        let (mut frames, mut questions, mut free) = (0, 0, 0);
        let mut answer: Option<u64> = None;
        let (mut wanted, mut t) = (false, 0);
        loop {
            if answer.is_some_and(|a| a <= t) {
                answer = None;
                pace.answered();
            }
            wanted |= t % ms == 0 && t / ms < keys;
            if wanted && pace.holds(at(t)).is_none() {
                let asks = pace.asks(at(t));
                free = free.max(t) + 400 * 1000 / rate;
                if asks && answers {
                    answer = Some(free + far);
                }
                questions += u64::from(asks);
                pace.wrote(400, asks, at(t));
                (frames, wanted) = (frames + 1, false);
            }
            if t > keys * ms && !wanted {
                return (frames, questions, free.saturating_sub((keys - 1) * ms));
            }
            t += 1;
        }
    }

    #[test]
    fn on_a_slow_line_the_last_frame_comes_soon_after_the_last_key() {
        // Unpaced, 60 keys in two seconds are 25 seconds of frames.
        let (frames, _, late) = play(60, 33, 960, 1, true);
        assert!(frames < 12, "{frames}");
        assert!(late < 2500, "{late}");
    }

    #[test]
    fn a_fast_terminal_sees_every_frame() {
        let (frames, questions, _) = play(60, 33, 10_000_000, 1, true);
        assert_eq!(frames, 60);
        assert!(questions > 0);
        // Also one that is fast but far away.
        let (frames, _, late) = play(60, 33, 1_000_000, 60, true);
        assert_eq!((frames, late < 100), (60, true));
    }

    #[test]
    fn keys_typed_one_by_one_ask_nothing() {
        assert_eq!(play(20, 500, 10_000_000, 1, true), (20, 0, 0));
    }

    #[test]
    fn a_terminal_that_does_not_answer_is_asked_once_and_never_waited_for() {
        let (frames, questions, late) = play(60, 33, 10_000_000, 1, false);
        assert_eq!((frames, questions), (60, 0));
        assert!(late < 50, "{late}");
        let mut pace = Pace::default();
        let begun = Instant::now();
        for n in 0..100 {
            let now = begun + Duration::from_millis(n);
            assert_eq!(pace.holds(now), None);
            let asks = pace.asks(now);
            assert_eq!(asks, n == 2, "{n}");
            pace.wrote(300, asks, now);
        }
    }
}
