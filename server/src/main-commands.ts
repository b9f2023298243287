import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { run } from './cli/program.ts';

declare const __VERSION__: string;

const { stdin, stdout, stderr, argv, env } = process;

// A reader that has seen enough, such as `head`, is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

run(argv.slice(2), {
  terminal: { stdin, stdout, stderr, hasColours: (stdout.isTTY ?? false) && !env['NO_COLOR'] },
  version: __VERSION__,
  catalogue: () => openCatalogue(readFileSync(join(__dirname, 'catalogue.dat'), 'latin1')),
  serve: () => require('./server.js'),
}).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error) => {
    stderr.write(`leastwise failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
