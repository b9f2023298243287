import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../../server/src/base/snippet.ts';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import type { Completion } from '../../../server/src/features/completion/completion.ts';
import { createPolicyService } from '../../../server/src/service.ts';
import { realCatalogue } from '../../catalogue/compiler.ts';
import { place } from '../../support/hostile.ts';

const service = createPolicyService({ catalogue: realCatalogue() });

/** Policies with nothing wrong in them, of several types. */
const POLICIES: readonly string[] = [
  ...readdirSync('examples')
    .filter((name) => name.endsWith('.iam.json'))
    .map((name) => readFileSync(`examples/${name}`, 'utf8')),
  '{ "Version": "2012-10-17", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }] }',
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }] }',
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" }, "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } }] }',
];

/** Another action or resource is a change of mind; what stands beside it then has to follow. */
const FIT_RULES: ReadonlySet<string> = new Set([
  'action-resource-mismatch',
  'condition-key-unsupported-by-action',
  'condition-key-unsupported-by-any-action',
]);

function errors(text: string): readonly string[] {
  return service
    .validate(service.read(text, { isPolicyFile: true }))
    .filter(({ severity, rule }) => severity === 'error' && !FIT_RULES.has(rule.id))
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}

/** An ARN that only some of the actions take, as it says, has to be joined by another one. */
function isPart({ kind, label, description = '' }: Completion, message: string): boolean {
  const [, some, all] = /(\d+) of (\d+) actions/.exec(description) ?? [];
  // The names in a template's ARNs are there to be replaced.
  if (kind === 'statement' && message.startsWith('unsupported-resource-for-carrier')) return true;
  // So is the name of a provider, and with it the prefix of its claims.
  if (message.startsWith('oidc-key-provider-mismatch')) return true;
  // Another service for a whole ARN is a change of mind, as another name for a key is.
  if (kind === 'arn' && !label.startsWith('arn:') && message.startsWith('arn-resource-format')) return true;
  return some !== all && /^(?:action|deny)-(?:resource-mismatch|needs-star-resource)/.test(message);
}

/** What an accepted proposal leaves for the next one to fill in; another name for a key is a change of mind. */
const EMPTY = /""/;

describe('a proposal', () => {
  test('brings no error when it is accepted inside a value that is there', () => {
    const tried = fc.record({
      policy: fc.constantFrom(...POLICIES),
      at: place,
      choice: place.filter((number) => number < 1),
    });
    let accepted = 0;
    fc.assert(
      fc.property(tried, ({ policy, at, choice }) => {
        const offset = Math.floor(at * policy.length);
        const list = service.complete(service.read(policy, { isPolicyFile: true }), offset);
        const items = list?.items ?? [];
        const item = items[Math.floor(choice * items.length)];
        if (!list || !item) return;
        const newText = item.isSnippet ? plainText(item.newText) : item.newText;
        const after = applyEdits(policy, [{ range: list.range, newText }, ...list.additionalEdits]);
        const isKey = /^\s*:/.test(policy.slice(list.range.end));
        if (isKey || EMPTY.test(newText) || newText.endsWith(':"') || newText.endsWith(':",')) return;
        accepted++;
        const before = errors(policy);
        const found = errors(after);
        const added = found.filter((message) => !before.includes(message) && !isPart(item, message));
        // One error may turn into another, as when the first wrong part of an ARN is put right.
        assert.deepEqual(
          found.length > before.length ? added : [],
          [],
          `${JSON.stringify(item.label)} at ${offset} makes ${after}`,
        );
      }),
      { numRuns: 3000 },
    );
    assert.ok(accepted > 500, `only ${accepted} proposals were accepted`);
  });
});
