/** Small rows of made-up figures; none of them comes from chance. */

export const areas = [
  { area: "Ashford", group: "North", n: 28, rate: 3.2, last: 22 },
  { area: "Bexhill", group: "South", n: 55, rate: 6.1, last: 61 },
  { area: "Corby", group: "North", n: 43, rate: 4.4, last: 39 },
  { area: "Dunwich", group: "South", n: 91, rate: 8.9, last: 70 },
  { area: "Exmouth", group: "South", n: 81, rate: 7.5, last: 84 },
  { area: "Frome", group: "North", n: 53, rate: 5.0, last: 40 },
];

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const months = monthNames.map((month, index) => ({
  month,
  index,
  date: `2021-${String(index + 1).padStart(2, "0")}-01`,
  rain: [82, 60, 61, 45, 48, 50, 47, 55, 60, 90, 95, 88][index] as number,
  warmth: [5.1, 5.4, 7.2, 9.8, 13, 16.1, 18.4, 18, 15.3, 11.5, 7.9, 5.6][index] as number,
}));

const kinds = ["fraud", "theft", "arson", "other"];

/** Four kinds over ten years, all above zero. */
export const trend = kinds.flatMap((kind, series) =>
  Array.from({ length: 10 }, (_, index) => ({
    kind,
    year: String(2010 + index),
    n: Math.round(40 + 18 * series + 14 * Math.sin(index * 0.9 + series * 1.7) + index * (3 - series)),
  })),
);

/** Two clouds that overlap, spread by a golden angle. */
export const cloud = Array.from({ length: 60 }, (_, index) => {
  const [angle, radius] = [index * 2.399963, Math.sqrt(index + 0.5)];
  const side = index % 2;
  return {
    x: Math.round((40 + side * 18 + 4.5 * radius * Math.cos(angle)) * 10) / 10,
    y: Math.round((50 + side * 8 + 4 * radius * Math.sin(angle) + radius * 2 * side) * 10) / 10,
    size: 10 + ((index * 37) % 90),
    kind: side ? "urban" : "rural",
    sort: ["a", "b", "c"][index % 3] as string,
  };
});

/** Three groups of measurements, each with something far out. */
export const measurements = ["one", "two", "three"].flatMap((group, series) =>
  Array.from({ length: 30 }, (_, index) => {
    const place = (index + 0.5) / 30;
    const spread = Math.log(place / (1 - place)) * (6 + series * 2);
    return { group, part: index % 2 ? "odd" : "even", v: Math.round((50 + series * 9 + spread) * 10) / 10 };
  }).concat([{ group, part: "odd", v: 96 + series * 9 }]),
);

/** Every cell of a week and a day. */
export const cells = Array.from({ length: 35 }, (_, index) => ({
  week: `W${Math.floor(index / 7) + 1}`,
  day: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index % 7] as string,
  n: Math.round(50 + 40 * Math.sin(index * 0.61) + index * 0.5),
}));

export const tasks = [
  { task: "Plan", from: "2021-01-04", to: "2021-02-10", who: "A" },
  { task: "Gather", from: "2021-01-20", to: "2021-03-30", who: "B" },
  { task: "Check", from: "2021-03-01", to: "2021-04-20", who: "A" },
  { task: "Write", from: "2021-04-01", to: "2021-06-15", who: "C" },
];

export const dailyRows = Array.from({ length: 90 }, (_, index) => ({
  date: new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10),
  price: Math.round((60 + 14 * Math.sin(index / 9) + 5 * Math.sin(index / 2) + index / 5) * 10) / 10,
}));

/** Some of them are no figures. */
export const gappy = [
  { x: 0, y: 10 },
  { x: 1, y: 22 },
  { x: 2, y: null },
  { x: 3, y: 30 },
  { x: 4, y: 18 },
  { x: 5, y: null },
  { x: 6, y: 26 },
  { x: 7, y: 32 },
];

export const survey = ["Schools", "Police", "Health"].map((service, index) => ({
  service,
  agree: 40 + index * 9,
  neutral: 25 - index * 4,
  disagree: 35 - index * 5,
  scores: [3 + index, 5, 7 - index],
  labels: ["low", "mid", "high"],
}));
