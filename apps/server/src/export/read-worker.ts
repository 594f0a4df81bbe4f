// Worker thread: reads a board out of its log, off the event loop.
import { answerWith } from '../background/thread.ts';
import { readDocument } from './read-document.ts';

answerWith(readDocument);
