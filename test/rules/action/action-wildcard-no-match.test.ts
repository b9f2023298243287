import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionWildcardNoMatch } from '../../../server/src/rules/action/action-wildcard-no-match.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('action-wildcard-no-match', () => {
  test('reports a pattern that matches nothing', () =>
    checkRule(
      actionWildcardNoMatch,
      `{ "Statement": [{
      "Action": ["s3:Get*", "s3:Brew*"]
//                          ^^^^^^^^^^ s3 has no action that matches "Brew*".
}] }`,
    ));

  test('ignores case and knows both wildcards', () =>
    checkRule(
      actionWildcardNoMatch,
      '{ "Statement": { "Action": ["s3:get*", "S3:?etObject", "s3:*", "s3:**", "s3:*Object*"] } }',
    ));

  test('leaves other mistakes and placeholders to others', () =>
    checkRule(
      actionWildcardNoMatch,
      `{ "Statement": { "Action": ["s4:Brew*", "*:Brew*", "Brew*", "s3:Bre w*", "s3:\${verb}*", "s3:Brew"] } }`,
    ));

  test('repairs the spelling and keeps the wildcards where they are', () => {
    const repaired = (before: string) =>
      fixTitles(actionWildcardNoMatch, `{ "Statement": { "Action": "${before}" } }`)[0];
    assert.equal(repaired('s3:Gte*'), 'Change to "s3:Get*"');
    assert.equal(repaired('s3:*Objcet'), 'Change to "s3:*Object"');
    assert.equal(repaired('s3:Lsit*Bucket*'), 'Change to "s3:List*Bucket*"');
    assert.equal(repaired('s3:?etObjectt'), 'Change to "s3:?etObject"');
    assert.equal(repaired('iam:*Pasword'), 'Change to "iam:*Password"');
  });

  test('prefers no repair where several are equally near', () => {
    const preferred = (action: string) =>
      findings(actionWildcardNoMatch, `{ "Statement": { "Action": "${action}" } }`)
        .flatMap((finding) => finding.fixes())
        .filter(({ isPreferred }) => isPreferred)
        .map(({ title }) => title);
    assert.deepEqual(preferred('s3:Gte*'), ['Change to "s3:Get*"']);
    assert.deepEqual(preferred('s3:*etX*'), []);
  });

  test('offers another verb, the action of an API operation, another service', () => {
    const titles = (action: string) =>
      fixTitles(actionWildcardNoMatch, `{ "Statement": { "Action": "${action}" } }`);
    assert.deepEqual(titles('s3:Read*'), ['Change to "s3:Get*"', 'Change to "s3:List*"']);
    assert.deepEqual(titles('s3:ListObjects*'), ['Change to "s3:ListBucket"']);
    assert.deepEqual(titles('s3:Invoke*'), ['Change to "lambda:Invoke*"']);
  });

  test('applies the repair', () =>
    checkFix(
      actionWildcardNoMatch,
      '{ "Statement": { "Action": ["s3:Pu*", "s3:Delte*"] } }',
      'Change to "s3:Delete*"',
      '{ "Statement": { "Action": ["s3:Pu*", "s3:Delete*"] } }',
    ));
});
