/** Charts that come out otherwise than Vega's SVG of them, each with the reason and the least structural similarity. */
export const galleryExceptions: Readonly<Record<string, { readonly least: number; readonly reason: string }>> = {};
