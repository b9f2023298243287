// npm run new-rule -- FOLDER/RULE-ID: writes a rule, its test and the registry. The rule fails its own tests until every FIXME is filled in.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { registrySource } from './registry.mjs';

const folders = readdirSync('server/src/rules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const [folder, id] = (process.argv[2] ?? '').split('/');

if (!folders.includes(folder) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id ?? '')) {
  fail(`Usage: npm run new-rule -- FOLDER/RULE-ID
FOLDER is the element that the squiggle lands on: ${folders.join(', ')}.
RULE-ID is kebab-case and says what is wrong: unknown-…, missing-…, invalid-…, empty-…, redundant-…, duplicate-….`);
}
const rulePath = `server/src/rules/${folder}/${id}.ts`;
const testPath = `test/rules/${folder}/${id}.test.ts`;
if (folders.some((other) => existsSync(`server/src/rules/${other}/${id}.ts`)))
  fail(`There is a rule ${id} already.`);

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
write(rulePath, ruleTemplate());
write(testPath, testTemplate());
writeFileSync('server/src/rules/registry.generated.ts', registrySource());
console.log(`${rulePath}
${testPath}
Fill in every FIXME, then: npm test -- ${id}, and at the end npm run generate.`);

function ruleTemplate() {
  return `import { defineRule } from '../rule.ts';

/**
 * FIXME Why this is wrong, in sentences about AWS: they are the text of the rule's page.
 */
export const ${name} = defineRule({
  id: '${id}',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'FIXME',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/FIXME.html',
  examples: [{ bad: '"Action": "FIXME"', good: '"Action": "s3:GetObject"' }],

  *check({ statement }) {
    for (const { text, range } of statement.actions) {
      if (text !== 'fixme') continue;
      yield { range, message: \`"\${text}" is FIXME.\`, fixes: () => [] };
    }
  },
});
`;
}

function testTemplate() {
  return `import { describe, test } from 'node:test';
import { ${name} } from '../../../server/src/rules/${folder}/${id}.ts';
import { checkRule } from '../../support/check.ts';

describe('${id}', () => {
  test('FIXME reports …', () =>
    checkRule(
      ${name},
      \`{ "Statement": [{
      "Action": "FIXME"
//              ^^^^^^^ FIXME
}] }\`,
    ));

  test('FIXME is silent for the nearest neighbour', () =>
    checkRule(${name}, '{ "Statement": { "Action": "s3:GetObject" } }'));
});
`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
