//! A passage between its neighbours in its document.

use serenity::all::{CreateActionRow, CreateEmbed};

use super::parts::{line, link, other_language, plain, source};
use super::{Form, GREY, LINE, rows};
use crate::answer::{CitedPassage, Surroundings};
use crate::discord::custom_id::CustomId;
use crate::discord::limits;
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::phrase_with;

/// How many passages are shown before and after.
pub const REACH: usize = 1;
/// The room of a passage in plain text, in code points.
const PLAIN_PASSAGE: usize = 480;

const _: () = assert!(
    (2 * REACH + 1) * (limits::FIELD_NAME + limits::FIELD_VALUE) + 5 * LINE <= limits::EMBEDS_TOGETHER
        && (2 * REACH + 1) * (PLAIN_PASSAGE + 60) + 2 * LINE <= limits::CONTENT
);

/// The passage between its neighbours, itself marked.
#[must_use]
pub fn context(around: &Surroundings, reader: Language, form: Form) -> Reply {
    let Surroundings { before, passage, after } = around;
    let beside = |beside: &CitedPassage| (heading(beside, reader, "paragraph"), beside.text.clone());
    let mut paragraphs: Vec<_> = before.iter().map(beside).collect();
    paragraphs.push((heading(passage, reader, "paragraph-marked"), passage.text.clone()));
    paragraphs.extend(after.iter().map(beside));
    let title = format!("**{}**", line(&passage.citation.title));
    let reply = match form {
        Form::Embed => {
            let citation = link(&passage.citation, &source(&passage.citation, reader));
            let embed = CreateEmbed::new().description(format!("{title}\n-# {citation}")).colour(GREY);
            let fields = paragraphs.into_iter().map(|(name, text)| (name, plain(&text, limits::FIELD_VALUE), false));
            Reply::embed(embed.fields(fields))
        }
        Form::Text => {
            let paragraphs =
                paragraphs.iter().map(|(name, text)| format!("**{name}**\n{}", plain(text, PLAIN_PASSAGE)));
            Reply::text([title].into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n"))
        }
    };
    let to = |language| CustomId::Context { passage: passage.citation.passage.clone(), language };
    let buttons = rows::source(passage, reader).into_iter().chain(rows::languages(reader, to)).collect();
    reply.with_rows(vec![CreateActionRow::Buttons(buttons)])
}

/// Which paragraph it is, in which language where that is not the reader's.
fn heading(passage: &CitedPassage, reader: Language, phrase: &str) -> String {
    let number = passage.citation.passage.number.get();
    format!("{}{}", phrase_with(reader, phrase, [("number", number.into())]), other_language(passage, reader))
}
