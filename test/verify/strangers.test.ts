import { createHash } from "node:crypto";
import { PDFDict, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { generateBriefing } from "briefwright";
import { type Verification, verifyFile } from "briefwright/verify";
import { beforeAll, describe, expect, test } from "vitest";
import protectedBriefing, { data } from "../../examples/protected/briefing.ts";
import { openPdf } from "./tampered-pdf.ts";

let page = "";
let pdf: Uint8Array = new Uint8Array();
let figure = "";
beforeAll(async () => {
  const made = await generateBriefing(protectedBriefing, { data, parameters: { area: "dunmarsh" }, verifiable: true });
  [page, pdf] = [made.html ?? "", made.pdf ?? new Uint8Array()];
  figure = /<data class="claim"[^>]*>[^<]*\d[^<]*<\/data>/.exec(page)?.[0] ?? "";
});

/** With the hash of what it was changed to, as somebody would write it who knows how. */
function withItsHash(changed: string): string {
  const rest = changed
    .replace(/<script type="application\/json" id="briefwright-verification">[^<]*<\/script>\n/, "")
    .replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/, "");
  const hash = createHash("sha256").update(rest).digest("hex");
  return changed.replace(
    /(id="briefwright-verification">[^<]*"untouched":\{[^}]*"sha256":")[0-9a-f]+/,
    (_, before: string) => before + hash,
  );
}

const verdictOn = (changed: string): Promise<Verification> => verifyFile(changed, { file: "page.html" });
const atEnd = (html: string) => (text: string) => text.replace("</main>", `${html}</main>`);
const inHead = (html: string) => (text: string) => text.replace("</head>", `${html}</head>`);
const around = (change: (of: string) => string) => (text: string) => text.replace(figure, change(figure));

describe("a page with what no briefing holds cannot be told of, whatever hash it carries", () => {
  test.each<[string, (text: string) => string, RegExp]>([
    [
      "a shadow tree",
      around((of) => `<span><template shadowrootmode="open">many</template>${of}</span>`),
      /shadow tree/,
    ],
    ["a script", atEnd("<script>document.title = 1</script>"), /a script/],
    ["a script of another file", atEnd('<script src="https://example.org/a.js"></script>'), /a script/],
    ["a script in an attribute", (text) => text.replace("<main", '<main onclick="alert()"'), /script in an attribute/],
    ["a stylesheet of another file", inHead('<link rel="stylesheet" href="data:text/css,">'), /stylesheet of another/],
    ["an import", (text) => text.replace("<style>", '<style>@import "a.css";'), /stylesheet of another/],
    ["a base", inHead('<base href="https://example.org/">'), /<base>/],
    ["a leap", inHead('<meta http-equiv="refresh" content="0;url=https://example.org/">'), /leap/],
    ["a frame", atEnd('<iframe srcdoc="many"></iframe>'), /<iframe>/],
    ["an object", atEnd('<object data="data:text/html,many"></object>'), /<object>/],
    [
      "a picture that writes",
      atEnd('<img alt="" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'><text>many</text></svg>">'),
      /picture/,
    ],
    [
      "a second block of data",
      atEnd('<script type="application/json" id="briefwright-verification">{}</script>'),
      /second block/,
    ],
    [
      "another stylesheet",
      (text) => text.replace("</style>", 'data::after{content:" million"}</style>'),
      /stylesheet was/,
    ],
  ])("%s", async (_, change, said) => {
    const changed = change(page);
    expect(changed).not.toBe(page);
    for (const text of [changed, withItsHash(changed)]) {
      const { verdict, findings } = await verdictOn(text);
      expect(verdict).toBe("cannot-tell");
      expect(findings.map(({ message }) => message).join(" ")).toMatch(said);
    }
  });
});

describe("a page with other figures differs, whatever hash it carries", () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ["a number in two", around((of) => of.replace(/>([^<]*?\d)/, ">7 $1")), /figure-differs/],
    ["a field", atEnd('<input value="999">'), /999/],
    ["a meter", atEnd('<meter value="999" max="1000"></meter>'), /999/],
    ["a bar of progress", atEnd('<progress value="999" max="1000"></progress>'), /999/],
  ])("%s", async (_, change, said) => {
    const { verdict, findings } = await verdictOn(withItsHash(change(page)));
    expect(verdict).toBe("differs");
    expect(JSON.stringify(findings)).toMatch(said);
  });
});

describe("a PDF", () => {
  test("with text over a page names its figure", async () => {
    const open = await openPdf(pdf);
    const { context } = open.document;
    const note = context.obj({
      Type: "Annot",
      Subtype: "FreeText",
      Rect: [60, 700, 200, 720],
      F: 4,
      DA: "/Helv 12 Tf",
    });
    note.set(PDFName.of("Contents"), PDFHexString.fromText("999 referrals"));
    open.document.getPage(0).node.addAnnot(context.register(note));
    const { verdict, findings } = await verifyFile(await open.save(), { file: "page.pdf" });
    expect(verdict).toBe("differs");
    expect(JSON.stringify(findings)).toContain('\\"999\\" on page 1 is in no record');
  });
  test("with a second file of its data cannot be told of", async () => {
    const open = await openPdf(pdf);
    await open.document.attach(Buffer.from("{}"), "verification.json");
    expect((await verifyFile(await open.save(), { file: "page.pdf" })).verdict).toBe("cannot-tell");
  });
  test("with two further files of one name names both", async () => {
    const open = await openPdf(pdf);
    for (const name of ["a.txt", "b.txt"]) await open.document.attach(Buffer.from(name), name);
    await open.document.flush();
    for (const [, object] of open.document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || !object.has(PDFName.of("EF"))) continue;
      if (!String(object.lookup(PDFName.of("UF"))).includes(PDFHexString.fromText("b.txt").asString())) continue;
      for (const key of ["F", "UF"]) object.set(PDFName.of(key), PDFHexString.fromText("a.txt"));
    }
    const { verdict, findings } = await verifyFile(await open.save(), { file: "page.pdf" });
    expect(verdict).toBe("differs");
    expect(JSON.stringify(findings)).toContain("a.txt (2) is not in the record");
  });
});

test("what nobody touched agrees", async () => {
  expect((await verdictOn(page)).verdict).toBe("agrees");
  expect((await verifyFile(pdf, { file: "page.pdf" })).verdict).toBe("agrees");
});
