// What the page asks of the playground.

export async function stage() {
  const response = await fetch("/stage");
  return response.json();
}

async function post(path, body) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  return text ? JSON.parse(text) : {};
}

// Someone does something in a channel.
export function act(person, channel, deed) {
  return post("/act", { person, channel, ...deed });
}

// Whether the bot may reach Discord.
export function allowConnection(allowed) {
  return post("/connection", { allowed });
}

// What someone sees in a channel, from now until `close` is called on what this gives.
export function watch(person, channel, hear) {
  const source = new EventSource(`/events?${new URLSearchParams({ person, channel })}`);
  source.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  return source;
}
