//! What commands show: a page of text in the form that a channel takes, and turning from one page to the next.

use std::ops::Range;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbed, CreateEmbedFooter};

use crate::corpus::CorpusHash;
use crate::discord::custom_id::CustomId;
use crate::discord::limits::{self, length};
use crate::discord::rendering::parts::cut_lines;
use crate::discord::rendering::{BLUE, Form};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

/// The room of a page's entries together, in code points: both an embed and plain text hold so much beside their heading.
pub(super) const ROOM: usize = 1700;

/// What a page in plain text takes beside its heading and its body: their marks, and the longest footer.
const FRAME: usize = 70;

/// The room that a page's entries have in plain text, below `heading` and with so much `beside` them.
pub(super) fn text_room(heading: &str, beside: usize) -> usize {
    limits::CONTENT.saturating_sub(FRAME + length(heading) + beside)
}

/// How long the entries of a page are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// As they mostly are, with the address of each.
    Usual,
    /// So short that a page of them is within [`ROOM`], whatever they say.
    Short,
}

/// The entries of a page with `between` between them: short where usual ones have no room together.
pub(super) fn body(form: Form, between: &str, entries: impl Fn(Length) -> Vec<String>) -> String {
    let room = match form {
        Form::Embed => limits::EMBED_DESCRIPTION,
        Form::Text => ROOM,
    };
    let usual = entries(Length::Usual).join(between);
    if length(&usual) <= room { usual } else { entries(Length::Short).join(between) }
}

/// A page.
pub(super) struct Page {
    /// Its heading, escaped already.
    pub(super) heading: String,
    /// What it says, escaped already.
    pub(super) body: String,
    /// Below it, small: the corpus, and which page of how many.
    pub(super) footer: String,
    /// A picture that stands with it, by the name of its file.
    pub(super) picture: Option<&'static str>,
}

impl Page {
    /// A page whose footer names the corpus alone.
    pub(super) fn new(heading: String, body: String, corpus: CorpusHash) -> Self {
        Self { heading, body, footer: footer(corpus), picture: None }
    }

    /// The page as a reply.
    pub(super) fn reply(self, form: Form) -> Reply {
        match form {
            Form::Embed => {
                let mut embed = CreateEmbed::new().title(self.heading).description(self.body).colour(BLUE);
                if let Some(picture) = self.picture {
                    embed = embed.image(format!("attachment://{picture}"));
                }
                Reply::embed(embed.footer(CreateEmbedFooter::new(self.footer)))
            }
            Form::Text => {
                let (head, foot) = (format!("**{}**\n", self.heading), format!("\n-# {}", self.footer));
                let body = cut_lines(&self.body, limits::CONTENT - length(&head) - length(&foot));
                Reply::text(format!("{head}{body}{foot}"))
            }
        }
    }
}

/// `Kembar · 9f2c61ab`.
fn footer(corpus: CorpusHash) -> String {
    format!("Kembar · {corpus}")
}

/// One of several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Turn {
    /// The entries on it.
    pub(super) entries: Range<usize>,
    /// Which page, from 0.
    pub(super) page: u16,
    /// How many pages there are, at least 1.
    pages: u16,
}

impl Turn {
    /// The page of that number, or the last one where there are not so many, of `count` entries that go `most` to a page.
    pub(super) fn of(page: u16, count: usize, most: usize) -> Self {
        let pages = u16::try_from(count.div_ceil(most).max(1)).unwrap_or(u16::MAX);
        let page = page.min(pages - 1);
        let start = usize::from(page) * most;
        Self { entries: start..count.min(start + most), page, pages }
    }

    /// The page of that number, or the last one where there are not so many, of entries that are together within `most`.
    pub(super) fn to(page: u16, entries: &[String], most: usize) -> Self {
        let mut pages: Vec<Range<usize>> = Vec::from([Range::default()]);
        let mut room = most;
        for (place, entry) in entries.iter().enumerate() {
            let needed = length(entry) + 2;
            let last = pages.len() - 1;
            if !pages[last].is_empty() && needed > room {
                pages.push(place..place + 1);
                room = most.saturating_sub(needed);
            } else {
                pages[last].end = place + 1;
                room = room.saturating_sub(needed);
            }
        }
        let count = u16::try_from(pages.len()).unwrap_or(u16::MAX);
        let page = page.min(count - 1);
        Self { entries: pages[usize::from(page)].clone(), page, pages: count }
    }

    /// The footer of this page.
    pub(super) fn footer(&self, corpus: CorpusHash, language: Language) -> String {
        if self.pages == 1 {
            return footer(corpus);
        }
        let numbers = [("page", (i64::from(self.page) + 1).into()), ("pages", i64::from(self.pages).into())];
        format!("{} · {}", footer(corpus), phrase_with(language, "page-of", numbers))
    }

    /// The buttons to the pages before and after, none where there is but one page. `custom_id` names a page.
    pub(super) fn row(&self, language: Language, custom_id: impl Fn(u16) -> CustomId) -> Option<CreateActionRow> {
        (self.pages > 1).then(|| {
            let button = |page: u16, label, there_is: bool| {
                // At either end the button rests; its page is one that the other button does not have.
                CreateButton::new(custom_id(page).to_string())
                    .label(phrase(language, label))
                    .style(ButtonStyle::Secondary)
                    .disabled(!there_is)
            };
            let before = self.page.checked_sub(1);
            let after = (self.page + 1 < self.pages).then_some(self.page + 1);
            CreateActionRow::Buttons(vec![
                button(before.unwrap_or(u16::MAX), "page-before", before.is_some()),
                button(after.unwrap_or(u16::MAX - 1), "page-after", after.is_some()),
            ])
        })
    }
}

/// The button that posts a private message for all to see.
pub(super) fn post_button(language: Language) -> CreateButton {
    CreateButton::new(CustomId::Post.to_string()).label(phrase(language, "post")).style(ButtonStyle::Secondary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_what_fits_and_all_of_it() {
        let check = |lengths: &[usize], expect: &[Range<usize>]| {
            let entries: Vec<String> = lengths.iter().map(|length| "a".repeat(*length)).collect();
            let pages = (0..).map(|page| Turn::to(page, &entries, ROOM));
            let found: Vec<_> = pages.take(expect.len()).map(|turn| turn.entries).collect();
            assert_eq!(found, expect, "{lengths:?}");
            let past = Turn::to(u16::MAX, &entries, ROOM);
            assert_eq!(usize::from(past.page) + 1, expect.len(), "past the end is the last page");
        };
        check(&[], &[Range::default()]);
        check(&[10, 10, ROOM], &[0..2, 2..3]);
        check(&[ROOM, 10, ROOM - 12, 1], &[0..1, 1..2, 2..4]);
        check(&[2 * ROOM, 2 * ROOM], &[0..1, 1..2]);
    }

    #[test]
    fn the_longest_footer_is_within_its_frame() {
        let corpus = crate::corpus::Corpus::new(Vec::new(), crate::corpus::Glossary::default()).hash();
        let turn = Turn { entries: 0..1, page: u16::MAX - 1, pages: u16::MAX };
        for language in Language::ALL {
            let page =
                |body: String| Page { heading: "A".into(), body, footer: turn.footer(corpus, language), picture: None };
            let room = text_room("A", 0);
            let shown = format!("{:?}", page("a".repeat(room)).reply(Form::Text));
            assert!(shown.contains(&"a".repeat(room)), "{shown}");
        }
    }

    #[test]
    fn pages_of_so_many_entries_hold_all_of_them() {
        let pages = |count, most| [0, 1, 2, u16::MAX].map(|page| Turn::of(page, count, most).entries);
        assert_eq!(pages(0, 4), [0..0, 0..0, 0..0, 0..0]);
        assert_eq!(pages(4, 4), [0..4, 0..4, 0..4, 0..4]);
        assert_eq!(pages(9, 4), [0..4, 4..8, 8..9, 8..9]);
        assert_eq!((Turn::of(5, 9, 4).page, Turn::of(0, usize::MAX, 1).pages), (2, u16::MAX));
    }
}
