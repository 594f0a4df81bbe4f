// A picture by its address: a block of its own, with words that say what it shows.
import { mergeAttributes, Node } from '@tiptap/core';
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import { LinkedPicture } from '../publishing/LinkedPicture.tsx';
import styles from './image-node.module.css';
import { pictureAddress } from './picture-address.ts';

const ImageView = ({ node, selected }: ReactNodeViewProps) => (
  <NodeViewWrapper className={selected ? styles.selected : undefined} data-drag-handle>
    <LinkedPicture address={node.attrs['src'] as unknown} alt={node.attrs['alt'] as unknown} />
  </NodeViewWrapper>
);

export const LinkedImage = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({ src: { default: '' }, alt: { default: '' } }),

  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: (element) => {
        const src = pictureAddress(element.getAttribute('src'));
        return src === null ? false : { src, alt: (element.getAttribute('alt') ?? '').slice(0, 300) };
      },
    },
  ],

  // On the clipboard and in what is parsed again; the screen shows the view above.
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes, { referrerpolicy: 'no-referrer' })],

  renderText: ({ node }) => (typeof node.attrs['alt'] === 'string' ? node.attrs['alt'] : ''),

  addNodeView: () => ReactNodeViewRenderer(ImageView),
});
