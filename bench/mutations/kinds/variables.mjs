import { replaceValue, STILL_VALID } from '../damage.mjs';
import { withSlip } from '../typo.mjs';

/** `${aws:username}` as IAM does not read it. */
export const VARIABLES = [
  kind('closing brace missing', (text) => text.replace(/(\$\{[\w:/-]+)\}/, '$1')),
  kind('opening brace missing', (text) => text.replace('${', '$')),
  kind('dollar missing', (text) => text.replace('${', '{')),
  kind('parentheses', (text) => text.replace(/\$\{([\w:/-]+)\}/, '$($1)')),
  kind('space before the name', (text) => text.replace('${', '${ ')),
  kind('space behind the name', (text) => text.replace(/(\$\{[\w:/-]+)\}/, '$1 }')),
  kind('letter slip in the name', (text, random, known) => {
    const from = text.indexOf('${') + 2;
    const [name] = /[\w:-]+/.exec(text.slice(from));
    const written = withSlip(name, random);
    if (written === undefined) return undefined;
    if (known.isConditionKey(written)) return STILL_VALID;
    return text.slice(0, from) + written + text.slice(from + name.length);
  }),
];

function kind(name, change) {
  return {
    name: `variable: ${name}`,
    group: 'variables',
    places: withVariable,
    damage(policy, { text, range }, random, known) {
      const written = change(text, random, known);
      if (written === undefined || written === STILL_VALID) return written;
      return written === text ? undefined : replaceValue(policy, range, written);
    },
  };
}

function withVariable({ resources, conditions }) {
  const values = conditions.flatMap((condition) => condition.values);
  return [...resources, ...values].filter(({ text }) => /\$\{[\w-]+:[\w:/-]+\}/.test(text));
}
