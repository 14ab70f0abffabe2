import { expect, test } from "vitest";
import { compileChart, rankingSpec } from "../../src/charts/index.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const recipeOf: Readonly<Record<string, string>> = {
  areaSpec: "area",
  barSpec: "bar",
  bulletSpec: "bullet",
  dumbbellSpec: "dumbbell",
  funnelSpec: "funnel",
  heatSpec: "heat",
  histogramSpec: "histogram",
  intervalSpec: "interval",
  rankingSpec: "ranking",
  shareSpec: "share",
  slopeSpec: "slope",
  smallMultiplesSpec: "multiples",
  sparklinesSpec: "sparklines",
  stripSpec: "strip",
  tileMapSpec: "tile-map",
  trendSpec: "trend",
};

const draw = async (name: string, data: AwkwardData) => {
  const recipe = awkwardRecipes.find((each) => each.name === name);
  if (!recipe) throw new Error(`No recipe ${name}.`);
  const compiled = await compileChart({ id: "chart", spec: recipe.spec(data, 640), fonts, widthPx: 640 });
  return compiled.render(recipe.rows(data));
};
const refusalOf = (name: string, data: AwkwardData): Promise<string> =>
  draw(name, data).then(
    () => "",
    (error: Error) => error.message,
  );

/** The recipes that a refusal names, each with what it is said to be for: `trendSpec` for `up to 15 lines`. */
function namedIn(refusal: string) {
  const hint = refusal.slice(refusal.indexOf("has no room: "));
  const groups = hint.matchAll(/(\w+Spec(?:(?:,? or |,? and |, )\w+Spec)*)((?:(?!\w+Spec)[^.;])*)/g);
  return [...groups].flatMap(([, names = "", use = ""]) =>
    [...names.matchAll(/\w+Spec/g)].map(([name]) => ({
      name,
      most: Number(/up to (\d+)/.exec(use)?.[1] ?? (/few |one or two/.test(use) ? 2 : Infinity)),
    })),
  );
}

const many = awkwardData.filter(({ name }) => name === "60 names" || name === "155 names");
const cases = many.flatMap((data) =>
  awkwardRecipes.map(({ name }) => ({ recipe: name, data, count: data.names.length })),
);

test.each(cases)(
  "$recipe of $count areas: a recipe that its refusal names draws them",
  async ({ recipe, data, count }) => {
    const refusal = await refusalOf(recipe, data);
    if (refusal === "") return;
    const named = namedIn(refusal);
    const forAll = named.filter(({ most }) => most >= count);
    expect(forAll, refusal).not.toEqual([]);
    for (const { name, most } of named) {
      expect(Object.keys(recipeOf)).toContain(name);
      const some = { ...data, names: data.names.slice(0, Math.min(most, count)) };
      expect(await refusalOf(recipeOf[name] as string, some), `${refusal}\n${name} of ${some.names.length}`).toBe("");
    }
  },
);

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
