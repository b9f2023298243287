const EQUIVALENTS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032\u2035]/g, "'"],
  [/[\u201c-\u201f\u2033\u2036]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2022/g, '*'],
  [/\u2192/g, '->'],
  [/\u2190/g, '<-'],
  [/\u2264/g, '<='],
  [/\u2265/g, '>='],
  [/[\u2028\u2029]/g, ' '],
  [/\u0141/g, 'L'],
  [/\u0142/g, 'l'],
  [/\u0152/g, 'OE'],
  [/\u0153/g, 'oe'],
];

/**
 * The nearest text in ASCII: straight quotes for curly ones, `-` for dashes, letters without their accents, blanks for
 * blanks of any width. What has no equivalent is left out.
 */
export function toAscii(text: string): string {
  let result = text;
  for (const [pattern, replacement] of EQUIVALENTS) result = result.replace(pattern, replacement);
  return result.normalize('NFKD').replace(/[^ -~]/g, '');
}
