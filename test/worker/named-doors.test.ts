import { describe, expect, it } from "vitest";
import { namedDoors } from "../../src/worker/named-doors.ts";

const doors = ["briefwright", "briefwright/charts", "briefwright/pdf"];
const named = (code: string) => namedDoors(code, doors);

describe("the doors that a module can come to", () => {
  it("are those that it names, beside what is Node's", () => {
    expect(named('import { count } from "briefwright";\nexport const a = count;')).toEqual(["briefwright"]);
    const several = `import type { A } from 'briefwright';
      import * as charts from "briefwright/charts"
      import {
        readFileSync,
        type B,
      } from "node:fs";
      import "fs/promises";
      export const template = new URL("./a.hbs", import.meta.url);
      export const later = () => import("briefwright/pdf");`;
    expect(named(several)?.toSorted()).toEqual(doors);
    expect(named('export { count } from "briefwright"; export default { from: "here" };')).toEqual(["briefwright"]);
    expect(named("export default 1;")).toEqual([]);
  });

  it.each([
    'import { a } from "./other.ts";',
    'export * from "./other.ts";',
    'import "./other.ts"',
    'import"./other.ts"',
    'import a from "package";',
    "import(`briefwright`)",
    'import("./" + name)',
    'import("brief\\u0077right")',
    'import("briefwright", { with: {} })',
    'import a, { b } from /* here */ "./other.ts";',
    'const a = require("./other.cjs");',
    'import a = require("./other.cjs");',
    'import { createRequire } from "node:module";',
    'import vm from "vm";',
    'eval("import" + "(name)")',
    'new Function("return 1")()',
    'process.getBuiltinModule("node:module")',
  ])("may be any where it imports %s", (code) => {
    expect(named(`import { count } from "briefwright";\n${code}`)).toBe(undefined);
  });
});
