import { readFileSync } from 'node:fs';

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];

/** The text of package.json with one property per rule in the setting `leastwise.rules`. */
export function manifestSource(rules) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  manifest.contributes.configuration.properties['leastwise.rules'].properties = Object.fromEntries(
    rules.map(({ id, severity, summary, isOptIn }) => [
      id,
      {
        type: 'string',
        enum: SEVERITIES,
        default: isOptIn ? 'off' : severity,
        description: `${summary}.`,
      },
    ]),
  );
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
