const escapes: Readonly<Record<string, string>> = { "(": "\\(", ")": "\\)", "\\": "\\\\" };

/** A text string as PDF writes it (ISO 32000-1, 7.9.2.2): as it is if it is printable ASCII, else UTF-16 in hex. */
export function textString(text: string): string {
  return /^[ -~]*$/.test(text) ? `(${text.replaceAll(/[()\\]/g, (letter) => escapes[letter] as string)})` : utf16(text);
}

/** UTF-16 in hex, big-endian with its mark. */
export function utf16(text: string): string {
  let hex = "FEFF";
  for (let index = 0; index < text.length; index += 1) hex += text.charCodeAt(index).toString(16).padStart(4, "0");
  return `<${hex}>`;
}
