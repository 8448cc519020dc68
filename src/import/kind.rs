//! What kind of file the bytes are: from the content first, then the declared type, then the name.
//!
//! Takes the first bytes and what is known besides; never fails: what nothing speaks for is plain text.

/// The kinds of input that there are importers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputKind {
    /// Plain text.
    Text,
    /// `CommonMark` with the usual extensions.
    Markdown,
    /// A web page.
    Html,
    /// A book: EPUB 2 or 3.
    Epub,
    /// A list of articles: RSS, Atom or JSON Feed.
    Feed,
    /// One mail, with its headers.
    Mail,
    /// What programs print for a pager: manual pages, logs, diffs.
    Pager,
}

impl InputKind {
    /// All kinds, for help and completion.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Epub,
        Self::Feed,
        Self::Mail,
        Self::Pager,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Epub => "epub",
            Self::Feed => "feed",
            Self::Mail => "mail",
            Self::Pager => "pager",
        }
    }
}

impl std::str::FromStr for InputKind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name.to_ascii_lowercase().as_str() {
            "text" | "txt" | "plain" => Ok(Self::Text),
            "markdown" | "md" => Ok(Self::Markdown),
            "html" | "htm" | "xhtml" => Ok(Self::Html),
            "epub" => Ok(Self::Epub),
            "feed" | "rss" | "atom" => Ok(Self::Feed),
            "mail" | "eml" => Ok(Self::Mail),
            "pager" => Ok(Self::Pager),
            _ => Err(format!(
                "{name:?} is not a kind of input: text, markdown, html, epub, feed, mail or pager"
            )),
        }
    }
}

/// How much of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// The kind of an input. `name` is its file name or URL, `content_type` what a server said of it.
pub(crate) fn detect(bytes: &[u8], name: &str, content_type: Option<&str>) -> InputKind {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if head.starts_with(b"PK\x03\x04") {
        return InputKind::Epub;
    }
    let text = String::from_utf8_lossy(head).replace('\0', "");
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let named = by_name(name);
    if opens_like_page(text) {
        return InputKind::Html;
    }
    if super::feed::opens(text) {
        return InputKind::Feed;
    }
    if let Some(kind) = content_type.and_then(by_type).or(named) {
        return kind;
    }
    if super::mail::opens(text) {
        return InputKind::Mail;
    }
    if super::paged::is_paged(text) {
        InputKind::Pager
    } else if holds_page(text) {
        InputKind::Html
    } else if reads_like_markdown(text) {
        InputKind::Markdown
    } else {
        InputKind::Text
    }
}

/// What a media type says; `text/plain` says nothing, since servers give it to everything.
fn by_type(content_type: &str) -> Option<InputKind> {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some(InputKind::Html),
        "text/markdown" | "text/x-markdown" => Some(InputKind::Markdown),
        "application/epub+zip" => Some(InputKind::Epub),
        "message/rfc822" => Some(InputKind::Mail),
        _ => None,
    }
}

/// What the end of a name says.
pub(super) fn by_name(name: &str) -> Option<InputKind> {
    let name = name.split(['?', '#']).next().unwrap_or_default();
    let name = match name.split_once("://") {
        // The name of a host says nothing: `example.md` is in Moldova.
        Some((_, address)) => address.split_once('/')?.1,
        None => name,
    };
    let name = [".gz", ".zst"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    let (_, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "md" | "markdown" | "mdown" | "mkd" | "mdwn" | "mkdn" => Some(InputKind::Markdown),
        "html" | "htm" | "xhtml" | "xht" | "shtml" => Some(InputKind::Html),
        "epub" => Some(InputKind::Epub),
        "eml" => Some(InputKind::Mail),
        "diff" | "patch" => Some(InputKind::Pager),
        "txt" | "text" | "log" | "asc" => Some(InputKind::Text),
        _ => None,
    }
}

/// Whether the first words are those of a whole page.
fn opens_like_page(text: &str) -> bool {
    let start = text.get(..text.floor_char_boundary(512)).unwrap_or(text);
    let start = start.to_ascii_lowercase();
    let mut rest = start.as_str();
    while let Some(after) = rest.strip_prefix("<!--") {
        let Some((_, after)) = after.split_once("-->") else {
            return false;
        };
        rest = after.trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| rest.starts_with(tag))
        || (rest.starts_with("<?xml") && rest.contains("<html"))
}

/// Whether a text without a name is a page or a piece of one: it begins with a tag and has several.
fn holds_page(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let tags = [
        "<p>", "<p ", "<div", "<h1", "<h2", "<a href", "<ul", "<table", "<title", "<meta",
    ];
    lower.starts_with('<') && tags.iter().filter(|tag| lower.contains(*tag)).count() >= 2
}

/// Whether a text without a name is marked up: two different marks that plain text seldom has.
fn reads_like_markdown(text: &str) -> bool {
    let mut heading = text.starts_with("---\n");
    let (mut fence, mut link, mut strong, mut item) = (false, false, false, false);
    for line in text.lines() {
        let words = line.trim_start();
        let marks = words.len() - words.trim_start_matches('#').len();
        heading |= (1..=6).contains(&marks) && words.as_bytes().get(marks) == Some(&b' ');
        fence |= words.starts_with("```") || words.starts_with("~~~");
        link |= words.contains("](http") || words.contains("](#") || words.contains("](./");
        strong |= words.matches("**").count() >= 2;
        item |= words.starts_with("- [") || words.starts_with("* ");
    }
    [heading, fence, link, strong, item]
        .iter()
        .filter(|m| **m)
        .count()
        >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, name: &str, kind: InputKind) {
        assert_eq!(detect(bytes.as_bytes(), name, None), kind);
    }

    #[test]
    fn content_speaks_before_the_name() {
        check(
            "<!DOCTYPE html><title>x</title>",
            "page.txt",
            InputKind::Html,
        );
        check("<!-- saved --> <html>", "", InputKind::Html);
        check("PK\u{3}\u{4}rest", "book.zip", InputKind::Epub);
        check("Words.", "notes.md", InputKind::Markdown);
        check(
            "<div align=center>\n\n# Name\n",
            "README.md",
            InputKind::Markdown,
        );
        check("# Not a heading here", "config.txt", InputKind::Text);
        check("Words.", "notes.md.zst", InputKind::Markdown);
        check("Words.", "https://a.example/n.md?x=1", InputKind::Markdown);
        check("Words.", "https://a.md", InputKind::Text);
    }

    #[test]
    fn a_nameless_text_is_markdown_only_with_two_signs() {
        check(
            "# Title\n\nSee [it](https://a.example).\n",
            "",
            InputKind::Markdown,
        );
        check("# 1 reason to go\n\nWords only.\n", "", InputKind::Text);
        check("Words, a < b and so on.", "", InputKind::Text);
    }
}
