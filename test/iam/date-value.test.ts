import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseDateValue } from '../../server/src/iam/date-value.ts';
import { meantDates } from '../../server/src/iam/meant-date.ts';

describe('parseDateValue', () => {
  test('reads every moment that JavaScript writes, in each of the two forms', () => {
    const moment = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        assert.equal(parseDateValue(date.toISOString())?.time, second);
        const epoch = String(second / 1000);
        if (epoch.length > 4) assert.equal(parseDateValue(epoch)?.time, second);
      }),
    );
  });

  test('counts an offset back to UTC', () => {
    const at = (text: string): number | undefined => parseDateValue(text)?.time;
    assert.equal(at('2030-01-01T00:30:00+01:00'), at('2029-12-31T23:30:00Z'));
    assert.equal(at('2030-01-01T00:30-0130'), at('2030-01-01T02:00Z'));
  });

  test('knows no day that no calendar has', () => {
    for (const text of ['2030-02-29', '1900-02-29', '2030-13-01', '2030-00-01', '2030-01-00', '2030-04-31']) {
      assert.equal(parseDateValue(text), undefined, text);
    }
    assert.ok(parseDateValue('2000-02-29'));
  });
});

describe('meantDates', () => {
  test('gives dates only', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[\d/. :T,JanFeb-]{0,24}$/), (text) => {
        for (const date of meantDates(text)) assert.ok(parseDateValue(date), `${text} gave ${date}`);
      }),
    ));
});
