/** A figure in full, thousands separated by commas: nothing is rounded, so nothing is said that the data does not hold. */
export function formatFigure(value: number): string {
  const text = String(value);
  if (text.includes("e")) return text;
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
