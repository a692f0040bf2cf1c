// markdown.js — what the page shows, as text with headings and lists: for a note, a mail, an issue.

import { Model } from "../model.js";

/** Nothing an article says is markup: what could be is escaped. */
export const plain = (text) =>
  String(text ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&+-]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

export function markdown(result, label, words) {
  const { t } = words;
  const model = new Model(result, null, { t });
  const out = [];
  const letters = (ids) =>
    model
      .sourcesOf(ids)
      .map((s) => s.letter)
      .join(", ");
  const say = (p) => `“${plain(model.text(p))}”`;
  const section = (key, lines) => {
    if (lines.length > 0) out.push("", `## ${t(key)}`, "", ...lines);
  };
  out.push(`# ${plain(label) || t("state.done.files", { n: model.sources.length })}`, "");
  out.push(`| | ${t("own.source")} | ${t("own.date")} | ${t("own.title.field")} |`, "|---|---|---|---|");
  for (const s of model.sources)
    out.push(`| ${s.letter} | ${plain(s.name)} | ${plain(s.published)} | ${plain(s.title)} |`);
  section(
    "diff.title",
    model.differing.flatMap((f, i) => [
      `${i + 1}. **${t(`verdict.${f.verdict}`)}** ${plain(f.why)}`,
      ...f.sides.map((side) => {
        const { article, words: w, marks } = side.places[0];
        return `    - ${letters(side.sources.map((s) => s.id))}: ${say({ article, ...(marks?.[0] ?? w) })}`;
      }),
    ]),
  );
  section(
    "brief.title",
    (model.brief ?? []).map((b) => `- ${say(b)} (${letters([b.article])})`),
  );
  section(
    "facts.agree",
    model.shared.map((f) => `- ${plain(model.label(f))} (${letters(f.articles)})`),
  );
  section(
    "alone.nothere",
    model.omissions.map((o) => `- ${letters([o.missing_in])}: ${say(o.told)} (${letters([o.told.article])})`),
  );
  section(
    "quotes.title",
    model.quoteGroups.flatMap((g) => [
      `- ${t("quotes.one")}`,
      ...g.members.map((m) => {
        const quote = model.byId.get(m.article).quotes[m.quote];
        const said = (quote?.content ?? []).map(([start, end]) =>
          model.text({ article: m.article, start, end }),
        );
        return `    - ${letters([m.article])}: “${plain(said.join(" … "))}”`;
      }),
    ]),
  );
  section(
    "word.title",
    (model.wording ?? []).map(
      (w) =>
        `- ${plain(w.referent)}: ${w.terms.map((x) => `${say(x)} (${letters([x.article])})`).join(", ")}`,
    ),
  );
  return `${out.join("\n")}\n`;
}
