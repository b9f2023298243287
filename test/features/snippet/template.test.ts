import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Template } from '../../../server/src/features/snippet/template.ts';
import { policySnippet } from '../../../server/src/features/snippet/template-text.ts';
import { TEMPLATES } from '../../../server/src/features/snippet/templates.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { allFindings } from '../../support/all-findings.ts';
import { fillSnippet } from '../../support/fill-snippet.ts';
import { tabStops } from '../../support/snippet-stops.ts';

for (const template of TEMPLATES) {
  const snippet = policySnippet(template);

  describe(`template ${template.id}`, () => {
    test('says in one sentence what it allows or denies', () => {
      assert.match(template.description, /^(Allows|Denies|Allows or denies) .*[^.]\.$/);
      assert.doesNotMatch(template.description, /[.!?] /);
    });

    test('visits its tab stops in the order of the text, each with something to start from', () => {
      const stops = tabStops(snippet);
      assert.deepEqual(
        stops.map(({ stop }) => stop),
        [...stops.slice(1).map((_, i) => i + 1), 0],
      );
      for (const { stop, text, choices } of stops) assert.ok(stop === 0 || text || choices.length > 1);
    });

    test('asks for each name once', () => {
      const names = tabStops(snippet).flatMap(({ text }) => text ?? []);
      assert.equal(new Set(names).size, names.length);
      const answers = Object.fromEntries(tabStops(snippet).map(({ stop }) => [stop, stop ? `x${stop}` : '']));
      const answered = fillSnippet(snippet, answers);
      assert.doesNotMatch(answered, /amzn-s3-demo-bucket|111122223333|o-exampleorgid/);
      assert.doesNotThrow(() => JSON.parse(answered));
    });

    test('is right with its defaults, wherever it may stand', () => {
      const text = fillSnippet(snippet);
      for (const type of [...template.policyTypes, undefined]) {
        assert.deepEqual(complaints(text, type, ABOUT_DEFAULTS), [], type);
      }
    });

    test('is right with every choice and with real names', () => {
      for (const answers of realAnswers(snippet)) {
        const text = fillSnippet(snippet, answers);
        assert.equal(readPolicies(text).policies.length, 1);
        for (const type of [...template.policyTypes, undefined]) {
          assert.deepEqual(complaints(text, type, new Set()), [], JSON.stringify(answers));
        }
      }
    });

    test('is of its type by itself, where a policy can tell its type', () => {
      const [policyType] = template.policyTypes;
      const [policy] = readPolicies(fillSnippet(snippet)).policies;
      assert.equal(policy?.type.policyType, LOOKS_LIKE[policyType]);
    });
  });
}

test('no two templates have the same id or title', () => {
  for (const key of ['id', 'title'] satisfies (keyof Template)[]) {
    assert.equal(new Set(TEMPLATES.map((template) => template[key])).size, TEMPLATES.length);
  }
});

/** What the content alone tells; the rest is said by a file's name or a setting. */
const LOOKS_LIKE: Readonly<Record<PolicyType, PolicyType>> = {
  identity: 'identity',
  boundary: 'identity',
  session: 'identity',
  scp: 'identity',
  trust: 'trust',
  resource: 'resource',
  rcp: 'resource',
  endpoint: 'resource',
};

/** A default is there to be replaced, so that it looks like one is no complaint. */
const ABOUT_DEFAULTS = new Set(['placeholder-account-id', 'placeholder-ids', 'resource-placeholder-bucket']);

function complaints(
  text: string,
  policyType: PolicyType | undefined,
  ignored: ReadonlySet<string>,
): readonly string[] {
  const options = { isPolicyFile: true, policyType };
  const findings = allFindings(text, options)
    .filter(({ rule }) => !ignored.has(rule.id))
    .map(({ rule, message }) => `${rule.id}: ${message}`);
  return [...readPolicies(text, options).problems.map(({ message }) => message), ...findings];
}

/** One set of answers for each of the choices, at least one. */
function realAnswers(snippet: string): readonly Readonly<Record<number, string>>[] {
  const stops = tabStops(snippet).filter(({ stop }) => stop !== 0);
  const rounds = Math.max(1, ...stops.map(({ choices }) => choices.length));
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      stops.map(({ stop, text, choices }) => [stop, choices.at(round) ?? choices[0] ?? realName(text ?? '')]),
    ),
  );
}

const realName = (placeholder: string): string => REAL_NAMES.get(placeholder) ?? `${placeholder}-eu1`;

const REAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['111122223333', '529874163058'],
  ['444455556666', '604913827715'],
  ['amzn-s3-demo-bucket', 'contoso-invoices.eu'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/orders.csv', 'arn:aws:s3:::contoso-invoices.eu/2026/may.csv'],
  ['s3:GetObject', 's3:GetObjectTagging'],
  ['ReadOneObject', 'ReadInvoices'],
  ['eu-central-1', 'ap-southeast-2'],
  ['eu-west-1', 'us-east-1'],
  ['o-exampleorgid', 'o-a1b2c3d4e5'],
  ['1234abcd-12ab-34cd-56ef-1234567890ab', '0f7c2d1e-9b64-4a3d-8c55-2b1de0a97f43'],
  ['external-id-agreed-with-the-partner', '8d3c7a52-6f0e-4b19-9a7d-51c2e8f40b63'],
  ['https://gitlab.com', 'https://contoso.example'],
  ['main', 'release/2026'],
  ['reports', 'departments/finance'],
  ['3600', '900'],
]);
