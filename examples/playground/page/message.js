// A message as a channel shows it.

import { attachment } from "./attachment.js";
import { controls } from "./controls.js";
import { h, icon } from "./dom.js";
import { embed } from "./embed.js";
import { markdown } from "./markdown.js";
import { words } from "./strings.js";

const EPHEMERAL = 64;
const SUPPRESS_EMBEDS = 4;

export function isEphemeral(message) {
  return (message.flags & EPHEMERAL) !== 0;
}

export function nameOf(user) {
  return user.global_name ?? user.username;
}

// The element of a message. `pane` is where it is shown: its reader, and what can be done there.
export function render(message, pane) {
  const say = words(pane.locale);
  const known = pane.known(message);
  const ephemeral = isEphemeral(message);
  const isMentioned = message.mentions.some((user) => user.id === pane.person.id);
  const classes = ["message", ephemeral && "ephemeral", isMentioned && "mentioned", isOpening(message) && "opening"];
  const name = nameOf(message.author);
  return h("li", { class: classes.filter(Boolean).join(" "), "data-id": message.id, tabindex: "-1",
    on: { contextmenu: (event) => pane.openMenu(event, message) } },
    h("article", { "aria-label": `${name}, ${timeOf(message, pane.locale)}` },
      context(message, pane, say),
      avatar(message.author, pane),
      h("div", { class: "body" },
        h("div", { class: "author" },
          h("span", { class: message.author.bot ? "name bot" : "name" }, name),
          message.author.bot && h("span", { class: "tag" }, say.app),
          h("time", { datetime: message.timestamp }, timeOf(message, pane.locale))),
        h("div", { class: "content" },
          markdown(message.content, known),
          message.edited_timestamp && h("span", { class: "edited" }, say.edited)),
        (message.flags & SUPPRESS_EMBEDS ? [] : message.embeds).map((one) => embed(one, known, pane)),
        message.attachments.map((one) => attachment(one, pane)),
        controls(message, pane),
        ephemeral && footOfEphemeral(message, pane, say)),
      toolbar(message, pane, say)));
}

// Whether a message says what it answers, so that it never runs on from the one before.
function isOpening(message) {
  return Boolean(message.message_reference || message.interaction_metadata);
}

function timeOf(message, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(message.timestamp));
}

function avatar(author, pane) {
  if (author.id === pane.stage.bot.id) return h("img", { class: "avatar", src: "/page/kembar.svg", alt: "" });
  const hue = 28 + 83 * pane.stage.people.findIndex((one) => one.id === author.id);
  const initial = h("span", { class: "avatar initial", "aria-hidden": "true" }, nameOf(author).slice(0, 1));
  initial.style.backgroundColor = `hsl(${hue} 45% 42%)`;
  return initial;
}

// The line above: what it replies to, or which command it answers.
function context(message, pane, say) {
  const interaction = message.interaction_metadata;
  if (interaction?.name) {
    const name = pane.commandName(interaction.name, message.type);
    return h("div", { class: "context" }, h("b", {}, nameOf(interaction.user)), ` ${say.used} `,
      h("span", { class: "mention" }, name));
  }
  if (!message.message_reference) return null;
  const replied = message.referenced_message;
  if (!replied) return h("div", { class: "context" }, h("i", {}, say.gone));
  const go = () => pane.goTo(replied.id);
  const summary = replied.content || replied.embeds[0]?.description || "…";
  return h("div", { class: "context" },
    h("button", { type: "button", class: "replied", on: { click: go } }, h("b", {}, nameOf(replied.author)), " ",
      h("span", {}, pane.plain(summary, replied))));
}

function footOfEphemeral(message, pane, say) {
  const dismiss = () => pane.dismiss(message.id);
  return h("div", { class: "foot" }, icon("eye"), say.onlyYou, " · ",
    h("button", { type: "button", class: "link", on: { click: dismiss } }, say.dismiss));
}

function toolbar(message, pane, say) {
  const reply = () => pane.composer.replyTo(message);
  const more = (event) => pane.openMenu(event, message);
  return h("div", { class: "toolbar" },
    !isEphemeral(message) && h("button", { type: "button", "aria-label": say.reply, title: say.reply, on: { click: reply } }, icon("reply")),
    h("button", { type: "button", "aria-label": say.more, title: say.more, "aria-haspopup": "menu", on: { click: more } }, icon("more")));
}
