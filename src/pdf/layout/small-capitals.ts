import type { InlineItem, TextItem } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { LayoutContext } from "./layout-context.ts";

/** As browsers make them. */
const share = 0.7;

/** Of which letters capitals become small, where a font has none of its own (CSS Fonts 4, 6.6). */
const made: Readonly<
  Partial<Record<ComputedStyle["fontVariantCaps"], { readonly feature: string; readonly letters: RegExp }>>
> = {
  "small-caps": { feature: "smcp", letters: /\p{Ll}[\p{Ll}\p{M}]*/gu },
  "all-small-caps": { feature: "smcp", letters: /\p{L}[\p{L}\p{M}]*/gu },
  "petite-caps": { feature: "pcap", letters: /\p{Ll}[\p{Ll}\p{M}]*/gu },
  "all-petite-caps": { feature: "pcap", letters: /\p{L}[\p{L}\p{M}]*/gu },
  unicase: { feature: "unic", letters: /\p{Lu}[\p{Lu}\p{M}]*/gu },
};

/** Text in small capitals as items of its own: capitals of less than the size of the text, which are read as its letters. */
export function withSmallCapitals(items: readonly InlineItem[], context: LayoutContext): readonly InlineItem[] {
  const isMade = (item: InlineItem) => item.kind === "text" && item.style.fontVariantCaps !== "normal";
  if (!items.some(isMade)) return items;
  return items.flatMap((item): readonly InlineItem[] => (item.kind === "text" ? capitalsOf(item, context) : [item]));
}

const smaller = new WeakMap<ComputedStyle, ComputedStyle>();

/** One style for one: items of a style share what is measured of it. */
function smallerStyle(style: ComputedStyle): ComputedStyle {
  const known = smaller.get(style) ?? { ...style, fontSize: style.fontSize * share, fontVariantCaps: "normal" };
  smaller.set(style, known);
  return known;
}

function capitalsOf(item: TextItem, { shaper }: LayoutContext): readonly TextItem[] {
  const { text, style, lang } = item;
  const how = made[style.fontVariantCaps];
  if (!how || item.note || shaper.fontOf(style).hasFeature(how.feature)) return [item];
  const parts: TextItem[] = [];
  let from = 0;
  for (const { 0: letters, index } of text.matchAll(how.letters)) {
    if (index > from) parts.push({ ...item, text: text.slice(from, index) });
    const capitals = letters.toLocaleUpperCase(lang || undefined);
    parts.push({ ...item, text: capitals, style: smallerStyle(style), reads: letters });
    from = index + letters.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ ...item, text: text.slice(from) });
  return parts;
}
