import { STATEMENT_ELEMENTS, statementElement } from '../iam/element.ts';
import { intendedElement } from '../iam/intended-element.ts';
import { isDynamic } from './placeholder.ts';
import type { Statement } from './statement.ts';
import type { Member, ObjectValue, Value } from './value.ts';

/** A statement element that has slipped into the value of another one. */
export interface StrayElement {
  readonly outer: Member;
  readonly container: ObjectValue;
  readonly entry: Member;
  /** The container holds nothing else. */
  readonly isAlone: boolean;
}

export function strayElements({ members }: Statement): readonly StrayElement[] {
  return members
    .filter(({ key, value }) => statementElement(key.text) && value && value.kind !== 'string')
    .flatMap((outer) =>
      objectsWithin(outer.value).flatMap((container) =>
        container.members
          .filter(({ key }) => statementElement(key.text))
          .map((entry) => ({ outer, container, entry, isAlone: container.members.length === 1 })),
      ),
    );
}

/**
 * True if one of the elements is there, misspelt, in the wrong place or perhaps filled in by a template. What is
 * missing for certain is found by this being false.
 */
export function mayHave(statement: Statement, ...names: readonly string[]): boolean {
  return (
    // A statement inside of a statement has them.
    statement.element('Statement') !== undefined ||
    statement.members.some(({ key }) => mayBe(key.text, names)) ||
    strayElements(statement).some(({ entry }) => names.includes(entry.key.text))
  );
}

function mayBe(key: string, names: readonly string[]): boolean {
  if (names.includes(key)) return true;
  if (statementElement(key)) return false;
  const meant = intendedElement(key, STATEMENT_ELEMENTS);
  return isDynamic(key) || key.startsWith('Fn::') || (meant !== undefined && names.includes(meant));
}

/** The value, the objects in its list, and the objects that these hold; below that only values follow. */
function objectsWithin(value: Value | undefined): readonly ObjectValue[] {
  const outer = (value?.kind === 'array' ? value.items : [value]).filter((item) => item?.kind === 'object');
  const inner = outer
    .flatMap(({ members }) => members.map((entry) => entry.value))
    .filter((item) => item?.kind === 'object');
  return [...outer, ...inner];
}
