// A list of suggestions above a text field, as a combobox: arrows, Enter or Tab, a click; Escape closes it.

import { h, unique } from "./dom.js";

export class Suggestions {
  // `find(text)` gives the items (label, detail, …) or null for none; `pick(item)` takes one.
  constructor(field, holder, { label, empty, find, pick }) {
    Object.assign(this, { field, find, pick, empty, items: [], at: 0, asked: 0 });
    this.list = h("ul", { class: "suggestions", role: "listbox", id: unique("suggestions"), "aria-label": label, hidden: true });
    holder.append(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.ask());
    field.addEventListener("focus", () => this.ask());
    field.addEventListener("blur", () => this.hide());
    field.addEventListener("keydown", (event) => this.key(event));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  async ask() {
    this.asked += 1;
    const number = this.asked;
    const items = await this.find(this.field.value);
    // An answer to what has been typed over since is none.
    if (number !== this.asked || document.activeElement !== this.field) return;
    if (items === null || (items.length === 0 && !this.empty)) this.hide();
    else this.show(items);
  }

  show(items) {
    this.items = items;
    this.at = 0;
    this.list.replaceChildren(...items.map((item, number) => this.option(item, number)));
    if (items.length === 0) this.list.append(h("li", { class: "empty" }, this.empty));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.mark();
  }

  option(item, number) {
    const take = (event) => {
      event.preventDefault();
      this.take(number);
    };
    return h("li", { role: "option", id: `${this.list.id}-${number}`, on: { pointerdown: take } },
      h("span", { class: "suggestion" }, item.label), item.detail && h("small", {}, item.detail));
  }

  mark() {
    const options = [...this.list.querySelectorAll("[role=option]")];
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === this.at)));
    if (options[this.at]) {
      this.field.setAttribute("aria-activedescendant", options[this.at].id);
      options[this.at].scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  take(number) {
    const item = this.items[number];
    this.hide();
    if (item) this.pick(item);
  }

  hide() {
    this.asked += 1;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (!this.isOpen || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.at = (this.at + step + this.items.length) % Math.max(1, this.items.length);
      this.mark();
    } else if ((event.key === "Enter" || event.key === "Tab") && this.items.length > 0) {
      this.take(this.at);
    } else if (event.key === "Escape") {
      this.hide();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
