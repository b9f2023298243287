import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseArn } from '../../server/src/iam/arn.ts';
import { mayBeOwnedByAws } from '../../server/src/iam/aws-owned-arn.ts';

describe('mayBeOwnedByAws', () => {
  for (const [text, expected] of [
    ['arn:aws:iot:eu-west-1::jobtemplate/*', true],
    ['arn:aws:iot:eu-west-1::thing/*', false],
    ['arn:aws:cloudformation:*::type/resource/*', true],
    ['arn:aws:cloudformation:*::stack/*', false],
    ['arn:aws:ssm:eu-west-1::parameter/aws/service/*', true],
    ['arn:aws:ssm:eu-west-1::parameter/app/*', false],
    ['arn:aws:ssm:eu-west-1::document/Any', true],
    ['arn:aws:securityhub:eu-west-1::product/*/*', true],
  ] as const) {
    test(`says ${expected} of ${text}`, () => {
      const arn = parseArn(text);
      assert.ok(arn);
      assert.equal(mayBeOwnedByAws(arn), expected);
    });
  }
});
