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
    // Neither end is too near, but what lies between them.
    expect(pairs(p, ".a { background: linear-gradient(black, white); color: #757575 }")).toEqual([
      "#757575 on #808080",
    ]);
    // A stripe along the edge, with the text beside it.
    expect(pairs(p, ".a { background: linear-gradient(90deg, #333 0 8px, #fff 8px) }")).toEqual([]);
    expect(pairs(p, ".a { background: linear-gradient(90deg, #333 0 80px, #fff 80px) }")).toEqual([
      "#000000 on #333333",
    ]);
    expect(pairs(p, ".a { background: url(a.png) } .b { color: white; background: #000 }")).toEqual([]);
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

  it("is that of the element before it, where a text is pulled up over it or stands in its cell", () => {
    const own = (css: string) =>
      pairs(
        '<main><div class="band">Words</div><h2>More</h2></main>',
        `.band { background: #1b2733; color: #fff } ${css}`,
      );
    const over = ["#000000 on #1b2733"];
    expect(own("h2 { margin-top: -3rem }")).toEqual(over);
    expect(own("h2 { margin: -40px 0 0 }")).toEqual(over);
    expect(own("h2 { margin-block-start: -100% }")).toEqual(over);
    expect(own("h2 { position: relative; top: -2em }")).toEqual(over);
    expect(own("main { display: grid } main > * { grid-area: 1 / 1 }")).toEqual(over);
    // White is what it is meant for.
    expect(own("h2 { margin-top: -3rem; color: #fff }")).toEqual([]);
    expect(own("main { display: grid } main > * { grid-area: 1 / 1 / 2 / 2 } h2 { color: #fff }")).toEqual([]);
    // A hair's breadth, a cell of its own, a ground of its own, and room for what a link leads to.
    expect(own("h2 { margin-top: -1px }")).toEqual([]);
    expect(own("main { display: grid } .band { grid-area: 1 / 2 } h2 { grid-area: 1 / 1 }")).toEqual([]);
    expect(own("h2 { margin-top: -3rem; background: #fff }")).toEqual([]);
    expect(own("h2 { margin-top: -60px; padding-top: 60px }")).toEqual([]);
    expect(own("h2 { margin-top: -60px; padding: 60px 0 0 }")).toEqual([]);
    expect(pairs("<main><p>Words</p><h2>More</h2></main>", "h2 { margin-top: -3rem }")).toEqual([]);
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
    expect(check(p, ".b { opacity: 0.4 }")[0]?.hint).toBe("Set opacity: 0.54 in .b: the least that will do.");
    expect(check(p, ".b { opacity: 0.4; color: #999 }")[0]?.hint).toBe(
      "Set color: #767676 in .b, or background-color: #323232: the nearest that will do, without opacity in .b.",
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

  it("is asked of what stylesheets write, and of parts of elements", () => {
    const list = "<p>Words</p><ul><li>One</li></ul><ol><li>First</li></ol>";
    const told = (css: string) => check(list, css).map(({ message }) => /<.*? is #\w+ on #\w+/.exec(message)?.[0]);
    expect(told('p::before { content: "Key: "; color: #ddd }')).toEqual(['<p>::before ("Key:") is #dddddd on #ffffff']);
    expect(told("p:after { content: counter(a); background: #000 }")).toEqual([
      '<p>::after ("1") is #000000 on #000000',
    ]);
    expect(told('p::after { content: ""; background: #000 }')).toEqual([]);
    expect(told("p::first-line { color: #ddd }")).toEqual(['<p>::first-line ("Words") is #dddddd on #ffffff']);
    expect(told("p::first-letter { color: #888; font-size: 3em }")).toEqual([]);
    expect(told("p::selection { color: #fff; background: #ff8 }")).toEqual([
      '<p>::selection ("Words") is #ffffff on #ffff88',
    ]);
    // Bullets are no text, and numbers are.
    expect(told("li::marker { color: #ddd }")).toEqual(['<li>::marker ("1.") is #dddddd on #ffffff']);
  });

  it("is that of the colours that letters are filled with", () => {
    const p = '<div class="a"><p class="b">Words</p></div>';
    expect(pairs(p, ".b { -webkit-text-fill-color: #ddd }")).toEqual(["#dddddd on #ffffff"]);
    expect(pairs(p, ".a { color: #ddd; -webkit-text-fill-color: #333 }")).toEqual([]);
    expect(pairs(p, ".b { -webkit-text-stroke: 3px #fff }")).toEqual(["#ffffff on #ffffff"]);
    expect(pairs(p, ".b { color: transparent }")).toEqual(["#ffffff on #ffffff"]);
    const clipped = "color: transparent; -webkit-background-clip: text; background-clip: text";
    expect(pairs(p, `.b { background: linear-gradient(#003, #303); ${clipped} }`)).toEqual([]);
    expect(pairs(p, `.a { background: linear-gradient(#003, #ff8); ${clipped} }`)).toEqual(["#ffff88 on #ffffff"]);
    expect(pairs(p, "p { all: initial } body { background: #111; color: #fff }")).toEqual(["#000000 on #111111"]);
    expect(
      pairs(p, '@property --tone { syntax: "<color>"; inherits: true; initial-value: #ddd } p { color: var(--tone) }'),
    ).toEqual(["#dddddd on #ffffff"]);
    expect(pairs(p, "@keyframes dim { to { color: #ddd } } p { animation: dim 1s forwards }")).toEqual([
      "#dddddd on #ffffff",
    ]);
    expect(pairs(p, "@scope (.a) { p { color: #ddd } }")).toEqual(["#dddddd on #ffffff"]);
  });

  it("is that of what filters, blending and what is drawn over a text leave of it", () => {
    const p = '<div class="a"><p class="b">Words</p></div>';
    const advice = (css: string) => check(p, css).map(({ hint }) => hint);
    expect(pairs(p, ".a { background: #12436d; color: #fff; filter: brightness(3) }")).toEqual(["#ffffff on #36c9ff"]);
    expect(advice(".b { filter: opacity(35%) }")).toEqual(["Leave out filter in .b."]);
    expect(pairs(p, ".a { background: #000; color: #fff; filter: invert(1) }")).toEqual([]);
    expect(pairs(p, ".b { filter: drop-shadow(0 0 2px #000) }")).toEqual([]);
    expect(pairs(p, ".a { background: #000; color: #fff } .b { mix-blend-mode: multiply }")).toEqual([
      "#000000 on #000000",
    ]);
    expect(pairs(p, ".a { background: #fff } .b { color: #777; mix-blend-mode: color-dodge }")).toEqual([
      "#ffffff on #ffffff",
    ]);
    expect(pairs(p, ".b { backdrop-filter: brightness(0.1) }")).toEqual(["#000000 on #1a1a1a"]);
    expect(pairs(p, ".b { box-shadow: inset 0 0 0 100vmax #222 }")).toEqual(["#000000 on #222222"]);
    expect(pairs(p, ".b { box-shadow: inset 0 0 0 1px #222 }")).toEqual([]);
    const over = (more: string) =>
      `.a::after { content: ""; position: absolute; inset: 0; background: #ffffffe6; ${more} }`;
    expect(pairs(p, over(""))).toEqual(["#e6e6e6 on #ffffff"]);
    expect(pairs(p, over("opacity: 0"))).toEqual([]);
    expect(pairs(p, over("width: 4px"))).toEqual([]);
    expect(pairs(p, `${over("z-index: -1")} .a { background: #000 }`)).toEqual([]);
    expect(pairs(p, `${over("")} .b { position: relative; z-index: 1 }`)).toEqual([]);
  });

  it("is asked in states wherever a selector names them, and by what else a medium answers", () => {
    const page = '<div class="a"><a href="#x">words</a></div><details><summary>More</summary></details>';
    const told = (css: string) =>
      check(page, `a { color: #00e } ${css}`).map(({ message }) => /#\w+ on .*(?=: \d)/.exec(message)?.[0]);
    expect(told("a:is(:hover, :focus) { color: #ddd }")).toEqual([
      "#dddddd on #ffffff while it is pointed at and while it has the focus",
    ]);
    expect(told("a:not(:hover) { color: #ddd }")).toEqual(["#dddddd on #ffffff"]);
    // The pointer is beside the link, within what is around it.
    expect(told(".a:hover { background: #006 } a:hover { color: #fff }")).toEqual([
      "#0000ee on #000066 while what is around it is pointed at",
    ]);
    expect(told("details[open] > summary { color: #ddd }")).toEqual(["#dddddd on #ffffff once it is opened"]);
    expect(told("@media (prefers-contrast: more) { a { color: #ddd } }")).toEqual([
      "#dddddd on #ffffff where prefers-contrast is more",
    ]);
    expect(told("@media (min-width: 480px) and (max-width: 560px) { a { color: #ddd } }")).toEqual([
      "#dddddd on #ffffff on a narrow screen",
    ]);
    const forced = (css: string) => told(`@media (forced-colors: active) { a { ${css} } }`);
    expect(forced("color: #ddd")).toEqual([]);
    expect(forced("color: #222; forced-color-adjust: none")).toEqual([
      "#222222 on #000000 in the dark colours that a reader forces",
    ]);
    expect(forced("color: Canvas")).toHaveLength(2);
  });

  it("is not known on images, which is told once", () => {
    const page =
      '<div class="a"><p>Words</p><p><b>More</b></p></div><figure class="p"><img src="a.png" alt="A"><figcaption>Caption</figcaption></figure>';
    const told = (css: string) => check(page, css).map(({ code, hint }) => `${code}: ${hint}`);
    const scrim = "or more, with which it can be read on any image, or look at it.";
    expect(told(".a { background: url(a.png); color: white }")).toEqual([
      `unknown-contrast: Give the text a background-color of rgb(0 0 0 / 55%) ${scrim}`,
    ]);
    // The advice is enough, and so is a layer of the background.
    expect(told(".a { background: url(a.png); color: white } p { background-color: rgb(0 0 0 / 55%) }")).toEqual([]);
    expect(told(".a { background: linear-gradient(#000a, #000a), url(a.png); color: white }")).toEqual([]);
    expect(told(".a { background: url(a.png) no-repeat left / 16px 16px }")).toEqual([]);
    expect(told("figcaption { position: absolute; bottom: 0 }")).toEqual([
      `unknown-contrast: Give the text a background-color of rgb(255 255 255 / 50%) ${scrim}`,
    ]);
    expect(told("figcaption { position: absolute; background: #fff }")).toEqual([]);
    expect(told("p { filter: blur(4px) }")).toEqual([
      "unknown-contrast: Look at it, or say the colours in a way that can be calculated.",
    ]);
    expect(told(".a { mask-image: linear-gradient(#000, transparent) }")).toHaveLength(1);
    expect(told("p { color: unknown(1) }")).toHaveLength(1);
  });

  it("is that of charts where they stand on another ground, or a stylesheet colours them", () => {
    const page = '<figure><img src="chart:trend" alt="A"></figure>';
    const house = ":root { --chart-text: #222; --chart-background: transparent }";
    expect(pairs(page, house)).toEqual([]);
    expect(pairs(page, house, "figure { background: #111 }")).toEqual(["#222222 on #111111"]);
    expect(pairs(page, house, ":root { --chart-background: #fff } figure { background: #111 }")).toEqual([]);
    expect(pairs(page, house, "svg { opacity: 0.3 }")).toEqual(["#bdbdbd on #ffffff"]);
    expect(pairs(page, house, ".chart-image text { fill: #ddd }")).toEqual(["#dddddd on #ffffff"]);
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
      `p { ${faint}; position: absolute; clip: rect(0 0 0 0) }`,
      `p { ${faint}; text-indent: -9999px }`,
      `p { ${faint}; position: absolute; left: -9999px }`,
      `p { ${faint}; font-size: 0 }`,
      `div { ${faint}; visibility: hidden }`,
      `p::before { content: "→"; ${faint} }`,
      `div { ${faint} } p { color: #333 }`,
    ])
      expect(pairs("<div><p>Words</p></div>", css), css).toEqual([]);
    expect(
      pairs("<div><p>Words</p></div>", `div { ${faint}; visibility: hidden } p { visibility: visible }`),
    ).toHaveLength(1);
    expect(pairs("<p hidden>Words</p><p>–</p>", `p { ${faint} }`)).toEqual([]);
  });

  it("names where the later stylesheet said it, and the nearest colours that will do", () => {
    const house =
      ":root { --brand: #12436d; --on-brand: white } .band { background: var(--brand); color: var(--on-brand) }";
    expect(check('<p class="band">Kent</p>', house, ":root {\n  --brand: #ffd400;\n}")).toEqual([
      {
        code: "low-contrast",
        message: `The text of <p class="band"> ("Kent") is #ffffff on #ffd400: 1.4:1 where readers need 4.5:1.`,
        hint: "Set --on-brand: #5e5e5e in :root, or --brand: #8c7500 in :root: the nearest that will do.",
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
