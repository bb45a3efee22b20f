// A menu or a list of options that opens beside something and closes with a choice, Escape, or a click elsewhere.

import { h } from "./dom.js";

let close = () => {};

// Opens a menu of `items`: label, detail, selected, `run`; or a heading. `at` is a place on the page, `anchor` an element.
export function openMenu(items, { at, anchor, role = "menu", label }) {
  close();
  const back = anchor ?? document.activeElement;
  const itemRole = role === "menu" ? "menuitem" : "option";
  const menu = h("div", { class: `menu ${role}`, role, "aria-label": label });
  close = () => {
    close = () => {};
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    back?.focus({ preventScroll: true });
  };
  for (const item of items) {
    if (item.heading) {
      menu.append(h("div", { class: "menu-heading", role: "presentation" }, item.heading));
      continue;
    }
    const run = () => {
      close();
      item.run();
    };
    menu.append(h("button", { type: "button", role: itemRole, tabindex: "-1", class: item.danger ? "danger" : null,
      "aria-selected": role === "listbox" ? String(item.selected === true) : null, on: { click: run } },
      h("span", {}, item.label), item.detail && h("small", {}, item.detail)));
  }
  menu.addEventListener("keydown", (event) => move(event, menu));
  document.body.append(menu);
  place(menu, at ?? anchor.getBoundingClientRect());
  document.addEventListener("pointerdown", outside, true);
  (menu.querySelector('[aria-selected="true"]') ?? menu.querySelector("button"))?.focus();

  function outside(event) {
    if (!menu.contains(event.target)) close();
  }
}

function move(event, menu) {
  const buttons = [...menu.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to !== undefined) buttons[(to + buttons.length) % buttons.length].focus();
  if (event.key === "Escape" || event.key === "Tab") close();
  if (to !== undefined || event.key === "Escape") event.preventDefault();
}

// Below the place where there is room, else above it; always within the window.
function place(menu, box) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + height + 8 < innerHeight;
  const top = below ? box.bottom + 4 : Math.max(8, box.top - height - 4);
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${top}px`;
}
