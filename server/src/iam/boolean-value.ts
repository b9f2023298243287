/** `true` or `false`, whatever the case, as IAM reads the values of `Bool` and `Null`. */
export function isBooleanText(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}

const TRUE = new Set(['1', 'yes', 'y', 'on', 't', 'enabled', 'ture', 'treu', 'tru', 'trie', 'truee', 'rtue']);
const FALSE = new Set([
  '0',
  'no',
  'n',
  'off',
  'f',
  'disabled',
  'flase',
  'fasle',
  'fals',
  'falsee',
  'fale',
  'falce',
]);

/** What somebody meant who wrote `yes`, `0` or a misspelling; undefined where nobody can tell. */
export function meantBoolean(text: string): 'true' | 'false' | undefined {
  const word = text.trim().toLowerCase().replaceAll(/["']/g, '');
  if (word === 'true' || TRUE.has(word)) return 'true';
  return word === 'false' || FALSE.has(word) ? 'false' : undefined;
}
