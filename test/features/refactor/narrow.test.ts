import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

const BUCKET = '"arn:aws:s3:::b"';
const OBJECTS = '"arn:aws:s3:::b/*"';

const allow = (action: string, resource: string): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }] }`;

/** Offered at `$0` are exactly these among the titles that begin so. */
function checkTitles(fixture: string, start: RegExp, expected: readonly string[]): void {
  assert.deepEqual(
    refactorTitles(fixture).filter((title) => start.test(title)),
    expected,
  );
}

describe('narrowing to the resources', () => {
  test('drops what can be used on none of them', () =>
    checkRefactor(
      allow('["s3:Get$0*", "s3:ListAllMyBuckets", "s3:PutObject"]', OBJECTS),
      'Narrow to what can be done with these resources (4 of 6 actions)',
      allow('["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:PutObject"]', OBJECTS),
    ));

  test('is offered on the resources too', () =>
    checkRefactor(
      allow('["s3:ListBucket", "s3:PutObject"]', '"arn:aws:s3:::$0b"'),
      'Narrow to what can be done with these resources (1 of 2 actions)',
      allow('["s3:ListBucket"]', BUCKET),
    ));

  test('keeps actions and resources that the data does not know', () => {
    checkTitles(allow('["s3:Ge$0tNew", "s3:PutObject"]', OBJECTS), /these resources/, []);
    checkTitles(allow('["s3:Get$0Object", "s3:ListBucket"]', '"${bucket}/*"'), /these resources/, []);
    checkTitles(
      allow('["sns:Pub$0lish", "s3:GetObject"]', '["arn:aws:sns:us-east-1:1:a:b:c:d", "arn:aws:s3:::b/*"]'),
      /these resources/,
      [],
    );
  });

  test('is not offered where everything fits, nothing fits, or all is meant', () => {
    checkTitles(allow('"s3:Get$0Object"', OBJECTS), /these resources/, []);
    checkTitles(allow('"s3:List$0Bucket"', OBJECTS), /these resources/, []);
    checkTitles(allow('["s3:List$0Bucket", "s3:GetObject"]', '"*"'), /these resources/, []);
    checkTitles(
      '{ "Statement": { "Effect": "Allow", "Action": "s3:G$0et*", "NotResource": "arn:aws:s3:::b" } }',
      /these resources/,
      [],
    );
    checkTitles(allow('["s3:List$0Bucket", "s3:GetObject"]', `[${OBJECTS}, { "Ref": "X" }]`), /these/, []);
  });
});

describe('narrowing to the services of the resources', () => {
  test('gives a lone star their prefixes', () => {
    checkRefactor(
      allow('"$0*"', `[${OBJECTS}, "arn:aws:sns:us-east-1:111122223333:t"]`),
      'Narrow * to s3:* and sns:* (13 actions)',
      allow('["s3:*", "sns:*"]', `[${OBJECTS}, "arn:aws:sns:us-east-1:111122223333:t"]`),
    );
    checkRefactor(
      allow('"*:$0Get*"', OBJECTS),
      'Narrow *:Get* to s3:Get* (4 actions)',
      allow('"s3:Get*"', OBJECTS),
    );
  });

  test('is not offered where the resources do not say', () => {
    checkTitles(allow('"$0*"', '"*"'), /./, []);
    checkTitles(allow('"$0*"', '"arn:aws:nowhere:::x"'), /./, []);
    checkTitles(allow('"iam$0*:*"', OBJECTS), /^Narrow/, []);
  });
});

describe('narrowing by access level', () => {
  test('keeps the comments and lines of the others', () =>
    checkRefactor(
      `{ "Statement": [{ "Effect": "Allow", "Action": [
        "iam:GetUser", // who
        "s3:$0*Object*",
        "sns:Publish"
      ] }] }`,
      'Narrow to Read actions (3 of 7)',
      `{ "Statement": [{ "Effect": "Allow", "Action": [
        "iam:GetUser", // who
        "s3:GetObject",
        "s3:GetObjectAcl",
        "s3:GetObjectTagging",
        "sns:Publish"
      ] }] }`,
    ));

  test('narrows the whole list from its key', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Acti$0on": ["s3:List*", "iam:*User", "s3:GetObjectNew"] } }',
      'Narrow to Read and List actions (3 of 4)',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:List*", "iam:GetUser", "s3:GetObjectNew"] } }',
    ));

  test('keeps a policy inside a string valid', () =>
    checkRefactor(
      '{ "PolicyDocument": "{ \\"Statement\\": { \\"Effect\\": \\"Allow\\", \\"Action\\": \\"iam:*User$0\\" } }" }',
      'Narrow to Read actions (1 of 2)',
      '{ "PolicyDocument": "{ \\"Statement\\": { \\"Effect\\": \\"Allow\\", \\"Action\\": \\"iam:GetUser\\" } }" }',
    ));
});

describe('excluding what is dangerous', () => {
  test('narrows an Allow', () =>
    checkRefactor(
      allow('"s3:*Object$0"', OBJECTS),
      'Exclude permissions, credentials and deletion from s3:*Object (2 of 3 actions remain)',
      allow('["s3:GetObject", "s3:PutObject"]', OBJECTS),
    ));

  test('or adds a Deny for the same principals and resources', () =>
    checkRefactor(
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*Object$0", "Resource": "arn:aws:s3:::b/*", "Condition": { "Bool": { "a:b": "true" } } } }',
      'Deny permissions, credentials and deletion from s3:*Object in a new statement (2 of 3 actions remain)',
      '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:*Object", "Resource": "arn:aws:s3:::b/*", "Condition": { "Bool": { "a:b": "true" } } }, { "Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject"], "Resource": "arn:aws:s3:::b/*" }] }',
    ));

  test('adds no second Deny', () => {
    const deny = (resource: string, more = ''): string =>
      `{ "Effect": "Deny", "Action": "s3:Delete*", "Resource": ${resource}${more} }`;
    const list = (other: string): string =>
      `{ "Statement": [{ "Effect": "Allow", "Action": "s3:*Object$0", "Resource": ${OBJECTS} }, ${other}] }`;
    checkTitles(list(deny('"*"')), /^Deny/, []);
    for (const other of [
      deny('"arn:aws:s3:::c/*"'),
      deny('"*"', ', "Condition": { "Bool": { "a:b": "true" } }'),
    ]) {
      assert.equal(refactorTitles(list(other)).filter((title) => title.startsWith('Deny')).length, 1);
    }
  });

  test('is not offered where nothing is dangerous', () =>
    checkTitles(allow('"s3:Get$0*"', OBJECTS), /^(Exclude|Deny)/, []));
});

describe('limiting "*" to ARNs', () => {
  test('puts the formats of the actions with tab stops', () =>
    checkRefactor(
      allow('["s3:PutObject", "s3:ListAllMyBuckets"]', '"$0*"'),
      'Limit to object ARNs, moving the action that needs "*"',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }, { "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": "*" }] }',
    ));

  test('is not offered on other resources, in a Deny, or where a principal is named', () => {
    checkTitles(allow('"s3:PutObject"', '"arn:aws:s3:::$0b/*"'), /^Limit to/, []);
    checkTitles(allow('"s3:PutObject"', '"$0*"').replace('Allow', 'Deny'), /^Limit to/, []);
    checkTitles(
      allow('"s3:PutObject"', '"$0*"').replace('"Action"', '"Principal": "*", "Action"'),
      /^Limit to/,
      [],
    );
  });
});
