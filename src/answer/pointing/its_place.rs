//! The sentence on the place that is asked about, of a passage that tells of two: *Ambon was named one in 2019. Hamamatsu has been one
//! since 2014.*

use super::span::new_things;
use crate::answer::Answerer;
use crate::answer::ranking::Fit;
use crate::answer::understanding::Query;
use crate::language::{AnswerKind, Order, sentences};

impl Answerer {
    /// Where `query` asks for a date or a number and names one place, the place of the first sentence of the passage of `fit` that names
    /// it and holds one, where the `best` one names others alone. `best` where there is none, and where what came second is asked for:
    /// that is told of another.
    pub(in crate::answer) fn of_its_place(&self, query: &Query, fit: &Fit, best: usize) -> usize {
        let Some(kind @ (AnswerKind::Date | AnswerKind::Number)) = query.kind() else { return best };
        if query.narrowed().order == Some(Order::Second) {
            return best;
        }
        let mut asked = query.named().iter().copied().filter(|term| self.names().is_place(*term));
        let (Some(asked), None) = (asked.next(), asked.next()) else { return best };
        let text = self.text_of(fit);
        let sentences = sentences(text);
        if sentences.len() < 2 {
            return best;
        }
        let Some(told) = sentences.get(best).map(|sentence| self.names().which_places(&text[sentence.clone()])) else {
            return best;
        };
        if told.is_empty() || told.contains(&asked) {
            return best;
        }
        let holds_it = |sentence: &str| !new_things(kind, query.asked_for(), fit.language, sentence).is_empty();
        let is_of_it = |sentence: &str| self.names().which_places(sentence).contains(&asked) && holds_it(sentence);
        sentences.iter().position(|sentence| is_of_it(&text[sentence.clone()])).unwrap_or(best)
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn the_sentence_on_the_place_that_is_asked_about_leads() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("since when is ambon a city of music", "Ambon"),
            ("Since what year has Ambon been a UNESCO music city?", "Ambon"),
            ("sejak kapan ambon jadi kota musik unesco", "Ambon"),
            ("since when is hamamatsu a home of the instrument industry", "Hamamatsu"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages()[0].best_sentence();
            assert!(answer.is_found() && best.contains(expect), "{question}: {best}");
        }
    }
}
