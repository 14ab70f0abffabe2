import { categoryId, type Dataset, type DatasetSpec, isAdditive } from "../../dataset/index.ts";
import { type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "./excepted-in.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** What is asked of names that say they are of several of the others: `Total positive decisions`. */
export const furtherTotals = (names: readonly string[]): string =>
  `${someOf([...names].sort())} may be totals of some of the others: say what they hold by "holds".`;

const asked =
  /(?<names>"[^"]*"(?:, "[^"]*")*)(?<more> and \d+ more)? may be totals of some of the others: say what they hold by "holds"\. ?/u;

interface Answers {
  readonly dataset: Dataset;
  readonly remarks: Remarks;
}

/** Takes back what was asked of names where the definition has the answer, or where the figures count each of them once within the total. */
export function takeBackAnswered({ dimensions, layout }: DatasetSpec, { dataset, remarks }: Answers): void {
  for (const [dimension, own] of Object.entries(dimensions)) {
    const field = `dimensions.${dimension}`;
    const remark = remarks.all.get(field) ?? "";
    const { names, more } = asked.exec(remark)?.groups ?? {};
    if (own.role === "time" || names === undefined) continue;
    const all = [...names.matchAll(/"(?<name>[^"]*)"/gu)].map(([, name = ""]) => name);
    const column = namesInColumn(layout, dimension)?.column;
    const gone = column === undefined ? [] : exceptedIn(layout?.rows?.except, column);
    const isAnswered = (name: string) => {
      const id = dataset.category(dimension, name)?.id ?? categoryId(name);
      const isDeclared = id === own.total || Object.hasOwn(own.holds ?? {}, id);
      return isDeclared || gone.includes(name) || isCountedOnce(dataset, dimension, { ...own, id });
    };
    const left = all.filter((name) => !isAnswered(name));
    if (left.length === all.length || (left.length > 0 && more !== undefined)) continue;
    const rest = remark.replace(asked, left.length > 0 ? `${furtherTotals(left)} ` : "").trim();
    if (rest === "") remarks.remove(field);
    else remarks.replace(field, rest);
  }
}

/** So many figures of it show what a category is counted in. */
const fewestFull = 3;

/** Of what a category counts, so much at most may be missing from the total, or be too much in it, if it is counted there once. */
const mostApart = 0.5;

/**
 * Whether the total is what a category and all others make together: then it holds none of these, which would be counted twice. Figures may be rounded, by less
 * than what it counts itself.
 */
function isCountedOnce(
  dataset: Dataset,
  dimension: string,
  {
    id,
    total,
    holds = {},
  }: {
    readonly id: string;
    readonly total?: string | undefined;
    readonly holds?: Readonly<Record<string, readonly string[]>> | undefined;
  },
): boolean {
  const whole = total === undefined ? undefined : dataset.category(dimension, total)?.id;
  if (whole === undefined) return false;
  const held = new Set(Object.values(holds).flat());
  const { measures } = dataset.definition.spec;
  const families = new Map<string, { all: number; parts: number; own: number; isFull: boolean }>();
  for (const { measure, at, cell } of dataset.observations) {
    const spec = measures[measure];
    const of = at[dimension];
    if (!spec || !isAdditive(spec) || of === undefined || (held.has(of) && of !== id)) continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== dimension)]);
    const known = families.get(key) ?? { all: 0, parts: 0, own: 0, isFull: true };
    families.set(key, known);
    if (cell.state !== "value") known.isFull = false;
    else if (of === whole) known.all += cell.value;
    else {
      if (!held.has(of)) known.parts += cell.value;
      if (of === id) known.own += cell.value;
    }
  }
  const full = [...families.values()].filter(({ isFull, all, own }) => isFull && all > 0 && own > 0);
  const apart = full.reduce((sum, { all, parts }) => sum + Math.abs(all - parts), 0);
  const counted = full.reduce((sum, { own }) => sum + own, 0);
  return full.length >= fewestFull && apart < counted * mostApart;
}
