import { describe, test } from 'node:test';
import { redundantNumericValues } from '../../../server/src/rules/condition/redundant-numeric-values.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const where = (condition: string): string => `{ "Statement": { "Condition": { ${condition} } } }`;
const silent = (condition: string): void => checkRule(redundantNumericValues, where(condition));

describe('redundant-numeric-values', () => {
  test('reports all bounds but the one that decides', () =>
    checkRule(
      redundantNumericValues,
      `{ "Statement": { "Condition": {
  "NumericLessThan": { "s3:max-keys": [5, "20", "10", "20"] },
//                                     ^ "5" has no effect beside "20", which decides.
//                                              ^^^^ "10" has no effect beside "20", which decides.
//                                                    ^^^^ "20" is listed already.
  "NumericGreaterThanEqualsIfExists": { "s3:max-keys": ["-1", "1e1"] },
//                                                            ^^^^^ "1e1" has no effect beside "-1", which decides.
  "DateLessThan": { "aws:CurrentTime": ["2027-06-01", "2026-06-01"] },
//                                                    ^^^^^^^^^^^^ "2026-06-01" has no effect beside "2027-06-01", which decides.
  "DateGreaterThan": { "aws:CurrentTime": ["2026-06-01T10:00:00+02:00", "2026-06-01T09:00:00Z"] }
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^ "2026-06-01T09:00:00Z" has no effect beside "2026-06-01T10:00:00+02:00", which decides.
} } }`,
    ));

  test('is silent about one bound, spans and equality', () => {
    silent('"NumericLessThan": { "s3:max-keys": ["5"] }');
    silent('"NumericLessThan": { "s3:max-keys": "20" }, "NumericGreaterThan": { "s3:max-keys": "5" }');
    silent('"NumericEquals": { "s3:max-keys": ["5", "20"] }');
  });

  test('is silent where values are not comparable', () => {
    silent('"NumericLessThan": { "s3:max-keys": ["5", "many"] }');
    silent('"NumericLessThan": { "s3:max-keys": ["5", "${limit}"] }');
    silent('"DateLessThan": { "aws:CurrentTime": ["2026-06-01", "2026-06-01T12:00:00Z"] }');
    silent('"DateLessThan": { "aws:CurrentTime": ["2026-06-01T12:00:00", "2026-06-02T12:00:00"] }');
    silent('"DateLessThan": { "aws:CurrentTime": ["2026-06-01T12:00:00.1Z", "2026-06-01T12:00:00.2Z"] }');
  });

  test('removes one or all that have no effect', () => {
    const text = where('"NumericLessThan": { "s3:max-keys": ["5$0", "20", "10"] }');
    checkFix(
      redundantNumericValues,
      text,
      'Remove "5"',
      where('"NumericLessThan": { "s3:max-keys": ["20", "10"] }'),
    );
    checkFix(
      redundantNumericValues,
      text,
      'Remove all 2 redundant entries',
      where('"NumericLessThan": { "s3:max-keys": ["20"] }'),
    );
  });
});
