//! Waiting until clients are idle.

use super::PATIENCE;
use crate::sandbox::Sandbox;

/// Round trips that have to pass without a request.
const ROUNDS: u32 = 3;

pub(crate) async fn settled(sandbox: &Sandbox) {
    let quiet = tokio::time::timeout(PATIENCE, async {
        let mut rounds = 0;
        let mut requests = count(sandbox);
        while rounds < ROUNDS {
            let all_seen = round_trip(sandbox).await;
            let now = count(sandbox);
            rounds = if all_seen && now == requests { rounds + 1 } else { 0 };
            requests = now;
        }
    });
    assert!(quiet.await.is_ok(), "clients were not idle after {PATIENCE:?}: {:#?}", sandbox.requests().last());
}

fn count(sandbox: &Sandbox) -> usize {
    sandbox.shared.read(|world| world.requests.len())
}

/// Asks every client for a heartbeat, and waits for it. Whether they had seen everything by then, and nothing was under
/// way: what was sent while a heartbeat was on its way is seen with the next one.
async fn round_trip(sandbox: &Sandbox) -> bool {
    let before = sandbox.shared.read(|world| world.gateway.heartbeats);
    let wanted = sandbox.shared.read(|world| world.gateway.live().count() as u64);
    sandbox.gateway().request_heartbeats();
    sandbox.shared.until(|world| (world.gateway.heartbeats >= before + wanted).then_some(())).await;
    sandbox.shared.read(|world| {
        let sessions = world.gateway.sessions.values().filter(|session| session.connection.is_some());
        let seen = sessions.into_iter().all(|session| session.acknowledged >= session.sequence);
        seen && world.in_flight == 0
    })
}
