import { codeSpan } from '../../base/markdown.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { actionPage } from './action-page.ts';
import type { HoverProvider } from './hover-provider.ts';
import { leftOpen } from './left-open.ts';
import { renderPage } from './page.ts';

/** An action with its facts, a pattern with what it matches; in `NotAction` also what is left open. */
export const hoverAction: HoverProvider<'action'> = ({ element, placed }, { text, catalogue }) => {
  if (isDynamic(text)) {
    return renderPage({ title: `${codeSpan(text)} is filled in later, so nothing is known about it here.` });
  }
  const page = actionPage(text, catalogue);
  if (element === 'Action') return renderPage(page);

  // Details of what is left out would hide what is let in.
  const { facts: _, ...rest } = page;
  return renderPage({ ...rest, facts: [leftOpen(placed.statement, catalogue)] });
};
