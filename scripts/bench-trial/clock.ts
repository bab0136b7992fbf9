/** Milliseconds on the machine's monotonic clock: the same in every process, so that two processes' times can be compared. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;
