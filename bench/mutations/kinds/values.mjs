import { replaceValue } from '../damage.mjs';

/** Values that a condition can never have, or not as they are meant. */
export const VALUES = [
  kind('Bool "yes"', operatorIs(/^Bool/), (text) => (/true/i.test(text) ? 'yes' : 'no')),
  kind('Bool misspelt', operatorIs(/^Bool/), (text) => text.slice(0, -1)),
  kind('Null "yes"', operatorIs(/^Null/), (text) => (/true/i.test(text) ? 'yes' : 'no')),
  kind('mask beyond the address', operatorIs(/IpAddress/), (text) =>
    text.replace(/(\/\d+)?$/, text.includes(':') ? '/129' : '/33'),
  ),
  kind('octet beyond 255', operatorIs(/IpAddress/), (text) => text.replace(/^\d+\./, '256.')),
  kind('address with a part missing', operatorIs(/IpAddress/), (text) =>
    text.replace(/^(\d+\.\d+)\.\d+/, '$1'),
  ),
  kind('month 13', operatorIs(/^Date/), (text) => text.replace(/^(\d{4})-\d\d/, '$1-13')),
  kind('day before month', operatorIs(/^Date/), (text) =>
    text.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3.$2.$1'),
  ),
  kind('number in words', operatorIs(/^Numeric/), () => 'ten'),
  kind('account with 11 digits', keyIs(/account$/i), (text) => text.replace(/^\d(\d{11})$/, '$1')),
  kind('account with a letter', keyIs(/account$/i), (text) => text.replace(/^(\d{11})\d$/, '$1O')),
  kind('endpoint in place of a VPC', keyIs(/^aws:SourceVpc$/i), (text) => text.replace(/^vpc-/, 'vpce-')),
  kind('VPC in place of an endpoint', keyIs(/^aws:SourceVpce$/i), (text) => text.replace(/^vpce-/, 'vpc-')),
  kind('organization without "o-"', keyIs(/OrgID$/i), (text) => text.replace(/^o-/, '')),
  kind('organization too short', keyIs(/OrgID$/i), (text) => text.slice(0, 6)),
  // What is called an example stands for something else, however it is spelled.
  kind('organization in upper case', keyIs(/OrgID$/i), (text) =>
    /example/.test(text) ? text : text.toUpperCase(),
  ),
  kind('Region without hyphens', keyIs(/^aws:RequestedRegion$/i), (text) => text.replaceAll('-', '')),
  {
    name: 'wildcard without Like',
    group: 'values',
    places: withWildcards,
    damage: (policy, { operator, values }) => {
      const damaged = replaceValue(policy, operator.range, operator.text.replace('Like', 'Equals'));
      const growth = damaged.text.length - policy.text.length;
      const moved = values.map(({ range }) => ({ start: range.start + growth, end: range.end + growth }));
      return { ...damaged, places: [...damaged.places, ...moved] };
    },
  },
];

/** `change` gets a value of a condition; where it changes nothing, there is no damage. */
function kind(name, places, change) {
  return {
    name,
    group: 'values',
    places,
    damage(policy, { text, range }) {
      const written = change(text);
      return written === text ? undefined : replaceValue(policy, range, written);
    },
  };
}

function operatorIs(form) {
  return ({ conditions }) =>
    conditions
      .filter(({ operator }) => form.test(operator.text.replace(/^For\w+:/, '')))
      .flatMap(({ values }) => values.filter(isWritten));
}

function keyIs(form) {
  return ({ conditions }) =>
    conditions
      .filter(({ key, operator }) => form.test(key.text) && operator.text !== 'Null')
      .flatMap(({ values }) => values.filter(isWritten));
}

/** No variable, no wildcard. */
function isWritten({ text }) {
  return !/[$*?]/.test(text);
}

/** Where the other operator does not stand beside it already. */
function withWildcards({ conditions }) {
  const hasTwin = ({ operator, statement }) =>
    statement.conditions.some((other) => other.operator.text === operator.text.replace('Like', 'Equals'));
  return conditions.filter(
    (condition) =>
      /String(Not)?Like/.test(condition.operator.text) &&
      condition.values.some(({ text }) => /[*?]/.test(text)) &&
      !hasTwin(condition),
  );
}
