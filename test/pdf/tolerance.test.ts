import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFolder } from "../cli/ensure-built.ts";

/** A tolerance that a file has for itself, or a length compared with a hundredth or so. */
const ownTolerance = /\b(?:tolerance|epsilon|slack)\w*\s*=\s*[\d.]+|[<>+-]=?\s*0\.0\d+\b/i;

it("lengths are compared with one tolerance, which has one home", () => {
  const root = join(packageFolder, "src/pdf");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const own = files.filter((file) => ownTolerance.test(readFileSync(join(root, file), "utf8")));
  expect(own.map((file) => file.replaceAll("\\", "/"))).toEqual(["geometry/tolerance.ts"]);
});
