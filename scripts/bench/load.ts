import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice, Received } from './carrier.ts';
import { seededChance } from './chance.ts';
import { monotonicMs } from './clock.ts';
import { answerCalls } from './ipc.ts';
import { topics, topicsIn } from './topics.ts';
import type { Question } from './verdict.ts';
import { createWebhook } from './webhook.ts';
import type { Target } from './webhook.ts';

/** Who asks, how fast and for how long. */
export type Load = {
  /** `conversations` customers at once, each asking on as soon as it is answered, or so many messages a second whatever happens. */
  pace: { conversations: number } | { perSecond: number };
  durationMs: number;
  /** Before that, so long, a few conversations until the programs are compiled; judged, but not measured. */
  warmUpMs: number;
  /** The same message is posted twice at the same instant. */
  isPostedTwice?: boolean;
  /** The share of messages posted once more within the next seconds. */
  postedAgainShare?: number;
  /** Whose answer the carrier refused asks the next question while the server still tries to send that answer. */
  asksOnAfterFault?: boolean;
  /** How long to wait for the last answers. */
  settleMs: number;
};

export type LoadOrder = Load & {
  target: Target;
  businesses: string[];
  feedPort: number;
  seed: number;
};

/** Times are monotonic milliseconds. */
export type LoadResult = { startedAt: number; endedAt: number; questions: Question[] };

export type LoadCalls = { run: (order: LoadOrder) => Promise<LoadResult> };

type Customer = { address: string; business: string; topics: number[]; turn: number };

/** How many take turns when messages come at a pace. */
const CUSTOMERS = 256;
const WARM_UP_CONVERSATIONS = 16;
const POSTED_AGAIN_WITHIN_MS = 3000;
const LAST_ANSWER_MS = 1000;

answerCalls({ run: (order: LoadOrder) => run(order) } satisfies LoadCalls);

async function run(order: LoadOrder): Promise<LoadResult> {
  const questions: Question[] = [];
  const people = createPeople(order);
  const ask = await createAsking(order, questions);

  await converse(WARM_UP_CONVERSATIONS, monotonicMs() + order.warmUpMs);
  const startedAt = monotonicMs();
  const endedAt = startedAt + order.durationMs;
  if ('conversations' in order.pace) await converse(order.pace.conversations, endedAt);
  else await keepPace(order.pace.perSecond, startedAt, endedAt);
  await ask.settled(order.settleMs);
  return { startedAt, endedAt, questions };

  /** So many customers at once, each asking on as soon as it is answered, until then. */
  async function converse(count: number, until: number) {
    const lane = async () => {
      while (monotonicMs() < until) {
        const customer = people.newcomer();
        while (customer.turn < topics.length && monotonicMs() < until) await ask.next(customer);
      }
    };
    await Promise.race([
      Promise.all(Array.from({ length: count }, lane)),
      sleep(until - monotonicMs() + LAST_ANSWER_MS),
    ]);
  }

  /** So many messages a second at even distances, each of another customer; who has asked everything makes room for a newcomer. */
  async function keepPace(perSecond: number, from: number, until: number) {
    const free = Array.from({ length: CUSTOMERS }, () => people.newcomer());
    const gapMs = 1000 / perSecond;
    for (let due = from; due < until; due += gapMs) {
      if (due - monotonicMs() > 0.5) await sleep(due - monotonicMs());
      const customer = free.shift() ?? people.newcomer();
      void ask.next(customer).then((isAnswered) => {
        if (customer.turn === topics.length) free.push(people.newcomer());
        else if (isAnswered) free.push(customer);
        else free.unshift(customer);
      });
    }
  }
}

/** Customers with numbers of their own, spread over the businesses; each asks the topics in an order of their own. */
function createPeople({ businesses, seed }: LoadOrder) {
  let count = 0;
  return {
    newcomer(): Customer {
      const number = count++;
      const first = (number + seed) % topics.length;
      return {
        address: `whatsapp:+1212${2_000_000 + number}`,
        business: businesses[number % businesses.length] ?? '',
        topics: topics.map((_, index) => (first + index) % topics.length),
        turn: 0,
      };
    },
  };
}

async function createAsking(order: LoadOrder, questions: Question[]) {
  const {
    target,
    feedPort,
    isPostedTwice = false,
    postedAgainShare = 0,
    asksOnAfterFault = false,
  } = order;
  const webhook = createWebhook(target);
  const chance = seededChance(order.seed);
  let underWay = 0;
  const open = new Map<string, { question: Question; goOn: (isAnswered: boolean) => void }[]>();
  const feed = connect({ port: feedPort, host: '127.0.0.1', noDelay: true });
  await once(feed, 'connect');
  createInterface({ input: feed }).on('line', (line) => {
    hear(JSON.parse(line) as Notice);
  });

  function hear({ to, body, isTaken }: Notice) {
    const asked = open.get(to) ?? [];
    const meant = topicsIn(body);
    const about = asked.filter(({ question }) => meant.includes(question.topic));
    for (const each of meant.length > 0 ? about : asked.slice(0, 1)) {
      if (isTaken) asked.splice(asked.indexOf(each), 1);
      if (isTaken || asksOnAfterFault) each.goOn(isTaken);
    }
    if (asked.length === 0) open.delete(to);
  }

  function post(question: Question) {
    const { sid, customer: from, business: to, topic } = question;
    const received: Received = { sid, from, to, body: topics[topic]?.question ?? '' };
    feed.write(`${JSON.stringify(received)}\n`);
    question.postedAt = monotonicMs();
    void postOnce(question);
    if (isPostedTwice) void postOnce(question);
    if (chance() < postedAgainShare) void postOnce(question, chance() * POSTED_AGAIN_WITHIN_MS);
  }

  async function postOnce(question: Question, afterMs = 0) {
    underWay++;
    if (afterMs > 0) await sleep(afterMs);
    await webhook.post(question);
    underWay--;
  }

  return {
    /** Asks the customer's next question; resolves when they may go on: answered or not. */
    async next(customer: Customer): Promise<boolean> {
      const question: Question = {
        sid: `SM${randomBytes(16).toString('hex')}`,
        customer: customer.address,
        business: customer.business,
        turn: customer.turn,
        topic: customer.topics[customer.turn++] ?? 0,
        postedAt: 0,
        ackMs: null,
        ackedAt: null,
        posts: 0,
      };
      questions.push(question);
      const mayGoOn = new Promise<boolean>((goOn) => {
        open.set(question.customer, [...(open.get(question.customer) ?? []), { question, goOn }]);
      });
      post(question);
      return mayGoOn;
    },
    /** Resolves when everybody is answered and nothing is posted any more, at the latest after `limitMs`. */
    async settled(limitMs: number): Promise<void> {
      const deadline = monotonicMs() + limitMs;
      while (open.size + underWay > 0 && monotonicMs() < deadline) await sleep(20);
    },
  };
}
