// Pictures that the review keeps: pasted, dropped or picked into the text. Each stands there at once, for everybody; its
// content follows, and where that can't be, the picture is taken out again and its person told why.
import { attachmentLimits } from '@hearth/protocol/http/attachment-limits';
import { errors } from '@hearth/protocol/errors';
import type { AttachmentId, ReviewId } from '@hearth/review/ids';
import { Extension, type Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { adviceOf } from '../api/api-error.ts';
import { prepare } from '../attachments/prepare.ts';
import { sendFile } from '../attachments/send-file.ts';
import { randomId } from '../live/random-id.ts';

export interface OwnPictures {
  /** Where a picture is read from; on this device at once. */
  url(id: string): string;
  /** @param at  a position of the text; the selection when left out. */
  put(editor: Editor, files: readonly File[], options?: { at?: number; alt?: string }): void;
}

interface Parts {
  reviewId: ReviewId;
  urlOf: (id: string) => string;
  onFailed: (words: string) => void;
}

/** What every browser draws and the server takes for a picture. */
const takes = (file: File): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(file.type);

const picturesIn = (transfer: DataTransfer | null): File[] => [...(transfer?.files ?? [])].filter(takes);

export const openOwnPictures = ({ reviewId, urlOf, onFailed }: Parts): OwnPictures => {
  const here = new Map<string, string>();
  const send = async (editor: Editor, id: AttachmentId, file: File): Promise<void> => {
    try {
      const { content, thumbnail } = await prepare(file);
      const told =
        content.size > attachmentLimits.file
          ? null
          : await sendFile({ reviewId, id, name: file.name, content, thumbnail }, () => undefined, never);
      if (told !== null && told.width !== null) return;
      takeOut(editor, id);
      onFailed(`${file.name} was not put in. ${told ? noPicture : errors.HEARTH_ATTACHMENT_TOO_LARGE.advice}`);
    } catch (error) {
      takeOut(editor, id);
      onFailed(`${file.name} was not put in. ${adviceOf(error)}`);
    }
  };
  return {
    url: (id) => here.get(id) ?? urlOf(id),
    put: (editor, files, { at, alt = '' } = {}) => {
      for (const file of files) {
        const id = randomId() as AttachmentId;
        here.set(id, URL.createObjectURL(file));
        const content = [{ type: 'image', attrs: { file: id, alt: alt.trim() } }, { type: 'paragraph' }];
        const chain = editor.chain().focus();
        (at === undefined ? chain.insertContent(content) : chain.insertContentAt(at, content)).run();
        void send(editor, id, file);
      }
    },
  };
};

const never = new AbortController().signal;

const noPicture = 'It is no picture that browsers can draw, or too large for it.';

const takeOut = (editor: Editor, id: string): void => {
  if (editor.isDestroyed) return;
  const { tr } = editor.state;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name !== 'image' || node.attrs['file'] !== id) return;
    tr.delete(tr.mapping.map(position), tr.mapping.map(position + node.nodeSize));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
};

export interface TakePicturesOptions {
  pictures: OwnPictures | null;
}

/** Takes pictures from the clipboard and from what is dropped. */
export const TakePictures = Extension.create<TakePicturesOptions>({
  name: 'takePictures',
  addOptions: () => ({ pictures: null }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const files = picturesIn(event.clipboardData);
            // Cells of a spreadsheet come as text and as a picture of them.
            const words = event.clipboardData?.getData('text/plain') ?? '';
            if (!view.editable || files.length === 0 || words !== '') return false;
            options.pictures?.put(editor, files);
            return options.pictures !== null;
          },
          handleDrop: (view, event) => {
            const files = picturesIn(event.dataTransfer);
            if (!view.editable || files.length === 0) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
            options.pictures?.put(editor, files, at === undefined ? {} : { at });
            return true;
          },
        },
      }),
    ];
  },
});
