import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rasterDamage, readRaster } from "../../src/images/index.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { codesOf, laterErrorsOf } from "../support/diagnostics-of.ts";

/** 21 by 19 dots in three colours, with a restart behind each unit; and the same in ten scans. */
const photos = {
  baseline:
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABcQERQRDhcUEhQaGBcbIjklIh8fIkYyNSk5UkhXVVFIUE5bZoNvW2F8Yk5QcptzfIeLkpSSWG2grJ+OqoOPko3/2wBDARgaGiIeIkMlJUONXlBejY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY3/wAARCAATABUDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQFAv/EACEQAAEEAAYDAAAAAAAAAAAAAAABAwQRAjE0QWGSEhRS/8QAGAEAAwEBAAAAAAAAAAAAAAAAAwQFAgb/xAAfEQACAQMFAQAAAAAAAAAAAAAAAgEEESEDEjFRkbH/3QAEAAH/2gAMAwEAAhEDEQA/AMluPexW3G4K2o/BY3H8drsSnUvmQVPUH//Q5wxqTIGxhjo2lVYJ8skTZmtPpSWowf/Rw2ZUm9Q73Urjy5KJiX2HcvtQAyLG5cd/BjQVej//0pm5UitQ73UAGERdvB0EKtuD/9k=",
  progressive:
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABcQERQRDhcUEhQaGBcbIjklIh8fIkYyNSk5UkhXVVFIUE5bZoNvW2F8Yk5QcptzfIeLkpSSWG2grJ+OqoOPko3/2wBDARgaGiIeIkMlJUONXlBejY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY3/wgARCAATABUDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAMEBf/EABcBAAMBAAAAAAAAAAAAAAAAAAEDBAL/2gAMAwEAAhADEAAAAclbWRiDYFnGqVqoFWf/xAAYEAEBAQEBAAAAAAAAAAAAAAACAAESEf/aAAgBAQABBQLDYbmw2G58sSilYlf/xAAYEQADAQEAAAAAAAAAAAAAAAAAAQMCEf/aAAgBAwEBPwGdBUMJHEf/xAAZEQEBAQADAAAAAAAAAAAAAAABABESIUH/2gAIAQIBAT8B5WnrB2QGX//EABcQAAMBAAAAAAAAAAAAAAAAAAABMiD/2gAIAQEABj8C1TKZTP/EABoQAAICAwAAAAAAAAAAAAAAAAABEOERIbH/2gAIAQEAAT8hgFAwCC8G10LQf//aAAwDAQACAAMAAAAQTAc+/8QAGREBAAIDAAAAAAAAAAAAAAAAAAERITFR/9oACAEDAQE/EBgciKNP/8QAHBEAAgEFAQAAAAAAAAAAAAAAAAERITFBUZGx/9oACAECAQE/EHKrGlxA+irG/DGH/8QAGxAAAwADAQEAAAAAAAAAAAAAAAERQVFhwTH/2gAIAQEAAT8Qpg4kV8ORoWiEkpT6xNNh3IPWf//Z",
} as const;
const kinds = ["baseline", "progressive"] as const;
const photo = (kind: (typeof kinds)[number]) => Buffer.from(photos[kind], "base64");

const damageOf = (data: Uint8Array): string | undefined => {
  const facts = readRaster(data);
  return facts ? rasterDamage(data, facts) : "no picture";
};
const [scan, table, end] = [0xffda, 0xffc4, 0xffd9].map((marker) => Buffer.from([marker >> 8, marker & 255]));

describe.each(kinds)("a %s JPEG", (kind) => {
  const whole = photo(kind);
  const firstScan = whole.indexOf(scan as Buffer);

  it("is whole as programs write it, and with bytes behind its end", () => {
    expect(damageOf(whole)).toBeUndefined();
    expect(damageOf(Buffer.concat([whole, Buffer.from("and what a phone adds")]))).toBeUndefined();
  });

  it("is damaged wherever it is cut", () => {
    fc.assert(
      // Without its last bytes, padding and the end, a single scan is all there.
      fc.property(fc.integer({ min: 0, max: whole.length - 5 }), (length) => {
        expect(damageOf(whole.subarray(0, length))).toBeDefined();
      }),
    );
  });

  it("is damaged where a table is not there, or says what cannot be", () => {
    const at = whole.indexOf(table as Buffer);
    const length = 2 + whole.readUInt16BE(at + 2);
    expect(damageOf(Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]))).toContain("Huffman table");
    const impossible = Buffer.from(whole);
    impossible.fill(9, at + 5, at + 21);
    expect(damageOf(impossible)).toContain("Huffman table");
  });

  it("is damaged where a scan is cut out of it, or stands in it twice", () => {
    const cut = Buffer.concat([whole.subarray(0, firstScan), end as Buffer]);
    expect(damageOf(cut)).toBe("no picture before its end");
    const twice = Buffer.concat([whole.subarray(0, -2), whole]);
    expect(damageOf(twice)).toContain("a second beginning at byte");
  });

  it("is read to its end whatever a byte in it says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        expect(typeof damageOf(broken)).toMatch(/string|undefined/);
      }),
    );
  });
});

it("a damaged picture is an error with its place, and let pass something stands in for it", async () => {
  const src = `data:image/jpeg;base64,${photo("baseline").subarray(0, 390).toString("base64")}`;
  const html = `<p>One\n<img alt="A hill" src="${src}">`;
  const options = { title: "T", lang: "en", file: "page.html", date: new Date(0) };
  const errors = await laterErrorsOf(() => renderPdf(html, options));
  expect(errors).toMatchObject([
    { code: "damaged-image", source: { file: "page.html", line: 2 }, message: expect.stringMatching(/at byte \d+\.$/) },
  ]);
  const { diagnostics, placeholders } = await renderPdf(html, { ...options, lenient: ["damaged-image"] });
  expect(codesOf(diagnostics)).toEqual(["damaged-image"]);
  expect(placeholders).toMatchObject({ pictures: 1 });
});
