import { closest, editDistance } from '../base/edit-distance.ts';
import type { ConditionKeyType } from './condition-key-type.ts';
import { CONDITION_OPERATORS, type ConditionOperator, SET_OPERATORS } from './condition-operator.ts';
import { fitsOperand } from './operand-fit.ts';
import { operatorName } from './operator-name.ts';

/**
 * The operators that a person may have meant by a name that AWS does not know, best first: misspellings by their
 * distance, and names from other languages (`StringIn`, `NotBool`) by their meaning. Where both leave a choice, the
 * types of the keys under it decide.
 */
export function meantOperators(text: string, keyTypes: readonly ConditionKeyType[]): readonly string[] {
  const name = text.trim();
  const byMeaning = renamed(name, keyTypes);
  if (byMeaning) return [byMeaning];

  const fits = ({ operator }: Candidate): number =>
    keyTypes.filter((type) => fitsOperand(type, operator.operand)).length;
  const distances = new Map(
    closest(
      name,
      ALL.map((candidate) => candidate.name),
      MOST_COMPARED,
    ).map((found) => [found, editDistance(name.toLowerCase(), found.toLowerCase(), 9)]),
  );
  return ALL.filter((candidate) => distances.has(candidate.name))
    .sort(
      (a, b) =>
        (distances.get(a.name) ?? 0) - (distances.get(b.name) ?? 0) ||
        fits(b) - fits(a) ||
        Math.abs(a.name.length - name.length) - Math.abs(b.name.length - name.length),
    )
    .slice(0, 3)
    .map((candidate) => candidate.name);
}

const MOST_COMPARED = 12;

interface Candidate {
  readonly name: string;
  readonly operator: ConditionOperator;
}

/** Every operator with each set operator and suffix that it can have. */
const ALL: readonly Candidate[] = CONDITION_OPERATORS.flatMap((operator) =>
  [undefined, ...SET_OPERATORS].flatMap((setOperator) =>
    operator.name === 'Null'
      ? setOperator
        ? []
        : [{ name: 'Null', operator }]
      : [false, true].map((ifExists) => ({
          name: operatorName({ setOperator, operator, ifExists }),
          operator,
        })),
  ),
);

/** What stands for equality, and what for a pattern, in the names that people carry over from elsewhere. */
const EQUALITY = /^(?:Equals?(?:To)?|Is|In|Matches(?:Exactly)?)$/i;
const PATTERN = /^(?:Likes?|Contains?|(?:Starts?|Begins?|Ends?)With|Prefix|Match|Regex|Glob)$/i;
const NUMBER_ORDER: readonly (readonly [RegExp, string])[] = [
  [/^(?:LessThan(?:Or)?Equals?(?:To)?|LessThanOrEquals?(?:To)?|Lte|AtMost)$/i, 'LessThanEquals'],
  [/^(?:GreaterThan(?:Or)?Equals?(?:To)?|GreaterThanOrEquals?(?:To)?|Gte|AtLeast)$/i, 'GreaterThanEquals'],
  [/^(?:Less(?:Than)?|Lt|Before|Below)$/i, 'LessThan'],
  [/^(?:Greater(?:Than)?|MoreThan|Gt|After|Above)$/i, 'GreaterThan'],
];

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^Str(?:ing)?/i, 'String'],
  [/^Num(?:ber|eric)?/i, 'Numeric'],
  [/^Date(?:Time)?/i, 'Date'],
  [/^Arn/i, 'Arn'],
  [/^Bool(?:ean)?/i, 'Bool'],
  [/^Ip(?:Address)?/i, 'IpAddress'],
];

/** `StringNotIn` is `StringNotEquals`; undefined for what is not made of known words. */
function renamed(text: string, keyTypes: readonly ConditionKeyType[]): string | undefined {
  const [, set = '', rest = '', suffix = ''] =
    /^(?:(ForA(?:ll|ny)Values?)[:.]?)?(.*?)((?:If)?Exists?)?$/i.exec(text) ?? [];
  const setOperator = SET_OPERATORS.find((name) =>
    set.toLowerCase().startsWith(name.slice(0, -1).toLowerCase()),
  );
  const plain = rest === '' && set ? 'Equals' : rest.replace(/(?:Does|Is)?Not/, '');
  const found = operatorOf(plain, rest.includes('Not'), keyTypes);
  const operator = CONDITION_OPERATORS.find(({ name }) => name === found);
  return (
    operator && operatorName({ setOperator, operator, ifExists: suffix !== '' && operator.name !== 'Null' })
  );
}

function operatorOf(
  plain: string,
  isNegated: boolean,
  keyTypes: readonly ConditionKeyType[],
): string | undefined {
  const not = isNegated ? 'Not' : '';
  const written = FAMILIES.find(([pattern]) => pattern.test(plain));
  const family = written?.[1] ?? familyOf(keyTypes) ?? 'String';
  const word = written ? plain.replace(written[0], '') : plain;
  if (/^(?:Is)?Null$/i.test(plain)) return isNegated ? undefined : 'Null';
  const [ignoreCase = ''] = /IgnoreCase$/i.exec(word) ?? [];
  const comparison = ignoreCase ? word.slice(0, -ignoreCase.length) : word;
  if (!written && comparison === '') return undefined;
  if (family === 'Bool') return isNegated || !isEquality(comparison) ? undefined : 'Bool';
  if (family === 'IpAddress') return isEquality(comparison) ? `${not}IpAddress` : undefined;
  if (family === 'String' || family === 'Arn') {
    if (PATTERN.test(comparison)) return `${family}${not}Like`;
    if (!EQUALITY.test(comparison)) return undefined;
    return `${family}${not}Equals${ignoreCase && family === 'String' ? 'IgnoreCase' : ''}`;
  }
  const order = NUMBER_ORDER.find(([pattern]) => pattern.test(comparison))?.[1];
  return order ? `${family}${order}` : EQUALITY.test(comparison) ? `${family}${not}Equals` : undefined;
}

const isEquality = (comparison: string): boolean =>
  comparison === '' || EQUALITY.test(comparison) || PATTERN.test(comparison);

/** The family of keys that all have one type. */
function familyOf(keyTypes: readonly ConditionKeyType[]): string | undefined {
  const types = [...new Set(keyTypes.map((type) => type.replace('ArrayOf', '')))];
  return types.length === 1 ? FAMILY_OF[types[0] ?? ''] : undefined;
}

const FAMILY_OF: Readonly<Record<string, string>> = {
  String: 'String',
  ARN: 'Arn',
  Bool: 'Bool',
  Numeric: 'Numeric',
  Date: 'Date',
  IPAddress: 'IpAddress',
};
