/** What is asked for: the share of damages found, errors beside them in a hundred, and first fixes that restore. */
const LEAST_DETECTED = 0.98;
const MOST_COLLATERAL = 2;
const LEAST_RESTORED = 0.95;

const IS_OF_NAMES = ({ group }) => group === 'name typos';

/** The thresholds that do not hold, in words; a kind without a case is one of them. */
export function missed(rows) {
  const all = figures(rows);
  const names = figures(rows.filter(IS_OF_NAMES));
  return [
    ...(all.detected < LEAST_DETECTED ? ['Too little is detected.'] : []),
    ...(all.collateral > MOST_COLLATERAL ? ['Too many errors are reported beside the damage.'] : []),
    ...(names.restored < LEAST_RESTORED ? ['Too few name typos are repaired by the first fix.'] : []),
    ...rows.filter(({ results }) => results.length === 0).map(({ name }) => `No policy to try "${name}" on.`),
  ];
}

/** A Markdown table: each kind, each group, all. */
export function printTable(rows, policyCount) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  console.log(`${policyCount} good policies.\n`);
  console.log(
    '| Damage | Cases | Still valid | Detected | Errors beside, of 100 | Warnings beside, of 100 | Restored by the first fix | Clean after it |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const group of groups) {
    const own = rows.filter((row) => row.group === group);
    for (const row of own) printRow(row.name, [row]);
    printRow(`**${group}**`, own);
  }
  printRow('**all**', rows);
}

function printRow(name, rows) {
  const { count, stillValid, detected, collateral, warnings, restored, clean } = figures(rows);
  const percent = (share) => (count === 0 ? '' : `${(100 * share).toFixed(1)} %`);
  const cells = [
    name,
    count,
    stillValid,
    percent(detected),
    count === 0 ? '' : collateral.toFixed(1),
    count === 0 ? '' : warnings.toFixed(1),
    percent(restored),
    percent(clean),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function figures(rows) {
  const results = rows.flatMap((row) => row.results);
  const share = (test) => results.filter(test).length / results.length;
  const beside = (level) =>
    (100 * results.flatMap(({ others }) => others.filter(({ severity }) => severity === level)).length) /
    results.length;
  return {
    count: results.length,
    stillValid: rows.reduce((sum, row) => sum + row.stillValid, 0),
    detected: share(({ found }) => found),
    collateral: beside('error'),
    warnings: beside('warning'),
    restored: share(({ isRestored }) => isRestored),
    clean: share(({ isClean }) => isClean),
  };
}

const SHOWN = {
  undetected: ({ found }) => !found,
  unrepaired: ({ found, isRestored }) => found && !isRestored,
  unclean: ({ found, isClean }) => found && !isClean,
  collateral: ({ others }) => others.some(({ severity }) => severity === 'error'),
  beside: ({ others }) => others.length > 0,
};

/** The cases of one sort, each with the lines of its damage and what is said about it. */
export function printShown(rows, sort) {
  for (const { name, results } of rows) {
    for (const result of results.filter(SHOWN[sort])) {
      const { policy, damaged, found, others, repair } = result;
      console.log(`── ${name}, ${policy.id} (${policy.policyType})`);
      console.log(excerpt(damaged));
      console.log(`   ${found ? sentence(found) : 'nothing found'}`);
      for (const other of others) console.log(`   beside: ${sentence(other)}`);
      if (repair) console.log(`   fix: ${repair.title}`);
    }
  }
}

function sentence({ severity, rule, message }) {
  return `${severity} ${rule.id}: ${message}`;
}

/** The lines of the first place, at most four of them. */
function excerpt({ text, places: [{ start, end }] }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const lines = text.slice(from, to < 0 ? text.length : to).split('\n');
  return lines.slice(0, 8).join('\n');
}
