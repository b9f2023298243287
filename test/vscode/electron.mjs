// `npm run test:electron`: the suite in desktop VS Code, which is downloaded first. Needs a display.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from '../../scripts/build.mjs';
import { buildSuite, SUITE } from './build-suite.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** The oldest version that the manifest allows, or the one that is asked for, as in `-- stable`. */
const VERSION = process.argv[2] ?? '1.100.3';

const vscodeExecutablePath = await download();
if (vscodeExecutablePath) await runSuite(vscodeExecutablePath);
else process.exitCode = 1;

async function download() {
  try {
    return await downloadAndUnzipVSCode({ version: VERSION, cachePath: join(ROOT, '.vscode-host/electron') });
  } catch (error) {
    console.error(`Desktop VS Code ${VERSION} could not be downloaded: ${error.message}
"npm run test:vscode" runs the same suite in VS Code from npm packages.`);
    return undefined;
  }
}

async function runSuite(executable) {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-electron-'));
  cpSync(join(import.meta.dirname, 'workspace'), folder, { recursive: true });
  try {
    await Promise.all([build(), buildSuite()]);
    process.exitCode = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(ROOT, SUITE),
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
