import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { createContrastCheck } from "../../src/document/index.ts";
import { contrast, parseStylesheet, readColor } from "../../src/stylesheet/index.ts";

const check = (html: string, ...sheets: readonly string[]) =>
  createContrastCheck(sheets.map((text, index) => parseStylesheet({ text, file: `${index + 1}.css` })))(
    fromHtml(html, { fragment: true }),
  );

/** What is told, as `text on ground`. */
const pairs = (html: string, ...sheets: readonly string[]) =>
  check(html, ...sheets).map(
    ({ message }) => /#\w+ on #\w+(?: on a screen| in the dark scheme| on paper| and)*/.exec(message)?.[0],
  );

describe("the contrast of texts", () => {
  it("is that of the colours that the cascade gives", () => {
    const p = '<div class="card"><p class="quiet">Words</p></div>';
    expect(pairs(p, "p { color: #999 }")).toEqual(["#999999 on #ffffff"]);
    expect(pairs(p, "p { color: #999 } .card .quiet { color: #333 }")).toEqual([]);
    expect(pairs(p, ".quiet { color: #333 } p { color: #999 }")).toEqual([]);
    expect(pairs(p, ".quiet { color: #333 } p { color: #999 !important }")).toEqual(["#999999 on #ffffff"]);
    expect(pairs(p, "@layer a { .quiet { color: #999 } } p { color: #333 }")).toEqual([]);
    expect(pairs(p, ".card { background: #000 }")).toEqual(["#000000 on #000000"]);
    expect(pairs(p, ".card { background: black; color: white; & p { color: #222 } }")).toEqual(["#222222 on #000000"]);
    expect(pairs('<p style="color: yellow">Words</p>')).toEqual(["#ffff00 on #ffffff"]);
    expect(pairs("<p>Words</p>", "body { color: #eee }")).toEqual(["#eeeeee on #ffffff"]);
    expect(pairs("<ul><li>One</li><li>Two</li></ul>", "li:nth-child(2) { color: #ccc }")).toEqual([
      "#cccccc on #ffffff",
    ]);
    expect(pairs('<p id="a">A</p><p id="b">B</p>', "#b { color: #ccc }")).toEqual(["#cccccc on #ffffff"]);
  });

  it("takes backgrounds as they lie over each other", () => {
    const p = '<div class="a"><p class="b">Words</p></div>';
    expect(pairs(p, ".a { background: #000 } .b { background: #ffffff80 }")).toEqual([]);
    expect(pairs(p, ".a { background: #000 } .b { background: #ffffff1a }")).toEqual(["#000000 on #1a1a1a"]);
    expect(pairs(p, ".a { background: linear-gradient(white, #333) }")).toEqual(["#000000 on #333333"]);
    expect(pairs(p, ".a { background: url(a.png) } .b { color: white }")).toEqual([]);
    expect(pairs(p, ".a { background: url(a.png) } .b { color: white; background: white }")).toEqual([
      "#ffffff on #ffffff",
    ]);
    expect(
      pairs(
        p,
        ".a { background: linear-gradient(white, white), linear-gradient(#333, #333); background-size: 4px 1px }",
      ),
    ).toEqual([]);
    expect(pairs(p, ".a { background: linear-gradient(#333, #333) 0 90% / 100% 1px no-repeat }")).toEqual([]);
    expect(pairs(p, ".b { color: rgb(0 0 0 / 30%) }")).toEqual(["#b3b3b3 on #ffffff"]);
  });

  it("is asked on screens, in the dark scheme and on paper", () => {
    const css = "@media (prefers-color-scheme: dark) { :root { color-scheme: dark } p { color: #444 } }";
    expect(pairs("<p>Words</p>", css)).toEqual(["#444444 on #121212 in the dark scheme"]);
    expect(pairs("<p>Words</p>", "@media print { p { color: #ccc } }")).toEqual(["#cccccc on #ffffff on paper"]);
    expect(pairs("<p>Words</p>", "@media screen { p { color: #ccc } }")).toEqual(["#cccccc on #ffffff on a screen"]);
    expect(pairs("<p>Words</p>", "@media (max-width: 10em) { p { color: #ccc } }")).toEqual([]);
  });

  it("may be less where text is large", () => {
    const css = "h1, p { color: #888 }";
    expect(pairs("<h1>Words</h1>", css)).toEqual([]);
    expect(pairs("<p>Words</p>", css, "p { font: bold 14pt/1.2 serif }")).toEqual([]);
    expect(pairs("<p>Words</p>", css, "p { font-size: 14pt }")).toEqual(["#888888 on #ffffff"]);
    expect(pairs("<p>Words</p>", css, "html { font-size: 62.5% } p { font-size: 2rem }")).toEqual([
      "#888888 on #ffffff",
    ]);
    expect(pairs("<div><p>Words</p></div>", css, "div { font-size: 150% } p { font-size: 1em }")).toEqual([]);
  });

  it("is that of what opacity lets through", () => {
    const p = '<div class="a"><p class="b">Words</p></div>';
    expect(pairs(p, ".b { opacity: 0.4 }")).toEqual(["#999999 on #ffffff"]);
    expect(pairs(p, ".b { opacity: 40% }")).toEqual(["#999999 on #ffffff"]);
    expect(pairs(p, ".b { opacity: 0.8 }")).toEqual([]);
    expect(pairs(p, ".a { opacity: 0.6 } .b { opacity: 0.6 }")).toEqual(["#a3a3a3 on #ffffff"]);
    expect(pairs(p, ".a { background: #000; color: #fff; opacity: 0.4 }")).toEqual(["#ffffff on #999999"]);
    expect(pairs(p, ".a { background: #000; color: #fff } .b { opacity: 0.4 }")).toEqual(["#666666 on #000000"]);
    expect(pairs(p, ".b { opacity: 0.4; opacity: 1 }")).toEqual([]);
    expect(pairs(p, ".b { opacity: 0.4 } .a .b { opacity: 1 }")).toEqual([]);
    expect(pairs(p, ".b { opacity: 0 }")).toEqual([]);
    expect(check(p, ".b { opacity: 0.4 }")[0]?.hint).toBe("Set opacity: 0.54: the least that will do.");
    expect(check(p, ".b { opacity: 0.4; color: #999 }")[0]?.hint).toBe(
      "Set color: #767676, or background-color: #323232: the nearest that will do, without the opacity around it.",
    );
  });

  it("is asked of what is pointed at, has the focus, is pressed, was visited or was led to", () => {
    const link = '<p>See <a href="#x">words</a></p>';
    const told = (css: string) => check(link, css).map(({ message }) => /#\w+ on .*(?=: \d)/.exec(message)?.[0]);
    expect(told("a:hover { color: #ddd }")).toEqual(["#dddddd on #ffffff while it is pointed at"]);
    expect(told("a:hover { background: #00e }")).toEqual(["#0000ee on #0000ee while it is pointed at"]);
    expect(told("a:hover { background: #00e; color: #fff }")).toEqual([]);
    expect(told("p:hover a { color: #ddd } a:hover { color: #222 }")).toEqual([
      "#dddddd on #ffffff while it is pointed at",
    ]);
    expect(told("a:focus-visible { color: #ddd }")).toEqual(["#dddddd on #ffffff while it has the focus"]);
    expect(told("a:visited { color: #ddd }")).toEqual(["#dddddd on #ffffff once it was visited"]);
    expect(told(":target { color: #ddd }")).toEqual(["#dddddd on #ffffff while a link has led to it"]);
    expect(told("a { color: #ddd } a:hover { color: #ddd }")).toEqual(["#dddddd on #ffffff"]);
    expect(
      told(
        "@media (prefers-color-scheme: dark) { :root { color-scheme: dark } a { color: #9cf } a:hover { color: #333 } }",
      ),
    ).toEqual(["#333333 on #121212 while it is pointed at in the dark scheme"]);
    expect(told("@media print { a:hover { color: #ddd } }")).toEqual([]);
  });

  it("is asked at the widths and in the schemes that colours are set for", () => {
    expect(pairs("<p>Words</p>", "@media (max-width: 30em) { p { color: #ccc } }")).toEqual(["#cccccc on #ffffff"]);
    expect(pairs("<p>Words</p>", "@media (width >= 90em) { p { color: #ccc } }")).toEqual(["#cccccc on #ffffff"]);
    const scheme = ":root { color-scheme: light dark }";
    expect(pairs("<p>Words</p>", `${scheme} p { color: light-dark(#222, #333) }`)).toEqual([
      "#333333 on #121212 in the dark scheme",
    ]);
    expect(pairs("<p>Words</p>", `${scheme} p { color: light-dark(#222, #eee) }`)).toEqual([]);
    expect(
      pairs("<p>Words</p>", `${scheme} p { color: #222; background: linear-gradient(white, light-dark(white, #333)) }`),
    ).toEqual(["#222222 on #333333 in the dark scheme"]);
  });

  it("takes no word for a colour that is none", () => {
    expect(pairs("<p>Words</p>", "p { color: #ccc; color: blueish }")).toEqual(["#cccccc on #ffffff"]);
    expect(pairs("<p>Words</p>", "p { color: #333; color: blueish }")).toEqual([]);
  });

  it("is enough when an opacity that was advised is set", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    const part = fc.integer({ min: 1, max: 99 }).map((value) => value / 100);
    fc.assert(
      fc.property(hex, hex, part, part, (color, ground, own, around) => {
        const css = (opacity: string | number, text: string, behind: string) =>
          `div { background-color: ${behind}; opacity: ${around} } p { color: ${text}; opacity: ${opacity} }`;
        const page = "<div><p>Words</p></div>";
        const [weak] = check(page, css(own, color, ground));
        const [, opacity] = /opacity: ([\d.]+)/.exec(weak?.hint ?? "") ?? [];
        if (opacity) expect(check(page, css(opacity, color, ground))).toEqual([]);
        // An element's own colours, seen through everything, by arithmetic of the test.
        const [text, behind] = [color, ground].map((each) => readColor(each) ?? fail(each));
        if (!text || !behind) return;
        const mix = (part: number, over: typeof text, under: typeof text) => ({
          red: part * over.red + (1 - part) * under.red,
          green: part * over.green + (1 - part) * under.green,
          blue: part * over.blue + (1 - part) * under.blue,
          alpha: 1,
        });
        const paper = { red: 1, green: 1, blue: 1, alpha: 1 };
        const seen = [mix(around, mix(own, text, behind), paper), mix(around, behind, paper)] as const;
        expect(weak === undefined).toBe(contrast(...seen) >= 4.5);
      }),
    );
  });

  it("is not asked of what nobody sees, or of what holds no text", () => {
    const faint = "color: #eee";
    for (const css of [
      `p { ${faint}; display: none }`,
      `p { color: transparent }`,
      `p { ${faint}; position: absolute; clip: rect(0 0 0 0) }`,
      `p::selection { ${faint} }`,
      `div { ${faint} } p { color: #333 }`,
      `p { ${faint}; color: unknown(1) }`,
    ])
      expect(pairs("<div><p>Words</p></div>", css), css).toEqual([]);
    expect(pairs("<p hidden>Words</p><p>–</p>", `p { ${faint} }`)).toEqual([]);
  });

  it("names where the later stylesheet said it, and the nearest colours that will do", () => {
    const house =
      ":root { --brand: #12436d; --on-brand: white } .band { background: var(--brand); color: var(--on-brand) }";
    expect(check('<p class="band">Kent</p>', house, ":root {\n  --brand: #ffd400;\n}")).toEqual([
      {
        code: "low-contrast",
        message: `The text of <p class="band"> ("Kent") is #ffffff on #ffd400: 1.4:1 where readers need 4.5:1.`,
        hint: "Set --on-brand: #5e5e5e, or --brand: #8c7500: the nearest that will do.",
        source: { file: "2.css", line: 2, column: 3 },
      },
    ]);
  });

  it("is enough when the advice is followed", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(hex, hex, (color, ground) => {
        const css = (own: string, behind: string) => `p { color: ${own}; background-color: ${behind} }`;
        const [weak] = check("<p>Words</p>", css(color, ground));
        const ratio = contrast(readColor(color) ?? fail(color), readColor(ground) ?? fail(ground));
        expect(weak === undefined).toBe(ratio >= 4.5);
        const [, better] = /[ ]color: (#\w+)/.exec(weak?.hint ?? "") ?? [];
        const [, behind] = /background-color: (#\w+)/.exec(weak?.hint ?? "") ?? [];
        if (weak) expect(better ?? behind).toBeDefined();
        if (better) expect(check("<p>Words</p>", css(better, ground))).toEqual([]);
        if (behind) expect(check("<p>Words</p>", css(color, behind))).toEqual([]);
      }),
    );
  });

  it("is that of each document by itself, whatever was asked before", () => {
    const sheet = parseStylesheet({ text: "p + p { color: #ccc } .a p { color: #ddd } .a > p { color: #222 }" });
    const part = fc.constantFrom(
      "<p>Words</p>",
      '<div class="a"><p>Words</p></div>',
      '<div class="a"><b><p>Words</p></b></div>',
    );
    const page = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pages) => {
        const [shared, last] = [createContrastCheck([sheet]), pages.at(-1) ?? ""];
        const results = pages.map((html) => shared(fromHtml(html, { fragment: true })));
        expect(results.at(-1)).toEqual(createContrastCheck([sheet])(fromHtml(last, { fragment: true })));
      }),
    );
  });
});

function fail(text: string): never {
  throw new Error(`No colour: ${text}`);
}
