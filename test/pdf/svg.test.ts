import { constants, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import type { Fragment, ImageFragment } from "../../src/pdf/layout/fragment.ts";
import { readPathData } from "../../src/pdf/svg/path-data.ts";
import { verticesOf } from "../../src/pdf/svg/vertices.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { date, fonts } from "./fonts.ts";
import { layOut } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";
import { renderSmall } from "./small-page.ts";

const render = (html: string, options: Partial<RenderPdfOptions> = {}) =>
  renderPdf(html, { title: "T", lang: "en", date, fonts, ...options });

const picture = (content: string) => `<svg role="img" aria-label="x" width="200" height="100">${content}</svg>`;

async function treeOf(html: string): Promise<string> {
  const [page] = (await readPdf((await render(html)).bytes)).pages;
  return page?.tree ?? "";
}

const codesOf = async (html: string) => (await laterDiagnosticsOf(() => render(html))).map(({ code }) => code);

/** The streams of a PDF, decompressed. */
function inflated(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"));
    } catch {
      // Not a compressed stream.
    }
  }
  return parts.join("\n");
}

describe("what is said of an inline svg", () => {
  it.each([
    ['aria-label="A label"', "", "Figure (A label)"],
    ['role="img"', "<title>A title</title>", "Figure (A title)"],
    ['aria-labelledby="t"', "<title id='t'>By its title</title>", "Figure (By its title)"],
    ['role="img" aria-label=" two\n words "', "", "Figure (two words)"],
  ])("%s %s", async (attributes, content, expected) => {
    expect(
      await treeOf(`<svg ${attributes} width="9" height="9">${content}<rect width="9" height="9"/></svg>`),
    ).toContain(expected);
  });

  it("is an error where there is nothing, with its place", async () => {
    await expect(render(`<p>a</p>\n<svg><rect width="9" height="9"/></svg>`, { file: "a.html" })).rejects.toMatchObject(
      {
        diagnostics: [{ code: "missing-alt", source: { file: "a.html", line: 2, column: 1 } }],
      },
    );
  });

  it("is nothing where it is decoration, even in a sentence", async () => {
    for (const attribute of ['aria-hidden="true"', 'role="presentation"', 'role="none"']) {
      const text = `<text y="9">drawn</text>`;
      expect(await treeOf(`<p>one <svg ${attribute} width="50" height="10">${text}</svg> two</p>`)).not.toContain(
        "drawn",
      );
    }
    expect(await codesOf(`<svg style="display: none"><symbol id="a"/></svg><svg width="0" height="0"></svg>`)).toEqual(
      [],
    );
  });

  it("is the name of a link, and of a heading", async () => {
    const home = `<svg role="img" aria-label="Home" width="9" height="9"><title>no</title><rect width="9" height="9"/></svg>`;
    const { bytes } = await render(`<h1>${home} Page</h1><p><a href="https://example.org/">${home}</a></p>`);
    const { outline, pages } = await readPdf(bytes);
    expect(outline[0]?.title).toBe("Home Page");
    expect(pages[0]?.links).toMatchObject([{ url: "https://example.org/", contents: "Home" }]);
  });
});

describe("text in a picture", () => {
  it("is text, once, whatever strokes and fills it", async () => {
    const styles = ['fill="red" stroke="blue"', 'fill="none" stroke="blue"', 'stroke="blue" paint-order="stroke"'];
    for (const style of [...styles, 'opacity=".5"', 'fill="url(#g)"', 'letter-spacing="2"', 'rotate="10"']) {
      const gradient = `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-opacity="0"/></linearGradient>`;
      const tree = await treeOf(picture(`${gradient}<text y="40" ${style}>Gŵyr</text>`));
      expect(tree.replaceAll(/(?<=[Gŵy]) /g, ""), style).toMatch(/Figure \(x\) "Gŵyr"$/);
    }
  });

  it("keeps words apart", async () => {
    const tree = await treeOf(
      picture(
        `<text y="20">one <tspan>two</tspan> <tspan x="0" dy="20">three</tspan></text><text y="60">four</text><text x="60" y="60">five</text>`,
      ),
    );
    expect(tree).toContain('Figure (x) "one two three four five"');
  });

  it("is an error with its place where no font has a character", async () => {
    const html = `<svg role="img" aria-label="x">\n<text y="9">漢</text></svg>`;
    await expect(render(html, { file: "a.html" })).rejects.toMatchObject({
      diagnostics: [{ code: "missing-glyph", source: { file: "a.html", line: 2, column: 1 } }],
    });
  });
});

describe("styles", () => {
  const fills = async (html: string, css = "") =>
    inflated((await render(html, { css })).bytes).match(/^[\d.]+ [\d.]+ [\d.]+ rg$/gm) ?? [];

  it("come from attributes, rules and style attributes, each stronger than the one before", async () => {
    const rect = (attributes: string) => picture(`<rect width="9" height="9" ${attributes}/>`);
    expect(await fills(rect('fill="#f00"'))).toEqual(["1 0 0 rg"]);
    expect(await fills(rect('fill="#f00"'), "rect { fill: #0f0 }")).toEqual(["0 1 0 rg"]);
    expect(await fills(rect('fill="#f00" style="fill: #00f"'), "rect { fill: #0f0 }")).toEqual(["0 0 1 rg"]);
    expect(await fills(rect('fill="var(--brand)"'), ":root { --brand: #0f0 }")).toEqual(["0 1 0 rg"]);
    expect(await fills(rect('fill="currentColor"'), "svg { color: #00f }")).toEqual(["0 0 1 rg"]);
  });

  it("move and turn by attribute as by CSS, and from where the attribute says", async () => {
    const drawn = async (rectangle: string) =>
      inflated((await render(picture(`<rect x="9" width="30" height="20" ${rectangle}/>`))).bytes).match(
        /(?:-?[\d.]+ )+(?:cm|re|m|l)\b/g,
      );
    const plain = await drawn("");
    for (const [attribute, style] of [
      ["translate(40 5)", "translate(40px, 5px)"],
      ["rotate(20) scale(2 .5)", "rotate(20deg) scale(2, .5)"],
    ]) {
      const byAttribute = await drawn(`transform="${attribute}"`);
      expect(byAttribute).toEqual(await drawn(`style="transform: ${style}"`));
      expect(byAttribute).not.toEqual(plain);
    }
    expect(await drawn('transform="rotate(20)" transform-origin="9px 10px"')).toEqual(
      await drawn('style="transform: rotate(20deg); transform-origin: 9px 10px"'),
    );
  });

  it("of the document do not reach into a file", async () => {
    const src = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><style>.a{fill:%230f0}</style><rect class='a' width='9' height='9'/></svg>`;
    expect(await fills(`<img alt="x" src="${src}">`, "rect { fill: red !important }")).toEqual(["0 1 0 rg"]);
  });

  it("that only an SVG has are reported on HTML", async () => {
    const css = "p { transform: rotate(5deg); clip-path: url(#a); mask: none }";
    const { diagnostics } = await render("<p>a</p><p>b</p>", { css });
    expect(diagnostics.map(({ code, source }) => `${code} ${source?.field}`)).toEqual([
      "unsupported-css-property clip-path",
    ]);
  });

  it("paint a group as one, and a single shape without one", async () => {
    const two = await render(picture(`<g opacity=".5"><rect width="9" height="9"/><rect width="9" height="9"/></g>`));
    const one = await render(picture(`<g opacity=".5"><rect width="9" height="9"/></g>`));
    const groups = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/S \/Transparency/g)?.length ?? 0;
    expect([groups(two.bytes), groups(one.bytes)]).toEqual([1, 0]);
  });
});

describe("the size of a picture", () => {
  function imageIn(fragment: Fragment): ImageFragment | undefined {
    if (fragment.kind === "image") return fragment;
    const inside = fragment.kind === "box" ? fragment.children : fragment.atoms;
    return inside.map(imageIn).find((found) => found !== undefined);
  }
  const sizeOf = (html: string) => {
    const { laidOut } = layOut(html, { width: 300 });
    const image = imageIn(laidOut.fragment);
    return image && [image.width / 0.75, image.height / 0.75];
  };
  const svg = (attributes: string) => `<svg role="img" aria-label="x" ${attributes}></svg>`;
  const img = (attributes: string, own = "") =>
    `<img alt="x" ${own} src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' ${attributes.replaceAll('"', "'")}/>">`;

  // As Chromium lays them out, in 400 px.
  it.each([
    [svg('viewBox="0 0 100 50"'), [400, 200]],
    [svg(""), [300, 150]],
    [svg('width="40"'), [40, 150]],
    [svg('width="40" viewBox="0 0 100 50"'), [40, 20]],
    [svg('height="40" viewBox="0 0 100 50"'), [80, 40]],
    [svg('width="50%" viewBox="0 0 100 50"'), [200, 100]],
    [svg('width="100%" height="100%" viewBox="0 0 100 50"'), [400, 200]],
    [svg('viewBox="0 0 100 50" width="100" style="height: auto; width: 100%"'), [400, 200]],
    [svg('width="100" height="20" style="width: 50px"'), [50, 20]],
    [svg('width="1in" height="12pt"'), [96, 16]],
    [img('viewBox="0 0 100 50"'), [400, 200]],
    [img(""), [300, 150]],
    [img('width="40"'), [40, 150]],
    [img('width="40" viewBox="0 0 100 50"'), [40, 20]],
    [img('viewBox="0 0 100 50"', 'width="80"'), [80, 40]],
    [img('width="50%" height="50%" viewBox="0 0 100 50"'), [400, 200]],
    [img('width="40" height="20"', 'style="width: 50%"'), [200, 100]],
    [img('width="100" height="20"', 'style="max-width: 50px"'), [50, 10]],
    [`<div style="display: flex">${img('width="40" height="20"', 'style="width: 50%"')}</div>`, [200, 100]],
    [`<div style="display: flex">${svg('width="60" height="30"')}<p>x</p></div>`, [60, 30]],
  ])("%s", (html, expected) => {
    expect(sizeOf(html)?.map((side) => Math.round(side * 100) / 100)).toEqual(expected);
  });
});

describe("path data", () => {
  it("keeps what comes before a mistake, and says that there is one", () => {
    expect(readPathData("M0 0L5 5 X")).toMatchObject({
      isBroken: true,
      outline: [{ kind: "move" }, { kind: "line", x: 5, y: 5 }],
    });
    expect(readPathData("L5 5")).toMatchObject({ isBroken: true, outline: [] });
  });

  it("counts an arc as one vertex, and turns markers half way at corners", () => {
    const { outline, vertices } = readPathData("M0 0A10 10 0 0 1 20 0L20 20");
    expect(outline.length).toBeGreaterThan(3);
    const found = verticesOf(outline, vertices).map(({ x, y, angle }) => [
      Math.round(x),
      Math.round(y) + 0,
      Math.round((angle * 180) / Math.PI),
    ]);
    expect(found).toEqual([
      [0, 0, -90],
      [20, 0, 90],
      [20, 20, 90],
    ]);
    const square = readPathData("M0 0H10V10H0Z");
    const angles = verticesOf(square.outline, square.vertices).map(({ angle }) => Math.round((angle * 180) / Math.PI));
    expect(angles).toEqual([-45, 45, 135, -135, -45]);
  });
});

describe("HTML in an svg", () => {
  const placed = async (html: string) => {
    const { pages } = await renderSmall(html);
    return (pages[0] ?? []).map(({ text, x, y }) => [text, Math.round(x), Math.round(y)]);
  };
  const half = (content: string) =>
    `<svg width="200" height="100" viewBox="0 0 400 200" aria-label="x">${content}</svg>`;

  it("is laid out in its area, as large as the picture is drawn", async () => {
    const area = `<foreignObject x="80" y="40" width="40" height="120"><p>A</p><p>B</p></foreignObject>`;
    const [a, b] = await placed(half(`<rect width="9" height="9"/>${area}`));
    expect([a, b]).toEqual([
      ["A", 30, 11],
      ["B", 30, 16],
    ]);
    expect(await placed(half(`<g transform="translate(80 40)">${area}</g>`))).toEqual([
      ["A", 60, 26],
      ["B", 60, 31],
    ]);
  });

  it("holds what is out of its flow", async () => {
    const html = `<svg width="120" height="80"><foreignObject x="20" y="20" width="80" height="40">
      <p style="position: absolute; bottom: 0; margin: 0">A</p></foreignObject></svg>`;
    expect(await placed(html)).toEqual([["A", 15, 35]]);
  });

  it("is read, after what the picture says of itself; a picture of nothing else needs no name", async () => {
    const area = '<foreignObject width="80" height="40"><h1>Head</h1><p>text</p></foreignObject>';
    expect(await treeOf(`<svg width="100" height="50">${area}</svg>`)).toMatch(/^[^F]*H1 "Head"[^F]*P "text"$/);
    expect(await treeOf(picture(`<circle r="5"/>${area}`))).toMatch(/Figure \(x\).*H1 "Head".*P "text"/s);
    expect(await codesOf(`<svg width="100" height="50"><circle r="5"/>${area}</svg>`)).toEqual(["missing-alt"]);
  });

  it("is what a switch chooses, and is left out with a warning of an SVG file and of copies", async () => {
    const choice =
      '<switch><foreignObject width="80" height="40"><p>HTML</p></foreignObject><text y="20">text</text></switch>';
    expect((await placed(picture(choice))).map(([text]) => text)).toEqual(["HTML"]);
    const file = `data:image/svg+xml,${encodeURIComponent(picture(choice).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'))}`;
    expect((await placed(`<img alt="a" src="${file}">`)).map(([text]) => text)).toEqual(["text"]);
    const copy = '<g id="g"><foreignObject width="80" height="40"><p>once</p></foreignObject></g><use href="#g"/>';
    expect((await placed(picture(copy))).map(([text]) => text)).toEqual(["once"]);
    expect(await codesOf(picture(copy))).toEqual(["svg-element"]);
  });
});

describe("an object, embed or iframe that is a picture", () => {
  const address = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="12">drawn</text></svg>')}`;

  it("is drawn, and its words say what it shows", async () => {
    expect(await treeOf(`<p>a <object data="${address}" type="image/svg+xml"><b>A word</b></object></p>`)).toMatch(
      /Figure \(A word\).*drawn/s,
    );
    expect(await treeOf(`<embed src="${address}" title="Named">`)).toContain("Figure (Named)");
    expect(await codesOf(`<object data="${address}"></object>`)).toEqual(["missing-alt"]);
    // What an iframe holds is for browsers that know none.
    expect(await codesOf(`<iframe src="${address}">Cannot be shown</iframe>`)).toEqual(["missing-alt"]);
    expect(await treeOf(`<iframe src="${address}" title="Callers">Cannot be shown</iframe>`)).toMatch(
      /^(?!.*Cannot).*Figure \(Callers\).*drawn/s,
    );
  });

  it("gives way to what is in it where it is not there, or is none", async () => {
    const there = (data: string) =>
      render(`<object data="${data}"><p>instead</p></object>`, { lenient: ["unsupported-element"] });
    for (const data of ["missing.png", "film.mp4"]) {
      const [page] = (await readPdf((await there(data)).bytes)).pages;
      expect(page?.tree).toContain('P "instead"');
    }
  });
});
