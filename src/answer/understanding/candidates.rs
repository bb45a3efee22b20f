//! The terms by which the candidates of a question are found.

use super::concept::Concept;
use super::query::Query;
use crate::answer::ranking::heaviest;
use crate::index::{Field, WeightedTerm};
use crate::language::Language;

impl Query {
    /// The terms to find candidates by.
    ///
    /// Of a large corpus, enough passages hold a known word itself, and words alike stand only for one that is not known; rare
    /// words count more, as they do in ranking. Pairs of characters find Japanese words sooner than words of one or two
    /// characters, of which every passage holds some: of the pairs within words that tell something, the rarest that do not
    /// overlap. Ranking counts all of them, as ever.
    pub(in crate::answer) fn wanted(
        &self,
        language: Language,
        is_large: bool,
        weight: impl Fn(Field) -> f32,
    ) -> Vec<WeightedTerm> {
        let own = self.concepts(Field::Words(language));
        let pairs = self.telling_pairs();
        let apart = rarest_apart(&pairs);
        let mut wanted = Vec::new();
        for field in Field::ALL {
            let heaviest = heaviest(self.concepts(field)).max(f32::MIN_POSITIVE);
            for concept in self.concepts(field) {
                let is_left = match field {
                    Field::Bigrams => !apart.iter().any(|pair| pair.range == concept.range),
                    JA => pairs.iter().any(|pair| pair.overlaps(concept)),
                    Field::Words(_) => false,
                };
                if is_large && is_left {
                    continue;
                }
                let is_known = || concept.known || own.iter().any(|own| own.known && own.overlaps(concept));
                let least = if is_large && is_known() { AS_NAMED } else { 0.0 };
                let decisive = if is_large { concept.weight / heaviest } else { 1.0 };
                for alternative in concept.alternatives.iter().filter(|alternative| alternative.closeness >= least) {
                    let weight = weight(field) * alternative.closeness * decisive;
                    wanted.extend(alternative.terms.iter().map(|term| WeightedTerm { field, term: *term, weight }));
                }
            }
        }
        wanted
    }

    /// The known pairs of characters that lie within Japanese words that tell something.
    fn telling_pairs(&self) -> Vec<&Concept> {
        let telling = |place: usize| self.concepts(JA).iter().any(|word| word.range.contains(&place));
        let is_within =
            |pair: &&Concept| pair.known && telling(pair.range.start) && telling(pair.range.end.saturating_sub(1));
        self.concepts(Field::Bigrams).iter().filter(is_within).collect()
    }
}

/// Of pairs of characters, those that overlap none that is rarer.
fn rarest_apart<'p>(pairs: &[&'p Concept]) -> Vec<&'p Concept> {
    let mut rarest_first = pairs.to_vec();
    rarest_first.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut apart: Vec<&Concept> = Vec::with_capacity(pairs.len());
    for pair in rarest_first {
        if !apart.iter().any(|kept| kept.overlaps(pair)) {
            apart.push(pair);
        }
    }
    apart
}

/// The words of Japanese.
const JA: Field = Field::Words(Language::Ja);

/// How close a name of the glossary comes to the word that it stands for; a word alike comes less close.
const AS_NAMED: f32 = 0.9;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ranking::Weights;
    use crate::answer::understanding::Names;
    use crate::corpus::{Glossary, Source};
    use crate::index::Index;

    #[test]
    fn a_large_corpus_is_searched_for_known_words_themselves_and_for_what_an_unknown_one_may_be() {
        let index = Index::build(&Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let (names, weights) = (Names::new(&Glossary::default(), &index), Weights::default());
        let wanted = |text: &str, language: Language, is_large: bool| {
            let query = Query::new(text, 0, language, &index, &names, &weights);
            let found = query.wanted(language, is_large, |_| 1.0).into_iter();
            found.map(|it| (it.field, index.vocabulary(it.field).text(it.term).to_owned())).collect::<Vec<_>>()
        };
        let words = |language| Field::Words(language);
        let (all, few) = ("musik ambon", "musik ambxon");
        assert!(wanted(all, Language::Id, false).len() > wanted(all, Language::Id, true).len());
        let known = wanted(all, Language::Id, true);
        for word in ["musik", "ambon"] {
            assert!(known.contains(&(words(Language::Id), word.to_owned())), "{known:?}");
        }
        assert!(wanted(few, Language::Id, true).contains(&(words(Language::Id), "ambon".to_owned())));
        let weight = |text: &str, sought: &str| {
            let query = Query::new(text, 0, Language::Id, &index, &names, &weights);
            let found = query.wanted(Language::Id, true, |_| 1.0);
            let id = |it: &WeightedTerm| {
                it.field == words(Language::Id) && index.vocabulary(it.field).text(it.term) == sought
            };
            found.into_iter().find(id).expect("it is wanted").weight
        };
        assert!((weight("yamaha ambon", "yamaha") - 1.0).abs() < 1e-6 && weight("yamaha ambon", "ambon") < 0.5);
        let pairs = wanted("浜松市の音楽", Language::Ja, true);
        assert!(
            pairs.contains(&(Field::Bigrams, "松市".to_owned()))
                != pairs.contains(&(Field::Bigrams, "浜松".to_owned()))
        );
        assert!(pairs.contains(&(Field::Bigrams, "音楽".to_owned())), "{pairs:?}");
        assert!(!pairs.iter().any(|(field, term)| *field == Field::Bigrams && term.contains('の')), "{pairs:?}");
    }
}
