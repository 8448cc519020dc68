//! Names.

use crate::facts::{Analysis, Candidate, Kind, NameKind, Value};

/// Proposes the names of the document.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    for name in &analysis.names {
        let tokens = analysis
            .tokens
            .get(name.tokens.start as usize..name.tokens.end as usize)
            .unwrap_or_default();
        let (Some(a), Some(b)) = (tokens.first(), tokens.last()) else {
            continue;
        };
        let kind = match name.kind {
            NameKind::Person => Kind::Person,
            NameKind::Organization => Kind::Organization,
            NameKind::Place => Kind::Place,
            NameKind::Event => Kind::Event,
            NameKind::Other => continue,
        };
        let span = a.span.to(b.span);
        out.push(Candidate {
            kind,
            span,
            subject: None,
            value: Value::Name {
                canonical: span,
                role: None,
                acronym: None,
            },
            entity: None,
            confidence: 0.5,
        });
    }
}
