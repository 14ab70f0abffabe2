import loadHighs from "highs";

/** A cell of an edition: the cases that it adds up, by the names of their numbers, and what is printed of it. */
export interface PrintedCell {
  readonly name: string;
  /**
   * A number has one name for as long as it is not revised, through all editions: this reader knows which were, though
   * not by how much.
   */
  readonly parts: readonly string[];
  /** What it was when the edition was made: for the test to compare with. */
  readonly truth: number;
  /** Null where it is hidden; the least and greatest that it may be where it is shown. */
  readonly shown: readonly [low: number, high: number] | null;
}

export type PrintedEdition = readonly PrintedCell[];

export interface Recovered {
  readonly edition: number;
  readonly name: string;
  readonly truth: number;
  readonly least: number;
  readonly greatest: number;
}

const highs = await loadHighs();

/**
 * A reader with all editions: every figure of every edition is an equation over whole numbers that are not negative, and each small
 * count that some edition had to hide is bounded from both sides. Shares no code with the library but its solver.
 * @returns the small counts that are certain, or known to be ones that the rule hides.
 */
export async function readEditions(
  editions: readonly PrintedEdition[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Recovered[]> {
  const names = [...new Set(editions.flat().flatMap(({ parts }) => parts))];
  const columnOf = new Map(names.map((name, index) => [name, index]));
  const rows = new Map<string, string>();
  for (const { parts, shown } of editions.flat()) {
    if (!shown) continue;
    const sum = sumOf(parts, columnOf);
    const [low, high] = shown;
    const lines = low === high ? [`${sum} = ${low}`] : [`${sum} >= ${low}`, `${sum} <= ${high}`];
    for (const line of lines) rows.set(line, line);
  }
  const constraints = [...rows.values()].map((line, index) => ` r${index}: ${line}`).join("\n");
  const whole = names.map((_, index) => `x${index}`).join(" ");
  const solve = (sense: "Minimize" | "Maximize", sum: string): number => {
    // Far beyond any figure: an unbounded programme has no greatest value.
    const text = `${sense}\n obj: ${sum}\nSubject To\n${constraints}\n cap: ${sum} <= 100000\nGeneral\n ${whole}\nEnd`;
    // What HiGHS simplifies first it may get wrong: of one series it said that 3 is the greatest value of what can be 5.
    const { Status, ObjectiveValue } = highs.solve(text, { presolve: "off", mip_rel_gap: 0, mip_abs_gap: 0.5 });
    if (Status !== "Optimal") throw new Error(`The reader's programme ends with ${Status}.`);
    return Math.round(ObjectiveValue);
  };
  const targets = new Map<string, Omit<Recovered, "least" | "greatest">>();
  for (const [edition, cells] of editions.entries()) {
    for (const { name, parts, truth, shown } of cells) {
      const sum = sumOf(parts, columnOf);
      if (!shown && truth >= from && truth <= to && !targets.has(sum)) targets.set(sum, { edition, name, truth });
    }
  }
  return [...targets].flatMap(([sum, target]) => {
    const least = solve("Minimize", sum);
    const greatest = solve("Maximize", sum);
    if (target.truth < least || target.truth > greatest)
      throw new Error(`The reader takes ${target.name} for something else.`);
    return least === greatest || (least >= from && greatest <= to) ? [{ ...target, least, greatest }] : [];
  });
}

const sumOf = (parts: readonly string[], columnOf: ReadonlyMap<string, number>): string =>
  parts
    .map((part) => `x${columnOf.get(part)}`)
    .sort()
    .join(" + ");
