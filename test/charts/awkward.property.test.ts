import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { inPart, someAtTurn } from "../support/trials.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { faultsOf } from "./awkward-faults.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

/** Refusals that say what to do: too much for the picture, a whole that would tell its hidden part, nothing left to draw. */
const refusals = ["chart-crowded", "chart-hidden-total", "chart-bad-value"];

/** Those that are expected to be drawn by every recipe. */
const ordinary = ["1 names", "2 names", "8 names", "Welsh", "zero"];
const isExpected = ({ name }: AwkwardData) =>
  [...ordinary, "periods in words", "Arabic", "Arabic, periods in words"].includes(name);
const expected = awkwardData.filter(isExpected);
const others = awkwardData.filter((data) => !isExpected(data));
/** One of the two widths where there is time for a part: a recipe has the narrow one, the next the wide one. */
const widthsPx = [640, 340];
const isTelephone = (widthPx: number) => widthPx < 480;
const isTried = (index: number, width: number) => inPart(2, 1) === 2 || index % 2 === width % 2;

describe.each(awkwardRecipes.map((recipe, index) => ({ ...recipe, index })))(
  "$name",
  ({ spec, rows, names, writesOnShapes = false, index }) => {
    test.each(widthsPx.filter((_, width) => isTried(index, width)))(
      "at %i px: every name, no text on another, none cut or too small, or a refusal",
      async (widthPx) => {
        const drawn: string[] = [];
        const turn = index * widthsPx.length + widthsPx.indexOf(widthPx);
        const triedOfExpected = someAtTurn(expected, inPart(expected.length, 3), turn);
        for (const data of [...triedOfExpected, ...someAtTurn(others, inPart(2, 1), turn)]) {
          const given = rows(data);
          try {
            const chart = await compileChart({ id: "chart", spec: spec(data, 640), fonts, widthPx: 640 });
            // As a page has it: for a telephone there is a picture of its own beside the wide one, or none.
            const rendered = await chart.render(given, isTelephone(widthPx) ? { narrowPx: widthPx } : {});
            const picture = isTelephone(widthPx) ? rendered.narrow : rendered;
            if (!picture) continue;
            const faults = faultsOf({ ...rendered, ...picture }, { widthPx, rows: given, names, writesOnShapes });
            expect([data.name, ...faults]).toEqual([data.name]);
            drawn.push(data.name);
          } catch (error) {
            if (!(error instanceof BriefingError)) throw error;
            expect(error.diagnostics.map(({ code }) => code).filter((code) => !refusals.includes(code))).toEqual([]);
            expect(error.diagnostics.every(({ hint = "" }) => hint.length > 20)).toBe(true);
          }
        }
        // What is ordinary is drawn.
        const areDrawn = triedOfExpected.map(({ name }) => name);
        expect(drawn).toEqual(expect.arrayContaining(areDrawn));
      },
    );
  },
);
