import { codeSpan, markdownLink } from '../../base/markdown.ts';
import { POLICY_VERSION_SOURCE, POLICY_VERSIONS } from '../../iam/policy-version.ts';
import type { HoverProvider } from './hover-provider.ts';
import { renderPage } from './page.ts';

export const hoverVersion: HoverProvider<'version'> = (_cursor, { text }) => versionMarkdown(text);

/** A version of the policy language; says so of anything else. */
export function versionMarkdown(id: string): string {
  const version = POLICY_VERSIONS.find((known) => known.id === id);
  const known = POLICY_VERSIONS.map((entry) => `\`${entry.id}\``).join(' and ');
  return renderPage({
    title: version
      ? `**${version.id}**: ${version.summary}`
      : `${codeSpan(id)} is no version of the policy language; there are ${known}.`,
    footer: markdownLink('Reference', POLICY_VERSION_SOURCE),
  });
}
