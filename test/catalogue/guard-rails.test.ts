import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadScript } from './compiler.ts';

/** A small model without any problem, and what it is checked against. */
const HEALTHY = {
  model: {
    partitions: [],
    services: [
      {
        prefix: 'toys',
        conditionKeys: [{ name: 'toys:Colour', type: 'String' }],
        resourceTypes: [
          { name: 'car', arnFormats: ['arn:aws:toys:::car/*'], conditionKeys: ['toys:Colour'] },
        ],
        actions: [
          {
            name: 'PlayWithCar',
            accessLevel: 'Write',
            resources: [{ type: 'car', required: true, conditionKeys: ['toys:Colour'] }],
            conditionKeys: ['toys:Colour'],
            dependentActions: ['toys:ListCars'],
          },
          { name: 'ListCars', accessLevel: 'List', resources: [], conditionKeys: [], dependentActions: [] },
        ],
      },
    ],
  },
  counts: { actions: 1000, dependentActions: 400, permissionOnlyActions: 90 },
  baseline: { actions: 1000, dependentActions: 400, permissionOnlyActions: 90 },
  waivers: [],
  iamData: {
    services: [
      {
        prefix: 'toys',
        actions: [{ name: 'PlayWithCar', resources: [{ type: 'car' }] }, { name: 'ListCars' }],
      },
    ],
  },
  iamFloyd: {
    actions: new Map([
      [
        'toys',
        new Map([
          ['playwithcar', {}],
          ['listcars', {}],
        ]),
      ],
    ]),
  },
  knownDifferences: [],
  patch: {},
};

type Input = typeof HEALTHY;

async function problems(change: (input: Input) => object): Promise<readonly string[]> {
  const { findProblems } = await loadScript<{ findProblems(input: object): string[] }>('guard-rails.mjs');
  const copy = structuredClone(HEALTHY);
  return findProblems({ ...copy, ...change(copy) });
}

/** The healthy model with its service replaced. */
function withService(input: Input, change: object): object {
  return { model: { partitions: [], services: [{ ...input.model.services[0], ...change }] } };
}

describe('guard rails', () => {
  test('let a healthy model pass', async () => assert.deepEqual(await problems(() => ({})), []));

  test('stop a loss of more than one per cent', async () => {
    assert.deepEqual(await problems(({ counts }) => ({ counts: { ...counts, actions: 989 } })), [
      'actions fell from 1000 to 989.',
    ]);
    assert.deepEqual(await problems(({ counts }) => ({ counts: { ...counts, actions: 990 } })), []);
  });

  test('stop a count that is no longer taken', async () =>
    assert.deepEqual(await problems(() => ({ counts: { actions: 1000, permissionOnlyActions: 90 } })), [
      'dependentActions fell from 400 to 0.',
    ]));

  test('stop the loss of a single dependent or permission-only action', async () =>
    assert.deepEqual(
      await problems(({ counts }) => ({
        counts: { ...counts, dependentActions: 399, permissionOnlyActions: 89 },
      })),
      ['dependentActions fell from 400 to 399.', 'permissionOnlyActions fell from 90 to 89.'],
    ));

  test('let a written waiver pass, as far down as it says', async () => {
    const waivers = [{ count: 'dependentActions', downTo: 395, reason: 'five were wrong' }];
    const allowing = (dependentActions: number) =>
      problems(({ counts }) => ({ waivers, counts: { ...counts, dependentActions } }));
    assert.deepEqual(await allowing(395), []);
    assert.deepEqual(await allowing(394), ['dependentActions fell from 400 to 394.']);
  });

  test('stop an unknown access level', async () =>
    assert.deepEqual(
      await problems((input) => {
        const actions = input.model.services[0]?.actions.map((it) => ({
          ...it,
          accessLevel: 'Tagging, Write',
        }));
        return withService(input, { actions: actions?.slice(1) });
      }),
      ['toys:ListCars has the unknown access level "Tagging, Write".'],
    ));

  test('stop an unknown type of a condition key', async () =>
    assert.deepEqual(
      await problems((input) =>
        withService(input, { conditionKeys: [{ name: 'toys:Colour', type: 'Hue' }] }),
      ),
      ['The key toys:Colour of toys has the unknown type "Hue".'],
    ));

  test('stop an action that names an unknown resource type', async () =>
    assert.deepEqual(await problems((input) => withService(input, { resourceTypes: [] })), [
      'toys:PlayWithCar names the unknown resource type "car".',
    ]));

  test('stop an unknown condition key of an action, a type or a pair of both', async () =>
    assert.deepEqual(await problems((input) => withService(input, { conditionKeys: [] })), [
      'The type car of toys names the unknown key toys:Colour.',
      'toys:PlayWithCar names the unknown key toys:Colour.',
      'toys:PlayWithCar names the unknown key toys:Colour.',
    ]));

  test('stop a dependent action that does not exist', async () =>
    assert.deepEqual(
      await problems((input) =>
        withService(input, { actions: input.model.services[0]?.actions.slice(0, 1) }),
      ),
      ['toys:PlayWithCar depends on the unknown action toys:ListCars.'],
    ));

  test('stop an action name that only one source has', async () => {
    const iamFloyd = {
      actions: new Map([
        [
          'toys',
          new Map([
            ['playwithcar', {}],
            ['sellcar', {}],
          ]),
        ],
      ]),
    };
    assert.deepEqual(await problems(() => ({ iamFloyd })), [
      'iam-data has the action toys:listcars, iam-floyd does not.',
      'iam-floyd has the action toys:sellcar, iam-data does not.',
    ]);
  });

  test('let a known difference of names pass', async () => {
    const iamFloyd = { actions: new Map([['toys', new Map([['playwithcar', {}]])]]) };
    const knownDifferences = [{ action: 'toys:ListCars', reason: 'too new' }];
    assert.deepEqual(await problems(() => ({ iamFloyd, knownDifferences })), []);
  });

  test('stop a patch that the data has caught up with, or that names no action', async () =>
    assert.deepEqual(
      await problems(() => ({ patch: { 'toys:PlayWithCar': ['car'], 'toys:Nope': ['car'] } })),
      [
        'toys:PlayWithCar has the resource type "car" now; remove it from the multi-page patch.',
        'The multi-page patch names the unknown action toys:Nope.',
      ],
    ));
});
