/** A text colour that has 4.5:1 or more on the given one (a Vega expression): one of black and white always has. */
export const readableOn = (color: string) => ({
  expr: `contrast(${color}, 'white') >= 4.5 ? 'white' : 'black'`,
});
