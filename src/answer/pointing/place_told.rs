//! The place that answers, where the glossary knows it: Japanese has no capitals to tell one by, and other names have capitals, too.

use std::ops::Range;

use crate::answer::CitedPassage;
use crate::answer::understanding::{Mention, Names};

impl Names {
    /// The one place of the best sentence of `passage` that `question` does not name, where it names one. `None` where there are
    /// several, where something is denied, and where it may have happened in a place that is asked about as well.
    pub(in crate::answer) fn place_told(&self, question: &str, passage: &CitedPassage) -> Option<Range<usize>> {
        /// What denies, and what asks where something happened.
        const OTHERWISE: [&str; 8] = ["でない", "ではない", "じゃない", "以外", "どこで", "bukan", "selain", "besides"];
        let asked = self.which_places(question);
        let lower = question.to_lowercase();
        if asked.is_empty() || OTHERWISE.iter().any(|words| lower.contains(words)) {
            return None;
        }
        let sentence = passage.best_sentence();
        let mut told: Vec<Mention> =
            self.mentioned_places(sentence).filter(|place| !asked.contains(&place.term)).collect();
        told.dedup_by_key(|place| place.term);
        let [only] = &told[..] else { return None };
        let start = passage.sentence.start;
        Some(start + only.range.start..start + only.range.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn the_one_place_that_is_told_is_pointed_at() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("アンボンの最初の姉妹都市はどこ？", &["フリシンゲン"][..]),
            ("which German city did Hamamatsu agree on music with", &["Hanover"]),
            ("klinik mata di ambon kerja sama dengan kota mana", &["Vlissingen"]),
            // Both of them are.
            ("浜松の訪問団はインドネシアのどの都市に行きましたか", &[]),
            // It is asked where they lie, and where it was.
            ("where is Darwin located", &[]),
            ("ダーウィンとの協定はどこで結ばれた", &[]),
            // It is asked for no place.
            ("アンボンの人口は？", &["394,415人"]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let shown = answer.headlines().flat_map(|(headline, spans)| {
                spans.into_iter().map(|span| headline[span].to_owned()).collect::<Vec<_>>()
            });
            assert_eq!(shown.collect::<Vec<_>>(), expect, "{question}");
        }
    }
}
