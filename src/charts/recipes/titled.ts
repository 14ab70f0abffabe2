/** The title of an encoding; Vega-Lite takes the field's name where there is none. */
export const titled = (title: string | undefined) => (title === undefined ? {} : { title });
