// Worker thread: shortens the state of a live document, off the event loop.
import { squeeze } from '@hearth/sync/squeeze';
import { answerWith } from '../background/thread.ts';

answerWith(squeeze);
