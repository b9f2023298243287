import { type PlacedStatement, statementAt } from '../policy/policy-document.ts';
import type { Level } from './rule.ts';
import type { LocatedFinding } from './run-rules.ts';

/** How loud rules are in some statements only. */
export interface StatementOverride {
  /** Sids; `#0` is the first statement of a policy, whatever its Sid. */
  readonly statements: readonly string[];
  readonly severities: ReadonlyMap<string, Level>;
}

/** How loud rules are in one statement. The same object wherever the same overrides hold. */
export interface Levels {
  readonly severities: ReadonlyMap<string, Level>;
  /**
   * Rules that run, so that no other rule speaks up for the same cause, but whose findings nobody wants to see.
   */
  readonly silenced: ReadonlySet<string>;
}

export interface LevelsByStatement {
  of(placed: PlacedStatement): Levels;
  /** Findings of policies as they are to be shown. */
  apply(findings: readonly LocatedFinding[]): readonly LocatedFinding[];
}

/** What the overrides make of the severities of a file, statement by statement. */
export function levelsByStatement(
  severities: ReadonlyMap<string, Level>,
  overrides: readonly StatementOverride[],
): LevelsByStatement {
  const usual: Levels = { severities, silenced: new Set() };
  if (overrides.length === 0) return { of: () => usual, apply: (findings) => findings };

  const known = new Map<string, Levels>([['', usual]]);
  const of = (placed: PlacedStatement): Levels => {
    const matching = overrides.filter(({ statements }) => statements.some((name) => isNamed(placed, name)));
    const key = matching.map((override) => overrides.indexOf(override)).join();
    const found = known.get(key) ?? merged(severities, matching);
    known.set(key, found);
    return found;
  };
  return { of, apply: (findings) => findings.flatMap((finding) => shown(finding, usual, of)) };
}

/** Whether an override that names `name` is about the statement. */
export function isNamed({ statement, index }: PlacedStatement, name: string): boolean {
  if (name === `#${index}`) return true;
  const sid = statement.element('Sid')?.value;
  return sid?.kind === 'string' && sid.text === name;
}

function merged(severities: ReadonlyMap<string, Level>, overrides: readonly StatementOverride[]): Levels {
  const own = new Map(severities);
  const silenced = new Set<string>();
  for (const override of overrides) {
    for (const [id, level] of override.severities) {
      if (level === 'off') silenced.add(id);
      else {
        silenced.delete(id);
        own.set(id, level);
      }
    }
  }
  return { severities: own, silenced };
}

/** A rule about whole policies has run with what holds for the file, or because it is on in one of the statements. */
function shown(
  finding: LocatedFinding,
  usual: Levels,
  of: (placed: PlacedStatement) => Levels,
): readonly LocatedFinding[] {
  const { rule, policy, policyRange } = finding;
  const placed = policy && statementAt(policy, policyRange.start);
  const { severities, silenced } = placed ? of(placed) : usual;
  const level = severities.get(rule.id);
  if (level === 'off' || silenced.has(rule.id)) return [];
  return [level === undefined || level === finding.severity ? finding : { ...finding, severity: level }];
}
