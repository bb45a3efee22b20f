// A slash command that is being filled in: a field for each option.

import { nested } from "./commands.js";
import { h, unique } from "./dom.js";
import { localized, words } from "./strings.js";
import { Suggestions } from "./suggestions.js";

const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;

export class CommandForm {
  // `done` is called when it was sent or given up.
  constructor(slash, pane, done) {
    Object.assign(this, { slash, pane, done, fields: new Map() });
    const say = words(pane.locale);
    this.holder = h("div", { class: "holder" });
    const send = (event) => {
      event.preventDefault();
      this.send();
    };
    const escape = (event) => event.key === "Escape" && this.done();
    this.element = h("form", { class: "command", "aria-label": slash.label, on: { submit: send, keydown: escape } },
      h("div", { class: "command-head" }, h("b", {}, slash.label), " ", h("span", {}, slash.detail)),
      this.holder,
      h("div", { class: "options" }, slash.options.map((option) => this.field(option, say))),
      h("div", { class: "command-foot" },
        h("button", { type: "button", class: "control secondary", on: { click: () => this.done() } }, say.cancel),
        h("button", { class: "control primary" }, say.send)));
  }

  focus() {
    (this.element.querySelector("input, select") ?? this.element.querySelector(".primary")).focus();
  }

  field(option, say) {
    const id = unique("option");
    const input = this.input(option, id, say);
    this.fields.set(option.name, { option, input, picked: null });
    if (option.autocomplete) this.complete(option, input, say);
    return h("div", { class: "option" },
      h("label", { for: id }, localized(option, "name", this.pane.locale), !option.required && h("small", {}, ` (${say.optional})`)),
      input,
      h("small", { class: "hint", id: `${id}-hint` }, localized(option, "description", this.pane.locale)));
  }

  input(option, id, say) {
    const common = { id, name: option.name, required: option.required === true, "aria-describedby": `${id}-hint` };
    const choices = option.type === BOOLEAN ? [{ name: say.yes, value: true }, { name: say.no, value: false }] : option.choices;
    if (choices?.length) {
      return h("select", common, h("option", { value: "" }, "—"), choices.map((choice) =>
        h("option", { value: JSON.stringify(choice.value) }, localized(choice, "name", this.pane.locale))));
    }
    if ((option.type === INTEGER || option.type === NUMBER) && !option.autocomplete) {
      return h("input", { ...common, type: "number", min: option.min_value, max: option.max_value,
        step: option.type === INTEGER ? "1" : "any" });
    }
    return h("input", { ...common, type: "text", autocomplete: "off", minlength: option.min_length, maxlength: option.max_length ?? 6000 });
  }

  // Suggestions from the bot. What was picked holds until something else is typed.
  complete(option, input, say) {
    const field = this.fields.get(option.name);
    input.addEventListener("input", () => { field.picked = null; });
    return new Suggestions(input, this.holder, {
      label: say.suggestions,
      empty: say.none,
      find: async (typed) => {
        if (field.picked) return null;
        const others = this.options();
        delete others[option.name];
        const deed = { act: "complete", name: this.slash.path[0], option: option.name, typed, others };
        const answer = await this.pane.act(deed);
        return (answer.data?.choices ?? []).map((choice) => ({ label: localized(choice, "name", this.pane.locale), value: choice.value }));
      },
      pick: (item) => {
        input.value = item.label;
        field.picked = item;
      },
    });
  }

  // The options that are filled in, each as its type has it.
  options() {
    const given = {};
    for (const [name, { option, input, picked }] of this.fields) {
      if (input.value === "") continue;
      if (picked) given[name] = picked.value;
      else if (input.tagName === "SELECT") given[name] = JSON.parse(input.value);
      else given[name] = option.type === INTEGER || option.type === NUMBER ? Number(input.value) : input.value;
    }
    return given;
  }

  async send() {
    const options = nested(this.slash.path, this.options());
    this.done();
    await this.pane.interact({ act: "command", name: this.slash.path[0], options });
  }
}
