import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentLinks } from '../../../server/src/features/document-link/document-links.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { renderMarks } from '../../support/fixture.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

function linksOf(text: string) {
  return documentLinks(readPolicies(text, { isPolicyFile: true }), TINY);
}

describe('document links', () => {
  test('lead from actions and condition keys to their pages', () => {
    const fixture = `{ "Statement": [{
  "Effect": "Allow",
  "Action": ["s3:GetObject", "S3:Get*", "s3:GetObjcet", "nothing:Get"],
//            ^^^^^^^^^^^^ Documentation of s3:GetObject
//                            ^^^^^^^ Service Authorization Reference of Amazon S3
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1", "s3:prefix": "a", "x:y": "" } }
//                                  ^^^^^^^^^^^^^^^^^^ Documentation of aws:PrincipalOrgID
//                                                               ^^^^^^^^^ Service Authorization Reference of Amazon S3
}] }`;
    const marks = linksOf(fixture).map(({ range, tooltip }) => ({ range, message: tooltip }));
    assert.equal(renderMarks(fixture, marks), fixture);
  });

  test('lead to the page of the action itself where there is one', () =>
    assert.deepEqual(
      linksOf('{ "Statement": { "Action": ["s3:GetObject", "s3:Get*"] } }').map(({ target }) => target),
      [
        'https://docs.aws.amazon.com/s3/latest/APIReference/API_GetObject.html',
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html',
      ],
    ));

  test('find a key of another prefix among the keys of the services of the actions', () => {
    const [, key] = linksOf(
      '{ "Statement": { "Action": "logs:CreateLogGroup", "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } } } }',
    );
    assert.match(key?.target ?? '', /reference_policies_condition-keys/);
  });
});
