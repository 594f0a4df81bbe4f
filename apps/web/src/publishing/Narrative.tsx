// The narrative as a reader meets it. React escapes every word; unknown nodes show their content and nothing more.
import type { CardKind } from '@hearth/board/cards';
import { filesIn, type NarrativeMark, type NarrativeNode } from '@hearth/board/narrative';
import type { ReactNode } from 'react';
import { KindChip } from '../design/KindChip.tsx';
import { LinkedPicture } from './LinkedPicture.tsx';
import { OwnFigure } from './OwnPicture.tsx';
import { safeHref, type StoryHeading } from './report-story.ts';

/** What a citation may lead to: the kind of the card, and words to put before the label, such as its time. */
export type CitedCard = { kind: CardKind; lead: string };
export type CitedCards = ReadonlyMap<string, CitedCard>;

interface Leads {
  cited: CitedCards;
  /** Where a picture that the review keeps is read from, by its id. */
  pictureUrl: (id: string) => string;
}

interface NodesProps extends Leads {
  nodes: readonly NarrativeNode[] | undefined;
}

export const NarrativeNodes = ({ nodes, ...leads }: NodesProps) =>
  // The published document never changes: its places are its keys.
  nodes?.map((node, index) => <NarrativeBlock key={index} node={node} {...leads} />);

interface BlockProps extends Leads {
  node: NarrativeNode;
  heading?: StoryHeading | null;
}

export const NarrativeBlock = ({ node, cited, pictureUrl, heading = null }: BlockProps): ReactNode => {
  const inside = <NarrativeNodes nodes={node.content} cited={cited} pictureUrl={pictureUrl} />;
  switch (node.type) {
    case 'text':
      return marked(node.text ?? '', node.marks ?? []);
    case 'hardBreak':
      return <br />;
    case 'cite':
      return <Cite node={node} cited={cited} />;
    case 'mention':
      return <strong>{`@${stringOf(node.attrs?.['name']) || 'somebody'}`}</strong>;
    case 'image': {
      const [file] = filesIn({ type: 'image', attrs: node.attrs ?? {} });
      if (file !== undefined) return <OwnFigure url={pictureUrl(file)} alt={stringOf(node.attrs?.['alt']).trim()} />;
      return <LinkedPicture address={node.attrs?.['src']} alt={node.attrs?.['alt']} />;
    }
    case 'paragraph':
      return <p dir="auto">{inside}</p>;
    case 'heading': {
      const Heading = `h${heading?.level ?? 3}` as const;
      return (
        <Heading dir="auto" id={heading?.id} tabIndex={heading === null ? undefined : -1}>
          {inside}
        </Heading>
      );
    }
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={numberOf(node.attrs?.['start'], 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'taskList':
      return <ul data-tasks="">{inside}</ul>;
    case 'taskItem':
      return (
        <li data-done={node.attrs?.['checked'] === true}>
          <span className="vh">{node.attrs?.['checked'] === true ? 'Done: ' : 'Open: '}</span>
          {inside}
        </li>
      );
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'codeBlock':
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'table':
      return (
        <table>
          <tbody>{inside}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inside}</tr>;
    case 'tableHeader':
      return <th scope="col">{inside}</th>;
    case 'tableCell':
      return <td>{inside}</td>;
    default:
      return inside;
  }
};

const Cite = ({ node, cited }: { node: NarrativeNode; cited: CitedCards }) => {
  const cardId = node.attrs?.['cardId'];
  const label = node.attrs?.['label'];
  const words = typeof label === 'string' && label !== '' ? label : 'a card';
  const card = typeof cardId === 'string' ? cited.get(cardId) : undefined;
  // The card is gone, or is of a kind that the report does not carry: the words stand for themselves.
  if (card === undefined) return <span>{words}</span>;
  return <KindChip quiet kind={card.kind} label={`${card.lead}${words}`} href={`#card-${String(cardId)}`} />;
};

const marked = (words: string, marks: readonly NarrativeMark[]): ReactNode =>
  marks.reduceRight<ReactNode>((inside, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>;
      case 'italic':
        return <em>{inside}</em>;
      case 'strike':
        return <s>{inside}</s>;
      case 'underline':
        return <u>{inside}</u>;
      case 'code':
        return <code>{inside}</code>;
      case 'highlight':
        return <mark>{inside}</mark>;
      case 'link': {
        const href = safeHref(mark.attrs?.['href']);
        return href === null ? (
          inside
        ) : (
          <a href={href} rel="noreferrer noopener">
            {inside}
          </a>
        );
      }
      default:
        return inside;
    }
  }, words);

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const numberOf = (value: unknown, otherwise: number) => (Number.isInteger(value) ? (value as number) : otherwise);
