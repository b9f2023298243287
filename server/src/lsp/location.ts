import { pathOf } from './open-documents.ts';

/**
 * A URI as the configuration layer knows it: escapes decoded, so that globs and relative paths mean what is written,
 * and however a client escapes it. A document that lies nowhere yet has no slash in it.
 */
export function toLocation(uri: string): string {
  return `${SCHEME.exec(uri)?.[0] ?? ''}${pathOf(uri)}`;
}

/** What follows the scheme and the authority. */
export function pathOfLocation(location: string): string {
  return location.replace(SCHEME, '');
}

/** The URI of a location. */
export function toUri(location: string): string {
  const scheme = SCHEME.exec(location)?.[0] ?? '';
  const path = location.slice(scheme.length);
  return scheme + path.split('/').map(encodeURIComponent).join('/');
}

const SCHEME = /^[a-z][\w+.-]*:(\/\/[^/]*)?/i;
