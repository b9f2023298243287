import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';
import { narrowAction } from '../../server/src/rules/narrow-action.ts';

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

interface Narrowed {
  readonly title: string;
  readonly patterns: readonly string[];
  /** Sorted. */
  readonly actions: readonly string[];
}

function narrowed(pattern: string): readonly Narrowed[] {
  const text = JSON.stringify({ Action: pattern });
  const statement = parseStatement(text);
  const [action] = statement?.actions ?? [];
  assert.ok(statement && action);
  return narrowAction(statement, action, catalogue).map(({ title, edits }) => {
    const patterns: readonly string[] = [JSON.parse(applyEdits(text, edits)).Action].flat();
    const actions = patterns.flatMap((name) => expandActionPattern(catalogue, name));
    return { title, patterns, actions: [...new Set(actions)].sort() };
  });
}

function levelOf(name: string): string | undefined {
  const [prefix = '', actionName = ''] = name.split(':');
  return catalogue.service(prefix)?.accessLevel(actionName);
}

describe('narrowAction on the real catalogue', () => {
  for (const pattern of [
    's3:*',
    'iam:*',
    'ec2:*',
    'sagemaker:*',
    'ec2:Describe*',
    'S3:*Object*',
    'iam:?et*',
  ]) {
    test(`${pattern} becomes exactly its actions of the levels in the title`, () => {
      const all = expandActionPattern(catalogue, pattern);
      for (const { title, actions } of narrowed(pattern)) {
        const [, levels = '', size, total] = /^Narrow to (.*) actions \((\d+) of (\d+)\)$/.exec(title) ?? [];
        const wanted = all.filter((name) => levels.split(/, | and /).includes(levelOf(name) ?? ''));
        assert.deepEqual(actions, [...wanted].sort(), title);
        assert.equal(actions.length, Number(size));
        assert.equal(all.length, Number(total));
      }
    });
  }

  test('folds what reads and lists into a few patterns', () => {
    for (const pattern of ['s3:*', 'iam:*', 'ec2:*']) {
      const [first] = narrowed(pattern);
      assert.match(first?.title ?? '', /^Narrow to Read and List/);
      assert.ok((first?.patterns.length ?? 0) <= 10, `${pattern}: ${first?.patterns.join(' ')}`);
    }
  });

  test('offers nothing across services', () => assert.deepEqual(narrowed('*:Get*'), []));
});
