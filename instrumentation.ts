/** Called once by Next when a server process starts. Written so that the edge bundle drops the import. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { startServer } = await import("@/lib/boot/server");
    await startServer();
  }
}
