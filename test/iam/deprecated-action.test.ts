import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findAction } from '../../server/src/catalogue/find-action.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import {
  DEPRECATED_IN_REFERENCE,
  deprecationOf,
  REPLACED_IN_BILLING,
} from '../../server/src/iam/deprecated-action.ts';

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

/** What AWS calls deprecated, not what it says about other actions or about things that are deprecated by a call. */
const CALLED_DEPRECATED = /(?:^|[(.;]\s*|\bis |\s)deprecated(?:\)|\.|, see| - use| and)/i;

describe('deprecated actions', () => {
  test('are those that the descriptions of the catalogue call so', () => {
    const described: string[] = [];
    for (const prefix of catalogue.servicePrefixes()) {
      for (const name of catalogue.service(prefix)?.actionNames() ?? []) {
        const description = catalogue.service(prefix)?.actionText(name)?.description ?? '';
        if (CALLED_DEPRECATED.test(description)) described.push(`${prefix}:${name}`);
      }
    }
    const listed = Object.entries(DEPRECATED_IN_REFERENCE).flatMap(([prefix, entries]) =>
      entries.split(' ').map((entry) => `${prefix}:${entry.replace(/>.*/, '')}`),
    );
    assert.deepEqual(listed, described);
  });

  test('name successors that exist and stand in the description', () => {
    for (const [prefix, entries] of Object.entries(DEPRECATED_IN_REFERENCE)) {
      for (const entry of entries.split(' ')) {
        const action = `${prefix}:${entry.replace(/>.*/, '')}`;
        const description =
          catalogue.service(prefix)?.actionText(entry.replace(/>.*/, ''))?.description ?? '';
        for (const successor of deprecationOf(action)?.successors ?? []) {
          assert.ok(findAction(catalogue, successor), successor);
          // Its description names none.
          if (action === 'lambda:InvokeAsync') continue;
          assert.ok(description.includes(successor.slice(successor.indexOf(':') + 1)), action);
        }
      }
    }
  });

  test('of the billing console exist still, as do those that replace them', () => {
    for (const [name, successors] of Object.entries(REPLACED_IN_BILLING)) {
      for (const action of [name, ...successors.split(' ')]) assert.ok(findAction(catalogue, action), action);
    }
  });

  test('are found in any case, and nothing else is', () => {
    assert.deepEqual(deprecationOf('ES:createElasticsearchDomain')?.successors, ['es:CreateDomain']);
    assert.equal(deprecationOf('purchase-orders:ViewPurchaseOrders')?.since, 'July 2023');
    assert.equal(deprecationOf('es:CreateDomain'), undefined);
    assert.equal(deprecationOf('s3:InvokeAsync'), undefined);
  });
});
