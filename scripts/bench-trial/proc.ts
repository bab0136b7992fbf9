import { readdir, readFile } from 'node:fs/promises';

const TICKS_A_SECOND = 100;

/** Peak resident memory and used CPU time of a process; null when it has ended. */
export async function usageOf(pid: number): Promise<{ peakRssMb: number; cpuMs: number } | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const [user = 0, system = 0] = (await statOf(pid)).slice(11, 13).map(Number);
    const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { peakRssMb: peakKb / 1024, cpuMs: ((user + system) * 1000) / TICKS_A_SECOND };
  } catch {
    return null;
  }
}

/** The processes which this one started and which still run. */
export async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => Number((await statOf(pid).catch(() => []))[1]) === parent),
  );
  return pids.filter((_, index) => found[index]);
}

/** The fields of /proc/<pid>/stat after the command's name, which may itself hold spaces: state, parent, … */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
