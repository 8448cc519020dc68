//! Links: chosen by letters, followed in the document, shown before they lead out of it.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use nutgraf::app::{Act, Clipping, Effect, Pointer};
use nutgraf::article::{Aim, Article};
use nutgraf::import::source::Input;
use nutgraf::ui::Overlay;

use super::{BRIDGE, Stage, article};

pub(super) static LINKED: LazyLock<Arc<Article>> =
    LazyLock::new(|| article("notes/linked.md", include_str!("../data/linked.md")));

fn stage() -> Stage {
    Stage::new(&LINKED, 120, 40)
}

/// The letters that are shown over the link with these words, and what is typed to follow it.
#[track_caller]
fn letters(stage: &mut Stage, words: &str) -> String {
    let screen = stage.screen();
    let text = LINKED.document.text();
    let at = text.find(words).unwrap();
    let hint = screen.hints.iter().find(|hint| match hint.aim {
        Aim::Link(pos) => pos.get() == at,
        Aim::Picture(_) => false,
    });
    hint.unwrap_or_else(|| panic!("no letters over {words:?}\n{}", stage.whole()))
        .letters
        .clone()
}

/// Follows the link with these words.
#[track_caller]
fn follow(stage: &mut Stage, words: &str) -> Option<Effect> {
    stage.keys("o");
    let letters = letters(stage, words);
    stage.keys(&letters)
}

/// The rows of what lies over the panes, without blank ones.
fn over(stage: &mut Stage) -> Vec<String> {
    let (title, rows) = stage.overlay();
    let rows = rows.into_iter().map(|row| row.trim().to_owned());
    std::iter::once(title)
        .chain(rows.filter(|row| !row.is_empty()))
        .collect()
}

#[test]
fn letters_lie_over_every_link_on_the_screen() {
    let mut stage = stage().after("o");
    let hints = stage.screen().hints;
    let letters: Vec<_> = hints.iter().map(|hint| hint.letters.as_str()).collect();
    assert_eq!(
        letters,
        [
            "a", "s", "d", "f", "j", "k", "l", "g", "h", "w", "e", "r", "u"
        ]
    );
    let row = stage.text()[4].clone();
    assert!(
        row.contains("published the report"),
        "the text stays: {row}"
    );
    let whole = stage.whole();
    assert!(
        whole.contains("The town aublished the report on Monday.s1]"),
        "{whole}"
    );
    assert!(
        stage.folio().contains("letters follow a link"),
        "{}",
        stage.folio()
    );
    stage.keys("Esc");
    assert!(stage.is_open().is_none());
    assert!(!stage.whole().contains("aublished"));
}

#[test]
fn a_wrapped_link_is_one_and_links_off_the_screen_have_no_letters() {
    let mut stage = Stage::new(&LINKED, 20, 12).after("o");
    let screen = stage.screen();
    let mut aims: Vec<_> = screen.hints.iter().map(|hint| hint.aim).collect();
    aims.dedup();
    assert_eq!(aims.len(), screen.hints.len());
    assert!(
        screen.links.len() > aims.len(),
        "some are in two rows: {:?}",
        screen.links
    );
    assert!(screen.hints.iter().all(|hint| hint.at.1 < 11));
}

#[test]
fn a_link_to_a_place_of_the_document_is_a_jump() {
    let mut stage = Stage::new(&LINKED, 120, 16);
    assert_eq!(follow(&mut stage, "with doubts"), None);
    assert_eq!(stage.top(), "Doubts");
    stage.keys("C-o");
    assert_eq!(stage.top(), "The Lindow Ferry in Numbers");
}

#[test]
fn an_address_is_shown_before_it_is_opened() {
    let mut stage = stage();
    assert_eq!(follow(&mut stage, "published the report"), None);
    assert_eq!(
        over(&mut stage),
        [
            "Where this link goes",
            "published the report",
            "https://reports.example.org/ferry/2025?part=1#costs",
            "Enter open in the browser   r read here   y copy the address   Esc stay",
        ]
    );
    let Some(Effect::Browse(uri)) = stage.keys("Enter") else {
        panic!("it is not opened");
    };
    assert_eq!(
        uri.as_str(),
        "https://reports.example.org/ferry/2025?part=1#costs"
    );
    assert_eq!(uri.host(), "reports.example.org");
    assert!(stage.is_open().is_none());
    follow(&mut stage, "published the report");
    let copied = "https://reports.example.org/ferry/2025?part=1#costs".to_owned();
    assert_eq!(
        stage.keys("y"),
        Some(Effect::Copy(Clipping {
            text: copied,
            amount: "the address".into()
        }))
    );
    follow(&mut stage, "published the report");
    let read = Input::Url("https://reports.example.org/ferry/2025?part=1#costs".to_owned());
    assert_eq!(stage.keys("r"), Some(Effect::Open(read)));
    follow(&mut stage, "published the report");
    assert_eq!(stage.keys("Esc"), None);
    assert!(stage.is_open().is_none());
}

#[test]
fn words_that_name_another_place_are_warned_of() {
    let mut stage = stage();
    follow(&mut stage, "www.bank.example");
    let rows = over(&mut stage).join(" ");
    assert!(rows.contains("https://evil.example/login"), "{rows}");
    assert!(
        rows.contains("the words of the link name www.bank.example, but it goes to evil.example"),
        "{rows}"
    );
}

#[test]
fn an_address_that_is_written_out_is_a_link() {
    let mut stage = stage();
    follow(&mut stage, "https://plain.example.org/a_(b)");
    assert_eq!(over(&mut stage)[1], "https://plain.example.org/a_(b)");
}

#[test]
fn letters_to_somebody_attach_nothing() {
    let mut stage = stage();
    follow(&mut stage, "write to the town");
    let Some(Effect::Browse(uri)) = stage.keys("Enter") else {
        panic!("it is not opened");
    };
    assert_eq!(uri.as_str(), "mailto:town@example.org?subject=Ferry");
}

#[test]
fn other_kinds_of_links_and_missing_places_say_why_they_are_not_opened() {
    for (words, why) in [
        ("goes nowhere", "javascript: links are not opened"),
        (
            "to a missing place",
            "this article has no place called nowhere",
        ),
    ] {
        let mut stage = stage();
        assert_eq!(follow(&mut stage, words), None);
        assert_eq!(stage.notice(), why);
        assert!(stage.is_open().is_none());
    }
}

#[test]
fn a_link_to_a_file_is_opened_from_the_folder_of_the_article() {
    let effect = follow(&mut stage(), "plan for a bridge");
    let path = PathBuf::from("notes/bridge.md");
    assert_eq!(
        effect,
        Some(Effect::Follow(path, Some("what-it-costs".into())))
    );
}

#[test]
fn a_note_is_read_without_leaving_the_place() {
    let mut stage = Stage::new(&LINKED, 120, 30);
    assert_eq!(follow(&mut stage, "[1]"), None);
    let rows = over(&mut stage);
    assert_eq!(rows[0], "Note 1");
    assert!(
        rows.join(" ")
            .contains("The report is 40 pages long; its second part came later."),
        "{rows:?}"
    );
    assert_eq!(stage.top(), "The Lindow Ferry in Numbers");
    assert!(
        stage.folio().contains("Enter go to the note"),
        "{}",
        stage.folio()
    );
    // A link in the note.
    stage.keys("o");
    assert_eq!(stage.screen().hints.len(), 1);
    stage.keys("a");
    assert!(over(&mut stage).contains(&"https://reports.example.org/ferry/2026".to_owned()));
    stage.keys("Esc");
    assert_eq!(stage.top(), "The Lindow Ferry in Numbers");
    // To the note, and back.
    follow(&mut stage, "[1]");
    stage.keys("Enter");
    assert!(
        stage.top().contains("The report is 40 pages long"),
        "{}",
        stage.top()
    );
    stage.keys("C-o");
    assert_eq!(stage.top(), "The Lindow Ferry in Numbers");
}

#[test]
fn a_long_note_is_scrolled_and_has_all_its_paragraphs() {
    let mut stage = Stage::new(&LINKED, 50, 14).after("]");
    follow(&mut stage, "[long]");
    assert!(over(&mut stage)[0].ends_with("more below"));
    stage.keys(&"j ".repeat(40));
    let rows = over(&mut stage);
    assert_eq!(rows[0], "Note long");
    assert!(rows.join(" ").contains("dogs were not counted"), "{rows:?}");
    stage.keys("k");
    assert!(
        over(&mut stage)[0].ends_with("more below"),
        "one step back is one step"
    );
    assert!(matches!(stage.is_open(), Some(Overlay::Footnote(_))));
    stage.keys("Esc");
    assert!(stage.is_open().is_none());
}

#[test]
fn pictures_are_opened_and_those_of_the_network_shown_first() {
    let mut stage = stage().after("o");
    let pictures: Vec<_> = stage
        .screen()
        .hints
        .into_iter()
        .filter_map(|hint| match hint.aim {
            Aim::Picture(id) => Some((id, hint.letters)),
            Aim::Link(_) => None,
        })
        .collect();
    let [(ferry, first), (_, second)] = &pictures[..] else {
        panic!("{pictures:?}");
    };
    assert_eq!(stage.keys(first), Some(Effect::Picture(*ferry)));
    stage.keys("o");
    assert_eq!(stage.keys(second), None);
    let rows = over(&mut stage);
    assert_eq!(
        &rows[..2],
        ["Where this picture is", "https://maps.example.org/town.png"]
    );
}

#[test]
fn a_picture_that_is_clicked_is_shown_first_and_enter_opens_it() {
    let mut stage = stage();
    let mut wanted = None;
    for _ in 0..40 {
        let links = stage.screen().links;
        wanted = links
            .into_iter()
            .find(|link| matches!(link.aim, Aim::Picture(_)));
        if wanted.is_some() {
            break;
        }
        stage.keys("j");
    }
    let spot = wanted.expect("a picture");
    assert_eq!(stage.click(spot.area.x, spot.area.y), None);
    let shown = over(&mut stage);
    assert_eq!(shown[0], "Where this picture is");
    assert!(
        shown.iter().any(|row| row.ends_with("ferry.png")),
        "{shown:?}"
    );
    assert_eq!(stage.keys("Esc"), None);
    assert!(stage.is_open().is_none());
    stage.click(spot.area.x, spot.area.y);
    assert_eq!(
        stage.keys("Enter").map(|e| matches!(e, Effect::Picture(_))),
        Some(true)
    );
}

#[test]
fn the_size_of_a_picture_is_said_where_the_page_says_it() {
    let page = "<p>Words about the river and its ferry.</p><p><img src=a.png alt='The ferry' width=640 height=480></p>";
    let mut stage = Stage::new(&article("a.html", page), 80, 24);
    let rows = stage.text().join("\n");
    assert!(rows.contains("▣ The ferry · 640×480"), "{rows}");
}

#[test]
fn capital_letters_and_enter_choose_too_and_wrong_letters_say_so() {
    let mut stage = stage();
    stage.keys("o A");
    assert!(matches!(stage.is_open(), Some(Overlay::Address(_))));
    stage.keys("Esc o Enter");
    assert!(matches!(stage.is_open(), Some(Overlay::Address(_))));
    stage.keys("Esc o q");
    assert_eq!(stage.notice(), "no link has these letters; Esc stays here");
    stage.keys("Backspace");
    assert!(stage.is_open().is_none());
}

#[test]
fn many_links_have_two_letters() {
    let many: Vec<_> = (0..60)
        .map(|n| format!("[link{n}](https://example.org/{n}) "))
        .collect();
    let many = many.concat();
    let many = article("many.md", many);
    let mut stage = Stage::new(&many, 120, 30).after("o");
    let hints = stage.screen().hints;
    assert_eq!(hints.len(), 60);
    let long = hints.iter().find(|hint| hint.letters.len() == 2).unwrap();
    let (first, second) = long.letters.split_at(1);
    stage.keys(first);
    let left = stage.screen().hints;
    assert!(
        left.len() > 1
            && left.len() < 60
            && left.iter().all(|hint| hint.letters.starts_with(first))
    );
    stage.keys(second);
    let Aim::Link(pos) = long.aim else { panic!() };
    let n = many.document.text()[pos.get() + 4..]
        .split(' ')
        .next()
        .unwrap();
    assert!(over(&mut stage).contains(&format!("https://example.org/{n}")));
}

#[test]
fn without_links_nothing_opens() {
    let stage = Stage::bridge().after("o");
    assert_eq!(stage.notice(), "there is no link on the screen");
    assert!(stage.is_open().is_none());
    let stage = Stage::bridge().after("O");
    assert_eq!(stage.notice(), "there is no link on the screen");
}

#[test]
fn the_page_of_an_article_is_shown_before_it_is_opened() {
    let page = "<html><head><title>A ferry</title><link rel=canonical href='https://news.example.org/ferry'></head>\
                <body><p>Words about the ferry, and <a href='/more'>more of them</a>.</p></body></html>";
    let page = article("saved.html", page);
    let mut stage = Stage::new(&page, 100, 24).after("O");
    assert_eq!(
        over(&mut stage)[..2],
        ["The page of this article", "https://news.example.org/ferry"]
    );
    assert!(matches!(stage.keys("Enter"), Some(Effect::Browse(_))));
    // What begins with a slash is of the site that the page was saved from.
    stage.keys("o a");
    assert!(over(&mut stage).contains(&"https://news.example.org/more".to_owned()));
}

#[test]
fn before_the_first_jump_lies_the_article_before() {
    let mut stage = Stage::new(&BRIDGE, 120, 20).after("]");
    assert_eq!(stage.keys("C-o"), None);
    assert_eq!(stage.keys("C-o"), Some(Effect::Back));
    assert_eq!(stage.keys("A-o"), None);
    assert_eq!(stage.keys("A-o"), Some(Effect::Forward));
}

#[test]
fn what_lies_over_the_text_covers_its_links() {
    let mut stage = Stage::new(&LINKED, 80, 24).after("?");
    let screen = stage.screen();
    let over = screen.overlay.unwrap().area;
    assert!(
        screen
            .links
            .iter()
            .all(|link| link.area.intersection(over).is_empty())
    );
}

#[test]
fn a_click_on_a_link_follows_it_when_the_button_comes_up() {
    let mut stage = stage();
    let press = |stage: &mut Stage, words: &str| {
        let at = LINKED.document.text().find(words).unwrap();
        let screen = stage.screen();
        let spot = screen
            .links
            .iter()
            .find(|link| matches!(link.aim, Aim::Link(pos) if pos.get() == at))
            .unwrap();
        let [down, up] = [Act::Press { clicks: 1 }, Act::Release].map(|act| Pointer {
            column: spot.area.x,
            row: spot.area.y,
            act,
        });
        assert_eq!(stage.reader.pointer(down), None);
        assert!(stage.is_open().is_none(), "a drag may begin on it");
        stage.reader.pointer(up)
    };
    assert_eq!(press(&mut stage, "published the report"), None);
    assert!(
        over(&mut stage)
            .contains(&"https://reports.example.org/ferry/2025?part=1#costs".to_owned())
    );
    stage.keys("Esc");
    press(&mut stage, "[1]");
    assert_eq!(over(&mut stage)[0], "Note 1");
}
