//! The passages that bear on a text, be it a question, a claim or a story. Whether it is true is not for the bot to say.

use crate::answer::ranking::Fit;
use crate::answer::{Answerer, CitedPassage, Question, Ranking};
use crate::index::Field;
use crate::language::{Language, sentences};

/// How many sentences of a text are looked at.
const SENTENCES: usize = 12;

/// The least share of a sentence's weight that a passage has to hold, 0 to 1.
const COVERAGE: f32 = 0.34;

/// The least weight that a passage has to hold of a sentence: a word that few passages hold, or several that many do.
const WEIGHT: f32 = 0.9;

/// How many words of a sentence a passage has to hold: one alone is chance.
const WORDS: usize = 2;

impl Answerer {
    /// Up to `limit` passages that bear on `text`, the best first, each once, for a reader of `reader`. Every sentence of it
    /// is looked for by itself: among much else, one of them may speak of something that the corpus knows. It is looked for
    /// without its numbers too, since a claim may have them wrong.
    #[must_use]
    pub fn bearing_on(&self, text: &str, reader: Language, limit: usize) -> Vec<CitedPassage> {
        let mut found: Vec<CitedPassage> = Vec::new();
        for sought in
            sentences(text).into_iter().take(SENTENCES).flat_map(|range| with_and_without_numbers(&text[range]))
        {
            let question = Question::new(sought).for_reader(Some(reader)).limited_to(limit);
            let ranking = self.ranking(&question);
            let bears = |fit: &&Fit| {
                let held = fit.coverage * weight(&ranking, fit.language);
                fit.coverage >= COVERAGE && held >= WEIGHT && self.words_held(&ranking, fit) >= WORDS
            };
            for passage in self.cite(&ranking, ranking.fits.iter().filter(bears)) {
                match found.iter_mut().find(|known| known.citation == passage.citation) {
                    Some(known) if known.score < passage.score => *known = passage,
                    Some(_) => {}
                    None => found.push(passage),
                }
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found.truncate(limit);
        found
    }

    /// How many words of what is sought, numbers left aside, stand in the passage's text itself.
    fn words_held(&self, ranking: &Ranking<'_>, fit: &Fit) -> usize {
        let field = Field::Words(fit.language);
        let Some(analyzed) = self.index().analyzed(field, fit.passage) else { return 0 };
        let occurrences = ranking.query.occurrences(field, analyzed);
        let concepts = ranking.query.concepts(field).iter().enumerate();
        let words = concepts.filter(|(_, concept)| !concept.word.contains(char::is_numeric));
        words.filter(|(place, _)| occurrences.of(*place).next().is_some()).count()
    }
}

fn with_and_without_numbers(sentence: &str) -> impl Iterator<Item = String> {
    let without = sentence.replace(char::is_numeric, " ");
    let without = (without != sentence).then_some(without);
    std::iter::once(sentence.to_owned()).chain(without)
}

/// The weight of all that is asked, in the words of `language`.
fn weight(ranking: &Ranking<'_>, language: Language) -> f32 {
    ranking.query.concepts(Field::Words(language)).iter().map(|concept| concept.weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_claim_finds_what_bears_on_it_right_or_wrong() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let answerer = Answerer::new(corpus).expect("its index is built");
        for (text, language, expect) in [
            ("Hey all! I think Ambon became a UNESCO city of music in 2015.", Language::En, "2019"),
            ("Lihat ini. Museum alat musik Hamamatsu punya 500 alat musik, keren.", Language::Id, "3.300"),
            ("おはよう。アンボンとフリシンゲンは2006年からの姉妹都市だよ。", Language::Ja, "2006"),
        ] {
            let found = answerer.bearing_on(text, language, 3);
            assert!(found.iter().any(|passage| passage.text.contains(expect)), "{text}: {found:#?}");
            assert!(found.iter().all(|passage| passage.language == language));
        }
        for text in ["", "lol", "Selamat pagi semuanya!", "How do I cook rice?", "🎵🎵", "今日は暑いですね。"]
        {
            assert_eq!(answerer.bearing_on(text, Language::En, 3), [], "{text}");
        }
    }
}
