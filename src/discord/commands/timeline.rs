//! `/timeline`: every dated fact of the corpus in order, each with its citation, as text and as a picture.

use serenity::all::{CommandInteraction, CommandOptionType, CreateAttachment, CreateCommand, Permissions, UserId};

use super::page::{Length, Page, Turn, body};
use super::{flag, localized, localized_option, number, text};
use crate::answer::{DatedFact, TimelineFilter};
use crate::discord::bot::Bot;
use crate::discord::custom_id::{CustomId, FilterText};
use crate::discord::limits::{self, cut};
use crate::discord::picture::{self, Entry};
use crate::discord::reader_of;
use crate::discord::rendering::parts::{line, link, named, plain, source};
use crate::discord::rendering::removal;
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{Punctuation, date, phrase, phrase_with, punctuation};

pub(super) const NAME: &str = "timeline";
const ABOUT: &str = "about";
const YEAR: &str = "year";
const PRIVATE: &str = "private";

/// The picture's name.
const PICTURE: &str = "timeline.png";
/// How many facts stand on a page: what a phone's screen shows of them as text and as a picture.
const FACTS: usize = 4;
/// The room of a fact's sentence.
const SENTENCE: usize = 200;
/// The same where the facts of a page have no room together.
const SHORT_SENTENCE: usize = 100;

pub(super) fn command() -> CreateCommand {
    let about = localized_option(CommandOptionType::String, "timeline-about").max_length(ABOUT_LENGTH);
    let (first, last) = YEARS;
    let year = localized_option(CommandOptionType::Integer, "timeline-year").min_int_value(first).max_int_value(last);
    let private = localized_option(CommandOptionType::Boolean, "timeline-private");
    localized(NAME).add_option(about).add_option(year).add_option(private)
}

/// The years that can be asked for: the dates of passages are of these alone, and a shorter number is looked for as a word.
const YEARS: (u64, u64) = (1000, 2999);

/// The longest text that can be typed, with room for a year behind it.
const ABOUT_LENGTH: u16 = 50;

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let year = number(command, YEAR).map(|year| year.to_string()).unwrap_or_default();
    let private = flag(command, PRIVATE).unwrap_or(true);
    let wanted = Wanted {
        page: 0,
        language: reader_of(&command.locale),
        filter: FilterText::new(&format!("{} {year}", text(command, ABOUT))),
        permissions: command.app_permissions,
        remover: (!private).then_some(command.user.id),
    };
    let (reply, is_empty) = shown(bot, wanted).await;
    bot.respond(command, reply, private || is_empty).await;
}

/// Which part of the timeline is wanted, where.
pub(super) struct Wanted {
    pub(super) page: u16,
    pub(super) language: Language,
    /// Words, a year, or words and a year behind them.
    pub(super) filter: FilterText,
    /// What the bot may do where it is shown.
    pub(super) permissions: Option<Permissions>,
    /// Who asked for it, where all see it.
    pub(super) remover: Option<UserId>,
}

/// A page of the timeline, with its picture where files may be sent; and whether there is nothing on it.
pub(super) async fn shown(bot: &Bot, wanted: Wanted) -> (Reply, bool) {
    let Wanted { page, language, filter, permissions, remover } = wanted;
    let answerer = bot.service.answerer();
    // The first time each passage of the corpus is read for its dates, and all dates are gone through each time.
    let (facts, turn) = bot.asking(|| {
        let timeline = answerer.timeline(&read(filter.as_str()), language);
        let turn = Turn::of(page, timeline.len(), FACTS);
        (timeline.facts(turn.entries.clone()), turn)
    });
    if facts.is_empty() {
        let (words, timeline) = (line(filter.as_str()), bot.service.names.of(NAME, language));
        let said = [("words", words.into()), ("timeline", timeline.into())];
        return (Reply::text(phrase_with(language, "timeline-nothing", said)), true);
    }
    let heading = heading(&filter, language);
    let form = Bot::form_for(permissions);
    let body = body(form, "\n\n", |length| facts.iter().map(|fact| entry(fact, length, language)).collect());
    let footer = turn.footer(answerer.corpus().hash(), language);
    let row = turn.row(language, |page| CustomId::Timeline { page, language, filter: filter.clone() });
    let rows = row.into_iter().chain(remover.into_iter().flat_map(|asker| removal(language, asker))).collect();
    let files = permissions.is_none_or(Permissions::attach_files);
    let drawn = if files { draw(heading.clone(), &facts, footer.clone(), language).await } else { None };
    let page = Page { heading: line(&heading), body, footer, picture: drawn.as_ref().map(|_| PICTURE) };
    let reply = page.reply(form).with_rows(rows);
    (reply.with_files(drawn.into_iter().collect()), false)
}

/// The filter of what stands in a control: words, a year, or words and a year behind them.
fn read(text: &str) -> TimelineFilter {
    let (words, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let year = TimelineFilter::of_text(last).year;
    match year {
        Some(year) => TimelineFilter { words: TimelineFilter::of_text(words).words, year: Some(year) },
        None => TimelineFilter::of_text(text),
    }
}

fn heading(filter: &FilterText, language: Language) -> String {
    let heading = phrase(language, "timeline-heading");
    let Punctuation { colon, .. } = punctuation(language);
    if filter.as_str().is_empty() { heading } else { format!("{heading}{colon}{}", filter.as_str()) }
}

/// What is told with the date: its sentence, and the one that this leans on, *It was stopped in 1999*.
fn told(fact: &DatedFact) -> &str {
    &fact.passage.text[fact.passage.headline()]
}

fn entry(fact: &DatedFact, length: Length, language: Language) -> String {
    let citation = &fact.passage.citation;
    let source = source(citation, language);
    let (room, source) = match length {
        Length::Usual => (SENTENCE, link(citation, &source)),
        Length::Short => (SHORT_SENTENCE, named(citation, &source)),
    };
    format!("**{}** – {}\n-# {source}", date(language, fact.date), plain(told(fact), room))
}

/// The same facts as a picture, with what it shows as its alternative text; `None` where it cannot be drawn.
async fn draw(heading: String, facts: &[DatedFact], footer: String, language: Language) -> Option<CreateAttachment> {
    let entries: Vec<Entry> = facts
        .iter()
        .map(|fact| Entry {
            date: date(language, fact.date),
            text: told(fact).to_owned(),
            source: fact.passage.citation.publisher.clone(),
        })
        .collect();
    let Punctuation { colon, end, .. } = punctuation(language);
    let told: Vec<String> = entries.iter().map(|entry| format!("{}{colon}{}", entry.date, entry.text)).collect();
    let told = format!("{heading}{end}{}", told.join(" "));
    let alternative = cut(&told, limits::ALTERNATIVE_TEXT).to_string();
    // Letters are drawn for some milliseconds: not where events are heard.
    let drawn = tokio::task::spawn_blocking(move || picture::timeline(&heading, &entries, &footer)).await;
    match drawn.map_err(|error| error.to_string()).and_then(|drawn| drawn.map_err(|error| error.to_string())) {
        Ok(png) => Some(CreateAttachment::bytes(png, PICTURE).description(alternative)),
        Err(error) => {
            tracing::error!(error, "the timeline's picture could not be drawn");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::written_date;

    #[test]
    fn each_year_that_can_be_asked_for_is_read_as_one_and_no_other_can() {
        let command = serde_json::to_value(command()).expect("JSON");
        let options = command["options"].as_array().expect("options");
        let year = options.iter().find(|option| option["name"] == YEAR).expect("the year");
        let bound = |name: &str| year[name].as_u64().expect("a bound");
        let (first, last) = (bound("min_value"), bound("max_value"));
        let read = |year: u64| {
            let year = year.to_string();
            (TimelineFilter::of_text(&year).year, written_date(&year).map(|(year, ..)| year))
        };
        for year in first..=last {
            let expect = u16::try_from(year).ok();
            assert_eq!(read(year), (expect, expect));
        }
        assert_eq!([read(first - 1).1, read(last + 1).1], [None, None]);
    }

    #[test]
    fn a_filter_is_words_a_year_or_both() {
        let check = |text: &str, words: Option<&str>, year| {
            assert_eq!(read(text), TimelineFilter { words: words.map(str::to_owned), year }, "{text:?}");
        };
        check("", None, None);
        check("Vlissingen", Some("Vlissingen"), None);
        check("kota musik", Some("kota musik"), None);
        check("2019", None, Some(2019));
        check("kota musik 2019", Some("kota musik"), Some(2019));
        check("浜松 2014年", Some("浜松"), Some(2014));
    }
}
