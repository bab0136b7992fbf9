import { format } from 'prettier';
import type { Goal } from './goals.ts';
import type { Scenario } from './scenarios.ts';
import { table } from './table.ts';
import type { Row } from './table.ts';

export type Report = {
  machine: Record<string, string>;
  scenarios: readonly Scenario[];
  rows: readonly Row[];
  goals: readonly Goal[];
};

/** The text of docs/benchmarks.md. */
export const benchmarksDocument = ({ machine, scenarios, rows, goals }: Report): Promise<string> =>
  format(
    `# Benchmarks

Written by \`npm run bench -- --write\`. Everything runs on one machine, on loopback, and shares its cores: the server under
test, its PostgreSQL, the stand-ins for Twilio and OpenAI, and the generator of the load.

${list(Object.entries(machine).map(([name, value]) => `${name}: ${value}`))}

## Against the goals

${list(goals.map(({ sentence, isReached }) => `${isReached ? 'Reached' : '**Missed**'}: ${sentence}.`))}

## All runs

${table(rows)}

- **answered/s**: answers that the stand-in of Twilio took for delivery, a second.
- **ack**: from the post of a webhook to its 2xx.
- **end to end**: from the first post of a webhook until the carrier has the answer; the carrier's own delay comes after that.
- **RSS**: peak resident memory of the largest process. **CPU**: CPU time of the server a message.
- **commits**, **statements**: of the database, a message; start and polling included.
- **lost**: not answered. **repeated**: answers too many. **out of order**: answered after a later question of the same person.
  **wrong**: answered, but not from the entry that was asked for. Everything is judged, also the
  conversations before the measurement by which the programs get warm.

${list(remarksOn(rows))}

## Scenarios

${list(scenarios.map(({ name, title }) => `**${name}**: ${title}.`))}

64 businesses with a WhatsApp number and six entries each. A customer asks six questions, one at a time, then another customer
comes; at a given pace 256 customers take turns. A webhook that gets no 2xx is posted again up to five times, after 0.5, 1, 2, 4 and 8 s, as Twilio does with
\`#rc=5&rp=all\`, unless the scenario says otherwise.

The **floor** is the least that a bot can do: bare Express 5, which checks the signature with Twilio's library, inserts one row in
PostgreSQL and calls the stand-in of Twilio before it answers 200. Floor and product are measured in turns. The floor asks for no
status reports, except in the scenario **reports**: there it checks each report and keeps it as a row. The product asks for them always;
in **throughput** the stand-in sends none.

## How to repeat it

PostgreSQL's server has to be installed (Debian: \`apt-get install postgresql\`); the benchmark makes a cluster of its own in a
temporary folder, on a port of its own, and removes it at the end.

\`\`\`
npm run bench                        # everything, about a quarter of an hour
npm run bench -- --quick             # a first look
npm run bench -- --only throughput   # one scenario; may be given several times
npm run bench -- --logs logs --cpu-prof profiles
\`\`\`
`,
    { parser: 'markdown', printWidth: 100 },
  );

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

const remarksOn = (rows: readonly Row[]) =>
  rows
    .filter(({ result }) => result.remarks.length > 0)
    .map(({ scenario, turn, result }) => {
      return `${scenario} ${result.subject} ${turn}: ${result.remarks.join('; ')}.`;
    });
