// The demo's narrative, with the cards it cites.
import type { NarrativeNode } from '../narrative.ts';

const text = (words: string): NarrativeNode => ({ type: 'text', text: words });
const cite = (cardId: string, label: string): NarrativeNode => ({ type: 'cite', attrs: { cardId, label } });
const paragraph = (...content: NarrativeNode[]): NarrativeNode => ({ type: 'paragraph', content });
const heading = (words: string): NarrativeNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] });
const bullets = (...items: string[]): NarrativeNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(text(item))] })),
});

export const demoNarrative: NarrativeNode = {
  type: 'doc',
  content: [
    heading('Summary'),
    paragraph(
      text(
        'A certificate that was renewed early cut off every label printer with older firmware, and nothing that we watch could see it. For two hours 41 pharmacies labelled by hand, slowly and safely.',
      ),
    ),
    heading('How we got here'),
    paragraph(
      text('At five past one on a quiet Thursday a new certificate went live on the print gateway. '),
      cite('demo-event-1305', 'New certificate goes live'),
      text(
        ' It was not due until December. A release freeze was coming, and renewing early, under an exception, was the careful thing to do. ',
      ),
      cite('demo-factor-freeze', 'Freeze exception'),
    ),
    paragraph(
      text('Nothing looked different. The gateway went on saying “accepted”, which it does before a label exists. '),
      cite('demo-factor-accepted', '“Accepted” comes first'),
      text(
        ' At 13:22 labels stopped coming out at Oldham Road, and then, one after another, in forty more pharmacies whose printers trusted only the older chain.',
      ),
    ),
    {
      type: 'blockquote',
      content: [
        paragraph(text('Each call alone made sense. Four together did not.')),
        paragraph(text('Priya Raman, Support')),
      ],
    },
    paragraph(
      text(
        'From inside a pharmacy it looked like a tired printer. From Support it looked like unrelated calls, the more so after the hand-over at 14:00 had put them in two queues. ',
      ),
      cite('demo-factor-handover', 'The hand-over'),
      text(' Between 13:41 and 14:24 nothing is written down. We left that gap in, because it is part of the story.'),
    ),
    paragraph(
      text('At 14:24 Priya laid four calls side by side: four towns, one firmware. '),
      cite('demo-event-1424', 'Four calls, one firmware'),
      text(
        ' By then people behind the counters had begun to write labels by hand, with a second pair of eyes on each. ',
      ),
      cite('demo-event-1440', 'Staff write labels by hand'),
      text(' 1,380 prescriptions left that way, and the check next day found no errors.'),
    ),
    paragraph(
      text(
        'What we understand now is small and useful: “accepted” is a promise about the queue, not about the label. ',
      ),
      cite('demo-learning-promise', 'A promise about the queue'),
    ),
    heading('What went well'),
    bullets(
      'Pharmacists switched to hand-written labels with a two-person check before anyone asked them to.',
      'Support compared calls across towns instead of closing them one by one.',
      'The re-issued chain was tried on one printer before it went to all.',
    ),
    heading('What to improve'),
    bullets(
      'We watch the gateway’s word for it, not the label in somebody’s hand.',
      'Open calls do not travel across the 14:00 hand-over.',
      'Nobody can see which pharmacy runs which firmware.',
    ),
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: false },
          content: [
            paragraph(
              text('@Jonas Lindqvist to rehearse a renewal with the oldest printer we have by 11 December, P2'),
            ),
          ],
        },
      ],
    },
    heading('References'),
    bullets('INC-2207, the print gateway dashboard and the renewal runbook.'),
  ],
};
