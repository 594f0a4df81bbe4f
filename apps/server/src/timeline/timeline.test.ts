import { api } from '@hearth/protocol/http/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: string;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  reviewId = await hearth.review(owner);
});
afterAll(() => hearth.stop());

const parse = (body: unknown) => owner.ask('POST', api.timelineParse, { parameters: { reviewId }, body });

describe('a pasted timeline', () => {
  it('comes back row by row', async () => {
    const answer = await parse({ text: '14:24 Four calls\n14:31 One firmware', date: '2026-11-17', zone: 'UTC' });
    expect(answer.body).toMatchObject({
      rows: [
        { time: '14:24', at: '2026-11-17T14:24:00.000Z', text: 'Four calls', problem: null },
        { time: '14:31', at: '2026-11-17T14:31:00.000Z', text: 'One firmware', problem: null },
      ],
    });
  });

  it.each([
    ['nothing', '', 422, 'HEARTH_IMPORT_EMPTY'],
    ['only spaces', ' \n\t ', 422, 'HEARTH_IMPORT_EMPTY'],
    ['a picture', `\u0089PNG\r\n\u001a\n${'\u0000'.repeat(60)}`, 422, 'HEARTH_IMPORT_BINARY'],
    ['no times at all', 'It was a quiet day.', 422, 'HEARTH_IMPORT_NO_ROWS'],
    ['10 MB', '14:24 It broke\n'.repeat(700_000), 413, 'HEARTH_IMPORT_TOO_LARGE'],
    ['40 MB', 'x'.repeat(40_000_000), 413, 'HEARTH_IMPORT_TOO_LARGE'],
  ])('of %s is refused with its code', async (_, text, status, code) => {
    const answer = await parse({ text });
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('of a CSV with an open quotation is refused with its code', async () => {
    const answer = await parse({ text: 'time,text\n14:24,"never closed\n14:31,x', format: 'csv' });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'HEARTH_IMPORT_BROKEN_CSV' }]);
  });

  it.each([
    ['zone', { zone: 'Mars/Olympus' }],
    ['date', { date: '17.11.2026' }],
    ['format', { format: 'pdf' }],
  ])('with a wrong %s names the field', async (field, change) => {
    const answer = await parse({ text: '14:24 It broke', ...change });
    expect([answer.status, answer.body]).toMatchObject([400, { fields: { [field]: expect.any(String) } }]);
  });

  it('takes an offset for a zone', async () => {
    const answer = await parse({ text: '14:24 It broke', date: '2026-11-17', zone: '+02:00' });
    expect(answer.body).toMatchObject({ rows: [{ at: '2026-11-17T12:24:00.000Z' }] });
  });
});
