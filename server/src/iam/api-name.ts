import { ownProperty } from '../base/own-property.ts';
import { API_GATEWAY_OPERATIONS } from './api-name-apigateway.ts';
import { OTHER_OPERATIONS } from './api-name-others.ts';
import { S3_OPERATIONS } from './api-name-s3.ts';
import type { OperationTable } from './operation-table.ts';

/**
 * Full names of the actions that authorise an API operation whose name is not itself an action: `s3`,
 * `ListObjectsV2` gives `s3:ListBucket`. Without regard to case. Empty for any other name.
 */
export function actionsForApiName(servicePrefix: string, operationName: string): readonly string[] {
  const prefix = servicePrefix.toLowerCase();
  const actions = OPERATIONS.get(`${prefix}:${operationName.toLowerCase()}`);
  return actions?.split(' ').map((action) => (action.includes(':') ? action : `${prefix}:${action}`)) ?? [];
}

/** Every operation that `actionsForApiName` knows, as `s3:ListObjectsV2`. */
export function apiNames(): readonly string[] {
  return Object.keys(TABLES).flatMap((prefix) =>
    apiNamesOf(prefix).map((operation) => `${prefix}:${operation}`),
  );
}

/** Those of one service, as `ListObjectsV2`. */
export function apiNamesOf(servicePrefix: string): readonly string[] {
  return Object.keys(ownProperty(TABLES, servicePrefix) ?? {});
}

const TABLES: Readonly<Record<string, OperationTable>> = {
  ...OTHER_OPERATIONS,
  apigateway: API_GATEWAY_OPERATIONS,
  s3: S3_OPERATIONS,
};

const OPERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(TABLES).flatMap(([prefix, table]) =>
    Object.entries(table).map(([operation, actions]) => [`${prefix}:${operation.toLowerCase()}`, actions]),
  ),
);
