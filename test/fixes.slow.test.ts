import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { applyEdits } from '../server/src/base/text-edit.ts';
import { plainEdits } from '../server/src/rules/plain-edits.ts';
import type { Fix } from '../server/src/rules/rule.ts';
import type { LocatedFinding } from '../server/src/rules/run-rules.ts';
import { accessOf } from './support/access-of.ts';
import { type DamagedPolicy, loadMutations, type Mutations } from './support/mutations.ts';

const OPTIONS = { numRuns: 400, seed: 20261122 };

const mutations = loadMutations();

/** One policy, one of its findings and one repair of it, with what comes of that. */
interface Repair {
  readonly policy: DamagedPolicy;
  readonly finding: LocatedFinding;
  readonly fix: Fix;
  readonly after: string;
  /** What is found in another text of the same type. */
  findings(text: string): readonly LocatedFinding[];
}

function anyDamage({ kinds, damaged }: Mutations): fc.Arbitrary<DamagedPolicy> {
  return fc
    .tuple(fc.constantFrom(...kinds), fc.nat())
    .map(([kind, seed]) => damaged(kind, seed))
    .filter((policy) => policy !== undefined);
}

function* repairs(policy: DamagedPolicy, { service }: Mutations): Generator<Repair> {
  const findings = (text: string): readonly LocatedFinding[] =>
    service.validate(service.read(text, policy.options));
  for (const finding of findings(policy.text)) {
    for (const fix of finding.fixes()) {
      yield { policy, finding, fix, after: applyEdits(policy.text, plainEdits(fix)), findings };
    }
  }
}

/** Checks every repair of every finding in damaged policies. */
async function checkRepairs(check: (repair: Repair) => void): Promise<void> {
  const loaded = await mutations;
  fc.assert(
    fc.property(anyDamage(loaded), (policy) => {
      for (const repair of repairs(policy, loaded)) check(repair);
    }),
    OPTIONS,
  );
}

const isJson = (text: string): boolean => {
  const errors: never[] = [];
  parseTree(text, errors);
  return errors.length === 0;
};

const named = ({ rule, message }: LocatedFinding): string => `${rule.id}: ${message}`;

const count = (all: readonly LocatedFinding[], one: LocatedFinding): number =>
  all.filter((other) => named(other) === named(one)).length;

function byRule(all: readonly LocatedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of all) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

const told = ({ policy, finding, fix, after }: Repair): string =>
  `"${fix.title}" of ${finding.rule.id} in ${policy.text} makes ${after}`;

describe('every repair of a damaged policy', () => {
  test('keeps valid JSON valid', () =>
    checkRepairs((repair) => {
      if (isJson(repair.policy.text)) assert.ok(isJson(repair.after), told(repair));
    }));

  test('removes its finding', () =>
    checkRepairs((repair) => {
      const { policy, finding, after, findings } = repair;
      const before = findings(policy.text);
      // Of a key that stands twice the first one is looked at: the second one comes next.
      if (before.some(({ rule }) => rule.id === 'duplicate-json-key')) return;
      assert.ok(count(findings(after), finding) < count(before, finding), told(repair));
    }));

  test('makes no other error, but that a text which becomes JSON can be judged then', () =>
    checkRepairs((repair) => {
      const { policy, finding, after, findings } = repair;
      if (finding.rule.id === 'json-syntax') return;
      const before = byRule(findings(policy.text));
      const errors = findings(after).filter(({ severity }) => severity === 'error');
      const added = [...byRule(errors)].filter(([id, number]) => number > (before.get(id) ?? 0));
      assert.deepEqual(added, [], told(repair));
    }));

  test('leaves access as it is where it says so', async () => {
    let compared = 0;
    await checkRepairs((repair) => {
      const { policy, fix, after } = repair;
      if (!fix.keepsAccess) return;
      const texts = [policy.text, after];
      const [before, then] = texts.map((text) => accessOf(text, texts));
      if (before === undefined || then === undefined) return;
      compared++;
      assert.deepEqual(then, before, told(repair));
    });
    assert.ok(compared > 20, `only ${compared} repairs could be compared`);
  });
});

test('repairing all that changes no access comes to an end', async () => {
  const loaded = await mutations;
  const { service } = loaded;
  fc.assert(
    fc.property(anyDamage(loaded), ({ text, options }) => {
      let repaired = text;
      for (let rounds = 0; ; rounds++) {
        const edits = service.fixAll(service.read(repaired, options))?.edits ?? [];
        if (edits.length === 0) return;
        assert.ok(rounds < MOST_ROUNDS, `${text} becomes ${repaired}, and so on`);
        repaired = applyEdits(repaired, edits);
      }
    }),
    OPTIONS,
  );
});

/** A repair may make another one possible. */
const MOST_ROUNDS = 5;
