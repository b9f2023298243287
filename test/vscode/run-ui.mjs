import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepArtifacts, recordLog } from './artifacts.mjs';
import { openWindow } from './open-window.mjs';
import { workbench } from './workbench.mjs';

const SETTINGS = {
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Small and sharp: the pictures are for a README. */
const VIEW = { viewport: { width: 1000, height: 520 }, deviceScaleFactor: 2 };

/**
 * Use the workbench as a user does, step by step; true when every step has the expected effect.
 *
 * `pictures` is the folder for the pictures of the README, or undefined.
 */
export async function runUi({ version, vsix, artifacts, verbose, pictures }) {
  const log = recordLog(verbose);
  const window = await openWindow({
    kind: 'node',
    version,
    vsix,
    file: 'app/package.json',
    settings: SETTINGS,
    view: VIEW,
    log,
  });
  try {
    writeFileSync(join(window.folder, 'new.iam.json'), '');
    writeFileSync(join(window.folder, 'wide.iam.json'), WIDE);
    await window.page.goto(window.url);
    const bench = workbench(window.page);
    for (const step of STEPS) {
      const started = Date.now();
      await step(bench, window);
      console.log(`    ✔ ${title(step)} (${Date.now() - started}ms)`);
      const picture = PICTURES.get(step);
      if (pictures && picture) await takePicture(window.page, join(pictures, picture));
    }
    return true;
  } catch (error) {
    await keepArtifacts(window, artifacts, log.lines, error.stack);
    return false;
  } finally {
    await window.close();
  }
}

const WIDE = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Files",
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::invoices/*"
    }
  ]
}
`;

const STEPS = [
  startsNothingForPlainJson,
  startsServerForPolicy,
  marksMisspeltAction,
  offersFix,
  appliesFix,
  explainsEffect,
  suggestsWhileTyping,
  acceptsSuggestion,
  showsPolicyType,
  fillsFileWithSnippet,
  writesNameIntoAllPlaces,
  previewsNarrowing,
  appliesNarrowing,
  choosesSingleActions,
];

const PICTURES = new Map([
  [offersFix, 'quick-fix.png'],
  [explainsEffect, 'hover.png'],
  [suggestsWhileTyping, 'completion.png'],
  [showsPolicyType, 'policy-type.png'],
  [writesNameIntoAllPlaces, 'snippet.png'],
  [previewsNarrowing, 'narrowing.png'],
]);

/** The command is there only when the extension is active. */
async function startsNothingForPlainJson(bench, { host }) {
  await bench.showsText('sideEffects');
  await bench.command('IAM Policy: Show Output');
  await bench.page.locator('.part.panel .monaco-editor').first().waitFor();
  await bench.page.waitForTimeout(1000);
  if (host.runsProgram('dist/server.js')) throw new Error('The server runs although there is no policy.');
}

async function startsServerForPolicy(bench, { host }) {
  await bench.command('View: Close All Editors');
  await bench.command('View: Hide Panel');
  await bench.command('View: Toggle Primary Side Bar Visibility');
  await bench.openFile('reports.iam.json');
  await bench.showsText('s3:GetObjcet');
  for (let i = 0; i < 50 && !host.runsProgram('dist/server.js'); i++) await bench.page.waitForTimeout(100);
  if (!host.runsProgram('dist/server.js')) throw new Error('The server does not run.');
}

async function marksMisspeltAction(bench) {
  await bench.squiggles.first().waitFor();
}

async function offersFix(bench) {
  await bench.openFixes('GetObjcet', 'Change to "s3:GetObject"');
}

/** Enter, not a click: what keys have opened does not react to the mouse at once. */
async function appliesFix(bench) {
  await bench.page.keyboard.press('Enter');
  await bench.token('GetObject').waitFor();
  await bench.squiggles.first().waitFor({ state: 'detached' });
}

async function explainsEffect(bench) {
  await bench.hover('Effect', /this statement/);
}

async function suggestsWhileTyping(bench) {
  await bench.closeHover();
  await bench.token('GetObjectTagging').click();
  await bench.page.keyboard.press('End');
  for (let i = 0; i < 2; i++) await bench.page.keyboard.press('ArrowLeft');
  await bench.page.keyboard.type(', ');
  await bench.typeUntilSuggested('"s3:GetObjectAttr', 's3:GetObjectAttributes');
}

async function acceptsSuggestion(bench, { folder }) {
  await bench.page.keyboard.press('Enter');
  await bench.save();
  const { Statement } = JSON.parse(readFileSync(join(folder, 'reports.iam.json'), 'utf8'));
  const actions = Statement[0].Action.join(' ');
  const expected = 's3:GetObject s3:GetObjectTagging s3:GetObjectAttributes';
  if (actions !== expected) throw new Error(`The file holds ${actions}.`);
}

async function showsPolicyType(bench) {
  await bench.hoverLanguageStatus('Identity-based policy');
}

async function fillsFileWithSnippet(bench, { folder }) {
  await bench.openFile('new.iam.json');
  await bench.command('Snippets: Fill File with Snippet');
  await bench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await bench.page.keyboard.press('Enter');
  await bench.showsText('"2012-10-17"');
  await bench.page.keyboard.press('Escape');
  await bench.save();
  const { Version } = JSON.parse(readFileSync(join(folder, 'new.iam.json'), 'utf8'));
  if (Version !== '2012-10-17') throw new Error(`The new file has version ${Version}.`);
}

/** The bucket's name is asked for once and stands in both ARNs. */
async function writesNameIntoAllPlaces(bench) {
  await bench.page.keyboard.press('Control+a');
  await bench.page.keyboard.press('Delete');
  await bench.command('Snippets: Fill File with Snippet');
  await bench.page.locator('.quick-input-widget input[type=text]').fill('S3: read one bucket');
  await bench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await bench.page.keyboard.press('Enter');
  await bench.showsText('"2012-10-17"');
  await bench.page.keyboard.type('invoices', { delay: 30 });
  await bench.showsText('arn:aws:s3:::invoices/*');
  await bench.page.keyboard.press('Tab');
  await bench.save();
}

/** Both are left as the picture shows them: the comparison, and the question above it. */
async function previewsNarrowing(bench) {
  await bench.openFile('wide.iam.json');
  await bench.token('s3').click();
  await bench.command('IAM Policy: Narrow Actions and Resources…');
  await bench.tick('Read');
  await bench.tick('List');
  await bench.page.keyboard.press('Enter');
  await bench.page.locator('.quick-input-list .monaco-list-row').getByText('Apply').waitFor();
  await bench.page.locator('.monaco-diff-editor').first().waitFor();
}

async function appliesNarrowing(bench, { folder }) {
  await bench.page.keyboard.press('Enter');
  await bench.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
  await bench.showsText('List*');
  await bench.save();
  const { Statement } = JSON.parse(readFileSync(join(folder, 'wide.iam.json'), 'utf8'));
  const actions = [Statement[0].Action].flat();
  if (actions.length < 2 || actions.some((action) => /^s3:(?:\*|Put|Delete)/.test(action))) {
    throw new Error(`The file holds ${actions.join(' ')}.`);
  }
}

async function choosesSingleActions(bench) {
  await bench.command('IAM Policy: New Policy from Services…');
  await bench.question('What kind of policy?');
  await bench.page.keyboard.press('Enter');
  await bench.question('Which services?');
  await bench.tick('s3');
  await bench.page.keyboard.press('Enter');
  await bench.question('What may be done with them?');
  for (const level of ['Read', 'List']) await bench.tick(level);
  await bench.tick('Single actions…');
  await bench.page.keyboard.press('Enter');
  await bench.question('Which actions?');
  await bench.tick('s3:GetObjectTagging');
  await bench.page.keyboard.press('Enter');
  await bench.question('With which resources?');
  await bench.page.keyboard.press('Enter');
  await bench.question('Under which conditions?');
  await bench.page.keyboard.press('Enter');
  await bench.showsText('s3:GetObjectTagging');
}

/** `offersFix` → `offers fix`. */
function title(step) {
  return step.name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Menus and hovers fade in. */
async function takePicture(page, path) {
  await page.waitForTimeout(400);
  await page.screenshot({ path });
}
