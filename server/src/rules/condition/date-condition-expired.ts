import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseDateValue } from '../../iam/date-value.ts';
import type { Statement } from '../../policy/statement.ts';
import type { ScalarValue, StringValue } from '../../policy/value.ts';
import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { deleteTest } from '../condition-fixes.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * A test of the current time changes its answer once and for all. When the last moment that it admits has passed, the
 * statement never applies again; when only the first one has, the test is always true and may go. A window that ends
 * before it begins never opens.
 *
 * Windows that are open now or will be are left alone, and so is `aws:TokenIssueTime`, with which a Deny ends sessions
 * that were opened before a moment in the past.
 */
export const dateConditionExpired = defineRule({
  id: 'date-condition-expired',
  scope: 'statement',
  mentions: ['aws:currenttime', 'aws:epochtime'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Time that a statement waits for is over',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2031-02-01T00:00:00Z" }, "DateLessThan": { "aws:CurrentTime": "2031-01-01T00:00:00Z" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2031-01-01T00:00:00Z" }, "DateLessThan": { "aws:CurrentTime": "2031-02-01T00:00:00Z" } }',
    },
  ],

  *check({ statement, catalogue, today }) {
    if (statement.conditions.length === 0) return;
    const bounds = boundsOfNow(statement, catalogue);
    const last = earliest(bounds.filter(({ side }) => side === 'before'));
    const first = latest(bounds.filter(({ side }) => side === 'after'));
    const now = today === undefined ? undefined : parseDateValue(today)?.time;

    if (last && now !== undefined && last.time < now) yield isOver(last);
    else if (first && last && first.time > last.time) yield isInverted(first, last);
    else if (first && !last && now !== undefined && first.time < now) yield hasBegun(statement, first);
  },
});

/** A moment before or after which the current time must be. */
interface Bound {
  readonly side: 'before' | 'after';
  readonly time: number;
  readonly test: ConditionTest;
  readonly value: StringValue | ScalarValue;
}

function boundsOfNow(statement: Statement, catalogue: Catalogue): readonly Bound[] {
  return conditionTests(statement, catalogue).flatMap((test) => {
    const side = sideOf(test);
    const isOfNow = /^aws:(?:CurrentTime|EpochTime)$/i.test(test.entry.key.text);
    return side && isOfNow && test.isKnown ? widest(side, test) : [];
  });
}

function sideOf({ operator }: ConditionTest): Bound['side'] | undefined {
  if (!operator || operator.setOperator || !/^(?:Date|Numeric)$/.test(operator.operator.operand))
    return undefined;
  if (operator.operator.name.includes('LessThan')) return 'before';
  return operator.operator.name.includes('GreaterThan') ? 'after' : undefined;
}

/** Of several values one suffices, so the widest counts; none where one of them is not certain. */
function widest(side: Bound['side'], test: ConditionTest): readonly Bound[] {
  const bounds = test.values.flatMap((value) => {
    const date = parseDateValue(valueText(value));
    // Four digits may be a year or seconds after 1970, and a time without zone lies within a day.
    const isCertain = date && date.precision !== 'year' && date.hasZone;
    return isCertain ? [{ side, time: date.time, test, value }] : [];
  });
  if (bounds.length < test.values.length) return [];
  const found = side === 'before' ? latest(bounds) : earliest(bounds);
  return found ? [found] : [];
}

const earliest = (bounds: readonly Bound[]): Bound | undefined =>
  [...bounds].sort((a, b) => a.time - b.time)[0];

const latest = (bounds: readonly Bound[]): Bound | undefined =>
  [...bounds].sort((a, b) => b.time - a.time)[0];

function isOver({ value }: Bound): Finding {
  return {
    range: value.range,
    message: `"${valueText(value)}" has passed, so this statement never applies again.`,
    isUnnecessary: true,
    neverApplies: true,
    fixes: ({ removal }) => deleteStatement(removal),
  };
}

function isInverted(first: Bound, last: Bound): Finding {
  const texts = { first: valueText(first.value), last: valueText(last.value) };
  return {
    range: last.value.range,
    message: `"${texts.last}" is before "${texts.first}", so this statement never applies.`,
    neverApplies: true,
    fixes: ({ removal }) => [
      {
        title: 'Swap the two dates',
        keepsAccess: false,
        isPreferred: true,
        edits: [
          { range: first.value.range, newText: JSON.stringify(texts.last) },
          { range: last.value.range, newText: JSON.stringify(texts.first) },
        ],
      },
      ...deleteStatement(removal).map(({ title, keepsAccess, edits }) => ({ title, keepsAccess, edits })),
    ],
  };
}

/** Only where no end is written: a window that is open now is as it should be. */
function hasBegun(statement: Statement, { value, test }: Bound): Finding {
  return {
    range: value.range,
    severity: 'information',
    message: `"${valueText(value)}" has passed, so this test is always true now.`,
    isUnnecessary: true,
    fixes: () => deleteTest(statement, test.entry, { keepsAccess: true, isPreferred: true }),
  };
}
