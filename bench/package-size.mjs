import { readFileSync } from 'node:fs';

const END_OF_DIRECTORY = 0x06054b50;

/** Megabytes of a VSIX, a zip file, as it is and unpacked. */
export function packageSize(path) {
  const zip = readFileSync(path);
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  let entry = zip.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    unpacked += zip.readUInt32LE(entry + 24);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return { packed: zip.length / 1e6, installed: unpacked / 1e6 };
}
