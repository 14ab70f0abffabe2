/** A part of a text that is written otherwise. */
export interface TypeEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}
