import { isSubsequence } from '../../base/subsequence.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { ASSUME_ROLE_ACTIONS } from '../../iam/trust-action.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Completion, CompletionProvider } from './completion.ts';
import { quoted } from './quoted.ts';

/** A list longer than this is no help in a policy. */
const MAX_EXPANSION = 300;

/** `s3` → service prefixes; `s3:Get` → the actions of s3; `s3:Get*` → what it matches, and all of it at once. */
export const completeAction: CompletionProvider<'action'> = function* (cursor, catalogue) {
  const { slot, policy } = cursor;
  const { typed } = slot;
  const colon = typed.indexOf(':');
  if (/[*?]/.test(typed)) {
    yield* matches(slot, catalogue);
  } else if (colon >= 0) {
    const service = catalogue.service(typed.slice(0, colon));
    if (service) yield* actionsOf(service, typed.slice(colon + 1));
  } else {
    if (policy.type.policyType === 'trust') yield* trustActions(catalogue);
    yield* services(catalogue);
  }
};

function* services(catalogue: Catalogue): Iterable<Completion> {
  for (const prefix of catalogue.servicePrefixes()) {
    yield {
      label: `${prefix}:`,
      kind: 'service',
      description: catalogue.service(prefix)?.name ?? '',
      newText: `"${prefix}:$0"`,
      isSnippet: true,
      filterText: `"${prefix}:"`,
      rank: 1,
      continues: true,
      subject: `service:${prefix}`,
    };
  }
}

/** A request to assume a role carries one of few actions, so a trust policy needs no other service. */
function* trustActions(catalogue: Catalogue): Iterable<Completion> {
  for (const action of ASSUME_ROLE_ACTIONS) {
    if (catalogue.service('sts')?.hasAction(action.slice(4))) yield actionCompletion(catalogue, action);
  }
}

/** Only those that the editor's own matching would keep: ec2 has more than 800 actions. */
function* actionsOf(service: Service, typed: string): Iterable<Completion> {
  for (const [index, name] of service.actionNames().entries()) {
    if (!isSubsequence(typed, name)) continue;
    const action = `${service.prefix}:${name}`;
    yield quoted(action, {
      kind: 'action',
      description: service.accessLevelAt(index),
      subject: `action:${action}`,
    });
  }
}

function* matches(slot: Slot, catalogue: Catalogue): Iterable<Completion> {
  const pattern = slot.text;
  const actions = expandActionPattern(catalogue, pattern);
  if (actions.length === 0) return;
  const filterText = `"${slot.typed}`;
  if (actions.length > 1 && actions.length <= MAX_EXPANSION) {
    yield {
      label: `Expand ${pattern} to ${actions.length} actions`,
      kind: 'value',
      newText: expansion(slot, actions),
      filterText,
      rank: 0,
      subject: `action:${pattern}`,
    };
  }
  for (const action of actions.slice(0, MAX_EXPANSION)) {
    yield { ...actionCompletion(catalogue, action), filterText };
  }
}

/**
 * In a list the names take the place of the string, one a line if the string has a line of its own (the editor
 * indents them); a lone string becomes a list.
 */
function expansion(slot: Slot, actions: readonly string[]): string {
  const strings = actions.map((action) => JSON.stringify(action));
  if (!slot.isInList) return `[${strings.join(', ')}]`;
  return strings.join(slot.isFirstOfLine ? ',\n' : ', ');
}

function actionCompletion(catalogue: Catalogue, action: string): Completion {
  const [prefix = '', name = ''] = action.split(':');
  const description = catalogue.service(prefix)?.accessLevel(name) ?? '';
  return quoted(action, { kind: 'action', description, rank: 1, subject: `action:${action}` });
}
