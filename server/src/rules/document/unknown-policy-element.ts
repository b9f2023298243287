import { ownProperty } from '../../base/own-property.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import { POLICY_ELEMENTS, statementElement } from '../../iam/element.ts';
import { intendedElement } from '../../iam/intended-element.ts';
import { insertLast, removeEntry } from '../../policy/list-edit.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Member, ObjectValue, StringValue } from '../../policy/value.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A policy has the elements `Version`, `Id` and `Statement`, spelled exactly so; AWS rejects a policy with any other.
 * Comments under a key of their own (`"Comment"`, `"$schema"`) are no exception. Elements such as `Effect` belong in
 * a statement.
 */
export const unknownPolicyElement = defineRule({
  id: 'unknown-policy-element',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Policy has an element that AWS does not know',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  equivalents: {
    accessAnalyzer: ['INVALID_POLICY_ELEMENT'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
  },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statements": [{ "Effect": "Deny", "Action": "*", "Resource": "*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*" }] }',
    },
    {
      bad: '{ "Version": "2012-10-17", "Effect": "Deny", "Action": "*", "Resource": "*" }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*" }] }',
    },
  ],

  *check({ policy }) {
    if (policy.isBroken || !isCertainlyPolicy(policy)) return;
    const strays = policy.members.filter(({ key }) => statementElement(key.text));
    for (const { key, range } of policy.members) {
      if (POLICY_ELEMENTS.some(({ name }) => name === key.text) || isDynamic(key.text)) continue;
      if (statementElement(key.text)) {
        if (key === strays[0]?.key || policy.statementValue)
          yield outsideStatement(policy, key, range, strays);
      } else {
        yield unknown(policy, key, range);
      }
    }
  },
});

/** Another tool's object around statements may have keys of its own; only a whole file or a version is certain. */
function isCertainlyPolicy({ pointer, embedding, members }: PolicyDocument): boolean {
  return pointer === '' || embedding.isString || members.some(({ key }) => key.text === 'Version');
}

function unknown(policy: PolicyDocument, key: StringValue, range: TextRange): Finding {
  const meant = intendedElement(key.text, POLICY_ELEMENTS);
  const rename = meant !== undefined && !policy.members.some((other) => other.key.text === meant);
  const hint = rename ? `; "${meant}" may be meant` : '';
  return {
    range: key.range,
    message: `A policy has no element "${key.text}"${hint}.`,
    fixes: () => [
      ...(rename ? [renameTo(key, meant)] : []),
      // Of the elements only the Id may be missing.
      ...(rename && meant !== 'Id' ? [] : [deletion(policy, key, range)]),
    ],
  };
}

function outsideStatement(
  policy: PolicyDocument,
  key: StringValue,
  range: TextRange,
  strays: readonly Member[],
): Finding {
  return {
    range: key.range,
    message: `"${key.text}" belongs in a statement, not in the policy itself.`,
    // It is not missing, it is in the wrong place.
    supersedes: [ownProperty(MISSING, key.text) ?? ''],
    fixes: () => {
      const repair = policy.statementValue
        ? moveIntoStatement(policy, key, range)
        : wrapInStatement(policy, strays);
      return repair ? [repair] : [deletion(policy, key, range)];
    },
  };
}

const MISSING: Readonly<Record<string, string>> = {
  Effect: 'missing-effect',
  Principal: 'missing-principal',
  NotPrincipal: 'missing-principal',
  Action: 'missing-action',
  NotAction: 'missing-action',
  Resource: 'missing-resource',
  NotResource: 'missing-resource',
};

/** Into the only statement that lacks the element. */
function moveIntoStatement(policy: PolicyDocument, key: StringValue, range: TextRange): Fix | undefined {
  const excluded = statementElement(key.text)?.excludes ?? key.text;
  const lacking = policy.statements.filter(
    ({ statement }) => !statement.element(key.text) && !statement.element(excluded),
  );
  const [only, ...others] = lacking;
  if (!only || others.length > 0 || only.statement.members.length === 0) return undefined;
  const { statement, offset } = only;
  const { range: place, newText } = insertLast(statement.text, statement.object, textOf(policy, range));
  return {
    title: `Move "${key.text}" into the statement`,
    keepsAccess: false,
    isPreferred: true,
    edits: [...deletion(policy, key, range).edits, { range: shifted(place, offset), newText }],
  };
}

const textOf = ({ text }: PolicyDocument, { start, end }: TextRange): string => text.slice(start, end);

/** Only elements that stand side by side can be enclosed by two insertions. */
function wrapInStatement({ members }: PolicyDocument, strays: readonly Member[]): Fix | undefined {
  const first = strays[0];
  const last = strays.at(-1);
  if (!first || !last) return undefined;
  const start = members.indexOf(first);
  if (members.indexOf(last) - start !== strays.length - 1) return undefined;
  return {
    title: 'Put them into a statement',
    keepsAccess: false,
    isPreferred: true,
    edits: [
      { range: { start: first.range.start, end: first.range.start }, newText: '"Statement": [{ ' },
      { range: { start: last.range.end, end: last.range.end }, newText: ' }]' },
    ],
  };
}

function renameTo({ range }: StringValue, name: string): Fix {
  const edits = [{ range, newText: JSON.stringify(name) }];
  return { title: `Change to "${name}"`, keepsAccess: false, isPreferred: true, edits };
}

function deletion({ members, range }: PolicyDocument, key: StringValue, entry: TextRange): Fix {
  const root: ObjectValue = { kind: 'object', members, range };
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(root, entry)] };
}
