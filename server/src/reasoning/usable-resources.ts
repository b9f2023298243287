import type { ActionInfo, Catalogue, ResourceType, Service } from '../catalogue/catalogue.ts';
import { parseArn, splitArn } from '../iam/arn.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ResourceString } from '../policy/statement.ts';
import { resourceTypesOf } from './resource-types-of.ts';

/**
 * A function that says which of these strings of `Resource` an action can be used on. In doubt it says that it can:
 * for what is filled in later, for resources that are newer than the data, for services whose data has gaps.
 *
 * An action that takes no resource can be used on `*` only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function usableResources(
  resources: readonly ResourceString[],
  catalogue: Catalogue,
): (action: ActionInfo) => readonly ResourceString[] {
  const known = new Map<string, readonly ResourceReading[]>();

  function readingsFor(prefix: string): readonly ResourceReading[] {
    const service = catalogue.service(prefix);
    const readings = known.get(prefix) ?? (service ? resources.map((own) => readFor(own, service)) : []);
    known.set(prefix, readings);
    return readings;
  }

  return ({ servicePrefix, resources: taken }) =>
    readingsFor(servicePrefix)
      .filter(({ text, types }) => {
        if (types === 'any') return true;
        return taken.length === 0
          ? isWholeNamespace(text.text)
          : taken.some(({ type }) => types.includes(type));
      })
      .map(({ text }) => text);
}

interface ResourceReading {
  readonly text: ResourceString;
  readonly types: readonly ResourceType[] | 'any';
}

function readFor(resource: ResourceString, service: Service): ResourceReading {
  const { text } = resource;
  if (/^\*+$/.test(text) || isDynamic(text)) return { text: resource, types: 'any' };
  const types = resourceTypesOf(text, service);
  const isKnown = types.length > 0 && !service.hasIncompleteResourceTypes;
  return { text: resource, types: isKnown || !mayBelongTo(service, text) ? types : 'any' };
}

/** An ARN of the service that fits no format may be one that the data does not have yet. */
function mayBelongTo(service: Service, text: string): boolean {
  const namespace = splitArn(text)[2];
  return (
    namespace === service.prefix ||
    service
      .resourceTypes()
      .some(({ arnFormats }) => arnFormats.some((format) => parseArn(format)?.service === namespace))
  );
}

/** AWS's pages disagree on whether `arn:aws:s3:::*` stands for `*` where an action takes no resource. */
function isWholeNamespace(text: string): boolean {
  return /^\*+$/.test(parseArn(text)?.resource ?? text.slice(-1));
}
