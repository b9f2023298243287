import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { lineIndex } from '../../server/src/base/line-index.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import type { PolicyFile } from '../../server/src/policy/policy-document.ts';
import { createPolicyService } from '../../server/src/service.ts';

/** TYPE/good: careful work; TYPE/mistakes: what goes wrong in practice; TYPE/ugly: how policies look elsewhere. */
const FOLDER = 'test/policies';
const SNAPSHOT = `${FOLDER}/findings.snap`;

/** Files whose policies are of several types, such as templates. */
const MIXED = 'mixed';

const service = createPolicyService({
  catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')),
  today: '2026-11-22',
});

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.jsonc?$/.test(name))
  .sort();

const policyFiles: ReadonlyMap<string, PolicyFile> = new Map(files.map((name) => [name, read(name)]));

describe('realistic policies', () => {
  test('have the findings of the snapshot', () => {
    const actual = `${files.flatMap(lines).join('\n')}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(SNAPSHOT, actual);
    assert.ok(existsSync(SNAPSHOT), `${SNAPSHOT} is missing; UPDATE=1 npm test writes it.`);
    assert.equal(actual, readFileSync(SNAPSHOT, 'utf8'), 'UPDATE=1 npm test accepts the difference.');
  });

  test('are of the type that their folder is named after', () => {
    const types = files.map((name) => [name, typesIn(name)]);
    assert.deepEqual(
      types.filter(([name]) => !isMixed(String(name))),
      files.filter((name) => !isMixed(name)).map((name) => [name, name.split('/')[0]]),
    );
    for (const name of files.filter(isMixed)) assert.match(typesIn(name), / /, name);
  });

  test('have nothing above hint where they are good', () => {
    const good = files.filter((name) => name.includes('/good/'));
    assert.ok(good.length > 0);
    assert.deepEqual(
      good.flatMap(lines).filter((line) => / (error|warning|information) /.test(line)),
      [],
    );
  });
});

function read(name: string): PolicyFile {
  return service.read(readFileSync(`${FOLDER}/${name}`, 'utf8'), {
    fileName: basename(name),
    comments: name.endsWith('.jsonc') ? 'allowed' : 'refused',
  });
}

function isMixed(name: string): boolean {
  return name.startsWith(`${MIXED}/`);
}

/** The policy types in a file, each once. */
function typesIn(name: string): string {
  const types = (policyFiles.get(name)?.policies ?? []).map(({ type }) => type.policyType);
  return [...new Set(types)].sort().join(' ');
}

function lines(name: string): readonly string[] {
  const file = policyFiles.get(name);
  assert.ok(file);
  const index = lineIndex(file.text);
  const found = service.validate(file).map(({ rule, severity, range, message }) => {
    const { line, column } = index.at(range.start);
    return `${name}:${line + 1}:${column + 1} ${severity} ${rule.id} ${message}`;
  });
  return found.length > 0 ? found : [`${name} clean`];
}
