// What every view of the element shows of a comparison made by hand, and how it stands in the page around
// it. No engine runs here, so that a page of many states costs seconds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browsers, inside, root as project, skipped } from "./browsers.mjs";
import { openMade, VIEWS } from "./made.mjs";

const manifest = JSON.parse(readFileSync(join(project, "web/custom-elements.json"), "utf8"));

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    let made;
    let page, home, texts, click;
    before(async () => {
      made = await openMade(name);
      ({ page, home, texts, click } = made);
    });
    after(() => made?.close());

    test("shows every view in the order of the page, under a policy that allows no policy, without a violation", async () => {
      assert.deepEqual(
        await inside(page, (root) => [...root.querySelectorAll(".toc a")].map((a) => a.dataset.view)),
        VIEWS,
      );
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(page.seen.errors, []);
    });

    test("has the public members that custom-elements.json names, each of its kind", async () => {
      const has = await page.evaluate(() => {
        const element = document.querySelector("cross-read");
        const { constructor, ...own } = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(element));
        const kinds = Object.entries({ ...own, ...Object.getOwnPropertyDescriptors(element) })
          .filter(([name]) => !name.endsWith("Callback"))
          .map(([name, has]) => [name, typeof has.value === "function" ? "method" : "field"]);
        return { kinds: kinds.sort(), observed: constructor.value.observedAttributes };
      });
      const [{ members, attributes }] = manifest.modules[0].declarations;
      assert.deepEqual(has.kinds, members.map(({ name, kind }) => [name, kind]).sort());
      assert.deepEqual(
        has.observed.filter((name) => !attributes.some((attribute) => attribute.name === name)),
        [],
      );
    });

    test("leaves the page around it as it was", async () => {
      const look = await page.evaluate(() => ({
        heading: getComputedStyle(document.querySelector("h1")).color,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        hash: location.hash,
      }));
      assert.deepEqual(look, { heading: "rgb(255, 0, 0)", sheets: 0, hash: "" });
    });

    test("the page's own words stand above and below; the script loaded twice is one element", async () => {
      const [above, frame, below] = await page.evaluate(() => {
        const element = document.querySelector("cross-read");
        const top = (node) => node.getBoundingClientRect().top;
        return [
          top(element.querySelector("[slot=header]")),
          top(element.shadowRoot.querySelector(".cr")),
          top(element.querySelector("[slot=footer]")),
        ];
      });
      assert.ok(above < frame && frame < below, `${above} ${frame} ${below}`);
    });

    test("the brief says who says each sentence, who says otherwise and who is silent", async () => {
      const rows = await inside(page, (root) =>
        [...root.querySelectorAll(".brief > li")].map((li) =>
          [...li.querySelectorAll("dl div")].map((row) => [
            row.querySelector("dt").textContent,
            row.querySelector(".by")?.getAttribute("aria-label") ?? row.querySelector("dd").textContent,
          ]),
        ),
      );
      assert.deepEqual(rows, [
        [
          ["Said by", "Northline and The Herald"],
          ["Says otherwise", "DailyScope and The Meridian"],
          ["Says otherwise", "“Fifteen”"],
        ],
        [
          ["Said by", "Northline, The Herald and DailyScope"],
          ["Not in", "The Meridian"],
        ],
      ]);
    });

    test("two articles stand side by side with the differing words marked; one against all the others", async () => {
      await inside(page, (root) => root.host.go({ view: "pair", pair: "a~b" }));
      const row = await inside(page, (root) => {
        const li = [...root.querySelectorAll(".sbs li")].find((n) =>
          n.textContent.includes("may have failed"),
        );
        return [...li.querySelectorAll("p")].map((p) =>
          [...p.querySelectorAll("mark")].map((m) => m.textContent),
        );
      });
      assert.deepEqual(row, [["may have", "according to engineers"], ["has"]]);
      await inside(page, (root) => {
        const select = root.querySelector("#pair-b");
        select.value = "*";
        select.dispatchEvent(new Event("change"));
      });
      assert.equal((await texts(".sbs .also")).length > 3, true);
      assert.equal(await inside(page, (root) => root.activeElement?.id), "pair-b");
    });

    test("what is left out is said by its kind, with what stands here instead", async () => {
      const kinds = await texts("#alone .kind");
      assert.deepEqual(kinds.sort(), ["Doubt left out:", "Speaker left out:"]);
      assert.ok((await texts("#alone .instead")).some((text) => text.includes("“has failed”")));
    });

    test("sure only hides the less certain and counts it; everything shows it and stays in the address", async () => {
      assert.equal((await texts("#differences .diffs > li")).length, 1);
      assert.match(
        (await texts(".sure p"))[0],
        /one less certain difference and one thing that may be missing/,
      );
      await click("#sure label:last-of-type input");
      assert.equal((await texts("#differences .diffs > li")).length, 2);
      assert.equal(await inside(page, (root) => root.host.place.all), "1");
      await inside(page, (root) => root.querySelector(".toc a").click());
      assert.equal(await inside(page, (root) => root.host.place.all), "1");
      await click("#sure label input");
      assert.equal((await texts("#differences .diffs > li")).length, 1);
    });

    test("time is drawn with a lane a source, and every mark says its date and leads to its words", async () => {
      const marks = await inside(page, (root) =>
        [...root.querySelectorAll("a.when")].map((a) => a.getAttribute("aria-label")),
      );
      assert.ok(marks.includes("Northline: 13 May 2024, “Monday”"), marks.join(" / "));
      await inside(page, (root) =>
        root
          .querySelector("a.when")
          .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true })),
      );
      assert.ok(await inside(page, (root) => root.querySelector(".row.here") !== null));
    });

    test("descent is drawn, an unseen source dashed, and said in sentences", async () => {
      const said = await texts(".descent > li > p:first-child");
      assert.match(said[0], /The Herald follows A Northline|B The Herald follows/);
      assert.match(said[1], /DailyScope follows Coast Wire/);
      assert.match(said[2], /which of them came first cannot be told/);
      assert.equal((await texts(".node.unseen")).length, 1);
    });

    test("words that were changed on the way stand as each has them, what differs marked", async () => {
      await inside(page, (root) => root.host.go({ view: "copies", pair: "a~c" }));
      assert.deepEqual(await texts(".passages mark"), ["may have", "according to", "the", "said"]);
      assert.deepEqual(await texts(".passages .others"), ["edited"]);
      const rows = await texts("#wording .sub tbody tr");
      assert.equal(rows.length, 2);
      assert.match(rows[0], /Northline.*said.*may have/s);
    });

    test("wording and damage show the words as they stand", async () => {
      assert.deepEqual(await texts("#wording > .body > .names .forms a"), [
        "a storm",
        "a storm",
        "the hurricane",
        "A tempest",
      ]);
      assert.match((await texts(".damages li"))[0], /PortAlder.*run together.*“Port Alder”/s);
    });

    test("an older engine's comparison has no empty views; one that found nothing says so", async () => {
      await home("en", { brief: undefined, wording: [], lineage: { origins: [], hidden: [], edges: [] } });
      const views = await inside(page, (root) =>
        [...root.querySelectorAll(".toc a")].map((a) => a.dataset.view),
      );
      assert.ok(!views.includes("brief"));
      assert.match((await texts("#wording"))[0], /No thing is named in two ways/);
      assert.match((await texts("#lineage"))[0], /Nothing tells that one of these articles/);
      await home();
    });

    test("what went wrong is said in the language of the page, what a browser or the engine said of it as they said it", async () => {
      const problems = [
        { code: "missing", where: "script[0]", message: "has no “text”", detail: "" },
        {
          code: "unreadable",
          where: "/a.txt",
          message: "could not be fetched: HTTP 404",
          detail: "HTTP 404",
        },
        { code: "syntax", where: "b.csv[3]", message: "has a quotation mark that never closes" },
        { code: "of another day", where: "c", message: "went wrong" },
      ];
      const said = async (language) => {
        await home(language, { problems });
        const foreign = await texts(".problems li [lang=en][dir=auto]");
        return [await texts(".problems li"), foreign];
      };
      assert.deepEqual(await said("en"), [
        [
          "script[0] has no “text”.",
          "/a.txt could not be fetched: HTTP 404.",
          "b.csv[3] has a quotation mark that never closes.",
          "c went wrong.",
        ],
        [],
      ]);
      assert.deepEqual(await said("de"), [
        [
          "script[0] hat kein Feld „text“.",
          "/a.txt ließ sich nicht laden. HTTP 404.",
          "b.csv[3] ist nicht so geschrieben, wie sein Format es verlangt. has a quotation mark that never closes.",
          "c went wrong.",
        ],
        ["HTTP 404.", "has a quotation mark that never closes."],
      ]);
      assert.deepEqual(await texts(".legend .m.same"), ["Wörter"]);
      await home();
    });

    test("in Arabic everything runs from the right; what articles and the engine say keeps its own direction", async () => {
      await home("ar");
      const look = await inside(page, (root) => ({
        dir: getComputedStyle(root.querySelector(".page")).direction,
        title: root.querySelector("#h-diff").textContent,
        why: root.querySelector(".why [lang=en]").getAttribute("dir"),
        wide: root.host.scrollWidth <= root.host.clientWidth,
      }));
      assert.deepEqual(look, { dir: "rtl", title: "أين تختلف", why: "auto", wide: true });
      await home("de");
      assert.equal((await texts("#h-diff"))[0], "Wo sie abweichen");
      await home();
    });
  });
}
