// Worker thread: builds every moment of a board, and writes them as the JSON that the browser asked for.
import { answerWith } from '../background/thread.ts';
import { replay, type ReplayInput } from './replay.ts';

answerWith((input: ReplayInput): Uint8Array => new TextEncoder().encode(JSON.stringify(replay(input))));
