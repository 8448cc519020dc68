//! What a Markdown file is called.
//!
//! Its first heading, where that names the whole: one that stands at the head and is no usual part of a project's
//! description, or the only one of the highest level. A README whose name is in its logo takes it from there, or from
//! its folder; so does `index.md`. Any other file has no title then: its own name is shown.

use crate::document::{BlockKind, Document, clean_line};

/// A block of so many words is text: what stands after it is a part of the document.
const TEXT: usize = 8;
/// A name has no more words.
const NAME: usize = 6;
/// How much of the text is looked at for how the name is spelt, in bytes.
const TOP: usize = 4 << 10;

/// Headings that are parts of a description and name none.
const PARTS: [&str; 28] = [
    "about",
    "api",
    "background",
    "building",
    "changelog",
    "contents",
    "contributing",
    "description",
    "documentation",
    "example",
    "examples",
    "features",
    "getting started",
    "goals",
    "install",
    "installation",
    "introduction",
    "license",
    "motivation",
    "overview",
    "quick start",
    "quickstart",
    "requirements",
    "screenshots",
    "status",
    "summary",
    "table of contents",
    "usage",
];

/// Words that say what a picture is and not what it shows.
const PICTURE: [&str; 9] = [
    "the",
    "project",
    "logo",
    "banner",
    "header",
    "icon",
    "image",
    "picture",
    "screenshot",
];

/// Folders that say where files are kept.
const SHELVES: [&str; 9] = [
    "blob", "tree", "raw", "refs", "heads", "main", "master", "HEAD", "trunk",
];

/// A heading, and whether text stands before it.
struct Head<'d> {
    level: u8,
    words: &'d str,
    is_late: bool,
}

/// The title of a document that gives itself none in its front matter. `folder` is where its file lies. O(blocks).
pub(super) fn find(document: &Document, folder: Option<&str>) -> Option<String> {
    let mut heads: Vec<Head<'_>> = Vec::new();
    let mut logo = None;
    let mut is_late = false;
    for block in document.blocks() {
        let words = document.slice(block.span);
        match &block.kind {
            BlockKind::Heading { level } => heads.push(Head {
                level: *level,
                words,
                is_late,
            }),
            BlockKind::Image { alt, .. } if heads.is_empty() => {
                logo = logo.or(Some(alt.as_str()).filter(|alt| !alt.is_empty()));
            }
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Table { .. } => {
                is_late = is_late || words.split_whitespace().nth(TEXT - 1).is_some();
            }
            BlockKind::Code { .. } => is_late = true,
            _ => {}
        }
    }
    if let Some(title) = heading(&heads) {
        return Some(clean_line(title));
    }
    let source = &document.meta().source;
    if let Some(folder) = shelf(source, folder) {
        let shown = logo.map(shown).filter(|name| {
            name.split(' ').count() <= NAME && letters(name).contains(&letters(folder))
        });
        return Some(shown.unwrap_or_else(|| spelt(document.text(), folder)));
    }
    let is_file = source.contains('.');
    heads
        .first()
        .filter(|_| !is_file)
        .map(|head| clean_line(head.words))
}

/// The heading that names the document.
fn heading<'d>(heads: &[Head<'d>]) -> Option<&'d str> {
    let first = heads.first()?;
    let is_only = |head: &Head<'_>| {
        heads
            .iter()
            .filter(|other| other.level <= head.level)
            .count()
            == 1
    };
    let names = if is_part(first.words) {
        is_only(first) && !first.is_late
    } else {
        !first.is_late || (first.level == 1 && is_only(first))
    };
    if names {
        return Some(first.words);
    }
    let top = heads.iter().find(|head| head.level == 1)?;
    (is_only(top) && !is_part(top.words)).then_some(top.words)
}

/// Whether a heading is that of a usual part.
fn is_part(words: &str) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    PARTS.iter().any(|part| part.eq_ignore_ascii_case(words))
}

/// The folder that a file has its name from, without its version; none for files that have their own.
fn shelf<'s>(source: &'s str, folder: Option<&'s str>) -> Option<&'s str> {
    let path = source.split(['?', '#']).next().unwrap_or(source);
    let mut parts = path.rsplit(['/', '\\']);
    let stem = parts.next()?.split('.').next()?;
    if !["readme", "index"]
        .iter()
        .any(|name| name.eq_ignore_ascii_case(stem))
    {
        return None;
    }
    let address = path.contains("://");
    let folder = folder.or_else(|| parts.find(|part| address && !SHELVES.contains(part)))?;
    let name = folder
        .rsplit_once('-')
        .filter(|(_, end)| {
            SHELVES.contains(end) || end.trim_start_matches('v').starts_with(char::is_numeric)
        })
        .map_or(folder, |(name, _)| name);
    let is_name = name.contains(char::is_alphabetic) && !name.starts_with('.');
    is_name.then_some(name)
}

/// What a picture shows, without the words for pictures.
fn shown(alt: &str) -> String {
    let is_said = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        !PICTURE.iter().any(|said| said.eq_ignore_ascii_case(word))
    };
    let words: Vec<&str> = alt.split_whitespace().filter(is_said).collect();
    words.join(" ")
}

/// A name as the text spells it.
fn spelt(text: &str, name: &str) -> String {
    let top = text.get(..text.floor_char_boundary(TOP)).unwrap_or(text);
    let mut words = top.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    words
        .find(|word| word.eq_ignore_ascii_case(name))
        .unwrap_or(name)
        .to_owned()
}

/// Letters and digits in lower case, for comparing names.
fn letters(name: &str) -> String {
    let mut out: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    out.make_ascii_lowercase();
    out
}

#[cfg(test)]
mod tests {
    use crate::import::{InputKind, Request, import};

    #[track_caller]
    fn check(name: &str, folder: Option<&str>, text: &str, title: &str) {
        let request = Request {
            name,
            folder,
            kind: Some(InputKind::Markdown),
            ..Request::default()
        };
        let doc = import(text.as_bytes(), &request).unwrap();
        assert_eq!(doc.meta().title, title, "{text}");
    }

    const PROSE: &str = "This library reads what people write and says what is in it.\n\n";

    #[test]
    fn the_first_heading_names_a_document_unless_it_is_one_of_its_parts() {
        let file = "notes.md";
        check(file, None, "# A Bridge\n\n## Usage\n", "A Bridge");
        check(file, None, "<h1>A Bridge</h1>\n\n# Usage\n", "A Bridge");
        check(file, None, "A Bridge\n---\n\n# Changes\n", "A Bridge");
        check(file, None, "# Usage\n\nWords.\n", "Usage");
        check(
            file,
            None,
            &format!("{PROSE}# A Bridge\n\n## Usage\n"),
            "A Bridge",
        );
        check(file, None, &format!("{PROSE}# One\n\n# Two\n"), "");
        check(file, None, "## Usage\n\n## License\n", "");
        check("standard input", None, "## Usage\n\n## License\n", "Usage");
        check(
            file,
            None,
            &format!("## Usage\n\n{PROSE}# A Bridge\n"),
            "A Bridge",
        );
    }

    #[test]
    fn a_description_without_a_title_is_called_as_its_logo_or_its_folder() {
        let parts = format!("{PROSE}## Usage\n\n## License\n");
        let readme = |folder, top: &str, title| {
            check("x/README.md", folder, &format!("{top}{parts}"), title);
        };
        readme(Some("tally-0.3.1"), "", "tally");
        readme(Some("tally-main"), "Tally counts.\n\n", "Tally");
        readme(Some("tally"), "![Tally logo](a.png)\n\n", "Tally");
        readme(
            Some("tally"),
            "<p align=center><img src=a.png alt='Tally: count it'></p>\n\n",
            "Tally: count it",
        );
        readme(Some("tally"), "![A sunset](a.png)\n\n", "tally");
        check(
            "https://code.example/ada/tally/raw/main/README.md?x=1",
            None,
            &parts,
            "tally",
        );
    }
}
