import { type DiagnosticCode, type Diagnostics, didYouMean } from "../../diagnostics/index.ts";
import type { DatasetSpec } from "../definition.ts";
import { dimensionsOf } from "../dimensions-of.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import { type DisclosureSpec, disclosureRule, treatmentOf } from "./disclosure-spec.ts";

/** Checks what a definition says of disclosure control, and the links between measures that it rests on. Reports all. */
export function checkDisclosure(spec: DatasetSpec, diagnostics: Diagnostics): void {
  const check: Check = {
    spec,
    report: ({ code, message, hint, field }) =>
      diagnostics.error({ code, message, hint, source: { id: spec.title, field } }),
  };
  for (const [id, measure] of Object.entries(spec.measures)) checkLinks(check, id, measure);
  const { disclosure } = spec;
  if (!disclosure || disclosure.profile === "none") return;
  checkRule(check, disclosure);
  checkMeasures(check, disclosure);
  checkSums(check, disclosure);
  checkKnown(check, disclosure);
  checkKnownTotals(check, disclosure);
}

interface Check {
  readonly spec: DatasetSpec;
  readonly report: (problem: Problem) => void;
}

interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly field: string;
}

function isMeasure({ spec, report }: Check, name: string, field: string): boolean {
  if (name in spec.measures) return true;
  const message = `There is no measure "${name}" in this dataset definition.`;
  report({ code: "unknown-name", message, hint: didYouMean(name, Object.keys(spec.measures)), field });
  return false;
}

/** A rate is made of counts, and each of its cells of one cell of them. */
function checkLinks(check: Check, id: string, measure: MeasureSpec): void {
  const { spec, report } = check;
  for (const role of ["numerator", "denominator"] as const) {
    const name = measure[role];
    const field = `measures.${id}.${role}`;
    if (name === undefined || !isMeasure(check, name, field)) continue;
    const other = spec.measures[name] as MeasureSpec;
    if (measure.statType === "count" || other.statType !== "count") {
      const message = `${name} cannot be the ${role} of ${id}.`;
      report({ code: "wrong-kind", message, hint: "A rate, share or mean is made of counts.", field });
    }
    const foreign = dimensionsOf(spec, other).find((dimension) => !dimensionsOf(spec, measure).includes(dimension));
    if (foreign === undefined) continue;
    const message = `${name} is broken down by ${foreign} and ${id} is not, so no one cell of it is the ${role}.`;
    report({ code: "wrong-kind", message, hint: "Give both the same dimensions.", field });
  }
}

function checkRule({ report }: Check, disclosure: DisclosureSpec): void {
  const rule = disclosureRule(disclosure);
  if (!rule) return;
  if (rule.from > rule.to) {
    const message = `The profile hides counts from ${rule.from} to ${rule.to}, which is none.`;
    report({ code: "invalid-profile", message, hint: "Swap them.", field: "disclosure.profile.hide" });
  }
  if (rule.together && rule.base === 1) {
    const message = "Counts are to be rounded together, and the profile does not round.";
    const hint = "Give the profile a roundTo, or leave `rounding` out.";
    report({ code: "invalid-profile", message, hint, field: "disclosure.rounding" });
  }
}

function checkMeasures(check: Check, { measures = {} }: DisclosureSpec): void {
  const { spec, report } = check;
  for (const [id, treatment] of Object.entries(measures)) {
    const field = `disclosure.measures.${id}`;
    if (!isMeasure(check, id, field) || treatment === "publish" || spec.measures[id]?.statType === "count") continue;
    const message = `${id} is a ${spec.measures[id]?.statType}: only counts are protected by themselves.`;
    report({ code: "wrong-kind", message, hint: "Name its numerator; it is hidden where that is.", field });
  }
  for (const [id, { statType, numerator, denominator }] of Object.entries(spec.measures)) {
    if (statType === "share" && numerator !== undefined && denominator === undefined && measures[id] === undefined) {
      const message = `${id} is a share of ${numerator}, and the definition does not say of what: it could give the whole away, and what is hidden with it.`;
      const hint = `Name its denominator among the measures, leave the column out, or say disclosure.measures: { ${id}: "publish" } if it is no secret.`;
      report({ code: "unlinked-measure", message, hint, field: `measures.${id}` });
    }
    if (statType === "count" || numerator !== undefined || measures[id] !== undefined) continue;
    const message = `${id} is a ${statType}, and the definition does not say of which counts: it could give one away.`;
    const hint = `Name its numerator among the measures, or say disclosure.measures: { ${id}: "publish" } if it is no secret.`;
    report({ code: "unlinked-measure", message, hint, field: `measures.${id}` });
  }
}

function checkSums(check: Check, disclosure: DisclosureSpec): void {
  for (const [index, { whole, parts }] of (check.spec.sums ?? []).entries()) {
    const field = `sums.${index}`;
    for (const id of [whole, ...parts]) {
      if (!(id in check.spec.measures)) continue;
      if (treatmentOf(disclosure, id, check.spec.measures[id] as MeasureSpec) === "protect") continue;
      const message = `${id} is not protected, so it cannot be part of a sum that is.`;
      check.report({ code: "wrong-kind", message, hint: "Leave it out.", field });
    }
    const brokenDown = (id: string) => check.spec.measures[id]?.dimensions ?? Object.keys(check.spec.dimensions);
    for (const part of parts) {
      const further = brokenDown(whole).find((dimension) => !brokenDown(part).includes(dimension));
      if (further === undefined || !(part in check.spec.measures)) continue;
      const message = `${whole} is broken down by ${further} and ${part} is not, so no one cell of ${part} is a part of it.`;
      check.report({ code: "wrong-kind", message, hint: `Give the totals of ${whole} a measure of their own.`, field });
    }
  }
}

function checkKnown(check: Check, { known = [] }: DisclosureSpec): void {
  const { spec, report } = check;
  for (const [index, pattern] of known.entries()) {
    for (const id of [pattern.measure ?? []].flat()) isMeasure(check, id, `disclosure.known.${index}.measure`);
    for (const name of Object.keys(pattern)) {
      if (name === "measure" || name in spec.dimensions) continue;
      const hint = didYouMean(name, Object.keys(spec.dimensions));
      const field = `disclosure.known.${index}`;
      report({ code: "unknown-name", message: `There is no dimension "${name}".`, hint, field });
    }
  }
}

function checkKnownTotals(check: Check, disclosure: DisclosureSpec): void {
  const { spec, report } = check;
  for (const [index, { measure, by }] of (disclosure.knownTotals ?? []).entries()) {
    const field = `disclosure.knownTotals.${index}`;
    if (!isMeasure(check, measure, field)) continue;
    const own = spec.measures[measure] as MeasureSpec;
    const dimensions = dimensionsOf(spec, own);
    for (const name of by) {
      if (dimensions.includes(name)) continue;
      const hint = didYouMean(name, dimensions);
      report({ code: "unknown-name", message: `${measure} is not broken down by "${name}".`, hint, field });
    }
    if (treatmentOf(disclosure, measure, own) !== "protect" || own.additive === false) {
      const message = `${measure} is no count that is protected and adds up, so no totals of it are worked out.`;
      report({ code: "wrong-kind", message, hint: "Leave it out.", field });
    }
    for (const id of dimensions) {
      const dimension = spec.dimensions[id];
      if (by.includes(id) || dimension === undefined) continue;
      if (dimension.role !== "time" && (dimension.exclusive !== false || dimension.total !== undefined)) continue;
      const message = `The totals of ${measure} by ${by.join(" and ")} are over ${id}, and nothing adds up there.`;
      report({ code: "wrong-kind", message, hint: `Name ${id} in \`by\` too.`, field });
    }
  }
}
