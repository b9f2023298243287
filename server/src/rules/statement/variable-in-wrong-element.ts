import { statementElement } from '../../iam/element.ts';
import { eachString } from '../../policy/each-string.ts';
import { policyVariables } from '../../policy/policy-variable.ts';
import type { Statement } from '../../policy/statement.ts';
import { partOf, type StringValue } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS fills in policy variables in resources and in the values of conditions. In an action, a principal, a `Sid` or the
 * name of a condition key they are plain text, which matches nothing, or AWS rejects the policy.
 */
export const variableInWrongElement = defineRule({
  id: 'variable-in-wrong-element',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'correctness',
  summary: 'Policy variable stands where AWS reads none',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'] },
  noFix: 'What the variable was to stand for has to be written out or tested in a condition.',
  supersedes: ['invalid-effect'],
  examples: [
    {
      bad: '"Principal": { "AWS": "arn:aws:iam::111122223333:user/${aws:username}" }',
      good: '"Principal": { "AWS": "arn:aws:iam::111122223333:user/anna" }',
    },
  ],

  *check({ statement }) {
    if (!statement.text.includes('${')) return;
    for (const { value, place } of stringsElsewhere(statement)) {
      for (const variable of policyVariables(value.text)) {
        if (!variable.isClosed || variable.name.trim() === '') continue;
        yield {
          range: partOf(value, variable.start, variable.end),
          message: `AWS fills in no variables ${place}; "${variable.text}" is plain text here.`,
        };
      }
    }
  },
});

interface Elsewhere {
  readonly value: StringValue;
  /** Follows "in no variables". */
  readonly place: string;
}

function* stringsElsewhere({ members }: Statement): Generator<Elsewhere> {
  for (const { key, value } of members) {
    if (key.text === 'Resource' || key.text === 'NotResource' || !statementElement(key.text)) continue;
    if (key.text !== 'Condition') {
      for (const string of eachString(value)) yield { value: string, place: `in ${key.text}` };
      continue;
    }
    if (value?.kind !== 'object') continue;
    for (const block of value.members) {
      yield { value: block.key, place: 'in names of operators' };
      if (block.value?.kind !== 'object') continue;
      for (const entry of block.value.members) yield { value: entry.key, place: 'in names of keys' };
    }
  }
}
