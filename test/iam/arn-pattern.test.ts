import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { filledArn, isArnPattern, isShortArn } from '../../server/src/iam/arn-pattern.ts';
import { matchesWildcard } from '../../server/src/iam/wildcard.ts';

describe('filledArn', () => {
  const part = fc.stringMatching(/^[a-z*/-]{0,6}$/);

  test('has six parts, whatever was missing', () =>
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const short = ['arn', ...parts].join(':');
        assert.ok(isShortArn(short));
        assert.ok(isArnPattern(filledArn(short)), `${short} gave ${filledArn(short)}`);
      }),
    ));

  test('matches no more than the pattern did as text, where that ends with a star', () => {
    for (const short of ['arn:aws:sns:*', 'arn:aws:sns:eu-west-1:*', 'arn:*', 'arn:aws:iam::*']) {
      assert.ok(matchesWildcard(short, filledArn(short)), short);
    }
  });
});
