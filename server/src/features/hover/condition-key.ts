import { codeSpan } from '../../base/markdown.ts';
import type { ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../../catalogue/condition-key-name.ts';
import { conditionKeySenders } from '../../catalogue/condition-key-senders.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { mfaAdvice } from '../../iam/mfa-advice.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { actionList } from './action-span.ts';
import { conditionKeyPage } from './condition-key-page.ts';
import type { HoverProvider } from './hover-provider.ts';
import { fullyKnown, listedActions, listedServices } from './listed-actions.ts';
import { renderPage } from './page.ts';

/** What a key holds, when a request carries it, and which actions of the statement do. */
export const hoverConditionKey: HoverProvider<'conditionKey'> = ({ operator, placed }, context) => {
  const { text, catalogue } = context;
  const { statement } = placed;
  const services = listedServices(statement, catalogue);
  const page = conditionKeyPage(text, services, catalogue);
  if (!page) {
    return isDynamic(text)
      ? undefined
      : renderPage({
          title: `The data of ${catalogue.stamp.date} knows no condition key ${codeSpan(text)}.`,
        });
  }
  const isPerAction = services.some((service) =>
    service.conditionKeys().some(({ name }) => isConditionKeyNamed(name, text)),
  );
  const advice = mfaAdvice(text, operator, statement.effect);
  const actions = listedActions(statement, catalogue) ?? [];
  const facts = [
    ...(page.facts ?? []),
    ...(isPerAction || isOfService(text, catalogue) ? senderFacts(text, actions, catalogue) : []),
    advice && `**${advice}**`,
  ];
  return renderPage({ ...page, facts });
};

/** No global key, and no claim of a provider of which no catalogue knows. */
function isOfService(key: string, catalogue: Catalogue): boolean {
  return catalogue.globalConditionKey(key) === undefined && findConditionKey(key, catalogue) !== undefined;
}

function senderFacts(key: string, actions: readonly ActionInfo[], catalogue: Catalogue): readonly string[] {
  const senders = conditionKeySenders(actions, key);
  const others = fullyKnown(actions, catalogue).filter((action) => !senders.has(action));
  if (senders.size === 0) return others.length > 0 ? [`Sent by **none** of ${actionList(others, 8)}`] : [];
  return [
    `Sent by ${actionList([...senders], 8)}`,
    ...(others.length > 0 ? [`Not by ${actionList(others, 4)}`] : []),
  ];
}
