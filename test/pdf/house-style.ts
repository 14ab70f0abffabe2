import { readFileSync } from "node:fs";

const briefing = readFileSync(new URL("../../templates/briefing.css", import.meta.url), "utf8");
const [, rules] = /\n(@media print \{\n {2}:where\(html\)[\s\S]*?\n\})\n\n\/\* Text \*\//.exec(briefing) ?? [];
if (rules === undefined) throw new Error("templates/briefing.css has no rules for paper of no specificity.");

/**
 * What the shipped stylesheet makes of elements on paper, by itself: the look that cases and tests are written for. Any rule of
 * a document says otherwise.
 */
export const houseStyle = `:root { --font: Inter } :where(body) { margin: 0 } :where(figure > :is(img, svg)) { display: block } ${rules}`;

/** The stylesheet that a case is written for: the house's, or none. */
export const caseStyle = (name: string): string => (name.startsWith("default-") ? "" : houseStyle);
