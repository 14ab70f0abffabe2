// Formats what it is sent twice, and says what came of it: in a thread of its own, so that it can be ended.
import { parentPort } from "node:worker_threads";
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
const { renderPdf } = await jiti.import("../../../src/pdf/index.ts");
const { bundledFonts, createFontSet } = await jiti.import("../../../src/fonts/index.ts");
const fonts = createFontSet(await bundledFonts());
const options = { fonts, title: "T", lang: "en", date: new Date(0), lenient: true };

async function outcome({ html, css }) {
  try {
    const first = await renderPdf(html, { ...options, css });
    const second = await renderPdf(html, { ...options, css });
    const isSame = Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes)) === 0;
    return isSame ? { kind: "pdf", bytes: first.bytes } : { kind: "fault", reason: "other bytes the second time" };
  } catch (error) {
    return error?.name === "BriefingError"
      ? { kind: "error" }
      : { kind: "fault", reason: String(error?.stack ?? error) };
  }
}

parentPort.on("message", async (input) => parentPort.postMessage(await outcome(input)));
parentPort.postMessage({ kind: "ready" });
