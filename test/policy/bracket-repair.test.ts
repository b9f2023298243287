import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { findJsonSlips } from '../../server/src/policy/find-json-slips.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "*",
      "Condition": {
        "Bool": { "aws:SecureTransport": "true" },
        "StringEquals": {
          "aws:PrincipalTag/team": ["a", "b"]
        }
      }
    },
    { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }
  ]
}`;

/** The policy after the repair of its one slip, and what is said about that. */
function repaired(text: string): { readonly text: string; readonly message: string } {
  const slips = findJsonSlips(text, 'refused') ?? [];
  assert.equal(slips.length, 1, slips.map(({ message }) => message).join(' '));
  return {
    text: applyEdits(text, slips[0]?.repair?.edits ?? []),
    message: slips[0]?.message ?? '',
  };
}

function checkRepair(damaged: string): void {
  assert.notEqual(damaged, POLICY);
  assert.deepEqual(JSON.parse(repaired(damaged).text), JSON.parse(POLICY));
}

describe('one bracket', () => {
  const brackets = [...POLICY].flatMap((character, at) => ('{}[]'.includes(character) ? [at] : []));

  test('left out is put back, whichever it is', () => {
    for (const at of brackets) checkRepair(POLICY.slice(0, at) + POLICY.slice(at + 1));
  });

  test('left out of a policy in one line is put back, whichever it is', () => {
    const line = JSON.stringify(JSON.parse(POLICY));
    for (const [at, character] of [...line].entries()) {
      if ('{}[]'.includes(character)) checkRepair(line.slice(0, at) + line.slice(at + 1));
    }
  });

  test('written twice is taken out, but behind the policy', () => {
    for (const at of brackets.slice(0, -1))
      checkRepair(POLICY.slice(0, at) + POLICY.slice(at, at + 1) + POLICY.slice(at));
  });

  test('of the other kind is changed', () => {
    const others: Readonly<Record<string, string>> = { '{': '[', '[': '{', '}': ']', ']': '}' };
    for (const at of brackets)
      checkRepair(POLICY.slice(0, at) + others[POLICY[at] as string] + POLICY.slice(at + 1));
  });
});

test('a brace that is left out is inserted on the line of its key', () =>
  assert.equal(repaired(POLICY.replace('"Condition": {', '"Condition":')).text, POLICY));

test('a closing brace is inserted below the line of its opening one', () =>
  assert.equal(repaired(POLICY.replace('      }\n    },', '    },')).text, POLICY));

test('the message names the bracket that has no partner', () =>
  assert.equal(repaired(POLICY.replace('root" },', 'root",')).message, 'This "{" is not closed.'));

test('brackets in another JSON text are repaired too', () =>
  assert.deepEqual(JSON.parse(repaired('{ "a": [1, 2, "b": { "c": 3 } }').text), { a: [1, 2], b: { c: 3 } }));
