import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attack } from "../../../src/dataset/disclosure/attack.ts";
import { createBlocks } from "../../../src/dataset/disclosure/blocks.ts";
import { createCosts } from "../../../src/dataset/disclosure/cost-of-hiding.ts";
import { createLines } from "../../../src/dataset/disclosure/lines.ts";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import { partsOf } from "../../../src/dataset/disclosure/parts-of-table.ts";
import { protectCounts } from "../../../src/dataset/disclosure/protect-counts.ts";
import { createPublication, secondariesOf } from "../../../src/dataset/disclosure/publication.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import { loadSolver, type Solver } from "../../../src/dataset/disclosure/solver.ts";
import { type Cell, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";
import { rule } from "./attack-on.ts";
import { mayBe } from "./brute-force.ts";
import { hierarchy, tableOf } from "./made-table.ts";
import type { CubeCell } from "./margins.ts";
import { randomFrom } from "./year-of-editions.ts";

/*
 * A league: each match has the goals of both sides and the sum of these, and nothing ties one match to another; or only those of a day.
 */

type Match = Readonly<Record<"home" | "away", number>>;

const sums = [{ whole: "all", parts: ["home", "away"] }];

/** Days by their matches; a day of several has a row for all of them. */
function leagueOf(days: readonly (readonly Match[])[]) {
  const holders: Record<string, string | undefined> = {};
  const rows: { match: string; home: number; away: number; all: number }[] = [];
  for (const [day, matches] of days.entries()) {
    const add = (match: string, { home, away }: Match, holder?: string) => {
      holders[match] = holder;
      rows.push({ match, home, away, all: home + away });
    };
    const total = (side: keyof Match) => matches.reduce((sum, match) => sum + match[side], 0);
    if (matches.length > 1) add(`day${day}`, { home: total("home"), away: total("away") });
    for (const [number, match] of matches.entries())
      add(`day${day}match${number}`, match, matches.length > 1 ? `day${day}` : undefined);
  }
  return { holders, rows };
}

type League = ReturnType<typeof leagueOf>;

const count = { unit: { one: "goal", other: "goals" }, statType: "count" } as const;

const definitionOf = ({ holders }: League) =>
  defineDataset({
    title: "Made up",
    dimensions: {
      match: {
        role: "category",
        label: "Match",
        categories: Object.entries(holders).map(([id, parent]) => ({ id, label: id, ...(parent && { parent }) })),
      },
    },
    measures: { home: { label: "Home", ...count }, away: { label: "Away", ...count }, all: { label: "All", ...count } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    sums,
    disclosure: { profile: { hide: { from: 1, to: 4 } } },
  });

const readLeague = async (league: League) =>
  await readDataset(definitionOf(league), { rows: league.rows.map((row) => ({ ...row })) }, { id: "n" });

/** An attack on a league, and what its programmes look at: columns, as often as they are solved. */
async function attackOnLeague({ holders, rows }: League) {
  const axes = [hierarchy("match", holders)];
  const cellsOf = (side: "home" | "away" | "all") => Object.fromEntries(rows.map((row) => [row.match, row[side]]));
  const names = ["all", "away", "home"] as const;
  const { table, countAt } = tableOf(names.map((name) => ({ name, axes, cells: cellsOf(name) })));
  const relations = createRelations(table, { sums, nestings: nestingsOf(table) });
  const publication = createPublication(table, rule);
  const primaries = [...table.values.keys()].filter((own) => {
    const value = table.values[own] as number;
    return value >= rule.from && value <= rule.to;
  });
  for (const own of primaries) publication.setStatus(table.cellOf[own] as number, "primary");
  const own = await loadSolver();
  let columns = 0;
  const solver: Solver = {
    ...own,
    solve(program, search) {
      columns += program.costs.length;
      return own.solve(program, search);
    },
    open(program, changing) {
      const opened = own.open(program, changing);
      const solve = () => {
        columns += program.costs.length;
        return opened.solve();
      };
      return Object.assign(Object.create(opened) as typeof opened, { solve });
    },
  };
  const parts = { table, relations, publication, solver, costOf: createCosts(table, rule, ["all"]) };
  const attack: Attack = { ...parts, blocks: createBlocks(parts), lines: createLines(parts), work: { corners: 0 } };
  return { attack, primaries, countAt, columns: () => columns, dispose: own.dispose };
}

/** The cells that are hidden for the sake of others, each by its measure and match. */
async function furtherIn(league: League): Promise<readonly string[]> {
  const dataset = await readLeague(league);
  return dataset.observations
    .filter(({ cell }) => cell.state === "suppressed")
    .map(({ measure, at }) => `${measure} ${at.match}`)
    .sort();
}

const goals = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(25));
const someDay = fc.array(fc.record({ home: goals, away: goals }), { minLength: 1, maxLength: 2 });

describe("a table that falls into parts", () => {
  test("gives none of its small counts away", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someDay, { minLength: 2, maxLength: 4 }), async (days) => {
        const dataset = await readLeague(leagueOf(days));
        for (const [day, matches] of days.entries()) {
          // What a reader of one day can do: nothing of another says anything of it.
          const places = [
            ...(matches.length > 1 ? [{ match: `day${day}`, of: [...matches.keys()] }] : []),
            ...Array.from(matches.keys(), (number) => ({ match: `day${day}match${number}`, of: [number] })),
          ];
          const cells = places.flatMap(({ match, of }) =>
            (["home", "away", "all"] as const).map((measure): CubeCell => {
              const sides: readonly (keyof Match)[] = measure === "all" ? ["home", "away"] : [measure];
              const leaves = of.flatMap((number) => sides.map((side) => 2 * number + (side === "home" ? 0 : 1)));
              const value = of.reduce(
                (sum, number) => sum + sides.reduce((own, side) => own + (matches[number] as Match)[side], 0),
                0,
              );
              return { at: { measure, match }, leaves, value };
            }),
          );
          const published = cells.map(
            ({ at: { measure = "", match = "" } }) => dataset.lookup(measure as "all", { match })[0]?.cell as Cell,
          );
          for (const [index, { value, at }] of cells.entries()) {
            if (value < 1 || value > 4) continue;
            expect(published[index], JSON.stringify(at)).toEqual({ state: "suppressed" });
            const may = (other: number) => mayBe({ cells, published, rule }, index, other);
            for (const hidden of [1, 2, 3, 4]) expect(may(hidden), `${JSON.stringify(at)} ${hidden}`).toBe(true);
            expect(may(0) || may(5), JSON.stringify(at)).toBe(true);
          }
        }
      }),
      { numRuns: trials(100, 12) },
    );
  });

  test("has the same cells hidden in each part as that has by itself, whatever else is in the table", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someDay, { minLength: 2, maxLength: 6 }), async (days) => {
        const apart = days.map(async (_, own) =>
          // The days that others stand in stay, with nothing small in them.
          (
            await furtherIn(leagueOf(days.map((matches, day) => (day === own ? matches : [{ home: 0, away: 0 }]))))
          ).filter((cell) => cell.includes(`day${own}`)),
        );
        expect(await furtherIn(leagueOf(days))).toEqual((await Promise.all(apart)).flat().sort());
      }),
      { numRuns: trials(60, 8) },
    );
  });

  test("takes as much work for a match in a long league as in a short one", async () => {
    const random = randomFrom(3);
    // Of so many goals that hardly any two matches are alike.
    const match = (): Match => ({ home: 1 + Math.floor(random() * 4), away: 5 + Math.floor(random() * 300) });
    const matches = Array.from({ length: 240 }, match);
    const workOf = async (own: readonly Match[]) => {
      const { attack, primaries, columns, dispose } = await attackOnLeague(leagueOf(own.map((each) => [each])));
      const { exposed, proofs } = protectCounts({ attack, primaries, unknown: new Set() });
      expect(exposed).toEqual([]);
      expect(proofs.size).toBe(own.length);
      expect(secondariesOf(attack.publication)).toHaveLength(own.length);
      dispose();
      return columns();
    };
    const short = await workOf(matches.slice(0, 60));
    expect(await workOf(matches)).toBeLessThan(5 * short);
  });

  test("asks no programme for what is like a part that is protected", async () => {
    const some: readonly Match[] = [
      { home: 2, away: 8 },
      { home: 1, away: 1 },
      { home: 3, away: 0 },
    ];
    const columnsFor = async (times: number) => {
      const days = Array.from({ length: times }, () => some).flat();
      const { attack, primaries, columns, dispose } = await attackOnLeague(leagueOf(days.map((each) => [each])));
      expect(protectCounts({ attack, primaries, unknown: new Set() }).exposed).toEqual([]);
      dispose();
      return columns();
    };
    expect(await columnsFor(40)).toBe(await columnsFor(1));
  });

  test("leaves out what readers know", async () => {
    const { attack, primaries, countAt, dispose } = await attackOnLeague(
      leagueOf([
        [
          { home: 2, away: 8 },
          { home: 6, away: 9 },
        ],
        [{ home: 1, away: 7 }],
      ]),
    );
    const sizes = () => partsOf(attack, primaries).parts.map((counts) => counts.length);
    expect(sizes()).toEqual([9, 3]);
    for (const name of ["home", "away", "all"])
      attack.publication.setStatus(attack.table.cellOf[countAt("day0match1", name)] as number, "known");
    expect(sizes()).toEqual([6, 3]);
    dispose();
  });

  test("is looked at as one where a part would be too large", async () => {
    const days = [Array.from({ length: 600 }, () => ({ home: 2, away: 8 })), [{ home: 1, away: 7 }]];
    const { attack, primaries, countAt, dispose } = await attackOnLeague(leagueOf(days));
    const { parts, rest } = partsOf(attack, primaries);
    expect(parts).toEqual([["all", "away", "home"].map((name) => countAt("day1match0", name))]);
    expect(rest).toHaveLength(primaries.length - 1);
    dispose();
  });
});
