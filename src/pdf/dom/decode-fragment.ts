/** A URL, or a part of one, without percent signs; as it is where they make no sense. */
export function decodeFragment(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
