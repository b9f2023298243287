import type { Catalogue } from '../catalogue/catalogue.ts';
import { canonicalName } from '../catalogue/similar-action.ts';
import { alphanumericSid } from '../policy/sid.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { allowedActions } from './allowed-actions.ts';

/** More services than this are not all named. */
const FEW = 3;

/**
 * A Sid that says what the statement does, from its effect and actions: `AllowS3GetObject`, `DenyIam`,
 * `AllowReadEc2`. Letters and digits only; empty for a statement that says nothing of itself.
 */
export function suggestedSid(statement: Statement, catalogue: Catalogue): string {
  const { effect = '', actions } = statement;
  const [first] = actions;
  if (!first) return effect;
  if (first.element === 'NotAction') return alphanumericSid(`${effect} all but ${services(actions)}`);
  if (actions.some(({ text }) => /^[*?]+(?::|$)/.test(text))) return alphanumericSid(`${effect} all`);
  const subject = actions.length === 1 ? oneAction(first, catalogue) : services(actions);
  const verb = actions.length > 1 && onlyReads(statement, catalogue) ? 'read' : '';
  return alphanumericSid(`${effect} ${verb} ${subject}`);
}

/** Roles are assumed, whatever the service is called that does it. */
function oneAction({ servicePrefix, name = '' }: ActionString, catalogue: Catalogue): string {
  const service = catalogue.service(servicePrefix);
  const spelled = service ? canonicalName(service, name) : name;
  return servicePrefix.toLowerCase() === 'sts' ? spelled : `${servicePrefix} ${spelled}`;
}

function services(actions: readonly ActionString[]): string {
  const prefixes = [...new Set(actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()))];
  return `${prefixes.slice(0, FEW).join(' ')} ${prefixes.length > FEW ? 'and more' : ''}`;
}

function onlyReads(statement: Statement, catalogue: Catalogue): boolean {
  const { size, byLevel } = allowedActions(statement, catalogue);
  return size > 0 && byLevel.Read + byLevel.List === size;
}
