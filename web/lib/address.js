// address.js — where the reader is, as the part of an address behind "#", and back.
//
//     {view: "article", article: "003", finding: "f2"}  ⇄  #view=article&article=003&finding=f2

const KEYS = ["event", "lang", "pile", "all", "view", "article", "finding", "fact", "pair", "at"];

export function formatAddress(place) {
  const parts = [];
  for (const key of KEYS) {
    if (place[key]) parts.push(`${key}=${encodeURIComponent(place[key]).replace(/%2C/g, ",")}`);
  }
  return `#${parts.join("&")}`;
}

export function parseAddress(hash) {
  const place = {};
  for (const [key, value] of new URLSearchParams(String(hash).replace(/^#/, ""))) {
    if (KEYS.includes(key) && value.length <= 300) place[key] = value;
  }
  return place;
}
