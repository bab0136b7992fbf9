import type { App } from './app.ts';
import { warmUp } from '#features/answers/knowledge-index.ts';
import { costChores } from '#features/billing/chores.ts';
import { cancellationLoop } from '#features/consent/cancel-scheduled.system.ts';
import { sweeper } from '#features/conversations/sweep.system.ts';
import { catchUp } from '#features/inbound/catch-up.system.ts';
import { taker } from '#features/inbound/webhook.ts';
import { documentLoop } from '#features/documents/documents.system.ts';
import { keyWatch } from '#features/keys/watch.system.ts';
import { carrierCopies } from '#features/privacy/carrier-copies.system.ts';
import { erasureLoop } from '#features/privacy/erasure-steps.system.ts';
import { retentionSweeper } from '#features/privacy/retention.system.ts';
import { indexingLoop, useIndex } from '#features/knowledge/indexing.system.ts';
import { templateLoop } from '#features/templates/work.system.ts';

const PREPARE_AGAIN_MS = 60_000;
const LOOK_AGAIN_MS = 5_000;

/** Indexes entries once the vector store is ready, which it is asked again until it is. */
function vectorWork(app: App, prepared: () => Promise<void> | void) {
  const { embedder, vectors } = app;
  const indexing = embedder && vectors ? indexingLoop({ ...app, embedder, vectors }) : null;
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    if (!embedder || !vectors || !indexing) return;
    vectors
      .prepare()
      .then(() => useIndex({ ...app, embedder, vectors }))
      .then(indexing.start)
      .then(prepared)
      .catch((error: unknown) => {
        app.log.warn('the vector store is not ready', { reason: String(error) });
        timer = setTimeout(start, PREPARE_AGAIN_MS);
      });
  };

  return {
    start,
    async stop() {
      clearTimeout(timer);
      await indexing?.stop();
    },
  };
}

/** Everything that runs by itself, on one page: who takes webhooks catches up, who works replies, sends, sweeps and indexes. */
export function createWorkers(app: App, { serves, works }: { serves: boolean; works: boolean }) {
  const missed = catchUp({ ...app, take: taker(app) });
  const forgotten = sweeper(app);
  const former = formerIndexWatch(app);
  const vectors = vectorWork(app, former.look);
  const keys = app.config.databaseUrl ? keyWatch(app) : null;
  const chores = [
    documentLoop(app),
    templateLoop(app),
    privacyWork(app),
    costChores(app),
    cancellationLoop(app),
    vectors,
  ];

  return {
    start() {
      keys?.start();
      if (serves) missed.start();
      void former.look();
      if (!works) return;
      warmUp();
      app.turns.start();
      app.outbox.start();
      app.questions.start();
      forgotten.start();
      for (const chore of chores) chore.start();
    },
    async stop() {
      former.stop();
      forgotten.stop();
      const loops = [app.turns, app.questions, missed, ...chores];
      await Promise.all(loops.map((loop) => loop.stop()));
      await app.outbox.stop();
      await keys?.stop();
    },
  };
}

/** Lets go what is old, and whom a business was asked to forget. */
function privacyWork(app: App) {
  const loops = [carrierCopies(app), erasureLoop(app)];
  const old = retentionSweeper(app);
  return {
    start() {
      old.start();
      for (const loop of loops) loop.start();
    },
    async stop() {
      await Promise.all([old, ...loops].map((loop) => loop.stop()));
    },
  };
}

/** Looks for a former index, and again and again as long as there is one. */
function formerIndexWatch({ formerIndex, log }: App) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    const again = await formerIndex.look().catch((error: unknown) => {
      log.warn('the former index is not known', { reason: String(error) });
      return true;
    });
    clearTimeout(timer);
    if (again && !isStopped) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
  };
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { look, stop };
}
