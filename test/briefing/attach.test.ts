import { PDFArray, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import {
  BriefingError,
  change,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  generateBriefings,
  readDataset,
} from "briefwright";
import { describe, expect, test } from "vitest";
import { readWithPdfJs } from "../support/open-pdf.ts";

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: { area: { role: "area", label: "Police force" }, period: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: {
      title: 'Crime, "recorded"',
      publisher: "Home Office",
      kind: "official-statistics",
      published: "2019-07-18",
    },
  },
  layout: { note: { column: "note" } },
});

const spec = {
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  template: {
    file: "briefing.hbs",
    text: `<h1>{{title}}</h1>{{#known}}<p>{{claim "total"}}, {{claim "rise"}}.</p>{{/known}}`,
  },
} as const;

const briefing = defineBriefing({
  ...spec,
  attach: ["data", "claims"],
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest" }),
    rise: change(offences, { area, from: "previous", to: "latest" }),
  }),
});

const csv = `area,period,offences,note
Kent,2017/18,114,
Kent,2018/19,274,
"Essex, ""old""",2017/18,[c],seven were left out
"Essex, ""old""",2018/19,[z],
`;
const data = { offences: { csv, file: "offences.csv" } };

interface Attached {
  readonly text: string;
  readonly mimeType: string | undefined;
  readonly relationship: string | undefined;
}

/** The files inside a PDF, as pdf.js gives them, with what their file specifications say. */
async function attachmentsOf(bytes: Uint8Array): Promise<Record<string, Attached>> {
  const contents = (await readWithPdfJs(bytes, (pdf) => pdf.getAttachments())) as Record<
    string,
    { content: Uint8Array }
  > | null;
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  const associated = catalog.lookupMaybe(PDFName.of("AF"), PDFArray);
  const specs = (associated?.asArray() ?? []).map((_, index) => (associated as PDFArray).lookup(index, PDFDict));
  const entries = specs.map((file) => {
    const name = file.lookup(PDFName.of("UF"))?.toString().slice(1, -1) ?? "";
    const stream = file.lookup(PDFName.of("EF"), PDFDict).lookup(PDFName.of("F")) as unknown as { dict: PDFDict };
    return [
      name,
      {
        text: new TextDecoder().decode(contents?.[name]?.content),
        mimeType: stream.dict.lookupMaybe(PDFName.of("Subtype"), PDFName)?.decodeText(),
        relationship: file.lookupMaybe(PDFName.of("AFRelationship"), PDFName)?.decodeText(),
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

const generate = (area: string) => generateBriefing(briefing, { data, parameters: { area }, formats: ["pdf"] });

describe("files in a briefing's PDF", () => {
  test("are the data, with markers in place of hidden cells and nothing of remarks", async () => {
    const { pdf } = await generate("Kent");
    const files = await attachmentsOf(pdf);
    expect(Object.keys(files)).toEqual(["offences.csv", "claims.json"]);
    expect(files["offences.csv"]).toEqual({
      mimeType: "text/csv",
      relationship: "Data",
      text: [
        "area,period,offences,source,source_title,published,status",
        'Kent,2017/18,114,home,"Crime, ""recorded""",2019-07-18,',
        'Kent,2018/19,274,home,"Crime, ""recorded""",2019-07-18,',
        '"Essex, ""old""",2017/18,[c],home,"Crime, ""recorded""",2019-07-18,',
        '"Essex, ""old""",2018/19,[z],home,"Crime, ""recorded""",2019-07-18,',
        "",
      ].join("\r\n"),
    });
    const reading = {
      ...offences.spec,
      layout: { source: { column: "source" }, ignore: ["source_title", "published", "status"] },
    };
    const text = files["offences.csv"]?.text ?? "";
    const again = await readDataset(defineDataset(reading), { csv: text, file: "offences.csv" }, { id: "offences" });
    expect(again.observations.map(({ cell }) => cell)).toEqual([
      { state: "value", value: 114 },
      { state: "value", value: 274 },
      { state: "suppressed" },
      { state: "missing", reason: "not-applicable" },
    ]);
  });

  test("are the claims, with no figure where it is hidden", async () => {
    const { pdf } = await generate("kent");
    const { mimeType, relationship, text = "" } = (await attachmentsOf(pdf))["claims.json"] ?? {};
    expect({ mimeType, relationship }).toEqual({ mimeType: "application/json", relationship: "Supplement" });
    const record = JSON.parse(text);
    expect(record).toMatchObject({
      version: 1,
      title: "Offences in Kent",
      date: "2019-07-18",
      parameters: { area: "kent" },
      sources: [{ id: "home", publisher: "Home Office" }],
    });
    expect(record.claims[1]).toMatchObject({
      id: "rise",
      kind: "change",
      value: "140%",
      figure: { rounded: 1.4, unit: "percent", text: "140%" },
      verdict: "supported",
      sources: ["home"],
    });
    const hidden = JSON.parse((await attachmentsOf((await generate('Essex, "old"')).pdf))["claims.json"]?.text ?? "");
    expect(hidden.claims[1]).toMatchObject({ id: "rise", figure: null, verdict: "not-enough-evidence" });
    expect(JSON.stringify(hidden.claims)).not.toContain("seven");
  });

  test("are hidden in all vintages of a cell that one of them hides", async () => {
    const dataset = defineDataset({ ...offences.spec, layout: { vintage: { column: "vintage" } } });
    const twice = "area,period,offences,vintage\nKent,2018/19,274,2019-01-01\nKent,2018/19,[c],2020-01-01\n";
    const withVintages = defineBriefing({
      ...spec,
      datasets: { offences: dataset },
      attach: ["data"],
      claims: ({ offences, area }) => ({
        total: count(offences, { area, period: "latest" }),
        rise: change(offences, { area, from: "previous", to: "latest" }),
      }),
    });
    const { pdf } = await generateBriefing(withVintages, {
      data: { offences: { csv: twice, file: "o.csv" } },
      parameters: { area: "Kent" },
    });
    expect((await attachmentsOf(pdf))["offences.csv"]?.text).not.toContain("274");
  });

  test("are the same in a batch, byte for byte, and absent where nobody asks", async () => {
    const alone = await generate("Kent");
    for await (const result of generateBriefings(briefing, { data, each: [{ area: "Kent" }], formats: ["pdf"] })) {
      expect(result.status === "generated" && Buffer.from(result.pdf).equals(alone.pdf)).toBe(true);
    }
    const { attach: _, ...rest } = briefing.spec;
    const { pdf } = await generateBriefing(defineBriefing(rest), { data, parameters: { area: "Kent" } });
    expect(await attachmentsOf(pdf)).toEqual({});
  });

  test("of another kind are an error", () => {
    expect(() => defineBriefing({ ...briefing.spec, attach: ["claim" as "claims"] })).toThrow(BriefingError);
  });
});
