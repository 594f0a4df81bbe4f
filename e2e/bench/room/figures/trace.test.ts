import { expect, test } from 'vitest';
import { frameFigures, type TraceEvent } from './trace.ts';

const ms = 1000;
const mark = (name: string, at: number): TraceEvent => ({
  name: `hearth:${name}`,
  cat: 'blink.user_timing',
  ph: 'I',
  ts: at * ms,
  pid: 1,
  tid: 1,
});
const run = (name: string, at: number, takes: number, own = takes): TraceEvent => ({
  name,
  ph: 'X',
  ts: at * ms,
  dur: takes * ms,
  tdur: own * ms,
  pid: 1,
  tid: 1,
});
const frames = (count: number): TraceEvent[] => Array.from({ length: count }, (_, n) => mark('frame', n * 16));

test('the work of a frame is what the main thread ran until the next one, by its own clock', () => {
  const figures = frameFigures([
    mark('begin', 0),
    ...frames(12),
    ...Array.from({ length: 11 }, (_, n) => run('RunTask', n * 16 + 1, n === 5 ? 12 : 4, n === 5 ? 9 : 3)),
    mark('end', 200),
  ]);
  expect(figures).toMatchObject({ frames: 10, workP50: 3, workMax: 9, wallP95: 12, longestTask: 9 });
  expect(figures?.framesPerSecond).toBeCloseTo(1000 / 16);
});

test('a task inside a task, other threads, and what lies outside the marks do not count', () => {
  const elsewhere = { ...run('RunTask', 20, 50), tid: 2 };
  const figures = frameFigures([
    run('RunTask', -40, 30),
    mark('begin', 0),
    ...frames(4),
    run('RunTask', 17, 5),
    run('RunTask', 18, 3),
    elsewhere,
    mark('end', 64),
    mark('frame', 80),
    run('RunTask', 66, 40),
  ]);
  expect(figures).toMatchObject({ frames: 2, workMax: 5 });
});

test('parts are told without what lies inside them', () => {
  const figures = frameFigures([
    mark('begin', 0),
    ...frames(4),
    run('RunTask', 17, 10),
    run('FunctionCall', 17, 8),
    run('Layout', 18, 3),
    run('Paint', 26, 1),
    mark('end', 60),
  ]);
  expect(figures).toMatchObject({ script: 2.5, layout: 1.5, paint: 0.5, style: 0 });
});

test('a trace without frames has no figures', () => {
  expect(frameFigures([])).toBeNull();
  expect(frameFigures([mark('begin', 0), mark('frame', 1), mark('end', 5)])).toBeNull();
});
