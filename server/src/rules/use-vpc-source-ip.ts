import { addConditions } from '../policy/condition-edit.ts';
import { replaceCondition } from '../policy/replace-condition.ts';
import type { Statement } from '../policy/statement.ts';
import type { IpTest } from '../reasoning/ip-tests.ts';
import type { Fix } from './rule.ts';

/** Turn a test of the public address into one of the private address, with the VPC that gives it its meaning. */
export function useVpcSourceIp(statement: Statement, { entry }: IpTest): readonly Fix[] {
  const renamed = replaceCondition(statement, entry, { key: 'aws:VpcSourceIp' });
  if (!renamed) return [];
  if (namesVpc(statement)) {
    return [{ title: 'Test "aws:VpcSourceIp"', keepsAccess: false, isPreferred: true, edits: renamed }];
  }
  const vpc = addConditions(statement, 'StringEquals', { 'aws:SourceVpc': '${1:vpc-0a1b2c3d4e5f60718}' });
  return [
    {
      title: 'Test "aws:VpcSourceIp" in one VPC',
      keepsAccess: false,
      isPreferred: true,
      isSnippet: true,
      edits: [...renamed, ...(vpc ? [vpc] : [])],
    },
  ];
}

/** What a Deny means that spares private ranges: all but one VPC, or these ranges of any VPC. */
export function spareVpc(statement: Statement, { entry }: IpTest): readonly Fix[] {
  const vpc = replaceCondition(statement, entry, {
    operator: 'StringNotEquals',
    key: 'aws:SourceVpc',
    values: '${1:vpc-0a1b2c3d4e5f60718}',
  });
  const address = replaceCondition(statement, entry, { key: 'aws:VpcSourceIp' });
  return [
    ...(vpc
      ? [{ title: 'Test "aws:SourceVpc"', keepsAccess: false, isSnippet: true as const, edits: vpc }]
      : []),
    ...(address ? [{ title: 'Test "aws:VpcSourceIp"', keepsAccess: false, edits: address }] : []),
  ];
}

function namesVpc({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => /^aws:(sourcevpce?|sourcevpcarn)$/i.test(key.text));
}
