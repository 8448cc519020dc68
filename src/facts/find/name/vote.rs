//! What an entity is: the kind that its mentions speak for most.

use rustc_hash::FxHashMap;

use super::mention::{self, Mention, Reader};
use super::{context, team};
use crate::facts::NameKind;
use crate::facts::gazetteer::Flags;

/// What the head word of a name counts beside a mention.
const HEAD: f32 = 1.3;

/// What a list of names counts beside a mention.
const LISTED: f32 = 0.15;

/// The kind that the head of a longer name tells: `University of …`, `… River`, `… Festival`. None where the word is
/// at home in several kinds.
fn head(reader: &Reader<'_>, mention: &Mention) -> Option<NameKind> {
    if mention.tokens.len() < 2 {
        return None;
    }
    let mut tokens = mention.tokens.clone();
    let flags = reader.flags(mention::head(reader, &tokens)?);
    let kinds = [
        (
            Flags::ORGANIZATION_HEAD.with(Flags::COMPANY),
            NameKind::Organization,
        ),
        (Flags::PLACE_HEAD, NameKind::Place),
        (Flags::EVENT_HEAD, NameKind::Event),
    ];
    let mut told = kinds.into_iter().filter(|(f, _)| flags.has(*f));
    let one = told.next()?;
    if told.next().is_some()
        || tokens.any(|i| reader.flags(i).has(Flags::GIVEN) && one.1 != NameKind::Organization)
    {
        return None;
    }
    Some(one.1)
}

/// The kind that the lists tell, where they tell only one.
fn listed(flags: Flags) -> Option<NameKind> {
    let place = Flags::PLACE.with(Flags::CITY).with(Flags::STATE);
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let told = [
        (place, NameKind::Place),
        (person, NameKind::Person),
        (Flags::ORGANIZATION, NameKind::Organization),
    ];
    let mut told = told.into_iter().filter(|(f, _)| flags.has(*f));
    told.next().filter(|_| told.next().is_none()).map(|t| t.1)
}

/// What the mentions of an entity speak for. By kind, in the order of [`NameKind::ALL`].
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    sums: [f32; 5],
    /// How much the tagger preferred each kind.
    margins: [f32; 5],
    /// How many mentions it marked.
    mentions: f32,
}

/// The margin at which half of the names are right, and what more makes odds `e` times as good: as measured on
/// documents that the tagger had not seen.
const EVEN: f32 = 150.0;
const STEP: f32 = 400.0;

impl Votes {
    #[expect(
        clippy::cast_precision_loss,
        reason = "margins are far below the limit"
    )]
    fn prefer(&mut self, mention: &Mention) {
        if let Some(sum) = self.margins.get_mut(mention.kind as usize) {
            *sum += mention.margin as f32;
        }
        self.mentions += 1.0;
    }

    fn add(&mut self, kind: NameKind, weight: f32) {
        if let Some(sum) = self.sums.get_mut(kind as usize) {
            *sum += weight;
        }
    }

    /// The kind with most votes, if it has any, and how sure the tagger is of it, 0 to 1.
    fn best(&self) -> Option<(NameKind, f32)> {
        let mut best = (NameKind::Other, 0.0);
        for (kind, &sum) in NameKind::ALL.into_iter().zip(&self.sums) {
            if sum > best.1 {
                best = (kind, sum);
            }
        }
        let (kind, votes) = best;
        (votes > 0.0).then(|| (kind, self.sure(kind)))
    }

    fn sure(&self, kind: NameKind) -> f32 {
        let all: f32 = self.margins.iter().sum();
        let own = self.margins.get(kind as usize).copied().unwrap_or(0.0);
        let mean = (2.0 * own - all) / self.mentions.max(1.0);
        (1.0 / (1.0 + ((EVEN - mean) / STEP).exp())).clamp(0.05, 0.95)
    }
}

/// The kind of each entity and how sure it is, 0 to 1.
pub(super) fn kinds(
    reader: &Reader<'_>,
    mentions: &[Mention],
    entities: &[u32],
) -> FxHashMap<u32, (NameKind, f32)> {
    let teams = team::teams(reader, mentions, entities);
    let mut votes: FxHashMap<u32, Votes> = FxHashMap::default();
    for (mention, &entity) in mentions.iter().zip(entities) {
        if !mention.tagged {
            continue;
        }
        let votes = votes.entry(entity).or_default();
        votes.prefer(mention);
        votes.add(mention.kind, if mention.prose { 1.0 } else { 0.5 });
        if let Some(kind) = head(reader, mention) {
            votes.add(kind, HEAD);
        }
        if mention.flags.has(Flags::COUNTRY) {
            votes.add(NameKind::Place, 0.5);
        }
        if let Some(kind) = listed(mention.flags) {
            votes.add(kind, LISTED);
        }
        if let Some((kind, weight)) = context::told(reader, mention) {
            votes.add(kind, weight);
        }
        if teams.contains(&entity) {
            votes.add(NameKind::Organization, 2.0);
        }
    }
    let best = |(entity, votes): (u32, Votes)| Some((entity, votes.best()?));
    votes.into_iter().filter_map(best).collect()
}
