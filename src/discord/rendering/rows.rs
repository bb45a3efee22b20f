//! The controls under an answer. A control stands there where it has something to do.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, UserId};

use super::parts::{address, link_button};
use super::{Audience, PASSAGES, View};
use crate::answer::{Answer, CitedPassage, Reason};
use crate::corpus::Corpus;
use crate::discord::custom_id::CustomId;
use crate::language::Language;
use crate::phrases::phrase;

/// The controls under `answer`, of which `shown` passages are shown from the view's first on: what leads further, then what
/// is about the answer itself.
pub(super) fn rows(answer: &Answer, corpus: &Corpus, view: &View, shown: usize) -> Vec<CreateActionRow> {
    let rows = [further(answer, corpus, view, shown), about(answer, view)];
    rows.into_iter().filter(|row| !row.is_empty()).map(CreateActionRow::Buttons).collect()
}

/// The one control under a message that answers nothing: its asker can take it away.
#[must_use]
pub fn removal(language: Language, asker: UserId) -> Vec<CreateActionRow> {
    vec![CreateActionRow::Buttons(vec![remove(language, asker)])]
}

fn further(answer: &Answer, corpus: &Corpus, view: &View, shown: usize) -> Vec<CreateButton> {
    let reader = answer.language;
    let mut buttons = Vec::new();
    let mut turn = |label: &str, from: usize| {
        if let Ok(from) = u8::try_from(from) {
            let to = CustomId::Show { asker: view.asker, from, language: reader };
            buttons.push(button(&to, phrase(reader, label)));
        }
    };
    let from = usize::from(view.from);
    if from > 0 {
        turn("control-back", from.saturating_sub(PASSAGES));
    }
    if from + shown < answer.passages().len() {
        turn("control-more", from + shown);
    }
    if let Some(passage) = answer.passages().get(from) {
        let id = &passage.citation.passage;
        let has_neighbours = corpus.document(&id.document).is_some_and(|document| document.passages.len() > 1);
        if has_neighbours {
            let near = CustomId::Context { passage: id.clone(), language: reader };
            buttons.push(button(&near, phrase(reader, "control-context")));
        }
        buttons.extend(source(passage, reader));
    }
    buttons
}

fn about(answer: &Answer, view: &View) -> Vec<CreateButton> {
    let reader = answer.language;
    let mut buttons = Vec::new();
    let answers = !answer.reason().is_some_and(Reason::is_small_talk);
    if answers {
        let to = |language| CustomId::Show { asker: view.asker, from: view.from, language };
        buttons.extend(languages(reader, to));
    }
    match view.audience {
        Audience::All => buttons.push(remove(reader, view.asker)),
        Audience::Asker { shareable: true, .. } if answers => {
            let share = CustomId::Share { from: view.from, language: reader };
            buttons.push(button(&share, phrase(reader, "control-share")));
        }
        Audience::Asker { .. } => {}
    }
    if answers && !matches!(view.audience, Audience::Asker { rateable: false, .. }) {
        let not_helpful = CustomId::NotHelpful { from: view.from, language: reader };
        buttons.push(button(&not_helpful, phrase(reader, "control-not-helpful")));
    }
    buttons
}

/// A link to the passage's page, where Discord takes its address.
pub(super) fn source(passage: &CitedPassage, reader: Language) -> Option<CreateButton> {
    let url = &passage.citation.url;
    address(url)?;
    link_button(url, phrase(reader, "control-source"))
}

/// A button for each language but the reader's, named in that language itself.
pub(super) fn languages(reader: Language, to: impl Fn(Language) -> CustomId) -> impl Iterator<Item = CreateButton> {
    let others = Language::ALL.into_iter().filter(move |language| *language != reader);
    others.map(move |language| button(&to(language), phrase(language, "control-language")))
}

fn remove(language: Language, asker: UserId) -> CreateButton {
    button(&CustomId::Remove { asker }, phrase(language, "control-remove"))
}

fn button(to: &CustomId, label: String) -> CreateButton {
    CreateButton::new(to.to_string()).label(label).style(ButtonStyle::Secondary)
}
