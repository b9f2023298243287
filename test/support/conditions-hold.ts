import { matchesWildcard } from '../../server/src/iam/wildcard.ts';

/** The keys of a request with their values; a key that is not there is absent. Names in lower case. */
export type RequestKeys = Readonly<Record<string, string | readonly string[]>>;

/**
 * Whether a `Condition`, as JSON, holds for a request: the operator tables of the user guide written down once more, so
 * that what rules say about access is tested against something else than their own code.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(condition: string, request: RequestKeys): boolean {
  const operators = Object.entries(JSON.parse(condition) as Record<string, Record<string, unknown>>);
  return operators.every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator, [values].flat().map(String), request[key.toLowerCase()]),
    ),
  );
}

/** `conditionsHold` for each of several requests. */
export function outcomes(condition: string, requests: readonly RequestKeys[]): readonly boolean[] {
  return requests.map((request) => conditionsHold(condition, request));
}

function holds(written: string, values: readonly string[], own: RequestKeys[string] | undefined): boolean {
  const [, set, name = '', suffix] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (name === 'Null') return values.includes(String(own === undefined));
  const isAbsent = own === undefined || own.length === 0;
  if (isAbsent && suffix) return true;
  const isNegated = name.includes('Not');
  const one = (value: string): boolean => values.some((wanted) => compare(name, value, wanted)) !== isNegated;
  if (isAbsent) return set ? set === 'ForAllValues' : isNegated;
  const all = [own].flat();
  if (set === 'ForAllValues') return all.every(one);
  if (set === 'ForAnyValue') return all.some(one);
  if (all.length !== 1) throw new Error(`${written} on several values is not defined`);
  return one(all[0] as string);
}

function compare(name: string, value: string, wanted: string): boolean {
  switch (name.replace('Not', '').replace(/^Arn(?:Equals|Like)$/, 'StringLike')) {
    case 'StringEquals':
      return value === wanted;
    case 'StringEqualsIgnoreCase':
    case 'Bool':
      return value.toLowerCase() === wanted.toLowerCase();
    case 'StringLike':
      return matchesWildcard(wanted, value);
    case 'IpAddress':
      return inRange(value, wanted);
    case 'NumericEquals':
      return Number(value) === Number(wanted);
    case 'NumericLessThan':
    case 'DateLessThan':
      return order(value) < order(wanted);
    case 'NumericLessThanEquals':
    case 'DateLessThanEquals':
      return order(value) <= order(wanted);
    case 'NumericGreaterThan':
    case 'DateGreaterThan':
      return order(value) > order(wanted);
    case 'NumericGreaterThanEquals':
    case 'DateGreaterThanEquals':
      return order(value) >= order(wanted);
    default:
      throw new Error(`${name} is not in the table`);
  }
}

const order = (text: string): number => (text.includes('T') ? Date.parse(text) : Number(text));

/** IPv4 alone. */
function inRange(address: string, range: string): boolean {
  const [network = '', bits = '32'] = range.split('/');
  const shift = 2 ** (32 - Number(bits));
  return Math.floor(asNumber(address) / shift) === Math.floor(asNumber(network) / shift);
}

const asNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
