// A picture, by its address or kept by the review: a block of its own, with words that say what it shows.
import { isId } from '@hearth/review/ids';
import { mergeAttributes, Node } from '@tiptap/core';
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import { LinkedPicture } from '../publishing/LinkedPicture.tsx';
import { OwnPicture } from '../publishing/OwnPicture.tsx';
import { useCitedBoard } from './cards-context.ts';
import styles from './image-node.module.css';
import { pictureAddress } from './picture-address.ts';

const longestAlt = 300;

const ImageView = ({ node, selected, editor, updateAttributes }: ReactNodeViewProps) => {
  const { pictureUrl } = useCitedBoard();
  const { src, file, alt } = node.attrs as Record<string, unknown>;
  const words = typeof alt === 'string' ? alt : '';
  return (
    <NodeViewWrapper className={selected ? styles.selected : undefined} data-drag-handle>
      {isId(file) ? (
        <figure className={styles.own}>
          <OwnPicture url={pictureUrl(file)} alt={words} />
          {editor.isEditable ? (
            <Words key={words} words={words} onWords={(said) => updateAttributes({ alt: said })} />
          ) : (
            words !== '' && <figcaption>{words}</figcaption>
          )}
        </figure>
      ) : (
        <LinkedPicture address={src} alt={alt} />
      )}
    </NodeViewWrapper>
  );
};

const Words = ({ words, onWords }: { words: string; onWords: (words: string) => void }) => (
  <input
    className={styles.words}
    defaultValue={words}
    maxLength={longestAlt}
    aria-label="What the picture shows"
    placeholder="Say what it shows"
    onBlur={(event) => {
      const said = event.target.value.trim();
      if (said !== words) onWords(said);
    }}
    onKeyDown={(event) => {
      if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
    }}
  />
);

export const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    file: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-file'),
      renderHTML: ({ file }) => (isId(file) ? { 'data-file': file } : {}),
    },
  }),

  parseHTML: () => [
    {
      tag: 'img',
      getAttrs: (element) => {
        if (isId(element.getAttribute('data-file'))) return { src: '', alt: altOf(element) };
        const src = pictureAddress(element.getAttribute('src'));
        return src === null ? false : { src, alt: altOf(element) };
      },
    },
  ],

  // On the clipboard and in what is parsed again; the screen shows the view above.
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes, { referrerpolicy: 'no-referrer' })],

  renderText: ({ node }) => (typeof node.attrs['alt'] === 'string' ? node.attrs['alt'] : ''),

  addNodeView: () => ReactNodeViewRenderer(ImageView),
});

const altOf = (element: Element): string => (element.getAttribute('alt') ?? '').slice(0, longestAlt);
