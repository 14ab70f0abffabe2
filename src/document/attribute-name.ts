/** The name in HTML of a property in hast, for messages: `ariaLabel` is `aria-label`, `colSpan` is `colspan`. */
export const attributeName = (property: string): string =>
  property.replace(/^(?:aria|data)(?=[A-Z])/, "$&-").toLowerCase();
