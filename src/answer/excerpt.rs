//! What is read of a text that is too long for a question. Text in, text out.

use std::borrow::Cow;

use super::Question;
use crate::language::{ask_line_by_line, asks_something, is_cjk, points_back, sentences};

/// What a question begins with of which something was left out.
const LEFT_OUT: char = '…';

impl Question {
    /// Was not all of what was asked read.
    #[must_use]
    pub fn is_read_in_part(&self) -> bool {
        length(&self.text) > Self::MAX_LENGTH || self.text.starts_with(LEFT_OUT)
    }
}

/// The question in `text`, whose lines may end sentences, on one line.
#[must_use]
pub fn question_on_one_line(text: &str) -> String {
    one_line(&question_in(text), Question::MAX_LENGTH)
}

/// The question in `text`, whose lines may end sentences. Of a text past [`Question::MAX_LENGTH`] only what asks is left, with an
/// ellipsis before it: what people tell of themselves would hide it. Where that is still too long, or nothing asks, the end is left,
/// as a question mostly stands there.
#[must_use]
pub fn question_in(text: &str) -> Cow<'_, str> {
    let text = text.trim_start_matches([LEFT_OUT, ' ']);
    if length(text) <= Question::MAX_LENGTH {
        return Cow::Borrowed(text);
    }
    let sentences: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
    let marked = asking(&sentences, ends_as_a_question);
    let asking = if marked.is_empty() { asking(&sentences, asks_something) } else { marked };
    let left = if asking.is_empty() { &sentences } else { &asking };
    let mut room = Question::MAX_LENGTH - 1;
    let fitting = left.iter().rev().take_while(|sentence| {
        let rest = room.checked_sub(length(sentence) + 1);
        room = rest.unwrap_or_default();
        rest.is_some()
    });
    let kept = left[left.len() - fitting.count()..].join("\n");
    let kept = if kept.is_empty() { end(left.last().unwrap_or(&text)) } else { &kept };
    Cow::Owned(format!("{LEFT_OUT}{}", one_line(kept, Question::MAX_LENGTH - 1)))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The lines of `text` on one. Between two that ask, the first of which has no mark at its end, stands a question mark, which parts
/// them still, where all of that has room in `most` code points.
fn one_line(text: &str, most: usize) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut marked = String::new();
    for (place, line) in lines.iter().enumerate() {
        marked.push_str(line);
        let is_parted = |behind: &&str| line.ends_with(char::is_alphanumeric) && ask_line_by_line(line, behind);
        if lines.get(place + 1).is_some_and(is_parted) {
            marked.push(if line.contains(is_cjk) { '？' } else { '?' });
        }
        marked.push(' ');
    }
    marked.truncate(marked.trim_end().len());
    if length(&marked) <= most { marked } else { lines.join(" ") }
}

/// The sentences that ask, each with the one before it where it speaks of something that was named before.
fn asking<'t>(sentences: &[&'t str], asks: impl Fn(&str) -> bool) -> Vec<&'t str> {
    let is_asked = |place: usize| sentences.get(place).is_some_and(|sentence| asks(sentence));
    let is_needed = |place: usize| is_asked(place + 1) && points_back(sentences[place + 1]);
    let kept = (0..sentences.len()).filter(|place| is_asked(*place) || is_needed(*place));
    kept.map(|place| sentences[place]).collect()
}

/// Does a sentence end as questions do: *?*, or か in Japanese.
fn ends_as_a_question(sentence: &str) -> bool {
    let has_mark = sentence.contains(['?', '？']);
    has_mark || sentence.trim_end_matches(|it: char| !it.is_alphanumeric()).ends_with('か')
}

/// The end of a sentence that is too long, from the beginning of a word on where there is one.
fn end(sentence: &str) -> &str {
    let from = sentence.char_indices().nth_back(Question::MAX_LENGTH - 2).map_or(0, |(start, _)| start);
    let end = &sentence[from..];
    end.split_once(' ').map_or(end, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::question_on_one_line as question;
    use super::*;

    /// What somebody tells before and after they ask, past the longest question.
    const TOLD: &str = "I study in Jakarta and write about how cities work together. Last year I was in Ambon.";

    fn check(before: &str, asked: &str, after: &str, expect: &str) {
        let (before, after) = (format!("{before} ").repeat(6), format!(" {after}").repeat(6));
        assert_eq!(question(&format!("{before}{asked}{after}")), expect);
    }

    #[test]
    fn a_text_that_is_short_enough_is_left_as_it_is() {
        assert_eq!(question("Halo!\nkapan?"), "Halo! kapan?");
        assert_eq!(question("… kapan?"), "kapan?");
        assert_eq!(question("siapa rico hayat\n\n kapan ambon gabung"), "siapa rico hayat? kapan ambon gabung");
        assert_eq!(question("浜松市長は誰\nアンボンの人口は何人"), "浜松市長は誰？ アンボンの人口は何人");
        assert_eq!(question("mau tanya dong\nsiapa rico hayat"), "mau tanya dong siapa rico hayat");
        let both = format!("siapa {}\nkapan", "a".repeat(Question::MAX_LENGTH - 12));
        assert_eq!(length(&question(&both)), Question::MAX_LENGTH);
        let longest = "あ".repeat(Question::MAX_LENGTH);
        assert_eq!(question(&longest), longest);
    }

    #[test]
    fn of_a_long_text_what_asks_is_left_wherever_it_stands() {
        check(TOLD, "Who is the mayor of Hamamatsu?", TOLD, "…Who is the mayor of Hamamatsu?");
        check("Saya menulis skripsi.", "Siapa wali kota Ambon?", TOLD, "…Siapa wali kota Ambon?");
        check(
            "",
            "浜松の市長は誰でしょうか。私はジャカルタの大学で学んでいます。",
            TOLD,
            "…浜松の市長は誰でしょうか。",
        );
        check("", "Who is the mayor? I ask for a friend. And since when?", TOLD, "…Who is the mayor? And since when?");
        // A line may be a sentence, and what asks have no mark.
        let told = "Halo semua\nSaya dari Ambon\n".repeat(20);
        assert_eq!(question(&format!("{told}siapa walikota hamamatsu\nmakasih")), "…siapa walikota hamamatsu");
    }

    #[test]
    fn lines_stay_where_they_may_and_what_is_left_out_is_known() {
        assert_eq!(question_in("… Halo!\nkapan?"), "Halo!\nkapan?");
        let is_read_in_part = |text: &str| Question::new(text).is_read_in_part();
        assert!(!is_read_in_part(&question_in("… kapan?")) && !is_read_in_part(&"a".repeat(Question::MAX_LENGTH)));
        let long = format!("{} Who is the mayor?", "I study in Jakarta. ".repeat(30));
        assert_eq!(question_in(&long), "…Who is the mayor?");
        assert!(is_read_in_part(&long) && is_read_in_part(&question_in(&long)));
    }

    #[test]
    fn what_is_asked_about_stands_with_it() {
        check(
            TOLD,
            "I read of Vlissingen. Is it linked with Ambon?",
            TOLD,
            "…I read of Vlissingen. Is it linked with Ambon?",
        );
        check(TOLD, "I read of Vlissingen. It is old, isn't it?", TOLD, "…I read of Vlissingen. It is old, isn't it?");
    }

    #[test]
    fn where_nothing_asks_or_too_much_does_the_end_is_left() {
        let told = "Ambon is a city of music. ".repeat(30);
        assert_eq!(question(&told), format!("…{}", "Ambon is a city of music. ".repeat(19).trim_end()));
        let asked = "kapan ambon ".repeat(60);
        let kept = question(&asked);
        assert!(kept.starts_with("…ambon kapan") || kept.starts_with("…kapan ambon"), "{kept}");
        assert!((480..=500).contains(&length(&kept)), "{kept}");
        assert_eq!(length(&question(&"浜".repeat(2000))), Question::MAX_LENGTH);
    }

    proptest! {
        #[test]
        fn any_text_is_short_enough_and_nothing_is_left_out_twice(text in "(\\PC|[a-z ?.…\n]|浜松。|kapan ){0,700}") {
            let asked = question(&text);
            prop_assert!(length(&asked) <= Question::MAX_LENGTH && !asked.contains('\n'));
        }
    }
}
