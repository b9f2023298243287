import { escapeSnippet } from '../base/snippet.ts';

/** What stands for a placeholder whose own name would not make a valid or a likely ARN. */
const DEFAULTS: readonly (readonly [RegExp, string])[] = [
  [/^region$/i, 'us-east-1'],
  [/account(id)?$/i, '111122223333'],
  [/^bucketname$/i, 'amzn-s3-demo-bucket'],
  [/^objectname$/i, '*'],
  [/^vendor$/i, 'backup'],
];

/**
 * An ARN format of the Service Authorization Reference (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`) in
 * snippet syntax: `arn:aws:s3:::${1:amzn-s3-demo-bucket}/${2:*}`. With every default kept it is a valid ARN.
 *
 * Tab stops count from `firstStop`; a placeholder that stands twice is one tab stop.
 */
export function arnSnippet(format: string, firstStop = 1): string {
  const stops = new Map<string, number>();
  return format
    .split(/(\$\{[^}]*\})/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeSnippet(part);
      const name = part.slice(2, -1);
      if (name.toLowerCase() === 'partition') return 'aws';
      const stop = stops.get(name) ?? firstStop + stops.size;
      stops.set(name, stop);
      return `\${${stop}:${escapeSnippet(defaultFor(name))}}`;
    })
    .join('');
}

function defaultFor(name: string): string {
  return DEFAULTS.find(([pattern]) => pattern.test(name))?.[1] ?? kebabCase(name);
}

/** `RoleNameWithPath` → `role-name-with-path`, `ACLId` → `acl-id`. */
function kebabCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();
}
