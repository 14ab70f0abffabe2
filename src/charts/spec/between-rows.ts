/** The field that is true of a point of a line that stands between those of two rows, on a curve that leads from one to the other. */
export const betweenRows = "isBetweenRows";
