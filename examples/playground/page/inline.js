// Discord's markdown within a line.

import { h } from "./dom.js";

// Each rule is tried where the rest of the text stands: a pattern, and what it becomes. The first that fits wins.
const RULES = [
  [/^\\([^\p{L}\p{N}\s])/u, (match) => [match[1]]],
  [/^(`{1,2})((?:[^`]|`(?!\1))+?)\1(?!`)/, (match) => [h("code", {}, match[2])]],
  [/^<@!?(\d+)>/, (match, known) => [mention(`@${known.names[match[1]] ?? "unknown-user"}`)]],
  [/^<@&(\d+)>/, (match, known) => [mention(`@${known.bot.name}`)]],
  [/^<#(\d+)>/, (match, known) => [mention(known.channels[match[1]] ?? "# unknown")]],
  [/^<\/([^:>]+):\d+>/, (match) => [mention(`/${match[1]}`)]],
  [/^<t:(-?\d+)(?::([tTdDfFR]))?>/, (match, known) => [time(Number(match[1]), match[2] ?? "f", known.locale)]],
  [/^<(https?:\/\/[^\s<>]+)>/, (match) => [link(match[1], [match[1]])]],
  [/^\[((?:\\.|[^\[\]\\]|\[[^\]]*\])+)\]\(<?(https?:\/\/[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: "[^"]*")?\)/,
    (match, known) => [link(match[2], inline(match[1], known))]],
  [/^https?:\/\/[^\s<>]*[^\s<>.,:;"'\])]/, (match) => [link(match[0], [match[0]])]],
  [/^\*\*\*((?:\\.|[^\\])+?)\*\*\*(?!\*)/s, (match, known) => [h("strong", {}, h("em", {}, inline(match[1], known)))]],
  [/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/s, (match, known) => [h("strong", {}, inline(match[1], known))]],
  [/^__((?:\\.|[^\\])+?)__(?!_)/s, (match, known) => [h("u", {}, inline(match[1], known))]],
  [/^\*(?!\s)((?:\\.|\*\*(?:\\.|[^\\])+?\*\*|[^\\*])+?)\*(?!\*)/s, (match, known) => [h("em", {}, inline(match[1], known))]],
  [/^_((?:\\.|__(?:\\.|[^\\])+?__|[^\\_])+?)_(?![\p{L}\p{N}_])/su, (match, known) => [h("em", {}, inline(match[1], known))]],
  [/^~~((?:\\.|[^\\])+?)~~/s, (match, known) => [h("s", {}, inline(match[1], known))]],
  [/^\|\|((?:\\.|[^\\])+?)\|\|/s, (match, known) => [spoiler(inline(match[1], known))]],
  [/^(@everyone|@here)/, (match) => [mention(match[1])]],
];

// What may begin a rule; all else is text.
const PLAIN = /^[^\\`<[*_~|@h\n]+/;
const WORD = /[\p{L}\p{N}]$/u;

// The nodes of a text. `known` has the names of mentioned people by id, the channels, the bot, and the reader's locale.
export function inline(text, known) {
  const nodes = [];
  let plain = "";
  const push = (...more) => {
    if (plain) nodes.push(plain);
    plain = "";
    nodes.push(...more);
  };
  while (text) {
    const skipped = PLAIN.exec(text);
    if (skipped) {
      plain += skipped[0];
      text = text.slice(skipped[0].length);
      continue;
    }
    if (text[0] === "\n") {
      push(h("br"));
      text = text.slice(1);
      continue;
    }
    // An address or a single underscore in the middle of a word is part of the word; two underline, also there.
    const inWord = WORD.test(plain) && (text[0] === "h" || (text[0] === "_" && text[1] !== "_"));
    const found = inWord ? null : firstRule(text);
    if (found) {
      push(...found.rule[1](found.match, known));
      text = text.slice(found.match[0].length);
    } else {
      plain += text[0];
      text = text.slice(1);
    }
  }
  push();
  return nodes;
}

function firstRule(text) {
  for (const rule of RULES) {
    const match = rule[0].exec(text);
    if (match) return { rule, match };
  }
  return null;
}

function mention(text) {
  return h("span", { class: "mention" }, text);
}

function link(address, label) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label);
}

function spoiler(content) {
  const reveal = (event) => event.currentTarget.classList.add("revealed");
  return h("button", { type: "button", class: "spoiler", on: { click: reveal } }, content);
}

const TIMES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};

function time(seconds, style, locale) {
  const date = new Date(seconds * 1000);
  const text = style === "R" ? relative(seconds, locale) : new Intl.DateTimeFormat(locale, TIMES[style]).format(date);
  return h("time", { class: "timestamp", datetime: date.toISOString() }, text);
}

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];

function relative(seconds, locale) {
  const ahead = seconds - Date.now() / 1000;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(ahead) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(ahead / length), unit);
}
