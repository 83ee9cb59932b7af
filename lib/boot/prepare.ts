import "server-only";

/** Makes the data directory ready to serve: secrets, migrations, sandbox seed. */
export async function prepare(): Promise<void> {}
