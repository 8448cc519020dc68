//! Links in plain lines: listed with numbers, followed inside the article, told where they go outside of it.

use std::sync::Arc;

use super::{Linear, Then, Turn};
use crate::article::{Address, Aim, Goal, Link, Uri, links_in, note_of};
use crate::command::Command;
use crate::document::{BlockId, Document, clean_line};
use crate::text::Pos;
use crate::ui::linear::Saying;
use crate::ui::{address_of, linear};

impl Linear {
    /// Lists the links of the paragraph, or follows the one of a number, from 1. A footnote is read where the reader is.
    pub(super) fn follow(&mut self, number: Option<u32>, turn: &mut Turn) {
        let article = Arc::clone(&self.article);
        let document = &article.document;
        let block = self
            .block_at(self.view.top)
            .and_then(|id| document.block(id));
        let links = block.map_or(Vec::new(), |block| links_in(document, block.span));
        let Some(number) = number else {
            return self.list_links(document, &links, turn);
        };
        let at = (number as usize).checked_sub(1);
        let Some(link) = at.and_then(|at| links.get(at)) else {
            return turn.say(format!("There is no link {number} in this paragraph."));
        };
        match link.goal {
            Goal::Place(to) => match note_of(document, link) {
                Some(blocks) => {
                    for id in blocks.map(BlockId::new) {
                        turn.said.extend(linear::block(&article, &self.view, id));
                    }
                }
                None => self.jump_and_read(to, turn),
            },
            Goal::Written(_) => match address_of(document, Some(Aim::Link(link.span.start))) {
                Some(Address::Here(name)) => match document.named(&name) {
                    Some(to) => self.jump_and_read(to, turn),
                    None if name.is_empty() => self.jump_and_read(Pos(0), turn),
                    None => turn.say("This article has no such place."),
                },
                Some(Address::File(path, name)) => turn.then = Then::Open(path, name),
                Some(Address::Web(uri) | Address::Mail(uri)) => self.tell(uri, "It goes to", turn),
                Some(Address::Refused(why)) => turn.say(clean_line(&why)),
                None => turn.say("It goes nowhere."),
            },
        }
    }

    fn list_links(&self, document: &Document, links: &[Link<'_>], turn: &mut Turn) {
        for (link, number) in links.iter().zip(1..) {
            let words = linear::words(&self.article, link.span);
            turn.say(format!("Link {number}: {words}. {}.", goal(document, link)));
        }
        let key = self.keymap.way_to(Command::Follow);
        turn.say(match links.len() {
            0 => "There is no link in this paragraph.".to_owned(),
            _ => format!("A number before {key} follows one: 1{key}."),
        });
    }

    /// Says where the article's own page is.
    pub(super) fn own_page(&mut self, turn: &mut Turn) {
        match Address::own(&self.article.document) {
            Some(uri) => self.tell(uri, "The page of this article is", turn),
            None => turn.say("The article does not say where its page is."),
        }
    }

    /// Says an address before it is opened.
    fn tell(&mut self, uri: Uri, what: &str, turn: &mut Turn) {
        turn.say(format!("{what} {}", uri.as_str()));
        turn.say("open opens it in the browser.");
        self.told = Some(uri);
    }

    /// Opens the address that was told last.
    pub(super) fn open_told(&mut self, turn: &mut Turn) {
        match self.told.take() {
            Some(uri) => turn.then = Then::Browse(uri),
            None => turn.say("No address was told; links lists those of this paragraph."),
        }
    }

    /// Goes to the place of that name, or of the line that `L12` names, and reads it; or says that there is none.
    pub(super) fn go_to_name(&mut self, name: &str) -> Vec<Saying> {
        let mut turn = Turn::default();
        let line = name.strip_prefix('L').and_then(|n| n.parse().ok());
        let named = self.article.document.named(name);
        match named.or_else(|| self.article.pos_of_line(line?)) {
            // No jump: what lies before it is the article before.
            Some(pos) => {
                self.view.top = self.block_at(pos).map_or(pos, |id| self.start(id));
                turn.said.extend(self.here());
            }
            None => turn.say("This article has no such place."),
        }
        turn.said
    }
}

/// Where a link goes, in words.
fn goal(document: &Document, link: &Link<'_>) -> String {
    if note_of(document, link).is_some() {
        return "A footnote".to_owned();
    }
    match address_of(document, Some(Aim::Link(link.span.start))) {
        Some(Address::Web(uri) | Address::Mail(uri)) => uri.as_str().to_owned(),
        Some(Address::File(path, _)) => {
            format!("The file {}", clean_line(&path.display().to_string()))
        }
        Some(Address::Refused(why)) => clean_line(&why),
        Some(Address::Here(_)) | None => "A place in this article".to_owned(),
    }
}
