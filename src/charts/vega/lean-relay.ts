/** Rows that go through a dataflow; Vega gives each an id, under a symbol of its own. */
type Tuple = Record<string | symbol, unknown>;

interface Pulse {
  readonly NO_SOURCE: number;
  readonly ADD: number;
  readonly REM: number;
  readonly MOD: number;
  readonly add: Tuple[];
  readonly rem: Tuple[];
  readonly mod: Tuple[];
  addAll(): Pulse;
  fork(flags: number): Pulse;
  visit(flags: number, visitor: (tuple: Tuple) => void): Pulse;
  modifies(field: string): Pulse;
}

/** What Vega's relay is: hands rows on to another part of a chart, as copies where they are changed there. */
export interface RelayStep {
  value?: Map<unknown, Tuple> | undefined;
  transform(this: RelayStep, params: { readonly derive?: boolean }, pulse: Pulse): Pulse | undefined;
}

export interface RelayTools {
  readonly ingest: (datum: object) => object;
  readonly tupleid: (tuple: object) => unknown;
}

/**
 * The same with less. Vega looks copies up in an object by ids, which count on from chart to chart, so that V8 keeps them in a table; and it makes
 * each copy field by field, as an object that grows: 0.3 MB of a further PDF, and twice that of a page.
 */
export function createLeanRelay({ ingest, tupleid }: RelayTools): RelayStep["transform"] {
  const [id] = Object.getOwnPropertySymbols(ingest({}));
  if (id === undefined) throw new Error("Vega keeps ids of rows elsewhere than under a symbol.");

  /** A copy is a row of its own. It gets more fields: what is spread alone has a hidden class of its own on Node 20, and a new one with each of them. */
  function derived(tuple: Tuple): Tuple {
    const copy: Tuple = Object.assign({}, tuple);
    copy[id as symbol] = tupleid(ingest({}));
    return copy;
  }

  return function transform(params, pulse) {
    const isFirst = this.value === undefined || this.value === null;
    const copies = this.value ?? new Map<unknown, Tuple>();
    this.value = copies;
    const given = isFirst ? pulse.addAll() : pulse;
    if (!params.derive) return isFirst ? given : undefined;
    const out = given.fork(given.NO_SOURCE);
    given.visit(given.REM, (tuple) => {
      const copy = copies.get(tuple[id]);
      if (copy) out.rem.push(copy);
      copies.delete(tuple[id]);
    });
    given.visit(given.ADD, (tuple) => {
      const copy = derived(tuple);
      copies.set(tuple[id], copy);
      out.add.push(copy);
    });
    given.visit(given.MOD, (tuple) => {
      const copy = copies.get(tuple[id]) as Tuple;
      for (const field in tuple) {
        copy[field] = tuple[field];
        // What comes after may have written to it: all fields are new.
        out.modifies(field);
      }
      out.mod.push(copy);
    });
    return out;
  };
}
