// A citation: an atom inside a sentence that names a card and follows it. The stored label is what the card was called when
// it was cited; it is shown only when the card is gone.
import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { CardId } from '@hearth/review/ids';
import { useRef } from 'react';
import { KindChip } from '../design/KindChip.tsx';
import { useCitedBoard, useCitedCard } from './cards-context.ts';
import { citeLabel } from './cite-label.ts';
import styles from './cite-node.module.css';
import { CitePreview } from './CitePreview.tsx';
import { usePreview } from './use-preview.ts';

export interface CiteOptions {
  /** Enter on a citation that is selected. */
  onOpen: (id: CardId) => void;
  /** Mod+Shift+K: choose a card to cite. */
  onChoose: () => void;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const CiteView = ({ node, selected }: ReactNodeViewProps) => {
  const cardId = text(node.attrs['cardId']) as CardId;
  const label = text(node.attrs['label']);
  const { zone, onOpenCard } = useCitedBoard();
  const card = useCitedCard(cardId);
  const chip = useRef<HTMLElement>(null);
  const preview = usePreview();
  const shown = card !== undefined && (preview.shown || selected);
  return (
    <NodeViewWrapper as="span" className={selected ? styles.selected : styles.cite} ref={chip} {...preview.on}>
      {card ? (
        <KindChip
          kind={card.kind}
          label={citeLabel(card, zone)}
          describedBy={shown ? preview.id : undefined}
          onClick={() => onOpenCard(card.id)}
        />
      ) : (
        <span className={styles.gone}>
          {label || 'a card'}
          <span className="vh"> (no longer on the board)</span>
        </span>
      )}
      {shown && (
        <CitePreview
          id={preview.id}
          card={card}
          zone={zone}
          anchor={() => chip.current}
          onEnter={preview.keep}
          onLeave={preview.leave}
        />
      )}
    </NodeViewWrapper>
  );
};

export const Cite = Node.create<CiteOptions>({
  name: 'cite',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions: () => ({ onOpen: () => {}, onChoose: () => {} }),

  addAttributes: () => ({
    cardId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['cardId'] ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-card-id': text(attributes['cardId']) }),
    },
    label: {
      default: '',
      parseHTML: (element: HTMLElement) => element.textContent,
      renderHTML: () => ({}),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-cite]' }],

  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-cite': '' }),
    text(node.attrs['label']),
  ],

  renderText: ({ node }) => text(node.attrs['label']),

  addNodeView: () => ReactNodeViewRenderer(CiteView, { as: 'span' }),

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false;
        this.options.onOpen(text(selection.node.attrs['cardId']) as CardId);
        return true;
      },
      'Mod-Shift-k': () => {
        this.options.onChoose();
        return true;
      },
    };
  },
});
