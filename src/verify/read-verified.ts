import packageJson from "../../package.json" with { type: "json" };
import { BriefingError } from "../diagnostics/index.ts";
import { parseVerificationData, type VerificationData } from "../record/index.ts";
import { compareFile } from "./compare.ts";
import type { ReadFile } from "./read-file.ts";
import { readHtml } from "./read-html.ts";
import { recompute } from "./recompute.ts";
import { contradicts, type Verification, type VerificationFinding, verdictOf } from "./verification.ts";

/** What was found out about a file, with what it carries, for whoever compares several. */
export interface VerifiedFile {
  readonly verification: Verification;
  readonly data: VerificationData | undefined;
}

/** Reads a file, works out again what it carries, and compares. */
export async function readVerified(content: string | Uint8Array, file: string): Promise<VerifiedFile> {
  const read = await readContent(content, file);
  if ("code" in read) return verificationOf(file, undefined, [read]);
  if (read.carried === undefined) {
    const message =
      "It carries nothing that it could be checked by: it was made without `verifiable`, or other software left it out.";
    return verificationOf(file, undefined, [{ code: "not-verifiable", message }]);
  }
  const data = parseVerificationData(read.carried);
  if ("problem" in data) return verificationOf(file, undefined, [{ code: "unreadable", message: data.problem }]);
  try {
    return verificationOf(file, data, findingsOf(read, data));
  } catch {
    // What is checked beforehand is its shape. That it nests too deep to be read, for one, shows only then.
    const message = "What the file carries for its verification is not as the program writes it.";
    return verificationOf(file, undefined, [{ code: "unreadable", message }]);
  }
}

async function readContent(content: string | Uint8Array, file: string): Promise<ReadFile | VerificationFinding> {
  try {
    if (typeof content === "string") return readHtml(content);
    if (!isPdf(content)) return readHtml(new TextDecoder().decode(content));
    const { readPdf } = await import("./read-pdf.ts");
    return await readPdf(content);
  } catch (error) {
    if (error instanceof BriefingError) throw error;
    return {
      code: "unreadable",
      message: `${file} cannot be read: ${error instanceof Error ? error.message : error}.`,
    };
  }
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");

function findingsOf(read: ReadFile, data: VerificationData): readonly VerificationFinding[] {
  const recomputed = recompute(data);
  const { findings } = recomputed;
  const found = [...findings, ...compareFile(read, data, recomputed)];
  const own = `briefwright ${packageJson.version}`;
  // Another version may word a figure in another way: what it says is no contradiction then.
  if (data.record.generator !== own && findings.some(contradicts)) {
    const message = `It was made by ${data.record.generator}, and this is ${own}: what they say differently was not held against it.`;
    return [...found.filter((finding) => !findings.includes(finding)), { code: "other-version", message }];
  }
  if (found.some((finding) => contradicts(finding) || finding.code === "saved-again")) return found;
  const isUntouched = read.untouchedSha256(data.untouched.length) === data.untouched.sha256;
  if (isUntouched) return found;
  const message =
    "It was saved again by other software, or changed outside of its figures: all figures that were read agree.";
  return [...found, { code: "saved-again", message }];
}

/** What is quoted from a file may be of any length, and is for a terminal too. */
const longestMessage = 400;
const shortened = (finding: VerificationFinding): VerificationFinding => {
  const message = finding.message.replaceAll(/\p{Cc}+/gu, " ");
  return { ...finding, message: message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message };
};

function verificationOf(
  file: string,
  data: VerificationData | undefined,
  findings: readonly VerificationFinding[],
): VerifiedFile {
  const verification: Verification = {
    file,
    verdict: verdictOf(findings),
    generator: data?.record.generator ?? null,
    title: data?.record.title ?? null,
    findings: [...findings.filter(contradicts), ...findings.filter((finding) => !contradicts(finding))].map(shortened),
    checked: {
      figures: data?.figures.length ?? 0,
      claims: data?.record.claims.length ?? 0,
      cells: data?.record.cells.length ?? 0,
      charts: data?.charts.length ?? 0,
    },
  };
  return { verification, data };
}
