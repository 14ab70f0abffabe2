/** Where something lies: its top left corner, `y` downwards, and its size, all in one unit. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
