// Elements, made without HTML: text only ever becomes text nodes.

// An element with attributes (`on` holds listeners, false and null ones are left out) and children.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  reply: "M9 7V3L2 10l7 7v-4c5 0 9 2 11 6 0-7-4-12-11-12z",
  more: "M5 10a2 2 0 100 4 2 2 0 000-4zm7 0a2 2 0 100 4 2 2 0 000-4zm7 0a2 2 0 100 4 2 2 0 000-4z",
  eye: "M12 5c-5 0-9 4-10 7 1 3 5 7 10 7s9-4 10-7c-1-3-5-7-10-7zm0 11a4 4 0 110-8 4 4 0 010 8z",
  open: "M14 3h7v7h-2V6.4l-8.3 8.3-1.4-1.4L17.600 5H14zM5 5h6v2H7v10h10v-4h2v6H5z",
  down: "M5 8l7 8 7-8z",
  send: "M3 20l19-8L3 4v6l12 2-12 2z",
};

// A small picture that says nothing to a screen reader.
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

let count = 0;

// An id that no other element has.
export function unique(name) {
  count += 1;
  return `${name}-${count}`;
}
