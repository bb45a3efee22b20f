// Where someone writes: messages, mentions, replies, edits, and the way into commands.

import { CommandForm } from "./command-form.js";
import { slashes } from "./commands.js";
import { h, icon, unique } from "./dom.js";
import { nameOf } from "./message.js";
import { words } from "./strings.js";
import { Suggestions } from "./suggestions.js";

const MENTION = /(^|\s)@(\S*)$/u;
// How the picker writes a mention of the bot's role, which is offered beside the bot.
const ROLE = "@role:";

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.element = h("div", { class: "composer" });
    this.reset();
  }

  // An empty field, with neither reply nor edit in hand.
  reset() {
    this.target = null;
    const say = words(this.pane.locale);
    const id = unique("text");
    const label = `${say.write} ${this.pane.channel.label}`;
    this.field = h("textarea", { id, rows: "1", placeholder: label, maxlength: "4000", autocomplete: "off",
      on: { keydown: (event) => this.key(event), input: () => this.typed() } });
    this.notice = h("div", { class: "notice", hidden: true });
    const holder = h("div", { class: "holder" });
    this.suggestions = new Suggestions(this.field, holder, {
      label: say.suggestions, find: async (text) => this.find(text), pick: (item) => item.run(),
    });
    this.element.replaceChildren(holder, this.notice,
      h("div", { class: "writing" },
        h("label", { for: id, class: "unseen" }, label), this.field,
        h("button", { type: "button", class: "send", "aria-label": say.send, title: say.send, on: { click: () => this.send() } }, icon("send"))));
  }

  // The suggestions for what is typed: commands after a slash, people after an @.
  find(text) {
    if (this.target?.edit) return null;
    if (text.startsWith("/")) {
      const wanted = text.slice(1).toLowerCase();
      const all = slashes(this.pane.commands, this.pane);
      const found = all.filter((slash) => slash.label.slice(1).toLowerCase().startsWith(wanted) || slash.path.join(" ").startsWith(wanted));
      return found.map((slash) => ({ ...slash, run: () => this.command(slash) }));
    }
    const before = text.slice(0, this.field.selectionStart);
    const typed = MENTION.exec(before);
    if (!typed) return null;
    const { bot, people } = this.pane.stage;
    const named = [{ label: `@${bot.name}`, detail: words(this.pane.locale).app }, ...people.map((one) => ({ label: `@${one.name}` })),
      { label: `${ROLE}${bot.name}` }];
    return named
      .filter((one) => one.label.toLowerCase().startsWith(`@${typed[2].toLowerCase()}`))
      .map((one) => ({ ...one, run: () => this.insert(one.label, typed[2].length + 1) }));
  }

  // Puts a mention in the place of what was typed of it.
  insert(text, length) {
    const at = this.field.selectionStart;
    this.field.setRangeText(`${text} `, at - length, at, "end");
    this.field.focus();
    this.typed();
  }

  typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 200)}px`;
    const slash = this.field.value.endsWith(" ") && slashes(this.pane.commands, this.pane)
      .find((one) => [one.label, `/${one.path.join(" ")}`].includes(this.field.value.trimEnd()));
    if (slash) this.command(slash);
  }

  command(slash) {
    const form = new CommandForm(slash, this.pane, () => {
      this.reset();
      this.field.focus();
    });
    this.element.replaceChildren(form.element);
    form.focus();
  }

  replyTo(message) {
    const say = words(this.pane.locale);
    this.reset();
    const ping = h("input", { type: "checkbox", checked: true, id: unique("ping") });
    this.target = { reply: message.id, ping };
    this.tell(`${say.replyingTo} ${nameOf(message.author)}`, h("label", { for: ping.id }, ping, ` ${say.ping}`));
  }

  edit(message) {
    this.reset();
    this.target = { edit: message.id };
    this.field.value = this.pane.plain(message.content, message);
    this.tell(words(this.pane.locale).edit);
    this.typed();
  }

  tell(...content) {
    const cancel = h("button", { type: "button", class: "link", on: { click: () => this.reset() } }, words(this.pane.locale).cancel);
    this.notice.replaceChildren(h("span", {}, content[0]), ...content.slice(1), cancel);
    this.notice.hidden = false;
    this.field.focus();
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !this.suggestions.isOpen) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.target) {
      this.reset();
      this.field.focus();
    }
  }

  async send() {
    const text = this.withMentions(this.field.value.trim());
    if (!text) return;
    const target = this.target;
    this.reset();
    this.field.focus();
    if (target?.edit) await this.pane.act({ act: "edit", message: target.edit, text });
    else if (target) await this.pane.act({ act: "say", text, reply_to: target.reply, ping: target.ping.checked });
    else await this.pane.act({ act: "say", text });
  }

  // Names after an @ as Discord sends them.
  withMentions(text) {
    const { bot, people } = this.pane.stage;
    const named = [bot, ...people].map((one) => [`@${one.name}`, `<@${one.id}>`]);
    return [[`${ROLE}${bot.name}`, "<@&bot>"], ...named].reduce((sent, [shown, mention]) => sent.replaceAll(shown, mention), text);
  }
}
