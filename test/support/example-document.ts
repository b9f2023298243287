/** A rule's example as a whole document: the members of a statement are put into one. */
export function exampleDocument(example: string): string {
  if (example.startsWith('{') || example.startsWith('[')) return example;
  return `{ "Version": "2012-10-17", "Statement": [{ ${example} }] }`;
}
