//! Addresses: where a link leads, read with suspicion.
//!
//! Takes what a link says and the name of the document that it stands in; gives where it leads, or why it leads
//! nowhere that is opened. Addresses of the network are parsed as browsers do it (WHATWG, by the `url` crate), so that
//! what is shown and opened is their one clean form: ASCII, without white space and controls, hosts in Punycode.
//! Deliberately absent: any look at files or the network.

use std::path::{Path, PathBuf};

use url::{Position, Url};

use crate::document::{Document, clean_line};
use crate::import::percent_decoded;

/// The longest address that is followed, in bytes.
const LONGEST: usize = 8 * 1024;

/// The longest address that is written to the terminal as a hyperlink, in bytes: VTE takes no longer ones
/// (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).
const LONGEST_HYPERLINK: usize = 2083;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A page on the network: http or https.
    Web(Uri),
    /// Somebody to write to.
    Mail(Uri),
    /// A file of this machine, and the name of a place in it.
    File(PathBuf, Option<String>),
    /// A name in the same document.
    Here(String),
    /// Not opened, and why, as a sentence.
    Refused(String),
}

/// An address that may be handed to other programs: printable ASCII and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uri {
    text: String,
    /// Where the host stands in the text (bytes); for mail, what stands behind the last `@`.
    host: std::ops::Range<usize>,
}

impl Uri {
    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The address in three parts: before the host, the host, after it.
    pub fn parts(&self) -> (&str, &str, &str) {
        let part = |range| self.text.get(range).unwrap_or_default();
        (
            part(0..self.host.start),
            part(self.host.clone()),
            part(self.host.end..self.text.len()),
        )
    }

    /// The host.
    pub fn host(&self) -> &str {
        self.parts().1
    }

    /// Whether it may stand in a hyperlink of the terminal.
    pub fn is_short(&self) -> bool {
        self.text.len() <= LONGEST_HYPERLINK
    }

    /// An address; none when it holds anything but printable ASCII. The last check, whatever the parser did.
    fn new(text: String, host: std::ops::Range<usize>) -> Option<Self> {
        let clean = text.bytes().all(|b| b.is_ascii_graphic()) && text.len() <= LONGEST;
        clean.then_some(Self { text, host })
    }
}

impl Address {
    /// Reads what a link says in a document. O(bytes).
    pub fn of(target: &str, document: &Document) -> Self {
        let meta = document.meta();
        // A page that was saved knows where it comes from: what begins with `/` is of its site, not of this machine.
        let site = meta.url.as_deref().filter(|_| target.starts_with('/'));
        Self::read(target, site.unwrap_or(&meta.source))
    }

    /// Reads what a link says in the document of that source (a path, a URL, or another name). O(bytes).
    pub fn read(target: &str, source: &str) -> Self {
        let target = target.trim_matches(|c: char| c.is_ascii_whitespace() || c.is_control());
        if target.len() > LONGEST {
            return Self::refused("the address is too long to be opened");
        }
        if target.is_empty() {
            return Self::refused("the link has no address");
        }
        if let Some(name) = target.strip_prefix('#') {
            return Self::Here(name.to_owned());
        }
        let base = Url::parse(source).ok().filter(is_web);
        match scheme(target).as_deref() {
            Some("http" | "https") => Self::web(Url::parse(target), source),
            Some("mailto") => Self::mail(target),
            Some("file") if base.is_none() => Self::file_url(target),
            Some(scheme) => Self::Refused(format!("{}: links are not opened", clean_line(scheme))),
            None if target.starts_with("//") && base.is_none() => {
                Self::web(Url::parse(&format!("https:{target}")), source)
            }
            None => match base {
                Some(base) => Self::web(base.join(target), source),
                None => Self::relative(target, source),
            },
        }
    }

    /// The address of the network that a document has itself: where it was read, or what it says of itself.
    pub fn own(document: &Document) -> Option<Uri> {
        let meta = document.meta();
        let own = [Some(meta.source.as_str()), meta.url.as_deref()];
        own.into_iter()
            .flatten()
            .find_map(|own| match Self::read(own, "") {
                Self::Web(uri) => Some(uri),
                _ => None,
            })
    }

    /// What may be handed to a browser or a mail program.
    pub fn uri(&self) -> Option<&Uri> {
        match self {
            Self::Web(uri) | Self::Mail(uri) => Some(uri),
            Self::File(..) | Self::Here(_) | Self::Refused(_) => None,
        }
    }

    fn refused(why: &str) -> Self {
        Self::Refused(why.to_owned())
    }

    fn web(parsed: Result<Url, url::ParseError>, source: &str) -> Self {
        let Ok(url) = parsed else {
            return Self::refused("the address is broken");
        };
        if !is_web(&url) || url.host_str().is_none_or(str::is_empty) {
            return Self::refused("the address names no host");
        }
        // A link to the page that is being read, with a place in it.
        if let Some(name) = url.fragment()
            && Url::parse(source)
                .is_ok_and(|own| own[..Position::AfterQuery] == url[..Position::AfterQuery])
        {
            return Self::Here(percent_decoded(name));
        }
        let host = url[..Position::BeforeHost].len()..url[..Position::AfterPort].len();
        match Uri::new(url.into(), host) {
            Some(uri) => Self::Web(uri),
            None => Self::refused("the address is broken"),
        }
    }

    /// Only to whom, and the subject: what else a `mailto` may say can attach files or fill in a letter.
    fn mail(target: &str) -> Self {
        let Ok(url) = Url::parse(target) else {
            return Self::refused("the address is broken");
        };
        let subject = url.query_pairs().find(|(name, _)| name == "subject");
        let mut text = format!("mailto:{}", url.path().replace(' ', "%20"));
        if let Some((_, subject)) = subject {
            text.push_str("?subject=");
            let encoded: String =
                url::form_urlencoded::byte_serialize(subject.as_bytes()).collect();
            text.push_str(&encoded.replace('+', "%20"));
        }
        let end = text.find('?').unwrap_or(text.len());
        let start = text
            .get(..end)
            .and_then(|t| t.rfind('@'))
            .map_or(7, |at| at + 1);
        match Uri::new(text, start..end) {
            Some(uri) => Self::Mail(uri),
            None => Self::refused("the address is broken"),
        }
    }

    fn file_url(target: &str) -> Self {
        let Ok(url) = Url::parse(target) else {
            return Self::refused("the address is broken");
        };
        match url.to_file_path() {
            Ok(path) => Self::File(path, url.fragment().map(percent_decoded)),
            Err(()) => Self::refused("the file is on another machine"),
        }
    }

    /// A path from the folder of the document.
    fn relative(target: &str, source: &str) -> Self {
        let (path, name) = match target.split_once('#') {
            Some((path, name)) => (path, Some(percent_decoded(name))),
            None => (target, None),
        };
        let path = percent_decoded(path.split('?').next().unwrap_or_default());
        if path.is_empty() || path.contains('\0') {
            return Self::refused("the link names no file");
        }
        let folder = Path::new(source).parent().unwrap_or(Path::new(""));
        Self::File(folder.join(path), name.filter(|name| !name.is_empty()))
    }
}

/// Whether an address is of the network.
fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// The scheme of an address, in small letters; a single letter is the drive of a path.
fn scheme(target: &str) -> Option<String> {
    // Browsers drop tabs and line ends wherever they stand: `java\nscript:` is one word to them.
    let (scheme, _) = target.split_once(':')?;
    let scheme: String = scheme
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let valid = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    valid.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(target: &str, source: &str, expect: &str) {
        let seen = match Address::read(target, source) {
            Address::Web(uri) | Address::Mail(uri) => {
                let (before, host, after) = uri.parts();
                format!("{before}[{host}]{after}")
            }
            Address::File(path, name) => {
                format!(
                    "{}{}",
                    path.display(),
                    name.map_or(String::new(), |n| format!(" at {n}"))
                )
            }
            Address::Here(name) => format!("here at {name}"),
            Address::Refused(why) => format!("no: {why}"),
        };
        assert_eq!(seen, expect, "{target:?}");
    }

    #[test]
    fn the_host_is_the_one_that_a_browser_goes_to() {
        check(
            "https://example.org/a b",
            "x.md",
            "https://[example.org]/a%20b",
        );
        check(
            "HTTP://EXAMPLE.org:8080",
            "x.md",
            "http://[example.org:8080]/",
        );
        check(
            "https://bank.example@evil.example/",
            "x.md",
            "https://bank.example@[evil.example]/",
        );
        check(
            "https://ex\u{e4}mple.org",
            "x.md",
            "https://[xn--exmple-cua.org]/",
        );
        check(
            "https://a.example\\@b.example",
            "x.md",
            "https://[a.example]/@b.example",
        );
        check("//example.org/x", "x.md", "https://[example.org]/x");
        check(
            "../b#c",
            "https://example.org/a/d",
            "https://[example.org]/b#c",
        );
        check("#c", "https://example.org/a/d", "here at c");
        check("d#c", "https://example.org/a/d", "here at c");
    }

    #[test]
    fn files_are_found_from_the_folder_of_the_document() {
        check("b.md", "notes/a.md", "notes/b.md");
        check(
            "../b%20c.md?x#the-end",
            "notes/a.md",
            "notes/../b c.md at the-end",
        );
        check("/etc/hosts", "notes/a.md", "/etc/hosts");
        check("file:///tmp/a%20b.md#x", "a.md", "/tmp/a b.md at x");
        check(
            "file://server/share",
            "a.md",
            "no: the file is on another machine",
        );
        check(
            "file:///etc/passwd",
            "https://example.org/",
            "no: file: links are not opened",
        );
    }

    #[test]
    fn letters_go_to_somebody_and_attach_nothing() {
        check(
            "mailto:ada@example.org?subject=A bridge&attach=/etc/passwd&body=x",
            "a.md",
            "mailto:ada@[example.org]?subject=A%20bridge",
        );
    }

    #[test]
    fn nothing_else_is_opened() {
        for (target, why) in [
            (
                "javascript:alert(1)",
                "no: javascript: links are not opened",
            ),
            (
                "java\nscript:alert(1)",
                "no: javascript: links are not opened",
            ),
            ("data:text/html,x", "no: data: links are not opened"),
            ("vscode://x", "no: vscode: links are not opened"),
            ("https://", "no: the address is broken"),
            ("", "no: the link has no address"),
        ] {
            check(target, "a.md", why);
        }
        check(
            &format!("https://example.org/{}", "a".repeat(9000)),
            "a.md",
            "no: the address is too long to be opened",
        );
    }

    #[test]
    fn no_control_is_left_in_an_address() {
        for c in (0..0x2100).filter_map(char::from_u32) {
            for target in [
                format!("https://example.org/{c}x?{c}#{c}"),
                format!("https://exa{c}mple.org/"),
                format!("mailto:a{c}b@example.org?subject={c}"),
            ] {
                if let Some(uri) = Address::read(&target, "a.md").uri() {
                    assert!(uri.as_str().bytes().all(|b| b.is_ascii_graphic()), "{c:?}");
                }
            }
        }
    }
}
