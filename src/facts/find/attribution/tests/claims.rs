//! Claims: who, by what words, and exactly what.

use super::check;

#[test]
fn clauses_after_a_verb_of_saying() {
    check(
        "The minister said that the plan had failed.",
        &["claim|the plan had failed|The minister|said|asserted"],
    );
    check(
        "The minister said the plan had failed.",
        &["claim|the plan had failed|The minister|said|asserted"],
    );
    check(
        "The minister said Monday that the plan had failed.",
        &["claim|the plan had failed|The minister|said|asserted"],
    );
    check(
        "The minister said on Monday the plan had failed.",
        &["claim|the plan had failed|The minister|said|asserted"],
    );
    check(
        "The minister said in a statement that the plan had failed.",
        &["claim|the plan had failed|The minister|said|asserted"],
    );
    check(
        "Officials told reporters that the road was closed.",
        &["claim|the road was closed|Officials|told|asserted"],
    );
    check(
        "Officials told reporters the road was closed.",
        &["claim|the road was closed|Officials|told|asserted"],
    );
    check(
        "Petrov told him she had sold the farm.",
        &["claim|she had sold the farm|Petrov|told|asserted"],
    );
    check(
        "The company announced that it will close two mills.",
        &["claim|it will close two mills|The company|announced|asserted"],
    );
    check(
        "Defense officials assert that the talks were not affected.",
        &["claim|the talks were not affected|Defense officials|assert|asserted"],
    );
    check(
        "The court ruled that the tax was illegal.",
        &["claim|the tax was illegal|The court|ruled|asserted"],
    );
    check(
        "The report says the dam is unsafe.",
        &["claim|the dam is unsafe|The report|says|asserted"],
    );
    check(
        "Reed has repeatedly said that he acted alone.",
        &["claim|he acted alone|Reed|has repeatedly said|asserted"],
    );
    check(
        "Reed pointed out that the bill was never paid.",
        &["claim|the bill was never paid|Reed|pointed out|asserted"],
    );
    check(
        "Reed made clear that he would not resign.",
        &["claim|he would not resign|Reed|made clear|asserted"],
    );
    check(
        "Petrov explained why the bridge had cracked.",
        &["claim|why the bridge had cracked|Petrov|explained|asserted"],
    );
}

#[test]
fn sources_with_words_about_them() {
    check(
        "Ana Petrov, the city's chief engineer, said the bridge was safe.",
        &["claim|the bridge was safe|Ana Petrov|said|asserted"],
    );
    check(
        "Reed, who leads the union, said the offer was too low.",
        &["claim|the offer was too low|Reed|said|asserted"],
    );
    check(
        "A spokesman for the ministry said no one was hurt.",
        &["claim|no one was hurt|A spokesman for the ministry|said|asserted"],
    );
    check(
        "Petrov and Reed said the vote was fair.",
        &["claim|the vote was fair|Petrov and Reed|said|asserted"],
    );
    check(
        "People living near the plant say the water smells.",
        &["claim|the water smells|People living near the plant|say|asserted"],
    );
    check(
        "But the mayor said the shelter would stay open.",
        &["claim|the shelter would stay open|the mayor|said|asserted"],
    );
    check(
        "On Tuesday officials said the shelter would stay open.",
        &["claim|the shelter would stay open|officials|said|asserted"],
    );
    check(
        "Petrov, however, said the shelter would close.",
        &["claim|the shelter would close|Petrov|said|asserted"],
    );
    check(
        "A senior official, speaking on condition of anonymity, said the deal was dead.",
        &["claim|the deal was dead|A senior official|said|asserted"],
    );
}

#[test]
fn the_source_stands_after_or_inside() {
    check(
        "The plan had failed, the minister said.",
        &["claim|The plan had failed|the minister|said|asserted"],
    );
    check(
        "The plan had failed, said the minister.",
        &["claim|The plan had failed|the minister|said|asserted"],
    );
    check(
        "The plan had failed, the minister said on Monday.",
        &["claim|The plan had failed|the minister|said|asserted"],
    );
    check(
        "The plan, the minister said, had failed.",
        &["claim|had failed + The plan|the minister|said|asserted"],
    );
    check(
        "Almost half of the children are hungry, researchers say.",
        &["claim|Almost half of the children are hungry|researchers|say|asserted"],
    );
    check(
        "As the minister said, the plan had failed.",
        &["claim|the plan had failed|the minister|said|asserted"],
    );
}

#[test]
fn according_to() {
    check(
        "According to the bank, prices will fall in June.",
        &["claim|prices will fall in June|the bank|According to|asserted"],
    );
    check(
        "Prices will fall in June, according to the bank.",
        &["claim|Prices will fall in June|the bank|according to|asserted"],
    );
    check(
        "Prices, according to the bank, will fall in June.",
        &["claim|will fall in June + Prices|the bank|according to|asserted"],
    );
    check(
        "The lake remains a danger, as stated by Dr. Silva.",
        &["claim|The lake remains a danger|Dr. Silva|as stated by|asserted"],
    );
    check(
        "Ten people died, according to police.",
        &["claim|Ten people died|police|according to|asserted"],
    );
}

#[test]
fn without_a_source() {
    check(
        "It was suggested that talks might have begun earlier.",
        &["claim|talks might have begun earlier|-|was suggested|hedged"],
    );
    check(
        "It is believed that the ship sank in 1702.",
        &["claim|the ship sank in 1702|-|is believed|hedged"],
    );
    check(
        "The painter is said to have died poor.",
        &["claim|to have died poor + The painter|-|is said|hedged"],
    );
}

#[test]
fn denials() {
    check(
        "The mayor denied that money was missing.",
        &["claim|money was missing|The mayor|denied|denied"],
    );
    check(
        "The mayor denied taking any money.",
        &["claim|taking any money|The mayor|denied|denied"],
    );
    check(
        "The mayor did not say that money was missing.",
        &["claim|money was missing|The mayor|did not say|denied"],
    );
    check(
        "Officials declined to speculate on the date.",
        &["claim|to speculate on the date|Officials|declined|denied"],
    );
    check(
        "Reed refused to name the buyer.",
        &["claim|to name the buyer|Reed|refused|denied"],
    );
    check(
        "The ministry rejected the union's figures.",
        &["claim|the union's figures|The ministry|rejected|denied"],
    );
}

#[test]
fn hedges() {
    check(
        "Officials believe that the fire was set on purpose.",
        &["claim|the fire was set on purpose|Officials|believe|hedged"],
    );
    check(
        "The minister said the plan may fail.",
        &["claim|the plan may fail|The minister|said|hedged"],
    );
    check(
        "The study suggests that cats prefer boxes.",
        &["claim|cats prefer boxes|The study|suggests|hedged"],
    );
    check("Analysts expect prices to fall.", &[]);
    check(
        "Police suspect that two men planned it.",
        &["claim|two men planned it|Police|suspect|hedged"],
    );
}

#[test]
fn demands_promises_and_plans() {
    check(
        "Officials said the fire was out. The mayor urged residents to stay indoors.",
        &[
            "claim|the fire was out|Officials|said|asserted",
            "claim|to stay indoors|The mayor|urged|asserted",
        ],
    );
    check(
        "Officials said the fire was out. The mayor called for a new law.",
        &[
            "claim|the fire was out|Officials|said|asserted",
            "claim|a new law|The mayor|called for|asserted",
        ],
    );
    check(
        "Officials said the fire was out. The mayor vowed to rebuild the school.",
        &[
            "claim|the fire was out|Officials|said|asserted",
            "claim|to rebuild the school|The mayor|vowed|asserted",
        ],
    );
    check(
        "The union demanded that the plant reopen.",
        &["claim|the plant reopen|The union|demanded|asserted"],
    );
    check(
        "Doctors warned that the virus was spreading.",
        &["claim|the virus was spreading|Doctors|warned|asserted"],
    );
    check(
        "Officials said the fire was out. Doctors warned of a second wave.",
        &[
            "claim|the fire was out|Officials|said|asserted",
            "claim|a second wave|Doctors|warned of|asserted",
        ],
    );
    check(
        "The minister promised that wages would rise.",
        &["claim|wages would rise|The minister|promised|asserted"],
    );
}

#[test]
fn objects() {
    let lead = "Officials said the fire was out. ";
    let first = "claim|the fire was out|Officials|said|asserted";
    let also = |text: &str, claim: &str| check(&format!("{lead}{text}"), &[first, claim]);
    also(
        "The militants have attributed the attacks to the drought.",
        "claim|the attacks to the drought|The militants|have attributed|asserted",
    );
    also(
        "Secretary Silva outlined three steps for the harbour.",
        "claim|three steps for the harbour|Secretary Silva|outlined|asserted",
    );
    also(
        "A senior official emphasized the need for patience.",
        "claim|the need for patience|A senior official|emphasized|asserted",
    );
    also(
        "Reed accused the bank of theft.",
        "claim|the bank of theft|Reed|accused|asserted",
    );
    also(
        "Petrov blamed the storm on the gods.",
        "claim|the storm on the gods|Petrov|blamed|asserted",
    );
    also(
        "The union criticized the new contract.",
        "claim|the new contract|The union|criticized|asserted",
    );
    also(
        "Petrov described the harbour as a ruin.",
        "claim|the harbour as a ruin|Petrov|described|asserted",
    );
}

#[test]
fn a_claim_ends_where_the_next_begins() {
    check(
        "Reed said the house was empty, but Petrov said two men lived there.",
        &[
            "claim|the house was empty|Reed|said|asserted",
            "claim|two men lived there|Petrov|said|asserted",
        ],
    );
    check(
        "Reed said the house was empty, adding that the door was open.",
        &[
            "claim|the house was empty|Reed|said|asserted",
            "claim|the door was open|Reed|adding|asserted",
        ],
    );
    check(
        "Reed said the house was empty and added that the door was open.",
        &[
            "claim|the house was empty|Reed|said|asserted",
            "claim|the door was open|Reed|added|asserted",
        ],
    );
    check(
        "Reed said the house was empty; nobody believed him.",
        &["claim|the house was empty|Reed|said|asserted"],
    );
    check(
        "The law was old (the mayor said it was useless) but kind.",
        &["claim|it was useless|the mayor|said|asserted"],
    );
}

#[test]
fn what_a_programme_is_told() {
    check(
        "Reed told \"Morning News\" that the house was empty.",
        &["claim|the house was empty|Reed|told|asserted"],
    );
    check(
        "It is true in Brook this court said that the law was old.",
        &["claim|the law was old|this court|said|asserted"],
    );
}

#[test]
fn nouns_of_saying() {
    check(
        "Nobody believed Reed's claim that the house was empty.",
        &["claim|the house was empty|Reed|claim|asserted"],
    );
    check(
        "Reed came late. His promise that taxes would fall was soon forgotten.",
        &["claim|taxes would fall was soon forgotten|Reed|promise|asserted"],
    );
}

#[test]
fn findings() {
    check(
        "A new study found that bees can count to four.",
        &["claim|bees can count to four|A new study|found|asserted"],
    );
    check(
        "The survey shows that most farms are in debt.",
        &["claim|most farms are in debt|The survey|shows|asserted"],
    );
    check(
        "Researchers estimated that a third of the fish had died.",
        &["claim|a third of the fish had died|Researchers|estimated|hedged"],
    );
}

#[test]
fn denials_denied_and_per() {
    check(
        "Mr. Hall did not deny that the deal is dead.",
        &["claim|the deal is dead|Mr. Hall|did not deny|hedged"],
    );
    check(
        "Per the ministry, the old pier will close in May.",
        &["claim|the old pier will close in May|the ministry|Per|asserted"],
    );
}
