// What Hearth tells a Prometheus server about itself. Labels come from closed lists (codes, kinds, patterns of routes):
// never ids, and never what people wrote.
import type { ErrorCode } from '@hearth/protocol/errors';
import type { FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { RoomEvent } from '@hearth/sync/room-event';
import type { RoomsMeter } from '@hearth/sync/rooms-meter';
import type { RoomsStatistics } from '@hearth/sync/rooms-statistics';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TaskWatch } from '../background/task.ts';

/** Upper bounds in seconds. A commit waits for the disk, a fan-out only for us. */
const commitBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const fanOutBuckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1];
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const taskBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type TaskName =
  | 'squeeze-document'
  | 'read-board'
  | 'parse-timeline'
  | 'find-actions'
  | 'export'
  | 'replay-board'
  | 'restore-board'
  | 'reveal-drafts';

/** How it goes between this node and the others. */
export interface RedisStatistics {
  readonly open: boolean;
  /** Since the start. */
  readonly counts: { readonly sent: number; readonly received: number; readonly dropped: number };
}

export class Metrics implements RoomsMeter {
  readonly #registry = new Registry();
  readonly #rooms = this.#gauge('hearth_rooms', 'Live documents in memory.');
  readonly #peers = this.#gauge('hearth_peers', 'Open connections to live documents.');
  readonly #uncompacted = this.#gauge(
    'hearth_log_uncompacted_updates',
    'Updates in the logs of the documents in memory that no compaction has merged yet.',
  );
  readonly #notSaved = this.#gauge('hearth_rooms_not_saved', 'Live documents of which nothing can be saved now.');
  readonly #redis = this.#gauge('hearth_redis_up', 'Whether messages to other nodes get through; -1 without a Redis.');
  readonly #messages = this.#counter(
    'hearth_node_messages_total',
    'Messages about documents that were sent to other nodes, received, or dropped for want of a way.',
    ['fate'],
  );
  readonly #caughtUp = this.#counter(
    'hearth_meetings_caught_up_total',
    'Meetings that had moved on another node without a message about it.',
    [],
  );
  readonly #updates = this.#counter('hearth_committed_updates_total', 'Updates that became durable.', []);
  readonly #refused = this.#counter('hearth_frames_refused_total', 'Frames that ended their connection.', ['code']);
  readonly #events = this.#counter('hearth_live_events_total', 'What went wrong with live documents.', ['kind']);
  readonly #commands = this.#counter('hearth_facilitation_commands_total', 'Commands to meetings, with their answer.', [
    'kind',
    'outcome',
  ]);
  readonly #commit = this.#histogram('hearth_commit_seconds', 'From append to durable.', [], commitBuckets);
  readonly #fanOut = this.#histogram(
    'hearth_fan_out_seconds',
    "From durable to handed to everyone's socket, one observation a room and commit.",
    [],
    fanOutBuckets,
  );
  readonly #requests = this.#histogram(
    'hearth_http_request_seconds',
    'HTTP requests by the pattern of their route.',
    ['method', 'route', 'status'],
    requestBuckets,
  );
  readonly #taskWait = this.#histogram(
    'hearth_background_task_wait_seconds',
    'How long work for another thread waited for it.',
    ['task'],
    taskBuckets,
  );
  readonly #task = this.#histogram(
    'hearth_background_task_seconds',
    'How long the other thread took.',
    ['task', 'outcome'],
    taskBuckets,
  );

  constructor() {
    // Memory, CPU, garbage collection and the lag of the event loop.
    // Its default looks a hundred times a second, which is most of what a quiet server does.
    collectDefaultMetrics({ register: this.#registry, eventLoopMonitoringPrecision: 100 });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything in Prometheus' text format. */
  render(now: RoomsStatistics, redis: RedisStatistics | null): Promise<string> {
    this.#redis.set(redis ? Number(redis.open) : -1);
    this.#messages.reset();
    for (const fate of ['sent', 'received', 'dropped'] as const) this.#messages.inc({ fate }, redis?.counts[fate] ?? 0);
    this.#rooms.set(now.rooms);
    this.#peers.set(now.peers);
    this.#uncompacted.set(now.uncompactedUpdates);
    this.#notSaved.set(now.notSavedRooms);
    return this.#registry.metrics();
  }

  committed(durationMs: number, updates: number): void {
    this.#commit.observe(durationMs / 1_000);
    this.#updates.inc(updates);
  }

  fannedOut(durationMs: number): void {
    this.#fanOut.observe(durationMs / 1_000);
  }

  observed(event: RoomEvent): void {
    if (event.kind === 'refused') this.#refused.inc({ code: event.code });
    else this.#events.inc({ kind: event.kind });
  }

  caughtUp(): void {
    this.#caughtUp.inc();
  }

  /** @param kind  `unread`: it was no command at all, or was not looked at. */
  commanded(kind: FacilitationCommandKind | 'unread', outcome: 'ok' | ErrorCode): void {
    this.#commands.inc({ kind, outcome });
  }

  /** @param route  the pattern, never the address that was asked for. */
  requested(method: string, route: string, status: number, durationMs: number): void {
    this.#requests.observe({ method, route, status }, durationMs / 1_000);
  }

  watchOf(task: TaskName): TaskWatch {
    return (outcome, waitedMs, tookMs) => {
      this.#taskWait.observe({ task }, waitedMs / 1_000);
      this.#task.observe({ task, outcome }, tookMs / 1_000);
    };
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.#registry] });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: number[],
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.#registry] });
  }
}
