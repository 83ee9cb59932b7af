import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "./fixtures";
import { distDir, root } from "./support/paths";

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "::", () => probe.close(() => resolve(true)));
  });
}

for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const) {
  test(`npm start says where it serves, and ${signal} to npm frees the port within five seconds`, async ({
    server,
  }, info) => {
    const port = server.port;
    await server.stop();
    const npm = spawn("npm", ["start"], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: info.outputPath("data"),
        NEXT_DIST_DIR: distDir,
        PUBLIC_URL: "",
      },
    });
    let said = "";
    npm.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toContain(`Ready: http://localhost:${port}`);
      expect(existsSync(info.outputPath("data"))).toBe(true);
      expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200);
      npm.kill(signal);
      await expect.poll(() => isFree(port), { timeout: 5_000 }).toBe(true);
    } finally {
      npm.kill("SIGTERM");
      await server.restart();
    }
  });
}
