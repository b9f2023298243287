import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { expandActionPattern } from '../../../server/src/catalogue/action-pattern.ts';
import { accessLevelOf, findAction } from '../../../server/src/catalogue/find-action.ts';
import { sensitiveKind } from '../../../server/src/catalogue/sensitive-kind.ts';
import { collapseActions } from '../../../server/src/features/refactor/collapse-actions.ts';
import { denySensitive } from '../../../server/src/features/refactor/deny-sensitive.ts';
import { excludeSensitive } from '../../../server/src/features/refactor/exclude-sensitive.ts';
import { narrowToLevels } from '../../../server/src/features/refactor/narrow-to-levels.ts';
import { narrowToResources } from '../../../server/src/features/refactor/narrow-to-resources.ts';
import { splitByResource } from '../../../server/src/features/refactor/split-by-resource.ts';
import { isFix, type Transformed } from '../../../server/src/features/refactor/transformed.ts';
import { parseStatement, type Statement } from '../../../server/src/policy/statement.ts';
import { realCatalogue } from '../../catalogue/compiler.ts';

const catalogue = realCatalogue();
const services = catalogue.servicePrefixes();

function statementOf(members: object): Statement {
  const statement = parseStatement(JSON.stringify({ Effect: 'Allow', ...members }, undefined, 2));
  assert.ok(statement);
  return statement;
}

/** The statements that a transformation makes, each as its effect and the actions of the catalogue. */
function outcome(statement: Statement, result: Transformed) {
  if (!isFix(result)) return undefined;
  const list = JSON.parse(`[${applyEdits(statement.text, result.edits)}]`) as readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
  }[];
  return list.map(({ Effect, Action, Resource }) => ({
    effect: Effect,
    actions: expanded([Action].flat()),
    resources: [Resource].flat(),
  }));
}

function expanded(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap((pattern) => expandActionPattern(catalogue, pattern)))].sort();
}

const all = (prefix: string): readonly string[] => expanded([`${prefix}:*`]);

describe('on every service of the real catalogue', () => {
  test('narrowing to levels keeps exactly the actions of these levels', () => {
    for (const prefix of services) {
      const statement = statementOf({ Action: `${prefix}:*`, Resource: '*' });
      for (const levels of [['Read', 'List'], ['Tagging'], ['Write', 'Permissions management']] as const) {
        const made = outcome(statement, narrowToLevels(statement, catalogue, { levels }));
        const wanted = all(prefix).filter((name) =>
          (levels as readonly string[]).includes(accessLevelOf(catalogue, name) ?? ''),
        );
        if (made)
          assert.deepEqual(
            made.map(({ actions }) => actions),
            [wanted],
            prefix,
          );
      }
    }
  });

  test('excluding and denying what is dangerous keeps exactly the rest', () => {
    for (const prefix of services) {
      const statement = statementOf({ Action: `${prefix}:*`, Resource: '*' });
      const harmless = all(prefix).filter((name) => sensitiveKind(catalogue, name) === undefined);
      const [narrowed] = outcome(statement, excludeSensitive(statement, catalogue)) ?? [];
      if (narrowed) assert.deepEqual(narrowed.actions, harmless, prefix);

      const [allowed, denied] =
        outcome(statement, denySensitive(statement, catalogue, { place: { isInList: true } })) ?? [];
      if (!allowed || !denied) continue;
      assert.deepEqual([allowed.effect, denied.effect], ['Allow', 'Deny']);
      assert.deepEqual(allowed.actions, all(prefix));
      assert.deepEqual(
        denied.actions,
        all(prefix).filter((name) => !harmless.includes(name)),
      );
    }
  });

  test('collapsing keeps the same actions', () => {
    for (const prefix of services) {
      for (const effect of ['Allow', 'Deny']) {
        const names = all(prefix).filter((_, index) => index % 3 > 0);
        const statement = statementOf({ Effect: effect, Action: names, Resource: '*' });
        const [made] = outcome(statement, collapseActions(statement, catalogue)) ?? [];
        if (made) assert.deepEqual(made.actions, names, prefix);
      }
    }
  });

  test('narrowing and splitting by resource only drop, and drop nothing that takes one of the resources', () => {
    let splits = 0;
    for (const prefix of services) {
      const formats = (catalogue.service(prefix)?.resourceTypes() ?? []).flatMap(
        ({ arnFormats }) => arnFormats,
      );
      const resources = [...new Set(formats)]
        .slice(0, 3)
        .map((format) => format.replace(/\$\{[^}]*\}/g, 'x1'));
      if (resources.length === 0) continue;
      const statement = statementOf({ Action: `${prefix}:*`, Resource: resources });
      const [narrowed] = outcome(statement, narrowToResources(statement, catalogue)) ?? [];
      if (narrowed) assert.ok(narrowed.actions.every((name) => all(prefix).includes(name)));

      const made =
        outcome(statement, splitByResource(statement, catalogue, { place: { isInList: true } })) ?? [];
      splits += made.length > 1 ? 1 : 0;
      for (const { actions, resources: own } of made) {
        assert.ok(own.every((resource) => resources.includes(resource)));
        for (const name of actions) assert.ok((findAction(catalogue, name)?.resources.length ?? 0) > 0, name);
      }
      if (narrowed && made.length > 0) {
        assert.deepEqual(
          [...new Set(made.flatMap(({ actions }) => actions))].sort(),
          narrowed.actions,
          prefix,
        );
      }
    }
    assert.ok(splits > 100, `${splits} statements were split`);
  });
});
