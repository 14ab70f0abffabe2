import { expect, test } from "vitest";
import { compileChart, rankingSpec } from "../../src/charts/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recipesNamedIn, sampleOf } from "./recipes-named-in.ts";
import { areas } from "./sample-rows.ts";

const draw = async (name: string, data: AwkwardData) => {
  const recipe = awkwardRecipes.find((each) => each.name === name);
  if (!recipe) throw new Error(`No recipe ${name}.`);
  const compiled = await compileChart({ id: "chart", spec: recipe.spec(data, 640), fonts, widthPx: 640 });
  return compiled.render(recipe.rows(data));
};
/** Many refusals name the same recipes, which draw the same then. */
const refusals = new Map<string, Promise<string>>();
function refusalOf(name: string, data: AwkwardData): Promise<string> {
  const key = `${name} of ${data.names.length} of ${data.name}`;
  const known = refusals.get(key);
  if (known) return known;
  const refusal = draw(name, data).then(
    () => "",
    (error: Error) => error.message,
  );
  refusals.set(key, refusal);
  return refusal;
}

const plain = awkwardData.filter(({ name }) => name === "60 names" || name === "155 names");
/** Names as long as those of some constituencies, which take two lines where short ones take one. */
const longNames = Array.from(
  { length: 58 },
  (_, index) => `${areas[index % 43]} and ${areas[(index * 5 + 3 + Math.floor(index / 43)) % 43]} East`,
);
const long = (count: number) => ({
  ...(plain[0] as AwkwardData),
  name: `${count} long names`,
  names: longNames.slice(0, count),
});
const many = [...plain, ...[38, 58].map(long)];
const few = awkwardData.filter(({ name }) => name === "25 names");
const cases = [...few, ...many].flatMap((data) =>
  awkwardRecipes.map(({ name }) => ({ recipe: name, data, count: data.names.length, called: data.name })),
);

/** Each recipe once at least, with one of the data or another. */
const tried = someOf(cases, inPart(cases.length, awkwardRecipes.length));

test.each(tried)("$recipe of $called: a recipe that its refusal names draws them", async ({ recipe, data, count }) => {
  const refusal = await refusalOf(recipe, data);
  if (refusal === "") return;
  const named = recipesNamedIn(refusal.slice(refusal.indexOf("has no room: ")));
  const forAll = named.filter(({ least, most }) => least < count && most >= count);
  expect(forAll, refusal).not.toEqual([]);
  for (const { name, most } of named) {
    expect(Object.keys(sampleOf)).toContain(name);
    const some = { ...data, names: data.names.slice(0, Math.min(most, count)) };
    expect(await refusalOf(sampleOf[name] as string, some), `${refusal}\n${name} of ${some.names.length}`).toBe("");
  }
});

test.each(many)("the annotation that a refusal of bulletSpec names stands on a ranking of $name", async (data) => {
  const refusal = await refusalOf("bullet", data);
  const [, kind, value, label] =
    /annotations: \[\{ kind: "(\w+)", value: "(\w+)", label: "(\w+)" \}\]/.exec(refusal) ?? [];
  expect([kind, value, label]).toEqual(["reference", "median", "Median"]);
  const bullets = awkwardRecipes.find(({ name }) => name === "bullet");
  const annotations = [{ kind: "reference", value: String(value), label: String(label) }] as const;
  const spec = rankingSpec({ category: "area", value: "n", annotations });
  const { texts, untraced } = await (await compileChart({ id: "chart", spec, fonts })).render(
    bullets?.rows(data) ?? [],
  );
  expect(texts.join(" ")).toContain("Median");
  expect(untraced).toEqual([]);
});
