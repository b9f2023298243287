/** What a hover says, in the order in which it is read. Markdown, each string one line. */
export interface Page {
  /** What is hovered and the one thing to know about it. */
  readonly title: string;
  readonly paragraphs?: readonly (string | undefined)[];
  /** Shown as a list. */
  readonly facts?: readonly (string | undefined)[];
  /** Facts are steps. */
  readonly isNumbered?: boolean;
  /** The one link, and how old the data is. */
  readonly footer?: string | undefined;
}

/** A hover is read in a glance. Lines of Markdown, blank ones included. */
export const MAX_LINES = 12;

/** The page as Markdown; undefined and empty parts are left out. */
export function renderPage({ title, paragraphs = [], facts = [], isNumbered = false, footer }: Page): string {
  const list = present(facts).map((fact, i) => `${isNumbered ? `${i + 1}.` : '-'} ${fact}`);
  const blocks = [title, ...present(paragraphs)];
  // A list may follow its paragraph without a blank line.
  const last = [blocks.pop() as string, ...list].join('\n');
  return [...blocks, last, ...present([footer])].join('\n\n');
}

function present(lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
