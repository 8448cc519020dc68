//! The small words of English: those that say little about what a sentence is about. Written by us.

use super::{Words, words};

/// Articles, pronouns, prepositions, conjunctions, auxiliaries and the like.
pub(crate) static SMALL: Words = words!(
    "the a an of in on at to for from by with as and or but nor that this these those it its is are was \
     were be been being am has have had having he she they we you i his her hers their theirs our ours \
     your my mine me him them us himself herself itself themselves who whom whose which what when where \
     why how there here not no so if than then also more most less least much many very over about \
     around some any each every all both either neither other another such same own only just even still \
     yet too now said says say will would shall can could may might must should do does did done doing \
     into onto out up down off after before during while until since because although though per via \
     through between among against under above without within upon toward towards mr mrs ms dr one"
);
