import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, test } from 'node:test';
import { isPolicyType, type PolicyType } from '../../server/src/iam/policy-type.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { LocatedFinding } from '../../server/src/rules/run-rules.ts';
import { allFindings } from '../support/all-findings.ts';
import { renderMarks } from '../support/fixture.ts';
import { OVERSIZED } from '../support/oversized.ts';

/** What a code is worth to Access Analyzer, the codes themselves, and why some have no rule. */
interface Listing {
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** With what the rules are about that will cover them. */
  readonly notYet: Readonly<Record<string, string>>;
  /** With the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
}

const { codes, notYet, leftOut }: Listing = JSON.parse(
  readFileSync('test/rules/access-analyzer.json', 'utf8'),
);
const known = Object.values(codes).flat();
const covered = new Set(RULES.flatMap(codesOf));

/** A folder is named after the type of its policies, a file after the code that it is about. */
const FOLDER = 'test/rules/access-analyzer';

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.jsonc'))
  .sort();

describe('codes of Access Analyzer', () => {
  test('are all listed, each once', () => {
    const counts = Object.entries(codes).map(([severity, list]) => [severity, list.length]);
    assert.deepEqual(Object.fromEntries(counts), {
      error: 79,
      warning: 26,
      securityWarning: 19,
      suggestion: 29,
    });
    assert.equal(new Set(known).size, known.length);
  });

  test('are known where a rule names them', () => {
    assert.deepEqual(missing(covered, known), []);
  });

  test('have a rule, a plan or a reason, and only one of them', () => {
    const others = [...Object.keys(notYet), ...Object.keys(leftOut)];
    assert.deepEqual([...covered, ...others].sort(), [...known].sort());
    for (const reason of [...Object.values(notYet), ...Object.values(leftOut)]) assert.ok(reason.length > 5);
  });

  test('have a policy where a rule covers them', () => {
    const shown = [...files.map(codeOf), ...Object.keys(OVERSIZED)];
    assert.deepEqual(shown.sort(), [...covered].sort());
  });
});

describe('policies that Access Analyzer reports', () => {
  for (const file of files) {
    test(`${codeOf(file)} has one finding, where the policy says`, () => {
      const policyType = dirname(file);
      assert.ok(isPolicyType(policyType), policyType);
      const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const found = findings(text, policyType);
      assert.equal(renderMarks(text, found.map(mark)), text);
      assert.equal(found.filter(isAbout(codeOf(file))).length, 1);
    });
  }

  for (const [code, { policyType, text }] of Object.entries(OVERSIZED)) {
    test(`${code} has one finding, at the statements`, () => {
      const found = findings(text, policyType);
      assert.deepEqual(
        found.map(({ range }) => text.slice(range.start, range.end)),
        ['"Statement"'],
      );
      assert.ok(found.every(isAbout(code)));
    });
  }
});

function codesOf({ equivalents }: Rule): readonly string[] {
  return equivalents?.accessAnalyzer ?? [];
}

function codeOf(file: string): string {
  return basename(file, '.jsonc');
}

function missing(some: Iterable<string>, all: readonly string[]): readonly string[] {
  return [...some].filter((one) => !all.includes(one));
}

function findings(text: string, policyType: PolicyType): readonly LocatedFinding[] {
  return allFindings(text, { policyType, isPolicyFile: true, comments: 'allowed' });
}

function mark({ range, rule }: LocatedFinding): Parameters<typeof renderMarks>[1][number] {
  return { range, message: rule.id };
}

function isAbout(code: string): (finding: LocatedFinding) => boolean {
  return ({ rule }) => codesOf(rule).includes(code);
}
