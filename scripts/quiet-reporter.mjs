import { inspect } from 'node:util';

/** Prints what failed and, at the end, the counts; a thousand passing tests print nothing. */
// biome-ignore lint/style/noDefaultExport: Node's test runner asks for it.
export default async function* quietReporter(source) {
  for await (const { type, data } of source) {
    if (type === 'test:diagnostic' && data.nesting === 0) yield `# ${data.message}\n`;
    if (type === 'test:fail' && data.details?.type !== 'suite') {
      const cause = data.details.error?.cause ?? data.details.error;
      const deeper = cause?.cause ? `\nbecause of ${inWords(cause.cause)}` : '';
      yield `✖ ${data.name}\n${inWords(cause)}${deeper}\n\n`;
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
  }
}

/** What is thrown need not be an error, nor have a text. */
function inWords(thrown) {
  return thrown?.stack ?? inspect(thrown);
}
