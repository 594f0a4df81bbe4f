// Worker thread for tests of background tasks: shouts back what it is told, or misbehaves on request.
import { answerWith } from '../background/thread.ts';

answerWith((input: string): string => {
  if (input === 'throw') throw new Error('as asked');
  if (input === 'exit') process.exit(1);
  if (input === 'for ever') for (;;);
  return input.toUpperCase();
});
