/** How labels of periods are written, with a hole for each part: `{dd}/{mm}/{yyyy}`; or years that end in the next one. */
export type PeriodFormat = `${string}{${string}}${string}` | "yyyy-yy";
