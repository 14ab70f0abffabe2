import { expect, it } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";

it("points to where the collector is, as far as a diagnostic does not say itself", () => {
  const diagnostics = createDiagnostics({ id: "pay", file: "pay.json" });
  diagnostics.error({ code: "chart-no-data", message: "None." });
  diagnostics.warn({ code: "chart-tooltip", message: "Left out.", source: { field: "n", id: "its own" } });
  expect(diagnostics.all.map(({ source }) => source)).toEqual([
    { id: "pay", file: "pay.json" },
    { id: "its own", file: "pay.json", field: "n" },
  ]);
});

it("leaves alone what other stages found", () => {
  const diagnostics = createDiagnostics({ id: "pay" });
  diagnostics.add([{ code: "chart-no-data", severity: "error", message: "None." }]);
  expect(diagnostics.all[0]?.source).toBeUndefined();
});

it("leaves out what is undefined, without hiding where the collector is", () => {
  const diagnostics = createDiagnostics({ id: undefined, file: "pay.json" });
  diagnostics.error({ code: "chart-no-data", message: "None.", hint: undefined, source: { file: undefined, line: 2 } });
  expect(diagnostics.all).toStrictEqual([
    { code: "chart-no-data", severity: "error", message: "None.", source: { file: "pay.json", line: 2 } },
  ]);
});
