import { describe, test } from 'node:test';
import { redundantSessionPrincipal } from '../../../server/src/rules/principal/redundant-session-principal.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const ROLE = 'arn:aws:iam::111122223333:role/team/app';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/deploy';

describe('redundant-session-principal', () => {
  test('reports the session, whatever the path of the role', () =>
    checkRule(
      redundantSessionPrincipal,
      `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": [ "${ROLE}",
      "${SESSION}"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Its role is listed, too, so the session "deploy" adds nobody.
] } } }`,
      { policyType: 'trust' },
    ));

  test('leaves sessions of other roles and accounts alone, and lists of whom to spare', () => {
    for (const members of [
      `"Principal": { "AWS": ["${SESSION}", "arn:aws:iam::111122223333:role/other"] }`,
      `"Principal": { "AWS": ["${SESSION}", "arn:aws:iam::444455556666:role/app"] }`,
      `"Principal": { "AWS": ["${SESSION}", "111122223333"] }`,
      `"Principal": { "AWS": ["${SESSION}", "arn:aws:iam::111122223333:user/app"] }`,
      `"NotPrincipal": { "AWS": ["${SESSION}", "${ROLE}"] }`,
    ]) {
      checkRule(redundantSessionPrincipal, `{ "Statement": { "Effect": "Allow", ${members} } }`, {
        policyType: 'trust',
      });
    }
  });

  test('leaves it beside an Allow of another resource, where boundaries do not limit it', () =>
    checkRule(
      redundantSessionPrincipal,
      `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": ["${SESSION}", "${ROLE}"] } } }`,
      { policyType: 'resource' },
    ));

  test('deletes it', () =>
    checkFix(
      redundantSessionPrincipal,
      `{ "Statement": { "Effect": "Deny", "Principal": { "AWS": ["${SESSION}", "${ROLE}"] } } }`,
      `Delete "${SESSION}"`,
      `{ "Statement": { "Effect": "Deny", "Principal": { "AWS": ["${ROLE}"] } } }`,
      { policyType: 'resource' },
    ));
});
