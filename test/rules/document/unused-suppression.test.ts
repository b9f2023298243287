import { describe, test } from 'node:test';
import { unusedSuppression } from '../../../server/src/rules/document/unused-suppression.ts';
import { checkFix, checkRule } from '../../support/check.ts';

// What a suppression covers is tested in test/rules/suppressions.test.ts.
describe('unused-suppression', () => {
  test('reports a name that no rule has', () =>
    checkRule(
      unusedSuppression,
      `{ "Statement": [{ "Effect": "Allow",
  /* leastwise-disable-line no-such -- why */ "Action": "s3:GetObject", "Resource": "*"
//                          ^^^^^^^ There is no rule "no-such".
}] }`,
    ));

  test('leaves other comments, and files without a policy, alone', () => {
    checkRule(unusedSuppression, '// leastwise-disabled-line x\n{ "Statement": [{ "Effect": "Allow" }] }');
    checkRule(unusedSuppression, '// leastwise-disable-line x\n["a"]');
  });

  test('removes the comment with its line, or what stands before it on its line', () => {
    checkFix(
      unusedSuppression,
      '{\n  // leastwise-disable-line x\n  "Statement": [{ "Effect": "Allow" }] }',
      'Remove the comment',
      '{\n  "Statement": [{ "Effect": "Allow" }] }',
    );
    checkFix(
      unusedSuppression,
      '{ "Statement": [{ "Effect": "Allow" }] } // leastwise-disable-file',
      'Remove the comment',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    );
  });
});
