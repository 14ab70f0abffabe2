/** Breaks a text into lines of at most `width` characters, between words; a longer word is broken too. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    let characters = [...word];
    if (line.length > 0 && line.length + 1 + characters.length > width) {
      lines.push(line.join(""));
      line = [];
    }
    while (characters.length > width) {
      lines.push(characters.slice(0, width).join(""));
      characters = characters.slice(width);
    }
    line = line.length > 0 ? [...line, " ", ...characters] : characters;
  }
  return line.length > 0 ? [...lines, line.join("")] : lines;
}
