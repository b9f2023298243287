import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findAction } from '../../server/src/catalogue/find-action.ts';
import {
  DATA_EVENT_ACTIONS,
  EVENT_SOURCE_PREFIXES,
  EVENTS_WITHOUT_PERMISSION,
  PARAMETER_ACTIONS,
} from '../../server/src/iam/cloudtrail-event.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

const exists = (fullName: string): boolean => findAction(realCatalogue(), fullName) !== undefined;

describe('the exceptions of CloudTrail events', () => {
  test('lead from sources that are no service to services that are', () => {
    for (const [source, prefix] of EVENT_SOURCE_PREFIXES) {
      assert.equal(realCatalogue().service(source), undefined, source);
      assert.ok(realCatalogue().service(prefix), prefix);
    }
  });

  test('name only actions that exist', () => {
    for (const { action, needs } of PARAMETER_ACTIONS) {
      assert.ok(action.endsWith(':*') || exists(action), action);
      assert.ok(exists(needs), needs);
    }
    for (const [prefix, names] of DATA_EVENT_ACTIONS) {
      for (const name of names.split(' ')) assert.ok(exists(`${prefix}:${name}`), `${prefix}:${name}`);
    }
  });

  test('are sorted and name nothing twice', () => {
    for (const table of [EVENT_SOURCE_PREFIXES, EVENTS_WITHOUT_PERMISSION, DATA_EVENT_ACTIONS]) {
      assert.deepEqual([...table.keys()], [...table.keys()].sort());
    }
    for (const names of DATA_EVENT_ACTIONS.values()) {
      assert.deepEqual(names.split(' '), [...new Set(names.split(' '))].sort());
    }
  });
});
