import { topicsIn } from './topics.ts';

/** A customer's message. Times are monotonic milliseconds; `ackedAt` is null when no post of it ever got a 2xx. */
export type Question = {
  sid: string;
  customer: string;
  business: string;
  /** Position in the customer's conversation, from 0. */
  turn: number;
  topic: number;
  postedAt: number;
  /** How long the post that was acknowledged took. */
  ackMs: number | null;
  ackedAt: number | null;
  posts: number;
};

/** A message that the carrier took for delivery, whatever it told the sender about it. */
export type Delivery = { sid: string; from: string; to: string; body: string; at: number };

export type Verdict = {
  asked: number;
  answered: number;
  lost: number;
  /** Of the lost, those whose webhook had been answered with a 2xx. */
  lostAfterAck: number;
  repeated: number;
  outOfOrder: number;
  /** Answered, but not with the entry that was asked for. */
  wrong: number;
  answers: { question: Question; at: number }[];
};

const conversationOf = (customer: string, business: string) => `${customer} ${business}`;

/** Says of every question whether it was answered exactly once, from the right entry and in order. */
export function judge(questions: readonly Question[], deliveries: readonly Delivery[]): Verdict {
  const verdict: Verdict = {
    asked: questions.length,
    answered: 0,
    lost: 0,
    lostAfterAck: 0,
    repeated: 0,
    outOfOrder: 0,
    wrong: 0,
    answers: [],
  };
  const replies = Map.groupBy(deliveries, ({ to, from }) => conversationOf(to, from));
  const conversations = Map.groupBy(questions, (q) => conversationOf(q.customer, q.business));

  for (const [key, asked] of conversations) {
    judgeConversation(asked, replies.get(key) ?? [], verdict);
    replies.delete(key);
  }
  // What went to somebody who never asked is a message too many.
  for (const stray of replies.values()) verdict.repeated += stray.length;
  return verdict;
}

function judgeConversation(asked: Question[], replies: Delivery[], verdict: Verdict): void {
  const open = new Set([...asked].sort((a, b) => a.turn - b.turn));
  let latestTurn = -1;

  for (const reply of [...replies].sort((a, b) => a.at - b.at)) {
    const meant = topicsIn(reply.body);
    const right = asked.filter(
      ({ topic, postedAt }) => meant.includes(topic) && postedAt <= reply.at,
    );
    const covered = right.length > 0 ? right : firstOpen(open, reply.at);
    if (right.length === 0 && covered.length > 0) verdict.wrong++;
    if (!covered.some((question) => open.has(question))) verdict.repeated++;

    for (const question of covered.filter((each) => open.delete(each))) {
      verdict.answered++;
      verdict.answers.push({ question, at: reply.at });
      if (question.turn < latestTurn) verdict.outOfOrder++;
      latestTurn = Math.max(latestTurn, question.turn);
    }
  }
  verdict.lost += open.size;
  verdict.lostAfterAck += [...open].filter(({ ackedAt }) => ackedAt !== null).length;
}

const firstOpen = (open: ReadonlySet<Question>, at: number) =>
  [...open].filter(({ postedAt }) => postedAt <= at).slice(0, 1);
