import { defineHelper } from "./helper.ts";

/**
 * `{{marked "c4" "274 offences"}}`: words of an article that make a claim, marked, with its number and its verdict behind them: a link to
 * what is said of it (`claim-card`). Without words, the number and the verdict alone. `lang` is the language of the words, where the page has
 * another.
 */
export const marked = defineHelper({
  name: "marked",
  makes: "elements",
  parameters: ["claim", "literal"],
  hash: { lang: "name" },
  run({ rendering, hash }, claim, words) {
    rendering.cite(claim);
    const { id, verdict } = claim;
    const said = rendering.trace({ kind: "literal", about: id }, words);
    const name = rendering.attribute(rendering.input.words.template.verdicts[verdict]);
    const number = rendering.trace({ kind: "metadata" }, claimNumber([...rendering.input.claims.keys()], id));
    const lang = hash.lang === undefined ? "" : ` lang="${rendering.attribute(hash.lang)}"`;
    const mark = said === "" ? "" : `<mark class="claim-mark mark-${verdict}"${lang}>${said}</mark> `;
    return `${mark}<a class="mark-verdict mark-${verdict}" href="#claim-${rendering.attribute(id)}">${number} ${name}</a>`;
  },
});

/** Claims are counted as they stand in the text. */
const claimNumber = (ids: readonly string[], id: string): string => String(ids.indexOf(id) + 1);
