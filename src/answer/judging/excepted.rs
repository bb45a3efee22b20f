//! Whether a passage tells of what is asked for besides something, *which cities besides Metz*, or of that something alone.

use crate::answer::Answerer;
use crate::answer::ranking::Fit;
use crate::answer::understanding::{Mention, Query};
use crate::language::{AnswerKind, leans_on_the_one_before, sentences};

/// What stands before or behind a name that is told together with others, or against them: *pupils and teachers*.
#[rustfmt::skip]
const TOGETHER: [&str; 13] = [
    ",", "、", "&", "and", "or", "dan", "atau", "rather than", "と", "や", "ではなく", "daripada", "・",
];

impl Answerer {
    /// Does the passage of `fit` tell of nothing but what `query` leaves out.
    pub(super) fn tells_of_the_excepted_alone(&self, query: &Query, fit: &Fit) -> bool {
        // How many others there are is told where it is told of all.
        let is_left_out = !query.narrowed().excepted.is_empty() && query.kind() != Some(AnswerKind::Number);
        is_left_out && !self.sentences_beside(query, fit).contains(&true)
    }

    /// The place of the first sentence of the passage of `fit` from the `best` one on that tells of anything else than what `query`
    /// leaves out, or else of one before it; `best` where there is none, or where nothing is left out.
    pub(in crate::answer) fn beside_the_excepted(&self, query: &Query, fit: &Fit, best: usize) -> usize {
        if query.narrowed().excepted.is_empty() {
            return best;
        }
        let beside = self.sentences_beside(query, fit);
        let tells = |place: &usize| beside.get(*place) == Some(&true);
        (best..beside.len()).find(tells).or_else(|| (0..best).find(tells)).unwrap_or(best)
    }

    /// Does `sentence` name one of `things` that is no place together with something else.
    fn names_it_together(&self, things: &[Mention], sentence: &str) -> bool {
        let is_together = |told: &Mention| {
            let (before, behind) = (sentence[..told.range.start].trim_end(), sentence[told.range.end..].trim_start());
            TOGETHER.iter().any(|joint| before.ends_with(joint) || behind.starts_with(joint))
        };
        let places = self.names().which_places(sentence);
        let is_meant = |it: &Mention| things.iter().any(|of| of.term == it.term) && !places.contains(&it.term);
        let mut told = self.names().mentions(sentence).into_iter().filter(is_meant);
        told.any(|told| is_together(&told))
    }

    /// For each sentence of the passage of `fit`: does it tell of anything else than what `query` leaves out.
    fn sentences_beside(&self, query: &Query, fit: &Fit) -> Vec<bool> {
        let text = self.text_of(fit);
        let excepted = &query.narrowed().excepted;
        // What is told where a place is named is told of that, unless it names another one.
        let is_of_the_place =
            self.names().which_places(text).iter().any(|it| excepted.iter().any(|place| place.term == *it));
        let mut beside: Vec<bool> = Vec::new();
        for sentence in sentences(text) {
            let sentence = &text[sentence];
            let tells = if is_of_the_place || self.names().names_any(excepted, sentence) {
                self.names().names_another(excepted, query.named(), sentence)
                    || self.names_it_together(excepted, sentence)
            } else {
                // *It was stopped* is still of what the sentence before names.
                beside.last() != Some(&false) || !leans_on_the_one_before(sentence, fit.language)
            };
            beside.push(tells);
        }
        beside
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn what_is_left_out_is_no_answer() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Besides Vlissingen, which sister cities does Ambon have", Some("Darwin in Australia followed")),
            ("フリシンゲン以外にアンボンの姉妹都市は？", Some("オーストラリア")),
            ("selain yamaha perusahaan apa di hamamatsu", Some("Kawai")),
            ("aside from the piano competition what's in hamamatsu", Some("Museum")),
            ("besides Hanover which cities does Hamamatsu exchange music with", None),
            ("besides pupils who is exchanged between darwin and ambon", Some("teachers")),
            ("besides ambon how many cities joined in 2019", Some("66 cities")),
            ("selain dengan ambon, hamamatsu kerja sama musik dgn kota mana", Some("Hannover")),
            ("selain lomba layar darwin ambon ada apa", Some("saling mengirim delegasi")),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told =
                answer.passages().first().filter(|_| answer.is_found()).map(|best| best.best_sentence().to_owned());
            match expect {
                Some(expect) => {
                    assert!(told.as_ref().is_some_and(|told| told.contains(expect)), "{question}: {told:?}");
                }
                None => assert_eq!(told, None, "{question}"),
            }
        }
    }
}
