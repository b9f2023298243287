import { setFlagsFromString } from 'node:v8';

const { argv } = process;

// An editor waits for the language server, so nothing of the command line is loaded with it.
if (argv[2] === 'lsp' && argv[3] === '--stdio') require('./server.js');
else {
  tuneForOneRun();
  require('./commands.js');
}

/** Most rules run some hundred times and no more: to optimise them with all that they call does not pay. */
function tuneForOneRun(): void {
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--no-lazy-feedback-allocation');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
  // Policies are read one after the other, so nothing of them lives long, and the heap need not grow to four times of
  // what it holds.
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString('--heap-growing-percent=200');
}
