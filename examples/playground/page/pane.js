// One person's view of one channel.

import * as api from "./api.js";
import { available, MESSAGE } from "./commands.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { openMenu } from "./menu.js";
import { isEphemeral, nameOf, render } from "./message.js";
import { localized, words } from "./strings.js";

const LOCALES = [["id", "Bahasa Indonesia"], ["en-US", "English"], ["ja", "日本語"]];
const CONTEXT_MENU_COMMAND = 23;
// Messages of one person that follow each other within so long stand together.
const TOGETHER_MS = 7 * 60 * 1000;

export class Pane {
  constructor(stage, person, hearState) {
    Object.assign(this, { stage, person, hearState, commands: [], messages: new Map(), dismissed: new Set() });
    this.channel = stage.channels[0];
    this.locale = person.locale;
    this.element = h("section", { class: "pane" });
    this.open();
  }

  // Shows the person's channel from the start.
  open() {
    this.source?.close();
    this.messages.clear();
    const say = words(this.locale);
    this.element.lang = this.locale;
    this.element.setAttribute("aria-label", `${this.person.name}, ${this.channel.label}`);
    this.list = h("ol", { class: "messages", role: "log", "aria-label": say.messages, tabindex: "0" });
    // Whoever reads the end stays there, also when the window's size changes or a picture comes in.
    this.stays = true;
    this.list.addEventListener("scroll", () => { this.stays = this.isAtEnd(); });
    this.resizing?.disconnect();
    this.resizing = new ResizeObserver(() => this.stays && this.keepAtEnd());
    this.resizing.observe(this.list);
    this.composer = new Composer(this);
    this.element.replaceChildren(this.head(say), this.list, this.composer.element);
    this.source = api.watch(this.person.name, this.channel.id, (change) => this.hear(change));
  }

  close() {
    this.source.close();
    this.resizing.disconnect();
    this.element.remove();
  }

  head(say) {
    const channels = this.stage.channels.filter((one) => !one.owner || one.owner === this.person.name);
    const pick = (label, name, options, chosen, change) =>
      h("label", { class: `pick ${name}` }, h("span", { class: "unseen" }, label),
        h("select", { name, on: { change: (event) => change(event.target.value) } },
          options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
    return h("header", { class: "pane-head" },
      pick(say.channel, "channel", channels.map((one) => [one.id, one.label]), this.channel.id, (id) => this.goToChannel(id)),
      pick(say.person, "person", this.stage.people.map((one) => [one.name, one.name]), this.person.name, (name) => this.become(name)),
      pick(say.language, "language", LOCALES, this.locale, (locale) => this.read(locale)));
  }

  goToChannel(id) {
    this.channel = this.stage.channels.find((one) => one.id === id);
    this.open();
  }

  become(name) {
    this.person = this.stage.people.find((one) => one.name === name);
    this.locale = this.person.locale;
    if (this.channel.owner) this.channel = this.stage.channels.find((one) => one.owner === name);
    this.open();
  }

  async read(locale) {
    this.person.locale = this.locale = locale;
    await this.act({ act: "locale", locale });
    this.open();
  }

  act(deed) {
    return api.act(this.person.name, this.channel.id, deed);
  }

  // Does what the bot has to answer, and shows where it does not.
  async interact(deed) {
    const answer = await this.act(deed);
    const say = words(this.locale);
    if (answer.answer === "deferred") this.say(`${this.stage.bot.name} ${say.thinking}`, answer.interaction);
    if (answer.answer === "failed") this.say(deed.message ? say.failed : say.silent);
    if (answer.refused) this.say(answer.refused);
  }

  // A line that is no message; it stands until the message of `interaction` comes.
  say(text, interaction) {
    this.list.append(h("li", { class: "aside", "data-interaction": interaction }, text));
    this.keepAtEnd();
  }

  hear(change) {
    const { stays } = this;
    if (change.state) {
      this.commands = change.state.commands;
      this.hearState(change.state);
    }
    for (const id of change.gone ?? []) {
      this.messages.delete(id);
      this.find(id)?.remove();
    }
    for (const message of change.messages ?? []) this.show(message);
    this.group();
    if (stays) this.keepAtEnd();
  }

  show(message) {
    if (this.dismissed.has(message.id)) return;
    const interaction = message.interaction_metadata?.id;
    if (interaction) this.list.querySelector(`[data-interaction="${CSS.escape(interaction)}"]`)?.remove();
    const old = this.find(message.id);
    const element = render(message, this);
    this.messages.set(message.id, message);
    if (old) {
      const focused = old.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(element);
      // What was pressed may be gone: then the message itself keeps the place.
      if (hadFocus) (element.querySelector(`[data-key="${CSS.escape(focused ?? "")}"]`) ?? element).focus({ preventScroll: true });
    } else {
      const next = [...this.list.children].find((one) => one.dataset.id && BigInt(one.dataset.id) > BigInt(message.id));
      this.list.insertBefore(element, next ?? null);
    }
  }

  find(id) {
    return this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  // Marks the messages that run on from the one before.
  group() {
    let before = null;
    for (const element of this.list.children) {
      const message = this.messages.get(element.dataset.id);
      const isSame = message && before && message.author.id === before.author.id && !element.classList.contains("opening")
        && isEphemeral(message) === isEphemeral(before)
        && Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS;
      element.classList.toggle("running-on", Boolean(isSame));
      before = message;
    }
  }

  dismiss(id) {
    this.dismissed.add(id);
    this.find(id)?.remove();
    this.composer.field.focus();
  }

  isAtEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 120;
  }

  keepAtEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }

  goTo(id) {
    const element = this.find(id);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }

  // The names that a message's text needs.
  known(message) {
    const { bot, people, channels } = this.stage;
    const named = [...people.map((one) => [one.id, one.name]), [bot.id, bot.name], ...message.mentions.map((user) => [user.id, nameOf(user)])];
    return { bot, locale: this.locale, names: Object.fromEntries(named),
      channels: Object.fromEntries(channels.map((one) => [one.id, one.label])) };
  }

  // A text with names in the place of mentions and without its marks, on one line.
  plain(text, message) {
    const { names } = this.known({ mentions: [], ...message });
    return text.replace(/<@!?(\d+)>/g, (_, id) => `@${names[id] ?? id}`).replace(/^#+ |^-# |\*\*|__/gm, "");
  }

  // A command's name as this person knows it.
  commandName(name, type) {
    const [first, ...rest] = name.split(" ");
    const command = this.commands.find((one) => one.name === (type === CONTEXT_MENU_COMMAND ? name : first));
    const shown = command ? localized(command, "name", this.locale) : first;
    return type === CONTEXT_MENU_COMMAND ? shown : `/${[shown, ...rest].join(" ")}`;
  }

  openMenu(event, message) {
    event.preventDefault();
    const say = words(this.locale);
    const isOwn = message.author.id === this.person.id;
    const items = [];
    if (!isEphemeral(message)) items.push({ label: say.reply, run: () => this.composer.replyTo(message) });
    if (isOwn) items.push({ label: say.edit, run: () => this.composer.edit(message) });
    const apps = available(this.commands, MESSAGE, this);
    if (apps.length > 0) items.push({ heading: say.apps });
    for (const command of apps) {
      items.push({ label: localized(command, "name", this.locale), detail: this.stage.bot.name,
        run: () => this.interact({ act: "message-command", message: message.id, name: command.name }) });
    }
    if (isOwn) items.push({ label: say.remove, danger: true, run: () => this.act({ act: "delete", message: message.id }) });
    if (items.length === 0) return;
    const box = event.type === "click" ? event.currentTarget.getBoundingClientRect()
      : { left: event.clientX, top: event.clientY, bottom: event.clientY };
    openMenu(items, { at: box, label: say.more });
  }
}
