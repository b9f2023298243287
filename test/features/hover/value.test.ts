import { describe, test } from 'node:test';
import { checkHover } from '../../support/check-hover.ts';

const condition = (operator: string, key: string, value: string): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
     "Condition": { "${operator}": { "${key}": "${value}" } } } }`;

const resource = (arn: string, version = '"Version": "2012-10-17", '): string =>
  `{ ${version}"Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${arn}" } }`;

const NAMES = { accountName: (id: string) => (id === '111122223333' ? 'prod' : undefined) };

describe('the hover of a condition value', () => {
  test('names Regions', () =>
    checkHover(condition('StringEquals', 'aws:RequestedRegion', 'us-w$0est-2'), [
      '`us-west-2` is the Region **US West (Oregon)**.',
      '`StringEquals`: The text is the same',
    ]));

  test('names accounts that the user has named', () => {
    const text = condition('StringEquals', 'aws:SourceAccount', '1111222$023333');
    checkHover(text, ['`111122223333` is the account **prod**.'], NAMES);
    checkHover(text, ['`111122223333` is an AWS account.']);
  });

  test('says what a managed policy is', () => {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBas$0icExecutionRole';
    checkHover(condition('ArnEquals', 'iam:PolicyARN', arn), [
      'account AWS',
      'Managed policy of AWS: Provides write permissions to CloudWatch Logs.',
    ]);
  });

  test('says where a managed policy really is', () =>
    checkHover(
      condition('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/AWSLambdaBas$0icExecutionRole'),
      ['Its path is `policy/service-role/AWSLambdaBasicExecutionRole`.'],
    ));

  test('says that a managed policy is unknown', () =>
    checkHover(condition('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/Nope$0'), [
      'knows no managed policy `Nope`.',
    ]));

  test('compares every other text', () =>
    checkHover(condition('StringEquals', 's3:prefix', 'ho$0me'), ['`home` is compared with `s3:prefix`.']));

  test('is silent about what is filled in later', () =>
    checkHover(condition('StringEquals', 's3:prefix', '<pre$0fix>'), undefined));
});

describe('the hover of an ARN', () => {
  test('names accounts', () =>
    checkHover(
      resource('arn:aws:lambda:us-west-2:111122223333:func$0tion:f'),
      ['Region US West (Oregon)', 'account prod (111122223333)'],
      NAMES,
    ));
});

describe('the hover of a policy variable', () => {
  test('says what is filled in, and what happens without the key', () =>
    checkHover(resource('arn:aws:s3:::b/${aws:user$0name}/*'), [
      '`aws:username`',
      'Filled in with the value of the request.',
      'In a request without the key the text matches nothing.',
    ]));

  test('knows the default', () =>
    checkHover(resource("arn:aws:s3:::b/${aws:PrincipalTag/te$0am, 'none'}/*"), [
      'In a request without the key it is `none`.',
    ]));

  test('says that old versions fill in nothing', () =>
    checkHover(resource('arn:aws:s3:::b/${aws:user$0name}/*', ''), ['**Not filled in:**']));

  test('says that many values cannot be filled in', () =>
    checkHover(resource('arn:aws:s3:::b/${aws:Tag$0Keys}'), ['**Multivalued, so AWS fills in nothing.**']));

  test('explains escapes', () =>
    checkHover(resource('arn:aws:s3:::b/$0${*}'), ['`${*}` is an ordinary asterisk.']));

  test('leaves the rest of the ARN as it is', () =>
    checkHover(resource('arn:aws:s$03:::b/${aws:username}/*'), ['**Amazon S3**']));
});
