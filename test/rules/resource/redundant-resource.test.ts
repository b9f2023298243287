import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redundantResource } from '../../../server/src/rules/resource/redundant-resource.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('redundant-resource', () => {
  test('reports what a wider pattern matches, across slashes and colons', () =>
    checkRule(
      redundantResource,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::app/a/b",
//    ^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::app/*" matches this resource already.
      "arn:aws:s3:::app/*",
      "arn:aws:logs:*:*:log-group:/app/*",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:logs:*" matches this resource already.
      "arn:aws:logs:*"
] }] }`,
    ));

  test('reports the second time, and everything beside "*"', () =>
    checkRule(
      redundantResource,
      `{ "Statement": [{ "NotResource": ["arn:aws:s3:::a", "arn:aws:s3:::a"] },
//                                                  ^^^^^^^^^^^^^^^^ This resource is listed already.
        { "Resource": ["*", "arn:aws:s3:::a"] }] }
//                          ^^^^^^^^^^^^^^^^ "*" matches this resource already.
`,
    ));

  test('leaves it to the author what beside "*" was meant', () => {
    const before = '{ "Statement": { "Resource": ["*", "arn:aws:s3:::$0a"] } }';
    checkFix(
      redundantResource,
      before,
      'Remove "*", leaving the resources that are named',
      '{ "Statement": { "Resource": ["arn:aws:s3:::a"] } }',
    );
    checkFix(redundantResource, before, 'Remove "arn:aws:s3:::a"', '{ "Statement": { "Resource": ["*"] } }');
    const denied = before.replace('"Resource"', '"Effect": "Deny", "Resource"');
    assert.deepEqual(fixTitles(redundantResource, denied), ['Remove "arn:aws:s3:::a"']);
  });

  test('is silent about a bucket beside its objects, other cases and patterns that only overlap', () => {
    for (const list of [
      '["arn:aws:s3:::app-*", "arn:aws:s3:::app-*/*"]',
      '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
      '["arn:aws:s3:::app/*", "arn:aws:s3:::App/x"]',
      '["arn:aws:s3:::app/*/x", "arn:aws:s3:::app/y/*"]',
      '["arn:aws:s3:::app/?", "arn:aws:s3:::app/ab"]',
    ]) {
      checkRule(redundantResource, `{ "Statement": { "Resource": ${list} } }`);
    }
  });

  test('knows that a variable may have any value', () =>
    checkRule(
      redundantResource,
      `{ "Statement": [{ "Resource": ["arn:aws:s3:::b/home/\${aws:username}/x", "arn:aws:s3:::b/home/*"] },
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::b/home/*" matches this resource already.
        { "Resource": ["arn:aws:s3:::b/\${aws:username}/x", "arn:aws:s3:::b/\${aws:username}/*"] },
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3:::b/\${aws:username}/*" matches this resource already.
        { "Resource": ["arn:aws:s3:::b/\${aws:username}/x", "arn:aws:s3:::b/alice/x", "arn:aws:s3:::b/\${aws:userid}/*"] }] }
`,
    ));

  test('is silent where the version of the language decides, or a variable may lack a value', () => {
    checkRule(
      redundantResource,
      '{ "Statement": { "Resource": ["arn:aws:s3:::b/${*}", "arn:aws:s3:::b/${?}", "arn:aws:s3:::b/???"] } }',
    );
    checkRule(
      redundantResource,
      '{ "Statement": { "NotResource": ["arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/*"] } }',
    );
  });

  test('is silent about what is filled in later', () =>
    checkRule(
      redundantResource,
      '{ "Statement": { "Resource": ["*", "arn:aws:s3:::${bucket}", "arn:aws:s3:::${bucket}", { "Ref": "A" }, ""] } }',
    ));

  test('removes it with the comma and its comment', () =>
    checkFix(
      redundantResource,
      `{ "Statement": { "Resource": [
      "arn:aws:s3:::app/*",
      "arn:aws:s3:::a$0pp/x" // old
    ] } }`,
      'Remove "arn:aws:s3:::app/x"',
      `{ "Statement": { "Resource": [
      "arn:aws:s3:::app/*"
    ] } }`,
    ));
});
