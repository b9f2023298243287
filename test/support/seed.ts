import fc from 'fast-check';

const { SEED = '20261122' } = process.env;

// The same texts in every run, so that a change fails for what it changes; `SEED=random` looks further.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED === 'random' ? Date.now() : Number(SEED) });
