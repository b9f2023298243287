import { memoized, memoizedLast } from '../base/memo.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { ActionString, ResourceString, Statement } from '../policy/statement.ts';
import { resourceTypesOf } from './resource-types-of.ts';
import { statementFit, type UnfitAction } from './statement-fit.ts';

/** A statement with actions on buckets and on objects that names only buckets, or only objects. */
export interface S3Half {
  readonly named: 'bucket' | 'object';
  /** Its S3 ARNs, at least one. */
  readonly resources: readonly ResourceString[];
  /** Those that need the other half, at least one. */
  readonly actions: readonly UnfitAction[];
}

/** Remembered with the statement; undefined where both halves are named, or only one is needed. */
export function s3Half(statement: Statement, catalogue: Catalogue): S3Half | undefined {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): S3Half | undefined => {
    const { mismatched } = statementFit(statement, catalogue);
    const s3 = mismatched.some(({ action }) => isS3(action)) ? catalogue.service('s3') : undefined;
    if (!s3) return undefined;
    const resources = statement.resources.filter(({ text }) => /^arn:[^:]*:s3:::/.test(text));
    const named = kindOf(resources, s3);
    if (!named) return undefined;
    const needed = named === 'bucket' ? 'object' : 'bucket';
    const actions = mismatched.filter(({ action, infos }) => {
      return isS3(action) && infos.some((info) => info.resources.some(({ type }) => type.name === needed));
    });
    return actions.length > 0 && hasOthers(statement, mismatched) ? { named, resources, actions } : undefined;
  }),
);

const isS3 = ({ servicePrefix }: ActionString): boolean => servicePrefix.toLowerCase() === 's3';

/** Undefined where the ARNs name both, or perhaps something else. */
function kindOf(resources: readonly ResourceString[], s3: Service): S3Half['named'] | undefined {
  const names = new Set(resources.flatMap(({ text }) => resourceTypesOf(text, s3).map(({ name }) => name)));
  if (names.size !== 1) return undefined;
  return names.has('bucket') ? 'bucket' : names.has('object') ? 'object' : undefined;
}

/** An action of S3 that does fit shows that the half which is named is meant. */
function hasOthers({ actions }: Statement, mismatched: readonly UnfitAction[]): boolean {
  const unfit = new Set(mismatched.map(({ action }) => action));
  return actions.some((action) => isS3(action) && !unfit.has(action));
}
