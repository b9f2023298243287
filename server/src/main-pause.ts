import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds. */
const PAUSE = 3_000;

/** The second moves what the first one has left scattered. Each takes twenty to thirty milliseconds. */
const COLLECTIONS = 3;
const BETWEEN = 1_000;

let timer: NodeJS.Timeout | undefined;

/** Lets V8 collect garbage when nothing happens for a while after this. By itself it does so in about half of all cases. */
export function collectInPause(): void {
  clearTimeout(timer);
  timer = setTimeout(collect, PAUSE, COLLECTIONS).unref();
}

function collect(times: number): void {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  gc();
  if (times > 1) timer = setTimeout(collect, BETWEEN, times - 1).unref();
}
