import type { PdfDrawing } from "./canvas/pdf-image.ts";
import type { ImageFragment } from "./layout/fragment.ts";

/** Drawings that are made for the widths that a layout has for them. */
export interface Drawings {
  /** Undefined: it is not made for that width, or not yet. */
  made(drawing: PdfDrawing, widthPx: number): PdfDrawing | undefined;
  /** Makes what a layout lacks; true where there is something new to lay out. */
  make(images: readonly ImageFragment[]): Promise<boolean>;
}

export function createDrawings(): Drawings {
  const known = new Map<PdfDrawing, Map<number, PdfDrawing | undefined>>();
  return {
    made: (drawing, widthPx) => known.get(drawing)?.get(widthPx),
    async make(images) {
      let isNew = false;
      for (const { narrowed } of images) {
        if (!narrowed) continue;
        const { drawing, widthPx } = narrowed;
        const widths = known.get(drawing) ?? new Map<number, PdfDrawing | undefined>();
        known.set(drawing, widths);
        if (widths.has(widthPx)) continue;
        const made = await drawing.forWidth?.(widthPx);
        widths.set(widthPx, made);
        isNew ||= made !== undefined;
      }
      return isNew;
    },
  };
}
