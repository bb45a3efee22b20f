// Discord's markdown, line by line: headings, small text, quotes, lists, blocks of code.

import { h } from "./dom.js";
import { inline } from "./inline.js";

const CODE = /^```(?:([\w+-]*)\n)?([\s\S]*?)```/;
const ITEM = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(.+)$/;

// The nodes of a text; see `inline` for `known`.
export function markdown(text, known) {
  if (!text) return [];
  const nodes = [];
  const lines = text.split("\n");
  let paragraph = [];
  const flush = () => {
    if (paragraph.length) nodes.push(h("div", { class: "line" }, inline(paragraph.join("\n"), known)));
    paragraph = [];
  };
  while (lines.length) {
    const code = lines[0].includes("```") && CODE.exec(lines[0].slice(lines[0].indexOf("```")) + "\n" + lines.slice(1).join("\n"));
    const block = code ? null : blockOf(lines, known);
    if (code) {
      takeCode(lines, code, paragraph, flush, nodes);
    } else if (block) {
      flush();
      nodes.push(block);
    } else {
      paragraph.push(lines.shift());
    }
  }
  flush();
  return nodes;
}

function takeCode(lines, code, paragraph, flush, nodes) {
  const at = lines[0].indexOf("```");
  const rest = (lines[0].slice(at) + "\n" + lines.slice(1).join("\n")).slice(code[0].length).replace(/^\n/, "");
  if (at > 0) paragraph.push(lines[0].slice(0, at));
  flush();
  nodes.push(h("pre", {}, h("code", {}, code[2].replace(/\n$/, ""))));
  lines.splice(0, lines.length, ...(rest.trim() ? rest.replace(/\n$/, "").split("\n") : []));
}

// The block that begins with the first line, whose lines are then taken; null where it is plain text.
function blockOf(lines, known) {
  const heading = /^(#{1,3})\s+(.+)$/.exec(lines[0]);
  if (heading) {
    lines.shift();
    return h(`h${heading[1].length + 2}`, { class: `heading-${heading[1].length}` }, inline(heading[2], known));
  }
  const small = /^-#\s+(.+)$/.exec(lines[0]);
  if (small) {
    lines.shift();
    return h("div", { class: "small" }, inline(small[1], known));
  }
  if (lines[0].startsWith(">>> ")) {
    const quoted = lines.splice(0).join("\n").slice(4);
    return h("blockquote", {}, markdown(quoted, known));
  }
  if (/^> /.test(lines[0])) {
    const quoted = takeWhile(lines, (line) => /^>( |$)/.test(line)).map((line) => line.slice(2));
    return h("blockquote", {}, markdown(quoted.join("\n"), known));
  }
  return ITEM.test(lines[0]) ? list(takeWhile(lines, (line) => ITEM.test(line)), known) : null;
}

function takeWhile(lines, holds) {
  const taken = [];
  while (lines.length && holds(lines[0])) taken.push(lines.shift());
  return taken;
}

// A list of items; those that are further in than the first belong to the item before them.
function list(lines, known) {
  const [, indent, number] = ITEM.exec(lines[0]);
  const element = number ? h("ol", { start: number }) : h("ul");
  while (lines.length) {
    const item = ITEM.exec(lines.shift());
    const inner = takeWhile(lines, (line) => ITEM.exec(line)[1].length > indent.length);
    element.append(h("li", {}, inline(item[3], known), inner.length ? list(inner, known) : null));
  }
  return element;
}
