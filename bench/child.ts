import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** A process of its own that answers questions over IPC, so that its work and its memory are not the bench's. */
export interface Child<Ask extends object, Answer> {
  readonly pid: number;
  ask(question: Ask): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: string };

// with the launcher's limits of memory, and without its watching over whoever it started
const limits = (): string[] => process.execArgv.filter((flag) => flag.startsWith("--max-"));

/** Started as the product is: Node with the loader of TypeScript. */
export function startChild<Ask extends object, Answer>(file: string, env: NodeJS.ProcessEnv = {}): Child<Ask, Answer> {
  const child = fork(join(import.meta.dirname, file), { serialization: "advanced", execArgv: [...limits(), "--import", import.meta.resolve("tsx")], env: { ...process.env, ...env } });
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];
  child.on("message", (reply: Reply<Answer>) => {
    const next = waiting.shift();
    if (reply.ok) next?.resolve(reply.answer);
    else next?.reject(new Error(`${file}: ${reply.problem}`));
  });
  child.on("exit", (code, signal) => {
    for (const one of waiting.splice(0)) one.reject(new Error(`${file} ended with ${code ?? signal}`));
  });
  return {
    pid: child.pid ?? 0,
    ask: (question) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.send(question);
    }),
    stop: () => ended(child),
  };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    // the channel closed is the sign to end; a child that does not is ended
    if (child.connected) child.disconnect();
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  });

/** The other end: answers one question after the other, and ends with the channel. */
export function answerAsChild(answer: (question: never) => Promise<object>, end: () => Promise<void>): void {
  let line = Promise.resolve();
  const reply = async (question: unknown): Promise<void> => {
    const given = await answer(question as never).then((got) => ({ ok: true, answer: got }), (error: Error) => ({ ok: false, problem: error.stack ?? error.message }));
    process.send?.(given);
  };
  process.on("message", (question) => {
    line = line.then(() => reply(question));
  });
  process.on("disconnect", () => void end().finally(() => process.exit(0)));
}
