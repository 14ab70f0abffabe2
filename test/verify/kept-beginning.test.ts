import { count, defineBriefing, generateBriefing } from "briefwright";
import { verifyFile } from "briefwright/verify";
import { beforeAll, describe, expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  claims: ({ offences, area }) => ({ total: count(offences, { area, period: "latest" }) }),
  template: { text: `<h1>{{title}}</h1><p>Police recorded {{claim "total"}}.</p>`, file: "briefing.hbs" },
  verifiable: true,
});

let pdf: string;
let length: number;
beforeAll(async () => {
  const csv = "area,period,offences\nKent,2017/18,210\nKent,2018/19,274";
  const made = await generateBriefing(briefing, {
    data: { offences: { csv } },
    parameters: { area: "Kent" },
    formats: ["pdf"],
  });
  pdf = Buffer.from(made.pdf).toString("latin1");
  length = pdf.lastIndexOf("0 obj\n<<\n/Type /EmbeddedFile");
});

const findings = async (content: string) => {
  const { verdict, findings } = await verifyFile(Buffer.from(content, "latin1"), { file: "kent.pdf" });
  return [verdict, ...findings.map(({ code }) => code)];
};

/** The numbers of objects with what their dictionary begins with. */
const objectsOf = (type: string) =>
  [...pdf.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj\n/g)].flatMap(([, id, body = ""]) =>
    body.includes(type) ? [{ id: Number(id), body }] : [],
  );

/** Writes an object once more, behind all that was there, and has the table of objects name that one. */
function written({ id, body }: { readonly id: number; readonly body: string }): string {
  const table = pdf.lastIndexOf("xref\n", pdf.lastIndexOf("startxref") - 1);
  const object = `${id} 0 obj\n${body}endobj\n`;
  const from = pdf.indexOf("f \n", table) + 3 + (id - 1) * 20;
  const entry = `${String(table).padStart(10, "0")} 00000 n \n`;
  const listed = pdf.slice(0, from) + entry + pdf.slice(from + 20);
  return (listed.slice(0, table) + object + listed.slice(table)).replace(
    /startxref\n\d+/,
    `startxref\n${table + object.length}`,
  );
}

describe("a PDF of which all that was hashed is kept", () => {
  it("agrees as it is", async () => {
    expect(await findings(pdf)).toEqual(["agrees"]);
  });

  it.each<[string, () => string]>([
    [
      "a page's content drawn over",
      () => {
        const [page] = objectsOf("/Type /Page\n");
        const content = Number(/\/Contents (\d+) 0 R/.exec(page?.body ?? "")?.[1]);
        const covered = "q 1 1 1 rg 0 0 900 900 re f Q";
        return written({ id: content, body: `<<\n/Length ${covered.length}\n>>\nstream\n${covered}\nendstream\n` });
      },
    ],
    [
      "a title in the catalog",
      () => {
        const [catalog] = objectsOf("/Type /Catalog");
        return written({
          id: catalog?.id ?? 0,
          body: (catalog?.body ?? "").replace("/Type /Catalog", "/Type /Catalog\n/PageMode /UseNone"),
        });
      },
    ],
    [
      "a font described anew",
      () => {
        const [font] = objectsOf("/Type /FontDescriptor");
        return written({ id: font?.id ?? 0, body: font?.body ?? "" });
      },
    ],
    ["another catalog", () => pdf.replace(/\/Root \d+ 0 R(?=[\s\S]{0,200}$)/, "/Root 1 0 R")],
    ["an object that is freed", () => pdf.replace(/(\d{10}) 00000 n \n(?=trailer)/, "$1 00001 f \n")],
    ["an earlier table", () => pdf.replace(/\/Info (?=\d+ 0 R\n\/ID)/, "/Prev 10\n/Info ")],
    ["something behind its end", () => `${pdf}%%EOF\n`],
    ["an update", () => `${pdf}1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`],
  ])("does not, with %s", async (_, change) => {
    const changed = change();
    expect(changed).not.toBe(pdf);
    expect(changed.startsWith(pdf.slice(0, length - 10))).toBe(true);
    expect((await findings(changed))[0]).not.toBe("agrees");
  });
});
