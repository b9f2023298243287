import type { PolicyType } from '../../iam/policy-type.ts';
import { type PolicyDocument, policyVersion } from '../../policy/policy-document.ts';
import type { StatementSketch, Template } from './template.ts';
import { STATEMENT_TEMPLATES } from './templates.ts';

/**
 * The templates whose statements may stand in a policy: those of its type, in a resource-based policy those for the
 * same kind of resource, and none with policy variables where its version has none.
 */
export function fittingTemplates(policy: PolicyDocument): readonly Template[] {
  const policyType = knownType(policy);
  const hasVariables = policyVersion(policy) === '2012-10-17';
  return STATEMENT_TEMPLATES.filter(
    (template) =>
      (policyType === undefined || template.policyTypes.includes(policyType)) &&
      (policyType !== 'resource' || isForSameResource(template, policy)) &&
      (hasVariables || !template.statements.some(usesVariables)),
  );
}

/** Undefined where nothing tells the type yet, neither a statement nor a name nor a setting. */
export function knownType({ type, statements }: PolicyDocument): PolicyType | undefined {
  const isAssumed = type.source === 'inferred' && type.policyType === 'identity' && statements.length === 0;
  return isAssumed ? undefined : type.policyType;
}

/** As far as the statements tell: they name actions of one service, and resources in all or in none of them. */
function isForSameResource(template: Template, { statements }: PolicyDocument): boolean {
  const prefixes = statements.flatMap(({ statement }) =>
    statement.actions.map((action) => action.servicePrefix),
  );
  if (prefixes.length === 0) return true;
  const namesResources = statements.some(({ statement }) => statement.element('Resource') !== undefined);
  return template.statements.every(
    (sketch) =>
      prefixes.some((prefix) => prefix.toLowerCase() === servicePrefixOf(sketch)) &&
      (sketch.Resource !== undefined) === namesResources,
  );
}

function servicePrefixOf({ Action = '' }: StatementSketch): string {
  const action = typeof Action === 'string' ? Action : (Action[0] ?? '');
  return action.slice(0, action.indexOf(':'));
}

function usesVariables(sketch: StatementSketch): boolean {
  return JSON.stringify(sketch).includes('\\\\${');
}
