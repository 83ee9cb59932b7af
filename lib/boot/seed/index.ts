import "server-only";

/** Fills an empty sandbox with its personas and their situations. */
export async function seedSandbox(): Promise<void> {}
