/** One alternative for each template language; none of these texts can mean anything to IAM. */
const PLACEHOLDER = new RegExp(
  [
    // `${var.name}`, `${AWS::Region}` and the sources of the Serverless Framework; `${aws:username}` is IAM's own.
    // None goes on behind another `${`, so that all are found in one pass.
    String.raw`\$\{(?![*?$]\})(?:[^}:$]|\$(?!\{))*\}`,
    String.raw`\$\{(?:[^}:$]|\$(?!\{))*::`,
    String.raw`\$\{(?:self|opt|env|sls|cf|file|param):`,
    String.raw`(?:^|[^$])\{[\w.: -]+\}`,
    String.raw`\{\{`,
    '<%',
    // Guides in other languages have words of their own.
    String.raw`<[A-Za-z\u00c0-\uffff][\w .:/\u00c0-\uffff-]*>`,
    String.raw`\[\[(?:[^\][]|\[(?!\[))*\]\]`,
    String.raw`%(?:\(\w+\))?[sdv](?!\w)`,
    '%[A-Z][A-Z0-9_]*%',
    '__[A-Z][A-Z0-9_]*__',
    '@@[^@]+@@',
    // What `envsubst` and here-documents fill in; `$LATEST` is a version of a Lambda function.
    String.raw`\$(?!LATEST\b)[A-Z][A-Z0-9_]+`,
    String.raw`\$[a-z]+_[a-z0-9_]+`,
  ].join('|'),
);

/**
 * True if a part of the text is filled in before AWS sees it (`${bucket}`, `{{ account }}`, `<region>`, `%s` …), so
 * that nothing can be said about the text as it stands. Policy variables such as `${aws:username}` do not count.
 */
export function isDynamic(text: string): boolean {
  return BEGINNING.test(text) && PLACEHOLDER.test(text);
}

/** What every placeholder has: a look at it costs less than a search for one. */
const BEGINNING = /[${[<%@]|__/;
