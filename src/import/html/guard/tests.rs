//! What is cut from a page before it is parsed, and what is not.

use super::*;

#[test]
fn an_ordinary_page_is_left_as_it_is() {
    let page = "<!doctype html><p class=a/b>One<br/>two <a href='x>y'>z</a><script>if (a<b) x('</p>')</script><p>";
    assert!(matches!(
        limit(page, Syntax::Html),
        (Cow::Borrowed(_), loss) if loss.is_none()
    ));
}

#[test]
fn what_never_shows_is_not_parsed() {
    let long = "x = '<p>';".repeat(40);
    let page = format!(
        "<script>{long}</script>a<style>{long}</style><!--{long}-->b<script type='application/ld+json'>{long}</script>"
    );
    let (cut, loss) = limit(&page, Syntax::Html);
    assert!(loss.is_none());
    assert_eq!(
        cut,
        format!("ab<script type='application/ld+json'>{long}</script>")
    );
    // Where it ends is for the parser to say.
    for page in [
        format!("<script><!-- {long} <script>{long}</script> --></script>"),
        format!("<!-->{long}-->"),
        format!("<script>{long}"),
    ] {
        let (cut, _) = limit(&page, Syntax::Html);
        assert!(cut.contains("x =") || !page.ends_with('>'), "{cut}");
    }
}

#[test]
fn white_space_that_folds_anyway_is_not_parsed() {
    let page = "<div>\n\t\t<p>\n      One  two\n    <b>three</b>    </p>\n\n\n</div>";
    let cut = limit(page, Syntax::Html).0;
    assert_eq!(
        cut,
        "<div>\n\t\t<p>\nOne  two\n<b>three</b> </p>\n\n\n</div>"
    );
    for page in [
        "<pre>\n     a\n     <b>c</b>      d</pre>",
        "<textarea>      a      </textarea>",
    ] {
        assert_eq!(limit(page, Syntax::Html).0, page);
    }
    let page = "<p>      a";
    assert_eq!(limit(page, Syntax::Xml).0, page);
}

#[test]
fn nesting_stops_and_the_text_stays() {
    let page = format!("{}words{}", "<div>".repeat(5000), "</div>".repeat(5000));
    let (cut, loss) = limit(&page, Syntax::Html);
    assert!(loss.elements && !loss.attributes && !loss.length);
    assert_eq!(cut.matches("<div>").count(), DEPTH);
    assert!(cut.contains("words"));
    let page = "<b>".repeat(5000);
    assert_eq!(
        limit(&page, Syntax::Html).0.matches("<b>").count(),
        FORMATTING
    );
    let paragraphs = "<p>x".repeat(5000);
    assert!(limit(&paragraphs, Syntax::Html).1.is_none());
    let rows = format!("<table>{}</table>", "<tr><td>x<td><b>y".repeat(2000));
    assert!(limit(&rows, Syntax::Html).1.is_none());
}

#[test]
fn xml_elements_that_close_themselves_get_an_end() {
    let (page, _) = limit("<title/><a id=\"x\"/><br/>t", Syntax::Xml);
    assert_eq!(page, "<title></title><a id=\"x\"></a><br/>t");
}

#[test]
fn what_a_document_type_declares_is_no_text() {
    let page = "<!DOCTYPE html [<!ENTITY a \"b\"> <!ENTITY c \"d\">]><p>[1]></p>";
    let cut = "<!DOCTYPE html ><p>[1]></p>";
    for syntax in [Syntax::Html, Syntax::Xml] {
        assert_eq!(limit(page, syntax).0, cut);
        assert_eq!(limit(cut, syntax).0, cut);
    }
}

#[test]
fn endless_attributes_and_values_are_cut() {
    let page = format!("<p {}>words</p>", "a=1 ".repeat(100_000));
    let (cut, loss) = limit(&page, Syntax::Html);
    assert!(
        loss.sentence()
            .is_some_and(|said| said.contains("past 256 in a tag"))
    );
    assert!(cut.len() < 4000, "{}", cut.len());
    assert!(cut.ends_with(">words</p>"));
    let page = format!("<img src=\"data:{}\">words", "A".repeat(1 << 20));
    let (cut, loss) = limit(&page, Syntax::Html);
    assert!(
        cut == "<img src=\"\">words" && loss.is_none(),
        "data is no text"
    );
    let page = format!("<img alt=\"{}\">words", "A".repeat(1 << 20));
    assert!(limit(&page, Syntax::Html).1.attributes);
}

#[test]
fn signs_that_begin_no_tag_are_not_all_parsed() {
    let page = format!("<p>1 < 2{}", "<".repeat(ELEMENTS * 2));
    let (cut, loss) = limit(&page, Syntax::Html);
    assert!(loss.elements && cut.starts_with("<p>1 < 2<<"));
    assert!(cut.len() < ELEMENTS + 20, "{}", cut.len());
}
