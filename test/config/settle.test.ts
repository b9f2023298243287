import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadConfig } from '../../server/src/config/load-config.ts';
import { type FileSettings, type RuleChoice, settler, USUAL } from '../../server/src/config/settle.ts';

type Files = Readonly<Record<string, object>>;

async function load(files: Files) {
  const read = (location: string): string | undefined => files[location] && JSON.stringify(files[location]);
  return loadConfig('/w/leastwise.json', read('/w/leastwise.json') ?? '', read, '2026-11-22');
}

/** What holds for a file of the folder `/w`, as text. */
async function settled(files: Files, file: string, base: RuleChoice = USUAL): Promise<string> {
  const settings = settler(base, await load(files), '2026-11-22')(file);
  return `${settings.preset} ${rules(settings.severities)}${settings.overrides
    .map(({ statements, severities }) => ` ${statements}(${rules(severities)})`)
    .join('')}`;
}

const rules = (severities: FileSettings['severities']): string =>
  [...severities].map((entry) => entry.join('=')).join();

describe('what holds for a file', () => {
  test('is what the configuration says, over what the editor has', async () => {
    const base: RuleChoice = {
      preset: 'syntax-only',
      severities: new Map([
        ['not-action-allow', 'off'],
        ['resource-star', 'off'],
      ]),
    };
    const files = { '/w/leastwise.json': { rules: { 'resource-star': 'hint' } } };
    assert.equal(
      await settled(files, '/w/a.json', base),
      'syntax-only not-action-allow=off,resource-star=hint',
    );
  });

  test('begins with the preset of a configuration that names one', async () => {
    const base: RuleChoice = { preset: 'syntax-only', severities: new Map([['resource-star', 'off']]) };
    assert.equal(await settled({ '/w/leastwise.json': { extends: 'strict' } }, '/w/a', base), 'strict ');
  });

  test('is over what the configuration extends, each relative to its own place', async () => {
    const files = {
      '/w/leastwise.json': { extends: ['../shared/base.json'], rules: { 'service-star': 'off' } },
      '/shared/base.json': {
        extends: 'strict',
        rules: { 'service-star': 'hint', 'resource-star': 'hint' },
        overrides: [{ files: ['legacy/**'], rules: { 'resource-star': 'error' } }],
      },
    };
    assert.equal(await settled(files, '/w/legacy/a.json'), 'strict service-star=off,resource-star=hint');
    assert.equal(await settled(files, '/shared/legacy/a'), 'strict service-star=off,resource-star=error');
  });

  test('takes the accounts of the nearest that lists some', async () => {
    const files = {
      '/w/leastwise.json': { extends: './base.json' },
      '/w/base.json': { extends: './old.json', trustedAccounts: ['111122223333'] },
      '/w/old.json': { trustedAccounts: ['444455556666'] },
    };
    const { trustedAccounts } = settler(USUAL, await load(files), '2026-11-22')('/w/a.json');
    assert.deepEqual([...(trustedAccounts ?? [])], ['111122223333']);
    assert.equal(
      settler(USUAL, await load({ '/w/leastwise.json': {} }), undefined)('/w/a').trustedAccounts,
      undefined,
    );
  });

  test('follows globs as .gitignore does', async () => {
    const matched = async (glob: string): Promise<readonly string[]> => {
      const files = {
        '/w/leastwise.json': { overrides: [{ files: [glob], rules: { 'resource-star': 'hint' } }] },
      };
      const paths = ['a.json', 'ci/a.json', 'x/ci/a.json', '.hidden/a.json'];
      const results = await Promise.all(paths.map((path) => settled(files, `/w/${path}`)));
      return paths.filter((_, i) => results[i]?.includes('hint'));
    };
    assert.deepEqual(await matched('ci/*.json'), ['ci/a.json']);
    assert.deepEqual(await matched('/a.json'), ['a.json']);
    assert.deepEqual(await matched('./a.json'), ['a.json']);
    assert.deepEqual(await matched('a.json'), ['a.json', 'ci/a.json', 'x/ci/a.json', '.hidden/a.json']);
    assert.deepEqual(await matched('ci/'), ['ci/a.json', 'x/ci/a.json']);
    assert.deepEqual(await matched('**'), ['a.json', 'ci/a.json', 'x/ci/a.json', '.hidden/a.json']);
  });

  test('names the statements for which something else holds', async () => {
    const files = {
      '/w/leastwise.json': {
        overrides: [{ files: ['a.json'], statements: ['One', '#2'], rules: { 'resource-star': 'off' } }],
      },
    };
    assert.equal(await settled(files, '/w/a.json'), 'recommended  One,#2(resource-star=off)');
    assert.equal(await settled(files, '/w/b.json'), 'recommended ');
  });

  test('leaves out what has expired, the day itself included', async () => {
    const until = (day: string) => ({
      '/w/leastwise.json': { overrides: [{ rules: { 'resource-star': 'off' }, until: day }] },
    });
    assert.equal(await settled(until('2026-11-21'), '/w/a'), 'recommended ');
    assert.equal(await settled(until('2026-11-22'), '/w/a'), 'recommended resource-star=off');
  });

  test('takes the last policy type that matches', async () => {
    const of = settler(
      USUAL,
      await load({ '/w/leastwise.json': { policyType: { '**': 'trust', 'scp/*': 'scp', 'scp/x': 'auto' } } }),
      undefined,
    );
    assert.deepEqual(
      ['/w/a', '/w/scp/a', '/w/scp/x', '/other'].map((path) => of(path).policyType),
      ['trust', 'scp', 'auto', undefined],
    );
  });

  test('is the same object wherever the same holds', async () => {
    const of = settler(
      USUAL,
      await load({
        '/w/leastwise.json': { overrides: [{ files: 'x/', rules: { 'resource-star': 'off' } }] },
      }),
      undefined,
    );
    assert.equal(of('/w/a'), of('/w/b'));
    assert.equal(of('/w/x/a'), of('/w/x/b'));
    assert.notEqual(of('/w/a'), of('/w/x/a'));
  });
});

describe('what a configuration extends', () => {
  const messages = async (files: Files): Promise<readonly string[]> =>
    (await load(files)).files.flatMap(({ location, problems }) =>
      problems.map(({ message, range }) => `${location}:${range.start} ${message}`),
    );

  test('is reported where it is no preset and no file', async () => {
    const loaded = await load({ '/w/leastwise.json': { extends: ['recomended', './base.json'] } });
    assert.deepEqual(
      loaded.files[0]?.problems.map(({ message }) => message),
      [
        'There is no preset "recomended"; files begin with "./" or "../".',
        'There is no file "./base.json" here.',
      ],
    );
    assert.equal(loaded.files[0]?.problems[0]?.fixes[0]?.title, 'Change to "recommended"');
    assert.deepEqual(loaded.missing, ['/w/base.json']);
  });

  test('is reported where it comes back to itself', async () => {
    const files = {
      '/w/leastwise.json': { extends: './a.json', rules: { 'resource-star': 'hint' } },
      '/w/a.json': { extends: './leastwise.json' },
    };
    assert.deepEqual(await messages(files), ['/w/a.json:11 "./leastwise.json" extends this file in turn.']);
    assert.equal(await settled(files, '/w/x'), 'recommended resource-star=hint');
  });

  test('is read only so often, however files extend each other', async () => {
    const layer = (i: number) => ({ extends: [`./${i + 1}.json`, `./${i + 1}.json`] });
    const files: Record<string, object> = { '/w/leastwise.json': layer(0) };
    for (let i = 1; i < 40; i++) files[`/w/${i}.json`] = layer(i);
    assert.ok((await load(files)).files.length <= 101);
  });

  test('has problems of its own', async () => {
    const files = {
      '/w/leastwise.json': { extends: './a.json' },
      '/w/a.json': { rules: { nothing: 'off' } },
    };
    assert.deepEqual(await messages(files), ['/w/a.json:10 There is no rule "nothing".']);
  });
});
