//! Links in plain lines: listed with numbers, followed inside the article, told where they go outside of it.

use std::sync::Arc;

use super::{Linear, Turn};
use crate::article::{Address, Aim, Goal, Link, links_in, note_of};
use crate::command::Command;
use crate::document::{BlockId, Document, clean_line};
use crate::text::Pos;
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
                _ => turn.say(format!("It goes to {}.", goal(document, link))),
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
    pub(super) fn own_page(&self, turn: &mut Turn) {
        turn.say(match Address::own(&self.article.document) {
            Some(uri) => format!("The page of this article is {}", uri.as_str()),
            None => "The article does not say where its page is.".to_owned(),
        });
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
