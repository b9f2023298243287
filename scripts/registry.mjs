import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = 'server/src/rules';

/** Every rule file, sorted by path: `{ path, exportName }`. A folder below `rules` holds only rules. */
export function ruleFiles() {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder.name))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(ROOT, folder.name, name)),
    )
    .flatMap((path) => {
      const exportName = /export const (\w+) = defineRule\(/.exec(readFileSync(path, 'utf8'))?.[1];
      return exportName ? [{ path, exportName }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text of `registry.generated.ts`. */
export function registrySource() {
  const files = ruleFiles();
  const imports = files.map(
    ({ path, exportName }) => `import { ${exportName} } from './${relative(ROOT, path)}';`,
  );
  const folders = [...new Set(files.map(folderOf))];
  const own = (folder) =>
    files.map((file) => (folderOf(file) === folder ? `    ${file.exportName},\n` : '')).join('');
  return `// Generated from the files of this folder by \`npm run generate\`.
${imports.join('\n')}
import type { Rule } from './rule.ts';

/** By folder: what the rules speak about. */
export const RULES_BY_FOLDER = {
${folders.map((folder) => `  ${folder}: [\n${own(folder)}  ],`).join('\n')}
} satisfies Readonly<Record<string, readonly Rule[]>>;

export const RULES: readonly Rule[] = Object.values(RULES_BY_FOLDER).flat();
`;
}

const folderOf = ({ path }) => relative(ROOT, path).split('/')[0];
