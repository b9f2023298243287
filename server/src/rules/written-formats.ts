import type { ActionInfo, ResourceType } from '../catalogue/catalogue.ts';
import { ON_BARE_LOG_GROUP } from '../iam/log-group.ts';

/** An ARN format to fill in, and the type of what it names. */
export interface WrittenFormat {
  readonly typeName: string;
  readonly format: string;
}

/**
 * The formats in which a policy writes ARNs of a type for those of the actions that take it: those of the reference,
 * the usual one first. Only a log group is written in two ways, and stands for its streams.
 */
export function writtenFormats(type: ResourceType, actions: readonly ActionInfo[]): readonly WrittenFormat[] {
  const own = type.arnFormats.map((format) => ({ typeName: type.name, format }));
  const group = type.arnFormats[0]?.match(LOG_GROUP)?.[0];
  if (!group) return own;
  const takers = actions.filter(({ resources }) => resources.some((taken) => taken.type === type));
  if (takers.length === 0) return own;
  const isBare = ({ name }: ActionInfo): boolean => ON_BARE_LOG_GROUP.includes(name);
  return [
    ...(takers.every(isBare) ? [] : [{ typeName: 'log-group', format: `${group}:*` }]),
    ...(takers.some(isBare) || type.name !== 'log-group' ? own : []),
  ];
}

/** Of the formats those that together let each of the actions work. */
export function neededFormats(type: ResourceType, actions: readonly ActionInfo[]): readonly WrittenFormat[] {
  const written = writtenFormats(type, actions);
  return type.name === 'log-group' ? written : written.slice(0, 1);
}

const LOG_GROUP = /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:\$\{[^}]*\}/;
