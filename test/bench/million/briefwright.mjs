// node briefwright.mjs FILE AREAS: what `million.mjs` runs.
import { change, count, defineDataset, readDataset, share } from "briefwright";
import { checkClaims, defineClaims } from "briefwright/check";
import { claimsOf, report } from "./data.mjs";

const [, , file, areas] = process.argv;

const offences = defineDataset({
  title: "Offences",
  dimensions: {
    area: { role: "area", label: "Area" },
    period: { role: "time", label: "Year" },
    platform: { role: "category", label: "Platform" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other", published: "2020" } },
});

/** All claims at once, as a briefing or an article has them: the first call makes them, the rest read the results. */
let claims;
async function evaluate(dataset) {
  const platforms = dataset.categories("platform").map(({ id }) => id);
  const specs = claimsOf(Number(areas)).map(({ kind, area, year, platform }, index) => {
    const at = { area, period: String(year) };
    const specOf = {
      count: () => count(dataset, { ...at, platform: platforms }),
      change: () => change(dataset, { area, platform, from: String(year - 1), to: String(year) }),
      share: () => share(dataset, { part: { ...at, platform }, whole: { ...at, platform: platforms } }),
    };
    return [`c${index}`, specOf[kind]()];
  });
  const set = defineClaims({ title: "Claims", datasets: { offences }, claims: () => Object.fromEntries(specs) });
  return [...(await checkClaims(set, { offences: dataset })).claims.values()];
}

let index = 0;
await report({
  areas: Number(areas),
  read: () => readDataset(offences, file, { id: "offences" }),
  async claim(dataset) {
    claims ??= await evaluate(dataset);
    return claims[index++].figure.value;
  },
});
