//! Whom a passage names as what a question asks for: *who is the mayor of Hamamatsu*.

use std::ops::Range;

use super::holder::{Held, holder};
use super::role::Role;
use crate::answer::ranking::Fit;
use crate::answer::understanding::HolderAsked;
use crate::answer::{Answerer, CitedPassage, Ranking};
use crate::index::Field;
use crate::language::{AnswerKind, Folded, is_deed, is_role};

/// Somebody whom a passage names, both in bytes of its text.
pub(in crate::answer) struct Somebody {
    pub(in crate::answer) name: Range<usize>,
    /// The sentence that names them.
    pub(in crate::answer) sentence: Range<usize>,
}

impl Answerer {
    /// Whom the best passage, at `fit`, names as what is asked for, where somebody is asked for by what they are or did; in
    /// its best sentence, or else in the first one.
    pub(in crate::answer) fn somebody(
        &self,
        ranking: &Ranking<'_>,
        fit: &Fit,
        passage: &CitedPassage,
    ) -> Option<Somebody> {
        if ranking.query.kind() != Some(AnswerKind::Person) {
            return None;
        }
        let is_now = !ranking.query.asks_of_years() && ranking.query.narrowed().holder != Some(HolderAsked::Former);
        let held = if is_now { Held::Now } else { Held::Then };
        let all = self.somebodies(ranking, fit, passage, held, |word| is_role(word) || is_deed(word));
        all.into_iter().min_by_key(|it| (it.sentence != passage.sentence, it.sentence.start))
    }

    /// All that the passage names so, for what `is_meant` means and `held` then, in its order.
    pub(super) fn somebodies(
        &self,
        ranking: &Ranking<'_>,
        fit: &Fit,
        passage: &CitedPassage,
        held: Held,
        is_meant: fn(&str) -> bool,
    ) -> Vec<Somebody> {
        let field = Field::Words(passage.language);
        let role = Role::of(&ranking.query, &ranking.text, passage.language, is_meant);
        let Some((role, analyzed)) = role.zip(self.index().analyzed(field, fit.passage)) else { return Vec::new() };
        let occurrences = ranking.query.occurrences(field, analyzed);
        let asked = Folded::new(&ranking.text);
        let CitedPassage { language, text, .. } = passage;
        let sentence_of = |told: &Range<usize>| {
            (0..analyzed.sentence_count()).map(|it| analyzed.sentence(it)).find(|it| it.contains(&told.start))
        };
        let named = |told: Range<usize>| {
            let sentence = sentence_of(&told)?;
            let within = told.start - sentence.start..told.end.min(sentence.end) - sentence.start;
            let name = holder(*language, &text[sentence.clone()], within, held, asked.as_str(), self.names())?;
            Some(Somebody { name: sentence.start + name.start..sentence.start + name.end, sentence })
        };
        let found: Vec<Somebody> = role.told(analyzed, &occurrences, text, is_meant).filter_map(named).collect();
        if !found.is_empty() {
            return found;
        }
        // Of a city that the passage tells of, a sentence need not name it again.
        let names_no_place = |told: &Range<usize>| {
            sentence_of(told).is_some_and(|sentence| self.names().places(&text[sentence]).is_empty())
        };
        let anywhere = role.anywhere();
        let told = anywhere.told(analyzed, &occurrences, text, is_meant);
        told.filter(|_| role.is_placed(&occurrences)).filter(names_no_place).filter_map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn who_holds_an_office_is_pointed_at_in_the_sentence_that_names_them() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("siapa wali kota hamamatsu", "Nakano Yusuke"),
            ("who is the mayor of hamamatsu", "Nakano Yusuke"),
            ("浜松市長は誰", "中野祐介"),
            ("siapa wali kota hamamatsu waktu kunjungan 2009", "Suzuki Yasutomo"),
            ("who was mayor of hamamatsu in 2009", "Suzuki Yasutomo"),
            ("2009年の浜松市長は誰", "鈴木康友"),
            ("アンボンの観光文化局長は誰", "リコ・ハヤット"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let Some((best, [span])) = answer.answering().next() else { panic!("{question}: {answer:?}") };
            assert_eq!(&best.text[span.clone()], expect, "{question}");
            assert!(best.sentence.start <= span.start && span.end <= best.sentence.end, "{question}");
        }
    }
}
