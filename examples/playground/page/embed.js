// An embed of a message.

import { picture } from "./attachment.js";
import { h } from "./dom.js";
import { inline } from "./inline.js";
import { markdown } from "./markdown.js";

// The element of an embed; see `inline` for `known`.
export function embed(one, known, pane) {
  const box = h("div", { class: "embed" },
    one.author?.name && h("div", { class: "embed-author" }, link(one.author.url, [one.author.name])),
    one.title && h("div", { class: "embed-title" }, link(one.url, inline(one.title, known))),
    one.description && h("div", { class: "embed-description" }, markdown(one.description, known)),
    one.fields?.length > 0 && h("div", { class: "fields" }, one.fields.map((field) =>
      h("div", { class: field.inline ? "field inline" : "field" },
        h("div", { class: "field-name" }, inline(field.name, known)),
        h("div", { class: "field-value" }, markdown(field.value, known))))),
    one.image && picture(one.image.url, one.image.description ?? "", pane),
    (one.footer || one.timestamp) && h("div", { class: "embed-footer" },
      [one.footer?.text, one.timestamp && dateOf(one.timestamp, known.locale)].filter(Boolean).join(" • ")));
  box.style.setProperty("--colour", colourOf(one.color));
  return box;
}

function colourOf(number) {
  return number ? `#${number.toString(16).padStart(6, "0")}` : "var(--edge)";
}

function link(address, label) {
  return address ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label) : h("span", {}, label);
}

function dateOf(timestamp, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(new Date(timestamp));
}
