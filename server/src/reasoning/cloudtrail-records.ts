/**
 * The records in a file of CloudTrail: `{ "Records": […] }` as trails write it, a list, a single record, the answer
 * of `aws cloudtrail lookup-events`, or an event that EventBridge delivered. Undefined for other JSON.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export function cloudTrailRecords(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json.length === 0 || json.some(isRecord) ? json : undefined;
  if (typeof json !== 'object' || json === null) return undefined;
  const { Records, Events, detail } = json as Readonly<Record<string, unknown>>;
  if (Array.isArray(Records)) return Records;
  if (Array.isArray(Events)) return Events.map(embeddedRecord);
  if (isRecord(detail)) return [detail];
  return isRecord(json) ? [json] : undefined;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'eventSource' in value && 'eventName' in value;
}

/** The whole record is the text of a member; what is no JSON is left for the reader to count. */
function embeddedRecord(event: unknown): unknown {
  const text =
    typeof event === 'object' && event !== null && 'CloudTrailEvent' in event
      ? event.CloudTrailEvent
      : undefined;
  try {
    return typeof text === 'string' ? JSON.parse(text) : event;
  } catch {
    return undefined;
  }
}
