// drawing.js — a figure that is drawn as wide as the room it has, and can be kept as SVG or PNG. What
// is drawn stands in words beside it as well: a picture is never the only copy of a fact.

import { h, svg } from "./dom.js";
import { save } from "./save.js";

const FIRST_WIDTH = 720; // before the page says how much room there is
const LEAST_WIDTH = 260;
const SHARP = 2; // pixels of a PNG for each of the drawing

/** draw(width) → an <svg>; called again when the room changes. */
export function drawing(ctx, name, draw) {
  const holder = h("div", { class: "canvas" });
  let drawn = 0;
  const paint = (room) => {
    const width = Math.max(LEAST_WIDTH, Math.round(room));
    if (Math.abs(width - drawn) < 8) return;
    drawn = width;
    holder.replaceChildren(draw(width));
  };
  paint(FIRST_WIDTH);
  if (typeof ResizeObserver === "function")
    new ResizeObserver(([entry]) => entry.contentRect.width > 0 && paint(entry.contentRect.width)).observe(
      holder,
    );
  return h(
    "figure",
    { class: `draw ${name}` },
    holder,
    keepButtons(ctx, name, () => holder.firstChild),
  );
}

/** "Keep as SVG", "Keep as PNG" for the drawing that stands there when they are pressed. */
export function keepButtons(ctx, name, picture) {
  const button = (key, run) =>
    h(
      "button",
      {
        type: "button",
        class: "more",
        on: { click: () => run().catch(() => ctx.say(ctx.t("draw.failed"))) },
      },
      ctx.t(key),
    );
  return h(
    "p",
    { class: "saves" },
    button("draw.svg", async () => save(`crossread-${name}.svg`, "image/svg+xml", svgText(picture()))),
    button("draw.png", async () => save(`crossread-${name}.png`, "image/png", await png(picture()))),
  );
}

const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
];

/** The drawing as a file of its own: what the page's sheet gives it is written into it. */
export function svgText(picture) {
  const box = picture.getBoundingClientRect();
  const copy = picture.cloneNode(true);
  const from = [picture, ...picture.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, i) => {
    const look = getComputedStyle(from[i]);
    for (const name of LOOKS) {
      const value = look.getPropertyValue(name);
      if (value) node.setAttribute(name, value);
    }
    node.removeAttribute("class");
    node.removeAttribute("style");
    if (node.localName === "a") node.removeAttribute("href"); // an address inside the page leads nowhere
  });
  const [, , width, height] = (copy.getAttribute("viewBox") ?? `0 0 ${box.width} ${box.height}`).split(" ");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const ground = svg("rect", {
    width,
    height,
    fill: getComputedStyle(picture.getRootNode().host ?? picture).backgroundColor,
  });
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

async function png(picture) {
  const text = svgText(picture);
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SHARP;
    canvas.height = image.naturalHeight * SHARP;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

// ---- the badge of a source, drawn ---------------------------------------------------------------

const SHAPES = [
  (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`,
  (r) => `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`,
  (r) => `M${-r} ${-r}H${r}V${r * 0.25}L0 ${r * 1.15}L${-r} ${r * 0.25}Z`,
  (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  (r) => `M${-r * 0.6} ${-r}H${r * 0.6}L${r * 1.15} 0L${r * 0.6} ${r}H${-r * 0.6}L${-r * 1.15} 0Z`,
];
const COLOURS = 8;

export function drawnBadge(source, x, y, r = 9) {
  return svg(
    "g",
    { class: `sb k${source.index % COLOURS}`, transform: `translate(${x} ${y})`, "aria-hidden": "true" },
    svg("path", { d: SHAPES[source.index % SHAPES.length](r) }),
    svg(
      "text",
      { "text-anchor": "middle", "dominant-baseline": "central", y: source.index % 5 === 2 ? -1 : 0.5 },
      source.letter,
    ),
  );
}
