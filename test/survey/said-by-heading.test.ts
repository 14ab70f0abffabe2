import { describe, expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

const rows = ["2017/18,7118,4100", "2018/19,7842,4230", "2019/20,8561,4410"];
const below = (heading: string) => guessOf(`${[`${heading},Alarms,Trains`, ...rows].join("\n")}\n`);

describe("what the heading of periods says of them in brackets", () => {
  it.each(["Year (13 periods to P6 of…)", "Year (ending 30 June)", "Year (July to June)", "Financial year (Oct-Sept)"])(
    "is their label and a caveat, to be checked: %s",
    async (heading) => {
      const { spec, remarks, dataset } = await below(heading);
      expect(spec.dimensions.period?.label).toBe(heading);
      expect(spec.caveats).toEqual([`The data calls its periods “${heading}”.`]);
      expect(remarks.get("caveats")).toContain("Guessed from its heading; check.");
      expect(dataset?.periods().map(({ label }) => label)).toEqual(["2017/18", "2018/19", "2019/20"]);
    },
  );

  it.each(["Year", "Year (yyyy/yy)", "Period (note 3)"])(
    "is nothing where it says only what they are: %s",
    async (heading) => {
      const { spec, remarks } = await below(heading);
      expect(spec.caveats).toBeUndefined();
      expect(remarks.has("caveats")).toBe(false);
    },
  );
});
