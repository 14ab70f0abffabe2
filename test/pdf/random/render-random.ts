import { toHtml } from "hast-util-to-html";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { renderPdf } from "../../../src/pdf/index.ts";
import { trials } from "../../support/trials.ts";
import { fonts } from "../fonts.ts";
import { randomDocument } from "./random-document.ts";

/** How many documents are made. */
export const randomCount = trials(1_000, 50);

export interface WrittenAtRandom {
  readonly seed: number;
  readonly bytes: Uint8Array;
}

/**
 * Documents of any elements in any others, with any display, as PDF; those for which there is a reason why not are left out. Any other
 * error is thrown with its seed.
 */
export async function* renderRandom(): AsyncGenerator<WrittenAtRandom> {
  const date = new Date("2026-01-02");
  for (let seed = 0; seed < randomCount; seed += 1) {
    const tree = randomDocument(seed);
    try {
      // As a tree there are elements where a parser leaves none.
      const { bytes } = await renderPdf(seed % 2 ? tree : toHtml(tree), { fonts, title: "T", lang: "en", date });
      yield { seed, bytes };
    } catch (error) {
      if (!(error instanceof BriefingError)) throw new Error(`Seed ${seed}`, { cause: error });
    }
  }
}
