//! What must hold whatever comes in: of documents, of facts, of what is written to a terminal.

#[path = "../import/picture.rs"]
mod picture;

mod terminal;

use nutgraf::document::Document;
use nutgraf::facts::{self, Findings};
use nutgraf::import::{InputKind, Request, import};

pub use terminal::Terminal;

/// The document of some bytes read as one kind; none where they cannot be read at all, which is said in one line.
pub fn document(bytes: &[u8], kind: Option<InputKind>) -> Option<Document> {
    let request = Request {
        name: "a file",
        kind,
        ..Request::default()
    };
    match import(bytes, &request) {
        Ok(document) => {
            picture::sound(&document);
            for words in document.warnings().iter().chain([&document.meta().title]) {
                assert_plain(words);
            }
            Some(document)
        }
        Err(error) => {
            assert_plain(&error.to_string());
            None
        }
    }
}

/// The facts of a document: within the text, in order, the same each time.
pub fn facts(document: &Document) -> Findings {
    let found = facts::find(document, None);
    let text = document.text();
    let mut last = None;
    for fact in &found.facts {
        assert!(
            text.get(fact.span.range())
                .is_some_and(|said| !said.is_empty()),
            "{fact:?}"
        );
        assert!(last <= Some(fact.span.start), "{fact:?} is out of order");
        last = Some(fact.span.start);
        for mention in &fact.mentions {
            assert!(text.get(mention.range()).is_some(), "{fact:?}");
        }
    }
    assert_eq!(
        format!("{:?}", facts::find(document, None)),
        format!("{found:?}")
    );
    found
}

/// One line without controls.
pub fn assert_plain(words: &str) {
    assert!(!words.chars().any(char::is_control), "{words:?}");
}
