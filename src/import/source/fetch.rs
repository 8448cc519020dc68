//! A page from the network: its bytes, its last address, and what the server says it is.
//!
//! One request without cookies, with at most [`Limits::redirects`] redirects. What comes is counted after it was
//! unpacked, so that a small answer cannot become a large one. Proxies are those of the environment, as ureq reads
//! them (`https_proxy`, `no_proxy` and kin). A page that breaks off is shown as far as it came, with a warning.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::time::Duration;

use ureq::http::header::CONTENT_TYPE;
use ureq::{Agent, ResponseExt};
use url::Url;

use super::{HEAD, Refusal, Source, check_head, finish, sniff};
use crate::document::clean_line;

/// What may be spent on one page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// From the first look-up to the last byte.
    pub(super) time: Duration,
    /// After unpacking, in bytes.
    pub(super) bytes: u64,
    /// How many redirects are followed.
    pub(super) redirects: u32,
}

/// The limits of every page that is fetched. Ten redirects are what ureq and the fetch standard's readers expect of
/// real sites; a page of 32 MiB is a hundred times the median page.
pub(super) const LIMITS: Limits = Limits {
    time: Duration::from_secs(30),
    bytes: 32 << 20,
    redirects: 10,
};

/// How much is read at once, in bytes.
const PIECE: usize = 32 << 10;

/// Who asks, so that a site knows what it talks to.
const AGENT: &str = concat!(
    "nutgraf/",
    env!("CARGO_PKG_VERSION"),
    " (terminal reader; one page at a person's request)"
);

/// What can be read, the best first.
const ACCEPT: &str = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,application/epub+zip;q=0.9,\
     application/rss+xml;q=0.8,application/atom+xml;q=0.8,application/feed+json;q=0.8,*/*;q=0.5";

/// Why a page did not come.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// What was given is no address.
    #[error("is no address of a page: write it as https://example.org/page")]
    Address,
    /// The server has no such page.
    #[error("there is no such page (the server answers {0}): check the address")]
    Missing(String),
    /// The server wants to know who asks.
    #[error(
        "the server refuses the page to programs ({0}): save it from a browser and open the file"
    )]
    Refused(String),
    /// The server has trouble of its own.
    #[error("the server answers {0}: try again later")]
    Trouble(String),
    /// Any other answer that is no page.
    #[error("the server answers {0}, which is no page: check the address in a browser")]
    Answer(String),
    /// Redirects without end.
    #[error("the server redirects in circles: check the address in a browser")]
    Circle,
    /// No such host.
    #[error("there is no host of that name: check the address and the connection")]
    Host,
    /// The line went dead before a word came.
    #[error("the server hung up without an answer: check the address, or try it with {0}://")]
    HungUp(&'static str),
    /// It took too long.
    #[error("the server did not answer within {0} s: try again later")]
    Slow(u64),
    /// More than the limit.
    #[error("gives more than {0} MiB: download it and open the file")]
    TooLarge(u64),
    /// The person gave up.
    #[error("was given up")]
    Cancelled,
    /// Anything else, in the words of the system.
    #[error("cannot be fetched: {0}")]
    Network(String),
}

/// Whether what was typed is the address of a page.
pub fn is_url(typed: &str) -> bool {
    let has = |scheme: &str| {
        typed
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    has("http://") || has("https://")
}

/// Fetches a page. `watch` hears how many bytes there are, again and again, and may give up. Blocks, at most as long
/// as the limits allow; while the server is silent `watch` hears nothing.
pub(super) fn fetch(
    address: &str,
    limits: Limits,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Source, Refusal> {
    let url = parse(address)?;
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(limits.time))
        .max_redirects(limits.redirects)
        .http_status_as_error(false)
        .user_agent(AGENT)
        .accept(ACCEPT)
        .build()
        .into();
    let slow = || FetchError::Slow(limits.time.as_secs());
    let response = agent
        .get(url.as_str())
        .call()
        .map_err(|error| said(error, &url, slow))?;
    answer(response.status())?;
    let name = clean_line(&response.get_uri().to_string());
    let content_type = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    let body = response.into_body().into_reader();
    let (bytes, broken) = read(body, limits, watch)?;
    if let Some(error) = &broken
        && bytes.is_empty()
    {
        return Err(match error.kind() {
            io::ErrorKind::TimedOut => slow(),
            _ => FetchError::Network(error.to_string()),
        }
        .into());
    }
    check_head(&bytes, &name)?;
    let mut source = finish(bytes, &name, limits.bytes)?;
    if broken.is_some() {
        source.warnings.push(
            "The page broke off while it was fetched: it is shown as far as it came.".to_owned(),
        );
    }
    source.content_type = content_type;
    Ok(source)
}

/// The address, without its fragment, which is not for the server.
fn parse(address: &str) -> Result<Url, FetchError> {
    let mut url = Url::parse(address.trim()).map_err(|_| FetchError::Address)?;
    let is_page = matches!(url.scheme(), "http" | "https") && url.has_host();
    url.set_fragment(None);
    is_page.then_some(url).ok_or(FetchError::Address)
}

/// Reads a body to its end, or as far as it comes: the bytes, and why there are no more.
fn read(
    mut body: impl Read,
    limits: Limits,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(Vec<u8>, Option<io::Error>), Refusal> {
    let mut bytes = Vec::new();
    let mut looked = false;
    loop {
        let mut piece = (&mut body).take(PIECE as u64);
        let read = piece.read_to_end(&mut bytes);
        if watch(bytes.len() as u64).is_break() {
            return Err(FetchError::Cancelled.into());
        }
        if bytes.len() as u64 > limits.bytes {
            return Err(FetchError::TooLarge(limits.bytes >> 20).into());
        }
        // What is no text is not worth the wait.
        if !looked && bytes.len() as u64 >= HEAD {
            looked = true;
            if let Some(refusal) = sniff::not_text(&bytes) {
                return Err(refusal.into());
            }
        }
        match read {
            Ok(0) => return Ok((bytes, None)),
            Ok(_) => {}
            Err(error) => return Ok((bytes, Some(error))),
        }
    }
}

/// Whether an answer brings a page.
fn answer(status: ureq::http::StatusCode) -> Result<(), FetchError> {
    let words = status.to_string();
    Err(match status.as_u16() {
        200..=299 => return Ok(()),
        404 | 410 => FetchError::Missing(words),
        401 | 402 | 403 | 406 | 451 => FetchError::Refused(words),
        408 | 425 | 429 | 500..=599 => FetchError::Trouble(words),
        _ => FetchError::Answer(words),
    })
}

/// What an error of the library means to a person.
fn said(error: ureq::Error, url: &Url, slow: impl FnOnce() -> FetchError) -> FetchError {
    let hung_up = |kind| {
        matches!(
            kind,
            io::ErrorKind::UnexpectedEof
                | io::ErrorKind::ConnectionReset
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::BrokenPipe
        )
    };
    match error {
        ureq::Error::Timeout(_) => slow(),
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => FetchError::Circle,
        ureq::Error::HostNotFound => FetchError::Host,
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => FetchError::Address,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => slow(),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            FetchError::Network("nothing answers at that address".to_owned())
        }
        // The system has no kind of its own for it.
        ureq::Error::Io(error) if error.to_string().contains("lookup") => FetchError::Host,
        ureq::Error::Io(error)
            if hung_up(error.kind()) || error.to_string().contains("disconnected") =>
        {
            FetchError::HungUp(match url.scheme() {
                "https" => "http",
                _ => "https",
            })
        }
        ureq::Error::Io(error) => FetchError::Network(error.to_string()),
        other => FetchError::Network(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::net::TcpListener;

    /// Fetches from a server that says `answer` and then holds the line until the other side hangs up.
    fn from(answer: &'static [u8], limits: Limits) -> Result<Source, Refusal> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let _ = stream.write_all(answer);
            while stream.read(&mut request).is_ok_and(|read| read > 0) {}
        });
        fetch(&address, limits, &mut |_| ControlFlow::Continue(()))
    }

    const SHORT: Limits = Limits {
        time: Duration::from_millis(300),
        ..LIMITS
    };

    #[test]
    fn a_silent_server_is_not_waited_for_longer_than_the_limit() {
        let refused = from(b"", SHORT);
        assert!(
            matches!(refused, Err(Refusal::Fetch(FetchError::Slow(_)))),
            "{refused:?}"
        );
        let half = from(
            b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nThe first words.",
            SHORT,
        );
        let source = half.unwrap();
        assert_eq!(source.bytes, b"The first words.");
        assert_eq!(source.warnings.len(), 1);
    }

    #[test]
    fn a_page_can_be_given_up_while_it_comes() {
        let body = io::repeat(b'a');
        let given_up = read(body, LIMITS, &mut |bytes| {
            if bytes > 100_000 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(
            given_up,
            Err(Refusal::Fetch(FetchError::Cancelled))
        ));
    }

    #[test]
    fn addresses_are_those_of_pages() {
        assert!(is_url("HTTPS://a.example") && !is_url("https.txt") && !is_url("é"));
        for wrong in ["http://", "https:// /x", "http://a b/"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
        let fine = parse("https://b\u{fc}cher.example/a b#c").unwrap();
        assert_eq!(fine.as_str(), "https://xn--bcher-kva.example/a%20b");
    }
}
