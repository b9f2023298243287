import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { policyPlaces } from './places.mjs';

/**
 * Good policies: those of the project, or of a file with a line `{ id, policyType, policy }` for each. Good is what
 * has neither error nor warning; what is only broad may stay. `policyType` is what a policy is told to be, or what it
 * is taken for before it is damaged; with `isTypeInferred` it is not told to the checks.
 */
export function basePolicies(engine, { file, isTypeInferred = false } = {}) {
  const sources = file
    ? linesOf(file)
    : [...templates(engine), ...files('examples'), ...files('test/policies')];
  return sources.flatMap((source) => {
    const options = { isPolicyFile: true, fileName: source.fileName, policyType: source.policyType };
    const read = engine.service.read(source.text, options);
    const places = policyPlaces(source.text);
    const isGood = engine.service.validate(read).every(({ severity }) => !/error|warning/.test(severity));
    const [policy] = read.policies;
    // About what is filled in later the rules say nothing, damaged or not.
    if (places?.strings.some(({ text }) => engine.isDynamic(text))) return [];
    if (!places || !policy || read.policies.length > 1 || policy.pointer !== '' || !isGood) return [];
    const { policyType } = policy.type;
    const told = isTypeInferred ? undefined : policyType;
    return [{ ...places, id: source.id, policyType, options: { ...options, policyType: told } }];
  });
}

function templates({ TEMPLATES, policySnippet, plainText }) {
  return TEMPLATES.map((template) => ({
    id: `template ${template.id}`,
    policyType: template.policyTypes[0],
    text: plainText(policySnippet(template)),
  }));
}

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      id: join(folder, name),
      fileName: basename(name),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

function linesOf(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { id, policyType, policy } = JSON.parse(line);
    return {
      id,
      policyType,
      text: typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2),
    };
  });
}
