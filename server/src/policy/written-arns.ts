import { memoizedLast } from '../base/memo.ts';
import { parseArn } from '../iam/arn.ts';
import { isDynamic } from './placeholder.ts';
import { principalStrings } from './principal-strings.ts';
import { type ResourceArn, resourceArns } from './resource-arn.ts';
import type { ResourceString, Statement } from './statement.ts';
import { type StringValue, strings } from './value.ts';

/** An ARN with all its parts, wherever it stands in a statement. */
export interface WrittenArn extends Pick<ResourceArn, 'arn'> {
  readonly text: string;
  readonly value: StringValue;
  /** Undefined for one that is no resource of the statement. */
  readonly resource: ResourceString | undefined;
}

/**
 * The ARNs of a statement's resources, conditions and identity providers, without those that are only completed at
 * deployment. Those of principals under `AWS` have forms of their own.
 */
export const writtenArns = memoizedLast((statement: Statement): readonly WrittenArn[] => [
  ...resourceArns(statement).map(({ resource, arn }) => ({
    arn,
    text: resource.text,
    value: resource.value,
    resource,
  })),
  ...otherStrings(statement).flatMap((value) => {
    const arn = parseArn(value.text);
    return arn && !isDynamic(value.text) ? [{ arn, text: value.text, value, resource: undefined }] : [];
  }),
]);

function otherStrings(statement: Statement): readonly StringValue[] {
  const providers = principalStrings(statement).filter(({ type }) => type === 'Federated');
  return [
    ...providers.map(({ value }) => value),
    ...statement.conditions.flatMap(({ values }) => strings(values)),
  ];
}
