// Files that came with a message: pictures are shown, and open large.

import { h } from "./dom.js";
import { words } from "./strings.js";

export function attachment(one, pane) {
  if (one.content_type?.startsWith("image/")) return picture(one.url, one.description ?? "", pane);
  return h("div", { class: "file" },
    h("a", { href: one.url, target: "_blank", rel: "noopener noreferrer" }, one.filename),
    h("small", {}, ` ${Math.ceil(one.size / 1024)} KB`));
}

// A picture that opens large.
export function picture(address, alternative, pane) {
  const say = words(pane.locale);
  const open = () => enlarge(address, alternative, say);
  const image = h("img", { src: address, alt: alternative, on: { load: () => pane.stays && pane.keepAtEnd() } });
  return h("button", { type: "button", class: "picture", "aria-label": alternative || say.picture, on: { click: open } }, image);
}

function enlarge(address, alternative, say) {
  const dialog = h("dialog", { class: "large", "aria-label": alternative || say.picture });
  const close = () => dialog.close();
  dialog.append(
    h("img", { src: address, alt: alternative }),
    h("form", { method: "dialog" }, h("button", { autofocus: true }, say.close)));
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
