import { describe, test } from 'node:test';
import { globalKeyWithActionSpecific } from '../../../server/src/rules/condition/global-key-with-action-specific.ts';
import { checkRule } from '../../support/check.ts';

const statement = (action: string, condition: string): string =>
  `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": "*", "Condition": { ${condition} } } }`;

describe('global-key-with-action-specific', () => {
  test('says what happens to requests without the key', () => {
    checkRule(
      globalKeyWithActionSpecific,
      `{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "ArnLike": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:t" }
//                 ^^^^^^^^^^^^^^^ Requests for these actions may lack "aws:SourceArn". They are then not allowed.
} }] }`,
    );
    checkRule(
      globalKeyWithActionSpecific,
      `{ "Statement": [{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": {
      "StringNotEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" }
//                         ^^^^^^^^^^^^^^^^ Requests for these actions may lack "aws:SourceVpce". They are then denied.
} }] }`,
    );
  });

  test('is silent where the key is always there, may be absent, or is asked for', () => {
    for (const condition of [
      '"Bool": { "aws:SecureTransport": "true" }',
      '"StringEqualsIfExists": { "aws:SourceVpce": "vpce-1" }',
      '"StringEquals": { "aws:SourceVpce": "vpce-1" }, "Null": { "aws:SourceVpce": "false" }',
      '"StringEquals": { "aws:ResourceTag/a": "b" }',
      '"StringEquals": { "s3:prefix": "b" }',
    ]) {
      checkRule(globalKeyWithActionSpecific, statement('s3:GetObject', condition));
    }
  });

  test('is silent about every action at once', () =>
    checkRule(globalKeyWithActionSpecific, statement('*', '"StringEquals": { "aws:SourceVpce": "vpce-1" }')));
});
