// A numbered list that other blocks interrupt ("1." text, bullets, "2.") is one list, its bullets details of their number.
// Pure. Rules: SPEC M7.

import type { Block, ListBlock } from './block.ts';

/** Blocks that may stand between two numbers of one list. */
const longestInterruption = 12;

export function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index]!;
    const list = block.kind === 'list' && block.start !== null ? joinFrom(blocks, index, block) : null;
    joined.push(list?.block ?? block);
    index = list?.next ?? index + 1;
  }
  return joined;
}

function joinFrom(blocks: readonly Block[], start: number, first: ListBlock): { block: ListBlock; next: number } {
  const items = [...first.items];
  let next = start + 1;
  for (;;) {
    const following = findContinuation(blocks, next, (first.start ?? 1) + items.length);
    if (following === null) break;
    adopt(items, blocks.slice(next, following.index));
    items.push(...following.list.items);
    next = following.index + 1;
  }
  // Bullets behind the last number belong to it, as they did behind the numbers before.
  const last = blocks[next];
  if (next > start + 1 && last?.kind === 'list' && last.start === null) {
    adopt(items, [last]);
    next += 1;
  }
  return { block: { ...first, items }, next };
}

function findContinuation(
  blocks: readonly Block[],
  from: number,
  number: number,
): { list: ListBlock; index: number } | null {
  for (let index = from; index < Math.min(blocks.length, from + longestInterruption); index += 1) {
    const block = blocks[index]!;
    if (block.kind === 'heading') return null;
    if (block.kind === 'list' && block.start !== null) return block.start === number ? { list: block, index } : null;
  }
  return null;
}

function adopt(items: ListBlock['items'][number][], details: readonly Block[]): void {
  const last = items.pop();
  if (last) items.push({ ...last, blocks: [...last.blocks, ...details] });
}
