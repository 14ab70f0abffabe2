/** A counter's value as a list style writes it, without prefix or suffix (CSS Counter Styles 3, 6). */
export function formatCounter(value: number, style: string): string {
  if (style.startsWith('"')) return JSON.parse(style) as string;
  const format = formats[style];
  return format ? format(value) : String(value);
}

/** The marker of a list item: a bullet, or the number with its full stop. */
export function formatMarker(value: number, style: string): string {
  if (style.startsWith('"') || isBullet(style)) return formatCounter(value, style);
  return `${formatCounter(value, style)}.`;
}

export const isBullet = (style: string) => style in bullets;

const bullets: Readonly<Record<string, string>> = {
  disc: "•",
  circle: "◦",
  square: "▪",
  "disclosure-open": "▼",
  "disclosure-closed": "►",
  none: "",
};

const alphabetic = (first: string, size: number) => (value: number) => {
  if (value < 1) return String(value);
  const letters: string[] = [];
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / size)) {
    letters.unshift(String.fromCodePoint((first.codePointAt(0) as number) + ((rest - 1) % size)));
  }
  return letters.join("");
};

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [step, letters] of romanSteps) {
    while (rest >= step) {
      text += letters;
      rest -= step;
    }
  }
  return text;
}

/** Letters for thousands, hundreds, tens and ones, written one after the other (CSS Counter Styles 3, 3.1.6). */
const additive = (letters: string, most: number) => (value: number) => {
  if (value < 1 || value > most) return String(value);
  const all = Array.from(letters);
  const digits = Array.from(String(value), Number);
  return digits
    .map((digit, index) => (digit === 0 ? "" : (all[(digits.length - 1 - index) * 9 + digit - 1] ?? "")))
    .join("");
};
const upperArmenian = "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ";
const georgian = "აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰ";

const numeric = (zero: string) => (value: number) =>
  String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) as number) + Number(digit)));
/** Digits of other scripts, by their zero (CSS Counter Styles 3, 6.1). */
const zeros = {
  "arabic-indic": "٠",
  bengali: "০",
  cambodian: "០",
  khmer: "០",
  devanagari: "०",
  gujarati: "૦",
  gurmukhi: "੦",
  kannada: "೦",
  lao: "໐",
  malayalam: "൦",
  mongolian: "᠐",
  myanmar: "၀",
  oriya: "୦",
  persian: "۰",
  tamil: "௦",
  telugu: "౦",
  thai: "๐",
  tibetan: "༠",
} as const;

const greek = "αβγδεζηθικλμνξοπρστυφχψω";

const formats: Readonly<Record<string, (value: number) => string>> = {
  ...Object.fromEntries(Object.entries(bullets).map(([name, bullet]) => [name, () => bullet])),
  "decimal-leading-zero": (value) => String(value).padStart(2, "0"),
  "lower-alpha": alphabetic("a", 26),
  "lower-latin": alphabetic("a", 26),
  "upper-alpha": alphabetic("A", 26),
  "upper-latin": alphabetic("A", 26),
  "lower-roman": roman,
  "upper-roman": (value) => roman(value).toUpperCase(),
  "lower-greek": (value) => greek[value - 1] ?? String(value),
  armenian: additive(upperArmenian, 9999),
  "upper-armenian": additive(upperArmenian, 9999),
  "lower-armenian": additive(upperArmenian.toLowerCase(), 9999),
  georgian: additive(georgian, 9999),
  ...Object.fromEntries(Object.entries(zeros).map(([name, zero]) => [name, numeric(zero)])),
};
