import { describe, test } from 'node:test';
import { variableMultivalued } from '../../../server/src/rules/statement/variable-multivalued.ts';
import { checkRule } from '../../support/check.ts';

describe('variable-multivalued', () => {
  test('reports the variable', () =>
    checkRule(
      variableMultivalued,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::home/\${aws:TagKeys}/*",
//                       ^^^^^^^^^^^^^^ "aws:TagKeys" may have several values, so AWS cannot fill it in.
      "arn:aws:dynamodb:*:*:table/\${dynamodb:LeadingKeys}"
//                                ^^^^^^^^^^^^^^^^^^^^^^^ "dynamodb:LeadingKeys" may have several values, so AWS cannot fill it in.
] }] }`,
    ));

  test('accepts keys with one value, and keys that it does not know', () =>
    checkRule(
      variableMultivalued,
      `{ "Statement": { "Resource": ["\${aws:PrincipalTag/TagKeys}", "\${aws:CalledViaFirst}", "\${brew:pots}", "\${TagKeys}"] } }`,
    ));
});
