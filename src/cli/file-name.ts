/** Names that Windows keeps for devices, whatever their extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name that is safe on every file system, without extension: lower case, letters of any alphabet and digits, joined by
 * hyphens. Two texts may share one name.
 */
export function fileName(text: string): string {
  const name = text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 100);
  if (name === "") return "briefing";
  return deviceName.test(name) ? `${name}-briefing` : name;
}
