/**
 * Units by what they measure, as Unicode CLDR sorts them, each with how large it is beside the others of its kind. Where that is no
 * number, nothing says how many of one are another: pages and words. Words that come near are of a unit too: a morning is a day.
 */
export const unitSizes = {
  time: {
    microsecond: 1e-6,
    millisecond: 1e-3,
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_629_746,
    season: 7_889_238,
    year: 31_556_952,
    decade: 315_569_520,
    generation: 946_708_560,
    century: 3_155_695_200,
    millennium: 31_556_952_000,
  },
  length: {
    nanometre: 1e-9,
    micrometre: 1e-6,
    millimetre: 1e-3,
    centimetre: 0.01,
    inch: 0.0254,
    foot: 0.3048,
    yard: 0.9144,
    metre: 1,
    furlong: 201,
    kilometre: 1000,
    mile: 1609,
    "light-year": 9.46e15,
  },
  area: { "square-foot": 0.0929, "square-metre": 1, acre: 4047, hectare: 10_000, "square-kilometre": 1e6 },
  volume: {
    millilitre: 1e-3,
    teaspoon: 5e-3,
    centilitre: 0.01,
    tablespoon: 0.015,
    ounce: 0.028,
    cup: 0.24,
    pint: 0.568,
    litre: 1,
    gallon: 4.546,
    bushel: 36,
    barrel: 159,
    "cubic-metre": 1000,
  },
  mass: {
    microgram: 1e-9,
    milligram: 1e-6,
    carat: 2e-4,
    gram: 1e-3,
    ounce: 0.0283,
    pound: 0.454,
    kilogram: 1,
    stone: 6.35,
    hundredweight: 51,
    tonne: 1000,
  },
  digital: { bit: 0.125, byte: 1, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9, terabyte: 1e12 },
  temperature: { degree: Number.NaN },
  speed: { knot: Number.NaN },
  power: { watt: Number.NaN },
  frequency: { hertz: Number.NaN },
  pressure: { pascal: Number.NaN },
  sound: { decibel: Number.NaN },
  concentration: { mole: Number.NaN },
  graphics: { pixel: Number.NaN },
  text: { word: Number.NaN },
  score: { point: Number.NaN },
} as const;

/** What a unit measures. `text` is of words and pages, `score` of a game. */
export type UnitKind = keyof typeof unitSizes;

/** Words for the units of each kind, as alternatives of a regular expression, in any case. */
export type UnitWords = { readonly [Kind in UnitKind]: { readonly [Unit in keyof (typeof unitSizes)[Kind]]?: string } };
