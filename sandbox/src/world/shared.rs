//! The world behind a lock, and waiting for something to become true in it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::World;
use crate::schema::Schema;

/// What every handle and every connection holds.
pub(crate) struct Shared {
    world: Mutex<World>,
    changes: watch::Sender<u64>,
    pub(crate) schema: Option<&'static Schema>,
}

impl Shared {
    pub(crate) fn new(world: World, schema: Option<&'static Schema>) -> Self {
        Self { world: Mutex::new(world), changes: watch::Sender::new(0), schema }
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        // A test that panicked while it held the world has failed already; the others may look on.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the world.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    /// Changes the world, and wakes whoever waits for a change.
    pub(crate) fn write<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let result = change(&mut self.lock());
        self.changes.send_modify(|count| *count += 1);
        result
    }

    /// Counts the changes so far, and tells of new ones.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Waits until `look` finds something, looking again after each change.
    pub(crate) async fn until<T>(&self, mut look: impl FnMut(&World) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        loop {
            changes.mark_unchanged();
            if let Some(found) = self.read(&mut look) {
                return found;
            }
            if changes.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    /// The same, for so long at most.
    pub(crate) async fn within<T>(&self, limit: Duration, look: impl FnMut(&World) -> Option<T>) -> Option<T> {
        tokio::time::timeout(limit, self.until(look)).await.ok()
    }
}
