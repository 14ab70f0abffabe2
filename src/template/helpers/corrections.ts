import type { Claim } from "../../claims/index.ts";
import type { Correction, CorrectionReason, Rendering } from "../rendering.ts";
import { leftOut } from "../traced-text.ts";
import { capital } from "./capital.ts";
import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";

/**
 * `{{#corrections}}<h2>Corrections</h2>{{/corrections}}`: what it holds, and the figures that an earlier edition printed otherwise: what they were, what
 * they are now, and why, if their source says so; that there are none. Nothing where the briefing is told of no earlier edition.
 */
export const corrections = defineHelper({
  name: "corrections",
  makes: "elements",
  block: "always",
  parameters: [],
  run({ rendering, content }) {
    const told = rendering.input.corrections;
    if (!told) return leftOut;
    const { phrase, input } = rendering;
    const sentences = [
      ...(told.all.length === 0 && told.withheld === 0 ? [phrase("corrections-none")] : []),
      ...(told.withheld > 0 ? [phrase("corrections-withheld")] : []),
    ];
    const more =
      told.more > 0
        ? `<p>${rendering.trace({ kind: "metadata" }, `${input.words.notes.moreCells(told.more)}.`)}</p>`
        : "";
    const table = told.all.length > 0 ? correctionTable(rendering, told.all, told.edition) : "";
    return `<div class="corrections">${content?.() ?? ""}${table}${more}${sentences.map((text) => `<p>${text}</p>`).join("")}</div>`;
  },
});

function correctionTable(rendering: Rendering, all: readonly Correction[], edition: string): string {
  const { phrase, trace, input } = rendering;
  const date = trace({ kind: "period", datetime: edition }, input.words.numbers.date(edition) ?? edition);
  const rows = all.map(({ claim, before, reasons }) => {
    const name = nameOf(rendering, claim).map((text) => trace({ kind: "metadata" }, text));
    const of = name.length > 1 ? ` <span class="correction-of">${name[1]}</span>` : "";
    const was = trace({ kind: "earlier", id: claim.id, value: before.value }, before.text);
    const why = reasons.map((reason) => whyHtml(rendering, reason)).join(" ");
    return (
      `<tr><th scope="row">${name[0]}${of}</th><td class="numeric">${was}</td>` +
      `<td class="numeric">${claimWords(rendering, claim, claim.words.value)}</td><td>${why}</td></tr>`
    );
  });
  return tableFrame(rendering, {
    className: "figures",
    caption: phrase("corrections-caption"),
    head: [
      columnHeading(phrase("figure"), false),
      columnHeading(`${phrase("corrections-earlier")}${date && `, ${date}`}`, true),
      columnHeading(phrase("corrections-now"), true),
      columnHeading(phrase("corrections-why"), false),
    ],
    rows,
    texts: [],
    holdsText: true,
  });
}

const whyHtml = ({ phrase, trace }: Rendering, reason: CorrectionReason): string =>
  reason.kind === "remark" ? trace({ kind: "metadata" }, reason.text) : phrase(`corrections-${reason.kind}`);

/** Whose figure and when, and below it which: by the name of its measure, or in the words of what was worked out. */
function nameOf({ input }: Rendering, { evidence, words: { area, period, label } }: Claim): readonly string[] {
  const [cell] = evidence;
  const measures = input.datasets.get(cell?.dataset ?? "")?.definition.spec.measures ?? {};
  const isOfOneCell = new Set(evidence.map(({ observation: { at } }) => JSON.stringify(at))).size === 1;
  const measure = isOfOneCell ? measures[cell?.observation.measure ?? ""]?.label : undefined;
  const which = measure ?? label;
  const about = [area, period].filter((text) => text !== "").join(", ");
  if (area !== "" && which !== "") return [about, which];
  return [capital([which, about].filter((text) => text !== "").join(", "), input.lang)];
}
