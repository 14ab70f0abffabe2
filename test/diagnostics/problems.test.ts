import { expect, it } from "vitest";
import { createDiagnostics, createProblems } from "../../src/diagnostics/index.ts";

it("lists problems one by one up to twenty kinds, or one more, and counts the rest", () => {
  const reported = (kinds: number) => {
    const diagnostics = createDiagnostics();
    const problems = createProblems(diagnostics);
    for (let kind = 0; kind < kinds; kind += 1)
      problems.warn(`${kind}`, { code: "unknown-category", message: `${kind}` });
    problems.report();
    return diagnostics.all.map(({ message }) => message);
  };
  expect(reported(21)).toEqual(Array.from({ length: 21 }, (_, kind) => `${kind}`));
  expect(reported(22).slice(19)).toEqual(["19", "2 more problems of this kind, of 2 sorts, are not listed."]);
});
