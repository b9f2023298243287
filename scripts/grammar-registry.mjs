import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createRegistryFromGrammars } = require('vscode-tmgrammar-test/dist/common/index.js');

const HOSTS = [
  { scopeName: 'source.json', path: 'test/grammar/vscode/JSON.tmLanguage.json' },
  { scopeName: 'source.json.comments', path: 'test/grammar/vscode/JSONC.tmLanguage.json' },
  { scopeName: 'text.html.markdown', path: 'test/grammar/vscode/markdown.tmLanguage.json' },
];

/** VS Code's JSON, JSONC and Markdown grammars, with those our package.json contributes on top. */
export function extendedRegistry() {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  return registry([...HOSTS, ...contributes.grammars]);
}

/** VS Code's JSON, JSONC and Markdown grammars alone. */
export function plainRegistry() {
  return registry(HOSTS);
}

function registry(grammars) {
  const loaded = grammars.map((grammar) => ({ grammar, content: readFileSync(grammar.path, 'utf8') }));
  const known = new Set(grammars.map(({ scopeName }) => scopeName));
  return createRegistryFromGrammars([...loaded, ...emptyGrammars(loaded, known)]);
}

/** Markdown embeds dozens of languages that are of no interest here. */
function emptyGrammars(loaded, known) {
  const included = loaded.flatMap(({ content }) =>
    [...content.matchAll(/"include":\s*"((?:source|text)\.[^"#]+)/g)].map(([, scope]) => scope),
  );
  return [...new Set(included)]
    .filter((scopeName) => !known.has(scopeName))
    .map((scopeName) => ({
      grammar: { scopeName, path: `${scopeName}.json` },
      content: JSON.stringify({ scopeName, patterns: [] }),
    }));
}
