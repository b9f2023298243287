import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oldVersion } from '../../../server/src/rules/document/old-version.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('old-version', () => {
  test('reports the version of 2008', () =>
    checkRule(
      oldVersion,
      `{
  "Version": "2008-10-17",
//           ^^^^^^^^^^^^ Version 2008-10-17 is outdated.
  "Statement": []
}`,
    ));

  test('is silent about the current, a missing and a wrong version', () => {
    checkRule(oldVersion, '{ "Version": "2012-10-17", "Statement": [] }');
    checkRule(oldVersion, '{ "Statement": [] }');
    checkRule(oldVersion, '{ "Version": "2008", "Statement": [] }');
  });

  test('says what would become a variable', () => {
    assert.equal(
      messageFor('"Resource": "arn:aws:s3:::b/${aws:username}/*"'),
      'Version 2008-10-17 is outdated. With 2012-10-17, "${aws:username}" would become a variable.',
    );
    assert.equal(
      messageFor('"Condition": { "StringLike": { "s3:prefix": ["${a:b}/*", "${c:d}", "${a:b}"] } }'),
      'Version 2008-10-17 is outdated. With 2012-10-17, "${a:b}" and "${c:d}" would each become a variable.',
    );
    assert.equal(
      messageFor('"NotResource": ["${a:b}", "${c:d}", "${e:f}", "${g:h}", "${i:j}"]'),
      'Version 2008-10-17 is outdated. With 2012-10-17, "${a:b}", "${c:d}", "${e:f}" and 2 more would each become a variable.',
    );
  });

  test('only informs where both versions say the same', () => {
    const severityOf = (members: string) => findings(oldVersion, policyWith(members))[0]?.severity;
    assert.equal(severityOf('"Resource": "arn:aws:s3:::b/*"'), 'information');
    assert.equal(severityOf('"Resource": "arn:aws:s3:::b/${aws:username}/*"'), 'warning');
  });

  test('does not count what is plain text in every version', () =>
    assert.equal(messageFor('"Sid": "${aws:username}"'), 'Version 2008-10-17 is outdated.'));

  test('keeps access only where nothing becomes a variable', () => {
    const fixOf = (members: string) => findings(oldVersion, policyWith(members))[0]?.fixes()[0];
    assert.equal(fixOf('"Resource": "arn:aws:s3:::b"')?.keepsAccess, true);
    assert.equal(fixOf('"Resource": "arn:aws:s3:::${aws:username}"')?.keepsAccess, false);
    assert.equal(fixOf('"Resource": "arn:aws:s3:::\\u0024{aws:username}"')?.keepsAccess, false);
    assert.equal(fixOf('"Resource": { "Fn::Sub": "arn:aws:s3:::x" }')?.keepsAccess, false);
    checkFix(
      oldVersion,
      '{ "Version": "2008-10-17", "Statement": [] }',
      'Change to "2012-10-17"',
      '{ "Version": "2012-10-17", "Statement": [] }',
    );
  });
});

const policyWith = (members: string): string => `{ "Version": "2008-10-17", "Statement": [{ ${members} }] }`;

const messageFor = (members: string): string | undefined =>
  findings(oldVersion, policyWith(members))[0]?.message;
