import { defineDataset, type Edition, readDatasets } from "../../src/dataset/index.ts";
import { randomFrom } from "../dataset/disclosure/year-of-editions.ts";
import type { Leaves, Row, TwinWorld } from "./twin-worlds.ts";

/** The counts of one publisher: of each night one. */
export type Publisher = readonly Leaves[];

/** What all editions of a publisher show of each cell; undefined where one may not be published. */
async function shownBy(world: TwinWorld, publisher: Publisher): Promise<string | undefined> {
  const shown: unknown[] = [];
  let previous: readonly Edition[] = [];
  for (const night of publisher.keys()) {
    const editions: Record<string, NonNullable<Edition["datasets"][string]>> = {};
    const all = Object.entries(world.rowsOf(publisher, night)).map(([id, rows]) => {
      const spec = world.definitions[id];
      if (!spec) throw new Error(`No definition of ${id}.`);
      return { id, definition: defineDataset(spec), input: { rows } };
    });
    try {
      for (const dataset of await readDatasets(all, { previous })) {
        const inOrder = dataset.observations.map(({ measure, at, vintage, cell }) => [measure, at, vintage, cell]);
        shown.push(inOrder.map((each) => JSON.stringify(each)).sort());
        if (dataset.edition) editions[dataset.id] = dataset.edition;
      }
    } catch {
      return undefined;
    }
    previous = [{ datasets: editions }];
  }
  return JSON.stringify(shown);
}

/** Two publishers that show the same and hide other counts; undefined where a seed has none. */
export async function twins(world: TwinWorld, seed: number): Promise<readonly [Publisher, Publisher] | undefined> {
  const random = randomFrom(seed);
  const one = world.draw(random);
  const shown = await shownBy(world, one);
  if (shown === undefined) return undefined;
  let twin: Publisher | undefined;
  // Many changes on top of each other: twins that differ in one count alone would not show an order of three, nor what is
  // told of a count's size, whether it is odd, or how many there are of one.
  for (let trial = 0, kept = 0; trial < 150 && kept < 20; trial += 1) {
    const move = world.move(random);
    const nights = random() < 0.5 ? [...one.keys()] : [Math.floor(random() * one.length)];
    const two = (twin ?? one).map((leaves, night) => {
      if (!nights.includes(night)) return leaves;
      const next = new Map(leaves);
      for (const [key, by] of move) next.set(key, (next.get(key) ?? 0) + by);
      return next;
    });
    if (two.some((leaves) => [...leaves.values()].some((value) => value < 0))) continue;
    if ((await shownBy(world, two)) !== shown) continue;
    twin = two;
    kept += 1;
  }
  return twin && [one, twin];
}

export function csvOf(rows: readonly Row[]): string {
  const [head = {}] = rows;
  return `${[Object.keys(head), ...rows.map((row) => Object.values(row))].map((cells) => cells.join()).join("\n")}\n`;
}
