import { describeBars } from "./bars.ts";
import { counted, type Describe, figuresOf, type Reading } from "./reading.ts";

/** Points: over a scale of numbers, both ranges; over categories, as bars. */
export const describePoints: Describe = (reading) => {
  const { category, value } = reading;
  if (category?.type !== "quantitative") return describeBars(reading);
  const figures = figuresOf(reading);
  const across = figures.map(({ name }) => Number(name));
  return [
    `${counted(figures.length, "point")}.`,
    `${category.title} from ${range(across, reading)}.`,
    `${value.title} from ${range(
      figures.map((figure) => figure.value),
      reading,
    )}.`,
  ];
};

const range = (values: readonly number[], { format }: Reading) =>
  `${format(Math.min(...values))} to ${format(Math.max(...values))}`;
