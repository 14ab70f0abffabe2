import { expect, test } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";

test("each object stands where the file says, also where tags are written in more than one go", async () => {
  const html = Array.from({ length: 2000 }, (_, index) => `<p>${index}</p>`).join("");
  const { bytes } = await renderPdf(html, { title: "T", lang: "en", date, fonts });
  const file = Buffer.from(bytes).toString("latin1");
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  const found = offsets.filter((offset, index) => file.startsWith(`${index + 1} 0 obj\n`, offset));
  expect(found).toHaveLength(offsets.length);
  const tags = [...file.matchAll(/\/S \/P .*>>/g)].map(([tag]) => tag);
  expect(tags).toHaveLength(2000);
  // More than are written at once.
  expect(tags.join("\n").length).toBeGreaterThan(1 << 16);
});
