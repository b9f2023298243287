import { setTimeout as sleep } from 'node:timers/promises';
import { startEditor } from './editor.mjs';
import {
  CODE_ACTION_PLACE,
  COMPLETION_PLACES,
  HOVER_PLACES,
  SID_LENGTH,
  TYPED,
  TYPING_PLACE,
  withStatement,
} from './places.mjs';
import { slowest, statistics } from './statistics.mjs';

/** Time between two keys: a quick writer, and the server may tidy up in between, as it does in real life. */
const PAUSE = 30;

/** Rounds that are not counted: code that runs for the first time. */
const WARM_UP = 3;

/** Milliseconds from a letter to the diagnostics of the text with it. */
export async function measureTyping(command, text, rounds) {
  return inDocument(command, text, TYPING_PLACE, async (document, { cursor }) => {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      for (const [index, letter] of [...TYPED].entries()) {
        const sentAt = document.edit(cursor + index, 0, letter);
        times.push((await document.diagnostics(sentAt)).at - sentAt);
        await sleep(PAUSE);
      }
      document.edit(cursor, TYPED.length, '');
    }
    return statistics(times.slice(WARM_UP));
  });
}

/** Milliseconds from an edit to the completions asked for right after it: the slowest place, and each of them. */
export async function measureCompletion(command, text, rounds) {
  return eachPlace(command, text, COMPLETION_PLACES, rounds, async (document, { cursor, sid }, round) => {
    const sentAt = changeSid(document, sid, round);
    const { result, at } = await document.completion(cursor);
    await document.diagnostics(sentAt);
    return { ms: at - sentAt, items: result?.items?.length ?? result?.length ?? 0 };
  });
}

/** Milliseconds from a hover request to its answer. */
export async function measureHover(command, text, rounds) {
  return eachPlace(command, text, HOVER_PLACES, rounds, async (document, { cursor }) => {
    const { result, ms } = await document.hover(cursor);
    return { ms, items: result ? 1 : 0 };
  });
}

/** Milliseconds from a request for code actions on a finding to the answer. */
export async function measureCodeActions(command, text, rounds) {
  const places = { 'misspelt action': CODE_ACTION_PLACE };
  return eachPlace(command, text, places, rounds, async (document, { cursor, sid }, round) => {
    const { items } = await document.diagnostics(changeSid(document, sid, round));
    const { result, ms } = await document.codeAction(cursor, items);
    return { ms, items: result?.length ?? 0 };
  });
}

/** Toggles one letter of the statement, so that positions stay and what is known of the text is out of date. */
function changeSid(document, sid, round) {
  return document.edit(sid + SID_LENGTH - 1, 1, round % 2 ? 'e' : 'a');
}

async function eachPlace(command, text, places, rounds, measure) {
  const byPlace = {};
  for (const [name, statement] of Object.entries(places)) {
    byPlace[name] = await inDocument(command, text, statement, async (document, place) => {
      const answers = [];
      for (let round = 0; round < rounds + WARM_UP; round++) {
        answers.push(await measure(document, place, round));
        await sleep(PAUSE);
      }
      const counted = answers.slice(WARM_UP);
      return { ...statistics(counted.map(({ ms }) => ms)), items: counted.at(-1).items };
    });
  }
  return { ...slowest(Object.values(byPlace), 'p95'), byPlace };
}

/** A fresh server for every measurement, so that none profits from what another one has warmed up. */
async function inDocument(command, text, statement, measure) {
  const editor = await startEditor(command);
  const place = withStatement(text, statement);
  const document = editor.open('measured.json', place.text);
  await document.diagnostics(document.openedAt);
  const result = await measure(document, place);
  await editor.stop();
  return result;
}
