import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stringOperatorOnArnKey } from '../../../server/src/rules/condition/string-operator-on-arn-key.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('string-operator-on-arn-key', () => {
  test('warns where a wildcard crosses the parts of the ARN', () => {
    checkRule(
      stringOperatorOnArnKey,
      `{ "Statement": { "Condition": {
  "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" }
//^^^^^^^^^^^^ A wildcard of "StringLike" also matches colons, beyond its part of the ARN.
} } }`,
    );
    assert.equal(severityOf('"StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" }'), 'warning');
  });

  test('informs where both say the same', () => {
    checkRule(
      stringOperatorOnArnKey,
      `{ "Statement": { "Condition": {
  "StringEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" }
//^^^^^^^^^^^^^^ "aws:PrincipalArn" holds an ARN, for which AWS recommends ARN operators.
} } }`,
    );
    assert.equal(
      severityOf('"StringNotLike": { "aws:SourceArn": "arn:aws:iam::111122223333:role/*" }'),
      'information',
    );
  });

  test('informs of root users, whose ARN nothing else ends like', () => {
    assert.equal(severityOf('"StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" }'), 'information');
    assert.equal(
      severityOf('"StringLike": { "aws:PrincipalArn": ["arn:aws:iam::*:root", "arn:aws:iam::*:role/a"] }'),
      'warning',
    );
  });

  test('only hints where the ARN has no wildcard', () => {
    const distribution = 'arn:aws:cloudfront::111122223333:distribution/E2QWRUHAPOMQZL';
    assert.equal(severityOf(`"StringEquals": { "AWS:SourceArn": "${distribution}" }`), 'hint');
    assert.equal(severityOf(`"StringLike": { "AWS:SourceArn": "${distribution}" }`), 'hint');
  });

  test('keeps access only where no wildcard stands before the resource', () => {
    const keeps = (condition: string): boolean | undefined =>
      findings(stringOperatorOnArnKey, `{ "Statement": { "Condition": { ${condition} } } }`)[0]?.fixes()[0]
        ?.keepsAccess;
    assert.equal(keeps('"StringLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }'), true);
    assert.equal(keeps('"StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/*" }'), false);
    assert.equal(keeps('"StringEqualsIgnoreCase": { "aws:PrincipalArn": "arn:aws:iam::1:role/a" }'), false);
  });

  test('is silent on text keys, on everything, on other operators and on a wildcard that is none', () =>
    checkRule(
      stringOperatorOnArnKey,
      `{ "Statement": { "Condition": {
        "StringLike": { "aws:username": "arn:aws:iam::*:x", "aws:SourceArn": "*", "s3:DataAccessPointArn": "<arn>" },
        "StringEquals": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" },
        "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" }
      } } }`,
    ));

  test('keeps negation, set operator and suffix, and gives each ARN its six parts', () =>
    checkFix(
      stringOperatorOnArnKey,
      '{ "Statement": { "Condition": { "StringNotLikeIfExists": { "aws:SourceArn": ["arn:aws:sns:*", "arn:aws:s3:::a"] } } } }',
      'Change to "ArnNotLikeIfExists"',
      '{ "Statement": { "Condition": { "ArnNotLikeIfExists": { "aws:SourceArn": ["arn:aws:sns:*:*:*", "arn:aws:s3:::a"] } } } }',
    ));
});

function severityOf(condition: string): string | undefined {
  return findings(stringOperatorOnArnKey, `{ "Statement": { "Condition": { ${condition} } } }`)[0]?.severity;
}
