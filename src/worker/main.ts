import { parentPort } from "node:worker_threads";
import { diagnosticsOf, type FromWorker, type ToWorker } from "../batch/index.ts";
import { createCollector } from "../memory/index.ts";
import { createMaker } from "./create-maker.ts";

const answer = createMaker();
const collect = createCollector();
let tellFirst: () => void = () => undefined;
/** Settles when a first briefing was made. */
export const firstMade: Promise<void> = new Promise((resolve) => {
  tellFirst = resolve;
});
const send: (message: FromWorker) => void = parentPort ? sendFromThread : (message) => process.send?.(message);
const listener = async (message: ToWorker): Promise<void> => {
  const reply = await answer(message);
  if (reply) tell(reply);
  if (reply?.kind === "made") tellFirst();
  collect();
};

if (parentPort) parentPort.on("message", listener);
else {
  process.on("message", listener);
  // Whoever started it is gone.
  process.on("disconnect", () => process.exit());
}

/** Says what was made; what cannot be handed on to another thread is an error of its briefing. */
function tell(message: FromWorker): void {
  try {
    send(message);
  } catch (error) {
    send({ kind: "failed", diagnostics: diagnosticsOf(error) });
  }
}

/** Bytes are passed on; everything else is copied. */
function sendFromThread(message: FromWorker): void {
  const parts = message.kind === "made" ? Object.values(message.briefing) : [];
  const buffers = parts.flatMap((part) =>
    part instanceof Uint8Array && part.buffer instanceof ArrayBuffer && part.byteLength === part.buffer.byteLength
      ? [part.buffer]
      : [],
  );
  parentPort?.postMessage(message, buffers);
}
