// The words of a comment, with the names in it set apart.
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { stretchesOf } from './mentions.ts';

export const MentionText = ({ text }: { text: string }) => {
  const { view } = useFacilitation();
  if (!text.includes('@')) return text;
  const people = (view?.people ?? []).map(({ name }) => name);
  return stretchesOf(text, people).map((stretch, index) =>
    stretch.mention ? <b key={index}>{stretch.text}</b> : stretch.text,
  );
};
