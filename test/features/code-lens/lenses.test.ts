import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lenses, lensTitle } from '../../../server/src/features/code-lens/lenses.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { renderMarks } from '../../support/fixture.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const ALL = TINY.servicePrefixes().reduce(
  (sum, prefix) => sum + (TINY.service(prefix)?.actionNames().length ?? 0),
  0,
);

/** The fixture with the words of its lenses below the places they stand above. */
function marked(fixture: string, policyType?: PolicyType): string {
  const file = readPolicies(fixture, { isPolicyFile: true, policyType });
  const marks = lenses(file).map(({ range, place }) => ({
    range: { start: range.start, end: range.start + 1 },
    message: lensTitle(file, place, TINY) ?? '',
  }));
  return renderMarks(fixture, marks);
}

/** The words above a statement with these members. */
function summary(members: string, policyType?: PolicyType): string | undefined {
  const file = readPolicies(`{ "Statement": [{ ${members} }] }`, { isPolicyFile: true, policyType });
  const lens = lenses(file).find(({ place }) => place.statement !== undefined);
  return lens && lensTitle(file, lens.place, TINY);
}

describe('code lenses', () => {
  test('stand above the policy and each of its statements', () => {
    const fixture = `{
// @0-1 156 of 6,144 characters
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:Get*", "s3:PutObjectAcl"], "Resource": "arn:aws:s3:::b/*" },
//  ^ Allows 5 actions on 1 bucket · 1 changes permissions
    { "Effect": "Deny", "Action": "s3:*" },
//  ^ Denies 12 actions · 2 change permissions
    { "Effect": "Allow" }
  ]
}`;
    assert.equal(marked(fixture), fixture);
  });

  test('count a bucket and its objects once, and name other resources by their type', () => {
    const on = (...resources: readonly string[]): string =>
      summary(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": ${JSON.stringify(resources)}`)?.split(
        ' on ',
      )[1] ?? '';
    assert.equal(on('arn:aws:s3:::b', 'arn:aws:s3:::b/*'), '1 bucket');
    assert.equal(on('arn:aws:s3:::b/x', 'arn:aws:s3:::c/*'), '2 buckets');
    assert.equal(on('arn:aws:s3:::logs-*/*'), '1 bucket pattern');
    assert.equal(on('arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b'), '2 roles');
    assert.equal(
      on('arn:aws:s3:::b', 'arn:aws:iam::111122223333:role/team/*'),
      '1 bucket and 1 role pattern',
    );
    assert.equal(
      on('arn:aws:s3:::b', 'arn:aws:sns:eu-west-1:111122223333:t', 'a', 'arn:aws:iam::1:role/x'),
      '4 resources',
    );
    assert.equal(on('*', 'arn:aws:s3:::b'), 'every resource');
  });

  test('say what NotAction, NotResource, principals and conditions do', () => {
    assert.equal(
      summary('"Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::b"'),
      `Denies ${ALL - 12} actions on all but 1 bucket`,
    );
    assert.equal(
      summary(
        '"Effect": "Allow", "Principal": { "AWS": ["111122223333", "444455556666"] }, "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      ),
      'Allows 1 action on this resource to 2 principals · 1 condition',
    );
    assert.equal(
      summary('"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject"'),
      'Denies 1 action for everyone',
    );
    assert.equal(
      summary(
        '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      ),
      'Allows 1 action to 1 service',
    );
  });

  test('know that a key policy is about its key', () =>
    assert.equal(
      summary('"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"'),
      'Allows 1 action on this key to everyone',
    ));

  test('say where an Allow is only a limit', () =>
    assert.equal(
      summary('"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"', 'scp'),
      'Allows at most 4 actions on every resource',
    ));

  test('do not count what is filled in later, and say so', () => {
    assert.equal(
      summary('"Effect": "Allow", "Action": ["s3:GetObject", "${action}"], "Resource": { "Ref": "Bucket" }'),
      'Allows at least 1 action on 1 resource',
    );
    assert.equal(
      summary('"Effect": "Allow", "Action": "<action>"'),
      'Allows actions that are filled in later',
    );
    assert.equal(summary('"Effect": "Allow", "Action": "s3:GetObjcet"'), 'Allows no known action');
  });

  test('are left out above unfinished statements', () => {
    assert.equal(summary('"Effect": "Allow"'), undefined);
    assert.equal(summary('"Action": "s3:GetObject"'), undefined);
  });
});

describe('the size of a policy', () => {
  const size = (text: string, policyType: PolicyType): string | undefined => {
    const file = readPolicies(text, { isPolicyFile: true, policyType });
    return lensTitle(file, { policy: 0 }, TINY);
  };
  const text = '{\n  "Statement": [{ "Sid": "a b", "Action": "s3:GetObject" }] // é\n}';

  test('is counted as AWS counts it for the type of policy', () => {
    assert.equal(size(text, 'identity'), '53 of 6,144 characters');
    assert.equal(size(text, 'trust'), '53 of 2,048 characters');
    assert.equal(size(text, 'scp'), `${text.length} of 10,240 characters`);
    assert.equal(size(text, 'session'), `${text.length} of 2,048 characters`);
  });

  test('of a resource-based policy is counted in bytes for the service of its actions', () => {
    assert.equal(size(text, 'resource'), `${text.length + 1} of 20,480 bytes`);
    assert.equal(
      size('{ "Statement": [{ "Action": ["s3:GetObject", "sns:Publish"] }] }', 'resource'),
      '64 characters',
    );
  });

  test('says where no page of AWS confirms the limit', () =>
    assert.equal(
      size('{ "Statement": [{ "Action": "events:PutEvents" }] }', 'resource'),
      '51 of 10,240 bytes (unconfirmed limit)',
    ));
});
