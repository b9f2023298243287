import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyType } from '../iam/policy-type.ts';
import type { PolicyDocument, PolicyFile } from '../policy/policy-document.ts';
import { isPolicyPath } from '../policy/policy-path.ts';
import type { PolicyService } from '../service.ts';

/** What was read of an open document, and of which version. */
interface Reading {
  readonly version: number;
  readonly policyType: PolicyType | undefined;
  readonly file: PolicyFile;
}

/**
 * Reads documents when somebody asks, once per version, taking over what an edit did not touch. Readings need many
 * times the memory of their text, so only those of the documents used last are kept.
 */
export interface OpenDocuments {
  read(document: TextDocument, service: PolicyService, policyType: PolicyType | undefined): PolicyFile;
  /** The policies of the other documents, as far as their readings are kept. */
  others(uri: string): readonly PolicyDocument[];
  forget(uri: string): void;
}

export function openDocuments(): OpenDocuments {
  const readings = new Map<string, Reading>();
  return {
    read(document, service, policyType) {
      const known = readings.get(document.uri);
      if (known && known.version === document.version && known.policyType === policyType) {
        keep(readings, document.uri, known);
        return known.file;
      }
      const path = pathOf(document.uri);
      const file = service.read(
        document.getText(),
        {
          fileName: path.slice(path.lastIndexOf('/') + 1),
          isPolicyFile: document.languageId === 'aws-iam-policy' || isPolicyPath(path),
          policyType,
          comments: document.languageId === 'jsonc' ? 'allowed' : 'refused',
        },
        known?.file,
      );
      keep(readings, document.uri, { version: document.version, policyType, file });
      return file;
    },
    others: (uri) =>
      [...readings].flatMap(([other, { file }]) => (other === uri ? [] : file.policies)).slice(0, MAX_OTHERS),
    forget: (uri) => void readings.delete(uri),
  };
}

/** Policies of other documents that completion looks through. */
const MAX_OTHERS = 30;

/** Characters of text whose readings are kept: far more than what is on the screen. The last one is always kept. */
const KEPT = 500_000;

/** A map lists what was put in first first. */
function keep(readings: Map<string, Reading>, uri: string, reading: Reading): void {
  readings.delete(uri);
  readings.set(uri, reading);
  let total = 0;
  for (const [other, { file }] of [...readings].reverse()) {
    total += file.text.length;
    if (total > KEPT && other !== uri) readings.delete(other);
  }
}

/** The path of a URI, decoded as far as it can be. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
