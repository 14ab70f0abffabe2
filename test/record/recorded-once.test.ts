import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { readDataset } from "../../src/dataset/index.ts";
import { isRecordedAs, recordObservation } from "../../src/record/index.ts";
import { offences } from "./offences.ts";

test("what is recorded of an observation is shared where it is recorded again, and not kept where it is recorded once", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const dataset = await readDataset(
    offences,
    {
      csv: "area,period,offences,vintage\nNorth,2018/19,100,2019\nNorth,2017/18,114,2019\n",
    },
    { id: "offences" },
  );
  const [one, several] = dataset.observations;
  if (!one || !several) throw new Error("There are no observations.");
  const record = (observation: typeof one) => recordObservation("offences", observation, dataset).recorded;
  /** As of one area of a batch: nobody holds it afterwards. */
  const recordOnce = () => {
    const recorded = record(one);
    expect([isRecordedAs(one, recorded), isRecordedAs(several, recorded)]).toEqual([true, false]);
    return new WeakRef(recorded);
  };
  const once = recordOnce();
  record(several);
  const again = record(several);
  expect(record(several)).toBe(again);
  expect(isRecordedAs(several, again)).toBe(true);
  await setImmediate();
  collect();
  expect(once.deref()).toBeUndefined();
});
