import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { describe, expect, it } from "vitest";
import { flagsOfRun } from "../../src/launch/flags-of-run.ts";

const one = flagsOfRun(["build", "regional.ts", "-f", "pdf"]);
const many = flagsOfRun(["build", "regional.ts", "--each", "area"]);

describe("flags of V8 for a command line", () => {
  it("are for one document those of another than for many", () => {
    expect(one).not.toEqual(many);
    for (const each of [["--each=area"], ["-e", "area"], ["-earea"]])
      expect(flagsOfRun(["build", "regional.ts", ...each])).toEqual(many);
    expect(flagsOfRun(["worker", "regional.ts"])).toEqual(many);
    expect(flagsOfRun(["pdf", "page.html"])).toEqual(one);
    expect(flagsOfRun(["preview", "regional.ts"])).toEqual([]);
    expect(flagsOfRun([])).toEqual([]);
  });

  it("are flags that this version has, and are set back to what it begins with", () => {
    for (const { set, reset } of [...one, ...many]) {
      // What V8 counts as its flags may be what it was before others were set, until one is.
      setFlagsFromString(set);
      setFlagsFromString(reset);
      const before = cachedDataVersionTag();
      setFlagsFromString(set);
      expect(cachedDataVersionTag(), set).not.toBe(before);
      setFlagsFromString(reset);
      expect(cachedDataVersionTag(), reset).toBe(before);
    }
  });
});
