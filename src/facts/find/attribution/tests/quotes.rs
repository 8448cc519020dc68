//! Quotations and their speakers.

use super::check;

#[test]
fn the_speaker_stands_after() {
    check(
        "\"The bridge will open in May,\" said Ana Petrov.",
        &["quote|The bridge will open in May,|Ana Petrov|said"],
    );
    check(
        "“The bridge will open in May,” Ana Petrov said.",
        &["quote|The bridge will open in May,|Ana Petrov|said"],
    );
    check(
        "\"The bridge will open in May,\" the engineer said on Monday.",
        &["quote|The bridge will open in May,|the engineer|said"],
    );
    check(
        "\"Nobody told us about the leak,\" said a spokesman for the company.",
        &["quote|Nobody told us about the leak,|a spokesman for the company|said"],
    );
    check(
        "\"Nobody told us about the leak,\" Petrov, the plant's manager, said.",
        &["quote|Nobody told us about the leak,|Petrov|said"],
    );
    check(
        "\"Nobody told us about the leak,\" Petrov told reporters in Oslo.",
        &["quote|Nobody told us about the leak,|Petrov|told"],
    );
    check(
        "\"Where were you all night?\" asked Tom Reed.",
        &["quote|Where were you all night?|Tom Reed|asked"],
    );
    check(
        "\"We lost everything we had!\" shouted Marta Silva.",
        &["quote|We lost everything we had!|Marta Silva|shouted"],
    );
    check(
        "\"Prices will fall by spring,\" wrote the bank's analysts.",
        &["quote|Prices will fall by spring,|the bank's analysts|wrote"],
    );
    check(
        "\"We have never seen such a flood,\" Ruiz said in an interview.",
        &["quote|We have never seen such a flood,|Ruiz|said"],
    );
    check(
        "\"It is what it is, my friends.\" — Ada Quill",
        &["quote|It is what it is, my friends.|Ada Quill|—"],
    );
    check(
        "\"This road was never safe,\" Lena Okafor, 59, of Lagos, a teacher, said.",
        &["quote|This road was never safe,|Lena Okafor|said"],
    );
}

#[test]
fn the_speaker_stands_before() {
    check(
        "Ana Petrov said, \"The bridge will open in May.\"",
        &["quote|The bridge will open in May.|Ana Petrov|said"],
    );
    check(
        "Ana Petrov said: “The bridge will open in May.”",
        &["quote|The bridge will open in May.|Ana Petrov|said"],
    );
    check(
        "In a letter to the board, Reed wrote, \"I cannot stay in this post.\"",
        &["quote|I cannot stay in this post.|Reed|wrote"],
    );
    check(
        "The minister added: \"We will not pay for that.\"",
        &["quote|We will not pay for that.|The minister|added"],
    );
    check(
        "The sign read \"Closed until further notice\" in red.",
        &["quote|Closed until further notice|The sign|read"],
    );
    check(
        "Petrov told the panel: \"You were warned three times.\"",
        &["quote|You were warned three times.|Petrov|told"],
    );
    check(
        "The reporter replied that \"nothing in the file was secret\".",
        &["quote|nothing in the file was secret|The reporter|replied"],
    );
}

#[test]
fn the_speaker_stands_inside() {
    check(
        "\"The bridge,\" said Ana Petrov, \"will open in May.\"",
        &[
            "quote|The bridge,|Ana Petrov|said",
            "quote|will open in May.|Ana Petrov|said",
        ],
    );
    check(
        "“We were lucky,” Reed said. “The fire never reached the barn.”",
        &[
            "quote|We were lucky,|Reed|said",
            "quote|The fire never reached the barn.|Reed|said",
        ],
    );
    check(
        "\"If we wait,\" the doctor said, \"we will lose him.\"",
        &[
            "quote|If we wait,|the doctor|said",
            "quote|we will lose him.|the doctor|said",
        ],
    );
}

#[test]
fn the_speaker_stands_in_the_sentence_before_or_after() {
    check(
        "Reed spoke for an hour.\nHe continued:\n\"Nothing here belongs to me.\"",
        &["quote|Nothing here belongs to me.|Reed|:"],
    );
    check(
        "Lena Okafor said the road was unsafe. \"Two trucks fell into the river.\"",
        &[
            "claim|the road was unsafe|Lena Okafor|said|asserted",
            "quote|Two trucks fell into the river.|Lena Okafor|said",
        ],
    );
    check(
        "\"I saw it all happen. It took a minute.\" \"Then it was quiet,\" Reed said.",
        &[
            "quote|I saw it all happen. It took a minute.|Reed|said",
            "quote|Then it was quiet,|Reed|said",
        ],
    );
}

#[test]
fn pronouns_stand_for_names() {
    check(
        "Ana Petrov came to the site. \"The bridge will open in May,\" she said.",
        &["quote|The bridge will open in May,|Ana Petrov|said"],
    );
    check(
        "Mr. Reed met Mrs. Silva at noon. Mrs. Silva left early. \"I will not sell the house,\" he said.",
        &["quote|I will not sell the house,|Mr. Reed|said"],
    );
    check(
        "The researchers counted the birds twice. \"We found half of them,\" they wrote.",
        &["quote|We found half of them,|The researchers|wrote"],
    );
    check(
        "\"There is no other way out,\" she said.",
        &["quote|There is no other way out,|she|said"],
    );
}

#[test]
fn quotations_run_over_paragraphs() {
    check(
        "“We began in March,” Petrov said. “The ground was still frozen.\n“Then the rain came and we had to stop.”",
        &[
            "quote|We began in March,|Petrov|said",
            "quote|The ground was still frozen.|Petrov|said",
            "quote|Then the rain came and we had to stop.|Petrov|said",
        ],
    );
    check(
        "Reed wrote:\n> We were promised a school and got a car park.",
        &["quote|We were promised a school and got a car park.|Reed|:"],
    );
    check(
        "> Everything that rises must be paid for.\n— Ada Quill",
        &["quote|Everything that rises must be paid for.|Ada Quill|—"],
    );
}

#[test]
fn marks_of_other_kinds() {
    check(
        "''The bridge will open in May,'' Petrov said.",
        &["quote|The bridge will open in May,|Petrov|said"],
    );
    check(
        "``The bridge will open in May,'' Petrov said.",
        &["quote|The bridge will open in May,|Petrov|said"],
    );
    check(
        "‘The bridge won’t open in May,’ Petrov said.",
        &["quote|The bridge won’t open in May,|Petrov|said"],
    );
    check(
        "'The bridge won't open in May,' Petrov said.",
        &["quote|The bridge won't open in May,|Petrov|said"],
    );
    check(
        "«The bridge will open in May», Petrov said.",
        &["quote|The bridge will open in May|Petrov|said"],
    );
    check(
        "„The bridge will open in May“, Petrov said.",
        &["quote|The bridge will open in May|Petrov|said"],
    );
    check(
        "“He told me, ‘Go home and wait,’ and I did,” she said.",
        &["quote|He told me, ‘Go home and wait,’ and I did,|she|said"],
    );
}

#[test]
fn transcripts_name_the_speaker_inside() {
    check(
        "A part of the transcript follows:\n\"HALE: Did you sign the paper that night?\n\"MOSS: I signed it in the morning.\"",
        &[
            "quote|HALE: Did you sign the paper that night?|HALE|:",
            "quote|MOSS: I signed it in the morning.|MOSS|:",
        ],
    );
}

#[test]
fn partial_quotations_belong_to_the_clause_around_them() {
    check(
        "Petrov called the plan \"a danger to every child\" in town.",
        &[
            "claim|the plan \"a danger to every child\" in town|Petrov|called|asserted",
            "quote|a danger to every child|Petrov|called",
        ],
    );
    check(
        "The mayor said the plan was \"a danger to every child\" in town.",
        &[
            "claim|the plan was \"a danger to every child\" in town|The mayor|said|asserted",
            "quote|a danger to every child|The mayor|said",
        ],
    );
    check(
        "The house was described by Reed as \"the saddest place on earth\".",
        &["quote|the saddest place on earth|Reed|was described by"],
    );
    check(
        "She left early, with one neighbour saying, \"She never liked that street.\"",
        &["quote|She never liked that street.|one neighbour|saying"],
    );
    check(
        "It rained all day, with one poster writing \"Who will pay for this bridge in the end?\"",
        &["quote|Who will pay for this bridge in the end?|one poster|writing"],
    );
    check(
        "One poster was part of it, writing in a blog post \"I have started the whole thing myself.\"",
        &["quote|I have started the whole thing myself.|One poster|-"],
    );
}

#[test]
fn a_box_with_a_note_is_no_quotation() {
    let quotes = |blocks: &[&str]| {
        let mut builder = crate::document::Builder::default();
        for text in blocks {
            builder.open(crate::document::BlockKind::Quotation { depth: 0 }, None);
            builder.push(text, None);
            builder.close();
        }
        let findings = crate::facts::find(&builder.finish(), None);
        let facts = findings.facts.iter();
        facts
            .filter(|f| f.kind == crate::facts::Kind::Quote)
            .count()
    };
    let words = "Nothing that you write here ever leaves your machine.";
    assert_eq!(quotes(&[words]), 1);
    assert_eq!(quotes(&["Warning", words]), 0);
}
