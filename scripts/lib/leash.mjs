// Preloaded into servers we start: when whoever started them is gone, even by SIGKILL, they stop too.
if (process.send) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
