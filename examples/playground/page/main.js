// The page: one person's channel, or two people's side by side; its look; the bot's connection.

import * as api from "./api.js";
import { Pane } from "./pane.js";

const stage = await api.stage();
const asked = new URLSearchParams(location.search);
const byId = (id) => document.getElementById(id);
const panes = [];

document.title = `${stage.bot.name}’s playground`;
byId("guild").textContent = stage.guild;

// What is chosen stands in the address, so that a reload keeps it.
function remember() {
  asked.set("people", panes.map((pane) => pane.person.name).join(","));
  asked.set("theme", document.documentElement.dataset.theme);
  history.replaceState(null, "", `?${asked}`);
}

function open(name) {
  const person = stage.people.find((one) => one.name === name) ?? stage.people[panes.length];
  const pane = new Pane(stage, person, showState);
  panes.push(pane);
  byId("panes").append(pane.element);
  byId("second").setAttribute("aria-pressed", String(panes.length > 1));
}

function showState({ online }) {
  byId("status").textContent = `${stage.bot.name}: ${online ? "online" : "offline"}`;
  byId("status").classList.toggle("online", online);
}

function wear(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").setAttribute("aria-pressed", String(theme === "light"));
}

byId("theme").addEventListener("click", () => {
  wear(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  remember();
});

byId("second").addEventListener("click", () => {
  if (panes.length > 1) panes.pop().close();
  else open(stage.people.find((one) => one.name !== panes[0].person.name).name);
  byId("second").setAttribute("aria-pressed", String(panes.length > 1));
  remember();
});

byId("connection").addEventListener("click", async (event) => {
  const allowed = event.currentTarget.getAttribute("aria-pressed") !== "true";
  event.currentTarget.setAttribute("aria-pressed", String(allowed));
  await api.allowConnection(allowed);
});

wear(asked.get("theme") ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"));
for (const name of (asked.get("people") ?? stage.people[0].name).split(",").slice(0, 2)) open(name);
byId("panes").addEventListener("change", remember);
await api.allowConnection(true);
