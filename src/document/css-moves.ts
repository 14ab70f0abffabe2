import { type Declaration, generate } from "css-tree";
import { drawsOtherSigns } from "../fonts/index.ts";
import { substituteVariables } from "../stylesheet/index.ts";

/** What a rule does to where elements stand, or to how much of them is seen. */
export type CssLook =
  /** Sets an element beside or over others than it is written beside. */
  | "moves"
  /** Sets what an element holds over one another. */
  | "joins"
  /** Sets what an element holds in the reverse order. */
  | "reverses"
  /** Turns or mirrors it, so that a 6 is a 9. */
  | "mirrors"
  /** Shows a part of it. */
  | "cuts"
  /** Shows its first lines. */
  | "clamps"
  /** Leaves it out. */
  | "hides"
  /** Draws it a second time beside itself. */
  | "doubles"
  /** Sets its characters over one another, or in the reverse order. */
  | "overprints"
  /** Draws other signs in place of its characters: rings, or the pictures of a font of signs. */
  | "substitutes"
  /** Sets its first letter above or below its line: of a figure an exponent. */
  | "lifts-first"
  /** Sets its first letter over what stands beside it, or away from it: a 12 is a 21. */
  | "shifts-first"
  /** Draws its first letter again. */
  | "doubles-first"
  /** Draws another sign in place of its first letter. */
  | "substitutes-first"
  /** Says how large its first letter is, or its colour, which is seen by itself where nothing is to be seen of all else. */
  | "shows-first"
  /** Sets the number of a note on one line with the text. */
  | "levels"
  /** Sets it by its own place, and so far above that: both together raise what is on the line. */
  | "relative"
  | "raises"
  /** Takes one of these two back. */
  | "settles"
  /** Says how long it is, how much of it is seen, or where it begins: nothing to texts, all to bars. */
  | "resizes"
  /** Draws something beside it, over it or turned: nothing to texts, all to bars. */
  | "paints"
  /** Says how high it is: nothing to texts, and to bars where others beside them have it otherwise. */
  | "sets-apart"
  /** Gives it a ground of its own: the same of the room of bars. */
  | "grounds"
  /** Gives it and what it holds a length by a custom property: nothing to texts, and to bars a room of another length (`--bar-room`). */
  | "passes-length"
  /** Runs from right to left. */
  | "turns-direction";

/** Below this nobody takes a figure for one that stands elsewhere, in px. */
const seenPx = 8;

const pxPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** A length in px, relative ones by a text of 16 px; percentages and what is worked out are as long as they may be. */
function pxOf(length: string): number {
  const [, number = "", unit = ""] = /^([-+]?[\d.]+)([a-z]*|%)$/i.exec(length.trim()) ?? [];
  if (number === "") return /^-?(?:calc|min|max|clamp|var)\(/i.test(length.trim()) ? Number.NaN : 0;
  if (unit === "%") return Number(number) * 4;
  return Number(number) * (pxPerUnit[unit.toLowerCase()] ?? (/^(?:ch|ex)$/i.test(unit) ? 8 : 16));
}

/** From here on a number is above the line, in px. */
const raisedPx = 3;

/** Its lengths, of which css-tree writes no space before a sign: `0-2em`. */
const lengthsOf = (value: string): readonly string[] =>
  value.split(/(?:\s+|(?<=[\da-z%)])(?<!\de)(?=[-+][\d.]))(?![^(]*\))/i);

const isFar = (value: string): boolean =>
  lengthsOf(value).some((each) => Math.abs(pxOf(each)) >= seenPx || Number.isNaN(pxOf(each)));
const isBackFar = (value: string): boolean => lengthsOf(value).some((each) => pxOf(each) <= -seenPx);

const isTransparent = (value: string): boolean =>
  /^(?:transparent|#(?:[\da-f]{3}0|[\da-f]{6}00)|(?:rgb|hsl)a?\(.*[,/]\s*0?(?:\.0*)?%?\))$/i.test(value);

/** Of one letter a colour that is mixed with nothing, or that of its ground, is as good as none. */
export const isNoColor = (value: string): boolean =>
  /transparent|^(?:#fff(?:fff)?|white)$/i.test(value) || isTransparent(value);

/** Whether a gradient is transparent in a part of it. */
const hasTransparentPart = (value: string): boolean =>
  /gradient\(/i.test(value) &&
  /(?<![\w-])transparent(?![\w-])|#(?:[\da-f]{3}0|[\da-f]{6}00)(?![\da-f])|(?:rgb|hsl)a?\([^)]*[,/]\s*0?(?:\.0*)?%?\)/i.test(
    value,
  );

/** Below two pixels nobody reads a letter. */
function isTiny(size: string): boolean {
  const [, number = "", unit = ""] = /^([\d.]+)([a-z]*|%)$/i.exec(size) ?? [];
  if (number === "") return false;
  const pixels = unit === "%" ? 0.16 : /^(?:r?em|ex|ch|lh)$/i.test(unit) ? 16 : 1;
  return Number(number) * pixels < 2;
}

/** Values of properties that leave nothing to see of what they are given to. */
export const hiding: Readonly<Record<string, (value: string) => boolean>> = {
  display: (value) => value.toLowerCase() === "none",
  "font-size": isTiny,
  font: (value) => isTiny(/(?:^|\s)([\d.]+[a-z%]*)(?=\/|\s)/i.exec(value)?.[1] ?? "medium"),
  visibility: (value) => /^(?:hidden|collapse)$/i.test(value),
  opacity: (value) => Number.parseFloat(value) * (value.endsWith("%") ? 0.01 : 1) < 0.1,
  color: isTransparent,
  "-webkit-text-fill-color": isTransparent,
  filter: (value) => /opacity\(\s*0(?:\.0\d*)?%?\s*\)/i.test(value),
  "content-visibility": (value) => value.toLowerCase() === "hidden",
};

const turn = /rotate[xyz]?\(\s*(-?[\d.]+)(deg|turn|rad|grad)/i;
const degreesPer: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

function isTurned(value: string): boolean {
  const [, number = "0", unit = "deg"] = turn.exec(value) ?? /^(-?[\d.]+)(deg|turn|rad|grad)$/i.exec(value) ?? [];
  const degrees = (((Number(number) * (degreesPer[unit.toLowerCase()] ?? 1)) % 360) + 360) % 360;
  return degrees > 135 && degrees < 225;
}

const isMirrored = (value: string): boolean =>
  /(?:scale(?:x|y|3d)?|rotate[xy]|rotate3d)\([^)]*-|rotate(?:[xy]|3d)\([^)]*(?<![\d.])(?:0?\.5turn|180deg)|matrix(?:3d)?\(\s*-|matrix\((?:[^,)]*,){3}\s*-|matrix3d\((?:[^,)]*,){5}\s*-/i.test(
    value,
  );

type Reader = (value: string) => CssLook | undefined;

const farAway: Reader = (value) => (isFar(value) ? "moves" : undefined);
const backwards: Reader = (value) => (isBackFar(value) ? "moves" : undefined);

const placed: Reader = (value) => (/\d/.test(value) && !/^span/i.test(value) ? "moves" : undefined);
const masked: Reader = (value) => (/^(?:none|unset|initial)$/i.test(value) ? undefined : "cuts");

const clamps: Reader = (value) => (/\d/.test(value) ? "clamps" : undefined);

const ofSigns: Reader = (value) => (drawsOtherSigns(value) ? "substitutes" : undefined);

const readers: Readonly<Record<string, Reader>> = {
  top: farAway,
  right: farAway,
  bottom: farAway,
  left: farAway,
  inset: farAway,
  "inset-block": farAway,
  "inset-inline": farAway,
  margin: backwards,
  "margin-top": backwards,
  "margin-right": backwards,
  "margin-bottom": backwards,
  "margin-left": backwards,
  "margin-inline": backwards,
  "margin-block": backwards,
  "margin-inline-start": backwards,
  "margin-inline-end": backwards,
  "word-spacing": (value) => (pxOf(value) <= -3 ? "joins" : undefined),
  "letter-spacing": (value) => (pxOf(value) <= -7 ? "overprints" : pxOf(value) <= -3 ? "joins" : undefined),
  order: (value) => (/^[-+]?0*$/.test(value) ? undefined : "moves"),
  "grid-row": placed,
  "grid-row-start": placed,
  "grid-row-end": placed,
  "grid-column": placed,
  "grid-column-start": placed,
  "grid-column-end": placed,
  "grid-area": (value) => (/\d/.test(value) ? "moves" : undefined),
  "flex-direction": (value) => (/reverse$/i.test(value) ? "reverses" : undefined),
  "flex-flow": (value) => (/reverse/i.test(value) ? "reverses" : undefined),
  "flex-wrap": (value) => (/reverse$/i.test(value) ? "reverses" : undefined),
  transform: (value) =>
    isMirrored(value) || isTurned(value) ? "mirrors" : /translate/i.test(value) ? translated(value) : undefined,
  translate: farAway,
  rotate: (value) => (isTurned(value) || /^[xy]\s/i.test(value) ? "mirrors" : undefined),
  scale: (value) => (lengthsOf(value).some((each) => each.startsWith("-")) ? "mirrors" : undefined),
  "clip-path": masked,
  mask: masked,
  "mask-image": masked,
  "-webkit-mask": masked,
  "-webkit-mask-image": masked,
  clip: (value) => (/^rect/i.test(value) ? "cuts" : undefined),
  "text-overflow": (value) => (/["']/.test(value) ? "cuts" : undefined),
  "-webkit-line-clamp": clamps,
  "line-clamp": clamps,
  "-webkit-box-reflect": (value) => (/^(?:none|unset|initial)$/i.test(value) ? undefined : "doubles"),
  "text-shadow": (value) => (isDoubled(value) ? "doubles" : undefined),
  filter: (value) => (isDoubled(/drop-shadow\((.*)\)/i.exec(value)?.[1] ?? "") ? "doubles" : undefined),
  "-webkit-text-security": (value) => (/^(?:none|unset|initial)$/i.test(value) ? undefined : "substitutes"),
  font: ofSigns,
  "font-family": ofSigns,
  "vertical-align": (value) => (/^(?:baseline|0\w*|unset|initial|middle)$/i.test(value) ? "levels" : undefined),
  all: (value) => (/^(?:unset|initial|revert)$/i.test(value) ? "levels" : undefined),
  direction: (value) => (value.toLowerCase() === "rtl" ? "turns-direction" : undefined),
};

function translated(value: string): CssLook | undefined {
  const [, lengths = ""] = /translate\w*\(([^)]*)\)/i.exec(value) ?? [];
  return isFar(lengths.replaceAll(",", " ")) ? "moves" : undefined;
}

/** A letter is pulled over the next one; a gap that parts it from that one is seen from further on. */
const isShift = (length: string): boolean => !(pxOf(length) > -raisedPx && pxOf(length) < seenPx);
const shiftsNext: Reader = (value) => (isShift(value) ? "shifts-first" : undefined);

/** Of sides the one before a letter and the one behind it: before it is nothing that a gap would part. */
const shiftsBetween = (before: string, behind: string): CssLook | undefined =>
  isBackFar(before) || isShift(behind) ? "shifts-first" : undefined;

function shiftsByMargin(value: string): CssLook | undefined {
  const [top = "", right = top, , left = right] = lengthsOf(value);
  return shiftsBetween(left, right);
}

function shiftsInline(value: string): CssLook | undefined {
  const [start = "", end = start] = lengthsOf(value);
  return shiftsBetween(start, end);
}

const liftsFirst: Reader = (value) => (/^(?:super|sub|text-top|top)$|[1-9]/i.test(value) ? "lifts-first" : undefined);
const showsFirst: Reader = (value) => (isNoColor(value) ? undefined : "shows-first");

/** What properties do that Selectors and CSS Pseudo 4 (5.2.3) let a first letter have. */
const readersOfFirst: Readonly<Record<string, Reader>> = {
  "font-size": (value) => (isTiny(value) ? undefined : "shows-first"),
  color: showsFirst,
  "-webkit-text-fill-color": showsFirst,
  font: (value) => (drawsOtherSigns(value) ? "substitutes-first" : hiding.font?.(value) ? undefined : "shows-first"),
  "font-family": (value) => (drawsOtherSigns(value) ? "substitutes-first" : undefined),
  "vertical-align": liftsFirst,
  "font-variant-position": liftsFirst,
  "text-shadow": (value) => (isDoubled(value) ? "doubles-first" : undefined),
  margin: shiftsByMargin,
  "margin-inline": shiftsInline,
  "margin-right": shiftsNext,
  "margin-inline-end": shiftsNext,
  "letter-spacing": shiftsNext,
};

/** Each declaration with its name and value as they are compared. */
const valuesOf = (declarations: readonly Declaration[], custom: ReadonlyMap<string, readonly string[]>) =>
  declarations.map((declaration) => ({
    declaration,
    name: declaration.property.toLowerCase(),
    value: withFirst(generate(declaration.value), custom),
  }));

/** What a rule for the first letter of elements does to how it stands beside what follows it. */
export function looksOfFirstLetter(
  declarations: readonly Declaration[],
  custom: ReadonlyMap<string, readonly string[]>,
): readonly { readonly look: CssLook; readonly declaration: Declaration }[] {
  const values = valuesOf(declarations, custom);
  // A letter of several lines has room beside it.
  const isInitial = values.some(({ name, value }) => name === "float" && /^(?:left|inline-start)$/i.test(value));
  return values.flatMap(({ declaration, name, value }) => {
    const look = Object.hasOwn(readersOfFirst, name) ? readersOfFirst[name]?.(value) : undefined;
    const isRoom = look === "shifts-first" && isInitial && !value.includes("-");
    return look && !isRoom ? [{ look, declaration }] : [];
  });
}

/** A sharp shadow beside the text is the text again. */
function isDoubled(value: string): boolean {
  const lengths =
    (value.split(/,(?![^(]*\))/)[0] ?? "").match(/(?<![\w#.])-?[\d.]+(?:px|r?em|ch|ex|pt|mm|cm|q|in|pc)?(?![\w%])/gi) ??
    [];
  const [x = "0", y = "0", blur = "0"] = lengths;
  return Math.max(Math.abs(pxOf(x)), Math.abs(pxOf(y))) >= 6 && pxOf(blur) < 4;
}

/** The looks that the declarations of one rule give, each with the declaration that does. */
export function looksOf(
  declarations: readonly Declaration[],
  custom: ReadonlyMap<string, readonly string[]>,
): readonly { readonly look: CssLook; readonly declaration: Declaration }[] {
  const values = valuesOf(declarations, custom);
  const found = values.flatMap(({ declaration, name, value }) => {
    const look = Object.hasOwn(readers, name) ? readers[name]?.(value) : undefined;
    const isHidden = Object.hasOwn(hiding, name) && hiding[name]?.(value) === true;
    return [...(look ? [{ look, declaration }] : []), ...(isHidden ? [{ look: "hides" as const, declaration }] : [])];
  });
  const cut = values.find(
    ({ name, value }) =>
      (/^overflow(?:-[xy]|-inline|-block)?$/.test(name) && /hidden|clip/i.test(value)) ||
      (name === "contain" && /paint|content|strict/i.test(value)),
  );
  const isBounded = values.some(
    ({ name, value }) =>
      /^(?:max-)?(?:width|height|inline-size|block-size)$/.test(name) &&
      !/^(?:auto|none|100%|max-content|fit-content)$/i.test(value),
  );
  // Letters that a ground shows through, and in part does not.
  const shown = values.find(({ name, value }) => /^(?:-webkit-)?background-clip$/.test(name) && /text/i.test(value));
  if (shown && values.some(({ name, value }) => /^background(?:-image)?$/.test(name) && hasTransparentPart(value)))
    found.push({ look: "cuts", declaration: shown.declaration });
  const isIndented = values.some(({ name, value }) => name === "text-indent" && value.startsWith("-"));
  if (cut && (isBounded || isIndented)) found.push({ look: "cuts", declaration: cut.declaration });
  // Text for those who listen is set outside of the page, and cut.
  const isClipped = values.some(({ name, value }) => (name === "clip" || name === "clip-path") && value !== "none");
  const lifted = values.find(({ name, value }) => name === "position" && /^(?:absolute|fixed)$/i.test(value));
  if (lifted && !isClipped) found.push({ look: "moves", declaration: lifted.declaration });
  const sized = declarations.find(isSizing);
  if (sized) found.push({ look: "resizes", declaration: sized });
  const apart = values.find(({ name }) => settingApart.test(name));
  if (apart) found.push({ look: "sets-apart", declaration: apart.declaration });
  const grounded = values.find(({ name, value }) => ground.test(name) && !isTransparent(value));
  if (grounded) found.push({ look: "grounds", declaration: grounded.declaration });
  const painted = values.find(({ name, value }) => isPainting(name, value));
  if (painted) found.push({ look: "paints", declaration: painted.declaration });
  for (const { declaration, name, value } of values) {
    if (name === "position")
      found.push({ look: value.toLowerCase() === "relative" ? "relative" : "settles", declaration });
    if (name === "top") found.push({ look: pxOf(value) <= -raisedPx ? "raises" : "settles", declaration });
  }
  const floats = values.find(({ name, value }) => name === "float" && /^(?:right|inline-end)$/i.test(value));
  if (floats) found.push({ look: "moves", declaration: floats.declaration });
  return found;
}

const sizing =
  /^(?:(?:min-|max-)?(?:width|inline-size)|padding(?:-left|-right|-inline.*)?|margin(?:-left|-right|-inline.*)?|border(?:-left|-right|-inline|-width).*|flex.*|zoom|scale|transform|box-sizing|display|position|visibility|opacity|clip-path|clip|all|translate|animation(?:-name)?|aspect-ratio)$/i;

/** Whether a declaration says how long a box is, how much of it is seen, or where it begins: of bars, what their figures decide. */
export const isSizing = ({ property }: Declaration): boolean => sizing.test(property);

const settingApart = /^(?:(?:min-|max-)?(?:height|block-size)|padding(?:-top|-bottom|-block.*)?|zoom)$/i;
const ground = /^background(?:-color)?$/i;

const painting =
  /^(?:box-shadow|outline(?:-(?:width|style|offset))?|border-image.*|(?:-webkit-)?mask.*|filter|transform|scale|rotate)$/;
const paintingImage = /gradient\(|image(?:-set)?\(|url\(/i;

/** Whether a declaration draws something beside a box that looks as it does, or draws over a part of it, or turns it: a bar would be longer. */
const isPainting = (name: string, value: string): boolean =>
  (painting.test(name) && !/^(?:none|0\w*|unset|initial|inherit|revert)$/i.test(value)) ||
  (/^background(?:-image)?$/.test(name) && paintingImage.test(value));

/** With the first value of each custom property. */
const withFirst = (value: string, custom: ReadonlyMap<string, readonly string[]>): string =>
  /var\(/i.test(value)
    ? (substituteVariables(value, new Map([...custom].map(([name, [first = ""]]) => [name, first]))) ?? value)
    : value;
