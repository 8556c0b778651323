// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an element. Strings among the children become text, never markup; null and false are left out. The attributes
 * come from our own code alone: whatever comes from outside is text, or passes through text.js and outside.js.
 */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Writes only what changed, so that a screen reader and the layout are left alone. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/**
 * Brings a list's children to the items, keeping the element of each key: what has the focus keeps it.
 *
 * @param make (item) => element with a method update(item)
 */
export function keyed(list, items, keyOf, make) {
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let at = list.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let element = before.get(key);
    before.delete(key);
    if (!element) {
      element = make(item);
      element.dataset.key = key;
    }
    element.update(item);
    if (element === at) at = at.nextElementSibling;
    else list.insertBefore(element, at);
  }
  before.forEach((element) => element.remove());
}

/** Arrow keys, Home and End move through the main links of a list; Tab reaches all of them as ever. */
export function arrowKeys(list, selector) {
  list.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll(selector)];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined || !links[to]) return;
    event.preventDefault();
    links[to].focus();
  });
}

/** Puts new content in the place of the old, where it differs; the link that had the focus has it again. */
export function replace(host, ...nodes) {
  const next = el("div", {}, ...nodes);
  if (host.childNodes.length === next.childNodes.length && [...host.childNodes].every((node, at) => node.isEqualNode(next.childNodes[at]))) return;
  const focused = host.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const scrolled = [host.scrollTop, host.firstElementChild?.scrollTop ?? 0];
  host.replaceChildren(...next.childNodes);
  if (focused !== null) [...host.querySelectorAll("a[href]")].find((link) => link.getAttribute("href") === focused)?.focus({ preventScroll: true });
  host.scrollTop = scrolled[0];
  if (host.firstElementChild) host.firstElementChild.scrollTop = scrolled[1];
}
