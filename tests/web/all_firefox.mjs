// all_firefox.mjs — every test of the page that Firefox runs, see all.mjs.
process.env.CROSSREAD_BROWSER = "firefox";
await import("./all.mjs");
