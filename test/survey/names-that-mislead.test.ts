import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("a rate that is adjusted for age is told in no years, an age is", async () => {
  const { spec } = await guessOf(
    "Year,State,Age-adjusted Death Rate,Mean age\n2016,Alabama,55.5,40.1\n2016,Alaska,63.1,41.2\n2016,Arizona,56.2,39.4\n",
  );
  const [rate, age] = Object.values(spec.measures);
  expect(rate?.unit.other).toBe("(unit not stated)");
  expect(age?.unit.other).toBe("years");
});

test("offences against a code are counted, and number no rows", async () => {
  const { spec } = await guessOf(
    "Station,Thefts 2015,Thefts 2016,Social code offences 2015,Social code offences 2016\nArdee,12,20,30,41\nBray,22,31,12,19\nCavan,25,18,17,26\n",
  );
  expect(JSON.stringify(spec.layout?.ignore ?? [])).not.toContain("Social code");
});

test("what is national is no place among those of the nation", async () => {
  const { spec } = await guessOf(
    "Year,Area,VALUE\n2020,National,310000\n2020,Dublin,402000\n2020,Cork,305000\n2020,Galway,300000\n2020,Limerick,250000\n".replaceAll(
      "VALUE",
      "Mean price (euro)",
    ),
  );
  expect(spec.dimensions.area).toMatchObject({ role: "area", total: "national" });
});
