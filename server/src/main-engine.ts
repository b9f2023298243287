import { setFlagsFromString } from 'node:v8';
import { collectInPause } from './main-pause.ts';

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
 * Told the length of each text that is opened or changed, in characters. Lets V8 optimise the code once there is a large
 * one, where it pays.
 */
export function noteText(length: number): void {
  if (!mayTune) return;
  collectInPause();
  if (isOptimising || length < LARGE) return;
  setFlagsFromString(`--interrupt-budget=${USUAL_BUDGET}`);
  isOptimising = true;
}

let isOptimising = false;
