import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAccept, checkCompletion, completions } from '../../support/check-completion.ts';

describe('elements of a policy', () => {
  test('offers those that are missing', () =>
    checkCompletion('{ "Version": "2012-10-17", "$0" }', ['Statement']));

  test('offers Id only where it may stand', () =>
    checkCompletion('{ "Version": "2012-10-17", "$0", "Statement": [] }', ['Id'], {
      policyType: 'resource',
    }));

  test('writes the version whole', () => checkAccept('{ $0 }', 'Version', '{ "Version": "2012-10-17" }'));

  test('writes a statement with what the policy type demands', () =>
    checkAccept(
      '{ "$0" }',
      'Statement',
      '{ "Statement": [\n\t{\n\t\t"Effect": "Allow",\n\t\t"Principal": { "Service": "ec2.amazonaws.com" },\n\t\t"Action": [""]\n\t}\n] }',
      { policyType: 'trust' },
    ));
});

describe('elements of a statement', () => {
  test('offers those that are missing, one of each pair', () =>
    checkCompletion('{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "$0" }] }', [
      'Sid',
      'Resource',
      'NotResource',
      'Condition',
      'Principal',
    ]));

  test('offers no Resource in a trust policy', () =>
    checkCompletion(
      '{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "$0" }] }',
      ['Sid', 'Principal', 'Condition'],
      { policyType: 'trust' },
    ));

  test('keeps the value of a key that has one', () =>
    checkAccept(
      '{ "Statement": [{ "Act$0": ["s3:GetObject"] }] }',
      'Action',
      '{ "Statement": [{ "Action": ["s3:GetObject"] }] }',
    ));

  test('writes the shape of the value', () =>
    checkAccept(
      '{ "Statement": [{ "Effect": "Allow", "Acti$0" }] }',
      'Action',
      '{ "Statement": [{ "Effect": "Allow", "Action": [""] }] }',
    ));

  test('sets the comma that the next element needs', () =>
    checkAccept(
      '{ "Statement": [{ "Ef$0"\n"Action": "s3:GetObject" }] }',
      'Effect',
      '{ "Statement": [{ "Effect": "",\n"Action": "s3:GetObject" }] }',
    ));

  test('sets the comma that the element before needs', () =>
    checkAccept(
      '{ "Statement": [{ "Effect": "Allow"\n$0 }] }',
      'Resource',
      '{ "Statement": [{ "Effect": "Allow",\n"Resource": [""] }] }',
    ));

  test('works where nothing is closed yet', () =>
    checkAccept(
      '{ "Statement": [{ "Effect": "Allow", "Res$0',
      'Resource',
      '{ "Statement": [{ "Effect": "Allow", "Resource": [""]',
    ));
});

describe('a new statement', () => {
  test('is offered between statements, with its comma', () =>
    checkAccept(
      '{ "Statement": [$0 { "Effect": "Deny" }] }',
      'Allow statement',
      '{ "Statement": [{\n\t"Effect": "Allow",\n\t"Action": [""],\n\t"Resource": ""\n}, { "Effect": "Deny" }] }',
    ));

  test('is offered in an empty list, before all templates', () =>
    assert.deepEqual(
      [...(completions('{ "Version": "2012-10-17", "Statement": [$0] }')?.items ?? [])]
        .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
        .slice(0, 2)
        .map(({ label }) => label),
      ['Allow statement', 'Deny statement'],
    ));
});

describe('values', () => {
  test('offers both effects', () =>
    checkCompletion('{ "Statement": [{ "Effect": $0 }] }', ['Allow', 'Deny']));

  test('replaces the whole string', () =>
    checkAccept(
      '{ "Statement": [{ "Effect": "Al$0xx" }] }',
      'Allow',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('offers the current version first', () =>
    checkCompletion('{ "Version": "$0", "Statement": [] }', [
      '2012-10-17  current',
      '2008-10-17  no policy variables',
    ]));
});
