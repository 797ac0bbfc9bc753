// The whole of a Web Worker: it peels one set of futures after the other.
import { openPeeler, type PeelOrder } from "./peeling.ts";

const peel = openPeeler();

globalThis.onmessage = ({ data }: MessageEvent<PeelOrder>) => globalThis.postMessage(peel(data));
