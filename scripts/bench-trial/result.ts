import type { Statement } from './counters.ts';
import { spread } from './figures.ts';
import type { Spread } from './figures.ts';
import type { LoadResult } from './load.ts';
import type { Server } from './server.ts';
import { judge } from './verdict.ts';
import type { Delivery, Verdict } from './verdict.ts';

/** What one run has shown. Latencies in milliseconds, of the messages after the warm-up. */
export type Result = Omit<Verdict, 'answers'> & {
  subject: string;
  /** Answered messages a second. */
  perSecond: number;
  /** From the post of a webhook to its 2xx. */
  ack: Spread;
  /** From the first post of a webhook to the moment at which the carrier had the answer: without the carrier's own delay. */
  endToEnd: Spread;
  /** Resident memory of the largest process of the server. */
  peakRssMb: number;
  /** CPU time of the server a message, in ms; null where it cannot be known. */
  cpuMs: number | null;
  commits: number | null;
  /** Statements a message with begin and commit; null where they were not counted. */
  statements: number | null;
  /** The statements that took the most time, `calls` a message. */
  topStatements: Statement[];
  counts: Record<string, number>;
  remarks: string[];
};

export type Findings = {
  subject: string;
  asked: LoadResult;
  deliveries: Delivery[];
  counts: Record<string, number>;
  server: Server;
  statements: Statement[] | null;
  commits: number | null;
  hasCpuTime: boolean;
};

/** Boils the findings of a run down to a line of the table. */
export function summarize(findings: Findings): Result {
  const { asked, server, statements } = findings;
  const { answers, ...verdict } = judge(asked.questions, findings.deliveries);
  const { startedAt, endedAt } = asked;
  const isMeasured = (time: number) => time >= startedAt && time <= endedAt;
  const inWindow = answers.filter(({ at }) => isMeasured(at)).length;
  const measured = answers.filter(({ question }) => isMeasured(question.postedAt));
  const perMessage = (count: number) => count / verdict.asked;

  return {
    ...verdict,
    subject: findings.subject,
    perSecond: (inWindow * 1000) / (endedAt - startedAt),
    ack: spread(
      asked.questions.flatMap(({ postedAt, ackMs }) =>
        ackMs !== null && isMeasured(postedAt) ? [ackMs] : [],
      ),
    ),
    endToEnd: spread(measured.map(({ question, at }) => at - question.postedAt)),
    peakRssMb: server.peakRssMb(),
    cpuMs: findings.hasCpuTime ? server.cpuMs(startedAt, endedAt) / inWindow : null,
    commits: findings.commits === null ? null : perMessage(findings.commits),
    statements: statements && perMessage(statements.reduce((sum, { calls }) => sum + calls, 0)),
    topStatements: (statements ?? []).map((each) => ({ ...each, calls: perMessage(each.calls) })),
    counts: findings.counts,
    remarks: remarksOn(findings),
  };
}

function remarksOn({ asked, server }: Findings): string[] {
  const repeated = asked.questions.filter(({ posts }) => posts > 1).length;
  const unheard = asked.questions.filter(({ ackedAt }) => ackedAt === null).length;
  return [
    ...server.remarks(),
    ...(repeated > 0 ? [`${repeated} webhooks posted more than once`] : []),
    ...(unheard > 0 ? [`${unheard} webhooks never answered with a 2xx`] : []),
  ];
}
