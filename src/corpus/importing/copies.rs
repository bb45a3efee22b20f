//! A body that stands twice: every paragraph once, in order.
//!
//! The second copy is rarely the same: it may lack a paragraph, stand in one block, or be cut. So a paragraph counts as
//! seen where its letters and digits were, whatever is between them; and one that only the second copy has is put where
//! it stands there.

use std::collections::{HashMap, HashSet};

use super::Report;
use crate::language::Folded;

/// A paragraph shorter than this may rightly stand twice: *"Ya," katanya.* In bytes of its letters and digits, so that
/// a Japanese sign weighs three.
const SHORT: usize = 32;

/// How many paragraphs with one beginning are compared with a block that begins so.
const COMPARED: usize = 64;

/// What is compared: letters and digits, folded.
pub(super) fn key(text: &str) -> String {
    Folded::new(text).as_str().chars().filter(|character| character.is_alphanumeric()).collect()
}

#[derive(Debug)]
struct Paragraph {
    text: String,
    key: String,
}

/// Each paragraph once, in order. A part ends where a copyright line stood: what follows may be a copy.
pub(super) fn once(parts: Vec<Vec<String>>, report: &mut Report) -> Vec<String> {
    let before: usize = parts.iter().map(Vec::len).sum();
    let mut merged = Merged::default();
    for part in parts {
        merged.part(part.into_iter().map(|text| Paragraph { key: key(&text), text }));
    }
    let kept = without_blocks(merged.kept);
    report.repeated = before - kept.len();
    kept.into_iter().map(|paragraph| paragraph.text).collect()
}

/// The paragraphs so far, none twice.
#[derive(Default)]
struct Merged {
    kept: Vec<Paragraph>,
    known: HashSet<String>,
}

impl Merged {
    /// Adds what a part has that was not there.
    fn part(&mut self, paragraphs: impl Iterator<Item = Paragraph>) {
        let may_be_copy = !self.kept.is_empty();
        // Where the last paragraph that was there before stands in `kept`, and what came since that was not.
        let mut last: Option<usize> = None;
        let mut new: Vec<Paragraph> = Vec::new();
        let mut paragraphs = paragraphs.peekable();
        while let Some(paragraph) = paragraphs.next() {
            match self.place(&paragraph, paragraphs.peek(), last) {
                Some(place) => last = Some(place + self.settle(&mut new, last, place)),
                None if may_be_copy || last.is_some() => new.push(paragraph),
                None => self.put(self.kept.len(), paragraph),
            }
        }
        for paragraph in new {
            self.put(self.kept.len(), paragraph);
        }
    }

    /// Where the paragraph stands already, looked for behind `last` first. A short one stands there only where what is
    /// around it does too.
    fn place(&self, paragraph: &Paragraph, following: Option<&Paragraph>, last: Option<usize>) -> Option<usize> {
        if !self.known.contains(&paragraph.key) {
            return None;
        }
        let stands_at = |place: usize| self.kept.get(place).is_some_and(|kept| kept.key == paragraph.key);
        if let Some(next) = last.map(|last| last + 1).filter(|next| stands_at(*next)) {
            return Some(next);
        }
        let is_long = paragraph.key.len() >= SHORT;
        let goes_on = |place: usize| {
            let behind = self.kept.get(place + 1);
            behind.zip(following).is_some_and(|(kept, following)| kept.key == following.key)
        };
        (0..self.kept.len()).find(|place| stands_at(*place) && (is_long || goes_on(*place)))
    }

    /// Puts what is new before `place`, where the copy says that it belongs there, else at the end. How many went
    /// before `place`.
    fn settle(&mut self, new: &mut Vec<Paragraph>, last: Option<usize>, place: usize) -> usize {
        new.retain(|paragraph| !self.known.contains(&paragraph.key));
        let belongs = last.map_or(place == 0, |last| place == last + 1);
        let (at, before) = if belongs { (place, new.len()) } else { (self.kept.len(), 0) };
        for (offset, paragraph) in new.drain(..).enumerate() {
            self.put(at + offset, paragraph);
        }
        before
    }

    fn put(&mut self, at: usize, paragraph: Paragraph) {
        self.known.insert(paragraph.key.clone());
        self.kept.insert(at, paragraph);
    }
}

/// Drops the paragraphs that are several of the others in one block, or the cut beginning of one of them.
fn without_blocks(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut beginnings: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, paragraph) in paragraphs.iter().enumerate().filter(|(_, paragraph)| paragraph.key.len() >= SHORT) {
        let alike = beginnings.entry(beginning(&paragraph.key)).or_default();
        if alike.len() < COMPARED {
            alike.push(at);
        }
    }
    let is_block = |at: usize| {
        let Paragraph { text, key } = &paragraphs[at];
        let alike = beginnings.get(beginning(key)).map_or(&[][..], Vec::as_slice);
        let is_cut = text.ends_with("...") || text.ends_with('…');
        key.len() >= SHORT
            && alike.iter().filter(|other| **other != at).any(|other| {
                let whole = &paragraphs[*other].key;
                is_cut && whole.len() > key.len() && whole.starts_with(key.as_str())
                    || key.len() > whole.len() && is_made_of(key, at, *other, &paragraphs)
            })
    };
    let is_block: Vec<bool> = (0..paragraphs.len()).map(is_block).collect();
    paragraphs.into_iter().zip(is_block).filter_map(|(paragraph, is_block)| (!is_block).then_some(paragraph)).collect()
}

fn beginning(key: &str) -> &str {
    &key[..key.floor_char_boundary(SHORT)]
}

/// Is `key`, which stands at `at`, the paragraphs from `start` on one after the other; the last of them may be cut.
fn is_made_of(mut key: &str, at: usize, start: usize, paragraphs: &[Paragraph]) -> bool {
    let parts = paragraphs.iter().enumerate().skip(start).filter(|(place, _)| *place != at);
    for part in parts.map(|(_, part)| part.key.as_str()).filter(|part| !part.is_empty()) {
        match key.strip_prefix(part) {
            Some("") => return true,
            Some(rest) => key = rest,
            None => return part.starts_with(key),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "The harbour museum opened a hall for bamboo instruments.";
    const TWO: &str = "Its director said that visitors come from six islands.";
    const THREE: &str = "The city pays for the hall until the end of next year.";

    fn check(parts: &[&[&str]], expect: &[&str]) {
        let parts = parts.iter().map(|part| part.iter().map(|text| (*text).to_owned()).collect()).collect();
        assert_eq!(once(parts, &mut Report::default()), expect);
    }

    #[test]
    fn a_body_that_stands_twice_is_taken_once() {
        check(&[&[ONE, TWO, THREE], &[ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO, THREE], &[TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO, THREE, ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO, THREE, TWO, THREE]], &[ONE, TWO, THREE]);
    }

    #[test]
    fn what_only_the_second_copy_has_is_put_in_its_place() {
        check(&[&[TWO, THREE], &[ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, THREE], &[ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO], &[ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE], &[TWO, THREE]], &[ONE, TWO, THREE]);
    }

    #[test]
    fn a_copy_in_one_block_and_a_cut_one_are_dropped() {
        let block = [ONE, TWO, THREE].join(" ");
        check(&[&[&block, ONE, TWO, THREE]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO, THREE], &[&block]], &[ONE, TWO, THREE]);
        check(&[&[ONE, TWO, THREE], &[&block[..140]]], &[ONE, TWO, THREE]);
        check(&[&["The harbour museum opened a hall for bamboo…", ONE, TWO]], &[ONE, TWO]);
    }

    #[test]
    fn what_is_said_twice_on_purpose_stays_twice() {
        check(
            &[&["\"Yes,\" she said.", ONE, "\"Yes,\" she said.", TWO]],
            &["\"Yes,\" she said.", ONE, "\"Yes,\" she said.", TWO],
        );
    }

    #[test]
    fn a_short_paragraph_of_a_copy_goes_with_the_copy() {
        check(&[&[ONE, "Background", TWO, THREE], &["Background", TWO, THREE]], &[ONE, "Background", TWO, THREE]);
        check(&[&[ONE, "Background", TWO], &[ONE, "Background", TWO]], &[ONE, "Background", TWO]);
        check(&[&["Background", ONE, TWO, "Background", ONE, TWO]], &["Background", ONE, TWO]);
    }
}
