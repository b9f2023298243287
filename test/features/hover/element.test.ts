import { describe, test } from 'node:test';
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../../../server/src/iam/element.ts';
import { checkHover } from '../../support/check-hover.ts';

describe('hover on an element', () => {
  test('says what every element of a statement is, with its page', () => {
    for (const { name, summary, source } of STATEMENT_ELEMENTS.filter(
      (element) => element.name !== 'Effect',
    )) {
      checkHover(`{ "Statement": { "${name}$0": "x" } }`, [
        `**${name}**: ${summary}`,
        `[Reference](${source})`,
      ]);
    }
  });

  test('says what every element of a policy is, and what type of policy this is taken for', () => {
    for (const { name, summary, source } of POLICY_ELEMENTS) {
      const text = `{ "${name}$0": "x", "Statement": { "Effect": "Allow", "Principal": "*" } }`;
      checkHover(name === 'Statement' ? text.replace('"Statement": ', '"x": ') : text, [
        `**${name}**: ${summary}`,
        `[Reference](${source})`,
      ]);
    }
    checkHover('{ "Version$0": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*" } }', [
      'This policy is taken for a resource-based policy, as a statement names a Principal.',
    ]);
  });

  test('says where the type of policy does not accept it', () => {
    checkHover(
      '{ "Statement": { "Principal$0": "*", "Action": "s3:GetObject" } }',
      ['**Not accepted in a service control policy**, which this is taken for, as it is set so.'],
      { policyType: 'scp' },
    );
    checkHover('{ "Id$0": "x", "Statement": [] }', ['**Not accepted in an identity-based policy**']);
  });

  test('counts what a list of actions matches', () => {
    checkHover('{ "Statement": { "Effect": "Allow", "Action$0": ["iam:*", "ec2:Run*"] } }', [
      'This list matches **7 actions**: 1 List, 1 Read, 5 Write.',
    ]);
    checkHover('{ "Statement": { "Effect": "Allow", "NotAction$0": ["iam:*"] } }', [
      '`NotAction` allows everything else, and whatever AWS adds later: now **',
    ]);
  });

  test('explains the element at the values of Sid and Id', () => {
    checkHover('{ "Statement": { "Sid": "A$0" } }', ['**Sid**']);
    checkHover('{ "Id": "A$0", "Statement": [] }', ['**Id**']);
  });

  test('is silent at what is no element, and outside strings', () => {
    checkHover('{ "Statement": { "Foo$0": "x" } }', undefined);
    checkHover('{ "Statement": [{$0 "Effect": "Allow" }] }', undefined);
    checkHover('{ "Statement": [{ /* "Act$0ion" */ "Effect": "Allow" }] }', undefined);
    checkHover('[1, "Act$0ion"]', undefined);
  });
});

describe('hover on a version', () => {
  test('says what it changes', () => {
    checkHover('{ "Version": "2012-10$0-17", "Statement": [] }', [
      '**2012-10-17**: ',
      'is a policy variable',
    ]);
    checkHover('{ "Version": "2008-10$0-17", "Statement": [] }', ['**2008-10-17**: ', 'is plain text']);
  });

  test('says that there is no such version', () =>
    checkHover('{ "Version": "2020-01$0-01", "Statement": [] }', [
      '`2020-01-01` is no version of the policy language',
    ]));
});

describe('hover in a policy inside a JSON string', () =>
  test('covers the escaped string', () =>
    checkHover('{ "P": "{\\"Statement\\":{\\"Action\\":\\"s3:Get$0Object\\"}}" }', [
      '`s3:GetObject` · **Read**',
    ])));
