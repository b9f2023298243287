import { describe, test } from 'node:test';
import { arnRegionNotAllowed } from '../../../server/src/rules/resource/arn-region-not-allowed.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-region-not-allowed', () => {
  test('reports the Region', () =>
    checkRule(
      arnRegionNotAllowed,
      `{ "Statement": [{ "Resource": [
      "arn:aws:iam:us-east-1:111122223333:role/app",
//                 ^^^^^^^^^ ARNs of this kind have no Region; "us-east-1" must be left out.
      "arn:aws:s3:eu-west-1::reports",
//                ^^^^^^^^^ ARNs of this kind have no Region; "eu-west-1" must be left out.
      "arn:aws:iam::111122223333:role/app"
] }] }`,
    ));

  test('accepts a wildcard, which matches nothing, too', () =>
    checkRule(arnRegionNotAllowed, '{ "Statement": { "Resource": "arn:aws:iam:*:111122223333:role/app" } }'));

  test('accepts a Region if one of the forms that the resource may have names one', () =>
    checkRule(
      arnRegionNotAllowed,
      `{ "Statement": { "Resource": [
        "arn:aws:s3:us-east-1:111122223333:accesspoint/app", "arn:aws:s3:us-east-1:111122223333:*",
        "arn:aws:ec2:us-east-1::image/ami-1" ] } }`,
    ));

  test('knows nothing of services, types and texts that the data does not know', () =>
    checkRule(
      arnRegionNotAllowed,
      `{ "Statement": { "Resource": ["arn:aws:brew:us-east-1::pot", "arn:aws:iam:us-east-1::brew/pot",
        "arn:aws:iam:{{ region }}::role/app", "arn:aws:*:us-east-1::role/app", "us-east-1", 7] } }`,
    ));

  test('leaves the Region out', () =>
    checkFix(
      arnRegionNotAllowed,
      '{ "Statement": { "Resource": "arn:aws:s3:eu-west-1::reports/*" } }',
      'Change to "arn:aws:s3:::reports/*"',
      '{ "Statement": { "Resource": "arn:aws:s3:::reports/*" } }',
    ));
});
