import { describe, test } from 'node:test';
import { regionValue } from '../../../server/src/rules/condition/region-value.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('region-value', () => {
  test('reports what is no Region', () =>
    checkRule(
      regionValue,
      `{ "Statement": [{
  "Condition": {
    "StringNotEquals": { "aws:RequestedRegion": ["eu-central-1", "eu-west-1a", "EU-WEST-1"] },
//                                                               ^^^^^^^^^^^^ "eu-west-1a" is no Region.
//                                                                             ^^^^^^^^^^^ "EU-WEST-1" is no Region.
    "StringEqualsIfExists": { "ec2:Region": "Frankfurt" }
//                                          ^^^^^^^^^^^ "Frankfurt" is no Region.
  }
}] }`,
    ));

  test('is silent on Regions of every partition and on those that may be newer than the data', () =>
    checkRule(
      regionValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:RequestedRegion": ["us-east-1", "cn-north-1", "us-gov-west-1", "eu-central-9"] }, "StringEqualsIgnoreCase": { "aws:RequestedRegion": "EU-WEST-1" } }
}] }`,
    ));

  test('leaves wildcards, variables and what is filled in later alone', () =>
    checkRule(
      regionValue,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:RequestedRegion": ["eu-*", "\${aws:PrincipalTag/TargetRegion}", "\${region}", { "Ref": "AWS::Region" }] } }
}] }`,
    ));

  for (const [bad, good] of [
    ['eu-west-1a', 'eu-west-1'],
    ['Frankfurt', 'eu-central-1'],
    ['cn-nroth-1', 'cn-north-1'],
  ] as const) {
    test(`changes "${bad}" to "${good}"`, () =>
      checkFix(
        regionValue,
        `{ "Statement": { "Condition": { "StringEquals": { "aws:RequestedRegion": "${bad}" } } } }`,
        `Change to "${good}"`,
        `{ "Statement": { "Condition": { "StringEquals": { "aws:RequestedRegion": "${good}" } } } }`,
      ));
  }
});
