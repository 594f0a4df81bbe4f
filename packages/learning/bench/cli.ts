// Prints what the extractors read out of a document on standard input:
//   node packages/learning/bench/cli.ts timeline|actions < FILE
import { text } from 'node:stream/consumers';
import { extractActions } from '../src/action-items/extract.ts';
import { parseTimeline } from '../src/timeline/parse.ts';

const kind = process.argv[2];
const input = await text(process.stdin);
if (kind === 'timeline') {
  const parsed = parseTimeline(input);
  const rows = parsed.ok ? parsed.rows : [];
  console.log(JSON.stringify(rows.map(({ time, at, precision, text: told }) => ({ time, at, precision, text: told }))));
} else if (kind === 'actions') {
  console.log(JSON.stringify(extractActions(input)));
} else {
  console.error('usage: node packages/learning/bench/cli.ts timeline|actions < FILE');
  process.exitCode = 2;
}
