/** What may stand between fields, in the order of which is meant where the text does not tell. */
export const delimiters = [",", ";", "\t", "|", "^"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How much of a text is looked at, in bytes. */
const sampleBytes = 1 << 17;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The delimiter that divides most rows into equally many fields; of several, the one that makes more fields. A decimal comma makes
 * as many fields only in rows without a heading and without whole numbers.
 */
export function findDelimiter(bytes: Uint8Array): Delimiter {
  let best: Delimiter = ",";
  let bestScore = { share: 0, fields: 1 };
  for (const delimiter of delimiters) {
    const score = scoreOf(countFields(bytes, delimiter.charCodeAt(0)));
    if (score.share > bestScore.share || (score.share === bestScore.share && score.fields > bestScore.fields)) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The share of rows that have the number of fields (two or more) that most have, and that number. */
function scoreOf(counts: readonly number[]): { readonly share: number; readonly fields: number } {
  const rowsWith = new Map<number, number>();
  for (const count of counts) if (count > 1) rowsWith.set(count, (rowsWith.get(count) ?? 0) + 1);
  let most = { share: 0, fields: 1 };
  for (const [fields, rows] of rowsWith) {
    const share = rows / counts.length;
    if (share > most.share || (share === most.share && fields > most.fields)) most = { share, fields };
  }
  return most;
}

/** Of each row of the sample that is not blank, the number of its fields. */
function countFields(bytes: Uint8Array, delimiter: number): readonly number[] {
  const end = Math.min(bytes.length, sampleBytes);
  const counts: number[] = [];
  let fields = 1;
  let inQuotes = false;
  let atStart = true;
  let blank = true;
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (inQuotes) {
      if (byte === quote) inQuotes = false;
    } else if (byte === quote && (atStart || bytes[index - 1] === quote)) inQuotes = true;
    else if (byte === lineFeed || byte === carriageReturn) {
      if (!blank) counts.push(fields);
      fields = 1;
      blank = true;
      atStart = true;
      continue;
    } else if (byte === delimiter) {
      fields += 1;
      blank = false;
      atStart = true;
      continue;
    }
    if (byte !== 0x20) blank = false;
    atStart = false;
  }
  // A row that the sample cuts says nothing.
  if (!blank && (end === bytes.length || counts.length === 0)) counts.push(fields);
  return counts;
}
