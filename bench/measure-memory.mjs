import { setTimeout as sleep } from 'node:timers/promises';
import { startEditor } from './editor.mjs';
import { COMPLETION_PLACES, HOVER_PLACES, TYPED, TYPING_PLACE, withStatement } from './places.mjs';

/** How long the server is left alone before it is looked at: it gives memory back after three idle seconds, V8 after thirteen. */
const REST = 15_000;

/**
 * A day's work in one process: the documents are opened and checked, in some of them letters are typed, completions
 * accepted and hovers read; then the server rests.
 *
 * Resident megabytes `{ start, after, peak }`; undefined where the system does not tell.
 */
export async function measureMemory(command, texts) {
  const editor = await startEditor(command);
  const start = editor.memory()?.now;
  const documents = [];
  for (const [index, text] of texts.entries()) {
    const place = withStatement(text, TYPING_PLACE);
    const document = editor.open(`session/policy-${index}.json`, place.text);
    await document.diagnostics(document.openedAt);
    documents.push({ document, place, text });
  }
  for (const [index, entry] of documents.entries()) if (index % 10 === 0) await workIn(entry);
  await sleep(REST);
  const memory = editor.memory();
  await editor.stop();
  return memory && { start, after: memory.now, peak: memory.peak };
}

async function workIn({ document, place, text }) {
  for (const [index, letter] of [...TYPED].entries()) {
    const sentAt = document.edit(place.cursor + index, 0, letter);
    await document.completion(place.cursor + index + 1);
    await document.diagnostics(sentAt);
  }
  for (const statement of Object.values(COMPLETION_PLACES)) {
    const other = replaceText(document, withStatement(text, statement));
    await document.completion(other.cursor);
    await document.diagnostics(other.sentAt);
  }
  for (const statement of Object.values(HOVER_PLACES)) {
    await document.hover(replaceText(document, withStatement(text, statement)).cursor);
  }
}

function replaceText(document, { text, cursor }) {
  return { cursor, sentAt: document.edit(0, document.text().length, text) };
}
