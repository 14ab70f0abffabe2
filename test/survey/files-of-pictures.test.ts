import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const parties = ["Civic Union", "Green Valley", "Harbour List", "Northern Voice", "People First", "River Party"];
const rows = Array.from({ length: 8 }, (_, d) =>
  parties.map((party, p) => {
    // One list has another picture in one district, so that pictures tell names, and names no pictures.
    const picture = p === 2 && d === 4 ? "3-b" : p + 1;
    return `0${d + 1}-01,${1207 + ((d * 7919 + p * 3571) % 40009)},2-20240609000000-${picture}.png,${party}`;
  }),
).flat();

test("files of pictures are no names of what stands beside them", async () => {
  const { spec, remarks } = await guessOf(`district_code,votes,img_list,list\n${rows.join("\n")}\n`);
  const labels = Object.values(spec.dimensions).map(({ label }) => label);
  expect(labels).toContain("List");
  expect(labels).not.toContain("Img list");
  expect(remarks.get("layout.ignore")).toContain('"img_list": remarks, links');
});
