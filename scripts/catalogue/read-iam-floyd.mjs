import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What only `iam-floyd` has: the pages of the Service Authorization Reference for each prefix, the API reference
 * page of each action, the managed policies of AWS, and an independent list of the action names. Reads the generated classes as text, since
 * loading them takes seconds.
 *
 * Returns maps from service prefix to page names and to a map from lower-case action name to its record.
 */
export function readIamFloyd(packageFolder) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(packageFolder, 'lib/generated/policy-statements');
  const pages = new Map();
  const actions = new Map();

  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const prefix = /servicePrefix = '([^']+)'/.exec(text)?.[1];
    if (!prefix) continue;

    const page = /service-authorization\/latest\/reference\/list_([^)]+)\.html/.exec(text)?.[1];
    pages.set(prefix, [...(pages.get(prefix) ?? []), page]);
    if (!actions.has(prefix)) actions.set(prefix, new Map());
    for (const action of eachAction(text)) actions.get(prefix).set(action.name.toLowerCase(), action);
  }
  return { version, pages, actions, managedPolicies: readManagedPolicies(packageFolder) };
}

/** Path and name (`service-role/AWSLambdaBasicExecutionRole`) to AWS's description; sorted. */
function readManagedPolicies(packageFolder) {
  const file = join(packageFolder, 'lib/generated/aws-managed-policies/iam-floyd.js');
  const entries = /\/\*\* ((?:(?!\*\/).)*) \*\/\s*AwsManagedPolicy\.\w+ = '([^']+)'/g;
  const found = [...readFileSync(file, 'utf8').matchAll(entries)];
  return Object.fromEntries(found.map(([, description, name]) => [name, description]).sort(byName));
}

const byName = ([a], [b]) => (a < b ? -1 : 1);

function* eachAction(text) {
  const methods = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+to\w+\([^)]*\)\s*\{\s*return this\.to\('([^']+)'\)/g;
  for (const [, comment, name] of text.matchAll(methods)) {
    yield { name, documentation: /^\s*\* (https:\S+)\s*$/m.exec(comment)?.[1] };
  }
}
