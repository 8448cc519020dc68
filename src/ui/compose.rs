//! An article and a view of it at a size, as a screen.

mod bidi;
mod facts;
mod flow;
mod folio;
mod library;
mod links;
mod overlay;
mod sections;
mod text;
mod window;

pub(crate) use overlay::address_of;
pub use sections::{fold_columns, visible_sections};
pub(crate) use text::{shown_rows, shown_span};

use ratatui::layout::{Margin, Rect};

use super::screen::PaneView;
use super::{Bidi, Frame, Listing, Overlay, Pane, Screen, Size, View};
use crate::article::Article;
use crate::command::Keymap;
use crate::layout::{Boilerplate, Galley, Glyphs, Setting};

/// What the parts of the screen are made from.
struct Scene<'a> {
    article: &'a Article,
    view: &'a View,
    keymap: &'a Keymap,
    frame: Frame,
}

impl Scene<'_> {
    /// Whether only ASCII may be drawn.
    fn ascii(&self) -> bool {
        self.view.glyphs == Glyphs::Ascii
    }

    /// One sign or its ASCII stand-in.
    fn sign(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii() { ascii } else { unicode }
    }

    /// The sign of a cut.
    fn ellipsis(&self) -> &'static str {
        self.sign("…", "~")
    }
}

/// The setting that a view asks of the galley at a size.
pub(crate) fn setting(view: &View, size: Size) -> Setting {
    let frame = Frame::of(view, size);
    let boilerplate = if view.hidden_shown {
        Boilerplate::Shown
    } else {
        Boilerplate::Folded
    };
    Setting {
        columns: frame.measure,
        boilerplate,
        glyphs: view.glyphs,
        typography: view.typography,
    }
}

/// Makes the screen. Costs what is on it, and a pass over the sections; and one over the facts when their list
/// changed.
#[expect(
    clippy::too_many_lines,
    reason = "the parts of a screen, one after the other"
)]
pub fn compose(
    article: &Article,
    galley: &mut Galley,
    listing: &mut Listing,
    view: &View,
    keymap: &Keymap,
    size: Size,
) -> Screen {
    let frame = Frame::of(view, size);
    galley.set(setting(view, size));
    galley.shift(view.shift);
    let scene = Scene {
        article,
        view,
        keymap,
        frame,
    };
    let text::Panes {
        text,
        second,
        links,
        shown,
        selecting,
    } = text::panes(&scene, galley);
    let inside = |area: Rect, over: bool| {
        if over {
            area.inner(Margin::new(1, 1))
        } else {
            area
        }
    };
    let sections = frame
        .sections
        .map(|area| inside(area, frame.sections_over))
        .map(|area| sections::pane(&scene, area, shown, listing.titles()));
    let facts = frame
        .facts
        .map(|area| (inside(area, frame.facts_over), listing.of(article, view)))
        .map(|(area, listing)| facts::pane(&scene, area, shown, listing));
    let mut screen = Screen {
        size,
        header: folio::header(&scene, shown),
        sections: None,
        text,
        second,
        facts: None,
        rules: Vec::new(),
        folio: PaneView::default(),
        overlay: None,
        links,
        hints: Vec::new(),
        shown,
        text_rows: frame.text.height,
        cursor: None,
        ascii: scene.ascii(),
    };
    if let Some(pane) = sections {
        if frame.sections_over {
            screen.overlay = Some(overlay::over(&scene, "Sections", frame.sections, pane));
        } else {
            screen.rules.push(Rect {
                x: pane.area.right(),
                width: 1,
                ..pane.area
            });
            screen.sections = Some(pane);
        }
    }
    if let Some(pane) = facts {
        if frame.facts_over {
            screen.overlay = Some(overlay::over(&scene, "Facts", frame.facts, pane));
        } else {
            screen.rules.push(Rect {
                x: pane.area.x.saturating_sub(1),
                width: 1,
                ..pane.area
            });
            screen.facts = Some(pane);
        }
    }
    let (folio, cursor) = folio::folio(&scene, shown);
    (screen.folio, screen.cursor) = (folio, cursor.or(selecting));
    if let Some((boxed, cursor)) = overlay::overlay(&scene, size) {
        screen.overlay = Some(boxed);
        screen.cursor = cursor.or(screen.cursor);
    }
    if let Some(boxed) = screen
        .overlay
        .as_mut()
        .filter(|_| view.bidi == Bidi::Reader)
    {
        boxed.lines.iter_mut().for_each(bidi::reorder);
    }
    lay_links(&scene, &mut screen);
    for pane in [
        Some(&mut screen.header),
        screen.sections.as_mut(),
        Some(&mut screen.text),
    ]
    .into_iter()
    .flatten()
    .chain(screen.second.as_mut())
    .chain(screen.facts.as_mut())
    .chain([&mut screen.folio])
    {
        for line in &mut pane.lines {
            line.clip(pane.area.width, scene.ellipsis());
            // The text is in order already: its paragraphs are known there.
            let is_text = matches!(line.target, crate::ui::Target::Text(_));
            if view.bidi == Bidi::Reader && !is_text {
                bidi::reorder(line);
            }
        }
        pane.lines.truncate(pane.area.height.into());
    }
    screen
}

/// Lays an open note over the text, and says which links are seen, and their letters.
fn lay_links(scene: &Scene<'_>, screen: &mut Screen) {
    let in_note = overlay::open_note(scene, &screen.links).map(|(boxed, links)| {
        screen.overlay = Some(boxed);
        links
    });
    if let Some(boxed) = &screen.overlay {
        let (seen, over) = (std::mem::take(&mut screen.links), boxed.area);
        screen.links = seen
            .into_iter()
            .flat_map(|spot| spot.beside(over))
            .collect();
    }
    if let Some(Overlay::Links(choice)) = &scene.view.overlay {
        screen.hints = links::hints(in_note.as_ref().unwrap_or(&screen.links), &choice.typed);
    }
    screen.links.extend(in_note.unwrap_or_default());
}

/// How many rows the help, the details or the reasons of a view have, whatever fits of them on the screen.
pub fn overlay_rows(article: &Article, view: &View, keymap: &Keymap, size: Size) -> usize {
    let frame = Frame::of(view, size);
    overlay::rows(
        &Scene {
            article,
            view,
            keymap,
            frame,
        },
        size,
    )
}

/// Whether a pane has the focus and nothing lies over it.
fn focused(view: &View, pane: Pane) -> bool {
    view.focus == pane && view.overlay.is_none()
}
