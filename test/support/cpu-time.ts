/** How long this process has computed (计算时间): unlike a clock, it does not run on while a busy machine does something else. */

/** In milliseconds, over all threads of the process. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
