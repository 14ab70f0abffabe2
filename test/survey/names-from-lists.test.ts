import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { guessOf } from "./guess-of.ts";

const ages = ["unter 1 Jahr", ...Array.from({ length: 9 }, (_, at) => `${at + 1}-Jährige`), "10 Jahre und mehr"];
const rows = [2019, 2020].flatMap((year) => ages.map((age, at) => `${year};${age};${300 + at * 41};${280 + at * 37}`));
const lines = ["Gestorbene: Norland, Jahre, Geschlecht,", "Altersjahre", "Gestorbene (Anzahl)", ";;männlich;weiblich"];

test("a title that ends with a comma goes on in the next line, and names the ages of the rows", async () => {
  expect(titleOf("figures.csv", { titles: lines.slice(0, 3) })).toBe(
    "Gestorbene: Norland, Jahre, Geschlecht, Altersjahre",
  );
  const { spec, remarks } = await guessOf([...lines, ...rows].join("\n"), { title: "Gestorbene" });
  expect(spec.dimensions).toMatchObject({ altersjahre: { label: "Altersjahre", plural: "Altersjahre" } });
  expect([...remarks.values()].join(" ")).toContain("Guessed from the title; check. No heading says what these are.");
});

test("rows below no heading are asked for what they are called, and named ones are not", async () => {
  const trusts = ["Ashby Care Trust", "Birwick Health Trust", "Caston Care Trust", "Dale Hospitals Trust"];
  const table = (heading: string) =>
    [`${heading},Incidents,Patients`, ...trusts.map((name, at) => `${name},${20 + at},${40 + at * 3}`)].join("\n");
  const open = await guessOf(table(""), { title: "Incidents" });
  const [id = ""] = Object.keys(open.spec.dimensions);
  expect(open.remarks.get(`dimensions.${id}.label`)).toContain('give it its name by "label" and "plural"');
  const named = await guessOf(table("Trust"), { title: "Incidents" });
  expect([...named.remarks.keys()]).not.toContain("dimensions.trust.label");
});
