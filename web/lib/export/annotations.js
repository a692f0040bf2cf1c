// annotations.js — findings as W3C Web Annotations: each finding one annotation, each of its places a
// target with its position and its words, so that it can be found again in a text that has moved.

const AROUND = 32; // characters before and behind that tell a place from its like

export function annotations(result) {
  const articles = new Map(result.articles.map((a) => [a.id, a]));
  const target = (place) => {
    const a = articles.get(place.article);
    const { start, end } = place;
    return {
      source: a.url || `urn:crossread:article:${encodeURIComponent(a.id)}`,
      selector: [
        { type: "TextPositionSelector", start, end },
        {
          type: "TextQuoteSelector",
          exact: a.text.slice(start, end),
          prefix: a.text.slice(Math.max(0, start - AROUND), start),
          suffix: a.text.slice(end, end + AROUND),
        },
      ],
    };
  };
  const items = (result.findings ?? []).map((f) => ({
    id: `urn:crossread:finding:${result.crossread?.sha256 ?? ""}:${f.id}`,
    type: "Annotation",
    motivation: "assessing",
    body: [
      { type: "TextualBody", purpose: "classifying", value: f.verdict },
      {
        type: "TextualBody",
        purpose: "describing",
        value: f.why ?? "",
        format: "text/plain",
        language: "en",
      },
    ],
    target: (f.values?.length > 0 ? f.values : f.evidence).filter((p) => articles.has(p.article)).map(target),
  }));
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:crossread:comparison:${result.crossread?.sha256 ?? ""}`,
    type: "AnnotationPage",
    generator: {
      type: "Software",
      name: "Crossread",
      "schema:softwareVersion": result.crossread?.version ?? "",
    },
    items,
  };
}
