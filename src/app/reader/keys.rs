//! Commands, one by one.

use super::Reader;
use crate::app::Effect;
use crate::command::Command;
use crate::ui::{Density, Order, Overlay, Pane};

impl Reader {
    /// Does what a command says, `count` times or to the number `count`.
    pub(in crate::app) fn run(
        &mut self,
        command: Command,
        count: Option<u32>,
        letter: Option<char>,
    ) -> Option<Effect> {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        match command {
            Command::Down => self.step(times),
            Command::Up => self.step(-times),
            Command::Left => self.sideways(-times),
            Command::Right => self.sideways(times),
            Command::PageDown => self.page(times, 1),
            Command::PageUp => self.page(-times, 1),
            Command::HalfDown => self.page(times, 2),
            Command::HalfUp => self.page(-times, 2),
            Command::Top => self.go_to_line_or(count, false),
            Command::Bottom => self.go_to_line_or(count, true),
            Command::Percent => self.go_to_percent(count),
            Command::NextFact => self.walk_facts(times),
            Command::PreviousFact => self.walk_facts(-times),
            Command::NextMention => self.next_mention(times),
            Command::NextSection => self.walk_sections(times),
            Command::PreviousSection => self.walk_sections(-times),
            Command::NextParagraph => self.walk_paragraphs(times),
            Command::PreviousParagraph => self.walk_paragraphs(-times),
            Command::NextPane => self.turn_focus(times),
            Command::PreviousPane => self.turn_focus(-times),
            Command::FocusSections => self.focus_by_digit(Pane::Sections),
            Command::FocusText => self.focus_by_digit(Pane::Text),
            Command::FocusFacts => self.focus_by_digit(Pane::Facts),
            Command::Enter => self.enter(times),
            Command::ToggleSections => self.toggle(Pane::Sections),
            Command::ToggleFacts => self.toggle(Pane::Facts),
            Command::Zen => self.zen(),
            Command::Fold => self.fold(None),
            Command::Explain => self.explain(),
            Command::Density => self.next_density(),
            Command::Filter => self.open_filter(),
            Command::Order => self.next_order(),
            Command::Dismiss => match self.view.note {
                Some(id) => self.delete_note(id),
                None => self.dismiss(times),
            },
            Command::Restore => self.restore(),
            Command::Search => self.open_search(),
            Command::NextHit => return self.walk_hits(times),
            Command::PreviousHit => return self.walk_hits(-times),
            Command::Mark => self.set_mark(letter),
            Command::GoToMark => self.go_to_mark(letter),
            Command::Follow => self.choose_link(None),
            Command::Browse => self.choose_page(),
            Command::JumpBack => return self.jump_back(times),
            Command::JumpForward => return self.jump_forward(times),
            Command::Select => self.begin_selection(),
            Command::Highlight => self.highlight(None),
            Command::HighlightIn(ink) => self.highlight(Some(ink)),
            Command::Note => self.write_note(),
            Command::NextNote => self.walk_notes(times),
            Command::PreviousNote => self.walk_notes(-times),
            Command::UndoNote => self.undo_note(),
            Command::WordForward
            | Command::WordEnd
            | Command::WordBack
            | Command::SentenceForward
            | Command::SentenceBack
            | Command::RowStart
            | Command::RowEnd
            | Command::OtherEnd => {
                let select = self.keymap.key_of(Command::Select);
                self.view.say(format!("{select} begins to select words"));
            }
            Command::Copy => return self.copy(),
            Command::CopySection => return self.copy_section(),
            Command::Edit => return Some(Effect::Edit(self.article.line(self.place()))),
            Command::Narrower => self.change_measure(-4 * times),
            Command::Wider => self.change_measure(4 * times),
            Command::DefaultMeasure => self.default_measure(),
            Command::Theme => return Some(self.pick_theme()),
            Command::KeepTheme => return Some(Effect::KeepTheme),
            Command::Justify => self.justify(),
            Command::Hyphenate => self.hyphenate(),
            Command::Paragraphs => self.set_paragraphs(),
            Command::TwoColumns => self.set_columns(),
            Command::Skim => self.skim(),
            Command::ShowHidden => return self.show_hidden(),
            Command::Palette => self.open_palette(),
            Command::Details => self.view.overlay = Some(Overlay::Details(0)),
            Command::Help => self.view.overlay = Some(Overlay::Help(0)),
            Command::Library => return Some(Effect::Library),
            Command::Escape => return self.escape(),
            Command::Mouse => return Some(self.toggle_mouse()),
            Command::Reload => return Some(Effect::Reload),
            Command::Redraw => return Some(Effect::Redraw),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Quit => return Some(Effect::Quit),
        }
        None
    }

    /// Backs out of one thing, the nearest first. Never quits.
    fn escape(&mut self) -> Option<Effect> {
        self.forget_typed();
        if self.view.fetching.is_some() {
            return Some(Effect::Cancel);
        }
        if self.view.focus != Pane::Text {
            self.view.focus = Pane::Text;
        } else if self.view.search.is_some() {
            self.view.search = None;
        } else if self.view.note.is_some() {
            self.view.note = None;
        } else if self.view.selected.is_some() {
            self.view.selected = None;
        } else if !self.view.filter.is_empty() {
            self.view.filter.clear();
        }
        None
    }

    fn next_density(&mut self) {
        self.view.density = match self.view.density {
            Density::Key => Density::All,
            Density::All => Density::Off,
            Density::Off => Density::Key,
        };
        let word = match self.view.density {
            Density::Key => "key facts are marked",
            Density::All => "all facts are marked",
            Density::Off => "no facts are marked",
        };
        self.view.say(word);
    }

    fn next_order(&mut self) {
        self.view.order = match self.view.order {
            Order::Reading => Order::Importance,
            Order::Importance => Order::Kind,
            Order::Kind => Order::Reading,
        };
        let word = match self.view.order {
            Order::Reading => "facts as they come in the text",
            Order::Importance => "facts by importance",
            Order::Kind => "facts by kind",
        };
        self.view.say(word);
    }
}
