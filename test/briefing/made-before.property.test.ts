import { defineBriefing, generateBriefing, generateBriefings } from "briefwright";
import fc from "fast-check";
import { expect, test } from "vitest";
import { areas, briefing, data } from "../bench/briefing.mjs";
import { trials } from "../support/trials.ts";

/** Nothing of it is compiled yet. */
const anew = () => defineBriefing(briefing.spec);

const known = new Map<string, Promise<Made>>();
interface Made {
  readonly html: string;
  readonly pdf: string;
}

const textOf = ({ html, pdf }: { readonly html?: string; readonly pdf?: Uint8Array }): Made => ({
  html: html ?? "",
  pdf: Buffer.from(pdf ?? []).toString("latin1"),
});

/** Made by itself. */
function alone(area: string): Promise<Made> {
  const made = known.get(area) ?? generateBriefing(anew(), { data, parameters: { area } }).then(textOf);
  known.set(area, made);
  return made;
}

test("what a briefing is does not depend on which others were made before it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...areas), { minLength: 2, maxLength: 5 }), async (order) => {
      let index = 0;
      const each = order.map((area) => ({ area }));
      for await (const made of generateBriefings(anew(), { data, each })) {
        const expected = await alone(order[index] ?? "");
        const { html, pdf } = textOf(made.status === "generated" ? made : {});
        expect([order, index, html === expected.html, pdf === expected.pdf]).toEqual([order, index, true, true]);
        index += 1;
      }
      expect(index).toBe(order.length);
    }),
    { numRuns: trials(60, 12) },
  );
});
