import { replaceValue } from '../damage.mjs';

/** ARNs that are not written as AWS writes them. */
export const ARNS = [
  kind('ARN without a field', resources, (text, random) => dropColon(text, random)),
  kind('account with 11 digits', withAccount, (text) => text.replace(/:(\d{11})\d:/, ':$1:')),
  kind('account with 13 digits', withAccount, (text, random) =>
    text.replace(/:(\d{12}):/, `:$1${random.below(10)}:`),
  ),
  kind('account with hyphens', withAccount, (text) => text.replace(/:(\d{4})(\d{4})(\d{4}):/, ':$1-$2-$3:')),
  kind('Region in an ARN of S3', buckets, (text, random) =>
    text.replace(':::', `:${random.pick(['us-east-1', 'eu-central-1'])}::`),
  ),
  kind('account in an ARN of S3', buckets, (text) => text.replace(':::', '::111122223333:')),
  kind('service in upper case', resources, (text) =>
    text.replace(/^(arn:[\w-]+:)([\w-]+)/, (_, start, name) => start + name.toUpperCase()),
  ),
  kind('ARN in upper case', resources, (text) => text.replace(/^arn/, 'ARN')),
  kind('slash in place of a colon', separatedByColon, (text) =>
    text.replace(/^((?:[^:]*:){5}[\w-]+):/, '$1/'),
  ),
  kind('colon in place of a slash', separatedBySlash, (text) =>
    text.replace(/^((?:[^:]*:){5}[\w-]+)\//, '$1:'),
  ),
  kind('bucket without an ARN', buckets, (text) => text.replace(/^arn:aws:s3:::/, '')),
  kind('ARN without "arn:"', resources, (text) => text.replace(/^arn:/, '')),
  kind('ARN without its partition', resources, (text) => text.replace(/^arn:aws:/, 'arn:')),
  // What begins with a wildcard then is as good as before.
  kind('resource type left out', withType, (text) =>
    text.replace(/^((?:[^:]*:){5})[\w-]+[/:](?![*$])/, '$1'),
  ),
];

function kind(name, places, change) {
  return {
    name,
    group: 'ARNs',
    places,
    damage(policy, { text, range }, random) {
      const written = change(text, random);
      return written === undefined || written === text ? undefined : replaceValue(policy, range, written);
    },
  };
}

/** One of the first five colons is missing. */
function dropColon(text, random) {
  const colons = [...text].flatMap((character, at) => (character === ':' ? [at] : [])).slice(0, 5);
  const at = random.pick(colons);
  return text.slice(0, at) + text.slice(at + 1);
}

function resources(policy) {
  return policy.resources.filter(({ text }) => /^arn:aws:[\w-]+:/.test(text));
}

function buckets(policy) {
  return policy.resources.filter(({ text }) => /^arn:aws:s3:::[\w.-]+(\/|$)/.test(text));
}

function withAccount({ arns }) {
  return arns.filter(({ text }) => /^arn:(?:[^:]*:){3}\d{12}:/.test(text));
}

function separatedByColon(policy) {
  return resources(policy).filter(({ text }) => /^(?:[^:]*:){5}[\w-]+:/.test(text));
}

function separatedBySlash(policy) {
  return resources(policy).filter(
    ({ text }) => /^(?:[^:]*:){5}[\w-]+\/[^*]/.test(text) && !/^arn:aws:s3:/.test(text),
  );
}

function withType(policy) {
  return [...separatedByColon(policy), ...separatedBySlash(policy)];
}
