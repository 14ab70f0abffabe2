import { describe, expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";

const spec = {
  title: "Offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    offences: {
      label: "Offences",
      unit: { one: "offence", other: "offences" },
      statType: "count",
      breaks: [{ at: "2019", note: "New rules." }],
    },
  },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
  caveats: ["Recorded is not all."],
} as const;

const welsh = {
  title: "Troseddau",
  dimensions: {
    area: {
      label: "Heddlu",
      plural: "heddluoedd",
      categories: {
        "south-wales": { label: "De Cymru", inText: "Dde Cymru", locative: "yn Ne Cymru" },
        Essex: "Essex",
      },
    },
    period: { label: "Blwyddyn" },
  },
  measures: {
    offences: {
      label: "Troseddau",
      unit: { one: "trosedd", other: "troseddau", gender: "feminine" },
      breaks: ["Rheolau newydd."],
    },
  },
  sources: { home: { title: "Troseddau a gofnodwyd", publisher: "Y Swyddfa Gartref" } },
  caveats: ["Nid yw'r ffigurau'n cynnwys popeth."],
} as const;

const rows = [
  { area: "South Wales", period: "Mar 2019", offences: 3 },
  { area: "Essex", period: "Mar 2019", offences: 4 },
  { area: "Kent", period: "Mar 2019", offences: 5 },
];

const naming = (lang: string) => ({
  lang,
  periodName: ({ label }: { label: string }) => label.replace("Mar ", lang === "cy" ? "Mawrth " : "Mar "),
});

const read = async (translations: Readonly<Record<string, object>>) =>
  readDataset(defineDataset({ ...spec, translations }), { rows }, { id: "offences" });

describe("a dataset in another language", () => {
  test("has its names, and is found by either", async () => {
    const english = await read({ cy: welsh });
    const dataset = english.inLanguage(naming("cy"));
    expect(dataset.categories("area").map(({ label, locative, lang }) => [label, locative, lang])).toEqual([
      ["De Cymru", "yn Ne Cymru", undefined],
      ["Essex", undefined, undefined],
      // Not translated: it says that it is English.
      ["Kent", undefined, "en"],
    ]);
    for (const name of ["South Wales", "south-wales", "De Cymru", "de cymru"]) {
      expect(dataset.category("area", name)?.id).toBe("south-wales");
    }
    expect(dataset.definition.spec.measures.offences).toMatchObject({
      label: "Troseddau",
      unit: welsh.measures.offences.unit,
      breaks: [{ at: "2019", note: "Rheolau newydd." }],
    });
    expect(dataset.definition.spec.dimensions.area).toMatchObject({ label: "Heddlu", plural: "heddluoedd" });
    expect(dataset.sources.get("home")).toMatchObject({ publisher: "Y Swyddfa Gartref", kind: "official-statistics" });
    expect(dataset.definition.spec.caveats).toEqual(welsh.caveats);
    expect(dataset.periods().map(({ label }) => label)).toEqual(["Mawrth 2019"]);
    expect(dataset.category("period", "Mawrth 2019")?.id).toBe(dataset.category("period", "Mar 2019")?.id);
    expect(dataset.where({ area: "De Cymru" })).toEqual([
      { area: "De Cymru", period: "Mawrth 2019", periodStart: "2019-03-01", offences: 3, state: "value" },
    ]);
    expect(dataset.hash).toBe(english.hash);
    expect(dataset.diagnostics).toEqual([]);
  });

  test("is itself in its own language", async () => {
    const dataset = await read({ cy: welsh });
    expect(dataset.inLanguage(naming("en-GB"))).toBe(dataset);
  });

  test("says what is not translated, and what is that does not exist", async () => {
    const none = (await read({})).inLanguage(naming("cy"));
    expect(none.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["untranslated", "warning"]]);
    expect(none.definition.spec.measures.offences?.unit).toMatchObject({ other: "offences", lang: "en" });
    const some = await read({ cy: { dimensions: { area: { label: "Heddlu", categories: { Kentt: "Caint" } } } } });
    expect(some.inLanguage(naming("cy")).diagnostics.map(({ message, hint }) => `${message} ${hint ?? ""}`)).toEqual([
      'Not all names are translated into "cy": dimensions.period, measures.offences, sources.home, caveats. They are printed as the dataset has them. ',
      'There is no area "Kentt" in the data, and a translation of it. Did you mean "kent"?',
    ]);
  });

  test("is checked with the definition", () => {
    const wrong = () =>
      defineDataset({ ...spec, translations: { cy: { measures: { ofences: welsh.measures.offences } } } } as never);
    expect(wrong).toThrow(BriefingError);
    expect(wrong).toThrow(/There is no measure "ofences"/);
  });
});
