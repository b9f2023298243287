import { describe, test } from 'node:test';
import { suppressionWithoutReason } from '../../../server/src/rules/document/suppression-without-reason.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const policy = (comment: string): string =>
  `{ "Statement": [{ "Effect": "Allow", ${comment}\n"Action": "s3:*", "Resource": "*" }] }`;

describe('suppression-without-reason', () => {
  test('reports each comment once, however many rules it names', () =>
    checkRule(
      suppressionWithoutReason,
      `{ "Statement": [{ "Effect": "Allow",
  // leastwise-disable-next-line service-star, resource-star
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment suppresses a finding without saying why.
  "Action": "s3:*", "Resource": "*" }] }`,
    ));

  test('is content with a reason', () =>
    checkRule(suppressionWithoutReason, policy('// leastwise-disable-line service-star -- why')));

  test('leaves a comment that names no rule to unused-suppression', () =>
    checkRule(suppressionWithoutReason, policy('// leastwise-disable-line')));

  test('adds a reason inside a block comment, also behind dashes without one', () => {
    checkFix(
      suppressionWithoutReason,
      policy('/* leastwise-disable-line service-star */'),
      'Add a reason',
      policy('/* leastwise-disable-line service-star -- reason */'),
    );
    checkFix(
      suppressionWithoutReason,
      policy('// leastwise-disable-line service-star -- '),
      'Add a reason',
      policy('// leastwise-disable-line service-star -- reason '),
    );
  });
});
