import { describe, test } from 'node:test';
import { arnServiceCase } from '../../../server/src/rules/statement/arn-service-case.ts';
import { arnUnknownService } from '../../../server/src/rules/statement/arn-unknown-service.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-service-case', () => {
  test('reports the service', () =>
    checkRule(
      [arnServiceCase, arnUnknownService],
      `{ "Statement": [{
      "Resource": "arn:aws:S3:::bucket"
//                         ^^ "S3" must be lower case in an ARN, or it matches nothing.
}] }`,
    ));

  test('leaves unknown services, patterns and the case of other parts alone', () =>
    checkRule(
      arnServiceCase,
      `{ "Statement": { "Resource": ["arn:aws:s3:::Bucket", "arn:aws:Brew:::x", "arn:aws:S*:::x", "S3"] } }`,
    ));

  test('lowers it', () =>
    checkFix(
      arnServiceCase,
      '{ "Statement": { "NotResource": ["arn:aws:DynamoDB:us-east-1:111122223333:table/Books"] } }',
      'Change to "arn:aws:dynamodb:us-east-1:111122223333:table/Books"',
      '{ "Statement": { "NotResource": ["arn:aws:dynamodb:us-east-1:111122223333:table/Books"] } }',
    ));
});
