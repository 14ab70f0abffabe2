import { defaultTheme } from "../theme/chart-theme.ts";
import { sideRanges, sidesRange } from "../theme/side-ranges.ts";

/** The colours of answers to both sides that their range has where no theme is: in Vega's editor, or by Vega alone. */
export const sidesConfig = (count: number) => {
  const name = sidesRange(count);
  return { range: { [name]: sideRanges(defaultTheme.diverging)[name] } };
};

export { sidesRange };
