/**
 * Does work that must not be left half done: a signal that ends the program, such as an interrupt from the keyboard,
 * waits until it is done, and then ends the program as it would have.
 */
export async function holdSignals<T>(work: () => Promise<T>): Promise<T> {
  let waiting: NodeJS.Signals | undefined;
  const wait = (signal: NodeJS.Signals) => {
    waiting ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait);
    if (waiting !== undefined) process.kill(process.pid, waiting);
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
