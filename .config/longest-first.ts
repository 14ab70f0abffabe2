import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest on CI, the longest first, as its last line names them: one that is begun last keeps one core busy while
 * the others have nothing to do. A fresh clone knows nothing of earlier runs and would go by the sizes of files.
 */
const longest = [
  "test/conformance/html.test.ts",
  "test/conformance/parity.test.ts",
  "test/conformance/statements.test.ts",
  "test/conformance/package/installed.test.ts",
  "test/conformance/preview.test.ts",
  "test/conformance/gallery.test.ts",
  "test/conformance/pdf.test.ts",
  "test/conformance/pdf-cases.test.ts",
  "test/conformance/parity-off-grid.test.ts",
  "test/queue/operations.test.ts",
  "test/cli/twins.test.ts",
  "test/cli/twins-corrected.test.ts",
  "test/batch/workers.test.ts",
  "test/queue/queue.test.ts",
  "test/queue/faults.test.ts",
  "test/cli/isolate.test.ts",
  "test/package/first-briefing.test.ts",
  "test/briefing/tricks.test.ts",
  "test/pdf/bytes-per-row.test.ts",
  "test/cli/init-hidden.test.ts",
  "test/charts/hints-followed.test.ts",
  "test/pdf/linear-work.test.ts",
  "test/charts/newsroom-looks.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
