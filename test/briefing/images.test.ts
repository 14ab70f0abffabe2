import { count, defineBriefing, generateBriefing } from "briefwright";
import { verifyFile } from "briefwright/verify";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orientationSegment, readRaster, withoutMetadata } from "../../src/images/index.ts";
import { codesOf, laterErrorsOf } from "../support/diagnostics-of.ts";
import { greyPhoto } from "../support/grey-photo.ts";
import { offences } from "./recorded-offences.ts";

const folder = "file:///images/";

interface Made {
  /** What stands at each address below the folder. */
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly template?: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly verifiable?: boolean;
}

/** A briefing with an image of each file, called as the file without its ending. */
function make({ files, template = '{{image "photo"}}', alt = "Hills", credit, verifiable = false }: Made) {
  const images = Object.keys(files).map((name) => [
    name.replace(/\..*/, ""),
    { file: new URL(name, folder), alt, ...(credit !== undefined && { credit }) },
  ]);
  const briefing = defineBriefing(
    {
      title: "Offences",
      lang: "en-GB",
      datasets: { offences },
      verifiable: verifiable && { publish: true },
      images: Object.fromEntries(images),
      claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "latest" }) }),
      template: {
        file: "briefing.hbs",
        text: `${template.includes("report") ? "" : "<h1>{{title}}</h1>"}${template}<p>{{claim "total"}}</p>`,
      },
    },
    {
      readText: async () => "",
      async readBytes(path) {
        const found = files[path.replace("/images/", "")];
        if (found === undefined || found === "") throw new Error("ENOENT: no such file");
        return Buffer.from(found);
      },
    },
  );
  return generateBriefing(briefing, {
    data: { offences: { csv: "area,period,offences\nKent,2018/19,130" } },
    formats: ["html", "pdf"],
    date: new Date("2024-01-02"),
  });
}

const segment = (marker: number, text: string): Buffer => {
  const start = Buffer.alloc(4);
  start.writeUInt16BE(marker, 0);
  start.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([start, Buffer.from(text, "latin1")]);
};
const taken = segment(0xffe1, "Exif\0\0taken in Ashby Vale");
const comment = segment(0xfffe, "a comment of the camera");
const colors = segment(0xffe2, "ICC_PROFILE\0 kept");
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>`;

describe("an image of a briefing", () => {
  it("stands in both outputs, with its words and sides", async () => {
    const { html = "", pdf, diagnostics } = await make({ files: { "photo.jpg": greyPhoto({ width: 8, height: 4 }) } });
    expect(diagnostics).toEqual([]);
    const [, address = ""] =
      /<img src="data:image\/jpeg;base64,([^"]+)" alt="Hills" width="8" height="4">/.exec(html) ?? [];
    expect(readRaster(Buffer.from(address, "base64"))).toMatchObject({ width: 8, height: 4 });
    expect(Buffer.from(pdf ?? []).toString("latin1")).toMatch(/\/Subtype \/Image[^>]*\/Width 8\s*\/Height 4/);
  });

  it("says in no file where, when and by which camera it was taken", async () => {
    const photo = greyPhoto({}, [taken, comment, colors, orientationSegment(6)]);
    const { html = "", pdf } = await make({ files: { "photo.jpg": photo } });
    const [, base64 = ""] = /base64,([^"]+)" alt="Hills"/.exec(html) ?? [];
    const published = Buffer.from(base64, "base64");
    for (const bytes of [published, Buffer.from(pdf ?? [])]) {
      expect(bytes.includes("Ashby Vale")).toBe(false);
      expect(bytes.includes("a comment of the camera")).toBe(false);
      expect(bytes.includes("ICC_PROFILE")).toBe(true);
    }
    expect(readRaster(published)).toMatchObject({ width: 4, height: 6, orientation: 6 });
  });

  it("says whose it is, wherever it stands", async () => {
    const made = { files: { "photo.jpg": greyPhoto() }, credit: "A. Photographer" };
    const { html = "" } = await make(made);
    expect(html).toMatch(/<figure class="image"><img [^>]*><figcaption><span class="credit">Photo: A\. Photographer</);
    const captioned = await make({ ...made, template: '{{#image "photo"}}The town{{/image}}' });
    expect(captioned.html).toMatch(/<figcaption>The town <span class="credit">Photo: A\. Photographer</);
  });

  it("is an SVG as well, unless that writes what nobody can trace", async () => {
    const { html = "", diagnostics } = await make({ files: { "photo.svg": mark }, alt: "" });
    expect(diagnostics).toEqual([]);
    expect(html).toContain(`<img src="data:image/svg+xml;base64,${Buffer.from(mark).toString("base64")}" alt="">`);
    const written = mark.replace("<path", "<text>274 offences</text><path");
    const errors = await laterErrorsOf(() => make({ files: { "photo.svg": written } }));
    expect(errors).toMatchObject([
      { code: "untraced-figure", message: expect.stringContaining('"photo"'), source: { id: "photo" } },
    ]);
  });

  it("has no figures in what is said of it", async () => {
    const files = { "photo.jpg": greyPhoto() };
    for (const words of [{ alt: "One of 274 children" }, { credit: "274 children" }]) {
      const errors = await laterErrorsOf(() => make({ files, ...words }));
      expect(errors).toMatchObject([
        { code: "untraced-figure", source: { file: "briefing.hbs", line: 1, column: 19 } },
      ]);
    }
  });

  it("is refused with its file where it is not there, is no picture, or has colours for print", async () => {
    const errorOf = async (file: Uint8Array | string) => {
      const errors = await laterErrorsOf(() => make({ files: { "photo.jpg": file } }));
      expect(errors).toMatchObject([{ source: { file: "/images/photo.jpg", id: "photo" } }]);
      return codesOf(errors);
    };
    expect(await errorOf("")).toEqual(["unreadable-file"]);
    expect(await errorOf("not a picture")).toEqual(["unknown-image-format"]);
    expect(await errorOf(greyPhoto({ channels: 4 }))).toEqual(["cmyk-image"]);
  });

  it("is called by its name, in helpers and in addresses", async () => {
    const files = { "photo.jpg": greyPhoto() };
    expect(await laterErrorsOf(() => make({ files, template: '{{image "foto"}}' }))).toMatchObject([
      { code: "unknown-image", hint: expect.stringContaining('"photo"') },
    ]);
    expect(await laterErrorsOf(() => make({ files, template: '<img src="image:foto" alt="">' }))).toMatchObject([
      { code: "unknown-image", hint: expect.stringContaining('"photo"') },
    ]);
    const { html } = await make({ files, template: '{{#if (has image="map")}}{{image "map"}}{{else}}none{{/if}}' });
    expect(html).toContain("none");
  });
});

it("a report of the shipped parts is verified, with the numbers of its contents", async () => {
  const template = `{{#> report kind="Report"}}
    <section><h2>First</h2>{{#> call-out heading="Why"}}<p>It matters.</p>{{/call-out}}</section>
    {{#> wide-page}}<h2>Second</h2>{{/wide-page}}
    {{#> appendix heading="Third"}}{{#> pull-quote}}<p>Words.</p>{{/pull-quote}}{{/appendix}}
    {{#> recommendations heading="Fourth"}}<li>Do it.</li>{{/recommendations}}
    {{#> band}}<p>Across.</p>{{/band}}{{#> side-by-side}}<p>One</p><p lang="cy">Un</p>{{/side-by-side}}
    {{/report}}`;
  const made = await make({ files: { "cover.jpg": greyPhoto(), "logo.svg": mark }, template, verifiable: true });
  expect(made.diagnostics).toEqual([]);
  for (const [name, bytes] of [
    ["a.pdf", made.pdf],
    ["a.html", Buffer.from(made.html ?? "")],
  ] as const) {
    expect(await verifyFile(Buffer.from(bytes ?? []), { file: name })).toMatchObject({
      verdict: "agrees",
      findings: [],
    });
  }
});

describe("a JPEG without its metadata", () => {
  it("is the same picture, however its segments stand", () => {
    const other = fc
      .tuple(fc.integer({ min: 0xffe0, max: 0xffef }), fc.string({ maxLength: 40 }))
      .map(([marker, text]) => segment(marker, text));
    fc.assert(
      fc.property(fc.array(fc.oneof(other, fc.constantFrom(taken, comment, colors))), (segments) => {
        const photo = greyPhoto({}, segments);
        const clean = withoutMetadata(photo);
        expect(readRaster(clean)).toEqual(readRaster(photo));
        expect(Buffer.from(clean).includes("Exif")).toBe(false);
        expect(withoutMetadata(clean)).toEqual(clean);
      }),
    );
  });
});
