//! How the bot names its commands in what it says.

use std::sync::Arc;

use arc_swap::ArcSwap;
use serenity::all::{Command, CommandId};

use crate::language::Language;
use crate::phrases::phrase;

/// The commands' ids, once Discord has told them: they stay for as long as the commands do.
#[derive(Default)]
pub(in crate::discord) struct Names(ArcSwap<Vec<(String, CommandId)>>);

impl Names {
    /// These are the commands that Discord knows.
    pub(super) fn learn(&self, registered: &[Command]) {
        self.0.store(Arc::new(registered.iter().map(|command| (command.name.clone(), command.id)).collect()));
    }

    /// The command `name` to be pressed, where its id is known; Discord shows it by that very name to all, and takes no other.
    /// Else as its name in `language`, to be typed.
    pub(in crate::discord) fn of(&self, name: &str, language: Language) -> String {
        match self.0.load().iter().find(|(known, _)| known == name) {
            Some((_, id)) => format!("</{name}:{id}>"),
            None => format!("/{}", phrase(language, &format!("{name}-name"))),
        }
    }
}
