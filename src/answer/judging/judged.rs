//! How likely the best passage of a ranking answers.

use super::confidence::{Best, FOUND, JUST_UNSURE, Signals, UNSURE_WITH_PHRASES};
use super::very_name;
use crate::answer::Answerer;
use crate::answer::ranking::asking::{Compared, Nearness, OfPhrases};
use crate::answer::ranking::{Fit, Ranking};
use crate::answer::understanding::Query;
use crate::index::Field;
use crate::language::Language;

impl Answerer {
    /// How likely the best passage answers; `None` where there is no passage. Told once, when `ranking` stands.
    pub(in crate::answer) fn confidence(&self, ranking: &Ranking<'_>) -> Option<f32> {
        *ranking.confidence.get_or_init(|| self.judge(ranking))
    }

    /// Does the best passage answer, as likely as `from` at least.
    pub(in crate::answer) fn is_sure(&self, ranking: &Ranking<'_>, from: f32) -> bool {
        self.confidence(ranking).is_some_and(|sure| sure >= from)
    }

    fn judge(&self, ranking: &Ranking<'_>) -> Option<f32> {
        let best = ranking.fits.first()?;
        let text = self.text(best.passage, best.language)?;
        if ranking.is_a_place_alone() || ranking.own == 0 && ranking.query.says_nothing(best.language) {
            return Some(0.0);
        }
        // Japanese has no capitals to tell a name by.
        let with_capitals = [best.language, Language::En, Language::Id].into_iter().find_map(|language| {
            let text = self.text(best.passage, language).filter(|_| language != Language::Ja)?;
            Some((language, text))
        });
        let analyzed = self.index().analyzed(Field::Words(best.language), best.passage)?;
        let is_a_name = very_name::is_asked(&ranking.text, &ranking.query, best.language, analyzed, text);
        let phrases = self.of_phrases(&ranking.query, best, is_a_name);
        // Who a name is, no phrase need ask for, and what else is asked of it in vain says nothing.
        let compared = ranking.compared.as_ref().filter(|_| !is_a_name);
        let nearness = compared.map(|compared| self.nearness(compared, best));
        let follow_up = self.follow_up(ranking, best);
        let is_elsewhere = self.is_elsewhere(&ranking.query, best);
        let best = Best { fit: best, text, with_capitals, is_elsewhere, is_a_name, phrases, nearness, follow_up };
        let signals = Signals::of(&ranking.query, &ranking.text, best, self.index(), self.names())?;
        let sure = signals.confidence();
        let is_in_doubt = || {
            self.was_only_intended(ranking, best.fit)
                || self.tells_no_superlative(ranking, best.fit)
                || self.leaves_open_which(ranking, best.fit)
                || self.lacks_a_year_within_bounds(&ranking.query, best.fit)
                || self.counts_what_stands_before(ranking, best.fit)
                || self.counts_nothing_of_it(&ranking.query, best.fit)
                || self.counts_one_field(&ranking.query, best.fit)
                || self.counts_no_linked_cities(ranking, best.fit)
                || self.tells_no_reply(ranking, best.fit)
                || self.is_swapped(ranking, best.fit)
                || self.may_be_of_another_place(ranking, best.fit)
        };
        let is_none = || self.is_outdone_elsewhere(ranking, best.fit) || self.does_not_say(ranking, best.fit);
        if sure >= UNSURE_WITH_PHRASES && is_none() {
            return Some(UNSURE_WITH_PHRASES / 2.0);
        }
        Some(if sure >= FOUND && is_in_doubt() { JUST_UNSURE } else { sure })
    }

    /// How near a question, as it is `compared` with phrases, is to what the passage of `fit` is asked for.
    pub(in crate::answer) fn nearness(&self, compared: &Compared<'_>, fit: &Fit) -> Nearness {
        compared.compare(fit.passage, self.index().place(fit.passage))
    }

    /// What the phrases of the passage of `fit` say about what is wanted; `is_a_name` where it is who a name is.
    pub(in crate::answer) fn of_phrases(&self, query: &Query, fit: &Fit, is_a_name: bool) -> Option<OfPhrases> {
        let (_, passage) = self.passage_of(fit);
        self.wants().compare(query, fit.language, is_a_name, (fit.passage, passage), self.index())
    }
}
