// Loaded into every command that bin/einklang.mjs starts: where the launcher was killed (kill -9), it ends the
// command the polite way, so that no server keeps the port of the next start.
const launcher = process.ppid;
setInterval(() => {
  if (process.ppid !== launcher) process.kill(process.pid, "SIGTERM");
}, 1000).unref();
