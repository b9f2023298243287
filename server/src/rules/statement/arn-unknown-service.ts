import { closest, editDistance } from '../../base/edit-distance.ts';
import { mayBeWithin } from '../../base/letter-bag.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { retiredService } from '../../iam/retired-service.ts';
import { servicePrefixForAlias } from '../../iam/service-alias.ts';
import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import type { WrittenArn } from '../../policy/written-arns.ts';
import { resourceTypesOf } from '../../reasoning/resource-types-of.ts';
import { wholeArns } from '../../reasoning/whole-arns.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { removeItem } from '../change-to-all.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * The third field of an ARN is the service, spelled as in the prefix of its actions, but for a few: load balancers
 * are `elasticloadbalancing`, Step Functions are `states`. An ARN of a service that does not exist matches nothing.
 *
 * A name that is neither a misspelling nor another name of a known service may be newer than the data of this
 * check: it is reported as a warning, with the date of the data. Services that AWS has closed are only pointed out.
 */
export const arnUnknownService = defineRule({
  id: 'arn-unknown-service',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN names no service of AWS',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_SERVICE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:cloudwatch-logs:us-east-1:111122223333:log-group:app"',
      good: '"Resource": "arn:aws:logs:us-east-1:111122223333:log-group:app"',
    },
    {
      bad: '"Resource": "arn:aws:dynmodb:us-east-1:111122223333:table/Books"',
      good: '"Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/Books"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const written of wholeArns(statement, catalogue)) {
      const { text, value, resource, arn } = written;
      const { service } = arn;
      if (!isLiteralPart(service) || catalogue.isArnNamespace(service.toLowerCase())) continue;

      const { certain, likely, ...judged } = judge(statement, written, catalogue);
      const change = certain ? changeToEach : changeToAny;
      yield {
        range: arnPartRange(written, 'service'),
        fixes() {
          const texts = likely().map((name) => withArnPart(text, 'service', name));
          if (texts.length > 0) return change(value, texts);
          return resource ? removeItem(statement, resource) : [];
        },
        ...judged,
      };
    }
  },
});

interface Judgement extends Pick<Finding, 'message' | 'severity'> {
  /** The first of the likely names is almost surely meant. */
  readonly certain: boolean;
  readonly likely: () => readonly string[];
}

function judge(statement: Statement, written: WrittenArn, catalogue: Catalogue): Judgement {
  const service = written.arn.service.toLowerCase();
  const ofActions = [...new Set(statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()))];
  const acted = ofActions.filter((prefix) => catalogue.isArnNamespace(prefix));
  if (service === '') {
    return {
      message: 'This ARN names no service.',
      certain: acted.length === 1,
      likely: () => acted.slice(0, 3),
    };
  }
  const retired = retiredService(service);
  if (retired) {
    const message = `Service "${service}" (${retired.name}) is retired.`;
    return { message, severity: 'information', certain: false, likely: () => [] };
  }
  const meant = servicePrefixForAlias(service);
  if (meant !== undefined) {
    const message = `"${service}" is no service in an ARN; use "${meant}".`;
    return { message, certain: true, likely: () => [meant] };
  }
  const slips = slipsOf(service, acted, catalogue);
  if (slips.length > 0) {
    return { message: `"${service}" is no service of AWS.`, certain: true, likely: () => slips.slice(0, 3) };
  }
  return {
    message: `"${service}" is no service as of ${catalogue.stamp.date}.`,
    severity: 'warning',
    ...likelyServices(written, acted, catalogue),
  };
}

function likelyServices(
  written: WrittenArn,
  acted: readonly string[],
  catalogue: Catalogue,
): Pick<Judgement, 'certain' | 'likely'> {
  const fitting = fittingSlips(written, catalogue);
  const near = (): readonly string[] => closest(written.arn.service, catalogue.arnNamespaces(), 2);
  return {
    certain: fitting.length > 0,
    likely: () => [...new Set([...fitting, ...near(), ...acted])].slice(0, 3),
  };
}

/** Services whose name is misspelt; those of the statement's actions come first and may be further away. */
function slipsOf(service: string, acted: readonly string[], catalogue: Catalogue): readonly string[] {
  const most = service.length < LONG ? 1 : 2;
  const near = acted.filter((name) => editDistance(service, name, most) <= most);
  if (service.length < LONG) return near;
  const isNear = mayBeWithin(service, 1);
  const others = catalogue
    .servicePrefixes()
    .filter((name) => isNear(name) && editDistance(service, name, 1) <= 1);
  return [...new Set([...near, ...others])];
}

/** Services one letter away that have ARNs of this form. */
function fittingSlips({ text, arn }: WrittenArn, catalogue: Catalogue): readonly string[] {
  const written = arn.service.toLowerCase();
  const isNear = mayBeWithin(written, 1);
  return catalogue.servicePrefixes().filter((name) => {
    if (!isNear(name) || editDistance(written, name, 1) > 1) return false;
    const service = catalogue.service(name);
    const isRoot = name === 'iam' && arn.resource === 'root';
    return isRoot || (service && resourceTypesOf(withArnPart(text, 'service', name), service).length > 0);
  });
}

/** Shorter names are close to so many others that only a service of the statement's actions counts. */
const LONG = 6;
