import type { Node } from 'jsonc-parser';
import type { TextRange } from '../base/text-range.ts';
import { parseJson, toValue } from './parse-json.ts';
import { type Member, member, type ObjectValue, type StringValue, strings, type Value } from './value.ts';

export type Effect = 'Allow' | 'Deny';

/** One string of an `Action` or `NotAction` element. */
export interface ActionString {
  readonly element: 'Action' | 'NotAction';
  readonly value: StringValue;
  readonly text: string;
  readonly range: TextRange;
  /** What stands before the colon, as written; empty where there is none. */
  readonly servicePrefix: string;
  /** What stands behind the colon; `*` for the action `*`; undefined where a colon is missing. */
  readonly name: string | undefined;
  readonly isPattern: boolean;
}

/** One string of a `Resource` or `NotResource` element. */
export interface ResourceString {
  readonly element: 'Resource' | 'NotResource';
  readonly value: StringValue;
  readonly text: string;
  readonly range: TextRange;
}

/** One `operator → key → values` of a `Condition` element. */
export interface ConditionEntry {
  readonly operator: StringValue;
  readonly key: StringValue;
  readonly values: Value | undefined;
  readonly range: TextRange;
}

/** One principal, or one list of them under its type; `*` alone has no type. */
export interface PrincipalEntry {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly type: StringValue | undefined;
  readonly values: Value | undefined;
  readonly range: TextRange;
}

/**
 * One statement and what follows from its text alone. All ranges count from the beginning of the statement, so an
 * edit elsewhere leaves it as it is. Facts are those of a well-formed statement: what has the wrong type is left
 * out of them and found by looking at `members`.
 */
export interface Statement {
  readonly text: string;
  readonly object: ObjectValue;
  readonly members: readonly Member[];
  /** True if the text has JSON errors: what seems to be missing may only not be typed yet. */
  readonly isBroken: boolean;
  readonly effect: Effect | undefined;
  /** Of `Action` and `NotAction`, in the order written. */
  readonly actions: readonly ActionString[];
  /** Of `Resource` and `NotResource`, in the order written. */
  readonly resources: readonly ResourceString[];
  readonly conditions: readonly ConditionEntry[];
  readonly principals: readonly PrincipalEntry[];
  /** The first member with exactly this key. */
  element(name: string): Member | undefined;
}

/** Undefined unless the text is a JSON object, however broken. */
export function parseStatement(text: string): Statement | undefined {
  const { root, problems } = parseJson(text, 'allowed');
  const object = root && toValue(root, text);
  return object?.kind === 'object' ? new LazyStatement(text, object, problems.length > 0) : undefined;
}

/** What `parseStatement` makes of `text`, if it is part of a text without JSON errors that was parsed into `node`. */
export function statementOf(node: Node, text: string): Statement | undefined {
  const object = toValue(node, text, node.offset);
  return object.kind === 'object' ? new LazyStatement(text, object, false) : undefined;
}

/** The same statement in a text that was repaired to read it. */
export function brokenStatement({ text, object }: Statement): Statement {
  return new LazyStatement(text, object, true);
}

/** A class so that each fact is computed at most once and never without its text. */
class LazyStatement implements Statement {
  readonly text: string;
  readonly object: ObjectValue;
  readonly isBroken: boolean;
  #actions: readonly ActionString[] | undefined;
  #resources: readonly ResourceString[] | undefined;
  #conditions: readonly ConditionEntry[] | undefined;
  #principals: readonly PrincipalEntry[] | undefined;

  constructor(text: string, object: ObjectValue, isBroken: boolean) {
    this.text = text;
    this.object = object;
    this.isBroken = isBroken;
  }

  get members(): readonly Member[] {
    return this.object.members;
  }

  get effect(): Effect | undefined {
    const value = this.element('Effect')?.value;
    return value?.kind === 'string' && (value.text === 'Allow' || value.text === 'Deny')
      ? value.text
      : undefined;
  }

  get actions(): readonly ActionString[] {
    this.#actions ??= this.#pair('Action', 'NotAction').flatMap(({ key, value }) =>
      strings(value).map((item) => actionString(key.text as ActionString['element'], item)),
    );
    return this.#actions;
  }

  get resources(): readonly ResourceString[] {
    this.#resources ??= this.#pair('Resource', 'NotResource').flatMap(({ key, value }) =>
      strings(value).map((item) => resourceString(key.text as ResourceString['element'], item)),
    );
    return this.#resources;
  }

  get conditions(): readonly ConditionEntry[] {
    this.#conditions ??= conditionEntries(this.element('Condition')?.value);
    return this.#conditions;
  }

  get principals(): readonly PrincipalEntry[] {
    this.#principals ??= this.#pair('Principal', 'NotPrincipal').flatMap(({ key, value }) =>
      principalEntries(key.text as PrincipalEntry['element'], value),
    );
    return this.#principals;
  }

  element(name: string): Member | undefined {
    return member(this.object, name);
  }

  /** In the order written; of a key that stands twice the first one, as everywhere. */
  #pair(name: string, negated: string): readonly Member[] {
    return this.members.filter((entry) => {
      const { text } = entry.key;
      return (text === name || text === negated) && this.element(text) === entry;
    });
  }
}

/** Split an action as IAM does: at the first colon. */
export function actionString(element: ActionString['element'], value: StringValue): ActionString {
  const { text, range } = value;
  const colon = text.indexOf(':');
  return {
    element,
    value,
    text,
    range,
    servicePrefix: colon < 0 ? (text === '*' ? '*' : '') : text.slice(0, colon),
    name: colon < 0 ? (text === '*' ? '*' : undefined) : text.slice(colon + 1),
    isPattern: text.includes('*') || text.includes('?'),
  };
}

function resourceString(element: ResourceString['element'], value: StringValue): ResourceString {
  return { element, value, text: value.text, range: value.range };
}

function conditionEntries(condition: Value | undefined): readonly ConditionEntry[] {
  if (condition?.kind !== 'object') return [];
  return firstOfEach(condition.members).flatMap(({ key: operator, value }) =>
    value?.kind === 'object'
      ? firstOfEach(value.members).map((entry) => ({
          operator,
          key: entry.key,
          values: entry.value,
          range: entry.range,
        }))
      : [],
  );
}

/** Without those whose key stands there already. */
function firstOfEach(members: readonly Member[]): readonly Member[] {
  if (members.length < 2) return members;
  const seen = new Set<string>();
  return members.filter(({ key }) => !seen.has(key.text) && seen.add(key.text));
}

function principalEntries(
  element: PrincipalEntry['element'],
  value: Value | undefined,
): readonly PrincipalEntry[] {
  if (value?.kind === 'object') {
    return value.members.map((entry) => ({
      element,
      type: entry.key,
      values: entry.value,
      range: entry.range,
    }));
  }
  return value ? [{ element, type: undefined, values: value, range: value.range }] : [];
}
