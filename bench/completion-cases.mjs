/**
 * Places where somebody is about to type an item, from whole policies: what comes after the item in its list, and all
 * later statements, is not written yet. The same policies always give the same cases.
 */
export function completionCases(policies, count) {
  const all = policies.flatMap((policy) => casesOf(policy));
  const random = generator(7);
  return Array.from(
    { length: Math.min(count, all.length) },
    () => all[Math.floor(random() * all.length)],
  ).flatMap((one) => ['letters', 'words'].map((typing) => ({ ...one, typing })));
}

const MARK = '\u0001';

function casesOf(policy) {
  const statements = [policy.Statement].flat();
  return statements.flatMap((statement, index) => {
    const before = statements.slice(0, index);
    const document = (changed) => textOf({ ...policy, Statement: [...before, { ...statement, ...changed }] });
    return [
      ...actionCases(statement, document),
      ...conditionCases(statement, document),
      { kind: 'effect', wanted: statement.Effect, ...document({ Effect: MARK }) },
    ].filter(({ wanted }) => typeof wanted === 'string');
  });
}

function actionCases(statement, document) {
  const actions = [statement.Action ?? []].flat();
  return actions.flatMap((action, index) =>
    /^[\w-]+:\w+$/.test(action)
      ? [
          {
            kind: 'action',
            wanted: action,
            typedBefore: action.slice(0, action.indexOf(':') + 1),
            ...document({ Action: [...actions.slice(0, index), MARK] }),
          },
          {
            kind: 'service',
            wanted: action.slice(0, action.indexOf(':') + 1),
            ...document({ Action: [...actions.slice(0, index), MARK] }),
          },
        ]
      : [],
  );
}

function conditionCases(statement, document) {
  return Object.entries(statement.Condition ?? {}).flatMap(([operator, block]) => [
    { kind: 'operator', wanted: operator, ...document({ Condition: { [MARK]: block } }) },
    ...Object.entries(block).map(([key, value]) => ({
      kind: 'condition key',
      wanted: key,
      ...document({ Condition: { [operator]: { [MARK]: value } } }),
    })),
  ]);
}

function textOf(policy) {
  const text = JSON.stringify(policy, undefined, 2).replaceAll('\\u0001', MARK);
  return { before: text.slice(0, text.indexOf(MARK)), after: text.slice(text.indexOf(MARK) + 1) };
}

/** A small generator of numbers from 0 to 1, so that runs can be compared. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
