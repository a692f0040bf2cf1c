// lineage.js — who has it from whom, as far as the texts can tell: a graph with unseen parents on top, and
// each of its lines as a sentence with the words behind it.

import dagre from "@dagrejs/dagre";
import { curveBumpY, line as path } from "d3-shape";
import { h, svg } from "../lib/dom.js";
import { drawing, drawnBadge } from "../lib/drawing.js";
import { badge, badges } from "../lib/sources.js";
import { link, quoted, section } from "./parts.js";

const SURE = 0.7; // below it no direction is drawn: they share a source
const NODE = { width: 132, height: 42 };
const PLACES = 12; // of the words that show an edge
const NAME = 15; // characters of a name that fit into a node

const curve = path(
  (p) => p.x,
  (p) => p.y,
).curve(curveBumpY);

export function lineageView(ctx) {
  const { model } = ctx;
  if (model.isThin || model.edges === null) return null;
  if (model.edges.length === 0)
    return section(ctx, "line", { sub: null }, h("p", { class: "open-note" }, ctx.t("line.none")));
  const open = [...model.unseen.values()].filter((x) => x.kind === "undecided");
  const lone = model.sources.filter((s) => !model.edges.some((e) => e.from === s.id || e.to === s.id));
  return section(
    ctx,
    "line",
    {},
    drawing(ctx, "lineage", (width) => draw(ctx, width)),
    h(
      "ul",
      { class: "descent" },
      model.edges.filter((e) => !open.some((x) => x.id === e.from)).map((edge) => sentence(ctx, edge)),
      open.map((x) => undecided(ctx, x)),
    ),
    lone.length > 0 &&
      h("p", { class: "open-note" }, ctx.t("line.alone", { n: lone.length }), " ", badges(lone, ctx.words)),
  );
}

const isSure = (edge) => !(edge.confidence < SURE);

function draw(ctx, width) {
  const { model } = ctx;
  const graph = new dagre.graphlib.Graph()
    .setGraph({ rankdir: "TB", nodesep: 20, ranksep: 54, marginx: 6, marginy: 10 })
    .setDefaultEdgeLabel(() => ({}));
  const names = new Set(model.edges.flatMap((e) => [e.from, e.to]));
  for (const id of names) graph.setNode(id, { ...NODE });
  for (const e of model.edges) graph.setEdge(e.from, e.to, { edge: e });
  dagre.layout(graph);
  const box = graph.graph();
  const scale = Math.min(1, width / box.width);
  return svg(
    "svg",
    {
      viewBox: `0 0 ${Math.ceil(box.width)} ${Math.ceil(box.height)}`,
      width: Math.ceil(box.width * Math.max(scale, 0.6)),
      role: "group",
      "aria-label": ctx.t("line.figure", { n: model.edges.length }),
    },
    graph.edges().map((e) => edgeOf(graph.edge(e))),
    graph.nodes().map((id) => nodeOf(ctx, model.byId.get(id) ?? null, graph.node(id), model.unseen.get(id))),
  );
}

function edgeOf({ points, edge }) {
  const last = points.at(-1);
  const middle = points[Math.floor(points.length / 2)];
  return svg(
    "g",
    { class: isSure(edge) ? "edge" : "edge open" },
    svg("path", { d: curve(points), fill: "none" }),
    isSure(edge)
      ? svg("path", { class: "head", d: `M${last.x} ${last.y}l-5 -9h10z` })
      : [
          svg("circle", { class: "ask", cx: middle.x, cy: middle.y, r: 8 }),
          svg(
            "text",
            { x: middle.x, y: middle.y + 0.5, "text-anchor": "middle", "dominant-baseline": "central" },
            "?",
          ),
        ],
  );
}

function nodeOf(ctx, source, { x, y, width, height }, unseen) {
  const frame = svg("rect", {
    class: source ? "node" : "node unseen",
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: 3,
  });
  if (!source)
    return svg(
      "g",
      frame,
      svg(
        "text",
        { class: "dim", x, y: y + 0.5, "text-anchor": "middle", "dominant-baseline": "central" },
        unseenName(ctx, unseen),
      ),
    );
  const name = source.name.length > NAME ? `${source.name.slice(0, NAME - 1).trim()}…` : source.name;
  const start = x - width / 2;
  return svg(
    "a",
    { href: ctx.href({ view: "article", article: source.id }) },
    svg("title", source.name),
    frame,
    drawnBadge(source, start + 18, y, 9),
    svg("text", { x: start + 34, y: y + 0.5, "dominant-baseline": "central" }, name),
  );
}

/** What a source that is not among the articles is called in its node. */
function unseenName(ctx, unseen) {
  const name = unseen?.name ?? ctx.t(unseen?.kind === "undecided" ? "line.undecided" : "line.unseen");
  return name.length > NAME + 3 ? `${name.slice(0, NAME + 2).trim()}…` : name;
}

/** One took it from the other, or both from a third: said once for all that hang on it. */
function undecided(ctx, unseen) {
  const edges = ctx.model.edges.filter((e) => e.from === unseen.id);
  const sources = ctx.model.sourcesOf(edges.map((e) => e.to));
  return h(
    "li",
    h("p", badges(sources, ctx.words), ` ${ctx.t("line.undecided.sub")}`),
    words(
      ctx,
      edges.flatMap((e) => e.reasons),
    ),
  );
}

function sentence(ctx, edge) {
  const { model } = ctx;
  const from = model.byId.get(edge.from);
  const to = model.byId.get(edge.to);
  const other = model.unseen.get(edge.from)?.name ?? ctx.t("line.unseen.one");
  const name = (s) => (s ? [badge(s, { silent: true }), " ", h("b", s.name)] : h("b", other));
  return h(
    "li",
    h(
      "p",
      isSure(edge)
        ? [name(to), ` ${ctx.t("line.from")} `, name(from)]
        : [name(from), ` ${ctx.t("line.or")} `, name(to), ` ${ctx.t("line.open")}`],
    ),
    words(ctx, edge.reasons),
  );
}

/** Why it is drawn so: each reason as a sentence, its words behind "see the words". */
function words(ctx, reasons) {
  const why = reasons.map((r) => r.why).filter(Boolean);
  const places = reasons.flatMap((r) => r.places);
  const line = (e) => {
    const span = { start: e.start, end: e.end };
    const place = { article: e.article, words: span, marks: [], frame: span };
    const there = { view: "article", article: e.article, at: String(e.start) };
    return h(
      "li",
      badge(ctx.model.byId.get(e.article)),
      link(ctx, there, { class: "plain" }, quoted(ctx, place, span)),
    );
  };
  return [
    why.length > 0 && h("p", { class: "why", lang: "en", dir: "auto" }, ctx.words.said(why.join(" "))),
    places.length > 0 &&
      h(
        "details",
        { class: "words" },
        h(
          "summary",
          h("span", { class: "show" }, ctx.t("diff.see")),
          h("span", { class: "hide" }, ctx.t("diff.hide")),
        ),
        h("ul", places.slice(0, PLACES).map(line)),
      ),
  ];
}
