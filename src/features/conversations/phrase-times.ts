type Halves = readonly [beforeNoon: string, afterNoon: string];

/** "9:00" on the clock of 24 hours, "9 AM" on that of 12. */
export function clockTime(minutes: number, clock: 12 | 24, halves: Halves = ['AM', 'PM']): string {
  const hour = Math.floor(minutes / 60);
  const minute = minuteOf(minutes);
  if (clock === 24) return `${hour > 24 ? hour - 24 : hour}:${minute}`;
  return `${onTwelve(minutes)} ${halves[hour % 24 < 12 ? 0 : 1]}`;
}

/** On the clock of 12 hours, after the part of the day: "सुबह 9", "शाम 6:30". */
export function partTime(
  minutes: number,
  [morning, afternoon, evening, night]: readonly [string, string, string, string],
): string {
  const hour = Math.floor(minutes / 60) % 24;
  const part = [
    ...[
      { until: 4, name: night },
      { until: 12, name: morning },
      { until: 16, name: afternoon },
    ],
    ...[{ until: 20, name: evening }],
  ].find(({ until }) => hour < until);
  return `${part?.name ?? night} ${onTwelve(minutes)}`;
}

const minuteOf = (minutes: number) => String(minutes % 60).padStart(2, '0');

function onTwelve(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 12 || 12;
  return minutes % 60 === 0 ? `${hour}` : `${hour}:${minuteOf(minutes)}`;
}

/** As it goes on after "Yes,". */
export const uncapitalised = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
