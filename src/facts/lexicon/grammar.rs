//! The small words of English, and the common verbs: enough to tell where a noun phrase begins and ends without a
//! tagger.

use super::{Words, words};

/// Words that begin a noun phrase and are no part of its name.
pub(crate) static DETERMINERS: Words = words!(
    "the a an this that these those its his her their our my your any some no each every either neither another such
     what which whose all both several many few most more other same"
);

/// Prepositions.
pub(crate) static PREPOSITIONS: Words = words!(
    "of in on at by for from to with without into onto over under between among amongst against about above across
     after along around as before behind below beneath beside besides beyond despite down during except inside like
     near off out outside past per plus regarding since through throughout till toward towards until up upon via
     versus vs within amid amidst alongside concerning including excluding following unlike worth than minus"
);

/// Conjunctions and words that begin a clause.
pub(crate) static CONJUNCTIONS: Words = words!(
    "and or but nor so yet because although though while whereas if unless when whenever where wherever whether once
     that which who whom whose why how as than lest however therefore moreover meanwhile"
);

/// Words behind which another clause begins, or another thing is said.
pub(crate) static CLAUSE_WORDS: Words = words!(
    "and but nor so yet because although though while whereas if unless when whenever where wherever whether that which
     who whom whose why how lest however therefore moreover meanwhile"
);

/// Words that begin a clause which says more of the noun before it.
pub(crate) static RELATIVES: Words = words!("which who that whom whose where");

/// Pronouns.
pub(crate) static PRONOUNS: Words = words!(
    "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself
     someone somebody anyone anybody everyone everybody nobody something anything everything nothing one ones
     he's she's it's we're they're i'm you're i've we've they've i'd he'd she'd they'd we'd i'll he'll she'll it'll
     they'll we'll there there's here mine yours hers ours theirs this these those"
);

/// Forms of `be`, `have`, `do`, and the modal verbs.
pub(crate) static AUXILIARIES: Words = words!(
    "is are was were be been being am has have had having do does did will would shall should can could may might
     must won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't cannot couldn't
     shouldn't it's that's there's ain't"
);

/// Adverbs that do not end in -ly, and particles that stand between a verb and what follows.
pub(crate) static ADVERBS: Words = words!(
    "not also just only even still already again ever never always often sometimes soon then now here there too very
     quite rather well almost nearly further ahead away back together apart abroad today yesterday tomorrow tonight
     instead once twice later earlier ago afterwards meanwhile maybe perhaps else so thus hence anyway altogether
     apiece each overall"
);

/// Common verbs, in the forms that do not end in -ed, and some that look like nouns but mostly are verbs in running
/// text.
pub(crate) static VERBS: Words = words!(
    "said says say told tells tell made makes make making came comes come coming went goes go going gone got gets get
     gotten took takes take taking taken gave gives give given gave saw sees see seen knew knows know known thought
     thinks think found finds find left leaves leave felt feels feel put puts brought brings bring began begins begin
     begun kept keeps keep held holds hold wrote writes write written stood stands stand heard hears hear let lets
     meant means mean met meets meet ran runs paid pays pay sat sits sit spoke speaks speak spoken led leads lost
     loses lose sent sends send built builds build fell falls fall fallen rose rises rise risen grew grows grow grown
     spent spends spend won wins win bought buys buy sold sells sell broke breaks break broken became becomes become
     cost costs cut cuts hit hits hurt hurts shot shoots read reads drove drives drive driven rode chose chooses
     choose chosen flew flies fly flown drew draws draw drawn threw throws throw thrown ate eats eat eaten drank
     sang swam wore wears wear worn fought fights fight caught catches catch taught teaches teach sought seeks seek
     slept sleeps sleep lay lies lie lain laid lays lay struck strikes stuck swore tore understood understands
     understand woke wins died dies die live lives remain remains include includes reach reaches seem seems
     appear appears want wants need needs show shows shown use uses provide provides require requires contain
     contains consist consists represent represents account accounts produce produces receive receives
     continue continues allow allows add adds expect expects believe believes offer offers serve serves
     earn earns measure measures weigh weighs exceed exceeds cover covers span spans total totals average averages
     employ employs host hosts feature features attend attends arrive arrives join joins describe describes
     emerge emerges exist exists agree agrees bear bears born bore shut sank sinks sink slid shrank soared soars
     climb climbs jump jumps drop drops gain gains tumble tumbles plunge plunges surge surges edge edges
     decline declines increase increases decrease decreases estimate estimates report reports claim claims
     suggest suggests indicate indicates help helps kill kills injure injures force forces
     generate generates generated create creates accept accepts ask asks call calls turn turns try tries
     face faces play plays set sets start starts end ends open opens close closes move moves work works
     want stay stays"
);

/// Past forms of irregular verbs that are no nouns or adjectives.
pub(crate) static PASTS: Words = words!(
    "was were had did began came went took gave knew became grew rose fell wrote spoke chose drove flew drew threw ate
     sang swam wore forgot shook stole said told made lost sold sent spent kept held met paid won built bought brought
     caught taught sought thought dealt meant heard hid hung laid sank shrank slept slid stood struck swore understood
     woke fought arose overtook withdrew ran got"
);

/// Nouns whose plural does not end in -s.
pub(crate) static PLURALS: Words = words!(
    "people men women children troops police personnel staff species aircraft spacecraft series feet teeth mice geese
     cattle sheep fish deer oxen criteria phenomena media data bacteria alumni fungi nuclei stimuli larvae
     schoolchildren grandchildren spokesmen policemen policewomen fishermen servicemen servicewomen businessmen
     congressmen firefighters gunmen militia offspring fauna elite poor injured dead wounded homeless unemployed
     yen yuan won baht rand percent head crew livestock salmon cod headquarters rbi"
);

/// Words that end in -s and are no plural nouns.
pub(crate) static SINGULARS: Words = words!(
    "is was has does its his this thus us yes as less plus minus across always perhaps besides towards afterwards
     upwards downwards backwards sometimes versus various previous serious famous religious obvious dangerous numerous
     enormous tremendous precious conscious simultaneous continuous gorgeous curious nervous anonymous ambitious
     controversial business class glass pass mass loss cross boss press dress address process access success progress
     congress stress illness virus campus bonus status census focus crisis basis analysis bus gas lens news physics
     politics economics mathematics overseas paris texas arkansas kansas illinois massachusetts christmas james
     indigenous consecutive says whereas infectious hazardous tenuous strenuous homogeneous"
);

/// Whether a lower-case word looks like an adverb by its end.
pub(crate) fn is_ly(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "only"
                | "early"
                | "daily"
                | "weekly"
                | "monthly"
                | "yearly"
                | "hourly"
                | "quarterly"
                | "friendly"
                | "elderly"
                | "supply"
                | "reply"
                | "assembly"
                | "likely"
                | "deadly"
                | "costly"
                | "lovely"
                | "ugly"
                | "bully"
                | "belly"
                | "jelly"
                | "rally"
                | "tally"
                | "ally"
                | "fly"
                | "july"
                | "italy"
                | "anomaly"
                | "monopoly"
                | "butterfly"
                | "holy"
                | "lonely"
                | "lively"
                | "silly"
                | "orderly"
                | "scholarly"
        )
}
