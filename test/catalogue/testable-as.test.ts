import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTestableAs } from '../../server/src/catalogue/testable-as.ts';
import type { ConditionKeyType } from '../../server/src/iam/condition-key-type.ts';
import type { OperandType } from '../../server/src/iam/condition-operator.ts';

describe('isTestableAs', () => {
  const isTestable = (
    name: string,
    type: ConditionKeyType,
    operand: OperandType,
    description = '',
  ): boolean => isTestableAs({ name, type, description }, operand);

  test('follows the published type', () => {
    assert.equal(isTestable('aws:SecureTransport', 'Bool', 'Bool'), true);
    assert.equal(isTestable('aws:SecureTransport', 'Bool', 'String'), false);
    assert.equal(isTestable('aws:TagKeys', 'ArrayOfString', 'String'), true);
    assert.equal(isTestable('aws:SecureTransport', 'Bool', 'Null'), true);
  });

  test('takes two dates for numbers, as the guides do', () => {
    assert.equal(isTestable('kms:ValidTo', 'Date', 'Numeric'), true);
    assert.equal(isTestable('aws:EpochTime', 'Date', 'Numeric'), true);
    assert.equal(isTestable('aws:CurrentTime', 'Date', 'Numeric'), false);
  });

  test('doubts text where the name says otherwise, but neither tags nor global keys', () => {
    assert.equal(isTestable('glacier:ArchiveAgeInDays', 'String', 'Numeric'), true);
    assert.equal(isTestable('redshift:DurationSeconds', 'String', 'Numeric'), true);
    assert.equal(isTestable('qapps:UserIsAppOwner', 'String', 'Bool'), true);
    assert.equal(isTestable('ssm:Overwrite', 'String', 'Bool', 'Filters by controling whether …'), true);
    assert.equal(isTestable('ec2:PublicIpAddress', 'String', 'IpAddress'), true);
    assert.equal(isTestable('ec2:SnapshotTime', 'String', 'Date'), true);
    assert.equal(isTestable('aws:ResourceTag/${TagKey}', 'String', 'Bool', 'whether the tag …'), false);
    assert.equal(isTestable('aws:PrincipalAccount', 'String', 'Numeric'), false);
    assert.equal(isTestable('kms:CallerAccount', 'String', 'Numeric'), false);
  });
});
