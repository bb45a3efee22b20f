//! The controls around an answer: a file each. What a click asks for stands in its [`CustomId`], and the question in the
//! message itself, so that every control works for as long as its message stands.

mod context;
mod not_helpful;
mod remove;
mod share;
mod show;

use serenity::all::{ActionRowComponent, ButtonKind, ComponentInteraction};

use super::asked::Asked;
use super::bot::Bot;
use super::click::Click;
use super::commands;
use super::custom_id::{CustomId, UnknownCustomId};
use super::rendering::{Audience, View};
use super::service::Given;
use crate::answer::Question;
use crate::language::Language;

/// Answers a click.
pub(super) async fn run(bot: &Bot, component: &ComponentInteraction) {
    let click = Click { bot, component };
    match component.data.custom_id.parse() {
        Ok(CustomId::Show { asker, from, language }) => show::run(&click, asker, from, language).await,
        Ok(CustomId::Context { passage, language }) => context::run(&click, &passage, language).await,
        Ok(CustomId::Share { from, language }) => share::run(&click, from, language).await,
        Ok(CustomId::Remove { asker }) => remove::run(&click, asker).await,
        Ok(CustomId::NotHelpful { from, language }) => not_helpful::run(&click, from, language).await,
        Ok(control) => commands::pressed(&click, &control).await,
        Err(UnknownCustomId) => click.tell("unknown-control").await,
    }
}

impl Click<'_> {
    /// The question of the message, as it is meant, for a reader of `language`; `None` where the message no longer shows it.
    fn question(&self, language: Language) -> Option<Question> {
        Some(Asked::read(&self.component.message)?.question().meant().for_reader(Some(language)))
    }

    /// The same, asked again.
    fn answer(&self, language: Language) -> Option<Given> {
        let question = self.question(language)?;
        Some(self.bot.asking(|| self.bot.service.answer_again(&question)))
    }

    /// A view of the message's answer for who clicked alone, with the controls that it still has.
    fn private_view(&self, from: u8) -> View {
        let audience = if self.is_private() {
            let shareable = self.has(|custom_id| matches!(custom_id, CustomId::Share { .. }));
            let rateable = self.has(|custom_id| matches!(custom_id, CustomId::NotHelpful { .. }));
            Audience::Asker { shareable, rateable }
        } else {
            Audience::ASKER
        };
        self.view(audience, from)
    }

    fn view(&self, audience: Audience, from: u8) -> View {
        let form = Bot::form_for(self.component.app_permissions);
        View::new(form, self.component.user.id, audience).starting_at(from)
    }

    /// Has the message such a control.
    fn has(&self, is_it: impl Fn(&CustomId) -> bool) -> bool {
        let components = self.component.message.components.iter().flat_map(|row| &row.components);
        let custom_ids = components.filter_map(|component| match component {
            ActionRowComponent::Button(button) => match &button.data {
                ButtonKind::NonLink { custom_id, .. } => custom_id.parse().ok(),
                _ => None,
            },
            _ => None,
        });
        custom_ids.into_iter().any(|custom_id| is_it(&custom_id))
    }
}
