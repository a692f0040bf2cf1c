// dom.js — makes elements. Text reaches the page as text nodes and attributes alone: there is no
// way in this file to hand markup to the parser, so what an article says is never more than words.

const SVG = "http://www.w3.org/2000/svg";

/** Plain values become attributes; `on` holds listeners, `prop` properties, `style` CSS values. */
function dress(element, props) {
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else if (key === "prop") {
      Object.assign(element, value);
    } else if (key === "style") {
      for (const [name, v] of Object.entries(value)) element.style.setProperty(name, v);
    } else {
      element.setAttribute(key, value === true ? "" : String(value));
    }
  }
}

/** Appends nodes, strings and (nested) lists of them; skips null and false. */
export function append(parent, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}

/** h("p", {class: "why"}, "Two ", h("strong", "sides")) — the second argument may be left out. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  if (isProps(props)) dress(element, props);
  else children.unshift(props);
  return append(element, ...children);
}

export function svg(tag, props, ...children) {
  const element = document.createElementNS(SVG, tag);
  if (isProps(props)) dress(element, props);
  else children.unshift(props);
  return append(element, ...children);
}

function isProps(value) {
  return value !== null && typeof value === "object" && !(value instanceof Node) && !Array.isArray(value);
}

/** An address outside the page, or nothing: only http and https may become a link. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
  } catch {
    return null;
  }
}
