import { setFlagsFromString } from 'node:v8';

// What the server keeps is small, so its heap grows slowly: a third less memory; only in texts of a megabyte it costs
// time. First of all, because V8 never takes back how far it has grown while loading. Not in Electron, which may have
// sealed its flags and then ends the process.
if (!process.versions['electron']) {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
