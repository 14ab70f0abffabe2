import type { CssNode } from "css-tree";
import { keywordOf, keywordsOf, splitAtCommas, type ValueNodes } from "../../../stylesheet/index.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { fixed, keywordProperty, same } from "../property-kinds.ts";

/** Tags of OpenType features; a hyphen before one turns it off. */
export type FontFeatures = readonly string[];

const on = (...tags: readonly string[]): FontFeatures => tags;

/** What each keyword turns on, and what excludes what (CSS Fonts 4, 6). */
const numeric = {
  "lining-nums": on("lnum"),
  "oldstyle-nums": on("onum"),
  "proportional-nums": on("pnum"),
  "tabular-nums": on("tnum"),
  "diagonal-fractions": on("frac"),
  "stacked-fractions": on("afrc"),
  ordinal: on("ordn"),
  "slashed-zero": on("zero"),
};
const ligatures = {
  "common-ligatures": on("liga", "clig"),
  "no-common-ligatures": on("-liga", "-clig"),
  "discretionary-ligatures": on("dlig"),
  "no-discretionary-ligatures": on("-dlig"),
  "historical-ligatures": on("hlig"),
  "no-historical-ligatures": on("-hlig"),
  contextual: on("calt"),
  "no-contextual": on("-calt"),
};
const eastAsian = {
  jis78: on("jp78"),
  jis83: on("jp83"),
  jis90: on("jp90"),
  jis04: on("jp04"),
  simplified: on("smpl"),
  traditional: on("trad"),
  "full-width": on("fwid"),
  "proportional-width": on("pwid"),
  ruby: on("ruby"),
};

type Keywords = Readonly<Record<string, FontFeatures>>;

/** `none` turns off what fonts do by themselves. */
function featureProperty(keywords: Keywords, none?: FontFeatures): PropertyRecord<FontFeatures> {
  return {
    inherited: true,
    initial: [],
    values: ["normal", ...(none ? ["none"] : []), ...Object.keys(keywords)].join(" \\| "),
    parse(nodes) {
      const words = keywordsOf(nodes);
      if (!words || words.length === 0) return undefined;
      if (words.length === 1 && words[0] === "normal") return () => [];
      if (words.length === 1 && words[0] === "none" && none) return () => none;
      const features = words.map((word) => (Object.hasOwn(keywords, word) ? keywords[word] : undefined));
      if (features.includes(undefined) || new Set(words).size < words.length) return undefined;
      const all = (features as FontFeatures[]).flat();
      return () => all;
    },
  };
}

/** `"tnum"`, `"liga" off`, `"ss01" 1`; one that chooses among the forms of a feature is not supported. */
export function parseFeatureSettings(nodes: ValueNodes): FontFeatures | undefined {
  if (keywordOf(nodes) === "normal") return [];
  const features = splitAtCommas(nodes).map(parseFeature);
  return features.includes(undefined) ? undefined : (features as string[]);
}

function parseFeature([tag, value, ...others]: readonly CssNode[]): string | undefined {
  if (tag?.type !== "String" || !/^[\x20-\x7e]{4}$/.test(tag.value) || others.length > 0) return undefined;
  const word = value?.type === "Number" ? value.value : value && keywordOf([value]);
  if (value === undefined || word === "1" || word === "on") return tag.value;
  return word === "0" || word === "off" ? `-${tag.value}` : undefined;
}

const ligaturesOff = on("-liga", "-clig", "-dlig", "-hlig", "-calt");

/** Which forms of its letters a font shows (CSS Fonts 4, 6 and 7). */
export const fontProperties = {
  fontVariantNumeric: featureProperty(numeric),
  fontVariantLigatures: featureProperty(ligatures, ligaturesOff),
  fontVariantEastAsian: featureProperty(eastAsian),
  fontVariantCaps: keywordProperty({
    inherited: true,
    initial: "normal",
    keywords: same(
      "normal",
      "small-caps",
      "all-small-caps",
      "petite-caps",
      "all-petite-caps",
      "unicase",
      "titling-caps",
    ),
  }),
  fontVariantPosition: keywordProperty<FontFeatures>({
    inherited: true,
    initial: [],
    keywords: { normal: [], sub: on("subs"), super: on("sups") },
  }),
  fontKerning: keywordProperty<FontFeatures>({
    inherited: true,
    initial: [],
    keywords: { auto: [], normal: on("kern"), none: on("-kern") },
  }),
  fontFeatureSettings: {
    inherited: true,
    initial: [],
    values: "normal \\| (tag (on \\| off \\| 0 \\| 1)?)#",
    parse: fixed(parseFeatureSettings),
  },
} satisfies PropertyRecords;

/** The properties that the shorthand `font-variant` sets, with the keywords of each. */
export const fontVariants: Readonly<Record<string, readonly string[]>> = {
  "font-variant-ligatures": Object.keys(ligatures),
  "font-variant-caps": ["small-caps", "all-small-caps", "petite-caps", "all-petite-caps", "unicase", "titling-caps"],
  "font-variant-numeric": Object.keys(numeric),
  "font-variant-east-asian": Object.keys(eastAsian),
  "font-variant-position": ["sub", "super"],
};
