import 'mocha/mocha.js';

/** What VS Code calls in either extension host: run all tests; rejects when one fails. */
export function run(): Promise<void> {
  // The runner of this suite picks these lines out of everything that an extension host prints.
  Mocha.reporters.Base.consoleLog = (format = '', ...values) => console.log(`[test] ${format}`, ...values);
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 30_000 });
  registerTests();
  return new Promise((resolve, reject) => {
    // `mocha.run` of the browser build would look for a page.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures > 0 ? reject(new Error(`${failures} failed`)) : resolve(),
    );
  });
}

/** Test files call `describe`, which exists only after `mocha.setup`. */
function registerTests(): void {
  require('./at-a-glance.test.ts');
  require('./commands.test.ts');
  require('./completion.test.ts');
  require('./config.test.ts');
  require('./findings.test.ts');
  require('./hover.test.ts');
  require('./json-support.test.ts');
  require('./narrow.test.ts');
  require('./snippet.test.ts');
}
