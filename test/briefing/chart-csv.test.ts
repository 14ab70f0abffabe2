import { count, defineBriefing, type GeneratedBriefing, generateBriefing } from "briefwright";
import { rankingSpec } from "briefwright/charts";
import { parse } from "csv-parse/sync";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { readPages } from "../support/open-pdf.ts";
import { offences } from "./recorded-offences.ts";

const csv = 'area,period,offences\nKent,2018/19,114\n"Bath, Avon",2018/19,[c]\nEssex,2018/19,1274\n=1+1,2018/19,7\n';

const generate = async (text: string, formats: readonly ("html" | "pdf")[] = ["html"], lang = "en-GB") =>
  (await generateBriefing(
    defineBriefing({
      title: "Offences",
      lang,
      datasets: { offences },
      claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "2018/19" }) }),
      charts: {
        forces: {
          spec: rankingSpec({ category: "area", value: "offences" }),
          data: ({ offences }) => offences.where({ period: "2018/19" }),
        },
      },
      template: { file: "b.hbs", text: `<h1>{{title}}</h1><p>{{claim "total"}}</p>${text}` },
    }),
    { data: { offences: { csv, file: "o.csv" } }, formats: [...formats], verifiable: { publish: true } },
  )) as GeneratedBriefing;

function linksIn(html: string): readonly Element[] {
  const links: Element[] = [];
  visit(fromHtml(html), { tagName: "a" }, (link: Element) => {
    if (String(link.properties.href).startsWith("data:")) links.push(link);
  });
  return links;
}

describe("the figures behind a chart as a file", () => {
  test("are saved from the page itself: names, figures, markers; what spreadsheets would work out is a text", async () => {
    const [link] = linksIn((await generate('{{chart "forces" caption="By force"}}')).html);
    expect([textOf(link as Element), link?.properties.download]).toEqual(["Save these figures as CSV", "forces.csv"]);
    const [head, content = ""] = String(link?.properties.href).split(",");
    expect(head).toBe("data:text/csv;charset=utf-8");
    expect(parse(decodeURIComponent(content), { bom: true })).toEqual([
      ["Police force area", "Offences"].map(() => expect.any(String)),
      ["Kent", "114"],
      ["Bath, Avon", "[c]"],
      ["Essex", "1274"],
      ["'=1+1", "7"],
    ]);
  });

  test("stand below the table only, and not in a PDF", async () => {
    expect(linksIn((await generate('{{chart "forces" data=false}}')).html)).toEqual([]);
    const { pdf } = await generate('{{chart "forces"}}', ["html", "pdf"]);
    const pages = await readPages(pdf, (page) => page.getTextContent());
    const words = pages.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join(" ");
    expect(words).toContain("Essex");
    expect(words).not.toContain("CSV");
  });

  test("are saved by a link in the language of the briefing", async () => {
    const [link] = linksIn((await generate('{{chart "forces"}}', ["html"], "cy")).html);
    expect(textOf(link as Element).replace("’", "'")).toBe("Cadw'r ffigurau hyn fel CSV");
  });
});

test("no other data is led to", async () => {
  const { html, diagnostics } = await generate(
    '<p><a href="data:text/html,<b>x">a</a> <a href="data:text/csv;base64,YQ==">b</a></p>',
  );
  expect(linksIn(html)).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["unsafe-html", "unsafe-html"]);
});
