import { format } from 'node:util';
import { keepArtifacts, recordLog } from './artifacts.mjs';
import { SUITE } from './build-suite.mjs';
import { openWindow } from './open-window.mjs';

/** How the suite marks its lines among everything else an extension host prints. */
const MARK = '[test] ';
const TIMEOUT = 120_000;

/** Run the Mocha suite in one extension host and print its report; true when all tests pass. */
export async function runSuite({ kind, version, vsix, artifacts, verbose }) {
  const log = recordLog(verbose);
  const window = await openWindow({ kind, version, vsix, tests: SUITE, log });
  try {
    const failure = await runInPage(window, log);
    if (failure) await keepArtifacts(window, artifacts, log.lines, failure);
    return !failure;
  } finally {
    await window.close();
  }
}

/** Undefined when the suite passes, else why not. VS Code calls two functions of the page it runs tests in. */
async function runInPage({ page, url }, log) {
  const { promise, resolve } = deferred();
  const timer = setTimeout(() => resolve(`no result after ${TIMEOUT / 1000} s`), TIMEOUT);
  page.on('crash', () => resolve('the page crashed'));
  await page.exposeFunction('codeAutomationExit', (code) =>
    resolve(code === 0 ? undefined : `exit code ${code}`),
  );
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args.map((arg) => (typeof arg === 'object' ? JSON.stringify(arg) : arg)));
    if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
    else log(`[${type}] ${line}`);
  });
  await page.goto(url);
  const failure = await promise;
  clearTimeout(timer);
  return failure;
}

function deferred() {
  let resolve;
  const promise = new Promise((ok) => {
    resolve = ok;
  });
  return { promise, resolve };
}
