/** Paints a text for a stream, or leaves it as it is. */
export type Paint = (style: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;

export interface OutputStream {
  /** Is a person reading along? Progress and colour are for them; a pipe gets neither. */
  readonly isTerminal: boolean;
  /** Characters a line; 80 where nobody says. */
  readonly columns: number;
  readonly paint: Paint;
  write(text: string): void;
}

/** All that the command line touches of the process besides files. */
export interface Terminal {
  /** What was asked for: names of written files, verdicts. */
  readonly out: OutputStream;
  /** Diagnostics and progress. */
  readonly err: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}
