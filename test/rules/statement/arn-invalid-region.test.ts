import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnInvalidRegion } from '../../../server/src/rules/statement/arn-invalid-region.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('arn-invalid-region', () => {
  test('reports the Region', () =>
    checkRule(
      arnInvalidRegion,
      `{ "Statement": [{
      "Resource": [
        "arn:aws:sns:eu-cenrtal-1:111122223333:topic",
//                   ^^^^^^^^^^^^ "eu-cenrtal-1" is no Region of AWS.
        "arn:aws:sns:us-east-1a:111122223333:topic",
//                   ^^^^^^^^^^ "us-east-1a" is no Region of AWS.
        "arn:aws:sns:topic:111122223333:x"
//                   ^^^^^ "topic" is no Region of AWS.
      ]
}] }`,
    ));

  test('accepts known Regions, new ones by their form, none, wildcards and variables', () =>
    checkRule(
      arnInvalidRegion,
      `{ "Statement": { "Resource": [
        "arn:aws:sns:us-east-1:111122223333:t", "arn:aws:sns:eu-central-9:111122223333:t",
        "arn:aws:sns:mx-southeast-2:111122223333:t", "arn:aws:s3:::b", "arn:aws:sns:us-*:111122223333:t",
        "arn:aws:sns:??-east-1:111122223333:t", "arn:aws:sns:\${aws:RequestedRegion}:111122223333:t",
        "arn:aws:sns:\${AWS::Region}:111122223333:t", "arn:aws:health:global::event/EC2/*",
        "arn:aws-cn:sns:cn-north-1:111122223333:t", "arn:*:sns:us-gov-west-1:111122223333:t"
      ] } }`,
    ));

  test('leaves an ARN without a service to arn-unknown-service', () =>
    checkRule(arnInvalidRegion, '{ "Statement": { "Resource": "arn:aws::s3:::b" } }'));

  test('leaves a Region of another partition to arn-partition-mixed', () =>
    checkRule(arnInvalidRegion, '{ "Statement": { "Resource": "arn:aws:sns:cn-north-1:111122223333:t" } }'));

  test('finds the Region that is meant', () => {
    const first = (region: string) =>
      fixTitles(
        arnInvalidRegion,
        `{ "Statement": { "Resource": "arn:aws:sns:${region}:111122223333:t" } }`,
      )[0];
    assert.equal(first('us-east1'), 'Change to "arn:aws:sns:us-east-1:111122223333:t"');
    assert.equal(first('us-eas-1'), 'Change to "arn:aws:sns:us-east-1:111122223333:t"');
    assert.equal(first('us-west-2b'), 'Change to "arn:aws:sns:us-west-2:111122223333:t"');
    assert.equal(first('EU-WEST-1'), 'Change to "arn:aws:sns:eu-west-1:111122223333:t"');
    assert.equal(first('eu_central_1'), 'Change to "arn:aws:sns:eu-central-1:111122223333:t"');
    assert.equal(first('ue-west-1'), 'Change to "arn:aws:sns:eu-west-1:111122223333:t"');
    assert.equal(first('ss-east-1'), 'Change to "arn:aws:sns:us-east-1:111122223333:t"');
    assert.equal(first('Frankfurt'), 'Change to "arn:aws:sns:eu-central-1:111122223333:t"');
  });

  test('prefers a Region that the statement names', () => {
    const text = (region: string): string =>
      `{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:sns:us-west-2:111122223333:a", "arn:aws:sns:${region}:111122223333:b"] } } } }`;
    checkFix(
      arnInvalidRegion,
      text('es-west-'),
      'Change to "arn:aws:sns:us-west-2:111122223333:b"',
      text('us-west-2'),
    );
  });
});
