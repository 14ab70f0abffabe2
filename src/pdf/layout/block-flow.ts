import type { BoxGeometry } from "./box-geometry.ts";
import type { FloatArea } from "./float-areas.ts";
import type { Fragment } from "./fragment.ts";
import type { LaidOut, PageNames } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";

/** What the content of a block is laid out in. */
export interface FlowOptions {
  readonly geometry: BoxGeometry;
  /** Height of the content, where it is known before it is laid out. */
  readonly height?: number | undefined;
  /** Margins do not collapse through its edges, and floats do not cross them. */
  readonly isRoot: boolean;
  /** In the flow of the pages, block in block from the root. */
  readonly isInFlow: boolean;
  /** What there is on the page beside the content; absent: nothing that is free. */
  readonly overhang?: number | undefined;
  /** Floats from before that it stands beside, from the top left of its border box. */
  readonly floats: readonly FloatArea[];
  readonly context: LayoutContext;
}

/** What a block's content comes to, inside its padding. `y` from the top of the border box. */
export interface BlockFlow
  extends Pick<
    LaidOut,
    "marginTop" | "marginBottom" | "breaks" | "breakBefore" | "breakAfter" | "firstBaseline" | "baseline" | "isEmpty"
  > {
  readonly children: readonly Fragment[];
  /** Where the content ends. */
  readonly end: number;
  readonly pages: PageNames | undefined;
  /** What of `end` is the margin of the last child. */
  readonly trailingMargin: number;
  /** Floats placed in it, from the top left of the border box. Absent: there are none, nor any that it stands beside. */
  readonly floats?: readonly FloatArea[];
}
