import type { VerificationData } from "../record/index.ts";
import { type Verification, verdictOf } from "./verification.ts";
import { loadVerified, type VerifyOptions } from "./verify-file.ts";

/** A file of a set, by its name: HTML as text or bytes, a PDF as bytes. */
export interface FileToVerify extends VerifyOptions {
  readonly content: string | Uint8Array;
}

/**
 * Checks each file of a set, and whether any stands under the name of another: the files of a batch are named after what
 * they are about.
 * @throws BriefingError as `verifyFile` does.
 */
export async function verifyFiles(files: Iterable<FileToVerify>): Promise<readonly Verification[]> {
  const verified: { readonly verification: Verification; readonly data: VerificationData | undefined }[] = [];
  // One after the other: each is held in memory while it is read.
  for (const { content, ...options } of files) verified.push(await loadVerified(content, options));
  const named = verified.flatMap(({ verification, data }): readonly NamedFile[] => {
    const subject = data && subjectOf(data);
    return subject ? [{ file: verification.file, stem: stemOf(verification.file), subject }] : [];
  });
  const exchanged = exchangedFiles(named);
  return verified.map(({ verification }) => {
    const message = exchanged.get(verification.file);
    if (message === undefined) return verification;
    const findings = [{ code: "exchanged" as const, message }, ...verification.findings];
    return { ...verification, findings, verdict: verdictOf(findings) };
  });
}

interface NamedFile {
  readonly file: string;
  /** Its name without folder and extension. */
  readonly stem: string;
  /** What it is about, as a name. */
  readonly subject: string;
}

const stemOf = (file: string): string => nameOf(file.replace(/^.*[/\\]/, "").replace(/\.(?:html?|pdf)$/i, ""));

const subjectOf = ({ record }: VerificationData): string => nameOf(Object.values(record.parameters).join("-"));

const nameOf = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");

/** Files that have the name which, going by the rest of the set, belongs to another file's subject. */
function exchangedFiles(files: readonly NamedFile[]): ReadonlyMap<string, string> {
  const { before, after } = namePattern(files);
  const subjects = new Map(files.map(({ subject }) => [`${before}${subject}${after}`, subject]));
  const found = new Map<string, string>();
  for (const { file, stem, subject } of files) {
    const named = subjects.get(stem);
    if (named === undefined || named === subject) continue;
    found.set(file, `It is named as the file of ${named}, and is that of ${subject}.`);
  }
  return found;
}

/** What most of the names have around their subject. */
function namePattern(files: readonly NamedFile[]): { readonly before: string; readonly after: string } {
  const counts = new Map<string, { readonly before: string; readonly after: string; count: number }>();
  for (const { stem, subject } of files) {
    const at = stem.indexOf(subject);
    if (at < 0 || subject === "") continue;
    const pattern = { before: stem.slice(0, at), after: stem.slice(at + subject.length) };
    const key = JSON.stringify(pattern);
    const known = counts.get(key) ?? { ...pattern, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count > 1 ? most : { before: "", after: "" };
}
