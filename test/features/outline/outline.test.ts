import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type OutlineItem, outline } from '../../../server/src/features/outline/outline.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';

/** Each item on a line: its name, its detail, and the text that is selected. */
function tree(text: string): readonly string[] {
  const lines = (items: readonly OutlineItem[], indent: string): readonly string[] =>
    items.flatMap(({ name, detail, nameRange, range, children }) => {
      assert.ok(range.start <= nameRange.start && nameRange.end <= range.end);
      const selected = text.slice(nameRange.start, nameRange.end);
      return [
        `${indent}${[name, detail, selected].filter(Boolean).join(' | ')}`,
        ...lines(children, `${indent}  `),
      ];
    });
  return lines(outline(readPolicies(text, { isPolicyFile: true })), '');
}

describe('the outline', () => {
  test('names statements by their Sid, or by what they do', () =>
    assert.deepEqual(
      tree(`{ "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"] },
        { "Effect": "Deny", "NotAction": "iam:*" },
        { "Effect": "Allow", "Action": "s3:GetObject" },
        {}
      ] }`),
      ['Read | Allow s3:GetObject … | "Read"', 'Deny all but iam:*', 'Allow s3:GetObject', 'Statement 4'],
    ));

  test('has a level for policies where a file holds several', () =>
    assert.deepEqual(
      tree(`{
        "AssumeRolePolicyDocument": { "Statement": { "Sid": "A", "Effect": "Allow", "Action": "sts:AssumeRole" } },
        "Policies": [{ "PolicyDocument": { "Statement": { "Sid": "B", "Effect": "Allow", "Action": "*" } } }]
      }`),
      [
        'Role trust policy | /AssumeRolePolicyDocument',
        '  A | Allow sts:AssumeRole | "A"',
        'Identity-based policy | /Policies/0/PolicyDocument',
        '  B | Allow * | "B"',
      ],
    ));

  test('is empty without a policy', () => assert.deepEqual(tree('[]'), []));
});
