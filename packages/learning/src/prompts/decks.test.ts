import { cardKinds, eventKinds, factorCategories, perspectiveFacets, type Card } from '@hearth/board/cards';
import type { StageId } from '@hearth/review/ids';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../language/check.ts';
import { englishLens } from '../language/en/english.ts';
import { cardDeckOf, deckOf, everyQuestion } from './decks.ts';
import { diagnostics } from './diagnostics.ts';
import { passagesOf } from './passages.ts';

describe('decks of questions', () => {
  it('[Q1] each stage of the agendas that come with Hearth has its question first and some more, none twice', () => {
    for (const { stages } of builtInTemplates)
      for (const stage of stages) {
        const deck = deckOf(stage);
        expect(deck[0]).toBe(stage.question);
        expect(deck.length).toBeGreaterThan(2);
        expect(new Set(deck).size).toBe(deck.length);
      }
    expect(deckOf(null).length).toBeGreaterThan(1);
  });

  it('[Q1] questions that an agenda brings stand in the place of ours', () => {
    const stage = {
      id: 'timeline' as StageId,
      zone: 'timeline' as const,
      question: 'What happened?',
      prompts: ['Who saw it?'],
    };
    expect(deckOf(stage)).toEqual(['What happened?', 'Who saw it?']);
    expect(deckOf({ ...stage, prompts: [] }).length).toBeGreaterThan(3);
  });

  it('[Q2] every kind of card has questions of its own: a decision asks for options, a detection for cues', () => {
    const deck = (more: object) => cardDeckOf(more as Card);
    const decks = [
      ...eventKinds.map((eventKind) => deck({ kind: 'event', eventKind })),
      ...perspectiveFacets.map((facet) => deck({ kind: 'perspective', facet })),
      ...factorCategories.map((category) => deck({ kind: 'factor', category })),
      ...cardKinds.filter((kind) => ['question', 'learning', 'action'].includes(kind)).map((kind) => deck({ kind })),
    ];
    expect(new Set(decks.map((one) => one[0])).size).toBe(19);
    expect(deck({ kind: 'event', eventKind: 'decision' })[0]).toContain('options');
    expect(deck({ kind: 'event', eventKind: 'detection' })[0]).toContain('cue');
  });

  it('[Q3] each is a question, and none judges anybody or tells what might have been', () => {
    const all = [...everyQuestion(), ...diagnostics.map(({ question }) => question)];
    for (const question of all) {
      expect(question).toMatch(/\?$|\. (?:What|Who|How)[^.]+\?$/u);
      expect(checkLanguage(question, englishLens)).toEqual([]);
      expect(question).not.toMatch(/should have|failed to|whose fault|mistake/iu);
    }
  });

  it('[Q20] the checklist asks for the nine conditions, each by an id of its own, and becomes a factor in words', () => {
    expect(new Set(diagnostics.map(({ id }) => id)).size).toBe(9);
    expect(new Set(diagnostics.map(({ category }) => category)).size).toBe(3);
    for (const { id, factor } of diagnostics) {
      expect(id).toMatch(/^[a-z-]{1,40}$/u);
      expect(checkLanguage(`${factor}.`, englishLens)).toEqual([]);
    }
  });
});

describe('passages of the narrative', () => {
  it('[Q14] blocks with words, by section; a citation, a link or a picture supports them', () => {
    const text = (words: string, marks: { type: string }[] = []) => ({ type: 'text', text: words, marks });
    const passages = passagesOf({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('Before.')] },
        { type: 'heading', content: [text('Summary')] },
        { type: 'paragraph', content: [text('It broke '), { type: 'cite', attrs: { label: '13:05' } }] },
        { type: 'paragraph' },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('See', [{ type: 'link' }])] }] }],
        },
        { type: 'codeBlock', content: [text('rm -rf')] },
      ],
    });
    expect(passages).toEqual([
      { index: 0, section: '', text: 'Before.', supported: false },
      { index: 2, section: 'Summary', text: 'It broke 13:05', supported: true },
      { index: 4, section: 'Summary', text: 'See', supported: true },
    ]);
  });
});
