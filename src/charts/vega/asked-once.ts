type Rows = readonly object[];

/** Functions of expressions that ask something of all rows. */
export interface RowFunctions {
  /** Null before there are any. */
  data(this: object, name: string): Rows | null;
  pluck(rows: unknown, field: string): unknown;
  join(values: unknown, separator?: string): string;
  extent(values: unknown): unknown;
}

/** A method of a step of a dataflow: some take a pulse alone, some what they are given before it. */
export type StepMethod = (this: object, first: never, second?: never) => unknown;

/** One field of all rows, and what was made of it. */
interface Column {
  readonly rows: Rows;
  readonly field: string;
  readonly values: unknown;
  readonly texts: Map<string | undefined, string>;
  extent: unknown;
}

/**
 * What expressions ask of all rows, `join(pluck(data('data'), 'area'), '\n')`, is worked out once for all items that a step writes. Vega works it
 * out for each label of an axis, and as often as the expression says it. Outside of such a step it is worked out whenever it is asked.
 */
export class AskedOnce {
  #isInStep = false;
  readonly #tables: Rows[] = [];
  readonly #columns: Column[] = [];

  /** Vega's functions, with what they gave while a step runs. */
  functions(own: RowFunctions): RowFunctions {
    const know = (rows: Rows) => this.#know(rows);
    return {
      data(name) {
        const rows = own.data.call(this, name);
        if (rows) know(rows);
        return rows;
      },
      pluck: (rows, field) => {
        if (!this.#tables.includes(rows as Rows)) return own.pluck(rows, field);
        const known = this.#columns.find((column) => column.rows === rows && column.field === field);
        if (known) return known.values;
        const values = own.pluck(rows, field);
        this.#columns.push({ rows: rows as Rows, field, values, texts: new Map(), extent: undefined });
        return values;
      },
      join: (values, separator) => {
        const texts = this.#columnOf(values)?.texts;
        const text = texts?.get(separator) ?? own.join(values, separator);
        texts?.set(separator, text);
        return text;
      },
      extent: (values) => {
        const column = this.#columnOf(values);
        if (!column) return own.extent(values);
        column.extent ??= own.extent(values);
        return column.extent;
      },
    };
  }

  /** The same step, which changes no rows: what it asked of them is known until it is done. */
  during<Step extends StepMethod>(step: Step): Step {
    const begin = () => {
      this.#isInStep = true;
    };
    const end = () => this.forget();
    return function during(this: object, first: never, second?: never) {
      begin();
      try {
        return step.call(this, first, second as never);
      } finally {
        end();
      }
    } as Step;
  }

  /** No step runs: the last may have been stopped. */
  forget(): void {
    this.#isInStep = false;
    // Few steps ask.
    if (this.#tables.length > 0) this.#tables.length = 0;
    if (this.#columns.length > 0) this.#columns.length = 0;
  }

  #know(rows: Rows): void {
    if (this.#isInStep && !this.#tables.includes(rows) && !areItems(rows)) this.#tables.push(rows);
  }

  #columnOf(values: unknown): Column | undefined {
    return this.#columns.find((column) => column.values === values);
  }
}

/** What is drawn may be asked like rows, and a step writes it. */
const areItems = ([first]: Rows): boolean => first === undefined || "mark" in first;
