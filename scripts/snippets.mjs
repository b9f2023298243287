import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const FOLDER = 'server/src/features/snippet';

/** Path → text of every file of snippets that the extension contributes; the templates are in server/src/features/snippet. */
export function snippetFiles() {
  const { FILE_TEMPLATES, policySnippet } = loadTemplates();
  const snippets = FILE_TEMPLATES.map((template) => [
    template.title,
    {
      isFileTemplate: true,
      description: template.description,
      body: policySnippet(template).split('\n'),
    },
  ]);
  const json = JSON.stringify(Object.fromEntries(snippets), undefined, 2);
  // JSON has no comments, and every entry is a snippet: that this is generated can be said here only.
  return new Map([['snippets/aws-iam-policy.json', `${json}\n`]]);
}

function loadTemplates() {
  const outfile = 'out/snippets.cjs';
  buildSync({
    stdin: {
      contents: "export * from './templates.ts'; export * from './template-text.ts';",
      resolveDir: FOLDER,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const require = createRequire(import.meta.url);
  const path = resolve(outfile);
  delete require.cache[path];
  return require(path);
}

if (process.argv[1] === join(import.meta.dirname, 'snippets.mjs')) {
  for (const [path, text] of snippetFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
