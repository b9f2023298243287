import { mkdirSync, writeFileSync } from 'node:fs';
import { compileCatalogue, readSources } from './catalogue/compile.mjs';

const t = performance.now();
const s = readSources('node_modules');
console.log(performance.now() - t);
const { bytes } = compileCatalogue(s);
mkdirSync('server/data', { recursive: true });
writeFileSync('server/data/catalogue.dat', bytes);
console.log(bytes.length, performance.now() - t);
