/**
 * True for an integer or a decimal number, as numeric condition operators compare them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isNumberText(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
}

/** Units of which keys count a number, so that taking them away changes no amount. */
const PLAIN_UNIT = /^\s*(?:s|secs?|seconds?|gib|gb|iops|%)$/i;

/** The number in `1,000`, `3600 s` or `TLSv1.2`; undefined where it would be another amount, as in `1h`. */
export function meantNumber(text: string): string | undefined {
  const [, before = '', digits = '', after = ''] = /^(\D*)(\d(?:[\d,._']*\d)?)(\D*)$/.exec(text.trim()) ?? [];
  const isBare = /^(?:tls)?v?$/i.test(before) && (after === '' || PLAIN_UNIT.test(after));
  const number = /^\d{1,3}(?:[,_']\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(/[,_']/g, '') : digits;
  return isBare && isNumberText(number) ? number : undefined;
}
