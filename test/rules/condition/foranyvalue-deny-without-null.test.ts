import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foranyvalueDenyWithoutNull } from '../../../server/src/rules/condition/foranyvalue-deny-without-null.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const deny = (condition: string): string =>
  `{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }`;

const policy = (...statements: readonly string[]): string => `{ "Statement": [${statements.join(', ')}] }`;

const PATHS = '{ "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a/*" } }';
const IF_EXISTS = '{ "ForAnyValue:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*" } }';

describe('foranyvalue-deny-without-null', () => {
  test('reports the key', () =>
    checkRule(
      foranyvalueDenyWithoutNull,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a/*" },
//                                   ^^^^^^^^^^^^^^^^^^^^^^^ Requests without "aws:PrincipalOrgPaths" are not denied: "ForAnyValue" needs a value.
      "ForAnyValue:StringNotEquals": { "aws:CalledVia": "athena.amazonaws.com" }
//                                     ^^^^^^^^^^^^^^^ Requests without "aws:CalledVia" are not denied: "ForAnyValue" needs a value.
} } }`,
    ));

  test('is true of requests without the key, inside and outside', () => {
    const requests = [{}, { 'aws:principalorgpaths': ['o-a/r/'] }, { 'aws:principalorgpaths': ['o-b/r/'] }];
    assert.deepEqual(outcomes(PATHS, requests), [false, false, true]);
    assert.deepEqual(outcomes(IF_EXISTS, requests), [true, false, true]);
  });

  test('never proposes Null "false" beside, which changes nothing whatever other tools say', () => {
    const requests = [{}, { 'aws:principalorgpaths': ['o-a/r/'] }, { 'aws:principalorgpaths': ['o-b/r/'] }];
    const beside = PATHS.replace(/ }$/, ', "Null": { "aws:PrincipalOrgPaths": "false" } }');
    assert.deepEqual(outcomes(beside, requests), outcomes(PATHS, requests));
    assert.deepEqual(fixTitles(foranyvalueDenyWithoutNull, policy(deny(PATHS))), [
      'Change to "ForAnyValue:StringNotLikeIfExists"',
      'Deny requests without "aws:PrincipalOrgPaths", too',
    ]);
  });

  test('is silent on a list of what is forbidden, on what a request brings along, and on Allow', () => {
    checkRule(foranyvalueDenyWithoutNull, policy(deny(PATHS.replace('Not', ''))));
    checkRule(
      foranyvalueDenyWithoutNull,
      policy(deny(PATHS.replace('aws:PrincipalOrgPaths', 'aws:TagKeys'))),
    );
    checkRule(foranyvalueDenyWithoutNull, policy(deny(PATHS).replace('Deny', 'Allow')));
    checkRule(foranyvalueDenyWithoutNull, policy(deny(PATHS.replace('ForAnyValue:', 'ForAllValues:'))));
  });

  test('is silent where requests without the key are denied by another statement, or left out on purpose', () => {
    checkRule(
      foranyvalueDenyWithoutNull,
      policy(deny(PATHS), deny('{ "Null": { "aws:principalorgpaths": "true" } }')),
    );
    checkRule(
      foranyvalueDenyWithoutNull,
      policy(deny(PATHS.replace(/ }$/, ', "Null": { "aws:PrincipalOrgPaths": "false" } }'))),
    );
  });

  test('adds the suffix, or a second Deny', () => {
    checkFix(
      foranyvalueDenyWithoutNull,
      policy(deny(PATHS)),
      'Change to "ForAnyValue:StringNotLikeIfExists"',
      policy(deny(IF_EXISTS)),
    );
    checkFix(
      foranyvalueDenyWithoutNull,
      policy(deny(PATHS).replace('{ "Effect"', '{ "Sid": "Ours", "Effect"')),
      'Deny requests without "aws:PrincipalOrgPaths", too',
      policy(
        deny(PATHS).replace('{ "Effect"', '{ "Sid": "Ours", "Effect"'),
        deny('{ "Null": { "aws:PrincipalOrgPaths": "true" } }'),
      ),
    );
  });

  test('offers no second Deny where more is tested', () =>
    assert.deepEqual(
      fixTitles(
        foranyvalueDenyWithoutNull,
        policy(deny(PATHS.replace(/ }$/, ', "Bool": { "aws:ViaAWSService": "false" } }'))),
      ),
      ['Change to "ForAnyValue:StringNotLikeIfExists"'],
    ));
});
