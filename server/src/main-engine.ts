import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Characters. Shorter texts are checked and completed in a few milliseconds by code that is not optimised. */
const LARGE = 50_000;

/** How much code has to run before V8 thinks of optimising it; the usual value is that of V8 11. */
const USUAL_BUDGET = 67_584;
const EDITING_BUDGET = 5_000_000;

// Not in Electron, which may have sealed its flags and then ends the process.
const mayTune = !process.versions['electron'];

// What the server keeps is small, so its heap grows slowly: a third less memory; only in texts of a megabyte it costs
// time. First of all, because V8 never takes back how far it has grown while loading.
if (mayTune) {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
  // To optimise the code takes the second core for seconds, while an editor waits for both: answers came twice as late.
  setFlagsFromString(`--interrupt-budget=${EDITING_BUDGET}`);
}

/**
 * Told the length of each text that is opened or changed, in characters: lets V8 optimise the code once there is a large
 * one, where it pays, and collect what is left of the work when the user pauses.
 */
export function noteText(length: number): void {
  if (!mayTune) return;
  if (length >= LARGE && !isOptimising) {
    setFlagsFromString(`--interrupt-budget=${USUAL_BUDGET}`);
    isOptimising = true;
  }
  clearTimeout(pause);
  pause = setTimeout(collect, PAUSE, COLLECTIONS).unref();
}

let isOptimising = false;

let pause: NodeJS.Timeout | undefined;

/** Milliseconds. */
const PAUSE = 3_000;

/** The second moves what the first one has left scattered. Each takes twenty to thirty milliseconds. */
const COLLECTIONS = 3;
const BETWEEN = 1_000;

/** Some seconds later V8 gives back still more by itself, but not always. */
function collect(times: number): void {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  gc();
  if (times > 1) pause = setTimeout(collect, BETWEEN, times - 1).unref();
}
