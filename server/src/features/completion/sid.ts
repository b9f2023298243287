import { ACCESS_LEVELS } from '../../catalogue/catalogue.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import type { CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';

/** A name from what the statement does: `AllowS3Read`, `DenyIam`; with a number where it is taken. */
export const completeSid: CompletionProvider<'sid'> = ({ placed, policy }, catalogue) => {
  const { statement } = placed;
  const actions = allowedActions(statement, catalogue);
  const services = [...new Set(statement.actions.map(({ servicePrefix }) => servicePrefix))];
  const levels = ACCESS_LEVELS.filter((level) => actions.byLevel[level] > 0);
  const parts = [
    statement.effect ?? '',
    ...(services.length <= 2 ? services.map(pascalCase) : ['Services']),
    levels.length === 1 ? pascalCase(levels[0] ?? '') : '',
  ];
  const name = parts.join('') || 'Statement';
  const taken = new Set(
    policy.statements.flatMap((other) => {
      const value = other === placed ? undefined : other.statement.element('Sid')?.value;
      return value?.kind === 'string' ? [value.text] : [];
    }),
  );
  return [quoted(free(name, taken), { kind: 'value' })];
};

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number++;
  return `${name}${number}`;
}

function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
