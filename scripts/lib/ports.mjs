import { createServer } from "node:net";

function listens(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve({ ok: false, code: error.code }));
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: taken } = probe.address();
      probe.close(() => resolve({ ok: true, port: taken }));
    });
  });
}

/** Whether a server could listen on this port now: nobody has it, on any address, and we may have it. */
export async function isPortFree(port) {
  for (const host of ["::", "0.0.0.0", "127.0.0.1"]) {
    const answer = await listens(port, host);
    // A machine without IPv6 is fine.
    if (!answer.ok && answer.code !== "EAFNOSUPPORT" && answer.code !== "EADDRNOTAVAIL") return false;
  }
  return true;
}

/** The port asked for by PORT, or undefined when PORT is no port. */
export function wantedPort(text = process.env.PORT) {
  if (text === undefined || text === "") return 3000;
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** A port nobody uses at this moment. */
export const freePort = async () => (await listens(0, "127.0.0.1")).port;
