// Buttons and select menus under a message.

import { h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { words } from "./strings.js";

const BUTTON = 2;
const STRING_SELECT = 3;
const LINK = 5;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", [LINK]: "secondary" };

// A message's rows of controls.
export function controls(message, pane) {
  return (message.components ?? []).map((row) =>
    h("div", { class: "row" }, (row.components ?? []).map((control) => {
      if (control.type === BUTTON) return control.style === LINK ? linkButton(control, pane) : button(control, message, pane);
      return control.type === STRING_SELECT ? select(control, message, pane) : null;
    })));
}

function label(control) {
  const emoji = control.emoji?.name;
  return [emoji && h("span", { class: "emoji" }, emoji), control.label].filter(Boolean);
}

function linkButton(control, pane) {
  const opens = h("span", { class: "unseen" }, ` (${words(pane.locale).opens})`);
  return h("a", { class: "control secondary", href: control.url, target: "_blank", rel: "noopener noreferrer" },
    label(control), opens, icon("open"));
}

function button(control, message, pane) {
  const press = (event) => use(event.currentTarget, pane, { act: "press", message: message.id, custom_id: control.custom_id });
  return h("button", { type: "button", class: `control ${STYLES[control.style]}`, disabled: control.disabled === true,
    "data-key": control.custom_id, on: { click: press } }, label(control));
}

function select(control, message, pane) {
  const chosen = control.options.find((option) => option.default);
  const shown = chosen?.label ?? control.placeholder ?? words(pane.locale).choose;
  const element = h("button", { type: "button", class: chosen ? "select chosen" : "select", "aria-haspopup": "listbox",
    "data-key": control.custom_id, disabled: control.disabled === true }, h("span", {}, shown), icon("down"));
  element.addEventListener("click", () => {
    const items = control.options.map((option) => ({
      label: option.label, detail: option.description, selected: option.default === true,
      run: () => use(element, pane, { act: "choose", message: message.id, custom_id: control.custom_id, values: [option.value] }),
    }));
    openMenu(items, { anchor: element, role: "listbox", label: control.placeholder ?? words(pane.locale).choose });
  });
  return element;
}

async function use(element, pane, deed) {
  element.setAttribute("aria-busy", "true");
  await pane.interact(deed);
  element.removeAttribute("aria-busy");
}
