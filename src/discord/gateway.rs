//! Which of the bot's connections to Discord's gateway stand.

use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use serenity::all::{ConnectionStage, ShardId, ShardManager};

/// The shards that this process runs, for as long as it does.
#[derive(Default)]
pub struct Gateway {
    running: Mutex<Option<Running>>,
}

#[derive(Clone)]
struct Running {
    /// Weak: it holds the handlers, and they hold this.
    manager: Weak<ShardManager>,
    shards: RangeInclusive<u32>,
}

/// A shard, and whether it is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Its number, from 0.
    pub id: u32,
    /// Has its session begun or been resumed, and not been lost since.
    pub is_connected: bool,
}

impl Gateway {
    /// From now on `manager` runs these shards.
    pub(super) fn runs(&self, manager: &Arc<ShardManager>, shards: RangeInclusive<u32>) {
        let running = Running { manager: Arc::downgrade(manager), shards };
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(running);
    }

    /// Has Discord's gateway taken a connection of any shard, be it one without a session. Where it is out of reach, serenity goes on
    /// dialling and holds none.
    pub(super) async fn is_reached(&self) -> bool {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(manager) = running.and_then(|running| running.manager.upgrade()) else { return false };
        !manager.runners.lock().await.is_empty()
    }

    /// The shards that this process is to run, in order; none before Discord has said how many there are.
    pub async fn shards(&self) -> Vec<Shard> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(Running { manager, shards }) = running else { return Vec::new() };
        let Some(manager) = manager.upgrade() else {
            return shards.map(|id| Shard { id, is_connected: false }).collect();
        };
        let runners = manager.runners.lock().await;
        let is_connected =
            |id| runners.get(&ShardId(id)).is_some_and(|runner| runner.stage == ConnectionStage::Connected);
        shards.map(|id| Shard { id, is_connected: is_connected(id) }).collect()
    }
}
