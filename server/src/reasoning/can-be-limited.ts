import type { ActionInfo } from '../catalogue/catalogue.ts';

/**
 * Actions whose only resource is something they may draw on: a lexicon, a terminology, a custom model, a dataset. Most
 * calls name none and are authorised on `*` alone.
 *
 * @see https://docs.aws.amazon.com/polly/latest/dg/security_iam_service-with-iam.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-access-control-overview-cw.html
 */
const DRAWS_ON_RESOURCE: ReadonlySet<string> = new Set([
  'cloudwatch:GetMetricData',
  'cloudwatch:ListMetrics',
  'cloudwatch:PutMetricData',
  'comprehend:DetectEntities',
  'polly:StartSpeechSynthesisStream',
  'polly:StartSpeechSynthesisTask',
  'polly:SynthesizeSpeech',
  'rekognition:DetectModerationLabels',
  'rekognition:StartMediaAnalysisJob',
  'translate:StartTextTranslationJob',
  'translate:TranslateDocument',
  'translate:TranslateText',
]);

/** Asked of every action of a wildcard: most are of other services. */
const DRAWING_SERVICES: ReadonlySet<string> = new Set(
  [...DRAWS_ON_RESOURCE].map((action) => action.slice(0, action.indexOf(':'))),
);

/**
 * A view on bills and costs that most calls do not name.
 *
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/billing-example-policies.html
 */
const isOptionalView = ({ type, required }: ActionInfo['resources'][number]): boolean =>
  type.name === 'billingview' && !required;

/** Whether ARNs in `Resource` can limit the action without taking it away from ordinary calls. */
export function canBeLimited({ servicePrefix, name, resources }: ActionInfo): boolean {
  if (DRAWING_SERVICES.has(servicePrefix) && DRAWS_ON_RESOURCE.has(`${servicePrefix}:${name}`)) return false;
  return !resources.every(isOptionalView);
}
