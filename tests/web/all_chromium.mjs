// all_chromium.mjs — every test of the page that Chromium runs, see all.mjs.
process.env.CROSSREAD_BROWSER = "chromium";
await import("./all.mjs");
