//! Links: chosen by letters, followed inside the document, shown before anything else is opened.

use super::Reader;
use crate::app::{Clipping, Effect};
use crate::article::{Address, Aim, Goal, Uri, link_at, note_of};
use crate::command::{Code, Command, Key, Resolution};
use crate::document::BlockKind;
use crate::import::source::Input;
use crate::text::Pos;
use crate::ui::{LinkChoice, OpenNote, Overlay, address_of};

impl Reader {
    /// Shows letters over the links on the screen, or over those of the note that lies open.
    pub(super) fn choose_link(&mut self, note: Option<OpenNote>) {
        let choice = LinkChoice {
            typed: String::new(),
            note,
        };
        self.view.overlay = Some(Overlay::Links(choice));
        if self.screen().hints.is_empty() {
            self.view.overlay = note.map(Overlay::Footnote);
            self.view.say(match note {
                Some(_) => "there is no link in this note",
                None => "there is no link on the screen",
            });
        }
    }

    /// Shows where the article's own page is, or else letters over the links.
    pub(super) fn choose_page(&mut self) {
        if Address::own(&self.article.document).is_some() {
            self.view.overlay = Some(Overlay::Address(None));
        } else {
            self.choose_link(None);
        }
    }

    /// A key while letters lie over the links.
    pub(super) fn links_key(&mut self, key: Key) -> Option<Effect> {
        let Some(Overlay::Links(choice)) = &mut self.view.overlay else {
            return None;
        };
        match (key.ctrl, key.code) {
            (false, Code::Esc) | (true, Code::Char('c' | 'g')) => {
                self.view.overlay = choice.note.map(Overlay::Footnote);
                return None;
            }
            (false, Code::Backspace) => {
                if choice.typed.pop().is_none() {
                    self.view.overlay = choice.note.map(Overlay::Footnote);
                }
                return None;
            }
            (false, Code::Enter) => {}
            (false, Code::Char(c)) if !key.alt => choice.typed.extend(c.to_lowercase()),
            _ => return None,
        }
        let typed = choice.typed.clone();
        let hints = self.screen().hints;
        let meant = match hints.first() {
            Some(first) if key.code == Code::Enter || first.letters == typed => first.aim,
            Some(_) => return None,
            None => {
                if let Some(Overlay::Links(choice)) = &mut self.view.overlay {
                    choice.typed.pop();
                }
                self.view.say("no link has these letters; Esc stays here");
                return None;
            }
        };
        self.follow(meant)
    }

    /// Follows a link or opens a picture: places at once, everything outside of the machine after it was shown.
    pub fn follow(&mut self, aim: Aim) -> Option<Effect> {
        self.view.overlay = None;
        if let Aim::Link(pos) = aim {
            let document = &self.article.document;
            let link = link_at(document, pos)?;
            if let Goal::Place(to) = link.goal {
                if note_of(document, &link).is_some() {
                    self.view.overlay = Some(Overlay::Footnote(OpenNote {
                        reference: pos,
                        scroll: 0,
                    }));
                } else {
                    self.go_to(to);
                }
                return None;
            }
        } else if self.picture_target(aim).is_some_and(str::is_empty) {
            self.view
                .complain("the article does not say where this picture is");
            return None;
        }
        match (address_of(&self.article.document, Some(aim))?, aim) {
            (Address::Web(_) | Address::Mail(_), _) => {
                self.view.overlay = Some(Overlay::Address(Some(aim)));
            }
            (Address::Refused(why), _) => self.view.complain(why),
            (Address::File(..), Aim::Picture(id)) => return Some(Effect::Picture(id)),
            (Address::File(path, name), Aim::Link(_)) => return Some(Effect::Follow(path, name)),
            (Address::Here(name), _) => match self.article.document.named(&name) {
                Some(to) => self.go_to(to),
                None if name.is_empty() => self.go_to(Pos(0)),
                None => self.view.complain(format!(
                    "this article has no place called {}",
                    crate::document::clean_line(&name)
                )),
            },
        }
        None
    }

    /// The address of a link or picture that leads out of the machine.
    pub(in crate::app) fn uri(&self, aim: Aim) -> Option<Uri> {
        address_of(&self.article.document, Some(aim))?
            .uri()
            .cloned()
    }

    /// Where the picture of a block is, as the input says it.
    fn picture_target(&self, aim: Aim) -> Option<&str> {
        let Aim::Picture(id) = aim else { return None };
        match &self.article.document.block(id)?.kind {
            BlockKind::Image { target, .. } => Some(target),
            _ => None,
        }
    }

    /// Jumps to a place, wherever it is hidden.
    fn go_to(&mut self, pos: Pos) {
        self.reveal(pos);
        self.jump(pos);
    }

    /// Goes to the place of that name, or of the line that `L12` names; tells whether there is one.
    pub(in crate::app) fn go_to_name(&mut self, name: &str) -> bool {
        let line = name.strip_prefix('L').and_then(|n| n.parse().ok());
        let named = self.article.document.named(name);
        let to = named.or_else(|| self.article.pos_of_line(line?));
        if let Some(pos) = to {
            self.reveal(pos);
            self.view.top = pos;
            self.view.awaited = None;
            // A link leads to its place, wherever the reader stopped before.
            self.view.notice = None;
            self.settle();
        }
        to.is_some()
    }

    /// To the beginning, though the reader stopped elsewhere before: a link is still looking for its place.
    pub(in crate::app) fn start_over(&mut self) {
        self.view.top = Pos(0);
        self.view.awaited = None;
        self.view.notice = None;
        self.settle();
    }

    /// A key while a note lies open.
    pub(super) fn footnote_key(&mut self, key: Key) -> Option<Effect> {
        let Some(Overlay::Footnote(open)) = self.view.overlay else {
            return None;
        };
        let Resolution::Run(command, ..) = self.keymap.resolve(&mut self.view.pending, key) else {
            return None;
        };
        let by: isize = match command {
            Command::Down => 1,
            Command::Up => -1,
            Command::PageDown | Command::HalfDown => 5,
            Command::PageUp | Command::HalfUp => -5,
            Command::Top => isize::MIN,
            Command::Enter => {
                self.view.overlay = None;
                let link = link_at(&self.article.document, open.reference)?;
                if let Goal::Place(to) = link.goal {
                    self.go_to(to);
                }
                return None;
            }
            Command::Follow => {
                self.choose_link(Some(open));
                return None;
            }
            Command::Escape | Command::Quit | Command::JumpBack => {
                self.view.overlay = None;
                return None;
            }
            _ => return None,
        };
        // A step that shows nothing else is not taken, so that the way back begins at once.
        let before = self.screen().overlay;
        let to = OpenNote {
            scroll: open.scroll.saturating_add_signed(by),
            ..open
        };
        self.view.overlay = Some(Overlay::Footnote(to));
        if by > 0 && self.screen().overlay == before {
            self.view.overlay = Some(Overlay::Footnote(open));
        }
        None
    }

    /// A key while it is shown where a link goes.
    pub(super) fn address_key(&mut self, key: Key) -> Option<Effect> {
        let Some(Overlay::Address(aim)) = self.view.overlay else {
            return None;
        };
        let address = address_of(&self.article.document, aim);
        let uri: Option<Uri> = address.as_ref().and_then(Address::uri).cloned();
        if key == Key::plain(Code::Char('r'))
            && matches!((&address, aim), (Some(Address::Web(_)), Some(Aim::Link(_))))
        {
            self.view.overlay = None;
            return Some(Effect::Open(Input::Url(uri?.as_str().to_owned())));
        }
        match self.keymap.resolve(&mut self.view.pending, key) {
            Resolution::Run(Command::Enter | Command::Browse, ..) => {
                self.view.overlay = None;
                if let (Some(Address::File(..)), Some(Aim::Picture(id))) = (&address, aim) {
                    return Some(Effect::Picture(id));
                }
                Some(Effect::Browse(uri?))
            }
            Resolution::Run(Command::Copy, ..) => {
                self.view.overlay = None;
                Some(Effect::Copy(Clipping {
                    text: uri?.as_str().to_owned(),
                    amount: "the address".to_owned(),
                }))
            }
            Resolution::Run(Command::Escape | Command::Quit | Command::Follow, ..) => {
                self.view.overlay = None;
                None
            }
            _ => None,
        }
    }
}
