import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';

const ROOT = 'server/src';

/** Layer → layers it may import; `types` are packages, by the beginning of their name. ARCHITECTURE.md prints this. */
const LAYERS: Readonly<
  Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>
> = {
  base: { layers: [], packages: [] },
  iam: { layers: ['base'], packages: [] },
  catalogue: { layers: ['base', 'iam'], packages: [] },
  policy: { layers: ['base', 'iam'], packages: ['jsonc-parser'] },
  reasoning: { layers: ['base', 'iam', 'catalogue', 'policy'], packages: [] },
  rules: { layers: ['base', 'iam', 'catalogue', 'policy', 'reasoning'], packages: [] },
  config: { layers: ['base', 'iam', 'policy', 'rules'], packages: [] },
  features: { layers: ['base', 'iam', 'catalogue', 'policy', 'reasoning', 'rules'], packages: [] },
  service: {
    layers: ['base', 'iam', 'catalogue', 'policy', 'reasoning', 'rules', 'config', 'features'],
    packages: [],
  },
  lsp: {
    layers: ['base', 'iam', 'catalogue', 'policy', 'rules', 'config', 'service'],
    packages: ['vscode-languageserver'],
  },
  cli: {
    layers: ['base', 'iam', 'catalogue', 'policy', 'rules', 'config', 'service'],
    packages: ['node:', 'commander', 'picocolors', 'tinyglobby'],
  },
  main: { layers: ['catalogue', 'lsp', 'cli'], packages: ['node:', 'vscode-languageserver'] },
};

/** What bundles load of each other. */
const BUNDLES: readonly string[] = ['./server.js', './commands.js'];

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(ROOT, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'));

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map(
    ([, target]) => ({
      file,
      target: target ?? '',
    }),
  ),
);

function layerOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.startsWith('main-') ? 'main' : first.replace(/\.ts$/, '');
}

describe('architecture', () => {
  test('every file belongs to a layer', () => {
    for (const file of files) assert.ok(LAYERS[layerOf(file)], `${file} is in no layer`);
  });

  test('every import is allowed by its layer', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const layer = LAYERS[layerOf(file)];
      if (!target.startsWith('.')) return !layer?.packages.some((name) => target.startsWith(name));
      const other = layerOf(normalize(join(dirname(file), target)));
      return other !== layerOf(file) && !layer?.layers.includes(other) && !BUNDLES.includes(target);
    });
    assert.deepEqual(forbidden, []);
  });

  test('the core reads no clock, no environment and no network', () => {
    const core = files.filter((file) => !['lsp', 'cli', 'main'].includes(layerOf(file)));
    for (const file of core) {
      const code = readFileSync(join(ROOT, file), 'utf8').replace(
        /\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g,
        '',
      );
      assert.doesNotMatch(
        code,
        /\b(process|fetch|setTimeout|setInterval|console|Date\.now|Math\.random|eval|Function)\s*[.(]|new Date\(\)/,
        file,
      );
    }
  });

  test('nobody executes what a workspace holds', () => {
    for (const file of files.filter((name) => name !== 'main-pause.ts'))
      assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), /child_process|node:vm/, file);
    // How V8 is asked to collect garbage; no text from anywhere else.
    const code = readFileSync(join(ROOT, 'main-pause.ts'), 'utf8');
    assert.deepEqual(code.match(/runInNewContext\(.*?\)/g), ["runInNewContext('gc')"]);
    assert.deepEqual(code.match(/(?<=import ).*vm.*/g), ["{ runInNewContext } from 'node:vm';"]);
  });

  test('the client imports nothing of the server but types of the protocol', () => {
    for (const name of readdirSync('client/src')) {
      const text = readFileSync(join('client/src', name), 'utf8');
      for (const [statement] of text.matchAll(/import [^;]*server\/src[^;]*;/g)) {
        assert.match(statement, /^import type [^;]*'\.\.\/\.\.\/server\/src\/lsp\/protocol\.ts';$/, name);
      }
    }
  });

  test('entry files stay small', () => {
    for (const file of files.filter((name) => layerOf(name) === 'main')) {
      assert.ok(readFileSync(join(ROOT, file), 'utf8').split('\n').length <= 41, file);
    }
  });

  test('a rule stands in the file that bears its id, below the folder of its element', () => {
    const rules = files.filter((file) => /^rules\/[a-z]+\//.test(file));
    assert.ok(rules.length > 0);
    for (const file of rules) {
      const id = /id: '([^']+)'/.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1];
      assert.equal(file.replace(/^.*\/|\.ts$/g, ''), id);
      assert.ok(existsSync(`test/${dirname(file)}/${id}.test.ts`), `${file} has no test`);
    }
  });

  test('no generator function is made over and over again', () => {
    // Each would get a hidden class of its own when it is first called, which keeps alive all that it sees.
    const inside = files.filter((file) =>
      /^[ \t]+.*\bfunction\*/m.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    assert.deepEqual(inside, []);
  });

  test('no file passes 400 lines', () => {
    for (const file of files.filter((name) => !name.includes('.generated.'))) {
      assert.ok(readFileSync(join(ROOT, file), 'utf8').split('\n').length <= 400, file);
    }
  });
});
