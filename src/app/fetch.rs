//! Pages on their way: fetched by a worker, while the reader goes on with the article that is open.
//!
//! One page at a time: asking for another gives the first up. A worker that was given up ends by itself, at its next
//! piece or at the limit of time; what it still sends is not taken.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::event::Event;
use super::load::Loader;
use super::queue;
use crate::article::Article;
use crate::document::{BlockKind, Builder, Meta};
use crate::import::source::{Given, Input};

/// How often it is told how far a page has come.
const OFTEN: Duration = Duration::from_millis(100);

/// Which page a worker is at, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Errand(u64);

/// What a worker brings: the article as far as it can be shown at once and what makes the rest of it, or why there is
/// none.
pub(super) type Brought = Result<(Loader, Arc<Article>), String>;

/// The page that is on its way, if there is one.
#[derive(Debug, Default)]
pub(super) struct Fetching {
    last: Errand,
    now: Option<(Input, Arc<AtomicBool>)>,
}

impl Fetching {
    /// Sends a worker for an input.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn send(
        &mut self,
        input: Input,
        given: Given,
        events: queue::Sender,
    ) -> std::io::Result<()> {
        self.cancel();
        self.last.0 += 1;
        let errand = self.last;
        let given_up = Arc::new(AtomicBool::new(false));
        let (its, stop) = (input.clone(), Arc::clone(&given_up));
        thread::Builder::new().name("fetch".into()).spawn(move || {
            let mut told = None;
            let mut watch = |bytes| {
                if told.is_none_or(|at: Instant| at.elapsed() >= OFTEN) {
                    told = Some(Instant::now());
                    let _ = events.send(Event::Coming(errand, bytes));
                }
                if stop.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let brought = bring(&its, &given, &mut watch);
            let _ = events.send(Event::Brought(errand, Box::new(brought)));
        })?;
        self.now = Some((input, given_up));
        Ok(())
    }

    /// Whether word of this errand is still waited for.
    pub(super) fn is_at(&self, errand: Errand) -> bool {
        self.now.is_some() && self.last == errand
    }

    /// The page has come, or will not: gives what was asked for.
    pub(super) fn end(&mut self) -> Option<Input> {
        self.now.take().map(|(input, _)| input)
    }

    /// Gives the page up.
    pub(super) fn cancel(&mut self) {
        if let Some((_, given_up)) = self.now.take() {
            given_up.store(true, Ordering::Relaxed);
        }
    }
}

/// Reads an input and imports its first part.
fn bring(input: &Input, given: &Given, watch: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Brought {
    let source = input
        .read_watched(given, watch)
        .map_err(|error| error.to_string())?;
    let mut loader = Loader::new(source, given.date);
    let first = loader.first().map_err(|error| error.to_string())?;
    Ok((loader, Arc::new(first)))
}

/// What stands for an article while nothing has come yet.
pub(super) fn placeholder(address: &str) -> Article {
    let mut builder = Builder::new(Meta {
        title: host(address).to_owned(),
        source: address.to_owned(),
        ..Meta::default()
    });
    builder.open(BlockKind::Paragraph, None);
    builder.push(&format!("Waiting for {address}"), None);
    Article {
        document: Arc::new(builder.finish()),
        state: crate::article::State::Beginning,
        ..Article::default()
    }
}

/// The host in an address, without user and port.
pub(super) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_what_a_person_knows_a_page_by() {
        for (address, expect) in [
            ("https://a.example/b?c", "a.example"),
            ("http://me:secret@a.example:8080", "a.example"),
            ("http://[::1]:80/", "[::1]"),
            ("HTTPS://A.example#x", "A.example"),
        ] {
            assert_eq!(host(address), expect);
        }
    }
}
